"""The two sheets that a run adds: the summary with the table of findings, and what was not checked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len

from basischeck.catalog.model import ListFile
from basischeck.report.account import account, none_found, not_checked
from basischeck.report.evidence import evidence_text
from basischeck.report.result import CheckResult, items_with
from basischeck.report.workbook.book import Book, quoted
from basischeck.report.workbook.cells import Cells, cell_name
from basischeck.report.workbook.marks import (
    COLOURS,
    FILL_COLUMN,
    RESULT_SHEET,
    RESULT_TITLE,
    STATISTICS_SHEET,
    STATISTICS_TITLE,
    confidence,
    sheet_of,
)
from basischeck.report.workbook.styles import Styles, solid
from basischeck.report.workbook.table import MOST_LINKS, Table
from basischeck.rules import SEVERITIES, Finding, Rule
from basischeck.rules.page import SEVERITY_WORDS

# The wording with 《》 keeps the table from being taken for a list when the marked workbook is checked again.
_COLUMNS = (
    ("级别", 7),
    ("规则", 8),
    ("问题", 16),
    ("工作表", 12),
    ("单元格", 8),
    ("事项", 26),
    ("所引《法规》条款", 26),
    ("说明", 48),
    ("建议写作", 24),
    ("把握", 8),
    ("处理情况", 11),
    ("部门", 16),
    ("权力类型", 11),
    ("证据", 60),
    (FILL_COLUMN, 8),
)
_PRINTED, _CELL, _LAST = 11, 5, len(_COLUMNS) - 1
_CELLS_OF_A_LINE = 92
_TALLEST = 400
_BORDER = "<border>" + "".join(f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>' for side in ("left", "right", "top", "bottom")) + "<diagonal/></border>"
_WRAP = '<alignment vertical="top" wrapText="1"/>'


def _font(marks: str, size: int, colour: str = "000000") -> str:
    # 宋体 is on every computer these lists are kept on.
    return f'<font>{marks}<sz val="{size}"/><color rgb="FF{colour}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'


class Looks:
    """The cell formats of the added sheets."""

    def __init__(self, styles: Styles) -> None:
        self.title = styles.make(font=_font("<b/>", 16))
        self.line = styles.make(font=_font("", 11), alignment=_WRAP)
        self.head = styles.make(
            font=_font("<b/>", 11),
            fill=solid("D9E1F2"),
            border=_BORDER,
            alignment='<alignment vertical="center" wrapText="1"/>',
        )
        plain = _font("", 10)
        self.cell = styles.make(font=plain, border=_BORDER, alignment=_WRAP)
        self.link = styles.make(font=_font("<u/>", 10, "0563C1"), border=_BORDER, alignment=_WRAP)
        self.severity = {
            name: styles.make(font=plain, fill=solid(colour), border=_BORDER, alignment=_WRAP) for name, colour in COLOURS.items()
        }


def add_summary(
    book: Book,
    looks: Looks,
    result: CheckResult,
    read: ListFile,
    findings: Sequence[Finding],
    fills: dict[tuple[str, str], str],
    notes: Sequence[str],
) -> None:
    """Add the first sheet: what was checked against what, then a table of `findings` that link to their cells."""
    table = Table()
    table.row([RESULT_TITLE], [looks.title], 26)
    if len(findings) > MOST_LINKS:
        notes = [*notes, f"表中只有前 {MOST_LINKS} 处可以点击跳转（一个工作表的上限），其余请按所写的单元格查找。"]
    for line in (_counts(findings, result), *account(result, read), *notes):
        row = table.row([line, *[""] * (_PRINTED - 1)], [looks.line] * _PRINTED, 16.5 * (1 + len(line) // _CELLS_OF_A_LINE))
        table.merge(row, 1, _PRINTED)
    table.row([], [], 6)
    head = table.row([name for name, _ in _COLUMNS], [looks.head] * len(_COLUMNS), 20)
    # The gravest first: that is what a reader of the summary looks for; the rows of the list are marked in place.
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    for finding, shown in zip(ordered, _places(book, read, ordered), strict=True):
        _row(table, looks, finding, shown, fills)
    last = max(table.height, head + 1)
    area = f"A{head}:{cell_name(last, _LAST)}"
    name = book.free_name(RESULT_SHEET)
    sheet = table.worksheet([width for _, width in _COLUMNS], frozen=head, filtered=area, hidden=len(_COLUMNS), selected=True)
    ranges = {
        "_xlnm._FilterDatabase": f"$A${head}:${cell_name(1, _LAST)[:-1]}${last}",
        "_xlnm.Print_Area": f"$A$1:${cell_name(1, _PRINTED)[:-1]}${last}",
        "_xlnm.Print_Titles": f"${head}:${head}",
    }
    book.add(name, sheet, first=True, ranges=ranges)


def _places(book: Book, read: ListFile, findings: Sequence[Finding]) -> list[tuple[str, str] | None]:
    """Return for each finding the sheet and the cell where it is to be seen; None where that is not in this workbook."""
    cells: dict[str, Cells] = {}
    parts = book.parts()
    places: list[tuple[str, str] | None] = []
    for finding in findings:
        where = finding.location
        sheet = sheet_of(book, where.sheet) if where.file == read.file else None
        if sheet is None:
            places.append(None)
            continue
        here = cells.setdefault(sheet, Cells(book.package.tree(parts[sheet])))
        places.append((sheet, here.seen(where.cell) if where.cell else f"A{where.row or 1}"))
    return places


def _counts(findings: Sequence[Finding], result: CheckResult) -> str:
    if not findings:
        return none_found(result)
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{SEVERITY_WORDS[s]} {counts[s]} 处（涉及 {items_with(findings, s)} 个事项）" for s in SEVERITIES]
    return "；".join(parts) + "。点“单元格”一栏可跳到清单中的原处，该处批注写有说明；表头可筛选。"


def _row(table: Table, looks: Looks, finding: Finding, shown: tuple[str, str] | None, fills: dict[tuple[str, str], str]) -> None:
    item, where = finding.item, finding.location
    cell = shown[1] if where.cell and shown else f"第{where.row}行" if where.row else "全表" if shown else where.cell or ""
    values = [
        SEVERITY_WORDS[finding.severity],
        finding.rule,
        finding.title,
        shown[0] if shown else f"{Path(where.file).name} {where.sheet}".strip(),
        cell,
        item.name if item else "",
        finding.citation or "",
        finding.message,
        finding.fix.text if finding.fix else "",
        confidence(finding.fix) if finding.fix else "",
        "",
        item.department if item else "",
        item.category if item else "",
        evidence_text(finding),
        fills.get(shown, "") if shown else "",
    ]
    styles = [looks.severity[finding.severity], *[looks.cell] * (len(values) - 1)]
    if shown:
        styles[_CELL - 1] = looks.link
    row = table.row(values, styles, _points(values[:_PRINTED]))
    if shown:
        table.link(row, _CELL, f"{quoted(shown[0])}!{shown[1]}")


def _points(values: Sequence[str]) -> float:
    """Return the height in points at which the printed columns of a row can be read whole."""
    lines = max(
        sum(1 + max(0, cell_len(line) - 1) // int(width * 1.1) for line in value.split("\n"))
        for value, (_, width) in zip(values, _COLUMNS, strict=False)
    )
    return min(_TALLEST, 4 + 13.5 * lines)


def add_statistics(
    book: Book, looks: Looks, result: CheckResult, read: ListFile, findings: Sequence[Finding], rules: Sequence[Rule]
) -> None:
    """Add the last sheet: findings by rule with what to do, then all that was not checked and why."""
    table = Table()
    table.row([STATISTICS_TITLE], [looks.title], 26)
    table.row([], [])
    remedies = {rule.id: rule.remedy for rule in rules}
    table.row(["规则", "问题", "级别", "处数", "处理办法"], [looks.head] * 5)
    counts = Counter((finding.rule, finding.title, finding.severity) for finding in findings)
    for (rule, title, severity), count in sorted(counts.items()):
        styles = [looks.cell, looks.cell, looks.severity[severity], looks.cell, looks.cell]
        remedy = remedies.get(rule, "")
        needed = max(1 + cell_len(remedy) // 84, 1 + cell_len(title) // 48)
        table.row([rule, title, SEVERITY_WORDS[severity], count, remedy], styles, 4 + 13.5 * needed)
    for title, lines in not_checked(result, read):
        table.row([], [])
        row = table.row([title, "", "", "处数"], [looks.head] * 4)
        table.merge(row, 1, 3)
        for text, count in lines:
            row = table.row([text, "", "", count], [looks.cell] * 4, 14.5 * (1 + len(text) // 34))
            table.merge(row, 1, 3)
    sheet = table.worksheet([10, 46, 10, 8, 80])
    book.add(book.free_name(STATISTICS_SHEET), sheet, first=False, ranges={"_xlnm.Print_Area": f"$A$1:$E${table.height}"})
