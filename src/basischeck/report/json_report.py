"""The JSON of `check` (DESIGN, Contracts)."""

import json
from typing import Any

import basischeck
from basischeck.catalog.model import ListFile
from basischeck.report.depths import depths_json
from basischeck.report.result import CheckResult, rows_of, summary
from basischeck.rules import Finding


def to_json(result: CheckResult) -> str:
    """Return the report as one JSON object, indented, in UTF-8 characters."""
    return json.dumps(document(result), ensure_ascii=False, indent=2) + "\n"


def document(result: CheckResult) -> dict[str, Any]:
    """Return the report as plain values in the order of DESIGN's contract."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__, "rules": list(result.rules_run)},
        "as_of": result.as_of.isoformat(),
        "corpus": result.corpus,
        "input": [_input(read) for read in result.lists],
        "summary": summary(result) | {"depths": depths_json(result.facts.tables["basis"])},
        "findings": [finding_json(finding) for finding in result.findings],
    }


def _input(read: ListFile) -> dict[str, Any]:
    return {
        "file": read.file,
        "sheets": [sheet.name for sheet in read.sheets],
        "rows": rows_of(read),
        "items": len(read.items),
        "skipped": [{"sheet": s.sheet, "first": s.first, "last": s.last, "reason": s.reason} for s in read.skipped],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain values."""
    item, where, fix = finding.item, finding.location, finding.fix
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "item": item
        and {"code": item.code, "name": item.name, "department": item.department, "category": item.category},
        "location": {"file": where.file, "sheet": where.sheet, "cell": where.cell, "row": where.row},
        "span": finding.span and list(finding.span),
        "citation": finding.citation,
        "evidence": finding.evidence,
        "fix": fix and {"text": fix.text, "kind": fix.kind, "confidence": fix.confidence},
    }
