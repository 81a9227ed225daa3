"""What `coverage` asks for when items are taken out of the lists of Karamay（tests/acceptance/coverage/README.md）."""

import json
from collections import Counter
from pathlib import Path

import pytest

from basischeck.catalog import read_list
from basischeck.citation import NameSet
from basischeck.coverage.coverage import Wanted, find_coverage
from basischeck.statute import open_index
from tests.acceptance.coverage.taken_out import DAY, Outcome, table, without

_FOUR = ("食品安全法", "药品管理法", "产品质量法", "广告法")
_SEED = 2
"""Of the half that the judged list lacks."""


def _lists(shared: Path) -> list[Path]:
    return sorted((shared / "catalogs" / "karamay").iterdir())


def test_of_40_gaps_of_market_supervision_without_half_its_items_34_are_real(shared: Path) -> None:
    rows = map(json.loads, (Path(__file__).parent / "coverage" / "taken_out.jsonl").read_text(encoding="utf-8").splitlines())
    known = {(row["provision"], row["category"]): row["verdicts"] for row in rows}
    whole = read_list(next(path for path in _lists(shared) if "市场监督" in path.name))
    left, _ = without(whole, _SEED)
    index = open_index()
    found = find_coverage([left], index, DAY, Wanted(_FOUR), NameSet(index.names()))
    verdicts = [known[one.citation, one.power.category] for one in found.of("未列")]  # one that nobody has judged fails here
    assert len(verdicts) >= 40
    for reader in range(3):
        assert sum(row[reader] == "real" for row in verdicts) >= 34 / 40 * len(verdicts)
        assert not sum(row[reader] == "wrong" for row in verdicts) > 0.02 * len(verdicts)


@pytest.fixture(scope="module")
def taken_out(shared: Path) -> dict[str, Counter[Outcome]]:
    return table(_lists(shared), open_index())


def _share(counts: Counter[Outcome], *outcomes: Outcome) -> float:
    asked = counts["claimed"] + counts["to be looked at"] + counts["not asked"]
    return sum(counts[one] for one in outcomes) / asked


def test_a_penalty_that_is_taken_out_is_asked_for(taken_out: dict[str, Counter[Outcome]]) -> None:
    assert taken_out["行政处罚"].total() >= 1000
    assert _share(taken_out["行政处罚"], "claimed") >= 0.56
    assert _share(taken_out["行政处罚"], "claimed", "to be looked at") >= 0.85


def test_so_are_most_of_the_other_powers(taken_out: dict[str, Counter[Outcome]]) -> None:
    assert _share(taken_out["行政检查"], "claimed", "to be looked at") >= 0.75
    assert _share(taken_out["行政强制"], "claimed", "to be looked at") >= 0.7
    assert _share(taken_out["行政许可"], "claimed", "to be looked at") >= 0.55
