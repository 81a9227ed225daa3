"""What a basis text cites, and the reading of many such texts.

Reading is by far the most work of a comparison; two lists of 5,000 items hold 10,000 texts. Another process begins with a list's
texts while the next list is still being read from its file.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from basischeck.ahead import ENOUGH, Ahead
from basischeck.citation.model import Locator, VersionMark


class Cited(NamedTuple):
    """One cited provision: the title as written or taken over from before, and what stands with it.

    `mark` and `path` are the values of its version mark and of its locator, in order, None where there is none: ten thousand
    of them go from one process to another and are looked up, and plain tuples do both in a fraction of the time.
    """

    title: str | None
    number: str | None
    mark: tuple[Any, ...] | None
    path: tuple[Any, ...] | None

    @property
    def version(self) -> VersionMark | None:
        """The version mark, without its place in the text."""
        return VersionMark(*self.mark) if self.mark is not None else None

    @property
    def locator(self) -> Locator | None:
        """The locator, without its place in the text."""
        return Locator(*self.path) if self.path is not None else None


_path = attrgetter("part", "subpart", "chapter", "section", "article", "paragraph", "item", "subitem", "annex")
_mark = attrgetter("text", "year", "kind", "dates", "orders")


def read_cited(text: str) -> tuple[Cited, ...]:
    """Return what a text cites, in order; references inside quoted statute text and such as 前款 are no bases."""
    # All may have been read by another process; then the parser is not needed.
    from basischeck.citation import drafts_of

    found: list[Cited] = []
    for draft in drafts_of(text):
        title, number = draft.antecedent or draft.title, draft.document_number
        if draft.quoted or (title is None and not number):
            continue
        mark = _mark(draft.version) if draft.version is not None else None
        if not draft.locators:
            found.append(Cited(title, number, mark, None))
        for locator in draft.locators:
            found.append(Cited(title, number, mark, _path(locator)))  # noqa: PERF401  # most have one: a generator costs more
    return tuple(found)


def begin_reading() -> Callable[[str], tuple[Cited, ...]]:
    """Return what reads a text, made ready: what another process is to read with."""
    read_cited("《某法》第一条")  # builds the grammar's tables
    return read_cited


class CitedTexts:
    """What texts cite, each text read once. `ahead` has begun to read them; it has to last as long as they are asked for."""

    def __init__(self, ahead: Ahead[tuple[Cited, ...]] | None = None) -> None:
        self._ahead = ahead
        self._coming: Mapping[str, tuple[Cited, ...]] = {}
        self._known: dict[str, tuple[Cited, ...]] = {}

    def read(self, texts: Iterable[str]) -> None:
        """Take what is being read, and read many texts now."""
        if self._ahead is not None:
            self._coming, self._ahead = self._ahead.result(read_cited, enough=ENOUGH), None
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known and text not in self._coming]
        with Ahead(begin_reading, start=sum(map(len, fresh)) >= ENOUGH) as ahead:
            ahead.give(fresh)
            self._known.update(ahead.result(read_cited))

    def of(self, text: str) -> tuple[Cited, ...]:
        """Return what one text cites."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._coming[text] if text in self._coming else read_cited(text)
        return known
