from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.catalog.model import Item
from basischeck.facts.numbering import numbering_faults
from tests.rules.lists import list_of


def _items(serials: Sequence[str], categories: Sequence[str] | None = None) -> tuple[Item, ...]:
    kinds = categories or ["行政处罚"] * len(serials)
    return list_of([{"序号": s, "权力类型": k, "事项名称": f"对行为{n}的处罚"} for n, (s, k) in enumerate(zip(serials, kinds, strict=True))]).items


def _kinds(serials: Sequence[str], categories: Sequence[str] | None = None) -> dict[int, str]:
    return {position: fault.kind for position, fault in numbering_faults(_items(serials, categories)).items()}


@given(st.integers(1, 60))
def test_依次编号的清单没有问题(count: int) -> None:
    assert _kinds([str(n + 1) for n in range(count)]) == {}


@given(st.integers(3, 40), st.data())
def test_抽去一项只报一处缺号(count: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(2, count - 1))
    serials = [str(n) for n in range(1, count + 1) if n != gone]
    assert _kinds(serials) == {gone - 1: "缺号"}


@pytest.mark.parametrize(
    ("serials", "found"),
    [
        (["1", "2", "2", "3"], {2: "重复"}),
        (["1", "2", "2", "4"], {2: "重复"}),
        (["1", "2", "7", "4", "5"], {2: "乱序"}),
        (["1", "2", "4", "3", "5"], {3: "乱序"}),
        (["1", "", "3", "4"], {1: "空缺"}),
        (["5", "6", "7"], {0: "起始"}),
        (["1", "2", "1", "2"], {}),
        (["1", "2,3", "4"], {}),
        (["1-1", "1-2", "2-1", "2-3"], {3: "缺号"}),
        (["一", "二", "三"], {}),
        (["甲", "乙", "丙"], {}),
        (["1.", "2、", "（3）"], {}),
    ],
)
def test_each_kind_of_fault_is_told_at_its_item(serials: list[str], found: dict[int, str]) -> None:
    assert _kinds(serials) == found


def test_a_number_typed_wrong_says_what_it_should_be() -> None:
    assert numbering_faults(_items(["1", "2", "7", "4", "5"]))[2].note == "序号7不在顺序之中，按顺序应为3"


def test_a_new_category_may_begin_anew() -> None:
    assert _kinds(["3", "4", "1", "2"], ["行政处罚", "行政处罚", "行政许可", "行政许可"]) == {0: "起始"}


def test_a_sheet_that_counts_on_from_the_one_before_is_in_order() -> None:
    assert numbering_faults(_items(["12", "13"]), before="11") == {}


def test_an_excerpt_of_a_longer_list_is_said_once() -> None:
    faults = numbering_faults(_items([str(n * 3 + 1) for n in range(20)]))
    assert [fault.kind for fault in faults.values()] == ["缺号"]
    assert "此后还有18处缺号" in faults[1].note
