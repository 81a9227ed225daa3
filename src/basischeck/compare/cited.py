"""What a basis text cites, and the reading of many such texts on every core.

Reading is by far the most work of a comparison; two lists of 5,000 items hold 10,000 texts.
"""

import multiprocessing
import os
from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.citation import Locator, NameSet, VersionMark, parse

MANY = 1_500
"""Texts from which a second process pays for itself."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One cited provision: the title as written or taken over from before, and what stands with it."""

    title: str | None
    number: str | None
    version: VersionMark | None
    locator: Locator | None


def read_cited(text: str, names: NameSet | None = None) -> tuple[Cited, ...]:
    """Return what a text cites, in order; references inside quoted statute text and such as 前款 are no bases."""
    found: list[Cited] = []
    for citation in parse(text, names).citations:
        title, number = citation.antecedent or citation.title, citation.document_number
        if citation.quoted or (title is None and not number):
            continue
        found.extend(Cited(title, number, citation.version, locator) for locator in citation.locators or (None,))
    return tuple(found)


def read_many(texts: Sequence[str], names: NameSet | None = None) -> list[tuple[Cited, ...]]:
    """Return what each of many texts cites; on several cores where the system can fork and there is enough to read."""
    workers = min(os.cpu_count() or 1, 4)
    if len(texts) < MANY or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [read_cited(text, names) for text in texts]
    read_cited(texts[0], names)  # builds the parser once, before it is copied
    with multiprocessing.get_context("fork").Pool(workers, _keep, (names,)) as pool:
        return pool.map(_read, texts, chunksize=max(50, len(texts) // (4 * workers)))


_names: NameSet | None = None


def _keep(names: NameSet | None) -> None:
    # A worker gets the names once, not with every text.
    global _names  # a process of its own
    _names = names


def _read(text: str) -> tuple[Cited, ...]:
    return read_cited(text, _names)
