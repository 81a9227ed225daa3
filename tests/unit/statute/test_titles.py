"""Titles: what is one title, what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute import open_index
from basischeck.statute.numbers import is_key, read_numbers, same_number
from basischeck.statute.titles import display_title, is_amendment, normalise_title, ordinals, strip_version


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中华人民共和国食品安全法", "食品安全法"),
        ("《 中华人民共和国统计法》", "统计法"),
        ("新疆维吾尔自治区实施<中华人民共和国渔业法>办法", "新疆维吾尔自治区实施《渔业法》办法"),
        ("公路工程竣(交)工验收办法", "公路工程竣（交）工验收办法"),
        ("行政许可法（2019年修正）", "行政许可法"),
        ("中华人民共和国农村土地承包法（2018年12月29日第二次修正）", "农村土地承包法"),
        ("最高人民法院 最高人民检察院关于办理某类案件的解释", "最高人民法院、最高人民检察院关于办理某类案件的解释"),
        ("法释〔2019〕17号关于审理某类案件若干问题的规定", "关于审理某类案件若干问题的规定"),
        ("ＡＢ类管理办法", "AB类管理办法"),
    ],
)
def test_spellings_of_one_title_have_one_form(one: str, other: str) -> None:
    assert normalise_title(one) == normalise_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("刑法修正案（十）", "刑法修正案（十一）"),
        ("宪法修正案（1999年）", "宪法修正案（2004年）"),
        ("土地管理法", "土地管理法实施条例"),
        ("产业指导目录（2019年本）", "产业指导目录（2024年本）"),
        ("人民检察院刑事诉讼规则（试行）", "人民检察院刑事诉讼规则"),
    ],
)
def test_different_statutes_keep_different_forms(one: str, other: str) -> None:
    assert normalise_title(one) != normalise_title(other)


def test_a_version_bracket_is_dropped_and_an_edition_is_not() -> None:
    assert strip_version("行政处罚法（2021年修订）") == "行政处罚法"
    assert strip_version("市场准入负面清单（2022年版）") == "市场准入负面清单（2022年版）"
    assert display_title("国发〔2019〕18号国务院关于加强监管的意见") == "国务院关于加强监管的意见"


def test_acts_that_amend_are_known_by_their_title() -> None:
    assert is_amendment("国务院关于修改部分行政法规的决定")
    assert not is_amendment("行政处罚法")


def test_ordinals_are_what_a_suggestion_must_keep() -> None:
    assert ordinals("刑法修正案（十一）") == ("十一",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国务院563号令", "国务院令第563号"),
        ("2011年3月2日中华人民共和国国务院令第591号修订", "国务院令第591号"),
        ("主席令第三十四号", "主席令第34号"),
        ("（国发〔2000〕13号)", "国发〔2000〕13号"),
        ("新政发【2020】53号", "新政发〔2020〕53号"),
        ("2014年9月30日交通运输部令2014年第15号公布", "交通运输部令2014年第15号"),
        ("2007年1月19日国土资源部第38号令公布", "国土资源部令第38号"),
    ],
)
def test_order_numbers_have_one_form(text: str, number: str) -> None:
    assert read_numbers(text) == (number,)


def test_a_number_that_begins_anew_each_term_names_nothing_alone() -> None:
    assert not is_key("主席令第34号")
    assert not is_key("交通部令第26号")
    assert is_key("国务院令第591号")
    assert is_key("农业部令2016年第3号")


def test_an_issuer_may_be_shortened() -> None:
    assert same_number("安监总局令第41号", "国家安全生产监督管理总局令第41号")
    assert not same_number("安监总局令第41号", "国家安全生产监督管理总局令第40号")
    assert not same_number("卫生部令第41号", "国家安全生产监督管理总局令第41号")


@given(st.text(alphabet="食品安全法条例办法实施中华人民共和国（）()《》〈〉0123456789年修正试行 　、·", max_size=24))
def test_名称规范化再规范化不变(title: str) -> None:
    assert normalise_title(normalise_title(title)) == normalise_title(title)


def test_a_title_without_its_region_is_that_of_the_list() -> None:
    index = open_index()
    found = index.find("食品安全条例", region="上海市")
    assert found is not None
    assert found.title == "上海市食品安全条例"
    assert index.find("食品安全条例") is None
    # What has the name alone goes before.
    national = index.find("道路运输条例", region="河南省")
    assert national is not None
    assert national.region is None
