"""The JSON of `basischeck cite`: the field names of DESIGN."""

from dataclasses import asdict
from typing import Any

from basischeck.citation.model import Citation, Diagnostic, Locator, ParsedText, VersionMark


def to_json(parsed: ParsedText) -> dict[str, Any]:
    """Return a parsed text as JSON values. Spans are [start, end) in code points."""
    return {
        "text": parsed.text,
        "citations": [_citation(citation) for citation in parsed.citations],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in parsed.diagnostics],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    values: dict[str, Any] = {
        "title": citation.title,
        "bracketed": citation.bracketed,
        "self": citation.self_reference,
        "relative": citation.relative,
        "span": list(citation.span),
        "level_tag": citation.level_tag,
        "quoted": citation.quoted,
        "version": _version(citation.version),
        "document_number": citation.document_number,
        "quote": list(citation.quote) if citation.quote else None,
        "antecedent": citation.antecedent,
        "locators": [_locator(locator) for locator in citation.locators],
    }
    if citation.standard is not None:
        values["standard"] = citation.standard
        values["clauses"] = list(citation.clauses)
    return values


def _version(version: VersionMark | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {
        "year": version.year,
        "kind": version.kind,
        "text": version.text,
        "dates": list(version.dates),
        "orders": list(version.orders),
    }


def _locator(locator: Locator) -> dict[str, Any]:
    return {**asdict(locator), "span": list(locator.span)}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "message": diagnostic.message,
        "span": list(diagnostic.span),
        "suggestion": diagnostic.suggestion,
    }
