"""A list checked as `basischeck check` checks it, for tests: the embedded index, all rules of the standard profile."""

from datetime import date
from functools import lru_cache

from basischeck.catalog import ListFile
from basischeck.citation import NameSet
from basischeck.facts import build_facts
from basischeck.rules import Finding, Rule, load_rules
from basischeck.rules.evaluate import evaluate
from basischeck.testing.drafting import truth
from basischeck.testing.list_faults.draft import Planted
from basischeck.testing.truth import DAY


@lru_cache(maxsize=1)
def _names() -> NameSet:
    return NameSet(truth().index.names())


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules() if rule.profile != "strict")


def findings_in(*lists: ListFile, day: date = DAY) -> list[Finding]:
    """Return what the rules find in `lists` on `day`."""
    return evaluate(_rules(), build_facts(lists, truth().index, day, names=_names()))


def known_rules() -> frozenset[str]:
    """Return the ids of the rules that `findings_in` runs."""
    return frozenset(rule.id for rule in _rules())


def flags_rightly(planted: Planted, findings: list[Finding]) -> bool:
    """Return whether a right rule says the planted fault at its very cell."""
    return any(
        finding.rule in planted.kind.rules
        and finding.location.sheet == planted.sheet
        and planted.cell in (None, finding.location.cell)
        for finding in findings
    )


def flagged_elsewhere(planted: Planted, findings: list[Finding]) -> list[Finding]:
    """Return the errors and warnings about other rows than the one at fault, by other rules than those of the fault."""
    row = int("".join(filter(str.isdigit, planted.written.places[planted.spot.row]["事项名称"].cell)))
    return [
        finding
        for finding in findings
        if finding.severity != "info"
        and finding.rule not in planted.kind.rules
        and (finding.location.sheet, finding.location.row) != (planted.sheet, row)
    ]
