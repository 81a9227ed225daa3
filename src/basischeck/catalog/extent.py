"""How far the cells of a list reach: a stray cell in the last corner of a sheet would fill all memory.

The reader of workbooks lays a sheet out as a full rectangle, so the size has to be known before it is asked to read.
"""

import re
import zipfile
import zlib
from functools import reduce

from basischeck.catalog.hidden import hides
from basischeck.catalog.model import ListError

MAX_CELLS = 20_000_000
"""Cells of one sheet's rectangle; the largest published list seen has 12,000."""
MAX_SPANNED = 2_000_000
"""Cells of merged ranges of one table, each of which is kept by itself."""

MAX_ROWS = 3_000_000
"""Rows of all sheets of an XML workbook, empty ones with them, which are named by a number alone."""

MAX_COLUMNS = 16_384
"""Columns of a sheet（ECMA-376 part 1, 18.3.1.73）: what is wider can be put into no workbook."""

_MAX_TAGS = 8_000_000
"""Tags of a document; each costs a hundred bytes of memory and more. A list of 20,000 rows in Word has some four million."""

_ROW = re.compile(rb'<(?:\w+:)?row[^>]*? r="(\d{1,7})"')
_FAR = re.compile(rb' r="[A-Z]{3}\d')
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_BEYOND = re.compile(rb' r="[A-Z]{0,3}[0-9]{8}')
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="(\d{1,9})"')
_WIDEST, _NEAR, _LAST = MAX_COLUMNS, 702, 1_048_576
"""Columns of a sheet, those that have one or two letters, and its rows（ECMA-376 part 1, 18.3.1.73）."""


def check_extent(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    """Raise `ListError` where a sheet of an .xlsx or .ods would unfold into more cells than any list has.

    Return the XML of the sheets that may hide rows or columns, or hold errors, by their paths in lower case.
    """
    hiding = {}
    for entry in archive.infolist():
        path = entry.filename.replace("\\", "/").lower()
        if path.startswith("xl/worksheets/") and path.endswith(".xml"):
            xml = _content(archive, entry)
            _check_sheet(xml, name)
            if hides(xml):
                hiding[path] = xml
        elif path == "content.xml":
            _check_repeats(_content(archive, entry), name)
    return hiding


def check_markup(text: bytes | str, name: str) -> None:
    """Raise `ListError` where a document or page has more elements than any list, as one made to fill all memory has."""
    tags = text.count("<") if isinstance(text, str) else text.count(b"<")
    if tags > _MAX_TAGS:
        raise ListError(f"{name}：文件有 {tags:,} 个标记，远超一份清单。请删除多余内容，或者按部门分成几个文件，再检查。")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        return b""  # the workbook reader says what is wrong with it


def _check_sheet(xml: bytes, name: str) -> None:
    last_row = max((int(number) for number in _ROW.findall(xml[-200_000:])), default=0)
    if last_row > _LAST or _BEYOND.search(xml):
        raise ListError(f"{name}：工作表的行号超过表格的上限 {_LAST:,}，文件已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx，再检查。")
    if last_row * _WIDEST <= MAX_CELLS or (last_row * _NEAR <= MAX_CELLS and not _FAR.search(xml)):
        return
    letters: set[bytes] = set()
    bottom = 0
    for column, row in _CELL.findall(xml):
        letters.add(column)
        bottom = max(bottom, int(row))
    width = max((_column_number(column) for column in letters), default=0)
    if bottom * width > MAX_CELLS:
        raise ListError(
            f"{name}：工作表一直延伸到第 {bottom:,} 行、第 {width:,} 列，远超一份清单。"
            "请在 Excel 中按 Ctrl+End 找到边角处多余的单元格，删除那些行列后再检查。"
        )


def _check_repeats(xml: bytes, name: str) -> None:
    """Empty rows and columns are repeated to the sheet's edge in every .ods; a repeated text is what costs memory."""
    for part in re.findall(rb"<table:table-row[^>]*>.*?</table:table-row>", xml, re.DOTALL):
        counts = [(kind, int(count)) for kind, count in _REPEATED.findall(part)]
        if b"<text:p" not in part or not counts:
            continue
        rows = max((count for kind, count in counts if kind == b"rows"), default=1)
        filled = re.findall(rb'number-columns-repeated="(\d{1,9})"[^>]*(?<!/)>', part)
        columns = sum(map(int, filled)) or 1
        if rows * columns > MAX_CELLS:
            raise ListError(f"{name}：表中有重复 {rows:,} 行、{columns:,} 列的内容，远超一份清单。请删除多余的行列后再检查。")


def _column_number(letters: bytes) -> int:
    return reduce(lambda total, letter: total * 26 + letter - 64, letters, 0)
