"""The public strategies: what they draw is what they say, and they shrink to the least example."""

import typing

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import basischeck.testing as public
from basischeck.citation import Locator, parse
from basischeck.testing import SmallList, basis_strings, citations, faults, locators, small_lists
from basischeck.testing.list_faults import KINDS, QUOTING, planted_faults
from basischeck.testing.lists import list_families

QUICK = settings(max_examples=500, deadline=None, derandomize=True, database=None)


def test_a_locator_shrinks_to_the_first_article() -> None:
    assert find(locators(), lambda place: place.paragraph is not None, settings=QUICK) == Locator(article="1", paragraph=1)


def test_a_citation_shrinks_to_one_plain_locator() -> None:
    least = find(citations(), lambda cited: any((place.item or 0) > 3 for place in cited.locators), settings=QUICK)
    assert [(place.article, place.paragraph, place.item) for place in least.locators] == [("1", None, 4)]
    assert least.title == "河道管理法"


def test_a_basis_shrinks_to_one_provision() -> None:
    least = find(basis_strings(), lambda cell: any(place.article == "101" for _, _, place, _ in cell.bases), settings=QUICK)
    assert len(least.bases) == 1


def test_a_list_shrinks_to_the_one_row_that_matters() -> None:
    least = find(small_lists(), lambda drawn: any(row.category == "行政裁决" for row in drawn.rows), settings=QUICK)
    assert [(row.name, row.basis) for row in least.rows] == [("渡口设置纠纷裁决", "《河道管理法》")]
    assert [field for field, _ in least.headers] == ["name", "category", "basis", "department"]
    assert least.title is None


@settings(max_examples=30, deadline=None)
@given(small_lists())
def test_小清单读出来就是它自己(drawn: SmallList) -> None:
    read = drawn.read()
    assert [(item.name, item.category) for item in read.items] == [(row.name, row.category) for row in drawn.rows]
    for item, row in zip(read.items, drawn.rows, strict=True):
        cited = [one for basis in item.bases for one in parse(basis.text).citations]
        assert [(one.title, [place.article for place in one.locators]) for one in cited] == [
            (one.title, [place.article for place in one.locators]) for one in row.citations
        ]


def test_any_kind_of_fault_can_be_drawn_without_texts_of_statutes() -> None:
    drawn = find(planted_faults(organs=1), lambda one: True, settings=settings(max_examples=1, database=None, suppress_health_check=list(HealthCheck)))
    assert drawn.kind.name in KINDS.keys() - QUOTING


@pytest.mark.parametrize("name", public.__all__)
def test_every_public_name_is_told_and_typed(name: str) -> None:
    thing = getattr(public, name)
    assert thing.__doc__
    if not isinstance(thing, type):
        assert "return" in typing.get_type_hints(thing)


@pytest.mark.parametrize("kind", [SmallList, public.SmallRow, public.BasisString, public.FaultyCitation])
def test_the_strategies_are_found_by_type(kind: type) -> None:
    assert find(st.from_type(kind), lambda one: isinstance(one, kind), settings=settings(max_examples=5, database=None))


def test_the_other_strategies_draw() -> None:
    assert find(faults(), lambda one: one.code == "BC103", settings=QUICK).text.startswith("《河道管理法》笫")
    assert len(find(list_families(size=5, lists=2), lambda one: True, settings=settings(max_examples=1, database=None)).lists) == 2
