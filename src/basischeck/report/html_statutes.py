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
_COLUMNS = (
    "statute_id", "statute", "statute_level", "status", "promulgated", "effective", "ended", "next_effective", "in_force_year", "in_force_kind",
    "named_effective", "named_ended", "named_year", "named_kind", "repealed_by", "successors",
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
    spans = _older(row, lives.get(row["statute_id"] or "", ()))
    start, end = row["effective"], row["ended"] or row["next_effective"]
    if start and row["status"] != "已废止":
        kind, word = ("future", "将来施行") if row["status"] == "尚未生效" else ("now", "现行")
        year = _version(row, "in_force")
        version = f"{year}，" if year else ""
        until = f"，至{day(end)}" if end else ""
        spans.append(Span(start, end, kind, f"{word}：{version}{day(start)}起施行{until}"))
    elif row["ended"] and (begin := start or row["promulgated"]):
        spans.append(Span(begin, row["ended"], "past", f"{day(begin)}起施行，{day(row['ended'])}废止"))
    if row["next_effective"]:
        spans.append(Span(row["next_effective"], None, "future", f"下一版本：{day(row['next_effective'])}起施行"))
    named = Counter(
        (r["named_effective"], r["named_ended"], _version(r, "named")) for r in rows if r["named_effective"] and r["named_ended"]
    )
    for (begin, last, version), count in sorted(named.items(), key=lambda pair: pair[0][0]):
        name = f"清单写的是{version or '旧'}版本（{day(begin)}至{day(last)}），{count} 处"
        spans.append(Span(begin, last, "named", name))
    return spans


def _older(row: dict[str, Any], versions: Sequence[Version]) -> list[Span]:
    ended = row["effective"] if row["status"] != "已废止" else None
    return [
        Span(version.effective, version.ended, "old", f"{version.effective.year}年版本")
        for version in versions
        if version.effective and version.ended and (ended is None or version.effective < ended)
    ]


def _version(row: dict[str, Any], which: str) -> str:
    year, kind = row[f"{which}_year"], row[f"{which}_kind"]
    return f"{year}年{kind or ''}" if year else ""


def _line(
    title: str, rows: list[dict[str, Any]], spans: list[Span], findings: int, first: int, last: int, today: date
) -> StatuteLine:
    row = rows[0]
    remark = "；".join(span.name for span in spans if span.kind != "old")
    if row["repealed_by"]:
        remark += f"；由《{row['repealed_by']}》废止"
    if row["successors"]:
        remark += f"；接替：{row['successors']}"
    return StatuteLine(
        title, row["statute_level"] or "", row["status"] or "", len(rows), findings, remark, timeline(spans, first, last, today)
    )
