"""Tables whose cells span rows and columns, as web pages, XML workbooks and Word documents have them, to grids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from basischeck.catalog.extent import MAX_CELLS
from basischeck.catalog.grid import Cell, Grid, make_grid
from basischeck.catalog.model import ListError


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell with how many rows and columns it spans; `column`（0-based）is where it stands, if not behind the one before it."""

    text: str
    rows: int = 1
    columns: int = 1
    column: int | None = None


class Layout:
    """Lays cells out row by row; what a cell above reaches down into is passed over, as browsers do（HTML, 4.9.12）."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.rows: list[list[str]] = []
        self.merged: list[tuple[Cell, Cell]] = []
        self._reached: set[Cell] = set()
        self._cells = 0

    def add(self, cells: Iterable[Spanning]) -> None:
        """Add a row. Raises `ListError` where the table would unfold into more cells than any list has."""
        number, row = len(self.rows), list[str]()
        self.rows.append(row)
        for cell in cells:
            while (number, len(row)) in self._reached or (cell.column is not None and len(row) < cell.column):
                row.append("")
            left = len(row)
            row += [cell.text] + [""] * (cell.columns - 1)
            self._cells += cell.rows * cell.columns
            if self._cells > MAX_CELLS:
                raise ListError(f"{self._file}：表格合并的单元格有 {self._cells:,} 格以上，远超一份清单。请删除多余的行列后再检查。")
            if cell.rows > 1 or cell.columns > 1:
                self.merged.append(((number, left), (number + cell.rows - 1, left + cell.columns - 1)))
                self._reached |= {
                    (below, column)
                    for below in range(number + 1, number + cell.rows)
                    for column in range(left, left + cell.columns)
                }

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(map(len, self.rows), default=0)


def joined(parts: Sequence[str | Layout], name: str) -> list[Grid]:
    """Return the tables of a document as sheets, with the texts between them in rows of their own.

    A table as wide as the one before it goes on with that: a long list is broken at pages and under headings. Sheets of a document
    that makes several are called 表1, 表2, …; `name` stands before the number.
    """
    groups: list[list[str | Layout]] = []
    waiting: list[str | Layout] = []
    width = 0
    for part in parts:
        waiting.append(part)
        if isinstance(part, Layout):
            if part.width == width:
                groups[-1] += waiting
            else:
                groups.append(waiting)
            waiting, width = [], part.width
    if waiting and groups:
        groups[-1] += waiting
    several = len(groups) > 1
    return [_grid(group, f"{name}{number}" if several else "") for number, group in enumerate(groups, 1)]


def _grid(parts: Sequence[str | Layout], name: str) -> Grid:
    rows: list[list[str]] = []
    merged: list[tuple[Cell, Cell]] = []
    for part in parts:
        if isinstance(part, str):
            rows.append([part])
            continue
        top = len(rows)
        rows += part.rows
        merged += [((first[0] + top, first[1]), (last[0] + top, last[1])) for first, last in part.merged]
    return make_grid(name, rows, merged)
