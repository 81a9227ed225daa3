"""Laws of tables in documents: whatever a table is written as, the same cells are read."""

from hypothesis import given
from hypothesis import strategies as st

from basischeck.catalog.grid import Cell, Grid, make_grid
from basischeck.catalog.grids import grids_of
from tests.unit.catalog.documents import as_webpage, as_word, as_xml_book

TEXTS = st.sampled_from(["", "", "1", "甲许可", "《甲法》第一条", "第一行\n第二行", "a & b < c", "“引文”", "一、行政处罚"])
WIDTH = 5
HEAD = ["序号", "事项名称", "权力类型", "实施依据", "备注"]


@st.composite
def grids(draw: st.DrawFn, *, across: bool) -> Grid:
    """Draw a table with merged ranges that do not overlap, of more than one column only if `across`."""
    height = draw(st.integers(1, 8))
    rows = [HEAD, *(draw(st.lists(TEXTS, min_size=WIDTH, max_size=WIDTH)) for _ in range(height))]
    taken: set[Cell] = set()
    ranges = []
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(1, height)), draw(st.integers(0, WIDTH - 1))
        bottom = draw(st.integers(top, height))
        right = draw(st.integers(left, WIDTH - 1)) if across else left
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            ranges.append(((top, left), (bottom, right)))
            for row, column in cells - {(top, left)}:
                rows[row][column] = ""
    return make_grid("", rows, ranges)


@given(grids(across=True))
def test_网页中的表格读回原样(grid: Grid) -> None:
    assert grids_of(as_webpage(grid), "清单.xls") == [grid]


@given(grids(across=True))
def test_XML表格读回原样(grid: Grid) -> None:
    assert grids_of(as_xml_book(grid), "清单.xls") == [grid]


@given(grids(across=False))
def test_Word文档中的表格读回原样(grid: Grid) -> None:
    assert grids_of(as_word(grid), "清单.docx") == [grid]
