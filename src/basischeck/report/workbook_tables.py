"""The two sheets that a run adds: the summary with the table of findings, and what was not checked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from basischeck.catalog.model import ListFile
from basischeck.report.account import account, not_checked
from basischeck.report.evidence import evidence_text
from basischeck.report.result import CheckResult, items_with
from basischeck.report.workbook_marks import FILL_COLUMN, FILLS, RESULT_SHEET, STATISTICS_SHEET, seen_cell, sheet_of
from basischeck.report.workbook_text import put
from basischeck.rules import Finding, Rule
from basischeck.rules.page import SEVERITY_WORDS

# The wording with 《》 keeps the table from being taken for a list when the marked workbook is checked again.
_COLUMNS = (
    ("级别", 7),
    ("规则", 8),
    ("问题", 18),
    ("工作表", 14),
    ("单元格", 8),
    ("事项", 30),
    ("说明", 56),
    ("建议写作", 28),
    ("处理情况", 12),
    ("部门", 16),
    ("权力类型", 11),
    ("所引《法规》条款", 34),
    ("证据", 60),
    (FILL_COLUMN, 8),
)
_PRINTED = 9
_TITLE = Font(bold=True, size=16)
_BOLD = Font(bold=True)
_LINK = Font(color="0563C1", underline="single")
_HEAD = PatternFill("solid", start_color="D9E1F2")
_THIN = Border(*(Side("thin", color="BFBFBF") for _ in range(4)))
_WRAP = Alignment(wrap_text=True, vertical="top")
_LAST_SHOWN = len(_COLUMNS) - 1


def add_summary(
    book: Workbook,
    result: CheckResult,
    read: ListFile,
    findings: Sequence[Finding],
    fills: dict[tuple[str, str], str],
    notes: Sequence[str],
) -> None:
    """Add the first sheet: what was checked against what, then a table of `findings` that link to their cells."""
    sheet = book.create_sheet(_free_name(book, RESULT_SHEET), 0)
    put(sheet["A1"], "权责清单核查结果")
    sheet["A1"].font = _TITLE
    lines = [*_counts(findings), *account(result, read), *notes]
    for number, line in enumerate(lines, start=2):
        put(sheet.cell(number, 1), line)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=_PRINTED)
        sheet.cell(number, 1).alignment = _WRAP
        sheet.row_dimensions[number].height = 17 * (1 + len(line) // 95)
    head = len(lines) + 3
    _header(sheet, head, _COLUMNS)
    for number, finding in enumerate(findings, start=head + 1):
        _row(book, sheet, number, finding, fills)
    last = get_column_letter(_LAST_SHOWN)
    sheet.auto_filter.ref = f"A{head}:{last}{max(head + 1, head + len(findings))}"
    sheet.freeze_panes = f"A{head + 1}"
    sheet.column_dimensions[get_column_letter(len(_COLUMNS))].hidden = True
    _page(sheet, head, get_column_letter(_PRINTED))


def _counts(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return ["没有发现问题。"]
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{word} {counts[severity]} 处（涉及 {items_with(findings, severity)} 个事项）"
        for severity, word in SEVERITY_WORDS.items()
    ]
    return ["；".join(parts) + "。点“单元格”一栏可跳到清单中的原处，该处批注写有说明；表头可筛选。"]


def _row(book: Workbook, sheet: Worksheet, number: int, finding: Finding, fills: dict[tuple[str, str], str]) -> None:
    item, where = finding.item, finding.location
    values = (
        SEVERITY_WORDS[finding.severity],
        finding.rule,
        finding.title,
        where.sheet,
        where.cell or (f"第{where.row}行" if where.row else ""),
        item.name if item else "",
        finding.message,
        finding.fix.text if finding.fix else "",
        "",
        item.department if item else "",
        item.category if item else "",
        finding.citation or "",
        evidence_text(finding),
        fills.get((where.sheet, where.cell or ""), ""),
    )
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(number, column)
        put(cell, value)
        cell.alignment, cell.border = _WRAP, _THIN
    sheet.cell(number, 1).fill = PatternFill("solid", start_color=FILLS[finding.severity])
    _link(book, sheet, number, finding)


def _link(book: Workbook, sheet: Worksheet, number: int, finding: Finding) -> None:
    where = finding.location
    target = sheet_of(book, where.sheet) if where.row or where.cell else None
    if target is None:
        return
    place = seen_cell(target, where.cell).coordinate if where.cell else f"A{where.row}"
    cell = sheet.cell(number, 5)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(target.title)}!{place}")
    cell.font = _LINK


def add_statistics(
    book: Workbook, result: CheckResult, read: ListFile, findings: Sequence[Finding], rules: Sequence[Rule] = ()
) -> None:
    """Add the last sheet: findings by rule with what to do, then all that was not checked and why."""
    sheet = book.create_sheet(_free_name(book, STATISTICS_SHEET))
    put(sheet["A1"], "核查统计")
    sheet["A1"].font = _TITLE
    remedies = {rule.id: rule.remedy for rule in rules}
    counts = Counter((finding.rule, finding.title, finding.severity) for finding in findings)
    row = 3
    _header(sheet, row, (("规则", 10), ("问题", 44), ("级别", 10), ("处数", 10), ("处理办法", 90)))
    for (rule, title, severity), count in sorted(counts.items()):
        row += 1
        _cells(sheet, row, (rule, title, SEVERITY_WORDS[severity], count, remedies.get(rule, "")))
        sheet.cell(row, 3).fill = PatternFill("solid", start_color=FILLS[severity])
    for title, lines in not_checked(result, read):
        row += 2
        _header(sheet, row, (("", 0), (title, 0), ("", 0), ("处数", 0)))
        for text, count in lines:
            row += 1
            _cells(sheet, row, ("", text, "", count))
    _page(sheet, 3, "E")


def _header(sheet: Worksheet, row: int, columns: Sequence[tuple[str, int]]) -> None:
    for number, (name, width) in enumerate(columns, start=1):
        cell = sheet.cell(row, number)
        put(cell, name)
        cell.font, cell.fill, cell.border = _BOLD, _HEAD, _THIN
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if width:
            sheet.column_dimensions[get_column_letter(number)].width = width


def _cells(sheet: Worksheet, row: int, values: Sequence[str | int]) -> None:
    for number, value in enumerate(values, start=1):
        cell = sheet.cell(row, number)
        put(cell, value)
        cell.alignment, cell.border = _WRAP, _THIN


def _page(sheet: Worksheet, head: int, last: str) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{last}{sheet.max_row}"


def _free_name(book: Workbook, name: str) -> str:
    taken, number, wanted = {title.casefold() for title in book.sheetnames}, 2, name
    while wanted.casefold() in taken:
        wanted, number = f"{name}{number}", number + 1
    return wanted


def source_name(read: ListFile) -> str:
    """Return the file name of a list."""
    return Path(read.file).name
