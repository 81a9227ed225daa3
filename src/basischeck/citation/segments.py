"""Every code point of a text accounted for: what each stretch was read as."""

import re
from collections.abc import Iterable, Sequence

from basischeck.citation.draft import Draft
from basischeck.citation.grammar import Lexeme, Unit
from basischeck.citation.model import Segment, Span

_KIND = {
    **dict.fromkeys(("TITLE", "ANGLE_TITLE", "BARE_TITLE", "BROKEN_TITLE", "STRAY_CLOSE", "SELF", "THAT"), "title"),
    **dict.fromkeys(("BRACKET", "BROKEN_BRACKET", "UNOPENED_BRACKET", "LOOSE_ISSUE", "DOCUMENT_NUMBER", "GLOSS"), "bracket"),
    **dict.fromkeys(("JOIN", "RANGE", "LINK", "HEAD_GAP", "STEP_LINK", "STEP_GAP"), "connective"),
    **dict.fromkeys(("CLAUSE", "FREE_CLAUSE"), "standard"),
    **dict.fromkeys(("TEXT", "ANY", "STRAY_OPEN"), "text"),
    "TAG": "tag",
    "UNREAD": "unread",
}
_CONNECTIVE = re.compile(r"(?:[\s、，,。；;：:.\-—和与及或的]|以及|或者|规定|依照|依据|根据|按照|违反|参照|参考)+")


def segment(text: str, units: Sequence[Unit], drafts: Iterable[Draft]) -> tuple[Segment, ...]:
    """Cut a text into segments that cover it: quotes whole, the rest by what the grammar read."""
    size = len(text)
    quotes = sorted({draft.quote for draft in drafts if draft.quote and not draft.quoted})
    titles = sorted({draft.title_span for draft in drafts if draft.title_span and not draft.quoted})
    pieces: list[tuple[str, int, int]] = []
    waiting = iter([*quotes, (size, size)])
    start, end = next(waiting)
    for lexeme in _lexemes(units):
        left, right = lexeme.start, min(lexeme.end, size)
        kind = _KIND.get(lexeme.type, "locator")
        while left < right:
            if right <= start:
                pieces.append((kind, left, right))
                break
            if left < start:
                pieces.append((kind, left, start))
            if start < end:
                pieces.append(("quote", start, end))
            left = max(left, end)
            if right <= end:
                # the quote swallows this lexeme and may swallow more
                break
            start, end = next(waiting, (size, size))
        if start < right <= end:
            continue
    return _merged(text, pieces, titles)


def _lexemes(units: Sequence[Unit]) -> Iterable[Lexeme]:
    for unit in units:
        yield from unit.heads
        if unit.locators:
            yield from unit.locators


def _merged(text: str, pieces: list[tuple[str, int, int]], titles: list[Span]) -> tuple[Segment, ...]:
    """Join neighbours of one kind, cut out names that the grammar took for text, tell connectives from text."""
    done: list[Segment] = []
    reached = 0
    for kind, left, right in pieces:
        left = max(left, reached)
        if left >= right:
            continue
        reached = right
        if kind == "text":
            _add_text(done, text, left, right, titles)
        else:
            _add(done, kind, left, right)
    return tuple(done)


def _add_text(done: list[Segment], text: str, left: int, right: int, titles: list[Span]) -> None:
    for start, end in titles:
        if end <= left:
            continue
        if start >= right:
            break
        if max(start, left) > left:
            _add_words(done, text, left, max(start, left))
        _add(done, "title", max(start, left), min(end, right))
        left = min(end, right)
    if left < right:
        _add_words(done, text, left, right)


def _add_words(done: list[Segment], text: str, left: int, right: int) -> None:
    _add(done, "connective" if _CONNECTIVE.fullmatch(text, left, right) else "text", left, right)


def _add(done: list[Segment], kind: str, left: int, right: int) -> None:
    if done and done[-1].kind == kind and done[-1].span[1] == left:
        done[-1] = Segment(kind, (done[-1].span[0], right))
    else:
        done.append(Segment(kind, (left, right)))
