"""Each shipped rule flags its flagged examples and passes the others: a rule that cannot fire is a fault."""

import pytest

from basischeck.citation.diagnostics import MESSAGES
from basischeck.rules import Rule, load_rules
from basischeck.rules.evaluate import flags

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_flags_every_one_of_its_flagged_examples(rule: Rule) -> None:
    assert [row for row in rule.examples.flag if not flags(rule, row)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_passes_every_one_of_its_passing_examples(rule: Rule) -> None:
    assert [row for row in rule.examples.ok if flags(rule, row)] == []


def test_names_and_ids_of_rules_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.id for rule in RULES}) == len(RULES)


def test_every_diagnostic_of_the_parser_has_its_rule() -> None:
    assert {rule.id for rule in RULES if rule.scope == "form"} >= set(MESSAGES)
