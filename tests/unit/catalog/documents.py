"""A grid written as a web page, an XML workbook and a Word document: what their readers have to give back."""

import io
from collections.abc import Iterable
from html import escape

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from basischeck.catalog import ListFile
from basischeck.catalog.grid import Cell, Grid

HEAD = ["序号", "事项名称", "权力类型", "实施依据"]
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def ends_of(grid: Grid) -> dict[Cell, Cell]:
    """Give the last cell of each merged range by its first."""
    ends: dict[Cell, Cell] = {}
    for cell, first in grid.covered.items():
        ends[first] = max(ends.get(first, first), cell)
    return ends


def as_webpage(grid: Grid) -> bytes:
    """Give the page with one table."""
    ends = ends_of(grid)
    rows = []
    for number, row in enumerate(grid.rows):
        cells = []
        for column, text in enumerate(row):
            if (number, column) in grid.covered:
                continue
            last = ends.get((number, column), (number, column))
            shown = escape(text).replace("\n", "<br>")
            cells.append(f"<td rowspan={last[0] - number + 1} colspan='{last[1] - column + 1}'>\n  {shown}\n</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<html><body><table>{''.join(rows)}</table></body></html>".encode()


def as_xml_book(grid: Grid) -> bytes:
    """Give the workbook with one sheet; cells say their columns only where one was left out, as Excel writes them."""
    ends = ends_of(grid)
    rows = []
    for number, row in enumerate(grid.rows):
        cells, expected = [], 0
        for column, text in enumerate(row):
            if (number, column) in grid.covered or not (text or (number, column) in ends):
                continue
            last = ends.get((number, column), (number, column))
            index = f' ss:Index="{column + 1}"' if column != expected else ""
            merge = f' ss:MergeDown="{last[0] - number}" ss:MergeAcross="{last[1] - column}"'
            shown = escape(text).replace("\n", "&#10;")
            cells.append(f'<Cell{index}{merge}><Data ss:Type="String">{shown}</Data></Cell>')
            expected = last[1] + 1
        rows.append(f"<Row>{''.join(cells)}</Row>")
    sheet = f'<Worksheet ss:Name="{escape(grid.name)}"><Table>{"".join(rows)}</Table></Worksheet>'
    return f'<?xml version="1.0"?>\n<Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">{sheet}</Workbook>'.encode()


def as_word(grid: Grid) -> bytes:
    """Give the document with one table."""
    document = docx.Document()
    ends = ends_of(grid)
    table = document.add_table(0, grid.width)._tbl
    for number, row in enumerate(grid.rows):
        line = OxmlElement("w:tr")
        table.append(line)
        column = 0
        while column < grid.width:
            first = grid.top(number, column)
            last = ends.get(first, (number, column))
            cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
            cell.append(properties)
            if last[1] > column:
                span = OxmlElement("w:gridSpan")
                span.set(qn("w:val"), str(last[1] - column + 1))
                properties.append(span)
            if last[0] > first[0]:
                merge = OxmlElement("w:vMerge")
                if first[0] == number:
                    merge.set(qn("w:val"), "restart")
                properties.append(merge)
            for text in row[column].split("\n"):
                paragraph, run, shown = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
                shown.text = text
                run.append(shown)
                paragraph.append(run)
                cell.append(paragraph)
            line.append(cell)
            column = last[1] + 1
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page(*rows: Iterable[str], above: str = "", tag: str = "td") -> str:
    """Give a page with one table below what stands `above`."""
    lines = "".join(f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row)}</tr>" for row in rows)
    return f"{above}<table>{lines}</table>"


def names(found: ListFile) -> list[tuple[str, str]]:
    """Give name and category of each item."""
    return [(item.name, item.category) for item in found.items]
