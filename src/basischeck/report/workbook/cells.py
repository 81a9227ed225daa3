"""The cells of one sheet: their formats, the merged ranges that hide them, and how large they are on the screen."""

from functools import cached_property
from typing import Final

from lxml import etree

from basischeck.pattern import regex
from basischeck.report.workbook.styles import main

_NAME: Final = regex(r"\$?([A-Za-z]{1,3})\$?([0-9]+)")
_COLUMN_PIXELS, _ROW_PIXELS = 64, 20
_LARGE = 10_000


def place_of(name: str) -> tuple[int, int]:
    """Return the 1-based (row, column) of a cell name in A1 notation.

    Raises ValueError where it is none.
    """
    found = _NAME.fullmatch(name)
    if not found:
        raise ValueError(name)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def cell_name(row: int, column: int) -> str:
    """Return the A1 name of a 1-based place."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


class Cells:
    """The cells of a worksheet part."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root

    @cached_property
    def _data(self) -> etree._Element:
        found = self.root.find(main("sheetData"))
        return found if found is not None else etree.SubElement(self.root, main("sheetData"))

    @cached_property
    def _rows(self) -> dict[int, etree._Element]:
        rows: dict[int, etree._Element] = {}
        number = 0
        for row in self._data.iterchildren(main("row")):
            # The number may be left out: then it is one more than the last.
            number = int(row.get("r") or number + 1)
            rows[number] = row
        return rows

    @cached_property
    def _merged(self) -> list[tuple[int, int, int, int]]:
        areas = []
        for area in self.root.iterfind(f"{main('mergeCells')}/{main('mergeCell')}"):
            first, _, last = area.get("ref", "").partition(":")
            try:
                areas.append((*place_of(first), *place_of(last or first)))
            except ValueError:
                continue
        return areas

    @cached_property
    def _covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The first cell of the merged range by each of its cells; columns merged as a whole stay in the list."""
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self._merged
            if (bottom - top + 1) * (right - left + 1) <= _LARGE
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }

    def seen(self, name: str) -> str:
        """Return the cell that shows the text of `name`: itself, or the first of its merged range."""
        row, column = place_of(name)
        if (row, column) in self._covered:
            return cell_name(*self._covered[row, column])
        for top, left, bottom, right in self._merged:
            if (bottom - top + 1) * (right - left + 1) > _LARGE and top <= row <= bottom and left <= column <= right:
                return cell_name(top, left)
        return cell_name(row, column)

    def style(self, name: str) -> int:
        """Return the format a cell is shown in: its own, else its row's, else its column's."""
        row, column = place_of(name)
        cell = self._find(row, column)
        if cell is not None:
            return int(cell.get("s", "0"))
        line = self._rows.get(row)
        if line is not None and line.get("customFormat") in ("1", "true"):
            return int(line.get("s", "0"))
        for entry in self.root.iterfind(f"{main('cols')}/{main('col')}"):
            if int(entry.get("min", "0")) <= column <= int(entry.get("max", "0")):
                return int(entry.get("style", "0"))
        return 0

    def set_style(self, name: str, style: int) -> None:
        """Give a cell a format; a cell that is not there yet is made, empty."""
        row, column = place_of(name)
        cell = self._find(row, column)
        if cell is None:
            cell = self._insert(row, column)
        cell.set("s", str(style))

    def element(self, name: str) -> etree._Element | None:
        """Return the element of a cell, None where the sheet has none."""
        return self._find(*place_of(name))

    def _find(self, row: int, column: int) -> etree._Element | None:
        line = self._rows.get(row)
        if line is None:
            return None
        number = 0
        for cell in line.iterchildren(main("c")):
            number = place_of(cell.get("r", ""))[1] if cell.get("r") else number + 1
            if number == column:
                return cell
        return None

    def _insert(self, row: int, column: int) -> etree._Element:
        line = self._rows.get(row)
        if line is None:
            line = etree.Element(main("row"), r=str(row))
            later = sorted(number for number in self._rows if number > row)
            if later:
                self._rows[later[0]].addprevious(line)
            else:
                self._data.append(line)
            self._rows[row] = line
        cell = etree.Element(main("c"), r=cell_name(row, column))
        line.attrib.pop("spans", None)
        number = 0
        for other in line.iterchildren(main("c")):
            number = place_of(other.get("r", ""))[1] if other.get("r") else number + 1
            if number > column:
                other.addprevious(cell)
                return cell
        line.append(cell)
        return cell

    @cached_property
    def _widths(self) -> dict[int, int]:
        widths: dict[int, int] = {}
        for entry in self.root.iterfind(f"{main('cols')}/{main('col')}"):
            hidden = entry.get("hidden") in ("1", "true")
            pixels = 0 if hidden else int(float(entry.get("width", "8.43")) * 7 + 5)
            for column in range(int(entry.get("min", "1")), min(int(entry.get("max", "1")), 300) + 1):
                widths[column] = pixels
        return widths

    def width(self, column: int) -> int:
        """Return about how many pixels wide a 1-based column is."""
        return self._widths.get(column, _COLUMN_PIXELS)

    def height(self, row: int) -> int:
        """Return about how many pixels high a 1-based row is."""
        line = self._rows.get(row)
        if line is None:
            return _ROW_PIXELS
        if line.get("hidden") in ("1", "true"):
            return 0
        return int(float(line.get("ht", "15")) * 4 / 3)
