"""The main job on real workbooks: nothing lost, nothing claimed that the index does not hold."""

import json
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from basischeck.catalog import read_list
from basischeck.cli.check import run_check
from basischeck.report import CheckResult, summary, to_json, to_text
from basischeck.rules import load_rules


@pytest.fixture(scope="module")
def result(shared: Path) -> CheckResult:
    files = sorted((shared / "catalogs" / "karamay").iterdir())
    return run_check([read_list(file) for file in files], load_rules(), date(2026, 11, 22), None)


def test_all_eleven_workbooks_are_read(result: CheckResult) -> None:
    assert len(result.lists) == 11
    assert 1330 <= len(result.facts.items) <= 1400


def test_every_row_belongs_to_an_item_or_is_skipped_with_a_reason(result: CheckResult) -> None:
    for read in result.lists:
        for sheet in read.sheets:
            owned = {row for item in read.items if item.sheet == sheet.name for row in item.rows}
            passed = {row for s in read.skipped if s.sheet == sheet.name and s.reason for row in range(s.first, s.last + 1)}
            assert owned | (passed - {0}) == set(range(1, sheet.rows + 1)), (read.file, sheet.name)


def test_every_basis_ends_in_one_counted_state(result: CheckResult) -> None:
    counts = summary(result)
    assert counts["bases"] == counts["resolved"] + counts["known"] + counts["outside_index"] + counts["untitled"]
    assert counts["resolved"] / counts["bases"] > 0.8


def test_every_cell_with_a_statute_name_gives_a_citation(result: CheckResult) -> None:
    cells = result.facts.tables["cell"]
    assert cells.filter((pl.col("citations") == 0) & pl.col("text").str.contains("《.+》")).height == 0


def test_every_finding_stands_in_a_cell_of_the_list_and_its_span_in_the_text(result: CheckResult) -> None:
    texts = {
        (read.file, item.sheet, basis.cell): basis.text for read in result.lists for item in read.items for basis in item.bases
    }
    for finding in result.findings:
        if finding.span is None:
            continue
        where = finding.location
        text = texts[where.file, where.sheet, where.cell or ""]
        assert 0 <= finding.span[0] < finding.span[1] <= len(text), finding


def test_every_message_is_whole(result: CheckResult) -> None:
    for finding in result.findings:
        assert "None" not in finding.message
        assert not re.search(r"\{[a-z_]+\}", finding.message)
        assert finding.message.endswith("。"), finding.message


def test_a_repeal_is_said_only_with_the_act_that_did_it(result: CheckResult) -> None:
    repealed = [finding for finding in result.findings if finding.rule == "BC301"]
    assert repealed
    assert all(finding.evidence.get("repealed_by") for finding in repealed)


def test_the_reports_are_written(result: CheckResult) -> None:
    assert json.loads(to_json(result))["summary"]["items"] == len(result.facts.items)
    assert "索引未收录的法规" in to_text(result)
