"""A new workbook with the sheets of a list that is no .xlsx (.xls, .ods, .docx, .csv, .json), written by XlsxWriter.

Cell text stays text: a text that begins with "=" becomes no formula, an address no link.
"""

import io

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from basischeck.catalog.grid import Grid
from basischeck.catalog.grids import grids_of
from basischeck.catalog.model import ListFile
from basischeck.pattern import regex

_NO_SHEET_NAME = regex(r"[\[\]:*?/\\\x00-\x1f]")
_MAX_NAME = 31
_MAX_TEXT = 32_767
_WIDEST, _NARROWEST, _TALLEST = 70, 6, 409
_TITLE_LINES, _ONE_LINE = 6, 20
_DEFAULT_NAME = "清单"


def copy_book(data: bytes, read: ListFile) -> bytes:
    """Return a new .xlsx with the sheets, merged ranges and texts of the list in `data`."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    body = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"})
    head = book.add_format({"text_wrap": True, "valign": "vcenter", "align": "center", "bold": True, "border": 1, "bg_color": "#F2F2F2"})
    title = book.add_format({"bold": True, "valign": "vcenter"})
    headers = {sheet.name: sheet.header_rows for sheet in read.sheets}
    for grid, name in zip(grids := grids_of(data, read.file), sheet_names(grids), strict=True):
        sheet = book.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        if grid.hidden:
            sheet.hide()
        _write(sheet, grid, {row - 1 for row in headers.get(grid.name, ())}, (head, body, title))
    book.close()
    return stream.getvalue()


def sheet_name(name: str) -> str:
    """Return a sheet's name as Excel accepts it."""
    return _NO_SHEET_NAME.sub("_", name).strip("'")[:_MAX_NAME] or _DEFAULT_NAME


def sheet_names(grids: list[Grid]) -> list[str]:
    """Return for each grid a sheet name that Excel accepts: at most 31 characters, no reserved one, no two alike."""
    names: list[str] = []
    for grid in grids:
        wanted = sheet_name(grid.name)
        name, number = wanted, 2
        while name.casefold() in {taken.casefold() for taken in names}:
            tail = f"_{number}"
            name, number = wanted[: _MAX_NAME - len(tail)] + tail, number + 1
        names.append(name)
    return names


def _write(sheet: Worksheet, grid: Grid, headers: set[int], looks: tuple[Format, Format, Format]) -> None:
    head, body, title = looks
    widths = _widths(grid)
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for cell, first in grid.covered.items():
        ends[first] = max(ends.get(first, first), cell)
    for number, row in enumerate(grid.rows):
        alone = grid.filled[number] == [0] and _height(grid, number, widths) < _ONE_LINE
        style = head if number in headers else title if alone else body
        for column, text in enumerate(row):
            if (number, column) in grid.covered:
                if text:
                    # Text hidden under a merged cell: it stays hidden, and stays.
                    _write_text(sheet, number, column, text, style)
                continue
            end = ends.get((number, column))
            if end:
                sheet.merge_range(number, column, *end, "", style)
            if text or end is None:
                _write_text(sheet, number, column, text, style)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number in range(len(grid.rows)):
        sheet.set_row(number, _height(grid, number, widths))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if headers:
        sheet.repeat_rows(min(headers), max(headers))
        sheet.freeze_panes(max(headers) + 1, 0)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    if text:
        sheet.write_string(row, column, text[:_MAX_TEXT], style)
    else:
        sheet.write_blank(row, column, None, style)


def _height(grid: Grid, number: int, widths: list[float]) -> float:
    """Return the points at which the texts of a row can be read, as far as a spreadsheet allows; merged cells aside."""
    filled = grid.filled[number]
    lines = 1
    for column in filled:
        if (number, column) not in (grid.covered.get((number + 1, column)), grid.covered.get((number, column + 1))):
            text = grid.rows[number][column]
            needed = sum(1 + cell_len(line) // int(widths[column]) for line in text[:_MAX_TEXT].split("\n"))
            lines = max(lines, needed if len(filled) > 1 or needed <= _TITLE_LINES else 1)
    return min(_TALLEST, 4 + 14 * lines)


def _widths(grid: Grid) -> list[float]:
    # Long texts wrap: a column is as wide as the square root of its longest text wants it, like a square paragraph.
    longest = [0] * grid.width
    for number, row in enumerate(grid.rows):
        for column, text in enumerate(row):
            if text and (number, column) not in grid.covered and len(grid.filled[number]) > 1:
                longest[column] = max(longest[column], cell_len(text[:2000]))
    return [min(_WIDEST, max(_NARROWEST, 2 * size**0.5 + 2, min(size, 12) + 2)) for size in longest]
