"""Hypothesis strategies for citations: numbers, locators, titles, citations, basis strings.

A model is drawn and then written, never a string that is hoped to be one: each example comes with what it means. All
titles are invented.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

from basischeck.citation import Citation, Locator, render, render_locator, render_numeral

_REGIONS = ("", "中华人民共和国", "甲省", "乙市", "丙自治区", "丁自治州")
_MATTERS = (
    "河道管理",
    "古树名木保护",
    "渡口安全",
    "种苗检验",
    "灯塔维护",
    "蚕种生产",
    "粮仓防火",
    "园林绿化",
    "集市计量",
)
_KINDS = ("法", "条例", "办法", "规定", "实施细则", "管理规定", "若干规定")
_ENDINGS = ("", "", "", "（试行）", "（二）", "（2021年修正）")
_SENTENCES = (
    "违反本条例规定的，由主管部门责令改正",
    "任何单位和个人不得占用河道",
    "有下列情形之一的，处一万元以上三万元以下罚款",
    "前款规定的期限为三十日",
    "依照本法第九条第二款的规定办理备案手续",
    "应当取得《渡口经营许可证》",
    "（一）未按规定设置标志的；（二）拒绝检查的",
)
_TAGS = ("法律", "行政法规", "地方性法规", "部门规章", "规范性文件")


def numbers(most: int = 1300) -> st.SearchStrategy[int]:
    """Draw the number of a provision, from 1; small ones and those with a 零 in them come up often."""
    tricky = st.sampled_from([1, 2, 9, 10, 11, 19, 20, 100, 101, 109, 110, 111, 120, 1000, 1001, 1010, 1100, 1260])
    return st.one_of(st.integers(1, most), tricky.filter(lambda number: number <= most))


def articles() -> st.SearchStrategy[str]:
    """Draw an article's number, now and then with a branch: "133-1"."""
    branches = st.one_of(st.just(0), st.integers(1, 12))
    return st.builds(lambda number, branch: f"{number}-{branch}" if branch else str(number), numbers(), branches)


def locators() -> st.SearchStrategy[Locator]:
    """Draw a locator as statutes can have it: a path into an article, or a chapter, with no gap that a list forbids."""
    return st.one_of(_article_locators(), _chapter_locators())


@st.composite
def _article_locators(draw: st.DrawFn) -> Locator:
    item = draw(st.none() | numbers(30))
    return Locator(
        article=draw(articles()),
        paragraph=draw(st.none() | numbers(12)),
        item=item,
        subitem=draw(st.none() | numbers(9)) if item is not None else None,
    )


@st.composite
def _chapter_locators(draw: st.DrawFn) -> Locator:
    part = draw(st.none() | numbers(9))
    chapter = numbers(29) if part is None else st.none() | numbers(29)
    chapter_number = draw(chapter)
    return Locator(
        part=part,
        subpart=draw(st.none() | numbers(3)) if part is not None else None,
        chapter=chapter_number,
        section=draw(st.none() | numbers(9)) if chapter_number is not None else None,
    )


def titles() -> st.SearchStrategy[str]:
    """Draw an invented title, some with another statute's title nested in 〈〉."""
    plain = st.builds(
        "".join,
        st.tuples(*(st.sampled_from(words) for words in (_REGIONS, _MATTERS, _KINDS, _ENDINGS))),
    )
    nested = st.builds(
        lambda region, inner: f"{region}实施〈{inner}〉办法",
        st.sampled_from(_REGIONS[2:]),
        plain.filter(lambda t: "（" not in t),
    )
    return st.one_of(plain, nested)


def citations() -> st.SearchStrategy[Citation]:
    """Draw a citation of a titled statute with up to four locators; its span is that of its canonical writing."""
    return st.builds(_citation, titles(), st.lists(_article_locators(), max_size=4))


def _citation(title: str, places: list[Locator]) -> Citation:
    written = write(title, places)
    return Citation(
        span=(0, len(written)),
        title=title,
        bracketed=True,
        locators=tuple(places),
        title_span=(0, len(title) + 2),
    )


def write(title: str, places: list[Locator]) -> str:
    """Write a title with its locators in full, joined by 、."""
    return render(title) + "、".join(render_locator(place) for place in places)


@dataclass(frozen=True, slots=True)
class BasisString:
    """A basis cell and what it rests on: (level tag, title, locator, quoted text) in order of writing."""

    text: str
    bases: tuple[tuple[str, str, Locator, str], ...]


def basis_strings() -> st.SearchStrategy[BasisString]:
    """Draw a cell as departments write it: tag, title, version bracket, then articles on lines of their own, quoted."""
    return st.builds(_cell, st.lists(_acts(), min_size=1, max_size=3))


_Act = tuple[str, str, str, list[tuple[Locator, str]]]
"""A level tag, a title, the day in its bracket, and the articles cited with what is quoted of each."""


def _acts() -> st.SearchStrategy[_Act]:
    days = st.builds("{}年{}月3日".format, st.integers(1985, 2025), st.integers(1, 12))
    places = st.lists(st.tuples(_article_locators(), _quotes()), min_size=1, max_size=3)
    return st.tuples(st.sampled_from(_TAGS), titles(), days, places)


def _cell(acts: list[_Act]) -> BasisString:
    lines: list[str] = []
    bases: list[tuple[str, str, Locator, str]] = []
    for tag, title, day, places in acts:
        lines.append(f"【{tag}】《{title}》（{day}公布）")
        for place, quote in places:
            lines.append(f"    {render_locator(place)}：{quote}")
            bases.append((tag, title, place, quote))
    return BasisString("\n".join(lines), tuple(bases))


@st.composite
def _quotes(draw: st.DrawFn) -> str:
    sentences = draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4))
    breaks = draw(st.sampled_from(["。", "。\n    ", "；"]))
    return breaks.join(sentences) + "。"


def written_numbers() -> st.SearchStrategy[tuple[int, str]]:
    """Draw a number with one of its writings: 一百零三, 103, １０３, 一〇三."""
    return numbers(999).flatmap(
        lambda number: st.sampled_from(
            [
                (number, render_numeral(number)),
                (number, str(number)),
                (number, str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))),
                (number, str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))),
            ]
        )
    )
