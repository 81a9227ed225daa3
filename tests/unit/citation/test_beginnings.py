"""With which characters a match can begin: what a lexer of the grammar leaves out could not have matched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.citation.beginnings import Characters, beginnings
from basischeck.citation.grammar import grammar_path
from basischeck.citation.table import table_of

TABLE = table_of(grammar_path().read_text(encoding="utf-8"))
STATES = [state for state, lexer in enumerate(TABLE.lexer) if lexer >= 0]
CELL = st.text(
    st.sampled_from("《》〈<（(）)【】[［〔第笫一二十百千0９０条款项目章节编附件表本该同前上合共基法之至、，,。；：—~- \n\u3000的令号年修正及和办中华x"),
    min_size=1,
    max_size=30,
)


@pytest.mark.parametrize(
    ("pattern", "begins", "does_not"),
    [
        ("本法|该法", "本该", "法x"),
        (r"\s*第", " \n\u3000第", "条"),
        ("(?:甲|乙)?丙", "甲乙丙", "丁"),
        ("[^甲乙]丙", "丙丁x", "甲乙"),
        ("(?!甲)[甲乙]", "甲乙", "丙"),
        ("[一-三]+年", "一丁三", "年"),
        (r"[^\S\n]+第", " \u3000", "\n甲第"),
        ("(?=甲)", "甲乙x", ""),
        ("甲*", "甲乙x", ""),
        (r"(甲)\1|\d", "甲1x", ""),
    ],
)
def test_the_characters_that_a_match_can_begin_with(pattern, begins, does_not):
    found = beginnings(pattern)

    assert [char for char in begins if char not in found] == []
    assert [char for char in does_not if char in found] == []


@given(st.sets(st.sampled_from("甲乙丙丁")), st.booleans(), st.sets(st.sampled_from("甲乙丙丁")), st.booleans())
def test_two_sets_together_hold_what_either_holds(first, others, second, more):
    left, right = Characters(frozenset(first), others), Characters(frozenset(second), more)

    assert all((char in left | right) == (char in left or char in right) for char in "甲乙丙丁戊")


@given(CELL)
def test_no_terminal_of_the_grammar_matches_what_it_cannot_begin_with(text):
    for name, pattern in TABLE.terminals:
        if re.match(pattern, text):
            assert text[0] in beginnings(pattern), name


@given(CELL, st.sampled_from(STATES))
def test_what_a_state_finds_is_what_it_finds_among_all_its_terminals(text, state):
    everything = TABLE.matcher(tuple(TABLE.lexers[TABLE.lexer[state]]))(text, 0)
    found = TABLE.matcher(TABLE.choice(state, text[0]))(text, 0)

    assert (found.lastgroup, found.end()) == (everything.lastgroup, everything.end())


def test_most_of_what_a_state_may_read_is_left_out():
    widest = max(STATES, key=lambda state: len(TABLE.lexers[TABLE.lexer[state]]))

    assert len(TABLE.lexers[TABLE.lexer[widest]]) > 30
    assert len(TABLE.choice(widest, "《")) < 6
