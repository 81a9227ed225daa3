"""The worked example of a user's own suite: it runs, and its plugin fails when a rule is no longer reached."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = Path(__file__).parents[3] / "examples" / "suite"
MEETS = """
def test_something(reached):
    class Found:
        rule = "BC203"
    reached([Found])
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    words = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", str(folder / "pytest.ini"), f"--rootdir={folder}", *words)
    return subprocess.run(words, cwd=folder, env=settings, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_part_of_the_suite_runs(tmp_path: Path) -> None:
    folder = tmp_path / "suite"
    shutil.copytree(SUITE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    done = run(folder, "--no-reach", "-k", "generator or no_power_is_lost or 条不存在 or 已废止")
    assert done.returncode == 0, done.stdout
    assert "no example meets" not in done.stdout


@pytest.mark.parametrize(
    ("wanted", "words", "code"), [("BC203", [], 0), ("BC2", [], 0), ("BC203 BC301", [], 1), ("BC9", [], 1), ("BC9", ["--no-reach"], 0)]
)
def test_the_plugin_fails_the_run_that_meets_too_few_rules(tmp_path: Path, wanted: str, words: list[str], code: int) -> None:
    shutil.copy(SUITE / "reach.py", tmp_path)
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["reach"]\n', encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\npythonpath = .\nreach = {wanted}\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(MEETS, encoding="utf-8")
    done = run(tmp_path, *words)
    assert done.returncode == code, done.stdout
    assert ("no example meets" in done.stdout) is (code == 1)


def test_the_suite_asks_for_every_family_that_needs_nothing_from_outside() -> None:
    line = next(line for line in (SUITE / "pytest.ini").read_text(encoding="utf-8").splitlines() if line.startswith("reach ="))
    assert {"BC1", "BC2", "BC3", "BC4", "BC5", "BC7"} <= set(line.split())
