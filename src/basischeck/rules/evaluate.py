"""Rules over fact tables to findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from basischeck.facts import Facts, Scope
from basischeck.rules.compile import compile_condition
from basischeck.rules.finding import Finding, FindingItem, Location, ProposedFix
from basischeck.rules.load import RuleError
from basischeck.rules.model import SEVERITIES, Fix, Rule
from basischeck.rules.template import columns_of, render_template


def evaluate(rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """Return what `rules` find in `facts`, in order of file, sheet, row, cell and place in the cell."""
    order = {name: number for number, name in enumerate(dict.fromkeys(item.file for item in facts.items))}
    sheets: dict[tuple[str, str], int] = {}
    for item in facts.items:
        sheets.setdefault((item.file, item.sheet), len(sheets))
    findings: list[Finding] = []
    for scope, table in facts.tables.items():
        findings.extend(evaluate_table(rules, scope, table))

    def place(finding: Finding) -> tuple[int, int, int, str, str, tuple[int, int], int, str]:
        where = finding.location
        sheet = sheets.get((where.file, where.sheet), 0)
        severity = SEVERITIES.index(finding.severity)
        span = finding.span or (0, 0)
        part = finding.item.sub_name if finding.item else ""  # sub-items of one row are told one after the other
        return order.get(where.file, 0), sheet, where.row or 0, part, where.cell or "", span, severity, finding.rule

    return sorted(findings, key=place)


def evaluate_table(rules: Sequence[Rule], scope: Scope, table: pl.DataFrame) -> list[Finding]:
    """Return what the rules of `scope` find in one table, rule by rule."""
    hits = flagged([rule for rule in rules if rule.scope == scope], table)
    return [finding for rule, rows in hits for finding in _findings(rule, rows)]


def _findings(rule: Rule, rows: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    evidence = _evidence_names(rule)
    return (finding_of(rule, row, evidence) for row in rows)


def flagged(rules: Sequence[Rule], table: pl.DataFrame) -> list[tuple[Rule, list[dict[str, Any]]]]:
    """Return each rule with the rows of `table` that it flags; all conditions run in one pass.

    Raises RuleError where a condition, sound by itself, cannot be worked out for the table's rows（CAST(name AS INT)）.
    """
    if not rules or table.is_empty():
        return []
    try:
        hits = table.select([compile_condition(rule.when).alias(rule.id) for rule in rules])
    except pl.exceptions.PolarsError:
        raise RuleError(_that_fail(rules, table)) from None
    result = []
    for rule in rules:
        flagged_rows = hits[rule.id]
        if not flagged_rows.any():
            continue
        # A table has some hundred columns, a finding shows a dozen of them.
        once = ("item", "cell", *rule.once_per) if rule.once_per else ()
        rows = table.select(sorted((_shown(rule) | set(once)).intersection(table.columns))).filter(flagged_rows)
        if once:
            rows = rows.unique(once, keep="first", maintain_order=True)
        result.append((rule, rows.to_dicts()))
    return result


def _that_fail(rules: Sequence[Rule], table: pl.DataFrame) -> list[str]:
    faults = []
    for rule in rules:
        try:
            table.select(compile_condition(rule.when).alias(rule.id))
        except pl.exceptions.PolarsError:
            faults.append(f"规则 {rule.id} 的 when 不能对清单中的取值计算：{rule.when}。请改用对任何取值都能计算的条件（如 TRY_CAST、COALESCE）")
    return faults


_PLACE = frozenset(("item", "code", "name", "department", "category", "sub_name", "file", "sheet", "cell", "row"))
_SPAN = frozenset(("start", "end", "citation"))


def _shown(rule: Rule) -> frozenset[str]:
    """Return the columns that a finding of `rule` is made from."""
    templates = columns_of(rule.message) | columns_of(rule.fix.text if rule.fix else "")
    if rule.fix and rule.fix.confidence_of:
        templates.add(rule.fix.confidence_of)
    return _PLACE | _SPAN | templates | {rule.cell, *_evidence_names(rule)}


def flags(rule: Rule, row: Mapping[str, Any]) -> bool:
    """Return whether `rule` flags the fact row `row`; a column left out is null."""
    from basischeck.facts import frame

    return bool(flagged([rule], frame(rule.scope, [_typed(row)])))


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    # YAML reads 2026-08-15 as a date already; ruamel's own scalar types become plain ones.
    return {name: value if value is None or isinstance(value, (bool, date)) else _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    for kind in (int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value


def finding_of(rule: Rule, row: Mapping[str, Any], evidence: Sequence[str]) -> Finding:
    """Return the finding of `rule` for a row of its table; `evidence` names the columns that make it true."""
    has_item = row.get("item") is not None
    fix = rule.fix and render_template(rule.fix.text, row)
    return Finding(
        rule=rule.id,
        name=rule.name,
        title=rule.title,
        severity=rule.severity,
        confidence=rule.confidence,
        message=render_template(rule.message, row),
        item=FindingItem(row["code"], row["name"], row["department"], row["category"], row["sub_name"]) if has_item else None,
        location=Location(row["file"], row["sheet"], row.get(rule.cell) or row.get("cell"), row.get("row")),
        span=(row["start"], row["end"]) if row.get("start") is not None else None,
        citation=row.get("citation"),
        evidence=_evidence(evidence, row),
        fix=ProposedFix(fix, rule.fix.kind, _sureness(rule.fix, row)) if rule.fix and fix else None,
    )


def _sureness(fix: Fix, row: Mapping[str, Any]) -> float:
    own = row.get(fix.confidence_of) if fix.confidence_of else None
    return fix.confidence if own is None else float(own)


_LAW: tuple[str, ...] = ("statute", "statute_level", "status", "promulgated", "effective", "ended")
_ALWAYS: dict[Scope, tuple[str, ...]] = {"basis": _LAW, "form": ("text",)}


def _evidence_names(rule: Rule) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_ALWAYS.get(rule.scope, ()), *rule.evidence)))


def _evidence(names: Sequence[str], row: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: row.get(name) for name in names}
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items() if v not in (None, "")}
