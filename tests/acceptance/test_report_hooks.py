"""The hook manifest and the action, run by the programs they are written for: pre-commit and bash."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.unit.report.results import workbook

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
GOOD = ((1, "对擅自做某事的处罚", "行政处罚", "《中华人民共和国行政处罚法》第九条", "某局", ""),)
BAD = ((1, "对擅自做某事的处罚", "行政处罚", "《中华人民共和国行政处罚法》第九百条", "某局", ""),)
Run = Callable[..., subprocess.CompletedProcess[str]]


def hooks() -> list[dict[str, object]]:
    return list(YAML(typ="safe").load(MANIFEST.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["清单.xlsx", "市直/2024年某局权责清单.xls", "清单.ods", "附件：某局 (1).xlsx"])
def test_lists_are_told_by_their_names(name: str) -> None:
    for hook in hooks():
        assert re.search(str(hook["files"]), name)
        assert not re.search(str(hook["exclude"]), name)


@pytest.mark.parametrize("name", ["~$清单.xlsx", "市直/~$清单.xlsx", "清单.核查.xlsx"])
def test_lock_files_and_marked_workbooks_are_no_lists(name: str) -> None:
    assert all(re.search(str(hook["exclude"]), name) for hook in hooks())


def test_no_hook_asks_for_a_type_that_precommit_does_not_know() -> None:
    # identify knows no spreadsheets: a hook with such a type is refused as a whole.
    assert not any({"types", "types_or"} & hook.keys() for hook in hooks())


@pytest.fixture
def run(tmp_path: Path) -> Run:
    if shutil.which("git") is None:
        pytest.skip("no git on this machine")
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "某人", f"GIT_{role}_EMAIL": "someone@example.org"}

    def call(*words: str, folder: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=check)

    return call


@pytest.fixture
def lists(tmp_path: Path, run: Run) -> Path:
    """A git repository of lists whose configuration names our manifest, taken from a git repository as pre-commit does."""
    tool, folder = tmp_path / "tool", tmp_path / "lists"
    for place in (tool, folder):
        place.mkdir()
        run("git", "init", "-q", folder=place)
    shutil.copy(MANIFEST, tool)
    run("git", "add", ".", folder=tool)
    run("git", "commit", "-q", "-m", "manifest", folder=tool)
    revision = run("git", "rev-parse", "HEAD", folder=tool).stdout.strip()
    # The tool is installed here already: the hooks run it as it is instead of building an environment.
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {tool}\n  rev: {revision}\n  hooks:\n"
        "  - {id: basischeck, language: system}\n  - {id: basischeck-list, language: system}\n",
        encoding="utf-8",
    )
    (folder / "甲局.xlsx").write_bytes(workbook(GOOD))
    (folder / "乙局.xlsx").write_bytes(workbook(BAD))
    run("git", "add", ".", folder=folder)
    run("git", "commit", "-q", "-m", "lists", folder=folder)
    return folder


def test_unchanged_lists_are_not_checked(lists: Path, run: Run) -> None:
    (lists / "说明.txt").write_text("说明", encoding="utf-8")
    run("git", "add", ".", folder=lists)
    done = run("pre-commit", "run", folder=lists, check=False)
    assert done.returncode == 0
    assert done.stdout.count("Skipped") == 2


def test_a_changed_list_alone_is_checked_by_the_first_hook_and_all_lists_by_the_second(lists: Path, run: Run) -> None:
    (lists / "甲局.xlsx").write_bytes(workbook((*GOOD, (2, "某事项", "行政处罚", "《中华人民共和国行政处罚法》第十条", "某局", ""))))
    run("git", "add", ".", folder=lists)
    first = run("pre-commit", "run", "basischeck", folder=lists, check=False)
    whole = run("pre-commit", "run", "basischeck-list", folder=lists, check=False)
    assert first.returncode == 0, first.stdout
    assert whole.returncode == 1
    assert "乙局.xlsx" in whole.stdout
    assert "BC203" in whole.stdout


def test_a_faulty_list_cannot_be_committed(lists: Path, run: Run) -> None:
    (lists / "甲局.xlsx").write_bytes(workbook(BAD))
    run("git", "add", ".", folder=lists)
    done = run("pre-commit", "run", "basischeck", folder=lists, check=False)
    assert done.returncode == 1
    assert "没有第九百条" in "".join(done.stdout.split())


def test_the_three_largest_real_workbooks_go_through_both_hooks(lists: Path, run: Run, shared: Path) -> None:
    largest = sorted((shared / "catalogs" / "karamay").iterdir(), key=lambda file: -file.stat().st_size)[:3]
    for file in largest:
        (lists / file.name).write_bytes(file.read_bytes())
    (lists / "乙局.xlsx").unlink()
    run("git", "add", ".", folder=lists)
    for hook in ("basischeck", "basischeck-list"):
        done = run("pre-commit", "run", hook, folder=lists, check=False)
        assert done.returncode == 1
        for file in largest:
            # pre-commit shows what the command wrote, wrapped as it was.
            assert file.name in done.stdout
        assert "程序内部错误" not in done.stdout
    run("git", "commit", "-q", "--no-verify", "-m", "real lists", folder=lists)
    assert run("pre-commit", "run", folder=lists).stdout.count("Skipped") == 2


def test_a_run_on_unchanged_files_shows_what_the_first_one_showed(lists: Path, run: Run) -> None:
    first = run("env", "-u", "BASISCHECK_NO_CACHE", "pre-commit", "run", "--all-files", folder=lists, check=False)
    again = run("env", "-u", "BASISCHECK_NO_CACHE", "pre-commit", "run", "--all-files", folder=lists, check=False)
    assert first.returncode == again.returncode == 1
    # pre-commit states how long a hook took, and at first that it prepares its environment.
    told = [re.sub(r"^(- duration: |\[INFO\]).*\n", "", done.stdout, flags=re.MULTILINE) for done in (first, again)]
    assert told[0] == told[1]
    assert "BC203" in told[1]


def action() -> dict[str, dict[str, object]]:
    return dict(YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8")))


# The part of GitHub's schema of composite actions that this one uses.
ACTION = {
    "type": "object",
    "required": ["name", "description", "runs"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "description": {"type": "string"},
        "branding": {"required": ["icon", "color"]},
        "inputs": {
            "additionalProperties": {"required": ["description"], "additionalProperties": False, "properties": {"description": {}, "default": {"type": "string"}, "required": {}}}
        },
        "outputs": {"additionalProperties": {"required": ["description", "value"], "additionalProperties": False, "properties": {"description": {}, "value": {}}}},
        "runs": {
            "required": ["using", "steps"],
            "properties": {
                "using": {"const": "composite"},
                "steps": {
                    "items": {
                        "oneOf": [{"required": ["uses"]}, {"required": ["run", "shell"]}],
                        "additionalProperties": False,
                        "properties": {name: {} for name in ("name", "id", "if", "uses", "with", "run", "shell", "env", "working-directory")},
                    }
                },
            },
        },
    },
}


def test_the_action_is_a_composite_action_with_sound_scripts(run: Run, tmp_path: Path) -> None:
    jsonschema.validate(action(), ACTION)
    steps: list[dict[str, str]] = action()["runs"]["steps"]  # type: ignore[assignment]
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    for step in steps:
        if "run" in step:
            (tmp_path / "script").write_text(step["run"], encoding="utf-8")
            run("bash", "-n", "script", folder=tmp_path)
            # Every variable that a script names comes from its step or from the runner.
            named = set(re.findall(r"\$\{?([A-Z_]+)", step["run"]))
            assert named <= {*step.get("env", {}), "RUNNER_TEMP", "GITHUB_OUTPUT"}
    ids = {step["id"] for step in steps if "id" in step}
    written = "".join(step.get("run", "") for step in steps)
    for output, value in action()["outputs"].items():
        found = re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}", value["value"])  # type: ignore[index]
        assert found, output
        assert found[1] in ids
        assert f'echo "{found[2]}=' in written


def test_every_input_that_the_action_uses_is_declared_and_none_stands_in_a_script() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action()["inputs"])
    steps: list[dict[str, str]] = action()["runs"]["steps"]  # type: ignore[assignment]
    assert not any("${{" in step.get("run", "") for step in steps)
    assert all(step.get("shell") == "bash" for step in steps if "run" in step)


def test_the_actions_script_checks_lists_and_writes_its_reports(tmp_path: Path, run: Run) -> None:
    (tmp_path / "甲 局.xlsx").write_bytes(workbook(BAD))
    (tmp_path / "basischeck" / "bin").mkdir(parents=True)
    (tmp_path / "basischeck" / "bin" / "basischeck").symlink_to(Path(sys.executable).parent / "basischeck")
    steps: list[dict[str, str]] = action()["runs"]["steps"]  # type: ignore[assignment]
    inputs = {"PATHS": "甲 局.xlsx\n", "FAIL_ON": "", "CONFIG": "", "BASELINE": "", "REPORT": "报告", "RUNNER_TEMP": str(tmp_path)}
    (tmp_path / "output").write_text("")
    words = [f"{name}={value}" for name, value in (inputs | {"GITHUB_OUTPUT": str(tmp_path / "output")}).items()]
    done = run("env", *words, "bash", "-eo", "pipefail", "-c", steps[-1]["run"], folder=tmp_path, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=甲 局.xlsx,line=3,title=BC203")
    assert (tmp_path / "报告" / "basischeck.sarif").is_file()
    assert "sarif=报告/basischeck.sarif" in (tmp_path / "output").read_text(encoding="utf-8")
