"""The statutes that findings are about: when their versions held, and at which of them the list stands."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
from markupsafe import Markup

from basischeck.report.charts import Span, axis, timeline
from basischeck.report.evidence import day
from basischeck.report.result import CheckResult
from basischeck.statute.model import Version

_SHOWN = 80
_STANDS = {
    "旧版": "写的是旧版本",
    "现行": "写的是现行版本",
    "将来版": "写的是将来施行的版本",
    "不符": "版本括号与各版本都不符",
    "无法判断": "版本括号看不出是哪个版本",
    None: "没有写版本",
}
_COLUMNS = (
    "statute_id", "statute", "statute_level", "status", "promulgated", "effective", "ended", "next_effective", "in_force_year", "in_force_kind",
    "named", "named_effective", "named_ended", "named_year", "named_kind", "repealed_by", "successors",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatuteLine:
    """One statute with its time line; `remark` says in words what the line shows."""

    title: str
    level: str
    status: str
    cited: int
    findings: int
    remark: str
    chart: Markup


@dataclass(frozen=True, slots=True)
class StatuteTable:
    """Statutes on one common axis; `left_out` counts those that did not fit on the page."""

    lines: tuple[StatuteLine, ...]
    axis: Markup
    left_out: int


def statute_table(result: CheckResult, lives: Mapping[str, Sequence[Version]]) -> StatuteTable:
    """Return the statutes with errors or warnings, those with most findings first; `lives` are their versions by id."""
    counts = Counter(
        str(finding.evidence["statute"])
        for finding in result.findings
        if finding.severity != "info" and finding.evidence.get("statute")
    )
    ranked = sorted(counts, key=lambda title: (-counts[title], title))
    basis = result.facts.tables["basis"].select(_COLUMNS).filter(pl.col("statute").is_in(ranked[:_SHOWN]))
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in basis.iter_rows(named=True):
        rows[row["statute"]].append(row)
    spans = {title: _spans(rows[title], lives) for title in ranked[:_SHOWN] if rows[title]}
    starts = [span.start.year for line in spans.values() for span in line]
    last = max([result.as_of.year + 1, *(span.start.year for line in spans.values() for span in line)])
    first = min([last - 10, *starts])
    lines = tuple(_line(title, rows[title], line, counts[title], first, last, result.as_of) for title, line in spans.items())
    return StatuteTable(lines, axis(first, last), max(0, len(ranked) - _SHOWN))


def _spans(rows: list[dict[str, Any]], lives: Mapping[str, Sequence[Version]]) -> list[Span]:
    """Return what is known of a statute's versions, then the older versions that the list names."""
    row = rows[0]
    versions = lives.get(row["statute_id"] or "", ())
    spans = _older(row, versions)
    start, end = row["effective"], row["ended"] or row["next_effective"]
    if start and row["status"] != "已废止":
        kind, word = ("future", "将来施行") if row["status"] == "尚未生效" else ("now", "现行")
        year = _version(row, "in_force")
        version = f"{year}，" if year else ""
        until = f"，至{day(end)}" if end else ""
        spans.append(Span(start, end, kind, f"{word}：{version}{_began(start, versions)}{until}"))
    elif row["ended"] and (begin := start or row["promulgated"]):
        spans.append(Span(begin, row["ended"], "past", f"{_began(begin, versions)}，{day(row['ended'])}废止"))
    if row["next_effective"]:
        spans.append(Span(row["next_effective"], None, "future", f"下一版本：{_began(row['next_effective'], versions)}"))
    named = Counter(
        (r["named_effective"], r["named_ended"], _version(r, "named")) for r in rows if r["named_effective"] and r["named_ended"]
    )
    for (begin, last, version), count in sorted(named.items(), key=lambda pair: pair[0][0]):
        name = f"清单写的是{version or '旧'}版本（{_began(begin, versions)}，{day(last)}失效），{count} 处"
        spans.append(Span(begin, last, "named", name))
    return spans


def _older(row: dict[str, Any], versions: Sequence[Version]) -> list[Span]:
    last = row["effective"]
    return [
        Span(version.effective, version.ended, "old", _began(version.effective, versions))
        for version in versions
        if version.effective and version.ended and (last is None or version.effective < last)
    ]


def _began(start: date, versions: Sequence[Version]) -> str:
    """Say when a version began: the day on which it took effect, or was made public where the other is only presumed."""
    version = next((one for one in versions if one.effective == start), None)
    if version is not None and version.basis.get("effective", "").startswith("推定"):
        return f"{day(version.promulgated or start)}公布"
    return f"{day(start)}起施行"


def _version(row: dict[str, Any], which: str) -> str:
    year, kind = row[f"{which}_year"], row[f"{which}_kind"]
    return f"{year}年{kind or ''}" if year else ""


def _line(
    title: str, rows: list[dict[str, Any]], spans: list[Span], findings: int, first: int, last: int, today: date
) -> StatuteLine:
    row = rows[0]
    remarks = [span.name for span in spans if span.kind not in ("old", "named")]
    if row["repealed_by"]:
        remarks.append(f"由《{row['repealed_by']}》废止")
    if row["successors"]:
        remarks.append(f"接替：{row['successors']}")
    remarks += [span.name for span in spans if span.kind == "named"]
    stands = Counter(each["named"] for each in rows if not (each["named_effective"] and each["named_ended"]))
    remarks += [f"清单{words} {stands[named]} 处" for named, words in _STANDS.items() if stands[named]]
    if older := "，".join(span.name for span in spans if span.kind == "old"):
        remarks.append(f"以前的版本：{older}")
    return StatuteLine(
        title, row["statute_level"] or "", row["status"] or "", len(rows), findings, "；".join(remarks),
        timeline(spans, first, last, today),
    )  # fmt: skip
