"""The JSON schemas: generated from the models, and true of what the commands write."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from pydantic import BaseModel, RootModel

from basischeck.cli.main import main
from basischeck.report import to_json
from basischeck.report.jsonl import to_jsonl
from basischeck.report.schemas import SCHEMAS, schema_of
from tests.unit.report.results import small_result

EXAMPLE = str(Path(__file__).parents[3] / "examples" / "示例清单.xlsx")
DAYS = ["--from", "2025-01-01"]
# Schema → calls whose output it has to describe. The index is the shipped one.
CALLS: dict[str, list[list[str]]] = {
    "check": [["check", EXAMPLE, "--format", "json", "--as-of", "2026-11-22"]],
    "finding": [["check", EXAMPLE, "--format", "jsonl", "--as-of", "2026-11-22"]],
    "cite": [
        ["cite", "--format", "json", "【法律】《食品安全法》（2018年修正）第三十五条第一款第一项、第二项：违反本法第三条", "依据《条例）第笫三条", "GB 12345—2008 第5.2条"]
    ],
    "corpus-show": [
        ["corpus", "show", "食品安全法", "--format", "json"],
        ["corpus", "show", "婚姻法", "--format", "json"],
        ["corpus", "show", "没有这部法", "--format", "json"],
        ["corpus", "show", "食品安全法", "第三十五条第一款", "--format", "json"],
        ["corpus", "show", "食品安全法", "第九百条", "--format", "json"],
        ["corpus", "show", "没有这部法", "第一条", "--format", "json"],
    ],
    "corpus-search": [["corpus", "search", "渔业", "--format", "json"]],
    "corpus-info": [["corpus", "info", "--format", "json"]],
    "corpus-diff": [
        ["corpus", "diff", "网络安全法", "--from", "2025-12-31", "--to", "2026-01-01", "--format", "json"],
        ["corpus", "diff", "大气污染防治法", "--into", "生态环境法典", "--format", "json"],
    ],
    "corpus-verify": [["corpus", "verify", "--format", "json"]],
    "compare": [["compare", EXAMPLE, "{other}", "--format", "json"]],
    "compare-mandated": [["compare", "{other}", "--mandated", EXAMPLE, "--format", "json"]],
    "compare-over-time": [["compare", EXAMPLE, "{other}", "--over-time", *DAYS, "--format", "json"]],
    "compare-levels": [["compare", EXAMPLE, "--levels", "--format", "json"], ["compare", EXAMPLE, "{other}", "--services", "--format", "json"]],
    "coverage": [["coverage", EXAMPLE, "--format", "json"]],
    "impact": [["impact", EXAMPLE, *DAYS, "--format", "json"]],
    "fix": [["fix", EXAMPLE, "--dry-run", "--format", "json"]],
    "rule-list": [["rule", "list", "--format", "json"]],
    "rule": [["rule", "show", "BC301", "--format", "json"]],
    "facts": [["facts", "--format", "json"]],
}
LINES = {"finding", "cite"}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A list that shares a part with the example: one item as it is, one on another basis, one of its own."""
    rows = (
        "序号,职权名称,权力类型,设定依据,部门,备注",
        "1,特种设备使用登记,行政许可,《中华人民共和国特种设备安全法》第三十三条,示例市市场监督管理局,",
        "2,婚姻登记,行政确认,《中华人民共和国民法典》第一千零四十九条,示例市民政局,",
        "3,城市养犬管理,其他职权,《中华人民共和国动物防疫法》第三十条,示例市公安局,源自示例清单",
    )
    target = tmp_path_factory.mktemp("lists") / "别市.csv"
    target.write_text("\n".join(rows), encoding="utf-8")
    return str(target)


def committed(name: str) -> dict[str, Any]:
    return json.loads(files("basischeck.report.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))


def unknown_fields(value: Any, where: str = "") -> Iterator[str]:
    """Name the fields that a document has and its model has not: they would be written without being told."""
    if isinstance(value, RootModel):
        yield from unknown_fields(value.root, where)
    elif isinstance(value, BaseModel):
        yield from (f"{where}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from unknown_fields(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, dict):
        for inner in value.values():
            yield from unknown_fields(inner, where)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from unknown_fields(inner, where)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_file_is_the_one_generated_from_the_model(name: str) -> None:
    # Otherwise: python -m basischeck.report.schemas
    assert committed(name) == schema_of(SCHEMAS[name][0])
    jsonschema.Draft202012Validator.check_schema(committed(name))


def test_no_schema_is_left_without_a_model() -> None:
    found = {path.name for path in files("basischeck.report.schemas").iterdir() if path.name.endswith(".schema.json")}
    assert found == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", CALLS)
def test_what_the_command_writes_is_valid_and_told_in_full(name: str, other: str) -> None:
    for call in CALLS[name]:
        result = CliRunner().invoke(main, [word.replace("{other}", other) for word in call])
        assert result.exit_code in (0, 1), result.output
        documents = [json.loads(line) for line in result.stdout.splitlines()] if name in LINES else [json.loads(result.stdout)]
        assert documents
        for document in documents:
            jsonschema.validate(document, committed(name))
            assert sorted(set(unknown_fields(SCHEMAS[name][0].model_validate(document)))) == []


def test_files_that_commands_write_are_valid_too(tmp_path: Path, other: str) -> None:
    CliRunner().invoke(main, ["merge", EXAMPLE, other, "-o", str(tmp_path / "通用.json")])
    CliRunner().invoke(main, ["check", EXAMPLE, "--baseline", str(tmp_path / "基线.json"), "--write-baseline"])
    for name, file in (("merge", "通用.json"), ("baseline", "基线.json")):
        document = json.loads((tmp_path / file).read_text(encoding="utf-8"))
        jsonschema.validate(document, committed(name))
        assert list(unknown_fields(SCHEMAS[name][0].model_validate(document))) == []


def test_every_schema_is_held_against_real_output() -> None:
    assert set(SCHEMAS) == {*CALLS, "merge", "baseline"}


def test_every_line_of_json_lines_is_valid_against_its_schema() -> None:
    for line in to_jsonl(small_result()).splitlines():
        jsonschema.validate(json.loads(line), committed("finding"))


def test_a_report_that_lacks_a_field_is_not_valid() -> None:
    report = json.loads(to_json(small_result()))
    del report["findings"][0]["location"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, committed("check"))
