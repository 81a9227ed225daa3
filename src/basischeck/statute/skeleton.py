"""The skeleton of one version as a fact: which articles, paragraphs, items, subitems, headings and annexes there are.

Written as one line of tokens that a diff can show: "@c1:总则" opens chapter 1, "12" is an article of one paragraph
without items, "13=-/4" an article of two paragraphs whose second has items 1 to 4, "14=3.2x5" an item 2 with five
subitems, "15=!1,2,4" items numbered 1, 2, 4 in the source.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from basischeck.citation.model import Locator
from basischeck.citation.numerals import render_numeral
from basischeck.statute.model import ArticleText, Document, Existence, Heading, ParagraphText
from basischeck.statute.structure import INCOMPLETE

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


def exists(skeleton: Skeleton, locator: Locator) -> Existence:
    """Say whether a locator stands in the skeleton and, if not, which level is the first that is missing."""
    if locator.annex is not None:
        return _annex(skeleton, locator)
    if locator.article is None:
        return _heading(skeleton, locator) or Existence(True, None)
    article = skeleton.article(locator.article)
    if article is None:
        lost = may_be_lost(skeleton, locator.article)
        return (
            Existence(True, None, lost, certain=False) if lost else Existence(False, "article", article_range(skeleton))
        )
    wrong = _heading(skeleton, locator, article)
    if wrong is not None:
        return wrong
    return _inside(article, locator)


def may_be_lost(skeleton: Skeleton, number: str) -> str | None:
    """Say in words why an article that is not in the held text may yet exist, None where nothing speaks for it.

    A source may break off before the end, or have lost an article in the middle; both are in the faults.
    """
    main = int(number.partition("-")[0])
    last = max((int(a.number.partition("-")[0]) for a in skeleton.articles), default=0)
    for fault in skeleton.faults:
        if fault.startswith(INCOMPLETE) and main > last:
            return f"所收文本不完整，止于第{render_numeral(last)}条，无法核对"
        gap = re.match(r"条号不连续：第(\d+)条\S*之后是第(\d+)条", fault)
        if gap and int(gap[1]) < main < int(gap[2]):
            return f"所收文本缺第{render_numeral(main)}条，无法核对"
    return None


def _inside(article: Article, locator: Locator) -> Existence:
    count = len(article.paragraphs)
    if locator.paragraph is not None and not 1 <= locator.paragraph <= count:
        return Existence(
            False,
            "paragraph",
            f"第{_number(article.number)}共{count}款" if count > 1 else f"第{_number(article.number)}只有一款",
            count,
        )
    chosen = article.paragraphs if locator.paragraph is None else (article.paragraphs[locator.paragraph - 1],)
    items = sum(len(p.items) for p in chosen)
    if locator.item is None:
        return Existence(True, None, None, count, items)
    holders = [p for p in chosen if locator.item in p.items]
    if not holders:
        return Existence(False, "item", _item_range(chosen, locator), count, items)
    holder = holders[0]
    subitems = holder.subitems[holder.items.index(locator.item)]
    if locator.subitem is not None and not 1 <= locator.subitem <= subitems:
        words = f"该项共{subitems}目" if subitems else "该项不分目"
        return Existence(False, "subitem", words, count, items, subitems)
    return Existence(True, None, None, count, items, subitems)


def _item_range(paragraphs: tuple[Paragraph, ...], locator: Locator) -> str:
    where = "该款" if locator.paragraph is not None else "该条"
    lists = [p.items for p in paragraphs if p.items]
    if not lists:
        return f"{where}不分项"
    spans = [
        f"第（{render_numeral(i[0])}）项至第（{render_numeral(i[-1])}）项"
        if len(i) > 1
        else f"第（{render_numeral(i[0])}）项"
        for i in lists
    ]
    return f"{where}有" + "，另有".join(spans)


def _number(number: str) -> str:
    """Write 133-1 as 一百三十三条之一."""
    main, _, suffix = number.partition("-")
    return f"{render_numeral(int(main))}条" + (f"之{render_numeral(int(suffix))}" if suffix else "")


def article_range(skeleton: Skeleton) -> str:
    """Say in words which articles there are: 第一条至第一百五十四条, with the gaps that the text has."""
    if not skeleton.articles:
        return "该文本不分条"
    spans: list[list[int]] = []
    for number in sorted({int(a.number.partition("-")[0]) for a in skeleton.articles}):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    words = [f"第{render_numeral(a)}条" + (f"至第{render_numeral(b)}条" if b > a else "") for a, b in spans]
    return "、".join(words)


def _heading(skeleton: Skeleton, locator: Locator, article: Article | None = None) -> Existence | None:
    """Return what is wrong with the headings of a locator, None where they stand (above the article, if one is given)."""
    stated: tuple[tuple[HeadingLevel, int | None], ...] = (
        ("part", locator.part),
        ("subpart", locator.subpart),
        ("chapter", locator.chapter),
        ("section", locator.section),
    )
    paths = [a.path for a in skeleton.articles] if article is None else [article.path]
    for depth, (level, number) in enumerate(stated):
        if number is None:
            continue
        inside = [path for path in paths if path[depth] == number]
        if not inside:
            return Existence(False, level, _heading_words(paths, depth, level, article))
        paths = inside
    return None


def _heading_words(paths: list[Path], depth: int, level: HeadingLevel, article: Article | None) -> str:
    numbers = sorted({n for path in paths if (n := path[depth])})
    word = _WORDS[level]
    if article is not None:
        where = f"第{render_numeral(numbers[0])}{word}" if numbers else f"不属于任何{word}"
        return f"第{_number(article.number)}在{where}" if numbers else f"第{_number(article.number)}{where}"
    if not numbers:
        return f"该文本不分{word}"
    span = f"至第{render_numeral(numbers[-1])}{word}" if len(numbers) > 1 else ""
    return f"第{render_numeral(numbers[0])}{word}{span}"


def _annex(skeleton: Skeleton, locator: Locator) -> Existence:
    label = re.sub(r"\s+", "", locator.annex or "")
    labels = [name for name, _ in skeleton.annexes]
    same = [
        i
        for i, name in enumerate(labels)
        if name == label or (name == "附件" and label == "附件1" and len(labels) == 1)
    ]
    if not same:
        kind = re.sub(r"\d+$", "", label)
        position = int(label[len(kind) :] or 1) - 1
        same = (
            [position]
            if kind in ("附件", "附") and 0 <= position < len(labels) and len(set(labels)) == 1 < len(labels) + 1
            else []
        )
    if not same:
        return Existence(False, "annex", "、".join(labels) if labels else "该文本没有附件")
    entries = skeleton.annexes[same[0]][1]
    if locator.item is not None and entries and locator.item not in entries:
        return Existence(False, "item", f"{labels[same[0]]}共{max(entries)}项", None, len(entries))
    return Existence(True, None, None, None, len(entries))


def heading_text(heading: Heading) -> str:
    """Write a heading as the text does: 第二章 监督管理."""
    number = f"第{render_numeral(heading.number)}{_WORDS[heading.level]} " if heading.number else ""
    return f"{number}{heading.title}".strip()
