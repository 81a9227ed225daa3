"""Hypothesis finds the strategies by itself: the entry point in pyproject.toml, as an installation would have it."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SUITE = """
from hypothesis import given, settings, strategies as st
import sys
assert "basischeck.testing" in sys.modules, "no plug-in"
from basischeck.citation import Citation, parse, render
@settings(max_examples=20, database=None, deadline=None)
@given(st.from_type(Citation))
def law(cited):
    assert all(parse(render(cited, locator)).citations[0].title for locator in cited.locators), cited
law()
"""


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """Lay out what an installation says of its entry points; the environment that finds it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["hypothesis"]
    info = tmp_path / "installed_here-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: installed-here\nVersion: 0\n", encoding="utf-8")
    lines = "\n".join(f"{name} = {target}" for name, target in points.items())
    (info / "entry_points.txt").write_text(f"[hypothesis]\n{lines}\n", encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "src")])}


@pytest.mark.parametrize("before", ["", "import basischeck.testing\n"])
def test_citations_can_be_drawn_by_type_whichever_is_imported_first(installed: dict[str, str], before: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", before + SUITE],
        env=installed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
