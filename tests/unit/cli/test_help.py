"""Help pages and usage errors: Chinese throughout, with an example, no wider than the terminal."""

import ast
import importlib.util
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from basischeck.cli.chinese import chinese
from basischeck.cli.help import Command
from basischeck.cli.main import main

# What a page must not hold: click's own placeholders and words.
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show|exit|TEXT|FILE|PATH|DIRECTORY|INTEGER|RANGE|COMMAND|ARGS|OPTIONS|default|required|Error|Try)\b")


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


PATHS = [(), *(path for path, _ in commands())]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_page_is_chinese_and_shows_a_call(path: tuple[str, ...]) -> None:
    page = run(*path, "--help").output
    assert page.startswith("用法：basischeck")
    assert ENGLISH.findall(page) == []
    assert re.search(rf"^  basischeck {' '.join(path)}", page, re.MULTILINE)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_no_line_of_a_page_is_wider_than_80_cells(path: tuple[str, ...]) -> None:
    assert all(cell_len(line) <= 80 for line in run(*path, "--help").output.splitlines())


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_no_option_is_broken_across_lines(path: tuple[str, ...]) -> None:
    assert not re.search(r"-$", run(*path, "--help").output, re.MULTILINE)


def test_every_command_is_of_our_class() -> None:
    assert all(isinstance(command, Command) for _, command in commands() if not isinstance(command, click.Group))


def words_of_click() -> Iterator[str]:
    """Every text that click looks up where it reads a command line, reports an error or writes a help page."""
    spec = importlib.util.find_spec("click")
    assert spec is not None
    assert spec.origin is not None
    for name in ("exceptions", "formatting", "parser", "types"):
        tree = ast.parse((Path(spec.origin).parent / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))


# Faults of a program, not of a call; types that no command uses; and the names of types inside such texts.
NOT_OURS = re.compile(
    r"start character|UUID|boolean|executable|value[s]? (is|are) required|len_type|is not a valid \{|\{number_type\}|^Invalid value",
)


def test_every_word_of_click_that_a_user_can_meet_is_translated() -> None:
    left = [text for text in words_of_click() if not NOT_OURS.search(text) and not re.search("[一-鿿]", chinese(text))]
    assert [text for text in left if re.search("[A-Za-z]{3}", re.sub(r"\{[^}]*\}|%\(\w+\)s", "", text))] == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("chekc", "是否指 check"),
        ("corpus shwo", "是否指 show"),
        ("check --formt x 清单.xlsx", "是否指 '--format'"),
        ("check", "没有写清单文件或文件夹。例如：basischeck check 清单.xlsx"),
        ("impact 清单.xlsx", "没有写 --from。例如"),
        ("check 清单.xlsx --as-of 明天", "“明天”不是日期，请写成 2026-11-22"),
        ("check 清单.xlsx --profile hard", "不能是“hard”，可用"),
        ("check 清单.xlsx --as-of", "选项 --as-of 后面要写一个值"),
        ("corpus show 食品安全法 第一条 第二款", "多出了 第二款"),
        ("corpus search 渔业 --limit 0", "不在"),
        ("rule show bc3o1", "是否指 BC301"),
    ],
)
def test_a_slip_in_a_call_is_named_in_chinese_with_what_to_write(call: str, said: str) -> None:
    result = run(*call.split())
    assert result.exit_code == 2
    assert said in result.output
    assert ENGLISH.findall(result.output.replace("--", "")) == []


@pytest.mark.parametrize("day", ["2026-11-22", "2026/11/22", "2026年11月22日", "20261122", "2026.11.22"])
def test_a_day_may_be_written_as_people_do(day: str) -> None:
    assert "2026-11-22" in run("corpus", "show", "食品安全法", "--as-of", day).output


def test_help_does_not_ask_for_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "LANGUAGE", "de")
    assert "选项：" in run("check", "--help").output
