"""The commands about the tool itself."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from basischeck.cli.main import main
from basischeck.facts import TABLES
from basischeck.rules import load_rules


def output(*args: str) -> str:
    result = CliRunner().invoke(main, list(args))
    assert result.exit_code == 0, result.output
    return result.output


def test_help_lists_every_command_and_imports_nothing_heavy() -> None:
    code = "import sys; from basischeck.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "check" in said
    assert all(heavy not in said.split() for heavy in ("'polars',", "'lark',", "'pydantic',", "'rich.console',"))


@pytest.mark.parametrize("command", ["check", "cite", "corpus", "facts", "rule"])
def test_every_command_has_a_chinese_help(command: str) -> None:
    assert any("一" <= char <= "鿿" for char in output(command, "--help"))


def test_every_rule_is_listed() -> None:
    listed = {line.split()[0] for line in output("rule", "list").splitlines()}
    assert listed == {rule.id for rule in load_rules()}


@pytest.mark.parametrize("part", ["检查内容", "为什么", "反例", "正例", "依据", "处理办法"])
def test_a_rules_page_has_the_whole_skeleton(part: str) -> None:
    assert f"## {part}" in output("rule", "show", "BC301")


def test_a_mistyped_rule_gets_the_nearest_one() -> None:
    result = CliRunner().invoke(main, ["rule", "show", "BC3O1"])
    assert result.exit_code == 2
    assert "是否指 BC301" in result.output


def test_facts_names_every_column_with_its_type() -> None:
    tables = json.loads(output("facts", "--format", "json"))
    assert set(tables) == set(TABLES)
    assert all(column["doc"] and column["type"] for table in tables.values() for column in table["columns"])


def test_a_mistyped_command_gets_the_nearest_one() -> None:
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "是否指 check" in result.output


def test_an_error_nobody_foresaw_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("某处")

    monkeypatch.setattr("basischeck.cli.rule.load_rules", fail)
    result = CliRunner().invoke(main, ["rule", "list"])
    assert result.exit_code == 2
    assert "程序内部错误（RuntimeError：某处）" in result.output
    assert "Traceback" not in result.output
