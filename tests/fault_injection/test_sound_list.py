"""The sound list is sound, whoever writes it and however: no error, no warning on its day."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basischeck.rules import Finding
from basischeck.testing.checked import findings_in
from basischeck.testing.drafting import sound_rows, truth
from basischeck.testing.sheets import layouts, write
from basischeck.testing.sound import sound_items


def _faults(findings: list[Finding]) -> list[tuple[str, str | None, str]]:
    return [(f.rule, f.location.cell, f.message) for f in findings if f.severity != "info"]


def test_the_list_has_at_least_200_items_over_30_statutes_of_four_levels() -> None:
    items = sound_items()
    titles = {item.title for item in items}
    levels = {statute.level for title in titles if (statute := truth().index.find(title))}
    assert len(items) >= 200
    assert len(titles) >= 30
    assert levels >= {"法律", "行政法规", "地方性法规", "部门规章"}
    assert len({(item.organ, item.category, item.name) for item in items}) == len(items)


@pytest.mark.parametrize("title", sorted({item.title for item in sound_items()}))
def test_every_statute_of_the_list_is_in_force_in_the_index(title: str) -> None:
    statute = truth().index.find(title)
    assert statute is not None
    assert truth().index.status(statute, truth().day) == "有效"


@given(st.integers(0, 2**32))
@settings(max_examples=15)
def test_无误清单换一种写法仍然没有错误和警告(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    rows = sound_rows(rng, organs=3)
    assert _faults(findings_in(write(rows, layouts(rng)).read())) == []


def test_the_whole_list_has_no_error_and_no_warning() -> None:
    rng = random.Random(1)  # noqa: S311
    rows = sound_rows(rng)
    read = write(rows, layouts(rng)).read()
    assert len(read.items) == len(rows)
    assert _faults(findings_in(read)) == []
