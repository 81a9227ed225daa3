"""What a run has to account for, in sentences: what was read, against what, and what was not checked."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import polars as pl

from basischeck.catalog.model import ListFile
from basischeck.report.result import CheckResult, outside_index, summary


def account(result: CheckResult, read: ListFile | None = None) -> list[str]:
    """Return the sentences every report begins with, for one list of the run or for all of them."""
    counts = summary(of_list(result, read) if read else result)
    name = Path((read or result.lists[0]).file).name if read or counts["files"] == 1 else f"{counts['files']} 个文件"
    lines = [
        f"{name}：读取 {counts['rows']} 行，得到 {counts['items']} 个事项、{counts['basis_cells']} 个依据单元格、{counts['bases']} 条依据。",
        f"其中 {counts['resolved']} 条已与现行条文核对；{counts['known']} 条只核对了法规效力（未引到条款，或索引未掌握有效文本）；"
        f"{counts['outside_index']} 条的法规索引未收录，没有核对；{counts['untitled']} 条没有写明法规名称，没有核对。",
        f"核查日 {result.as_of.isoformat()}，用了 {counts['rules_run']} 条规则。索引的时间范围：{current_to(result)}。此后的法规变动不在核查范围内，此前的也可能没有收全。",
    ]
    if result.waived or result.known:
        lines.append(f"另有 {result.waived} 处已豁免、{result.known} 处已在基线中，没有列出。")
    return lines


def none_found(result: CheckResult) -> str:
    """Return the sentence of a report without findings: what is waived or in the baseline was found all the same."""
    if result.waived or result.known:
        return f"没有列出的问题：{result.waived} 处已豁免、{result.known} 处已在基线中。"
    return f"用 {len(result.rules_run)} 条规则核查，没有发现问题。"


def current_to(result: CheckResult) -> str:
    """Return up to which day each source of the index is current."""
    return "；".join(f"{name} {day}" for name, day in result.corpus.get("current_to", {}).items()) or "不明"


_COVERED = {
    "levels": "收录的法规（部）",
    "regions": "收录的地方性法规和地方政府规章（部）",
    "statutes": "收录的法规（部）",
    "versions": "知道其施行期间的文本",
    "held_statutes": "掌握条文的法规（部）",
    "held_versions": "掌握条文的文本",
    "articles": "掌握的条文（条）",
    "known_by_reference": "只从其他法规得知的法规（部）",
    "comparisons": "逐条比对过的新旧法规（对）",
}


def coverage(result: CheckResult) -> list[tuple[str, str]]:
    """Return what the index covers, as (what, how much)."""
    return [
        (_COVERED.get(name, name), "、".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else str(value))
        for name, value in result.corpus.get("coverage", {}).items()
        if name != "statutes" or "levels" not in result.corpus["coverage"]
    ]


def not_checked(result: CheckResult, read: ListFile | None = None) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return what was not checked: headed tables of (what, how often), empty ones left out."""
    part = of_list(result, read) if read else result
    titles = [(f"《{title}》", count) for title, count in outside_index(part.facts.tables["basis"])]
    reasons: Counter[str] = Counter()
    remarks: list[tuple[str, int]] = []
    for each in part.lists:
        name = f"{Path(each.file).name}，" if len(part.lists) > 1 else ""
        for skipped in each.skipped:
            reasons[f"{name}{skipped.sheet}：{skipped.reason}"] += skipped.last - skipped.first + 1
        remarks.extend((f"{name}{note}", 1) for note in each.notes)
    tables = [
        ("索引未收录的法规（所引条款没有核对，请人工核实）", titles),
        ("不属于事项的行", reasons.most_common()),
        ("读取时的说明", remarks),
    ]
    return [(title, lines) for title, lines in tables if lines]


def of_list(result: CheckResult, read: ListFile) -> CheckResult:
    """Return the part of `result` that is about one list."""
    tables = {
        name: table.filter(pl.col("file") == read.file) if name != "waiver" else table
        for name, table in result.facts.tables.items()
    }
    items = tuple(item for item in result.facts.items if item.file == read.file)
    findings = tuple(finding for finding in result.findings if finding.location.file == read.file)
    return replace(
        result, lists=(read,), facts=replace(result.facts, items=items, tables=tables), findings=findings
    )

