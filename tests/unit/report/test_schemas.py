import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from basischeck.report import to_json
from basischeck.report.jsonl import to_jsonl
from basischeck.report.schemas import CheckReport, FindingRecord, schema_of
from tests.unit.report.results import small_result


def committed(name: str) -> dict[str, Any]:
    return json.loads(files("basischeck.report.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "model"), [("check", CheckReport), ("finding", FindingRecord)])
def test_the_schema_file_is_the_one_generated_from_the_model(name: str, model: type[BaseModel]) -> None:
    assert committed(name) == schema_of(model)


def test_the_json_report_is_valid_against_its_schema() -> None:
    report = json.loads(to_json(small_result()))
    jsonschema.validate(report, committed("check"))
    CheckReport.model_validate(report)


def test_every_line_of_json_lines_is_valid_against_its_schema() -> None:
    for line in to_jsonl(small_result()).splitlines():
        jsonschema.validate(json.loads(line), committed("finding"))


def test_a_report_that_lacks_a_field_is_not_valid() -> None:
    report = json.loads(to_json(small_result()))
    del report["findings"][0]["location"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, committed("check"))
