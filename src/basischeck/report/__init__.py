"""Findings to text and JSON."""

from basischeck.report.json_report import finding_json, to_json
from basischeck.report.result import CheckResult, summary
from basischeck.report.text import to_text

__all__ = ["CheckResult", "finding_json", "summary", "to_json", "to_text"]
