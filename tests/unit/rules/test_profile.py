from dataclasses import replace

from basischeck.rules import Profile, Rule, in_profile, load_rules

_RULE = load_rules()[0]


def _rule(number: int, profile: Profile) -> Rule:
    return replace(_RULE, id=f"XX{number:03}", profile=profile)


_RULES = [_rule(1, "basic"), _rule(2, "standard"), _rule(3, "strict")]


def test_a_stricter_profile_runs_all_that_a_laxer_one_runs() -> None:
    assert [len(in_profile(_RULES, profile)) for profile in ("basic", "standard", "strict")] == [1, 2, 3]


def test_a_rule_named_by_its_whole_id_runs_in_every_profile() -> None:
    assert [rule.id for rule in in_profile(_RULES, "basic", ["XX003"])] == ["XX001", "XX003"]


def test_a_family_named_by_its_beginning_stays_within_the_profile() -> None:
    assert [rule.id for rule in in_profile(_RULES, "basic", ["XX"])] == ["XX001"]
