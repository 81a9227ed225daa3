"""Fills the shelf of texts that faults of quotation draw on from statute sources (`basischeck corpus build` reads the same)."""

from collections.abc import Iterable
from pathlib import Path

from basischeck.statute import normalise_title
from basischeck.statute.model import Document
from basischeck.statute.readers.source import read_source
from basischeck.testing.drafting import truth
from basischeck.testing.list_faults.quotation import SHELF
from basischeck.testing.truth import Act


def fill_shelf(*sources: Path) -> int:
    """Put the texts in `sources` (files, archives, folders of them) on the shelf; return how many statutes it then has.

    A text counts as that in force where its articles and paragraphs are those of the version in force in the index.
    """
    by_title: dict[str, list[Document]] = {}
    for source in sources:
        for document in read_source(source):
            by_title.setdefault(normalise_title(document.title), []).append(document)
    current: dict[str, Document] = {}
    earlier: dict[str, tuple[Document, ...]] = {}
    for statute in (*truth().national, *truth().rules):
        documents = by_title.get(normalise_title(statute.title), [])
        act = truth().act(statute.title) if documents else None
        same = _of_version(documents, act) if act else None
        if same is None:
            continue
        current[statute.title] = same
        numbers = [article.number for article in same.articles]
        other = [d for d in documents if [a.number for a in d.articles] != numbers and len(d.articles) > 8]
        if other:
            earlier[statute.title] = tuple(other)
    SHELF.current, SHELF.earlier = current, earlier
    return len(current)


def clear_shelf() -> None:
    """Take all texts off the shelf."""
    SHELF.current, SHELF.earlier = {}, {}


def _of_version(documents: Iterable[Document], act: Act) -> Document | None:
    shape = [(article.number, len(article.paragraphs)) for article in act.skeleton.articles]
    return next((d for d in documents if [(a.number, len(a.paragraphs)) for a in d.articles] == shape), None)
