"""A new worksheet written cell by cell: texts, numbers, links, widths, a filter, a print layout."""

from collections.abc import Sequence

from lxml import etree

from basischeck.report.workbook.cells import cell_name
from basischeck.report.workbook.package import MAIN
from basischeck.report.workbook.styles import main
from basischeck.report.workbook.text import clean

MOST_LINKS = 65_530
"""Links that a worksheet may hold (Excel specifications and limits); with more the workbook has to be repaired."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Table:
    """A worksheet in the making. Texts are written as texts, whatever they begin with."""

    def __init__(self) -> None:
        self._rows: list[etree._Element] = []
        self._links: list[tuple[str, str]] = []
        self._merged: list[str] = []

    @property
    def height(self) -> int:
        """Number of rows so far."""
        return len(self._rows)

    def row(self, values: Sequence[str | int | None], styles: Sequence[int], points: float | None = None) -> int:
        """Append a row; None leaves a cell out. Return the row's number, 1-based."""
        number = len(self._rows) + 1
        row = etree.Element(main("row"), r=str(number))
        if points:
            row.set("ht", f"{points:g}")
            row.set("customHeight", "1")
        for column, (value, style) in enumerate(zip(values, styles, strict=True), start=1):
            if value is None:
                continue
            cell = etree.SubElement(row, main("c"), r=cell_name(number, column), s=str(style))
            if isinstance(value, int):
                etree.SubElement(cell, main("v")).text = str(value)
            elif value:
                cell.set("t", "inlineStr")
                text = etree.SubElement(etree.SubElement(cell, main("is")), main("t"))
                text.text = clean(value)
                text.set(_SPACE, "preserve")
        self._rows.append(row)
        return number

    def link(self, row: int, column: int, target: str) -> None:
        """Let a cell lead to another place of the workbook（'某表'!E4）; links beyond the most a sheet may hold are left out."""
        if len(self._links) < MOST_LINKS:
            self._links.append((cell_name(row, column), target))

    def merge(self, row: int, first: int, last: int) -> None:
        """Merge cells of one row."""
        self._merged.append(f"{cell_name(row, first)}:{cell_name(row, last)}")

    def worksheet(
        self, widths: Sequence[float], *, frozen: int = 0, filtered: str = "", hidden: int | None = None, selected: bool = False
    ) -> etree._Element:
        """Return the worksheet; rows up to `frozen` stay in view, column `hidden` (1-based) is not shown."""
        root = etree.Element(main("worksheet"), nsmap={None: MAIN})
        pr = etree.SubElement(root, main("sheetPr"))
        etree.SubElement(pr, main("pageSetUpPr"), fitToPage="1")
        view = etree.SubElement(etree.SubElement(root, main("sheetViews")), main("sheetView"), showGridLines="0", workbookViewId="0")
        if selected:
            view.set("tabSelected", "1")
        if frozen:
            corner = f"A{frozen + 1}"
            etree.SubElement(view, main("pane"), ySplit=str(frozen), topLeftCell=corner, activePane="bottomLeft", state="frozen")
            etree.SubElement(view, main("selection"), pane="bottomLeft", activeCell=corner, sqref=corner)
        etree.SubElement(root, main("sheetFormatPr"), defaultRowHeight="15")
        cols = etree.SubElement(root, main("cols"))
        for number, width in enumerate(widths, start=1):
            col = etree.SubElement(cols, main("col"), min=str(number), max=str(number), width=f"{width:g}", customWidth="1")
            if number == hidden:
                col.set("hidden", "1")
        etree.SubElement(root, main("sheetData")).extend(self._rows)
        if filtered:
            etree.SubElement(root, main("autoFilter"), ref=filtered)
        self._add_merged(root)
        self._add_links(root)
        etree.SubElement(root, main("pageMargins"), left="0.4", right="0.4", top="0.5", bottom="0.5", header="0.3", footer="0.3")
        etree.SubElement(root, main("pageSetup"), paperSize="9", orientation="landscape", fitToHeight="0")
        return root

    def _add_merged(self, root: etree._Element) -> None:
        if self._merged:
            merged = etree.SubElement(root, main("mergeCells"), count=str(len(self._merged)))
            for ref in self._merged:
                etree.SubElement(merged, main("mergeCell"), ref=ref)

    def _add_links(self, root: etree._Element) -> None:
        if self._links:
            links = etree.SubElement(root, main("hyperlinks"))
            for where, target in self._links:
                etree.SubElement(links, main("hyperlink"), ref=where, location=target, display=target)
