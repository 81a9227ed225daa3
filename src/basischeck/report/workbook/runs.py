"""The text of a cell in its runs (ECMA-376 part 1, 18.4): stretches of it replaced, the formats of its characters kept."""

import copy
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lxml import etree

from basischeck.impact.plan import CellEdit
from basischeck.pattern import regex
from basischeck.report.workbook.book import Book
from basischeck.report.workbook.cells import Cells
from basischeck.report.workbook.styles import main
from basischeck.report.workbook.text import clean

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK: Final = regex(r"(?:_x000D_|\r)\n?")


class MendError(ValueError):
    """A cell whose text is not what was read: nothing is written. The message is Chinese."""


class SharedTexts:
    """The shared strings of a workbook; cells that change get a text of their own, others keep sharing theirs."""

    def __init__(self, book: Book) -> None:
        parts = [name for name in book.package.names() if name.lower().endswith("xl/sharedstrings.xml")]
        self._entries = list(book.package.tree(parts[0]).iterchildren(main("si"))) if parts else []

    def own(self, cell: etree._Element) -> etree._Element:
        """Return the content of a text cell as an element `is` of its own, which is not yet in the cell.

        Raises MendError where the cell holds no text: a number, or a formula.
        """
        kind, value = cell.get("t"), cell.findtext(main("v"))
        if cell.find(main("f")) is not None:
            raise MendError("单元格是公式")
        content = etree.Element(main("is"))
        if kind == "inlineStr" and (held := cell.find(main("is"))) is not None:
            content.extend(copy.deepcopy(child) for child in held)
        elif kind == "s" and value is not None and value.strip().isdigit() and int(value) < len(self._entries):
            content.extend(copy.deepcopy(child) for child in self._entries[int(value)])
        else:
            raise MendError("单元格不是文字")
        for phonetic in [*content.iterchildren(main("rPh")), *content.iterchildren(main("phoneticPr"))]:
            content.remove(phonetic)
        return content


def replace_in_cell(cells: Cells, shared: SharedTexts, name: str, edits: Sequence[CellEdit]) -> None:
    """Replace stretches of one cell's text. Raises MendError where the cell does not hold what the edits replace."""
    cell = cells.element(name)
    if cell is None:
        raise MendError("单元格是空的")
    content = shared.own(cell)
    runs = list(content.iter(main("t")))
    raw = "".join(run.text or "" for run in runs)
    text, at = _as_read(raw)
    for edit in sorted(edits, key=lambda edit: -edit.start):
        if text[edit.start : edit.end] != edit.old:
            raise MendError(f"单元格 {name} 的文字与核查时读到的不同")
        _replace(runs, at[edit.start], at[edit.end], clean(edit.new))
    for child in [*cell.iterchildren(main("v")), *cell.iterchildren(main("is"))]:
        cell.remove(child)
    cell.set("t", "inlineStr")
    cell.insert(0, content)


def _as_read(raw: str) -> tuple[str, list[int]]:
    """Return a stored text as it is read, and for each place in it, and its end, the place in the stored text."""
    text, done = "", 0
    places: list[int] = []
    for found in _BREAK.finditer(raw):
        places += range(done, found.start() + 1)
        text += raw[done : found.start()] + "\n"
        done = found.end()
    return text + raw[done:], [*places, *range(done, len(raw) + 1)]


def _replace(runs: Sequence[etree._Element], start: int, end: int, new: str) -> None:
    """Put `new` for a stretch of the joined runs; it stands in the run in which the stretch begins."""
    bounds = [0]
    for run in runs:
        bounds.append(bounds[-1] + len(run.text or ""))
    written = False
    for run, (first, last) in zip(runs, pairwise(bounds), strict=True):
        if last <= start or first >= end:
            continue
        text = run.text or ""
        run.text = text[: max(0, start - first)] + ("" if written else new) + text[max(0, end - first) :]
        run.set(_SPACE, "preserve")
        written = True
