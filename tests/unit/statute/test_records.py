"""The index as text: what is written is what is read, a small change is a small difference, and a stale database is not used."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.citation import render_numeral
from basischeck.statute import place
from basischeck.statute.database import build_database
from basischeck.statute.fingerprint import WIDTH, clause_hash, clauses, decode, encode
from basischeck.statute.index import Index
from basischeck.statute.model import ArticleChange, ArticleText, Document, Heading, ItemText, ParagraphText, Source
from basischeck.statute.place import IndexFileError, database_of
from basischeck.statute.records import (
    ChangeRecord,
    change_from_json,
    change_to_json,
    statute_from_json,
    statute_to_json,
)
from basischeck.statute.shards import read_changes, read_statutes, read_texts
from basischeck.statute.skeleton import decode_skeleton, encode_skeleton
from basischeck.statute.structure import Line, read_structure

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


@st.composite
def _articles(draw: st.DrawFn) -> tuple[ArticleText, ...]:
    """Articles 1 to n under chapters that are counted on, with any paragraphs, items and subitems."""
    chapter: int | None = None
    articles = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        if draw(st.booleans()):
            chapter = (chapter or 0) + 1
        articles.append(
            ArticleText(str(number), tuple(draw(st.lists(_paragraphs(), min_size=1, max_size=3))), None, None, chapter)
        )
    return tuple(articles)


@st.composite
def _paragraphs(draw: st.DrawFn) -> ParagraphText:
    numbers = draw(
        st.one_of(
            st.integers(0, 4).map(lambda n: list(range(1, n + 1))), st.lists(st.integers(1, 9), max_size=3, unique=True)
        )
    )
    items = [
        ItemText(n, "甲文字，两句。", tuple((k, "乙文字。") for k in range(1, draw(st.integers(0, 2)) + 1)))
        for n in numbers
    ]
    return ParagraphText("款文字，两句：", tuple(items))


@given(_articles())
def test_结构写出再读回不变(articles: tuple[ArticleText, ...]) -> None:
    headings = []
    for position, article in enumerate(articles):
        if article.chapter and article.chapter != (articles[position - 1].chapter if position else None):
            headings.append(Heading("chapter", article.chapter, "章名", (None, None, article.chapter, None), position))
    document = Document("测试法", Source("甲", "a"), headings=tuple(headings), articles=articles)
    skeleton = decode_skeleton(encode_skeleton(document))
    assert skeleton.headings == document.headings
    for read, written in zip(skeleton.articles, articles, strict=True):
        assert (read.number, read.path) == (written.number, (None, None, written.chapter, None))
        assert [p.items for p in read.paragraphs] == [tuple(i.number for i in p.items) for p in written.paragraphs]
        assert [p.subitems for p in read.paragraphs] == [
            tuple(len(i.subitems) for i in p.items) for p in written.paragraphs
        ]


@given(_articles())
def test_指纹的位置与结构一致(articles: tuple[ArticleText, ...]) -> None:
    for one in decode(encode(articles)):
        paragraph = articles[one.article].paragraphs[one.paragraph]
        words = paragraph.text
        if one.item >= 0:
            words = paragraph.items[one.item].text
        if one.subitem >= 0:
            words = paragraph.items[one.item].subitems[one.subitem][1]
        assert one.hash in {clause_hash(clause) for clause in clauses(words)}


@given(_articles())
def test_写成文本再读回结构不变(articles: tuple[ArticleText, ...]) -> None:
    """A text printed line by line is read back as it was, where its items are numbered from one."""
    if any([i.number for i in p.items] != list(range(1, len(p.items) + 1)) for a in articles for p in a.paragraphs):
        return
    lines: list[Line] = []
    chapter: int | None = None
    for article in articles:
        if article.chapter != chapter:
            chapter = article.chapter
            lines.append(Line(f"第{render_numeral(chapter or 1)}章 章名"))
        first = f"第{render_numeral(int(article.number))}条 "
        for paragraph in article.paragraphs:
            lines.append(Line(first + (paragraph.text if paragraph.items else "款文字，两句。")))
            first = ""
            for item in paragraph.items:
                lines.append(Line(f"（{render_numeral(item.number)}）{item.text}"))
                lines.extend(Line(f"{number}. {text}") for number, text in item.subitems)
    read = read_structure(lines, "测试法")
    assert read.faults == []
    assert [(a.number, a.chapter) for a in read.articles] == [(a.number, a.chapter) for a in articles]
    for got, wanted in zip(read.articles, articles, strict=True):
        assert [[(i.number, len(i.subitems)) for i in p.items] for p in got.paragraphs] == [
            [(i.number, len(i.subitems)) for i in p.items] for p in wanted.paragraphs
        ]
