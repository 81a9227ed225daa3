"""Comparison and merging against the truth of generated families: of two generators that know nothing of each other."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.catalog import ListFile, read_bytes, read_list
from basischeck.cli.main import main
from basischeck.compare import BasisReader, Comparison, GeneralList, compare_lists, merge_lists
from basischeck.compare.mandated import check_mandated
from basischeck.testing.agreement import Place, judge, recovered
from basischeck.testing.clerk_lists import ClerkRates, catalogue_of, clerk_family, sound_catalogue
from basischeck.testing.lists import ListFamily, list_family

SEEDS = (11, 12, 13, 14, 15)
Family = Callable[[int, int], ListFamily]
FAMILIES: dict[str, Family] = {
    "invented": lambda seed, lists: list_family(seed, size=1000 // lists, lists=lists),
    "sound": lambda seed, lists: clerk_family(seed, sound_catalogue(), lists=lists),
}


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


def _places(files: list[ListFile], general: GeneralList) -> list[list[Place]]:
    number = {read.file: number for number, read in enumerate(files)}
    return [[(number[origin.file], origin.row) for origin in row.origins] for row in general.rows]


def _compares_well(family: ListFamily) -> None:
    found = judge(family, _claimed(compare_lists([one.read() for one in family.lists], _reader())))
    assert min(one.true for one in found.values()) > 50
    assert found["identical"].f1 >= 0.97
    assert found["similar"].f1 >= 0.93


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", FAMILIES)
def test_comparison_finds_what_is_identical_and_what_is_alike(kind: str, seed: int) -> None:
    _compares_well(FAMILIES[kind](seed, 2))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", FAMILIES)
def test_the_general_list_recovers_the_true_catalogue_and_loses_no_row(kind: str, seed: int) -> None:
    family = FAMILIES[kind](seed, 4)
    files = [one.read() for one in family.lists]
    places = _places(files, merge_lists(files, _reader()))
    assert recovered(family, places).recall >= 0.98
    assert sorted(place for row in places for place in row) == sorted((n, item.row) for n, read in enumerate(files) for item in read.items)


def test_merging_the_general_list_again_changes_no_byte_of_the_workbook(tmp_path: Path) -> None:
    files = []
    for derived in clerk_family(16, sound_catalogue(), lists=3, rates=ClerkRates(drop=0.3, reword=0.6, rebase=0.35)).lists:
        files.append(tmp_path / f"{derived.place}.json")
        files[-1].write_text(json.dumps(derived.records(), ensure_ascii=False), encoding="utf-8")
    once, twice = tmp_path / "通用目录.xlsx", tmp_path / "再次.xlsx"
    runner = CliRunner()
    assert runner.invoke(main, ["merge", *map(str, files), "-o", str(once)]).exit_code == 0
    assert runner.invoke(main, ["merge", str(once), "-o", str(twice)]).exit_code == 0
    assert once.read_bytes() == twice.read_bytes()


@pytest.mark.parametrize("with_bases", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_mandated_entry_that_is_missing_is_passed_over(seed: int, *, with_bases: bool) -> None:
    family = clerk_family(seed, sound_catalogue(), lists=1)
    (mine,) = family.lists
    have = {row.origin for row in mine.rows}
    entries = [
        {"事项名称": power.name, "权力类型": power.category}
        | ({"设定依据": "\n".join(f"《{title}》{locator}" for title, locator in power.basis)} if with_bases else {})
        for power in family.truth
    ]
    catalogue = read_bytes(json.dumps(entries, ensure_ascii=False).encode(), "下放事项目录.json", founded=False)
    found = check_mandated([mine.read()], [catalogue], _reader()).entries
    told = {one.entry.row - 2 for one in found if one.coverage in ("缺少", "待核实")}
    absent = {power.number for power in family.truth} - have
    assert len(absent) > 20
    assert absent <= told
    assert len({one.entry.row - 2 for one in found if one.coverage == "缺少"} & have) <= 0.01 * len(have)


def test_comparison_holds_for_lists_made_of_real_workbooks(shared: Path) -> None:
    books = sorted((shared / "catalogs" / "karamay").glob("*.xls*"))
    catalogue = catalogue_of([item for book in books for item in read_list(book).items])
    assert len(catalogue) > 1000
    _compares_well(clerk_family(11, catalogue))
