"""What became of each article between two texts: versions of one statute, or a statute and its successor."""

from collections.abc import Sequence

from basischeck.statute.alignment import Alignment, Stated, article_order
from basischeck.statute.leftovers import find_paragraphs, find_parts, find_places, find_remnants, find_swallowed
from basischeck.statute.model import ArticleChange, Document
from basischeck.statute.successor import align_into
from basischeck.statute.titles import normalise_title

__all__ = ["Stated", "align", "align_versions", "article_order"]


def align(old: Document, new: Document, stated: Sequence[Stated] = ()) -> list[ArticleChange]:
    """Return what became of each article of `old` in `new`.

    Texts of one title are versions of one statute: every article of either is in at least one row; a split has one row
    for each new article, a merger one for each old one; `similarity` is that of the folded words of the two articles.
    Texts of two titles are a statute and its successor: proposals with their confidence (`successor.align_into`).
    """
    if not stated and normalise_title(old.title) != normalise_title(new.title):
        return align_into(old, new)
    return align_versions(old, new, stated)


def align_versions(old: Document, new: Document, stated: Sequence[Stated] = ()) -> list[ArticleChange]:
    """Return what became of each article between two texts of one statute, whatever their titles (it may be renamed)."""
    alignment = Alignment(old, new, stated)
    alignment.take_statements()
    alignment.take_chain()
    find_swallowed(alignment)
    find_parts(alignment)
    find_paragraphs(alignment)
    find_remnants(alignment)
    find_places(alignment)
    return alignment.rows()
