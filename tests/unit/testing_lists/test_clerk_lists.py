import random

from basischeck.testing.agreement import true_relation
from basischeck.testing.clerk_lists import clerk_family, sound_catalogue
from basischeck.testing.clerks import APART, neighbour, reworded


def test_a_family_is_the_same_for_the_same_seed() -> None:
    assert clerk_family(3, sound_catalogue()) == clerk_family(3, sound_catalogue())


def test_every_row_is_read_as_the_item_that_was_written() -> None:
    for derived in clerk_family(4, sound_catalogue()).lists:
        items = derived.read().items
        assert [item.row for item in items] == list(range(2, len(derived.rows) + 2))
        assert ["".join(item.name.split()) for item in items] == ["".join(row.name.split()) for row in derived.rows]


def test_a_neighbour_has_another_name() -> None:
    rng = random.Random(5)  # noqa: S311  # test data, no secret
    assert neighbour("对个体工商户未按照规定公示的处罚", "行政处罚", rng) not in (None, ("对个体工商户未按照规定公示的处罚", "行政处罚"))
    assert all(len(set(words)) == len(words) for words in APART)


def test_a_rewording_never_takes_another_powers_name() -> None:
    family = clerk_family(6, sound_catalogue())
    owner = {power.name: power.number for power in family.truth}
    assert all(owner.get(row.name, row.origin) == row.origin for derived in family.lists for row in derived.rows)
    rng = random.Random(6)  # noqa: S311  # test data, no secret
    assert sum(reworded(power.name, rng) != power.name for power in family.truth) > 200


def test_rows_that_differ_in_writing_alone_are_identical_in_truth() -> None:
    family = clerk_family(7, sound_catalogue())
    row = family.lists[0].rows[0]
    assert true_relation(row, row) == "identical"
    assert true_relation(row, family.lists[0].rows[1]) is None
