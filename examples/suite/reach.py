"""A pytest plugin: the suite fails when its generators no longer reach a rule that they are there to reach.

A test says what it met with the fixture `reached`; `reach` in pytest.ini names the rules (BC301) and families (BC3) that
the whole run has to meet. A generator that goes stale otherwise stays green for ever: it tests nothing, and nothing fails.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

import pytest


class HasRule(Protocol):
    """A finding of basischeck."""

    rule: str


MET = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting `reach`, and --no-reach for runs of a part of the suite."""
    parser.addini("reach", "rules and families that the run has to meet", type="args", default=[])
    parser.addoption("--no-reach", action="store_true", help="do not ask which rules were met")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count."""
    config.stash[MET] = Counter()


@pytest.fixture(scope="session")
def reached(request: pytest.FixtureRequest) -> Callable[[Iterable[HasRule]], None]:
    """Take down the rules of the findings that a test met."""
    met = request.config.stash[MET]
    return lambda findings: met.update(finding.rule for finding in findings)


def missing(config: pytest.Config) -> list[str]:
    """Return the rules and families that were not met; none where nobody asks."""
    if config.getoption("--no-reach"):
        return []
    met = config.stash[MET]
    return [wanted for wanted in config.getini("reach") if not any(rule.startswith(wanted) for rule in met)]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail the run where a rule was not met."""
    if exitstatus == pytest.ExitCode.OK and missing(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many rules were met, and which were not."""
    terminalreporter.write_line(f"reach: {len(config.stash[MET])} rules met")
    if left := missing(config):
        terminalreporter.write_line(f"reach: no example meets {', '.join(left)}", red=True)
