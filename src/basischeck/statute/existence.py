"""Whether a provision stands in a version, and if not, what would be valid, in words for people."""

import re

from basischeck.citation.model import Locator
from basischeck.citation.numerals import render_numeral
from basischeck.statute.completeness import INCOMPLETE
from basischeck.statute.model import Existence
from basischeck.statute.skeleton import Article, HeadingLevel, Paragraph, Path, Skeleton

_WORDS = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}


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
            (f"第{_number(article.number)}共{count}款" if count > 1 else f"第{_number(article.number)}只有一款") + _meant(article, locator),
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


def _meant(article: Article, locator: Locator) -> str:
    """Say which 项 may be meant by a 款 that is not there: lists count the 项 of an article as its 款."""
    listed = [paragraph.items for paragraph in article.paragraphs if paragraph.items]
    if locator.item is not None or len(listed) != 1 or locator.paragraph not in listed[0]:
        return ""
    return f"，有第（{render_numeral(locator.paragraph)}）项，引的可能是项"


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
    if any(heading.number == 0 and heading.title != "附则" for heading in skeleton.headings):
        return None  # the source has lost numbers of chapters: nothing can be told of them
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
