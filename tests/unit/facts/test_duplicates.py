from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.facts.duplicates import doubles, weightless
from tests.rules.lists import list_of


def _how(given: Sequence[Mapping[str, str]], *bases: str) -> dict[int, str]:
    cited = {n: frozenset([basis]) for n, basis in enumerate(bases)}
    return {position: double.how for position, double in doubles(list_of(given).items, cited).items()}


@given(st.text("的行为等违法，、对未按照规定处罚甲乙丙许可证和", max_size=30))
def test_去掉无关字词不因再做一次而变(name: str) -> None:
    assert weightless(weightless(name)) == weightless(weightless(weightless(name)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("对未按照规定报送资料的处罚", "对未按规定报送资料等违法行为的行政处罚"),
        ("对违反规定，擅自占用道路的处罚", "对擅自占用道路的处罚"),
        ("某某经营许可证核准", "某某经营许可审批"),
        ("对甲、乙的监督检查", "对甲和乙的检查"),
        ("对违反规定从事某经营活动的处罚", "对从事某经营的行政处罚"),
        ("对某某企业经营情况依法进行监督检查工作", "对某某企业经营的检查"),
    ],
)
def test_words_without_weight_make_no_other_power(one: str, other: str) -> None:
    assert weightless(one) == weightless(other)
    assert _how([{"事项名称": one}, {"事项名称": other}]) == {1: "weightless"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("对生产、销售假药的处罚", "对生产、销售劣药的处罚"),
        ("对电子商务经营者未公示信息的处罚", "对电子商务平台经营者未公示信息的处罚"),
        ("对第六十一条列举行为的处罚", "对第六十二条列举行为的处罚"),
        ("民办学校设立审批", "民办学校变更审批"),
        ("对企业迟报统计资料的处罚", "对个体工商户迟报统计资料的处罚"),
        ("对未报送环境监测资料的处罚", "对报送环境监测资料的处罚"),
        ("县级公路养护的监督检查工作", "市级公路养护的监督检查工作"),
    ],
)
def test_a_word_of_law_makes_another_power_even_on_the_same_basis(one: str, other: str) -> None:
    assert _how([{"事项名称": one}, {"事项名称": other}], "《某法》第一条", "《某法》第一条") == {}


def test_one_character_is_a_slip_only_on_the_same_basis() -> None:
    names = [{"事项名称": "对未经许可擅自挖掘城市道路的处罚"}, {"事项名称": "对未经许可擅自挖拙城市道路的处罚"}]
    assert _how(names, "《某法》第一条", "《某法》第一条") == {1: "slip"}
    assert _how(names, "《某法》第一条", "《某法》第二条") == {}
    assert _how(names) == {}


def test_rows_of_several_levels_are_one_item() -> None:
    assert _how([{"行使层级": "市级"}, {"行使层级": "县级"}]) == {}
    assert _how([{"行使层级": "市级"}, {"行使层级": "市级"}]) == {1: "same"}


def test_each_double_names_the_first_of_its_kind() -> None:
    found = doubles(list_of([{}, {"事项名称": "对另一行为的处罚"}, {}, {}]).items, {})
    assert {position: double.other for position, double in found.items()} == {2: 0, 3: 0}


def test_departments_and_categories_do_not_meet() -> None:
    assert _how([{"部门": "甲局"}, {"部门": "乙局"}]) == {}
    assert _how([{}, {"权力类型": "行政检查"}]) == {}
