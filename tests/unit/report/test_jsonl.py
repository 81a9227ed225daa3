import json

from basischeck.report import finding_json
from basischeck.report.jsonl import to_jsonl
from tests.unit.report.results import result_of, small_result


def test_each_line_is_one_finding_as_in_the_json_report() -> None:
    result = small_result()
    assert [json.loads(line) for line in to_jsonl(result).splitlines()] == [finding_json(found) for found in result.findings]


def test_no_findings_are_no_lines() -> None:
    assert to_jsonl(result_of(small_result().lists[0], [])) == ""
