"""The documentation is true: its commands and programs run, its tables are those of the models."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.catalog.columns import FIELDS
from basischeck.cli.config import load_config
from basischeck.cli.main import main
from basischeck.cli.settings import Settings
from basischeck.report.schemas.page import page
from basischeck.rules import Waiver

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "示例清单.xlsx"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted((DOCS / "users").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Names under which the pages speak of lists; each is a copy of the example.
LISTS = ["清单.xlsx", "清单.xls", "市监局.xlsx", "我局清单.xlsx", "去年.xlsx", "今年.xlsx", "市清单.xlsx", "甲县.xlsx", "乙县.xlsx", "丙县.xlsx", "下放事项目录.xlsx", "部门1.xlsx", "部门2.xlsx", "权责清单.xlsx", "政务服务事项.xlsx", "清单文件夹/甲局.xlsx", "清单文件夹/乙局.xlsx"]
# What cannot be run here, and why.
NOT_RUN = {
    "basischeck corpus build 来源文件夹或压缩包... -o corpus": "names what is to be filled in",
    "basischeck corpus add 本地规定.docx 另一部.md": "needs documents of one's own; tests/unit/statute adds some",
    "basischeck corpus add 本地规定.docx": "as above",
}


def commands(file: Path) -> Iterator[str]:
    """The calls of the tool in a page: lines of its sh blocks, and indented lines."""
    text = file.read_text(encoding="utf-8")
    blocks = [body for kind, body in BLOCK.findall(text) if kind == "sh"]
    lines = [line for body in blocks for line in body.splitlines()]
    lines += [line for line in BLOCK.sub("", text).splitlines() if line.startswith("    ")]
    for line in map(str.strip, lines):
        if line.startswith("basischeck "):
            # A note stands behind two spaces or more, or behind #.
            yield re.split(r"\s{2,}|\s+#", line)[0].strip()


# Each call once, with the first page that has it.
CALLS = {call: file.relative_to(ROOT).as_posix() for file in reversed(PAGES) for call in commands(file)}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all the lists that the pages speak of."""
    for name in LISTS:
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLE, target)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BASISCHECK_DATA_DIR", str(tmp_path / "数据"))
    return tmp_path


@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_the_pages_runs(office: Path, call: str) -> None:
    if call in NOT_RUN:
        pytest.skip(NOT_RUN[call])
    words = shlex.split(call.split(" > ")[0].split(" >> ")[0])[1:]
    if "--baseline" in words and "--write-baseline" not in words:
        CliRunner().invoke(main, ["check", "清单.xlsx", "--baseline", words[words.index("--baseline") + 1], "--write-baseline"])
    result = CliRunner().invoke(main, words)
    assert result.exit_code in (0, 1), result.output
    assert result.output or "-o" in words or "--format" in words


def test_the_pages_have_calls() -> None:
    assert len(CALLS) > 40
    assert all(any(commands(ROOT / page)) for page in {f"docs/users/{name}.md" for name in ("office", "legal", "department", "county", "data", "developer")})


def test_the_programs_for_developers_run(office: Path) -> None:
    shown = []
    for kind, body in BLOCK.findall((DOCS / "users" / "developer.md").read_text(encoding="utf-8")):
        if kind == "python":
            done = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, encoding="utf-8", check=True, cwd=office)
            shown.append(done.stdout)
    assert shown[0] == "中华人民共和国食品安全法 35 1 1\n中华人民共和国食品安全法 35 1 2\n"
    assert shown[1] == "有效 2025-12-01 154\n"
    assert len(shown[2].splitlines()) == 47


def table(text: str, heading: str) -> set[str]:
    """The names in the first column of the first table behind a heading."""
    part = text[text.index(heading) :]
    rows = part[part.index("|---") :].split("\n\n")[0].splitlines()[1:]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}


@pytest.fixture
def configuration() -> str:
    return (DOCS / "configuration.md").read_text(encoding="utf-8")


def test_every_setting_is_told_and_no_other(configuration: str) -> None:
    assert table(configuration, "# 配置") == {one.name for one in fields(Settings)}
    assert table(configuration, "## waivers") == {one.name for one in fields(Waiver)}


def test_every_field_of_columns_is_told(configuration: str) -> None:
    line = configuration.split("## columns 的标准字段")[1].strip().splitlines()[0]
    assert set(line.rstrip("。").split("、")) == set(FIELDS)


def test_the_example_of_the_settings_is_valid_and_shows_all(configuration: str, tmp_path: Path) -> None:
    (example,) = (body for kind, body in BLOCK.findall(configuration) if kind == "toml")
    (tmp_path / "basischeck.toml").write_text(example, encoding="utf-8")
    load_config(tmp_path / "basischeck.toml")
    assert set(tomllib.loads(example)) == {one.name for one in fields(Settings)}


def test_the_readmes_settings_are_valid(tmp_path: Path) -> None:
    (example,) = (body for kind, body in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")) if kind == "toml")
    (tmp_path / "basischeck.toml").write_text(example, encoding="utf-8")
    load_config(tmp_path / "basischeck.toml")


def test_every_variable_of_the_environment_is_told(configuration: str) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'"(BASISCHECK_[A-Z_]+|NO_COLOR|FORCE_COLOR)"', source))
    assert table(configuration, "## 环境变量") == used


def test_the_page_of_the_json_is_the_one_from_the_models() -> None:
    # Otherwise: python -m basischeck.report.schemas docs/schemas.md
    assert (DOCS / "schemas.md").read_text(encoding="utf-8") == page()


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.list_commands(None) if f"basischeck {name}" not in readme] == []  # type: ignore[arg-type]
