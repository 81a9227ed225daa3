"""The commands about the tool itself."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from basischeck import rules
from basischeck.cli import choices
from basischeck.cli.main import main
from basischeck.facts import TABLES
from basischeck.rules import load_rules


def output(*args: str) -> str:
    result = CliRunner().invoke(main, list(args))
    assert result.exit_code == 0, result.output
    return result.output


HELPED = """
import sys
from basischeck.cli.main import main
for words in ([], *([name] for name in main.list_commands(None)), *(["corpus", name] for name in ("show", "diff", "verify")), ["rule", "show"]):
    try: main([*words, "--help"])
    except SystemExit: pass
print(*sorted(sys.modules))
"""


def test_no_help_page_imports_anything_heavy() -> None:
    said = subprocess.run([sys.executable, "-c", HELPED], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "--as-of" in said
    assert not {"polars", "lark", "pydantic", "rich.console", "jinja2", "numpy"} & set(said.splitlines()[-1].split())


def test_the_choices_of_options_are_those_of_the_rules() -> None:
    assert choices.SEVERITIES == rules.SEVERITIES
    assert choices.PROFILES == rules.PROFILES


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

    monkeypatch.setattr("basischeck.rules.load_rules", fail)
    result = CliRunner().invoke(main, ["rule", "list"])
    assert result.exit_code == 2
    assert "程序内部错误（RuntimeError：某处）" in result.output
    assert "Traceback" not in result.output


def test_the_command_can_be_run_as_a_module() -> None:
    words = [sys.executable, "-m", "basischeck", "--version"]
    said = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True).stdout

    assert said.startswith("basischeck ")
