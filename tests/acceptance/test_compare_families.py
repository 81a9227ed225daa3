"""Comparison and merging against the truth of generated families."""

from datetime import date

import pytest

from basischeck.compare import BasisReader, Comparison, GeneralList, compare_lists, merge_lists
from basischeck.testing.agreement import Place, judge, recovered
from basischeck.testing.lists import ListFamily, list_family

SEEDS = (11, 12, 13, 14, 15)


def _reader() -> BasisReader:
    return BasisReader(None, date(2026, 11, 22))


def _claimed(comparison: Comparison) -> list[tuple[Place, Place, str]]:
    claimed: list[tuple[Place, Place, str]] = []
    for group in comparison.groups:
        first = {member.list: member for member in reversed(group.members)}
        if len(first) > 1:
            relation = "identical" if first[0].variant == first[1].variant else "similar"
            claimed.append(((0, first[0].item.row), (1, first[1].item.row), relation))
    return claimed


def _places(family: ListFamily, general: GeneralList) -> list[list[Place]]:
    files = {f"{one.place}权责清单.json": number for number, one in enumerate(family.lists)}
    return [[(files[origin.file], origin.row) for origin in row.origins] for row in general.rows]


@pytest.mark.parametrize("seed", SEEDS)
def test_comparison_finds_what_is_identical_and_what_is_alike(seed: int) -> None:
    family = list_family(seed, size=500)
    found = judge(family, _claimed(compare_lists([one.read() for one in family.lists], _reader())))
    assert found["identical"].f1 >= 0.97
    assert found["similar"].f1 >= 0.93


@pytest.mark.parametrize("seed", SEEDS)
def test_the_general_list_recovers_the_true_catalogue_and_loses_no_row(seed: int) -> None:
    family = list_family(seed, size=250, lists=5)
    files = [one.read() for one in family.lists]
    general = merge_lists(files, _reader())
    assert recovered(family, _places(family, general)).recall >= 0.98
    assert sum(len(row.origins) for row in general.rows) == sum(len(file.items) for file in files)
