"""An odd body is told by the groups that a list itself makes, and by none that chance makes."""

from collections.abc import Sequence
from dataclasses import replace

from basischeck.catalog.model import Item
from basischeck.facts.actors import actor_faults
from tests.rules.lists import list_of

_PLAIN = ["甲局", "甲局", "甲局", "甲局", "甲局", "乙局", "乙局", "乙局", "乙局", "乙局"]


def _items(
    bodies: Sequence[str], *, sheet: str = "清单", stems: Sequence[str] = (), category: str = "行政处罚"
) -> list[Item]:
    codes = [f"{stem}-{n:03}" for n, stem in enumerate(stems)] or [""] * len(bodies)
    rows = [{"行使主体": body, "编码": code, "权力类型": category} for body, code in zip(bodies, codes, strict=True)]
    return [replace(item, department="", department_from="") for item in list_of(rows, sheet=sheet).items]


def _odd(items: Sequence[Item]) -> dict[int, tuple[str, str]]:
    return {n: (fault.usual, fault.peers) for n, fault in actor_faults(items).items()}


def test_a_row_within_the_block_of_another_body_is_odd_where_the_list_goes_body_by_body() -> None:
    assert _odd(_items([*_PLAIN[:2], "乙局", *_PLAIN[2:]])) == {2: ("甲局", "前后相邻的事项")}
    assert _odd(_items([*_PLAIN[:7], "丙局", *_PLAIN[7:]])) == {7: ("乙局", "前后相邻的事项")}


def test_rows_in_another_order_show_nothing() -> None:
    assert _odd(_items(["甲局", "甲局", "乙局", "甲局", "甲局", "乙局", "乙局", "丙局", "丙局", "甲局", "甲局"])) == {}
    assert _odd(_items(["甲局", "乙局"] * 6)) == {}


def test_a_row_at_the_seam_of_two_blocks_shows_nothing() -> None:
    assert _odd(_items([*_PLAIN[:5], "丙局", *_PLAIN[5:]])) == {}


def test_a_sheet_of_each_department_has_its_body() -> None:
    one, two = _items([*["甲局"] * 5, "丙局"], sheet="甲局"), _items(["乙局"] * 6, sheet="乙局")
    assert _odd([*one, *two]) == {5: ("甲局", "本工作表其他事项")}


def test_a_sheet_of_each_category_has_none() -> None:
    one = _items([*["甲局"] * 5, "丙局"], sheet="行政处罚")
    two = _items(["乙局"] * 6, sheet="行政许可", category="行政许可")
    assert _odd([*one, *two]) == {}


def test_codes_that_begin_alike_have_one_body_where_the_beginnings_part_the_list() -> None:
    bodies = [*["甲局"] * 5, "丙局", *["乙局"] * 5]
    assert _odd(_items(bodies, stems=[*["NYJ"] * 6, *["JTJ"] * 5])) == {5: ("甲局", "编码开头相同的其他事项")}
    assert _odd(_items(bodies, stems=["QZB"] * 11)) == {}


def test_a_level_in_words_of_its_own_for_each_item_hides_nothing() -> None:
    rows = [{"行使主体": body, "行使层级": f"负责第{n}项工作"} for n, body in enumerate([*["甲局"] * 8, "丙局"])]
    assert set(_odd(list_of(rows).items)) == {8}
