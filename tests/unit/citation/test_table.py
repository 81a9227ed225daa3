"""The kept table of a grammar."""

import sys

import pytest

from basischeck.citation.grammar import grammar_path
from basischeck.citation.table import table_of


@pytest.fixture
def grammar(tmp_path, monkeypatch):
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path))
    return grammar_path().read_text(encoding="utf-8")


def test_a_table_that_was_kept_is_the_table_that_was_built(grammar):
    built = table_of(grammar)

    assert table_of(grammar) == built
    assert len(built.shifts) > 20


def test_a_kept_table_is_read_without_building_one(grammar, monkeypatch):
    built = table_of(grammar)
    monkeypatch.setitem(sys.modules, "basischeck.citation.tablebuild", None)

    assert table_of(grammar) == built


def test_another_grammar_has_another_table(grammar):
    assert table_of('start: "a"+') != table_of(grammar)


def test_a_damaged_file_in_the_cache_is_built_anew(grammar, tmp_path):
    built = table_of(grammar)
    (kept,) = (tmp_path / "grammars").iterdir()
    kept.write_text('{"start": ', encoding="utf-8")

    # lark numbers the states anew each time.
    assert sorted(map(sorted, table_of(grammar).shifts)) == sorted(map(sorted, built.shifts))
