"""Tables whose cells span rows and columns, as web pages, XML workbooks and Word documents have them, to grids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from basischeck.catalog.extent import MAX_COLUMNS, MAX_SPANNED
from basischeck.catalog.grid import Cell, Grid, make_grid
from basischeck.catalog.hidden import Hidden
from basischeck.catalog.model import ListError
from basischeck.catalog.origin import category_in, organ_in

_LONGEST_HEADING = 60
"""Characters of a paragraph that may head the rows below it."""
_MARK = "※"
"""Begins a note（see `catalog.lines`）."""
_LONGEST_NOTE = 1000
"""Characters of a row of running text."""
_FEWEST_COLUMNS = 3
"""Columns of a table from which a text over all of them is told from a cell of one row."""


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
        self.hidden: list[int] = []
        self._reached: set[Cell] = set()
        self._cells = 0

    def add(self, cells: Iterable[Spanning], *, hidden: bool = False) -> None:
        """Add a row, which the document may hide. Raises `ListError` where the table would unfold into more cells than any list has."""
        number, row = len(self.rows), list[str]()
        self.rows.append(row)
        self.hidden += [number] if hidden else []
        for cell in cells:
            while (number, len(row)) in self._reached or (cell.column is not None and len(row) < cell.column):
                row.append("")
            left = len(row)
            row += [cell.text] + [""] * (cell.columns - 1)
            self._cells += cell.rows * cell.columns - 1
            if self._cells > MAX_SPANNED:
                raise ListError(f"{self._file}：表格合并的单元格有 {self._cells:,} 格以上，远超一份清单。请删除多余的行列后再检查。")
            if len(row) > MAX_COLUMNS:
                raise ListError(f"{self._file}：表格有 {MAX_COLUMNS:,} 列以上，不像一份清单。请删除多余的列后再检查。")
            if cell.rows > 1 or cell.columns > 1:
                self.merged.append(((number, left), (number + cell.rows - 1, left + cell.columns - 1)))
                self._reached |= {
                    (below, column)
                    for below in range(number + 1, number + cell.rows)
                    for column in range(left, left + cell.columns)
                }

    @property
    def widths(self) -> set[int]:
        """Number of columns, and of those up to the last one with a text: a table that goes on may have an empty one more."""
        filled = (len(row) - next((back for back, text in enumerate(reversed(row)) if text), len(row)) for row in self.rows)
        return {max(map(len, self.rows), default=0), max(filled, default=0)}


def joined(parts: Sequence[str | Layout], name: str) -> list[Grid]:
    """Return the tables of a document as sheets, with the texts between them in rows of their own.

    A table as wide as the one before it goes on with that: a long list is broken at pages and under headings. Sheets of a document
    that makes several are called 表1, 表2, …; `name` stands before the number.
    """
    groups: list[list[str | Layout]] = []
    waiting: list[str | Layout] = []
    widths: set[int] = set()
    for part in parts:
        waiting.append(part)
        if isinstance(part, Layout):
            if part.widths & widths:
                groups[-1] += waiting
            else:
                groups.append(waiting)
            waiting, widths = [], part.widths
    if waiting and groups:
        groups[-1] += waiting
    several = len(groups) > 1
    return [_grid(group, f"{name}{number}" if several else "") for number, group in enumerate(groups, 1)]


def _grid(parts: Sequence[str | Layout], name: str) -> Grid:
    """Return one sheet. A text below the first table reaches over all columns, so that it is no cell of an item."""
    rows: list[list[str]] = []
    merged: list[tuple[Cell, Cell]] = []
    hidden: list[int] = []
    width = max(max(part.widths) for part in parts if isinstance(part, Layout))
    below = False
    for part in parts:
        top = len(rows)
        if isinstance(part, str):
            rows += [[text] for text in (_set_apart(part, width) if below else [part])]
            merged += [((row, 0), (row, width - 1)) for row in range(top, len(rows)) if width > 1]
            continue
        below = True
        rows += part.rows
        merged += [((first[0] + top, first[1]), (last[0] + top, last[1])) for first, last in part.merged]
        hidden += [row + top for row in part.hidden]
    return make_grid(name, rows, merged, hides=Hidden(tuple(hidden)))


def _set_apart(text: str, width: int) -> list[str]:
    """Return a text below a table as it is where it may head rows; else marked as a note is, so that it is taken for no item."""
    if len(text) <= _LONGEST_HEADING and (width >= _FEWEST_COLUMNS or category_in(text) or organ_in(text) == text):
        return [text]
    return [_MARK + text[at : at + _LONGEST_NOTE] for at in range(0, len(text), _LONGEST_NOTE)]
