"""What a basis text cites, and the reading of many such texts on every core.

Reading is by far the most work of a comparison; two lists of 5,000 items hold 10,000 texts. Other processes begin with a list's
texts while the next list is still being read from its file.
"""

import multiprocessing
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.pool import AsyncResult, Pool

from basischeck.citation import Locator, NameSet, VersionMark, citations_of

MANY = 1_500
"""Texts from which a second process pays for itself."""

_PIECE = 500
"""Texts that a process is given at a time."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One cited provision: the title as written or taken over from before, and what stands with it."""

    title: str | None
    number: str | None
    version: VersionMark | None
    locator: Locator | None


_Found = tuple[list[Cited], list[list[int]]]


def read_cited(text: str, names: NameSet | None = None) -> tuple[Cited, ...]:
    """Return what a text cites, in order; references inside quoted statute text and such as 前款 are no bases."""
    found: list[Cited] = []
    for citation in citations_of(text, names):
        title, number = citation.antecedent or citation.title, citation.document_number
        if citation.quoted or (title is None and not number):
            continue
        found.extend(Cited(title, number, citation.version, locator) for locator in citation.locators or (None,))
    return tuple(found)


class CitedTexts:
    """What texts cite, each text read once."""

    def __init__(self, names: NameSet | None = None) -> None:
        self._names = names
        self._known: dict[str, tuple[Cited, ...]] = {}
        self._begun: dict[str, None] = {}
        self._pieces: list[tuple[Sequence[str], AsyncResult[_Found]]] = []
        self._pool: Pool | None = None

    def begin(self, texts: Iterable[str]) -> None:
        """Let other processes begin to read, where there is enough to read and the system can fork; returns at once."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known and text not in self._begun]
        if self._pool is None and (len(fresh) < MANY or not _can_fork()):
            return
        if self._pool is None:
            read_cited("《法》第一条")  # builds the parser once, before it is copied
            self._pool = multiprocessing.get_context("fork").Pool(_workers(), _keep, (self._names,))
        self._begun.update(dict.fromkeys(fresh))
        for start in range(0, len(fresh), _PIECE):
            piece = fresh[start : start + _PIECE]
            self._pieces.append((piece, self._pool.apply_async(_read, (piece,))))

    def read(self, texts: Iterable[str]) -> None:
        """Read texts now, and take what other processes have read."""
        wanted = list(texts)
        self.begin(wanted)
        for piece, coming in self._pieces:
            table, each = coming.get()
            self._known.update((text, tuple(table[place] for place in places)) for text, places in zip(piece, each, strict=True))
        self.close()
        for text in wanted:
            self.of(text)

    def of(self, text: str) -> tuple[Cited, ...]:
        """Return what one text cites."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = read_cited(text, self._names)
        return known

    def close(self) -> None:
        """End the other processes; what they were at is read when it is asked for."""
        if self._pool is not None:
            self._pool.terminate()
        self._pool = None
        self._pieces.clear()
        self._begun.clear()


def _workers() -> int:
    return min(os.cpu_count() or 1, 4)


def _can_fork() -> bool:
    return _workers() > 1 and "fork" in multiprocessing.get_all_start_methods()


_names: NameSet | None = None


def _keep(names: NameSet | None) -> None:
    # A worker gets the names once, not with every text.
    global _names  # a process of its own
    _names = names


def _read(texts: Sequence[str]) -> _Found:
    """Return the different provisions that texts cite, and for each text which: lists cite the same ones over and over."""
    table: dict[Cited, int] = {}
    each = [[table.setdefault(one, len(table)) for one in read_cited(text, _names)] for text in texts]
    return list(table), each
