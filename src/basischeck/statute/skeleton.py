"""The skeleton of one version as a fact: which articles, paragraphs, items, subitems, headings and annexes there are.

Written as one line of tokens that a diff can show: "@c1:总则" opens chapter 1, "12" is an article of one paragraph
without items, "13=-/4" an article of two paragraphs whose second has items 1 to 4, "14=3.2x5" an item 2 with five
subitems, "15=!1,2,4" items numbered 1, 2, 4 in the source.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from basischeck.statute.model import ArticleText, Document, Heading, ParagraphText

_LETTERS = {"part": "p", "subpart": "b", "chapter": "c", "section": "s"}
_LEVELS = {letter: level for level, letter in _LETTERS.items()}
_WORDS = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}
_ORDER = ("part", "subpart", "chapter", "section")
Path = tuple[int | None, int | None, int | None, int | None]
HeadingLevel = Literal["part", "subpart", "chapter", "section"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One 款: the numbers of its items, and for each item how many subitems it has."""

    items: tuple[int, ...] = ()
    subitems: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One 条: number, paragraphs, and the numbers of the headings above it."""

    number: str
    paragraphs: tuple[Paragraph, ...]
    path: Path


@dataclass(frozen=True)
class Skeleton:
    """The skeleton of one version."""

    articles: tuple[Article, ...]
    headings: tuple[Heading, ...]
    annexes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    numbering: str = "条"
    faults: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Position of each article by number, the first where a source has a number twice."""
        found: dict[str, int] = {}
        for position, article in enumerate(self.articles):
            found.setdefault(article.number, position)
        return found

    def article(self, number: str) -> Article | None:
        """Return the article of that number."""
        position = self.positions.get(number)
        return None if position is None else self.articles[position]


def encode_skeleton(document: Document) -> str:
    """Write the skeleton of a document as one line of tokens."""
    tokens: list[str] = []
    pending = list(document.headings)
    for position, article in enumerate(document.articles):
        while pending and pending[0].at <= position:
            heading = pending.pop(0)
            tokens.append(f"@{_LETTERS[heading.level]}{heading.number}:{heading.title}")
        tokens.append(_encode_article(article))
    tokens.extend(f"@{_LETTERS[h.level]}{h.number}:{h.title}" for h in pending)
    return " ".join(tokens)


def _encode_article(article: ArticleText) -> str:
    paragraphs = "/".join(map(_encode_paragraph, article.paragraphs))
    return article.number if paragraphs == "-" else f"{article.number}={paragraphs}"


def _encode_paragraph(paragraph: ParagraphText) -> str:
    if not paragraph.items:
        return "-"
    numbers = [item.number for item in paragraph.items]
    plain = numbers == list(range(1, len(numbers) + 1))
    head = str(len(numbers)) if plain else "!" + ",".join(map(str, numbers))
    subs = [f"{i}x{len(item.subitems)}" for i, item in enumerate(paragraph.items, 1) if item.subitems]
    return ".".join([head, *subs])


def decode_skeleton(
    line: str,
    annexes: Iterable[tuple[str, tuple[int, ...]]] = (),
    numbering: str = "条",
    faults: Iterable[str] = (),
) -> Skeleton:
    """Read what `encode_skeleton` wrote."""
    articles: list[Article] = []
    headings: list[Heading] = []
    path: list[int | None] = [None, None, None, None]
    for token in line.split(" ") if line else ():
        if token[0] == "@":
            head, _, title = token[1:].partition(":")
            level, number = _LEVELS[head[0]], int(head[1:])
            depth = _ORDER.index(level)
            path[depth:] = [number or None, *[None] * (3 - depth)]
            headings.append(Heading(level, number, title, (path[0], path[1], path[2], path[3]), len(articles)))
        else:
            number_text, _, rest = token.partition("=")
            paragraphs = tuple(map(_decode_paragraph, rest.split("/"))) if rest else (Paragraph(),)
            if "=" in token and not rest:
                paragraphs = ()
            articles.append(Article(number_text, paragraphs, (path[0], path[1], path[2], path[3])))
    return Skeleton(tuple(articles), tuple(headings), tuple(annexes), numbering, tuple(faults))


def _decode_paragraph(text: str) -> Paragraph:
    if text == "-":
        return Paragraph()
    head, *subs = text.split(".")
    numbers = tuple(map(int, head[1:].split(","))) if head[0] == "!" else tuple(range(1, int(head) + 1))
    counts = [0] * len(numbers)
    for sub in subs:
        position, _, count = sub.partition("x")
        counts[int(position) - 1] = int(count)
    return Paragraph(numbers, tuple(counts))
