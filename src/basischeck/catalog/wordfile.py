"""The tables of Word documents (.docx) to grids: lists are published as annexes to notices, with headings between their parts."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from basischeck.catalog.grid import Grid
from basischeck.catalog.model import ListError
from basischeck.catalog.spans import Layout, Spanning, joined
from basischeck.catalog.wording import cell_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TAKEN_OUT = frozenset([f"{_W}del", f"{_W}moveFrom", _FALLBACK])
"""What a reader of the document does not see: deletions on record, and what stands twice for older programs."""
_MOST_COLUMNS = 63
"""Columns of a table（Word's own limit）."""


@dataclass(slots=True)
class _Cell:
    """A cell between two lines of the table's finest grid; `continues` the one above it."""

    text: str
    start: int
    end: int
    continues: bool


def read_word(data: bytes, name: str) -> list[Grid]:
    """Return the tables of a document and the paragraphs around them. Raises `ListError` where it has no table."""
    import docx  # here because it takes 100 ms and few lists are Word documents
    from lxml import etree

    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, NotImplementedError, etree.XMLSyntaxError):
        raise ListError(f"{name}：Word 文档已损坏，或者不是 .docx 格式，无法读取。请用 Word 或 WPS 打开，另存为 .docx，再检查。") from None
    parts = [_layout(block, name) if block.tag == f"{_W}tbl" else _text(block) for block in _blocks(body)]
    if not any(isinstance(part, Layout) for part in parts):
        raise ListError(f"{name}：这是 Word 文档，里面没有表格。请把清单整理成首行写栏目、每行一个事项的表，再检查。")
    return joined([part for part in parts if part], "表")


def _blocks(element: "_Element") -> "Iterator[_Element]":
    """Yield the paragraphs and tables in an element, those of content controls and insertions among them."""
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _TAKEN_OUT:
            yield from _blocks(child)


def _layout(table: "_Element", name: str) -> Layout:
    rows = [_cells(row) for row in _inside(table, f"{_W}tr") if row.find(f"{_W}trPr/{_W}del") is None]
    placed = _in_columns([row for row in rows if row])
    layout = Layout(name)
    for number, row in enumerate(placed):
        cells = []
        for first, last, cell in row:
            if not cell.continues:
                cells.append(Spanning(cell.text, _depth(placed, number, first, last), last - first + 1, first))
        layout.add(cells)
    return layout


def _cells(row: "_Element") -> list[_Cell]:
    cells: list[_Cell] = []
    place = _value(row.find(f"{_W}trPr/{_W}gridBefore"))
    for cell in _inside(row, f"{_W}tc"):
        span = _value(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        cells.append(_Cell(_text(cell), place, place + span, continues))
        place += span
    return cells


def _inside(element: "_Element", tag: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, those in content controls too, but none of a table inside a cell."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _TAKEN_OUT and child.tag != f"{_W}tbl":
            yield from _inside(child, tag)


def _in_columns(rows: list[list[_Cell]]) -> list[list[tuple[int, int, _Cell]]]:
    """Return each row's cells with the first and last column of each.

    Lines that were drawn by hand hardly ever meet, and each makes a column of its own in the document. The columns are those of
    the rows with the usual number of cells; a cell of any other row takes those that begin inside it.
    """
    usual = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    starts = Counter(tuple(cell.start for cell in row) for row in rows if len(row) == usual).most_common(1)
    lines = starts[0][0] if starts else ()
    return [list(_placed(row, lines)) for row in rows]


def _placed(row: list[_Cell], lines: tuple[int, ...]) -> Iterator[tuple[int, int, _Cell]]:
    if len(row) == len(lines):
        yield from ((number, number, cell) for number, cell in enumerate(row))
        return
    free = 0
    for cell in row:
        inside = [column for column, line in enumerate(lines) if cell.start <= line < cell.end and column >= free]
        first = max(free, inside[0] if inside else free)
        last = max(first, inside[-1] if inside else first)
        free = last + 1
        yield first, last, cell


def _depth(rows: list[list[tuple[int, int, _Cell]]], top: int, first: int, last: int) -> int:
    depth = 1
    while top + depth < len(rows) and any(
        cell.continues and (left, right) == (first, last) for left, right, cell in rows[top + depth]
    ):
        depth += 1
    return depth


def _value(element: "_Element | None") -> int:
    digits = (element.get(f"{_W}val") or "") if element is not None else ""
    return min(int(digits), _MOST_COLUMNS) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0


def _text(element: "_Element") -> str:
    """Return the text of a cell or paragraph, each paragraph on a line of its own, without what is on record as deleted."""
    pieces: list[str] = []
    _gather(element, pieces)
    return cell_text("".join(pieces).strip("\n"))


def _gather(element: "_Element", pieces: list[str]) -> None:
    for child in element:
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif child.tag == f"{_W}tab":
            pieces.append("\t")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag not in _TAKEN_OUT:
            _gather(child, pieces)
            if child.tag == f"{_W}p":
                pieces.append("\n")
