"""Brackets behind a title: which version is named."""

import pytest

from basischeck.citation import parse
from basischeck.citation.issue import read_alias, read_bracket, read_document_number


@pytest.mark.parametrize(
    ("bracket", "year", "kind"),
    [
        ("（2018年修正）", 2018, "修正"),
        ("(2021修正)", 2021, "修正"),
        ("（2013 修订）", 2013, "修订"),
        ("〔2004修改〕", 2004, "修改"),
        ("（2019版）", 2019, None),
        ("（1998公布，2015修正）", 2015, "修正"),
        ("（2015）", 2015, None),
        ("（1999年8月30日公布，自2000年1月1日起施行，2017年12月27日修正）", 2017, "修正"),
        ("（2019年4月23日修正，自公布之日起施行）", 2019, "修正"),
        ("（2019年4月23日国务院令第714号修订）", 2019, "修订"),
        ("（根据2016年2月6日《国务院关于修改部分行政法规的决定》第一次修订）", 2016, "修订"),
        ("（2010年1月3日通过，2010年3月1日公布）", 2010, "公布"),
        ("（二〇二一年六月一日施行）", 2021, None),
        ("（国务院令第9号，自2004年7月1日起施行）", 2004, None),
    ],
)
def test_the_last_act_gives_year_and_kind(bracket: str, year: int | None, kind: str | None) -> None:
    mark = read_bracket(bracket)
    assert mark is not None
    if year is None:
        assert mark.kind == kind
    else:
        assert mark.year == year
        assert kind is None or mark.kind == kind


@pytest.mark.parametrize(
    "bracket",
    [
        "（1987年1月19日批准，1987年2月1日发布，国务院令第666号修订）",
        "（1997年12月29日通过，根据国务院关于修改部分行政法规的决定修订）",
    ],
)
def test_an_amending_without_a_date_has_no_year(bracket: str) -> None:
    mark = read_bracket(bracket)
    assert mark is not None
    assert (mark.year, mark.kind) == (None, "修订")


def test_all_full_dates_and_orders_are_given() -> None:
    mark = read_bracket("（2003年6月4日国务院令第380号公布，2011年1月8日国务院令第588号修订）")
    assert mark is not None
    assert mark.dates == ("2003-06-04", "2011-01-08")
    assert mark.orders == ("国务院令第380号", "国务院令第588号")


@pytest.mark.parametrize("bracket", ["（试行）", "（以下简称《条例》）", "（屏、台）"])
def test_a_bracket_without_issue_data_names_no_version(bracket: str) -> None:
    assert read_bracket(bracket) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("（甲政发〔2022〕99号）", "甲政发〔2022〕99号"),
        ("（甲政发【2020】53号）文", "甲政发【2020】53号"),
        ("甲企字[2004]第97号", "甲企字[2004]第97号"),
        ("甲发 ﹝ 2011 ﹞ 5号", "甲发﹝2011﹞5号"),
        ("（2011年）", None),
    ],
)
def test_a_document_number_is_read_in_any_brackets(text: str, number: str | None) -> None:
    assert read_document_number(text) == number


def test_an_alias_is_read_with_and_without_brackets() -> None:
    assert read_alias("（以下简称《条例》）") == "条例"
    assert read_alias("（以下简称渡口条例）") == "渡口条例"
    assert read_alias("（试行）") is None


def test_nested_brackets_and_titles_stay_in_the_version() -> None:
    text = "《甲条例》（2004年4月30日公布　根据2016年《关于修改〈乙条例〉的决定》（国务院令第666号）修订）第三条"
    (cited,) = parse(text).citations
    assert cited.version is not None
    assert text[slice(*cited.version.span)].endswith("修订）")


@pytest.mark.parametrize(
    ("bracket", "year", "orders"),
    [
        ("（国务院令2017第683号）", 2017, ("国务院令第683号",)),
        ("（国务院令2017号）", None, ("国务院令2017号",)),
        ("(2017 年主 席令第 76 号)", 2017, ("主席令第76号",)),
        ("（1986年1月20日主席令第34号、2013年12月28日修 改、）", 2013, ("主席令第34号",)),
        ("（国务 院令第76号）", None, ("国务院令第76号",)),
        ("（国务院令第l98号）", None, ("国务院令第198号",)),
        ("（国务院令第4l2号）", None, ("国务院令第412号",)),
        ("（国务院令第4I号）", None, ("国务院令第41号",)),
    ],
)
def test_slips_of_typing_do_not_hide_an_order(bracket: str, year: int | None, orders: tuple[str, ...]) -> None:
    found = read_bracket(bracket)

    assert found is not None
    assert (found.year, found.orders) == (year, orders)


@pytest.mark.parametrize("before", ["", "1.", "《乙法》第三条：“应当申请。” ", "《乙法》第三条。", "【行政法规】2、"])
@pytest.mark.parametrize("order", ["国务院令(第488号)", "国务院令第488号", "国务院令 第488号"])
def test_an_order_right_before_a_title_is_the_titles(before: str, order: str) -> None:
    citation = parse(f"{before}{order}《甲条例》第六条：应当申请。").citations[-1]

    assert citation.version is not None
    assert citation.version.orders == ("国务院令第488号",)
    assert not citation.quoted


@pytest.mark.parametrize("between", ["国务院令第5号", " 国务院令第5号 ", "（2018年修正）国务院令第5号", "\n国务院令第5号\n"])
def test_an_order_behind_another_title_is_not_the_next_ones(between: str) -> None:
    assert parse(f"《甲条例》{between}《乙条例》第六条").citations[-1].version is None


@pytest.mark.parametrize(("before", "tag"), [("【行政法规】2、", "行政法规"), ("【法律】1.", "法律"), ("规范性文件:", "规范性文件"), ("规章：", "规章"), ("2、", None)])
def test_a_level_may_stand_before_a_number_or_a_colon(before: str, tag: str | None) -> None:
    (citation,) = parse(f"{before}《甲条例》第六条").citations

    assert citation.level_tag == tag


@pytest.mark.parametrize(
    "text",
    ["（1991年甲局令第7号，国务院令第734号第二次修订）", "（2009年国务院令第550号公布、第732号修订）", "（1985年主席令第28号公布，第五次修正）"],
)
def test_the_year_of_the_first_order_is_not_that_of_an_amendment_without_a_year(text):
    found = read_bracket(text)

    assert (found.year, found.kind) == (None, text[-3:-1])
