"""The words of names are only looked for where one of their characters stands: no match may be without one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.compare.words import GROUP_RULES, SYNONYM_RULES

RULES = [(rule.any_word, rule.chars) for rule in GROUP_RULES] + [(pattern, chars) for pattern, _, chars in SYNONYM_RULES]


@pytest.mark.parametrize(("pattern", "chars"), RULES)
@given(st.data())
def test_whatever_matches_has_one_of_the_characters_that_are_looked_for(pattern, chars, data) -> None:  # type: ignore[no-untyped-def]
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assert found is None or not chars.isdisjoint(found.group())
