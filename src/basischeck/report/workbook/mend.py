"""A list with some stretches of its cells replaced: everything else stays as it is.

An .xlsx keeps its layout, down to the formats of single characters in the cell that is changed; of .xls, .ods and .docx a
new .xlsx with the same sheets is made; delimited text keeps its encoding and delimiter.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from basischeck.catalog.container import kind_of
from basischeck.catalog.delimited import decode, read_delimited
from basischeck.catalog.grids import grids_of
from basischeck.catalog.model import ListFile
from basischeck.impact.plan import CellEdit
from basischeck.report.workbook.book import Book
from basischeck.report.workbook.cells import Cells, place_of
from basischeck.report.workbook.copy import copy_book, sheet_names
from basischeck.report.workbook.package import PackageError
from basischeck.report.workbook.runs import MendError, SharedTexts, replace_in_cell

Kind = Literal["xlsx", "csv"]
_DELIMITERS = ",\t;|，"
_ENCODINGS = ("utf-8-sig", "utf-16", "utf-8", "gb18030")


def kind_after(data: bytes, name: str) -> Kind:
    """Return what a mended list is. Raises MendError for JSON: such a list is made by another program, to be mended there."""
    kind = kind_of(data, name)
    if kind == "json":
        raise MendError("JSON 清单由其他系统生成，请在那里改正；这里只能改表格。")
    return "csv" if kind == "text" else "xlsx"


def mend(data: bytes, read: ListFile, edits: Sequence[CellEdit]) -> bytes:
    """Return `data`, the bytes that `read` was read from, with the edits made: a workbook, or delimited text.

    Raises MendError where a cell does not hold what an edit replaces: then nothing is written.
    """
    if kind_after(data, read.file) == "csv":
        return _mend_delimited(data, read.file, edits)
    names = {sheet.name: sheet.name for sheet in read.sheets}
    try:
        book = Book(data)
    except PackageError:
        grids = grids_of(data, read.file)
        names = {grid.name: name for grid, name in zip(grids, sheet_names(grids), strict=True)}
        book = Book(copy_book(data, read))
    _mend_book(book, names, edits)
    return book.package.save()


def _mend_book(book: Book, names: dict[str, str], edits: Sequence[CellEdit]) -> None:
    shared, parts = SharedTexts(book), book.parts()
    for sheet, on_sheet in _by(edits, "sheet").items():
        part = parts.get(names.get(sheet, sheet))
        if part is None:
            raise MendError(f"找不到工作表“{sheet}”")
        cells = Cells(book.package.tree(part))
        for cell, in_cell in _by(on_sheet, "cell").items():
            replace_in_cell(cells, shared, cell, in_cell)


def _by(edits: Sequence[CellEdit], field: Literal["sheet", "cell"]) -> dict[str, list[CellEdit]]:
    groups: dict[str, list[CellEdit]] = defaultdict(list)
    for edit in edits:
        groups[getattr(edit, field)].append(edit)
    return groups


def _mend_delimited(data: bytes, name: str, edits: Sequence[CellEdit]) -> bytes:
    text, encoding = decode(data, name), _encoding_of(data)
    known = [list(row) for row in read_delimited(data, name)[0].rows]
    for delimiter in _DELIMITERS:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        # The reader's own choice of delimiter is the one that gives its rows.
        if [[value.replace("\r\n", "\n").replace("\r", "\n") for value in row if value] for row in rows] == [
            [value for value in row if value] for row in known
        ]:
            break
    else:
        raise MendError("分隔方式不规则，不能按原样写回；请另存为 .xlsx 后再改")
    for cell, in_cell in _by(edits, "cell").items():
        row, column = place_of(cell)
        held = rows[row - 1][column - 1].replace("\r\n", "\n").replace("\r", "\n")
        for edit in sorted(in_cell, key=lambda edit: -edit.start):
            if held[edit.start : edit.end] != edit.old:
                raise MendError(f"单元格 {cell} 的文字与核查时读到的不同")
            held = held[: edit.start] + edit.new + held[edit.end :]
        rows[row - 1][column - 1] = held
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(rows)
    return stream.getvalue().encode(encoding)


def _encoding_of(data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            if data.decode(encoding).encode(encoding) == data:
                return encoding
        except UnicodeError:
            continue
    return "utf-8-sig"
