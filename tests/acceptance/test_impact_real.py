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
from basischeck.citation import render_numeral
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


# What the code says of the acts that the table quotes from the text of 2016, read and judged by hand; the other quoted acts have
# no provision there, or one that is written too differently to be more than a candidate.
WASTE = {
    "C13": "1222", "C21": "1171", "C25": "1171", "C32": "1170", "C47": "1231", "C50": "1173", "C54": "1175", "C70": "1175",
    "C75": "1175", "C86": "1175", "C90": "1175", "C94": "1175", "C98": "1175", "C101": "1170", "C111": "1175", "C116": "1177",
    "C120": "1178", "C124": "1236",
}  # fmt: skip


def test_a_text_that_is_not_held_leads_to_the_judged_provisions_and_to_no_other(table: Path) -> None:
    impact = _command("impact", table, *DAYS)
    waste = next(one for one in impact["statutes"] if "固体废物" in one["title"])
    bases = [basis for item in waste["items"] for basis in item["bases"]]
    assert len(bases) == 27
    found = {basis["cell"]: basis["new"] for basis in bases if basis["new"]}
    wanted = {cell: f"第{render_numeral(int(article))}条" for cell, article in WASTE.items()}
    assert {cell: new[0]["citation"].partition("》")[2].partition("条")[0] + "条" for cell, new in found.items()} == wanted
    assert not any(one["certain"] for new in found.values() for one in new)
    assert all("没有与清单的文字足够相近" in basis["note"] for basis in bases if not basis["new"])


# The judged places of the acts for which nothing is proposed; C3, C8, C16 and C65 have none.
REWORDED = {"C38": "1169", "C42": "1100", "C45": "1229", "C59": "1175", "C106": "1169"}


def test_where_nothing_is_proposed_the_judged_provision_is_among_the_candidates(table: Path) -> None:
    impact = _command("impact", table, *DAYS)
    waste = next(one for one in impact["statutes"] if "固体废物" in one["title"])
    bases = {basis["cell"]: basis for item in waste["items"] for basis in item["bases"]}
    found = {cell: [_article(one["citation"]) for one in basis["candidates"]] for cell, basis in bases.items()}
    assert all(len(candidates) <= 3 for candidates in found.values())
    assert not any(found[cell] for cell in WASTE)
    places = {cell: f"第{render_numeral(int(article))}条" for cell, article in REWORDED.items()}
    assert all(place in found[cell] for cell, place in places.items()), found
    assert sum(found[cell][0] == place for cell, place in places.items()) >= 4


# Articles whose own text the index holds and finds nothing like, judged in the same way; (statute, cell): article.
LOST = {("大气", "C38"): "1093", ("大气", "C40"): "1086", ("放射性", "C6"): "1229", ("放射性", "C14"): "1100"}


def test_an_article_without_counterpart_has_the_judged_provision_as_first_candidate(table: Path) -> None:
    impact = _command("impact", table, *DAYS)
    for (title, cell), article in LOST.items():
        statute = next(one for one in impact["statutes"] if title in one["title"])
        (basis,) = [basis for item in statute["items"] for basis in item["bases"] if basis["cell"] == cell]
        assert (basis["change"], basis["new"]) == ("deleted", [])
        assert _article(basis["candidates"][0]["citation"]) == f"第{render_numeral(int(article))}条"


def _article(citation: str) -> str:
    return citation.partition("》")[2].partition("条")[0] + "条"


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
