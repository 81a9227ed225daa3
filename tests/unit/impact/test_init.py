"""The first files of a list repository."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from basischeck.cli.main import main
from tests.unit.cli.test_check import write_list

REPEALED = "《中华人民共和国环境保护法》第五十九条"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_list(tmp_path, REPEALED, name="克拉玛依市某局权责清单.csv")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args])


def test_what_can_be_found_out_is_not_asked(repository: Path) -> None:
    result = run("init", "--as-of", "2026-11-22")
    assert result.exit_code == 0, result.output
    settings = tomllib.loads((repository / "basischeck.toml").read_text(encoding="utf-8"))
    assert settings["region"] == "克拉玛依市"


def test_the_baseline_holds_what_is_there(repository: Path) -> None:
    run("init", "--as-of", "2026-11-22")
    name = "克拉玛依市某局权责清单.csv"
    assert run("check", name, "--as-of", "2026-11-22").exit_code == 1
    assert run("check", name, "--as-of", "2026-11-22", "--baseline", "basischeck-baseline.json").exit_code == 0


def test_nothing_is_overwritten(repository: Path) -> None:
    (repository / "basischeck.toml").write_text('region = "某市"\n', encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert (repository / "basischeck.toml").read_text(encoding="utf-8") == 'region = "某市"\n'
    assert not (repository / "basischeck-baseline.json").exists()
    assert run("init", "--force").exit_code == 0


def test_hooks_that_are_there_stay_as_they_are(repository: Path) -> None:
    own = 'repos:\n- repo: local   # ours\n  hooks:\n  - {id: x, name: x, entry: "true", language: system}\n'
    (repository / ".pre-commit-config.yaml").write_text(own, encoding="utf-8")
    run("init")
    text = (repository / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert text.startswith(own)
    hooks = YAML(typ="safe").load(text)
    assert [hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]] == ["x", "basischeck"]
    run("init", "--force")
    assert (repository / ".pre-commit-config.yaml").read_text(encoding="utf-8") == text


def test_a_file_that_is_no_hook_configuration_is_left_alone(repository: Path) -> None:
    (repository / ".pre-commit-config.yaml").write_text("- a\n- b\n", encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert not (repository / "basischeck.toml").exists()


def test_a_second_run_changes_nothing_and_says_what_is_there(repository: Path) -> None:
    run("init")
    before = {file.name: file.read_bytes() for file in repository.iterdir()}
    again = run("init")
    assert again.exit_code == 2
    assert "已经有 basischeck.toml、basischeck-baseline.json" in again.output
    assert {file.name: file.read_bytes() for file in repository.iterdir()} == before


def test_the_hook_of_a_folder_takes_lists_still_to_come_and_leaves_the_programs_own_files(repository: Path) -> None:
    run("init", "--as-of", "2026-11-22")
    hook = YAML(typ="safe").load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert hook["args"] == [".", "--baseline", "basischeck-baseline.json"]
    assert re.search(hook["files"], "新的/乙局.xlsx")
    assert re.search(hook["files"], "basischeck.toml")
    assert not re.search(hook["files"], "说明.md")
    (repository / "package.json").write_text('{"a": 1}', encoding="utf-8")
    done = run("check", *hook["args"], "--as-of", "2026-11-22")
    assert done.exit_code == 0, done.output
    assert "没有核查 package.json：不是清单" in done.output


def test_a_list_that_shows_only_the_province_does_not_hide_the_city(repository: Path) -> None:
    bases = "；".join(f"《新疆维吾尔自治区{name}条例》第一条" for name in ("河道管理", "渔业", "旅游", "消防", "邮政", "湿地保护", "环境保护"))
    write_list(repository, bases, name="某局清单.csv")
    run("init", "--no-baseline")
    assert tomllib.loads((repository / "basischeck.toml").read_text(encoding="utf-8"))["region"] == "克拉玛依市"


def test_a_list_called_as_mandated_ones_are_is_proposed_and_not_checked_once_it_is_set(repository: Path) -> None:
    write_list(repository, "《中华人民共和国行政处罚法》第九条", name="省级下放事项目录.csv")
    run("init", "--no-baseline")
    text = (repository / "basischeck.toml").read_text(encoding="utf-8")
    assert '# mandated = ["省级下放事项目录.csv"]' in text
    assert '"files": 2' in run("check", ".", "--format", "json", "--fail-on", "never").output
    (repository / "basischeck.toml").write_text(text.replace("# mandated", "mandated"), encoding="utf-8")
    assert '"files": 1' in run("check", ".", "--format", "json", "--fail-on", "never").output
