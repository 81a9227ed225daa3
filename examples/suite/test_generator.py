"""The list generator: what it writes is read by others as it was meant."""

from hypothesis import given
from hypothesis import strategies as st
from powers import Basis, Power, write_list

from basischeck.catalog import read_bytes
from basischeck.citation import parse
from basischeck.testing import SmallRow, numbers, titles

BASES = st.builds(Basis, titles(), numbers(), st.none() | numbers(9))


def power_of(row: SmallRow, bases: list[Basis]) -> Power:
    """Return a power in the words of the strategies, on bases of our own."""
    return Power(row.name, row.category, row.department, tuple(bases))


POWERS = st.builds(power_of, st.from_type(SmallRow), st.lists(BASES, min_size=1, max_size=3))


@given(st.lists(POWERS, min_size=1, max_size=5, unique_by=lambda power: power.name))
def test_a_published_list_is_read_as_it_was_meant(powers: list[Power]) -> None:
    read = read_bytes(write_list(powers), "清单.csv")
    assert [(item.name, item.category) for item in read.items] == [(power.name, power.category) for power in powers]
    for item, power in zip(read.items, powers, strict=True):
        cited = [one for basis in item.bases for one in parse(basis.text).citations]
        assert [
            (one.title, place.article, place.paragraph) for one in cited for place in one.locators
        ] == [(basis.statute, str(basis.article), basis.paragraph) for basis in power.bases]


@given(POWERS)
def test_no_basis_is_malformed(power: Power) -> None:
    read = read_bytes(write_list([power]), "清单.csv")
    assert [found for item in read.items for basis in item.bases for found in parse(basis.text).diagnostics] == []
