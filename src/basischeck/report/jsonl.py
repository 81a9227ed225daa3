"""JSON lines: one finding a line, each as in the JSON report, for programs that read as they go."""

import json

from basischeck.report.json_report import finding_json
from basischeck.report.result import CheckResult


def to_jsonl(result: CheckResult) -> str:
    """Return one JSON object a line for each finding, in their order; an empty text where there is none."""
    return "".join(json.dumps(finding_json(finding), ensure_ascii=False) + "\n" for finding in result.findings)
