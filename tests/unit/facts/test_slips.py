"""Clauses that differ in a word from those of a provision."""

import pytest

from basischeck.facts.clauses import match, quoted_clauses
from basischeck.facts.slips import stands_but_for_words
from basischeck.statute.fingerprint import hashes

TEXT = "栽种者应当按季记录浇水情况，由花木主管部门责令限期改正；逾期不改正的，处五百元以上三千元以下的罚款。"


def _stands(quote: str, least: float = 0.9) -> bool:
    wanted = quoted_clauses(quote)
    held = frozenset(hashes(TEXT))
    return stands_but_for_words(wanted, match(wanted, held).flags, held, least)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(TEXT, id="as it is"),
        pytest.param(TEXT.replace("应当", "应该"), id="a synonym"),
        pytest.param(TEXT.replace("限期", ""), id="a small word left out"),
        pytest.param(TEXT.replace("处五百元", "可以处五百元"), id="a word too many"),
        pytest.param(TEXT.replace("花木主管部门", "主管部门").replace("栽种者", "花木栽种者"), id="a word left out that stands close by"),
    ],
)
def test_a_clause_that_differs_in_one_word_shows_the_provision(quote: str) -> None:
    assert _stands(quote)


@pytest.mark.parametrize("quote", [TEXT.replace("记录浇水情况", "报告施肥数量"), "任何人不得在夜间奏乐，违者由村长劝阻。"])
def test_a_clause_that_says_something_else_shows_nothing(quote: str) -> None:
    assert not _stands(quote)


def test_of_a_quotation_no_clause_of_which_is_found_no_word_close_by_is_tried() -> None:
    assert not _stands("栽种者应当按季记录浇水的各种情况汇总")
