"""What the terminal shows: colours by severity, a line of progress for long work, and neither where nobody looks."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from basischeck.cli import progress
from tests.unit.cli.test_check import write_list

COMMAND = str(Path(sys.executable).parent / "basischeck")
RED = "\x1b[1;31m"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return write_list(tmp_path, "《中华人民共和国行政处罚法》第九百条", name="清单.csv")


def on_terminal(words: list[str], **environment: str) -> str:
    """Run a command on a terminal of its own and return what it showed."""
    master, slave = pty.openpty()
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")} | {"TERM": "xterm"} | environment
    with subprocess.Popen(words, stdout=slave, stderr=slave, stdin=slave, env=settings) as process:
        os.close(slave)
        shown = b""
        while True:
            ready, _, _ = select.select([master], [], [], 60)
            try:
                part = os.read(master, 65536) if ready else b""
            except OSError:  # the other end is closed
                part = b""
            if not part:
                break
            shown += part
        process.wait(timeout=60)
    os.close(master)
    return shown.decode("utf-8", "replace")


def test_errors_are_red_on_a_terminal(faulty: Path) -> None:
    assert f"{RED}错误\x1b[0m BC203" in on_terminal([COMMAND, "check", str(faulty)])


def test_no_color_is_heeded(faulty: Path) -> None:
    assert not re.search(r"\x1b\[[0-9;]*m", on_terminal([COMMAND, "check", str(faulty)], NO_COLOR="1"))


@pytest.mark.parametrize(("wanted", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)])
def test_a_pipe_gets_colours_only_where_they_are_forced(faulty: Path, wanted: dict[str, str], coloured: bool) -> None:
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")} | wanted
    done = subprocess.run([COMMAND, "check", str(faulty)], capture_output=True, text=True, encoding="utf-8", env=settings, check=False)
    assert (RED in done.stdout) is coloured


def test_a_file_gets_no_colours(faulty: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    settings = os.environ | {"FORCE_COLOR": "1"}
    subprocess.run([COMMAND, "check", str(faulty), "-o", str(target)], env=settings, check=False)
    assert "BC203" in target.read_text(encoding="utf-8")
    assert "\x1b[" not in target.read_text(encoding="utf-8")


LONG = """
import time
from basischeck.cli import progress
progress._DELAY = 0.05
with progress.working("读入清单") as step:
    step("读入清单 甲局.xlsx", 1, 3)
    time.sleep(3)
print("完")
"""


def test_long_work_shows_what_it_does_and_clears_the_line_before_the_report() -> None:
    shown = on_terminal([sys.executable, "-c", LONG])
    assert "读入清单 甲局.xlsx" in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert plain.rstrip().splitlines()[-1].strip() == "完"
    assert "\x1b[2K" in shown


def test_long_work_is_quiet_where_nobody_looks() -> None:
    done = subprocess.run([sys.executable, "-c", LONG], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "完\n"
    assert done.stderr == ""


def test_short_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_DELAY", 60)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    started = time.monotonic()
    with progress.working("读入清单") as step:
        step("甲局", 1, 2)
    assert time.monotonic() - started < 30
