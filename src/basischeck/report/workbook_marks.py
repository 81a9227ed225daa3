"""Marks in the user's own cells: a fill by severity and a comment with message, evidence and proposed text."""

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import groupby

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from basischeck.report.evidence import evidence_text
from basischeck.report.workbook_text import clean
from basischeck.rules import SEVERITIES, Finding
from basischeck.rules.page import SEVERITY_WORDS

AUTHOR = "basischeck"
FILLS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
RESULT_SHEET, STATISTICS_SHEET = "核查结果", "核查统计"
FILL_COLUMN = "原底色"
_RULE = "—— 核查意见（basischeck）——"
_SHOWN = 12
_LINE, _WIDTH = 44, 380


def mark_cells(book: Workbook, findings: Sequence[Finding]) -> dict[tuple[str, str], str]:
    """Mark every cell that a finding names; return by (sheet, cell) the fill it had, "" where it had none.

    A finding about a cell hidden under a merged range is marked at the range's first cell, where it can be seen.
    """
    before: dict[tuple[str, str], str] = {}

    def place(finding: Finding) -> tuple[str, str]:
        return finding.location.sheet, finding.location.cell or ""

    for (name, where), group in groupby(sorted(findings, key=place), key=place):
        sheet = sheet_of(book, name)
        if not where or sheet is None:
            continue
        cell = seen_cell(sheet, where)
        before[name, where] = _fill_words(cell)
        _mark(cell, list(group))
    return before


def sheet_of(book: Workbook, name: str) -> Worksheet | None:
    """Return the sheet a finding names; a list without sheets (.csv, .json) has one sheet in the new workbook."""
    if name in book.sheetnames:
        return book[name]
    lists = [sheet for sheet in book.worksheets if sheet.title not in (RESULT_SHEET, STATISTICS_SHEET)]
    return lists[0] if len(lists) == 1 else next((s for s in lists if s.title == name[:31]), None)


def seen_cell(sheet: Worksheet, where: str) -> Cell:
    """Return the cell that shows the text of `where`: itself, or the first of its merged range."""
    cell = sheet[where]
    if isinstance(cell, MergedCell):
        for area in sheet.merged_cells.ranges:
            if where in area:
                return sheet.cell(area.min_row, area.min_col)
    return cell


def _mark(cell: Cell, findings: list[Finding]) -> None:
    worst = min(findings, key=lambda finding: SEVERITIES.index(finding.severity)).severity
    cell.fill = PatternFill("solid", start_color=FILLS[worst])
    text = comment_text(findings)
    if cell.comment is not None and cell.comment.text.strip():
        text = f"{cell.comment.text.rstrip()}\n\n{text}"
    cell.comment = Comment(clean(text), AUTHOR, width=_WIDTH, height=_height(text))


def comment_text(findings: Iterable[Finding]) -> str:
    """Return the comment of a cell: its findings, gravest first, each with message, evidence and proposed text."""
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    parts = [_RULE]
    for finding in ordered[:_SHOWN]:
        lines = [f"【{SEVERITY_WORDS[finding.severity]}】{finding.title}（{finding.rule}）", finding.message]
        if finding.fix:
            lines.append(f"建议写作：{finding.fix.text}")
        if evidence := evidence_text(finding):
            lines.append(f"证据：{evidence}")
        parts.append("\n".join(lines))
    if len(ordered) > _SHOWN:
        parts.append(f"此格另有 {len(ordered) - _SHOWN} 处，见“{RESULT_SHEET}”表。")
    return "\n\n".join(parts)


def _height(text: str) -> int:
    lines = sum(1 + cell_len(line) // _LINE for line in text.splitlines())
    return min(600, 24 + 17 * lines)


def _fill_words(cell: Cell) -> str:
    fill = cell.fill
    if not isinstance(fill, PatternFill) or fill.fill_type is None:
        return ""
    colour = fill.start_color
    return f"{fill.fill_type}|{colour.type}|{colour.value}|{colour.tint}"


def _fill_of(words: str) -> PatternFill:
    if words.count("|") != 3:
        return PatternFill()
    pattern, kind, value, tint = words.split("|")
    fill = PatternFill(pattern)
    colour = copy(fill.start_color)
    setattr(colour, kind, value if kind == "rgb" else int(value))
    colour.tint = float(tint)
    fill.fgColor = colour
    return fill


def remove_marks(book: Workbook) -> None:
    """Take away the sheets, comments and fills of an earlier run; the fills that cells had before come back."""
    had = _fills_before(book)
    for name in (RESULT_SHEET, STATISTICS_SHEET):
        if name in book.sheetnames and book[name]["A1"].value in _OWN_TITLES:
            book.remove(book[name])
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell, MergedCell) and cell.comment is not None and _RULE in cell.comment.text:
                    _unmark(cell, had.get((sheet.title, cell.coordinate), ""))


def _unmark(cell: Cell, fill: str) -> None:
    theirs = cell.comment.text.partition(_RULE)[0].rstrip() if cell.comment else ""
    cell.comment = Comment(theirs, AUTHOR) if theirs else None
    if (cell.fill.start_color.rgb or "")[-6:] in FILLS.values():
        cell.fill = _fill_of(fill)


_OWN_TITLES = ("权责清单核查结果", "核查统计")


def _fills_before(book: Workbook) -> dict[tuple[str, str], str]:
    if RESULT_SHEET not in book.sheetnames:
        return {}
    fills: dict[tuple[str, str], str] = {}
    columns: dict[str, int] = {}
    for row in book[RESULT_SHEET].iter_rows(values_only=True):
        if FILL_COLUMN in row:
            columns = {str(value): number for number, value in enumerate(row) if value}
        elif columns and row[columns[FILL_COLUMN]]:
            fills[str(row[columns["工作表"]]), str(row[columns["单元格"]])] = str(row[columns[FILL_COLUMN]])
    return fills


def row_of(where: str) -> int:
    """Return the row of a cell name."""
    return int(coordinate_from_string(where)[1])
