"""A sheet as a grid of cell texts with its merged ranges: what every format is turned into before it is understood."""

from dataclasses import dataclass, field
from functools import cached_property

from basischeck.catalog.hidden import Hidden
from basischeck.catalog.wording import is_blank

Cell = tuple[int, int]
"""0-based (row, column)."""
_NOTHING = Hidden()


@dataclass(frozen=True)
class Grid:
    """One sheet: `rows` of cell texts (all of one length), and `covered`, the cells hidden by a merged range.

    `covered` goes from each cell of a merged range but the first to the first, 0-based. Texts are as stored, so a covered
    cell may still hold one (old spreadsheets keep it); `text` gives what a reader of the sheet sees. `hidden` says
    that the sheet itself is, `hides` which of its rows and columns are.
    """

    name: str
    rows: list[list[str]]
    covered: dict[Cell, Cell] = field(default_factory=dict)
    hidden: bool = False
    hides: Hidden = _NOTHING

    @cached_property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def own(self, row: int, column: int) -> str:
        """Return the text that stands in this cell itself; "" where the cell is covered by a merged range."""
        return "" if (row, column) in self.covered else self.rows[row][column]

    def top(self, row: int, column: int) -> Cell:
        """Return the cell whose text is seen here: the first of the merged range, or the cell itself."""
        return self.covered.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """Return the text seen at this place, that of the merged range's first cell where there is one."""
        above, left = self.top(row, column)
        return self.rows[above][left]

    def merged_down(self, row: int, column: int) -> bool:
        """Whether this cell is covered by a range that begins in a row above."""
        return self.covered.get((row, column), (row, column))[0] < row

    @cached_property
    def filled(self) -> list[list[int]]:
        """For each row the columns with a text of their own."""
        covered = self.covered
        none: list[int] = []
        return [
            [column for column, text in enumerate(row) if text and not text.isspace() and (number, column) not in covered]
            if any(row)
            else none
            for number, row in enumerate(self.rows)
        ]

    @cached_property
    def covered_rows(self) -> frozenset[int]:
        """The rows that a merged range reaches into."""
        return frozenset(row for row, _ in self.covered)

    def is_void(self, row: int) -> bool:
        """Tell whether a row holds nothing at all, neither a text nor a part of a merged range."""
        return not self.filled[row] and row not in self.covered_rows

    def hidden_texts(self) -> list[tuple[Cell, Cell]]:
        """Covered cells that still hold a text other than the one seen, each with the cell that covers it."""
        return [
            (cell, first)
            for cell, first in sorted(self.covered.items())
            if not is_blank(text := self.rows[cell[0]][cell[1]]) and text.strip() != self.rows[first[0]][first[1]].strip()
        ]


def make_grid(
    name: str,
    rows: list[list[str]],
    merged: list[tuple[Cell, Cell]] | None = None,
    *,
    hidden: bool = False,
    hides: Hidden = _NOTHING,
) -> Grid:
    """Return a grid from rows of uneven length: padded to the last column with text, empty rows at the end kept."""
    width = max((column + 1 for row in rows for column, text in enumerate(row) if text), default=0)
    blank = [""] * width
    even = [row[:width] + blank[len(row) :] if row else blank for row in rows]
    covered: dict[Cell, Cell] = {}
    for (top, left), (bottom, right) in merged or []:
        for row in range(top, min(bottom, len(even) - 1) + 1):
            for column in range(left, min(right, width - 1) + 1):
                if (row, column) != (top, left):
                    covered[row, column] = (top, left)
    return Grid(name, even, covered, hidden, hides)
