"""Every code point of a text accounted for: what each stretch was read as."""

from collections.abc import Iterable, Iterator, Sequence

from basischeck.citation.draft import Draft
from basischeck.citation.driver import Lexeme
from basischeck.citation.grammar import Unit
from basischeck.pattern import regex

_KIND = {
    **dict.fromkeys(
        ("TITLE", "ENCLOSING_TITLE", "ANGLE_TITLE", "BARE_TITLE", "BROKEN_TITLE", "STRAY_CLOSE", "TITLE_TAIL", "SELF", "THAT"), "title"
    ),
    **dict.fromkeys(
        ("BRACKET", "BROKEN_BRACKET", "UNOPENED_BRACKET", "LOOSE_ISSUE", "ORDER", "MAKER", "DOCUMENT_NUMBER", "GLOSS"), "bracket"
    ),
    **dict.fromkeys(("JOIN", "RANGE", "LINK", "HEAD_GAP", "STEP_LINK", "STEP_GAP"), "connective"),
    **dict.fromkeys(("CLAUSE", "FREE_CLAUSE"), "standard"),
    **dict.fromkeys(("TEXT", "ANY", "STRAY_OPEN"), "text"),
    **dict.fromkeys(("TAG", "SQUARE_TAG"), "tag"),
    "UNREAD": "unread",
    "ORDINALS": "text",
}
_CONNECTIVE = regex(r"(?:[\s、，,。；;：:.\-—和与及或的]|以及|或者|规定|依照|依据|根据|按照|违反|参照|参考)+")
Piece = tuple[str, int, int]
"""Kind, start, end."""


def segment(text: str, units: Sequence[Unit], drafts: Iterable[Draft]) -> tuple[Piece, ...]:
    """Cut a text into segments that cover it: quotes and titles whole, the rest by what the grammar read."""
    overlays: list[Piece] = []
    for draft in drafts:
        if not draft.quoted:
            if draft.quote:
                overlays.append(("quote", *draft.quote))
            if draft.title_span:
                overlays.append(("title", *draft.title_span))
    overlays.sort(key=lambda piece: piece[1:])
    return tuple(_merge(text, _overlay(_pieces(units, len(text)), _disjoint(overlays))))


def _pieces(units: Sequence[Unit], size: int) -> Iterator[Piece]:
    """Give what the grammar read, the end of line that was added to the text left out."""
    for lexeme in _lexemes(units):
        if lexeme.start < size:
            yield _KIND.get(lexeme.type, "locator"), lexeme.start, min(lexeme.end, size)


def _lexemes(units: Sequence[Unit]) -> Iterator[Lexeme]:
    for unit in units:
        yield from unit.heads
        if unit.locators:
            yield from unit.locators
        yield from unit.rest


def _disjoint(overlays: Iterable[Piece]) -> Iterator[Piece]:
    """Leave out what lies in an overlay before it."""
    reached = 0
    for kind, start, end in overlays:
        if start >= reached and start < end:
            yield kind, start, end
            reached = end


def _overlay(pieces: Iterable[Piece], overlays: Iterator[Piece]) -> Iterator[Piece]:
    """Lay the overlays over the pieces; both are in order."""
    over = next(overlays, None)
    for kind, piece_start, end in pieces:
        start = piece_start
        while over is not None and start < end and over[1] < end:
            if start < over[1]:
                yield kind, start, over[1]
                start = over[1]
            if start == over[1]:
                yield over
            start = max(start, over[2])
            if over[2] >= end:
                break
            over = next(overlays, None)
        if over is not None and over[2] <= end:
            over = next(overlays, None)
        if start < end:
            yield kind, start, end


def _merge(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind and tell connectives from text."""
    kind, start, end = "", 0, 0
    for next_kind, left, right in pieces:
        if next_kind == kind != "quote":
            end = right
            continue
        if start < end:
            yield _named(text, kind, start, end)
        kind, start, end = next_kind, left, right
    if start < end:
        yield _named(text, kind, start, end)


def _named(text: str, kind: str, start: int, end: int) -> Piece:
    if kind == "text" and _CONNECTIVE.fullmatch(text, start, end):
        kind = "connective"
    return kind, start, end
