"""Settings for all tests: one Hypothesis profile that repeats itself, and a line that says how many acceptance tests ran."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci")

# A test has to run what it tests, not to be shown what an earlier one found; tests/unit/cli/test_recall.py asks for it.
os.environ["BASISCHECK_NO_CACHE"] = "1"

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real data beside the checkout; skip the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no real data beside the checkout")
    return SHARED


@pytest.fixture(autouse=True, scope="module")
def collected() -> Iterator[None]:
    """Collect garbage behind each file: the commands put it off, each for a process of its own, and here they share one."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.enable()
    gc.collect()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many acceptance tests ran: a suite in which they were skipped must not look like a pass."""
    stats = terminalreporter.stats
    ran = sum("tests/acceptance" in report.nodeid for report in stats.get("passed", []) + stats.get("failed", []))
    skipped = [report for report in stats.get("skipped", []) if "tests/acceptance" in report.nodeid]
    terminalreporter.write_line(f"acceptance: {ran} ran, {len(skipped)} skipped")
    for report in skipped[:20]:
        terminalreporter.write_line(f"  skipped: {report.nodeid} {report.longrepr[2] if isinstance(report.longrepr, tuple) else ''}")
