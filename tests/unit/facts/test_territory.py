"""Where a local statute binds, judged from its title and the list's region."""

import pytest

from basischeck.facts.territory import Place, place_of, region_of, territory


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("鹤壁市某条例", Place("河南省", "鹤壁市")),
        ("河南省鹤壁市", Place("河南省", "鹤壁市")),
        ("新疆维吾尔自治区某条例", Place("新疆维吾尔自治区")),
        ("海南藏族自治州某条例", Place("青海省", "海南藏族自治州")),
        ("深圳经济特区某条例", Place("广东省", "深圳市")),
        ("浙江省义乌市", Place("浙江省", None, below=True)),
    ],
)
def test_a_place_is_read_from_the_beginning_of_a_title_or_a_region(text: str, place: Place) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize("text", ["中华人民共和国某法", "国务院关于某省某事的批复", "某某市某条例", "香港特别行政区某法", ""])
def test_what_begins_with_no_known_place_has_none(text: str) -> None:
    assert place_of(text) is None


@pytest.mark.parametrize(
    ("title", "region", "wanted"),
    [
        ("河南省某条例", "克拉玛依市", "外省"),
        ("新疆维吾尔自治区某条例", "克拉玛依市", "本地"),
        ("乌鲁木齐市某条例", "克拉玛依市", "外市"),
        ("克拉玛依市某条例", "克拉玛依市", "本地"),
        ("乌鲁木齐市某条例", "新疆维吾尔自治区", None),
        ("上海市某条例", "上海市浦东新区", "本地"),
        ("某条例", "克拉玛依市", None),
        ("河南省某条例", "新疆", "外省"),
        ("乌鲁木齐市某条例", "克拉玛依", "外市"),
        ("河南省某条例", "某某县", None),
        ("河南省某条例", None, None),
    ],
)
def test_a_local_statute_binds_only_in_its_own_area(title: str, region: str | None, wanted: str | None) -> None:
    assert territory(title, "地方性法规", region, None) == wanted


def test_a_national_statute_has_no_territory() -> None:
    assert territory("上海市某办法", "行政法规", "克拉玛依市", None) is None


def test_nothing_is_said_where_the_index_places_the_statute_elsewhere_than_its_title() -> None:
    assert territory("河南省某条例", "地方性法规", "克拉玛依市", "河北省") is None


_HENAN = ("《河南省甲条例》第一条", "《河南省乙条例》第一条、《鹤壁市丙条例》第一条")


@pytest.mark.parametrize(
    ("stated", "texts", "wanted"),
    [
        ("克拉玛依市", _HENAN, "克拉玛依市"),
        ("", _HENAN, "河南省"),
        ("某某县", _HENAN, "河南省"),
        ("", _HENAN[:1], None),
        ("某某县", _HENAN[:1], "某某县"),
        ("", (*_HENAN, "《山东省甲条例》、《山东省乙条例》"), None),
    ],
)
def test_a_list_that_states_no_known_region_is_of_the_province_of_its_local_statutes(
    stated: str, texts: tuple[str, ...], wanted: str | None
) -> None:
    assert region_of(stated, texts) == wanted


def test_a_stated_region_that_all_local_statutes_speak_against_is_not_believed() -> None:
    titles = [f"《河南省{name}条例》" for name in "甲乙丙丁戊己庚辛"]
    assert region_of("克拉玛依市", titles) is None
