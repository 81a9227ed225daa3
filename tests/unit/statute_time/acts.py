"""Invented acts to test with: documents written as a title, history lines and articles."""

from collections.abc import Sequence
from datetime import date

from basischeck.statute.model import ArticleText, Document, ItemText, ParagraphText, Source


def article(number: str, *paragraphs: str) -> ArticleText:
    """Write an article; a paragraph "引语：|甲|乙" has two items."""
    return ArticleText(number, tuple(_paragraph(p) for p in paragraphs))


def _paragraph(text: str) -> ParagraphText:
    head, *items = text.split("|")
    return ParagraphText(head, tuple(ItemText(n, words) for n, words in enumerate(items, 1)))


def act(
    title: str,
    history: Sequence[str] = (),
    articles: Sequence[str | ArticleText] = (),
    *,
    source: str = "甲来源-2025-04",
    path: str = "甲.md",
    promulgated: date | None = None,
    effective: date | None = None,
    expired: bool | None = None,
    faults: Sequence[str] = (),
) -> Document:
    """Write a document; articles given as strings are numbered from 1."""
    numbered = [a if isinstance(a, ArticleText) else article(str(n), a) for n, a in enumerate(articles, 1)]
    claims = Source(source, path, promulgated=promulgated, effective=effective, expired=expired)
    return Document(title, claims, tuple(history), articles=tuple(numbered), faults=tuple(faults))
