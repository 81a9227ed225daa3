"""What a basis text cites, and the reading of many such texts.

Reading is by far the most work of a comparison; two lists of 5,000 items hold 10,000 texts. Another process begins with a list's
texts while the next list is still being read from its file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from basischeck.ahead import ENOUGH, Ahead
from basischeck.citation.model import Locator, VersionMark


@dataclass(frozen=True, slots=True)
class Cited:
    """One cited provision: the title as written or taken over from before, and what stands with it."""

    title: str | None
    number: str | None
    version: VersionMark | None
    locator: Locator | None


def read_cited(text: str) -> tuple[Cited, ...]:
    """Return what a text cites, in order; references inside quoted statute text and such as 前款 are no bases."""
    # All may have been read by another process; then the parser is not needed.
    from basischeck.citation import citations_of

    found: list[Cited] = []
    for citation in citations_of(text):
        title, number = citation.antecedent or citation.title, citation.document_number
        if citation.quoted or (title is None and not number):
            continue
        found.extend(Cited(title, number, citation.version, locator) for locator in citation.locators or (None,))
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
