"""Laws of reading lists, on workbooks made at random."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from basischeck.catalog import ListError, read_bytes
from basischeck.catalog.columns import match_header
from basischeck.catalog.grid import make_grid
from basischeck.catalog.listing import list_of
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for

HEAD = ["序号", "事项名称", "子项名称", "权力类型", "实施依据", "责任事项依据"]
WORDS = st.sampled_from(["", "", "1", "2", "甲许可", "乙处罚", "合计", "注：无", "行政许可", "《甲法》第一条", "第二条", "/", "一、行政处罚"])
ROWS = st.lists(st.lists(WORDS, min_size=6, max_size=6), max_size=12)


@st.composite
def merged_ranges(draw: st.DrawFn) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Draw ranges that do not overlap: one column each, from some row to a row below it."""
    ranges = []
    for column in draw(st.sets(st.integers(0, 5), max_size=4)):
        top = draw(st.integers(1, 8))
        ranges.append(((top, column), (top + draw(st.integers(1, 3)), column)))
    return ranges


@given(ROWS, merged_ranges())
def test_每一行不是事项就是有理由地跳过(rows: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    found = list_of([make_grid("表", [HEAD, *rows], merged)], "x.xlsx", {})
    assert_every_row_is_accounted_for(found)


@given(ROWS)
def test_每个依据的文字都在原单元格中(rows: list[list[str]]) -> None:
    found = list_of([make_grid("表", [HEAD, *rows])], "x.xlsx", {})
    for item in found.items:
        for basis in item.bases:
            starts = basis.parts or ((0, basis.cell, basis.row),)
            ends = [start for start, _, _ in starts[1:]] + [len(basis.text)]
            for (start, cell, row), end in zip(starts, ends, strict=True):
                column = "ABCDEF".index(cell[0])
                assert basis.text[start:end].strip("\n") == rows[row - 2][column].strip("\n")


@given(ROWS)
def test_有引用的依据单元格一个也不丢(rows: list[list[str]]) -> None:
    found = list_of([make_grid("表", [HEAD, *rows])], "x.xlsx", {})
    read = {cell for item in found.items for basis in item.bases for _, cell, _ in basis.parts or ((0, basis.cell, 0),)}
    skipped = {row for skip in found.skipped for row in range(skip.first, skip.last + 1)}
    for number, row in enumerate(rows, 2):
        for column in (4, 5):
            if "《" in row[column] and number not in skipped:
                assert f"{'ABCDEF'[column]}{number}" in read


@given(st.permutations(list(range(6))))
def test_列的次序不影响结果(order: list[int]) -> None:
    rows = [HEAD, ["1", "甲许可", "设立", "行政许可", "《甲法》第一条", "《甲法》第二条"]]
    grid = make_grid("表", [[row[column] for column in order] for row in rows])
    item = list_of([grid], "x.xlsx", {}).items[0]
    assert (item.name, item.sub_name, item.category) == ("甲许可", "设立", "行政许可")
    assert {basis.role: basis.text for basis in item.bases} == {"设定依据": "《甲法》第一条", "责任事项依据": "《甲法》第二条"}


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=5), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_任何文本或得结果或得一条错误(rows: list[list[str]], encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    try:
        data = text.getvalue().encode(encoding)
    except UnicodeEncodeError:
        return
    _result_or_error(data)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"[", b'{"a":']))
def test_任何字节或得结果或得一条错误(data: bytes, start: bytes) -> None:
    _result_or_error(start + data)


@given(st.sampled_from(["责任事项", "责任", "履责", "追责", "问责"]), st.sampled_from(["依据", "的依据", "及依据", "\n依据", " 依 据"]))
def test_责任与追责的依据从不当作设定依据(owner: str, rest: str) -> None:
    found = match_header(owner + rest)
    assert found is not None
    assert found.field != "设定依据"


def _result_or_error(data: bytes) -> None:
    message = "有结果"
    try:
        assert_every_row_is_accounted_for(read_bytes(data, "x"))
    except ListError as error:
        message = str(error)
    assert message
