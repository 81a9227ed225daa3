import pytest

from basischeck.rules import load_rules, select_rules
from basischeck.rules.select import UnknownRuleError

RULES = load_rules()


def test_a_family_is_selected_by_the_beginning_of_its_ids() -> None:
    chosen = select_rules(RULES, ["BC3"], [])
    assert chosen
    assert {rule.id[:3] for rule in chosen} == {"BC3"}


def test_ignored_rules_are_left_out_of_the_selected() -> None:
    assert "BC302" not in {rule.id for rule in select_rules(RULES, ["BC3"], ["BC302"])}


@pytest.mark.parametrize(("select", "ignore"), [(["BC999"], []), ([], ["XY"])])
def test_an_id_that_no_rule_has_is_an_error(select: list[str], ignore: list[str]) -> None:
    with pytest.raises(UnknownRuleError):
        select_rules(RULES, select, ignore)
