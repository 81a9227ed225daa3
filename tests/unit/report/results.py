"""A small run of `check` for tests of the writers: an invented list in an invented workbook, with findings made by hand."""

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from basischeck.catalog import read_bytes
from basischeck.catalog.model import ListFile
from basischeck.facts import Facts, frame
from basischeck.report import CheckResult
from basischeck.rules import Finding, FindingItem, Location, ProposedFix

FILE = "清单.xlsx"
SHEET = "某局权责清单"
HEADER = ("序号", "事项名称", "权力类型", "实施依据", "部门", "备注")
CORPUS = {"coverage": {"法律": "全部"}, "current_to": {"某来源": "2026-07-31"}}


def workbook(rows: Sequence[Sequence[object]] = (), sheet: str = SHEET) -> bytes:
    """Return a workbook with a title row, a header row, and `rows` or two items below."""
    book = Workbook()
    table = book.active
    table.title = sheet
    table.append(["某市某局权责清单"])
    table.merge_cells("A1:F1")
    table.append(HEADER)
    for row in rows or _ROWS:
        table.append(row)
    table.column_dimensions["D"].width = 44.5
    table.row_dimensions[3].height = 61
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


_ROWS = (
    (1, "对擅自做某事的处罚", "行政处罚", "《某管理条例》第三条第一款", "某局", ""),
    (2, "某事项许可", "行政许可", "《某法》第九十九条\n《另法》第二条", "某局", ""),
)


def result_of(read: ListFile, findings: Sequence[Finding] | None = None) -> CheckResult:
    """Return a result for `read` with `findings`, by default one of each severity on the second basis cell and the sheet."""
    cells = [(number, item, basis) for number, item in enumerate(read.items) for basis in item.bases]
    where = [
        {"item": n, "file": i.file, "sheet": i.sheet, "cell": b.cell, "row": b.row, "name": i.name, "category": i.category,
         "department": i.department, "standard_category": i.category, "role": b.role}
        for n, i, b in cells
    ]  # fmt: skip
    shared = [{name: value for name, value in row.items() if name != "standard_category"} for row in where]
    tables = {
        "list": frame("list", []),
        "item": frame("item", []),
        "cell": frame("cell", shared),
        "form": frame("form", []),
        "basis": frame("basis", [row | _LAW for row in where]),
    }
    facts = Facts(date(2026, 11, 22), read.items, tables, 0, 0)
    found = default_findings(read) if findings is None else findings
    return CheckResult(date(2026, 11, 22), (read,), facts, tuple(found), CORPUS, ("BC203", "BC301", "BC704"))


_LAW = {
    "statute_id": "s1",
    "statute": "某法",
    "status": "有效",
    "depth": "条",
    "found": True,
    "effective": date(2020, 1, 1),
    "promulgated": date(2019, 9, 1),
    "title": "某法",
    "citation": "《某法》第三条",
}


def default_findings(read: ListFile) -> list[Finding]:
    """Return an error, a warning and an info on the last item's basis cell, and an info about its sheet."""
    item = read.items[-1]
    cell = item.bases[0].cell
    return [
        finding("BC203", "error", cell, item.row, file=read.file, sheet=item.sheet, name=item.name, fix="第九条"),
        finding("BC306", "warning", cell, item.row, file=read.file, sheet=item.sheet, name=item.name),
        finding("BC201", "info", cell, item.row, file=read.file, sheet=item.sheet, name=item.name),
        finding("BC704", "info", None, None, file=read.file, sheet=item.sheet, name=None),
    ]


def finding(
    rule: str = "BC203",
    severity: str = "error",
    cell: str | None = "D4",
    row: int | None = 4,
    *,
    file: str = FILE,
    sheet: str = SHEET,
    name: str | None = "某事项许可",
    department: str = "某局",
    message: str = "《某法》没有第九十九条：现行文本为第一条至第十条。",
    fix: str | None = None,
) -> Finding:
    """Return one finding."""
    return Finding(
        rule=rule,
        name=f"rule-{rule.lower()}",
        title=f"问题{rule}",
        severity=severity,  # type: ignore[arg-type]
        confidence="high",
        message=message,
        item=FindingItem("", name, department, "行政许可") if name else None,
        location=Location(file, sheet, cell, row),
        span=(0, 9) if cell else None,
        citation="《某法》第九十九条" if name else None,
        evidence={"statute": "某法", "status": "有效", "effective": "2020-01-01", "valid_range": "第一条至第十条"} if name else {},
        fix=ProposedFix(fix, "proposal", 0.8) if fix else None,
    )


def small_result() -> CheckResult:
    """Return a result for the invented workbook."""
    return result_of(read_bytes(workbook(), FILE))
