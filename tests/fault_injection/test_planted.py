"""Known faults planted one at a time: the right rule says each at its very cell, and nothing else is called wrong."""

import pytest

from basischeck.testing.checked import findings_in, flagged_elsewhere, flags_rightly, known_rules
from basischeck.testing.list_faults import KINDS, planted
from basischeck.testing.list_faults.quotation import SHELF

SEEDS = range(3)
NEEDS_TEXTS = {name for name in KINDS if name.startswith("引文")}
"""Kinds that quote statute text: tests/acceptance/test_quotations_planted.py plants them, beside the real texts."""


def test_there_are_at_least_forty_kinds_and_each_has_a_rule() -> None:
    assert len(KINDS) >= 40
    assert {name: kind.rules for name, kind in KINDS.items() if not kind.rules & known_rules()} == {}


@pytest.mark.parametrize("name", sorted(KINDS.keys() - NEEDS_TEXTS))
def test_the_right_rule_says_the_fault_at_its_cell_and_nothing_else_is_called_wrong(name: str) -> None:
    missed, beside = [], []
    for seed in SEEDS:
        one = planted(name, seed, organs=2)
        findings = findings_in(one.written.read())
        if not flags_rightly(one, findings):
            missed.append((seed, one.spot.note, one.rows[one.spot.row].basis.text()))
        beside += [(seed, f.rule, f.location.cell, f.message) for f in flagged_elsewhere(one, findings)]
    assert missed == []
    assert beside == []


def test_without_texts_no_quotation_is_planted() -> None:
    assert not SHELF.current
    with pytest.raises(LookupError, match="no place"):
        planted("引文是另一条", 0, organs=1)
