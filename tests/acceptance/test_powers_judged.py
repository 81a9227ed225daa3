"""What the program reads of powers against provisions judged by hand (tests/acceptance/powers/README.md).

The index gives for these provisions what readers judged（corpus/readings）; here the program's own reading is measured.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from basischeck.data import data_dir
from basischeck.statute import open_index
from basischeck.statute.powers.encoding import decode_powers
from basischeck.statute.powers.model import Power
from basischeck.statute.shards import read_powers

_JUDGED = Path(__file__).parent / "powers" / "judged.jsonl"


@pytest.fixture(scope="module")
def judged() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _JUDGED.read_text(encoding="utf-8").splitlines()]


@cache
def _read_by_program() -> dict[str, tuple[Power, ...]]:
    return {r.version: decode_powers(r.holders, r.powers) for r in read_powers(data_dir("corpus"))}


def _in_index(version: str) -> tuple[Power, ...]:
    return open_index().powers(version)


def _counted(
    rows: list[dict[str, Any]], powers_of: Callable[[str], Sequence[Power] | None] = lambda version: _read_by_program().get(version)
) -> Counter[tuple[str, str]]:
    """Count provisions by (category, both | only ours | only theirs); acts that are not read for powers are left out."""
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        powers = powers_of(row["version"])
        if not powers:
            continue
        ours = {p.category for p in powers if (p.article, p.paragraph) == (row["article"], row["paragraph"])}
        theirs = {category for category, _ in row["powers"]}
        for category in ours | theirs:
            found[category, "both" if category in ours and category in theirs else "ours" if category in ours else "theirs"] += 1
    return found


def _share(counts: Counter[tuple[str, str]], category: str, other: str) -> float:
    return counts[category, "both"] / (counts[category, "both"] + counts[category, other])


@pytest.mark.parametrize(
    ("draws", "category", "precision", "recall"),
    [
        (10, "行政处罚", 0.99, 0.98),
        (10, "行政许可", 0.97, 0.95),
        (10, "行政检查", 0.80, 0.75),
        (10, "行政强制", 0.75, 0.70),
        (14, "行政处罚", 0.99, 0.97),
        (14, "行政许可", 0.97, 0.96),
        (14, "行政检查", 0.80, 0.67),
        (14, "行政强制", 0.85, 0.74),
    ],
)
def test_what_is_read_is_what_was_judged(
    judged: list[dict[str, Any]], draws: int, category: str, precision: float, recall: float
) -> None:
    """The first ten draws were mended with in every category, the last four for penalties and licences alone."""
    counts = _counted([row for row in judged if row["draw"] <= draws])
    assert _share(counts, category, "ours") >= precision
    assert _share(counts, category, "theirs") >= recall


@pytest.mark.parametrize("draw", range(2, 15))
@pytest.mark.parametrize("category", ["行政处罚", "行政许可"])
def test_no_draw_is_read_worse_than_was_asked(judged: list[dict[str, Any]], category: str, draw: int) -> None:
    counts = _counted([row for row in judged if row["draw"] == draw])
    assert _share(counts, category, "ours") >= 0.95
    assert _share(counts, category, "theirs") >= 0.90


def test_acts_that_nothing_was_mended_with_are_read_alike(judged: list[dict[str, Any]]) -> None:
    """Draw 17 tells what an unseen paragraph is read with: licences that readers themselves doubt are what is missed."""
    counts = _counted([row for row in judged if row["draw"] == 17])
    assert _share(counts, "行政处罚", "ours") >= 0.95
    assert _share(counts, "行政处罚", "theirs") >= 0.90
    assert _share(counts, "行政许可", "ours") >= 0.95
    assert _share(counts, "行政许可", "theirs") >= 0.78


@pytest.mark.parametrize(
    ("category", "precision", "recall"),
    [
        ("行政处罚", 0.99, 0.97),
        ("行政许可", 0.95, 0.90),
        ("行政检查", 0.94, 0.93),
        ("行政强制", 0.90, 0.85),
        ("其他职权", 0.85, 0.90),
    ],
)
def test_the_index_gives_what_readers_who_had_no_part_in_it_read(
    judged: list[dict[str, Any]], category: str, precision: float, recall: float
) -> None:
    """Draws 18 to 21 are of the acts that were read paragraph by paragraph, judged by others than those whose readings the index keeps."""
    counts = _counted([row for row in judged if row["draw"] >= 18], _in_index)
    assert _share(counts, category, "ours") >= precision
    assert _share(counts, category, "theirs") >= recall


@pytest.mark.parametrize("category", ["行政处罚", "行政许可"])
def test_what_no_reader_doubts_the_index_has_and_nothing_more(judged: list[dict[str, Any]], category: str) -> None:
    counts = _counted([row for row in judged if row["draw"] >= 18 and not row.get("doubted")], _in_index)
    assert _share(counts, category, "ours") >= 0.99
    assert _share(counts, category, "theirs") >= 0.99


def test_no_judgement_that_the_index_is_measured_with_is_in_it(judged: list[dict[str, Any]]) -> None:
    """The readings kept are those of acts, not of these draws: what a draw holds was read by somebody else, or by nobody."""
    drawn = {(row["version"], row["article"], row["paragraph"]) for row in judged if row["draw"] >= 18}
    earlier = {(row["version"], row["article"], row["paragraph"]) for row in judged if row["draw"] < 18}
    assert not drawn & earlier


def test_enough_provisions_were_judged(judged: list[dict[str, Any]]) -> None:
    assert len(judged) > 3_000
    assert len({row["statute"] for row in judged}) >= 80
