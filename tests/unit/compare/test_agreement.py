"""What `check` says of a list beside others that its configuration names."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.cli.main import main
from tests.unit.compare.lists import FOOD, SEED

LICENCE = ("食品经营许可", "行政许可", "《中华人民共和国食品安全法》第三十五条第一款", "临川市市场监督管理局", "")


def _write(name: str, *rows: tuple[str, ...]) -> None:
    heads = ("事项名称", "权力类型", "设定依据", "部门", "行使层级")
    Path(name).write_text(json.dumps([dict(zip(heads, row, strict=True)) for row in rows], ensure_ascii=False), encoding="utf-8")


def _rules(*select: str) -> set[str]:
    result = CliRunner().invoke(main, ["check", "市.json", "--as-of", "2026-11-22", "--format", "json", "--select", ",".join(select)])
    assert result.exit_code in (0, 1), result.stderr
    return {finding["rule"] for finding in json.loads(result.stdout)["findings"]}


@pytest.fixture(autouse=True)
def _lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write("市.json", FOOD, LICENCE)


def test_without_a_configuration_a_list_is_held_against_itself_alone() -> None:
    assert _rules("BC8", "BC9") == set()
    _write("市.json", FOOD, LICENCE, (*FOOD[:2], "《食品安全法》第一百二十六条", FOOD[3], "县级"))
    assert _rules("BC8", "BC9") == {"BC902"}


def test_mandated_lists_peers_and_service_items_are_held_against_the_list() -> None:
    _write("县.json", (*LICENCE[:3], "望河县市场监督管理局", ""))
    _write("目录.json", SEED)
    _write("服务.json", ("食品经营许可证核发", *LICENCE[1:]))
    Path("basischeck.toml").write_text('mandated = ["目录.json"]\npeers = ["县.json"]\nservices = ["服务.json"]\n', encoding="utf-8")
    assert _rules("BC8", "BC9") == {"BC801", "BC901", "BC904"}


def test_the_level_of_the_list_is_what_the_configuration_says() -> None:
    _write("市.json", (*LICENCE[:3], "市场监督管理局", ""))
    _write("县.json", (*LICENCE[:3], "望河县市场监督管理局", ""))
    settings = 'peers = ["县.json"]\n'
    Path("basischeck.toml").write_text(settings, encoding="utf-8")
    assert _rules("BC9") == set()
    Path("basischeck.toml").write_text(settings + 'level = "市级"\n', encoding="utf-8")
    assert _rules("BC9") == {"BC901"}


def test_a_list_that_cannot_be_read_is_named() -> None:
    Path("basischeck.toml").write_text('peers = ["没有.xlsx"]\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "市.json"])
    assert result.exit_code == 2
    assert "没有.xlsx" in result.stderr
