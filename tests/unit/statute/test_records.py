"""The index as text: what is written is what is read, a small change is a small difference, and a stale database is not used."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute import place
from basischeck.statute.database import build_database
from basischeck.statute.fingerprint import WIDTH, clause_hash, clauses, decode, encode
from basischeck.statute.index import Index
from basischeck.statute.model import ArticleChange, ArticleText, ItemText, ParagraphText
from basischeck.statute.place import IndexFileError, database_of
from basischeck.statute.records import (
    ChangeRecord,
    change_from_json,
    change_to_json,
    statute_from_json,
    statute_to_json,
)
from basischeck.statute.shards import read_changes, read_statutes, read_texts

_NUMBERS = st.one_of(
    st.integers(1, 300).map(str), st.tuples(st.integers(1, 300), st.integers(1, 9)).map(lambda t: f"{t[0]}-{t[1]}")
)
_KINDS = st.sampled_from(["same", "renumbered", "revised", "added", "deleted", "split", "merged"])


@st.composite
def _changes(draw: st.DrawFn) -> ArticleChange:
    kind = draw(_KINDS)
    old = None if kind == "added" else draw(_NUMBERS)
    new = None if kind == "deleted" else old if kind == "same" else draw(_NUMBERS)
    return ArticleChange(old, new, kind, draw(st.integers(0, 100)) / 100, draw(st.booleans()))


@given(st.lists(_changes(), max_size=12))
def test_条文对照写出再读回不变(changes: list[ArticleChange]) -> None:
    record = ChangeRecord("a@2001", "a@2002", False, tuple(changes))
    assert change_from_json(change_to_json(record)) == record


def test_a_run_of_unchanged_articles_is_written_as_a_range() -> None:
    changes = tuple(ArticleChange(str(n), str(n), "same", 1.0) for n in range(1, 50))
    assert change_to_json(ChangeRecord("a", "b", False, changes))["changes"] == "1..49"


def test_statutes_texts_and_changes_come_back_from_the_folder(corpus: Path) -> None:
    statutes = list(read_statutes(corpus))
    assert all(statute_from_json(statute_to_json(statute)) == statute for statute in statutes)
    assert {text.version for text in read_texts(corpus)} == {v.id for s in statutes for v in s.versions if v.held}
    assert sum(1 for _ in read_changes(corpus)) == 1


def test_fingerprints_hold_place_and_order() -> None:
    article = ArticleText(
        "1", (ParagraphText("甲乙，丙丁：", (ItemText(1, "戊己；", ((1, "庚辛。"),)),)), ParagraphText("壬癸。"))
    )
    prints = list(decode(encode([article])))
    assert [(p.paragraph, p.item, p.subitem) for p in prints] == [
        (0, -1, -1),
        (0, -1, -1),
        (0, 0, -1),
        (0, 0, 0),
        (1, -1, -1),
    ]
    assert prints[0].hash == clause_hash("甲乙")
    assert len(prints[0].hash) == WIDTH


def test_clauses_do_not_depend_on_width_quotes_and_blanks() -> None:
    assert clauses("处５万元 以下罚款，“情节严重”的；") == clauses('处5万元以下罚款,"情节严重"的;')


def test_no_text_of_a_source_is_in_the_records(corpus: Path) -> None:
    everything = "".join(file.read_text(encoding="utf-8") for file in corpus.rglob("*.*"))
    assert "应当登记" not in everything
    assert "中华人民共和国测绘样品法" in everything


def test_a_database_is_built_once_and_again_when_the_records_change(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path / "cache"))
    copy = tmp_path / "corpus"
    for file in corpus.rglob("*.*"):
        target = copy / file.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    first = database_of(copy)
    assert database_of(copy) == first
    manifest = copy / "manifest.json"
    os.utime(manifest, ns=(1, 1))
    assert database_of(copy) != first


def test_a_cache_that_cannot_be_written_falls_back_to_the_temporary_folder(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(blocked / "cache"))
    monkeypatch.setattr(place.tempfile, "gettempdir", lambda: str(tmp_path / "temp"))
    assert database_of(corpus).is_relative_to(tmp_path / "temp")


def test_a_folder_without_an_index_is_an_error_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(IndexFileError, match="法规索引不存在"):
        database_of(tmp_path)


def test_a_database_answers_without_the_records_it_was_built_from(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "index.sqlite"
    build_database(corpus, file)
    assert Index(file).find("测绘样品法") is not None
