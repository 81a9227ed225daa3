"""What `coverage` claims to be missing in the lists of Karamay, against readers' verdicts (tests/acceptance/coverage/README.md)."""

import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from basischeck.catalog import read_bytes, read_list
from basischeck.citation import NameSet
from basischeck.coverage.coverage import Wanted, find_coverage
from basischeck.coverage.model import Coverage, HeldPower
from basischeck.statute import open_index

_JUDGED = Path(__file__).parent / "coverage" / "judged.jsonl"
_LISTS = {"市场监管": "市场监督", "交通运输": "交通运输", "农业农村": "农业农村", "人力资源社会保障": "人力资源", "商务": "商务局", "财政": "财政局"}
_FOUR = ("食品安全法", "药品管理法", "产品质量法", "广告法")
Verdicts = dict[tuple[str, str], list[str]]


@cache
def _verdicts() -> dict[str, Verdicts]:
    found: dict[str, Verdicts] = defaultdict(dict)
    for line in _JUDGED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["list"]][row["provision"], row["category"]] = row["verdicts"]
    return found


@cache
def _covered(shared: Path, name: str) -> Coverage:
    index = open_index()
    lists = [read_list(next((shared / "catalogs" / "karamay").glob(f"*{_LISTS[name]}*")))]
    return find_coverage(lists, index, date(2026, 11, 26), Wanted(), NameSet(index.names()))


def _claimed(shared: Path, name: str) -> tuple[HeldPower, ...]:
    return _covered(shared, name).of("未列")


def _real(claims: list[list[str]]) -> int:
    """Count the claims that most of their readers call real."""
    return sum(2 * verdicts.count("real") > len(verdicts) for verdicts in claims)


@pytest.mark.parametrize("name", _LISTS)
def test_every_claim_has_been_judged_by_two(shared: Path, name: str) -> None:
    known = _verdicts()[name]
    claims = [(one.citation, one.power.category) for one in _claimed(shared, name)]
    assert claims
    assert [claim for claim in claims if len(known.get(claim, [])) < 2] == []


def test_market_supervision_is_told_34_of_40_real_gaps_or_more(shared: Path) -> None:
    claims = [_verdicts()["市场监管"][one.citation, one.power.category] for one in _claimed(shared, "市场监管")]
    assert len(claims) >= 60
    assert _real(claims) >= 0.85 * len(claims)
    for reader in range(4):
        judged = [verdicts[reader] for verdicts in claims if len(verdicts) > reader]
        assert judged.count("real") >= 0.85 * len(judged)


def test_so_it_is_for_the_four_acts_alone(shared: Path) -> None:
    claims = [
        _verdicts()["市场监管"][one.citation, one.power.category]
        for one in _claimed(shared, "市场监管")
        if one.title.removeprefix("中华人民共和国") in _FOUR
    ]
    assert len(claims) >= 20
    assert _real(claims) >= 0.85 * len(claims)


def test_of_all_lists_four_claims_in_five_are_real(shared: Path) -> None:
    claims = [_verdicts()[name][one.citation, one.power.category] for name in _LISTS for one in _claimed(shared, name)]
    assert _real(claims) >= 0.8 * len(claims)


def _of_departments(file: str) -> list[tuple[dict[str, str], str]]:
    """Return the judged rows with the state that each power has now for its department of a city whose list has none of them; "" for none."""
    rows: list[dict[str, str]] = [json.loads(line) for line in (_JUDGED.parent / file).read_text(encoding="utf-8").splitlines()]
    index = open_index()
    said = []
    for name in dict.fromkeys(row["department"] for row in rows):
        own = [row for row in rows if row["department"] == name]
        titles = tuple(dict.fromkeys(row["provision"][1:].partition("》")[0] for row in own))
        table = f"序号,事项名称,权力类型,实施依据,行使主体\n1,对档案违法行为的处罚,行政处罚,《档案法》第四十九条,鹤壁市{name}\n"
        found = find_coverage([read_bytes(table.encode("utf-8-sig"), "清单.csv")], index, date(2026, 11, 26), Wanted(titles, "市级", "河南省"))
        states = {(one.citation, one.power.category): one.state for one in found.powers}
        said += [(row, states.get((row["provision"], row["category"]), "")) for row in own]
    return said


def test_what_is_asked_of_other_departments_is_theirs() -> None:
    asked = [row["verdict"] for row, state in _of_departments("departments.jsonl") if state == "未列"]
    assert len(asked) >= 440
    assert asked.count("real") >= 0.88 * len(asked)
    assert asked.count("wrong") <= 0.03 * len(asked)


def test_what_is_left_out_is_rightly_so() -> None:
    rows = _of_departments("left_out.jsonl")
    assert len(rows) >= 600
    assert sum(row["verdict"] == "wrong" and state == row["told"] for row, state in rows) <= 0.1 * len(rows)
    assert sum(row["verdict"] == "right" and state in (row["told"], "待核") for row, state in rows) >= 0.98 * sum(row["verdict"] == "right" for row, _ in rows)


def test_what_is_said_to_be_listed_is(shared: Path) -> None:
    rows = [json.loads(line) for line in (_JUDGED.parent / "held.jsonl").read_text(encoding="utf-8").splitlines()]
    listed = {(name, one.citation, one.power.category) for name in {row["list"] for row in rows} for one in _covered(shared, name).of("已列")}
    said = [row["verdict"] for row in rows if (row["list"], row["provision"], row["category"]) in listed]
    assert len(said) >= 170
    assert said.count("missing") <= 0.04 * len(said)
