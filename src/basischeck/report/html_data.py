"""What the page shows, worked out before it is laid out: groups, counts by rule and department, the depth table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from basischeck.facts.categories import standard_category
from basischeck.facts.depths import NORM_BASES, DepthRow
from basischeck.report.charts import Part, bar
from basischeck.report.depths import depth_rows
from basischeck.report.result import CheckResult, summary
from basischeck.rules import Finding
from basischeck.rules.page import SEVERITY_WORDS

_NO_DEPARTMENT, _NO_CATEGORY, _WHOLE_SHEET = "未写明部门", "未写明类型", "整个工作表"
_DEPTHS = ("法规", "编", "分编", "章", "节", "条", "款", "项", "目", "附件")


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one item, or of one sheet where `name` is its name; `first` is one of them."""

    first: Finding
    findings: tuple[Finding, ...]
    department: str
    category: str
    place: str


@dataclass(slots=True)
class Department:
    """One department with its groups in the list's order."""

    name: str
    groups: list[Group] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a bar chart: what it is about, a key to filter by, its count, its bar."""

    name: str
    key: str
    count: int
    chart: Markup


def departments(result: CheckResult) -> list[Department]:
    """Return the findings grouped by department, then item, departments with the most errors first."""
    found: dict[str, Department] = {}
    many = len(result.lists) > 1
    for _, same in groupby(result.findings, key=_item_key):
        group = _group(tuple(same), many)
        department = found.setdefault(group.department, Department(group.department))
        department.groups.append(group)
        department.counts.update(finding.severity for finding in group.findings)
    return sorted(found.values(), key=lambda d: (-d.counts["error"], -d.counts["warning"], -d.counts["info"], d.name))


def _item_key(finding: Finding) -> tuple[object, ...]:
    where = finding.location
    return where.file, where.sheet, finding.item, where.row if finding.item else None


def _group(findings: tuple[Finding, ...], many: bool) -> Group:
    first = findings[0]
    where, item = first.location, first.item
    parts = [Path(where.file).name if many else "", where.sheet, f"第{where.row}行" if where.row else ""]
    category = (standard_category(item.category) or item.category or _NO_CATEGORY) if item else _NO_CATEGORY
    department = (item.department or _NO_DEPARTMENT) if item else _WHOLE_SHEET
    return Group(first, findings, department, category, " ".join(part for part in parts if part))


def rule_rows(findings: Sequence[Finding]) -> list[Row]:
    """Return one bar a rule, gravest and most frequent first."""
    counts = Counter((f.severity, f.rule, f.title) for f in findings)
    order = list(SEVERITY_WORDS)
    ranked = sorted(counts.items(), key=lambda pair: (order.index(pair[0][0]), -pair[1], pair[0][1]))
    full = max(counts.values(), default=0)
    return [
        Row(f"{rule} {title}", rule, count, bar([Part(severity, count, SEVERITY_WORDS[severity])], full))
        for (severity, rule, title), count in ranked
    ]


def department_rows(groups: Sequence[Department]) -> list[Row]:
    """Return one stacked bar a department."""
    full = max((d.counts.total() for d in groups), default=0)
    return [
        Row(d.name, d.name, d.counts.total(), bar([Part(s, d.counts[s], word) for s, word in SEVERITY_WORDS.items()], full))
        for d in groups
    ]


def checked_bar(result: CheckResult) -> tuple[Markup, list[Part]]:
    """Return the bar of what became of the cited provisions, with its parts for the legend."""
    counts = summary(result)
    basis = result.facts.tables["basis"]
    absent = int((basis["found"] == False).sum())  # noqa: E712 - a Polars comparison: null is neither
    parts = [
        Part("ok", counts["resolved"] - absent, "条款存在"),
        Part("error", absent, "条款不存在"),
        Part("known", counts["known"], "只核对了法规效力"),
        Part("outside", counts["outside_index"], "法规不在索引内，没有核对"),
        Part("untitled", counts["untitled"], "没有写明法规名称，没有核对"),
    ]
    return bar(parts, counts["bases"]), [part for part in parts if part.amount]


@dataclass(frozen=True, slots=True)
class Depth:
    """How deep one category of a department cites: bases at each depth, a bar, how many reach the last level, what is usual."""

    category: str
    counts: tuple[int, ...]
    total: int
    chart: Markup
    comparable: int
    down: str
    usual: str


@dataclass(frozen=True, slots=True)
class DepthTable:
    """The depths that occur, then the rows of every department."""

    depths: tuple[str, ...]
    departments: tuple[tuple[str, tuple[Depth, ...]], ...]


def depth_tables(result: CheckResult) -> DepthTable:
    """Return how deep the founding bases cite, by department and category (`facts.depths`)."""
    rows = depth_rows(result.facts.tables["basis"])
    depths = tuple(depth for depth in _DEPTHS if any(row.depths.get(depth) for row in rows))
    groups = groupby(rows, key=lambda row: row.department or Path(row.file).name)
    return DepthTable(depths, tuple((name, tuple(_depth(row, depths) for row in group)) for name, group in groups))


def _depth(row: DepthRow, depths: Sequence[str]) -> Depth:
    counts = tuple(row.depths.get(depth, 0) for depth in depths)
    parts = [Part(f"d{_DEPTHS.index(depth)}", n, depth) for depth, n in zip(depths, counts, strict=True)]
    return Depth(
        category=row.category or _NO_CATEGORY,
        counts=counts,
        total=row.bases,
        chart=bar(parts, sum(counts)),
        comparable=row.comparable,
        down=f"{row.reach.get('到底', 0) * 100 // row.comparable}%" if row.comparable else "",
        usual=row.norm or ("不足以比较" if row.comparable < NORM_BASES else "不足八成"),
    )
