"""XML workbooks（SpreadsheetML of Excel 2003, XML 表格 2003）to grids: older systems export them under the name .xls."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from basischeck.catalog.container import XML_BOOK
from basischeck.catalog.extent import MAX_ROWS, check_markup
from basischeck.catalog.grid import Grid, make_grid
from basischeck.catalog.hidden import Hidden
from basischeck.catalog.model import ListError
from basischeck.catalog.spans import Layout, Spanning
from basischeck.catalog.wording import cell_name, cell_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_SS = f"{{{XML_BOOK}}}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_LAST_ROW, _LAST_COLUMN = 65_536, 256
"""Rows and columns of a sheet of that time（Excel 2003）."""


def read_xml_book(data: bytes, name: str) -> list[Grid]:
    """Return its worksheets, hidden ones marked. Raises `ListError` where it is damaged."""
    from lxml import etree  # here because few lists are XML

    check_markup(data, name)
    try:
        book = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        raise ListError(f"{name}：XML 表格已损坏或不完整，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx，再检查。") from None
    if book.getroottree().docinfo.internalDTD is not None:
        # Its entities are not taken in, and a text that lacks them would pass for the whole one.
        raise ListError(f"{name}：XML 表格中有文档类型声明（DTD），不是 Excel 写出的，没有读取。请用 Excel 或 WPS 打开后另存为 .xlsx，再检查。")
    grids, rows = [], 0
    for sheet in book.iterchildren(f"{_SS}Worksheet"):
        grids.append(_grid(sheet, name))
        rows += len(grids[-1].rows)
        if rows > MAX_ROWS:
            raise ListError(f"{name}：各工作表合计有 {MAX_ROWS:,} 行以上，远超一份清单。请删除多余的行和工作表后再检查。")
    if not grids:
        raise ListError(f"{name}：工作簿里没有工作表。")
    return grids


def _grid(sheet: "_Element", name: str) -> Grid:
    layout = Layout(name)
    errors: list[tuple[str, str]] = []
    hidden: list[int] = []
    for row in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        _add_empty(layout, _number(row, "Index", _LAST_ROW) - 1 - len(layout.rows))
        hidden += [len(layout.rows)] if row.get(f"{_SS}Hidden") == "1" else []
        layout.add(_cells(row, len(layout.rows), errors))
        _add_empty(layout, min(_number(row, "Span", _LAST_ROW), _LAST_ROW - len(layout.rows)))
    visible = sheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible") or ""
    hides = Hidden(tuple(hidden), tuple(_hidden_columns(sheet)), tuple(errors))
    return make_grid(sheet.get(f"{_SS}Name") or "", layout.rows, layout.merged, hidden=visible.startswith("SheetHidden"), hides=hides)


def _add_empty(layout: Layout, count: int) -> None:
    for _ in range(count):
        layout.add(())


def _cells(row: "_Element", number: int, errors: list[tuple[str, str]]) -> Iterator[Spanning]:
    """Yield the cells of a row; a cell that says no column stands behind the one before it."""
    column = 0
    for cell in row.iterchildren(f"{_SS}Cell"):
        data = cell.find(f"{_SS}Data")
        text = "".join(map(str, data.itertext())) if data is not None else ""
        kind = data.get(f"{_SS}Type") if data is not None else ""
        column = (_number(cell, "Index", _LAST_COLUMN) or column + 1) - 1
        if kind == "Error":
            # As of other workbooks: the cell is read as empty, and that is said.
            errors.append((cell_name(number, column), text))
            text = ""
        elif kind == "DateTime":
            text = text.removesuffix("T00:00:00.000")
        down, across = _number(cell, "MergeDown", _LAST_ROW), _number(cell, "MergeAcross", _LAST_COLUMN)
        yield Spanning(cell_text(text), 1 + down, 1 + across, column)
        column += 1 + across


def _hidden_columns(sheet: "_Element") -> Iterator[int]:
    column = 0
    for each in sheet.iterfind(f"{_SS}Table/{_SS}Column"):
        column = _number(each, "Index", _LAST_COLUMN) or column + 1
        last = min(column + _number(each, "Span", _LAST_COLUMN), _LAST_COLUMN)
        if each.get(f"{_SS}Hidden") == "1":
            yield from range(column - 1, last)
        column = last


def _number(element: "_Element", attribute: str, most: int) -> int:
    digits = element.get(f"{_SS}{attribute}") or "0"
    return min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
