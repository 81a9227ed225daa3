"""The tables of Word documents to grids: lists are published as annexes to notices, with headings between their parts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from basischeck.catalog.grid import Grid
from basischeck.catalog.model import ListError
from basischeck.catalog.spans import Layout, Spanning, joined
from basischeck.catalog.wordnumbers import Numbering
from basischeck.catalog.wordparts import W, WordParts, word_parts
from basischeck.catalog.wordtext import TAKEN_OUT, is_on, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 63
"""Columns of a table（Word's own limit）."""


@dataclass(slots=True)
class _Cell:
    """A cell between two lines of the table's finest grid; `continues` the one above it."""

    element: "_Element"
    start: int
    end: int
    continues: bool


_Placed = list[tuple[int, int, _Cell]]
"""The cells of a row, each behind its first and last column."""


def read_word(data: bytes, name: str) -> list[Grid]:
    """Return the tables of a document and the paragraphs around them. Raises `ListError` where it has no table."""
    document = word_parts(data, name)
    numbering = Numbering(document)
    parts = [
        _layout(block, name, numbering) if block.tag == f"{W}tbl" else text_of(block, numbering) for block in _blocks(document.body)
    ]
    if not any(isinstance(part, Layout) for part in parts):
        raise ListError(f"{name}：这是 Word 文档，里面没有表格。请把清单整理成首行写栏目、每行一个事项的表，再检查。")
    return joined([part for part in (*parts, *_notes(document, numbering)) if part], "表")


def _notes(document: WordParts, numbering: Numbering) -> Iterator[str]:
    """Yield what stands at the foot of the pages, at the end and in the margin: it is part of no item, and must not be lost."""
    for kind in ("footnote", "endnote", "comment"):
        for note in document.all(kind):
            if text := text_of(note, numbering).strip():
                yield f"注：{text}"


def _blocks(element: "_Element") -> "Iterator[_Element]":
    """Yield the paragraphs and tables in an element, those of content controls, insertions and text boxes among them."""
    for child in element:
        if child.tag == f"{W}p":
            for box in _boxes_with_tables(child):
                yield from _blocks(box)
                box.clear()
            yield child
        elif child.tag == f"{W}tbl":
            yield child
        elif child.tag not in TAKEN_OUT:
            yield from _blocks(child)


def _boxes_with_tables(paragraph: "_Element") -> "Iterator[_Element]":
    for child in paragraph:
        if child.tag == f"{W}txbxContent":
            if child.find(f".//{W}tbl") is not None:
                yield child
        elif child.tag not in TAKEN_OUT:
            yield from _boxes_with_tables(child)


def _layout(table: "_Element", name: str, numbering: Numbering) -> Layout:
    """Return a table; what goes on with a cell that is not there, as below a break drawn by hand, is a cell of its own."""
    seen = [row for row in _inside(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
    rows = [(row, cells) for row in seen if (cells := _cells(row))]
    placed = _in_columns([cells for _, cells in rows])
    going_on = [{(first, last) for first, last, cell in row if cell.continues} for row in placed]
    layout = Layout(name)
    held: set[tuple[int, int]] = set()
    for number, (row, _) in enumerate(rows):
        spanning = []
        for first, last, cell in placed[number]:
            if cell.continues and (number, first) in held:
                continue
            depth = _depth(going_on, number, first, last)
            held |= {(below, first) for below in range(number + 1, number + depth)}
            spanning.append(Spanning(text_of(cell.element, numbering), depth, last - first + 1, first))
        layout.add(spanning, hidden=is_on(row, "trPr/hidden"))
    return layout


def _cells(row: "_Element") -> list[_Cell]:
    cells: list[_Cell] = []
    place = _value(row.find(f"{W}trPr/{W}gridBefore"))
    for cell in _inside(row, f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = cell
        if properties.find(f"{W}cellDel") is not None:
            continue
        span = _value(properties.find(f"{W}gridSpan")) or 1
        if _merge(properties, "hMerge") == "continue" and cells:
            cells[-1].end += span
        else:
            cells.append(_Cell(cell, place, place + span, _merge(properties, "vMerge", "vmerge") == "continue"))
        place += span
    return cells


def _merge(properties: "_Element", *tags: str) -> str:
    """Return what a cell says of the range it is in（ECMA-376 part 1, 17.4.84）: it begins it, goes on with it, or is in none."""
    found = next((found for tag in tags if (found := properties.find(f"{W}{tag}")) is not None), None)
    return "" if found is None else found.get(f"{W}val", "continue")


def _inside(element: "_Element", tag: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, those in content controls too, but none of a table inside a cell."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in TAKEN_OUT and child.tag != f"{W}tbl":
            yield from _inside(child, tag)


def _in_columns(rows: list[list[_Cell]]) -> list[_Placed]:
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
        inside = range(max(free, bisect_left(lines, cell.start)), bisect_left(lines, cell.end))
        first, last = (inside[0], inside[-1]) if inside else (free, free)
        free = last + 1
        yield first, last, cell


def _depth(going_on: list[set[tuple[int, int]]], top: int, first: int, last: int) -> int:
    depth = 1
    while top + depth < len(going_on) and (first, last) in going_on[top + depth]:
        depth += 1
    return depth


def _value(element: "_Element | None") -> int:
    digits = (element.get(f"{W}val") or "") if element is not None else ""
    return min(int(digits), _MOST_COLUMNS) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
