"""What 生态环境法典 did to a real discretion table, against a count of its own; real lists mended, compared cell by cell."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from basischeck.catalog.book import read_book
from basischeck.cli.main import main

# The ten statutes that article 1242 of 生态环境法典 repeals, without 中华人民共和国.
REPEALED = (
    "环境保护法", "环境影响评价法", "海洋环境保护法", "大气污染防治法", "水污染防治法", "土壤污染防治法",
    "固体废物污染环境防治法", "(?<!环境)噪声污染防治法", "放射性污染防治法", "清洁生产促进法",
)  # fmt: skip
DAYS = ("--from", "2026-08-01", "--to", "2026-11-22")


@pytest.fixture(scope="module")
def table(shared: Path) -> Path:
    return shared / "catalogs" / "江门市生态环境裁量表.xls"


def _lists(shared: Path) -> list[Path]:
    return sorted((shared / "catalogs").glob("**/*.xls*"))


def _command(*args: str | Path) -> dict[str, Any]:
    result = CliRunner().invoke(main, [*map(str, args), "--format", "json"])
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def _column_of_bases(path: Path) -> set[tuple[str, str]]:
    """Return (sheet, cell) of the third column, below the heads, that names one of the ten; read without this project."""
    found = set()
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for number, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
            text = re.sub(r"\s", "", str(row[2])) if len(row) > 2 else ""
            if any(re.search(rf"中华人民共和国{title}", text) for title in REPEALED):
                found.add((name, f"C{number}"))
    return found


def test_every_item_on_a_repealed_statute_is_named(table: Path) -> None:
    impact = _command("impact", table, *DAYS)
    named = {
        (item["item"]["sheet"], basis["cell"])
        for statute in impact["statutes"]
        for item in statute["items"]
        for basis in item["bases"]
    }
    counted = _column_of_bases(table)
    assert len(counted) >= 100
    assert counted - named == set()
    assert {statute["by"]["title"] for statute in impact["statutes"]} == {"中华人民共和国生态环境法典"}


def test_successors_are_named_where_the_list_cites_the_text_that_was_in_force(table: Path) -> None:
    impact = _command("impact", table, *DAYS)
    for statute in impact["statutes"]:
        for item in statute["items"]:
            for basis in item["bases"]:
                # Either a provision of the successor, or nothing like it there, or a reason in words.
                assert basis["new"] or basis["change"] == "deleted" or basis["note"]
    air = next(one for one in impact["statutes"] if "大气" in one["title"])
    with_new = [bool(basis["new"]) for item in air["items"] for basis in item["bases"]]
    assert sum(with_new) >= 0.75 * len(with_new)


def _cells(path: Path) -> dict[tuple[str, int, int], str]:
    return {
        (grid.name, row, column): text
        for grid in read_book(path.read_bytes(), path.name)
        for row, texts in enumerate(grid.rows)
        for column, text in enumerate(texts)
        if text
    }


def test_mending_changes_no_cell_that_is_not_in_its_log(shared: Path, tmp_path: Path) -> None:
    changed = 0
    for number, path in enumerate(_lists(shared)):
        target, original = tmp_path / f"{number}.xlsx", hashlib.sha256(path.read_bytes()).digest()
        log = _command("fix", path, "-o", target, "--as-of", "2026-11-22")
        assert hashlib.sha256(path.read_bytes()).digest() == original
        if not log["changes"]:
            assert not target.exists()
            continue
        before, after = _cells(path), _cells(target)
        different = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        assert {(sheet, row + 1) for sheet, row, _ in different} == {(c["sheet"], c["row"]) for c in log["changes"]}
        assert len(different) == log["summary"]["cells"]
        for change in log["changes"]:
            assert any(change["to"] in after[key] for key in different if key[:2] == (change["sheet"], change["row"] - 1))
        changed += len(different)
        again = _command("fix", target, "-o", tmp_path / "again.xlsx", "--as-of", "2026-11-22")
        assert again["changes"] == []
        _mended_and_nothing_worse(log, _found(path), _found(target))
    assert changed >= 10


def _found(path: Path) -> Counter[tuple[str, str, str, str, int]]:
    """Count findings by severity, rule, sheet, cell and row."""
    report = _command("check", path, "--as-of", "2026-11-22", "--fail-on", "never")
    return Counter(
        (one["severity"], one["rule"], one["location"]["sheet"], one["location"]["cell"], one["location"]["row"])
        for one in report["findings"]
    )


def _mended_and_nothing_worse(
    log: dict[str, Any], before: Counter[tuple[str, str, str, str, int]], after: Counter[tuple[str, str, str, str, int]]
) -> None:
    gone = Counter((key[1], *key[2:]) for key in (before - after).elements())
    wanted = Counter((one["rule"], one["sheet"], one["cell"], one["row"]) for one in log["changes"])
    # Several edits may answer one finding; each finding that was answered is there no more.
    assert all(gone[key] >= 1 for key in wanted)
    assert [key for key in (after - before).elements() if key[0] == "error"] == []
