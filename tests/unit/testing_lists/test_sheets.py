"""A list as a workbook is read back as the rows it was written from, each field from the cell that is named for it."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from basischeck.testing.drafting import sound_rows
from basischeck.testing.list_faults import KINDS, planted, planted_faults
from basischeck.testing.list_faults.draft import Planted
from basischeck.testing.sheets import layouts, write


@given(st.integers(0, 2**32))
@settings(max_examples=20)
def test_写成工作簿再读出的事项不变(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    rows = sound_rows(rng, organs=2)
    written = write(rows, layouts(rng))
    read = {(item.sheet, item.fields["事项名称"].cell): item for item in written.read().items}
    assert len(read) == len(rows)
    for row, places in zip(rows, written.places, strict=True):
        item = read[places["事项名称"].sheet, places["事项名称"].cell]
        assert (item.name, item.category, item.code) == (row.name, row.category, row.code)
        assert [basis.cell for basis in item.bases] == [places["设定依据"].cell]


@given(planted_faults("款不存在", "依据为空", "编码重复", organs=1))
@settings(max_examples=10)
def test_a_strategy_plants_one_fault_in_a_cell_of_the_workbook(one: Planted) -> None:
    assert one.sheet in one.written.sheets
    assert one.cell in {place.cell for places in one.written.places for place in places.values()}


def test_the_same_seed_plants_the_same_fault() -> None:
    name = sorted(KINDS)[0]
    first, second = planted(name, 5, organs=1), planted(name, 5, organs=1)
    assert (first.cell, first.sheet, first.spot) == (second.cell, second.sheet, second.spot)
