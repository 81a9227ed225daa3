"""SARIF 2.1.0 (OASIS Standard, Static Analysis Results Interchange Format), for code scanning and SARIF viewers.

A list is no text file: the row is the line, columns count code points inside the cell's text, and the cell itself is a
logical location（工作表!E4）.
"""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import basischeck
from basischeck.report.place import file_uri
from basischeck.report.result import CheckResult, summary
from basischeck.rules import Finding, Rule
from basischeck.rules.baseline import stable_key

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PRECISION = {"high": "high", "medium": "medium", "low": "low"}
_RANK = {"high": 90.0, "medium": 60.0, "low": 30.0}


def to_sarif(result: CheckResult, rules: Sequence[Rule] = ()) -> str:
    """Return the report as a SARIF log of one run; `rules` give the descriptions of the rules that found something."""
    known = {rule.id: rule for rule in rules}
    found = {finding.rule: finding for finding in reversed(result.findings)}
    order = {rule: number for number, rule in enumerate(sorted(found))}
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "basischeck",
                "version": basischeck.__version__,
                "semanticVersion": basischeck.__version__,
                "language": "zh-CN",
                "rules": [_descriptor(found[rule], known.get(rule)) for rule in order],
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "properties": {"asOf": result.as_of.isoformat()}}],
        "artifacts": [{"location": {"uri": file_uri(read.file)}, "roles": ["analysisTarget"]} for read in result.lists],
        "results": [_result(finding, order, seen) for finding in result.findings],
        "properties": {"asOf": result.as_of.isoformat(), "corpus": result.corpus, "summary": summary(result)},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _descriptor(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "id": finding.rule,
        "name": finding.name,
        "shortDescription": {"text": finding.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else finding.severity]},
        "properties": {"precision": _PRECISION[finding.confidence], "tags": [f"{finding.rule[:-2]}xx"]},
    }
    if rule:
        descriptor["fullDescription"] = {"text": rule.what}
        descriptor["help"] = {"text": f"为什么：{rule.why}\n依据：{rule.source}\n处理办法：{rule.remedy}"}
    return descriptor


def _result(finding: Finding, order: dict[str, int], seen: Counter[str]) -> dict[str, Any]:
    key = stable_key(finding)
    # Two findings may share a key (the same provision cited twice in an item): numbered, so that each stays one alert.
    seen[key] += 1
    fingerprint = f"{key}:{seen[key]}"
    about = {"citation": finding.citation, "evidence": finding.evidence or None, "confidence": finding.confidence}
    if finding.item:
        item = finding.item
        about["item"] = {"code": item.code, "name": item.name, "department": item.department, "category": item.category}
    if finding.fix:
        about["fix"] = {"text": finding.fix.text, "kind": finding.fix.kind, "confidence": finding.fix.confidence}
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": _LEVELS[finding.severity],
        "rank": _RANK[finding.confidence],
        "message": {"text": f"{finding.message} 建议写作：{finding.fix.text}" if finding.fix else finding.message},
        "locations": [_location(finding)],
        # primaryLocationLineHash is the one fingerprint that GitHub code scanning compares.
        "partialFingerprints": {"basischeckStableKey/v1": fingerprint, "primaryLocationLineHash": fingerprint},
        "properties": {name: value for name, value in about.items() if value is not None},
    }


def _location(finding: Finding) -> dict[str, Any]:
    where = finding.location
    physical: dict[str, Any] = {"artifactLocation": {"uri": file_uri(where.file)}}
    if where.row:
        region = {"startLine": where.row}
        if finding.span and finding.span[1] > finding.span[0]:
            region |= {"startColumn": finding.span[0] + 1, "endColumn": finding.span[1] + 1}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    logical = []
    if where.cell:
        logical.append({"name": where.cell, "fullyQualifiedName": f"{where.sheet}!{where.cell}", "kind": "cell"})
    elif where.sheet:
        logical.append({"name": where.sheet, "fullyQualifiedName": where.sheet, "kind": "sheet"})
    if finding.item:
        logical.append({"name": finding.item.name, "kind": "item"})
    if logical:
        location["logicalLocations"] = logical
    return location
