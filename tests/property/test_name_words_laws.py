"""The words of names are only looked for where a pair of characters stands that each of them needs: no match may be without one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.compare.naming import KIND_RULES
from basischeck.compare.words import GROUP_RULES, SYNONYM_RULES, pairs

RULES = [(rule.any_word, rule.needs) for rule in GROUP_RULES]
RULES += [(pattern, needs) for pattern, _, needs in SYNONYM_RULES]
RULES += [(rule.ending, rule.needs) for rule in KIND_RULES]


@pytest.mark.parametrize(("pattern", "needs"), RULES)
@given(st.data())
def test_whatever_matches_has_one_of_the_pairs_that_are_looked_for(pattern, needs, data) -> None:  # type: ignore[no-untyped-def]
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    found = pattern.search(text)
    assert found is None or not needs.isdisjoint(pairs(found.group()))


@given(st.lists(st.sampled_from(["的", "等", "行为", "活动", "依法", "进行", "给予", "行政", "处罚", "许可", "审批", "（初审）", "事项", "企业", "对", "查封", "、", "扣押"])).map("".join))
def test_the_end_of_a_name_is_found_as_if_it_were_looked_for_at_once(text: str) -> None:
    for rule in KIND_RULES:
        found, whole = rule.search(text), rule.led_to.search(text, max(0, len(text) - 60))
        assert (found and found.span()) == (whole and whole.span())
