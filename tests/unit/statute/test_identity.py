"""Which documents are one statute, and what a statute is by its issue data."""

from datetime import date

import pytest

from basischeck.statute.classify import classify_document
from basischeck.statute.identity import group, settle_titles
from basischeck.statute.model import ArticleText, Document, ParagraphText, Source


def _document(
    title: str, words: str = "甲", path: str = "a.md", count: int = 6, history: tuple[str, ...] = ()
) -> Document:
    articles = tuple(ArticleText(str(n), (ParagraphText(f"{words}事项{n}应当登记。"),)) for n in range(1, count + 1))
    return Document(title, Source("测试来源", path), history=history, articles=articles)


def test_spellings_of_one_title_are_one_statute() -> None:
    groups = group(
        [_document("中华人民共和国样品法"), _document("样品法（2019年修正）", "乙"), _document("样品法实施条例", "丙")]
    )
    assert [len(members) for members in groups] == [2, 1]


def test_equal_text_under_near_titles_is_one_statute() -> None:
    groups = group([_document("样品登记管理办法（试行）"), _document("样品登记管理办法")])
    assert len(groups) == 1


def test_equal_text_under_titles_that_have_nothing_in_common_is_not() -> None:
    assert len(group([_document("样品登记管理办法"), _document("河道采砂条例")])) == 2


def test_a_text_filed_under_another_act_s_title_goes_where_its_text_is_at_home() -> None:
    rivers = _document("河道采砂条例", "河道")
    roads = _document("道路养护条例", "道路")
    older = _document("道路养护条例", "道路", path="old.md", count=5)
    misfiled = _document("河道采砂条例", "道路", path="wrong.md")
    settled, notes = settle_titles([rivers, roads, older, misfiled])
    assert [d.title for d in settled] == ["河道采砂条例", "道路养护条例", "道路养护条例", "道路养护条例"]
    assert [d.source.path for d, _ in notes] == ["wrong.md"]


@pytest.mark.parametrize(
    ("title", "history", "level", "issuer", "region"),
    [
        (
            "中华人民共和国样品法",
            "2001年第九届全国人民代表大会常务委员会第二十次会议通过",
            "法律",
            "全国人民代表大会常务委员会",
            None,
        ),
        ("样品条例", "2004年4月9日中华人民共和国国务院令第404号公布", "行政法规", "国务院", None),
        ("样品办法", "2008年11月26日农业部令第16号公布", "部门规章", "农业部", None),
        (
            "山东省样品条例",
            "2010年11月25日山东省第十一届人民代表大会常务委员会第二十次会议通过",
            "地方性法规",
            "山东省人民代表大会常务委员会",
            "山东省",
        ),
        ("辽宁省样品办法", "2011年1月20日辽宁省人民政府第252号令公布", "地方政府规章", "辽宁省人民政府", "辽宁省"),
        ("最高人民法院关于样品的解释", "法释〔2022〕17号", "司法解释", "最高人民法院", None),
        ("样品意见", "国发〔2019〕18号", "规范性文件", None, None),
    ],
)
def test_level_and_issuer_are_read_from_the_issue_data(
    title: str, history: str, level: str, issuer: str | None, region: str | None
) -> None:
    found = classify_document(_document(title, history=(history,)), {})
    assert (found.level, found.issuer, found.region) == (level, issuer, region)


def test_dates_of_a_source_are_no_part_of_identity() -> None:
    one = Document("样品法", Source("甲", "a", promulgated=date(2001, 1, 1)))
    other = Document("样品法", Source("乙", "b", promulgated=date(2002, 1, 1)))
    assert len(group([one, other])) == 1


def test_a_misspelt_title_with_the_same_provisions_is_one_statute_and_another_ordinal_is_not() -> None:
    old, new = _document("样板市优秀历史筑保护条例", count=8), _document("样板市优秀历史建筑保护条例", count=9)
    assert len(group([old, new])) == 1
    first, second = (
        _document("关于审理样品纠纷案件适用法律问题的解释（一）", count=8),
        _document("关于审理样品纠纷案件适用法律问题的解释（二）", count=9),
    )
    assert len(group([first, second])) == 2
