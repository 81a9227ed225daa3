"""Quotations of the real texts: those of the text in force are sound in every dress, altered ones are said as what they are."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from basischeck.testing.checked import findings_in, flags_rightly
from basischeck.testing.drafting import sound_rows
from basischeck.testing.list_faults import KINDS, planted
from basischeck.testing.list_faults.draft import Draft
from basischeck.testing.list_faults.quotation import quoted_rows
from basischeck.testing.list_faults.shelf import clear_shelf, fill_shelf
from basischeck.testing.sheets import layouts, write

LAWS = "china-law-2026-08.sqlite.xz"
OLDER = "lawrefbook-older.tar.xz"
EACH = 10


@pytest.fixture(scope="module")
def _texts() -> Iterator[int]:
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "statutes"
    if not folder.is_dir():
        pytest.skip("no real data beside the checkout")
    yield fill_shelf(folder / LAWS, folder / OLDER)
    clear_shelf()


@pytest.mark.usefixtures("_texts")
@pytest.mark.parametrize("seed", range(6))
def test_the_words_of_the_text_in_force_are_no_fault(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    rows = sound_rows(rng, organs=4)
    for row in rows:
        # Nobody joins quoted texts by 、.
        between = row.basis.manner.between if "\n" in row.basis.manner.between else "\n"
        row.basis.manner = replace(row.basis.manner, between=between)
    draft = Draft(rng, rows, layouts(rng))
    assert quoted_rows(draft) > 0
    findings = findings_in(write(draft.rows, draft.layout).read())
    assert [(f.rule, f.location.cell, f.message) for f in findings if f.severity != "info"] == []


@pytest.mark.usefixtures("_texts")
@pytest.mark.parametrize("name", sorted(name for name in KINDS if name.startswith("引文")))
def test_a_quotation_that_is_wrong_is_said_as_what_it_is(name: str) -> None:
    missed = []
    for seed in range(EACH):
        one = planted(name, seed, organs=3)
        if not flags_rightly(one, findings_in(one.written.read())):
            missed.append(one.rows[one.spot.row].basis.text())
    assert missed == []
