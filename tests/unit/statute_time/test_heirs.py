"""Successors are followed to acts that have not ended on the day."""

from datetime import date

import pytest

from basischeck.statute import Index, heirs, open_index

BEFORE, AFTER = date(2026, 8, 14), date(2026, 8, 15)
NOISE = "环境噪声污染防治法"


@pytest.fixture(scope="module")
def index() -> Index:
    """Return the embedded index."""
    return open_index()


def _titles(index: Index, title: str, day: date) -> tuple[list[str], list[str]]:
    statute = index.find(title)
    assert statute is not None
    found = heirs.heirs(index, statute, day)
    return [one.title for one in found.living], [one.title for one in found.ended]


def test_a_successor_counts_until_the_day_on_which_it_is_repealed_itself(index: Index) -> None:
    assert _titles(index, NOISE, BEFORE) == (["中华人民共和国噪声污染防治法"], [])
    assert _titles(index, NOISE, AFTER) == (["中华人民共和国生态环境法典"], ["中华人民共和国噪声污染防治法"])


def test_a_chain_that_ends_without_a_successor_leads_to_no_act(index: Index) -> None:
    assert _titles(index, "国有企业财产监督管理条例", AFTER) == ([], ["国有企业监事会暂行条例"])


@pytest.mark.parametrize(("day", "article", "holder"), [(BEFORE, "44", "噪声污染防治法"), (AFTER, "573", "生态环境法典")])
def test_an_article_is_followed_into_the_act_in_force(index: Index, day: date, article: str, holder: str) -> None:
    statute = index.find(NOISE)
    assert statute is not None
    ((version, change),) = heirs.provisions(index, statute.versions[-1].id, "31", day)
    found = index.statute(version.partition("@")[0])
    assert found is not None
    assert found.title.endswith(holder)
    assert (change.old, change.new) == ("31", article)
    assert 0 < change.similarity <= 1


def test_what_is_unlikely_over_several_acts_is_not_proposed(index: Index) -> None:
    statute = index.find(NOISE)
    assert statute is not None
    assert list(heirs.provisions(index, statute.versions[-1].id, "21", AFTER)) == []
