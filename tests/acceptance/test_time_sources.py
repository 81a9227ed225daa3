"""The index against the sources: what decisions state, and what official lists and catalogues say of status."""

import csv
import sqlite3
import tarfile
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from basischeck.statute import Index, normalise_title, open_index
from basischeck.statute.decisions import Decision, read_decision
from basischeck.statute.readers import read_source

OFFICIAL_DAY = date(2025, 4, 10)
CATALOGUE_DAY = date(2025, 4, 19)


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


@pytest.fixture(scope="module")
def decisions(shared: Path) -> list[Decision]:
    found = [read_decision(d) for d in read_source(shared / "statutes" / "china-law-2026-08.sqlite.xz")]
    return [d for d in found if d is not None and any(d.changes.values())]


@pytest.mark.parametrize(("title", "statements"), [("网络安全法", 17), ("村民委员会组织法", 33)])
def test_every_renumbering_and_merger_that_a_decision_states_is_in_the_index(
    index: Index, decisions: list[Decision], title: str, statements: int
) -> None:
    statute = index.find(title)
    assert statute is not None
    old, new = statute.in_force(date(2025, 12, 31)), statute.in_force(date(2026, 1, 1))
    assert old is not None
    assert new is not None
    changes = index.changes(statute.id, old.id, new.id)
    rows = {(c.old, c.new): c for c in changes}
    stated = next(s for d in decisions for target, s in d.changes.items() if normalise_title(target) == title)
    assert len(stated) >= statements
    for said in stated:
        if said.new is not None:
            assert rows[said.old, said.new].stated
    whole = [c for c in changes if not c.stated and c.change in ("renumbered", "same")]
    assert all(c.similarity == 1 for c in whole)
    # What no item of the decision names keeps its order between the articles that are named.
    assert [int(c.new or 0) for c in whole] == sorted(int(c.new or 0) for c in whole)
    assert not any(c.change == "deleted" for c in changes)


def test_status_agrees_with_the_official_list(index: Index, shared: Path) -> None:
    listed: dict[str, set[str]] = defaultdict(set)
    with (shared / "statutes" / "flk-docx-2025-04.csv").open(encoding="utf-8-sig") as stream:
        for row in csv.DictReader(stream):
            listed[row["法规名称"]].add(row["时效性"])
    wrong = [
        title
        for title, marks in listed.items()
        if (index.status(index.find(title), OFFICIAL_DAY) == "已废止") != ("有效" not in marks and "已废止" in marks)
    ]
    assert len(wrong) <= 0.02 * len(listed), wrong


def test_repeal_agrees_with_the_flags_of_the_catalogues(index: Index, shared: Path, tmp_path: Path) -> None:
    flags: dict[str, set[bool]] = defaultdict(set)
    with tarfile.open(shared / "statutes" / "lawrefbook-2025-04.tar.xz") as archive:
        for member in archive:
            if not member.name.endswith(".sqlite3"):
                continue
            archive.extract(member, tmp_path, filter="data")
            connection = sqlite3.connect(tmp_path / member.name)
            for name, expired in connection.execute("SELECT name, expired FROM law"):
                flags[name].add(bool(expired))
            connection.close()
    known = {title: marks for title, marks in flags.items() if index.find(title) is not None}
    assert len(known) > 0.9 * len(flags)
    wrong = [t for t, marks in known.items() if (index.status(index.find(t), CATALOGUE_DAY) == "已废止") != all(marks)]
    assert len(wrong) <= 0.02 * len(known), wrong
