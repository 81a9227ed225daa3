"""Provisions worth a look: what counts towards them, and what is not named."""

from typing import Any, cast

from basischeck.citation import Locator
from basischeck.facts.leads import find_leads
from basischeck.statute.model import Statute, Version
from basischeck.statute.nearest import Near, Nearest, Passage

QUOTED = Passage((frozenset({"旅客", "载运"}),), frozenset({"罚款"}))
ROWED = frozenset({"一二"})
LAST = cast("Version", type("Text", (), {"id": "old@2000-01-01"})())
NEW = cast("Version", type("Text", (), {"id": "new@2020-01-01"})())
ACT = cast("Statute", type("Act", (), {"id": "new", "title": "某法"})())


def near(article: str, weight: float, pairs: frozenset[str] = frozenset()) -> Near:
    return Near(Locator(article=article), weight, weight, True, pairs)


def leads(ranked: dict[tuple[str, frozenset[str]], list[Near]], penal: bool = True) -> list[tuple[str | None, float]]:
    """Return articles and weights where likeness is as told: by text, and by what is looked for."""

    class Told:
        def rank(self, version: str, wanted: Passage, penal: bool) -> tuple[Near, ...]:
            return tuple(ranked.get((version.partition("@")[0], wanted.pairs[0]), ()))

    found = find_leads(cast("Nearest", cast("Any", Told())), LAST, ((ACT, NEW),), QUOTED, "", penal)
    return [(one.locator.article, one.weight) for one in found]


WORDS = QUOTED.pairs[0]


def test_what_is_alike_is_named_best_first_each_article_once_and_three_at_most() -> None:
    told = [near("8", 0.4), near("5", 0.35), near("8", 0.3), near("6", 0.3), near("7", 0.3)]
    assert leads({("new", WORDS): told}) == [("8", 0.4), ("5", 0.35), ("6", 0.3)]


def test_what_is_far_behind_the_first_is_not_named() -> None:
    assert leads({("new", WORDS): [near("8", 0.4), near("5", 0.19)]}) == [("8", 0.4)]


def test_nothing_is_named_where_the_first_is_hardly_alike() -> None:
    assert leads({("new", WORDS): [near("8", 0.24)]}) == []


def test_what_imposes_no_penalty_has_to_be_more_alike() -> None:
    assert leads({("new", WORDS): [near("8", 0.28)]}, penal=False) == []


def test_a_provision_of_the_last_held_text_bears_witness_for_the_one_it_became() -> None:
    direct = [near("8", 0.3), near("5", 0.25)]
    by_way = {("old", WORDS): [near("2", 0.5, ROWED)], ("new", ROWED): [near("5", 0.8)]}
    assert leads({("new", WORDS): direct, **by_way}) == [("5", 0.55), ("8", 0.3)]


def test_the_quoted_words_themselves_in_the_last_held_text_bear_no_witness() -> None:
    by_way = {("old", WORDS): [near("2", 1.0, ROWED)], ("new", ROWED): [near("5", 0.8)]}
    assert leads({("new", WORDS): [near("8", 0.3)], **by_way}) == [("8", 0.3)]


def test_a_provision_of_the_last_held_text_that_is_far_behind_another_bears_no_witness() -> None:
    other = frozenset({"三四"})
    stones = [near("2", 0.8, ROWED), near("3", 0.5, other)]
    by_way = {("old", WORDS): stones, ("new", other): [near("5", 0.8)]}
    assert leads({("new", WORDS): [near("8", 0.3)], **by_way}) == [("8", 0.3)]
