"""What readers judged stands above what the program reads, in every version whose paragraph has the words that were judged."""

import shutil
from pathlib import Path

import pytest

from basischeck.statute.database import build_database
from basischeck.statute.index import Index
from basischeck.statute.powers import Power
from basischeck.statute.powers.readings import Readings, places_of, readings_from_line, readings_to_line
from basischeck.statute.shards import read_texts
from basischeck.statute.skeleton import decode_skeleton


def _key(folder: Path, version: str, article: str) -> str:
    text = next(t for t in read_texts(folder) if t.version == version)
    numbers = [a.number for a in decode_skeleton(text.skeleton).articles]
    return next(key for number, paragraph, key in places_of(numbers, text.prints) if (number, paragraph) == (article, 1))


@pytest.fixture
def folder(corpus: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "corpus"
    shutil.copytree(corpus, copy)
    return copy


def _opened(folder: Path) -> Index:
    file = folder.with_name("index.sqlite")
    build_database(folder, file)
    return Index(file)


def _read(index: Index) -> dict[str, list[tuple[str, int, str]]]:
    statute = index.find("测绘样品法")
    assert statute is not None
    return {v.id: [(p.article, p.paragraph, p.category) for p in index.powers(v.id)] for v in statute.versions}


def test_a_reading_holds_for_the_words_that_were_judged_and_no_others(folder: Path) -> None:
    before = _read(_opened(folder))
    folder.with_name("index.sqlite").unlink()
    old, new = before
    assert ("3", 1, "行政处罚") in before[old]
    assert ("3", 1, "行政处罚") in before[new]
    judged = {
        _key(folder, old, "2"): (Power("0", 0, None, "行政确认", ("确认",), "登记机关"),),
        _key(folder, old, "3"): (),  # of the old words: the new version names another sum
    }
    (folder / "readings").mkdir()
    line = readings_to_line(Readings(old.partition("@")[0], judged))
    (folder / "readings" / "law.jsonl").write_text(line + "\n", encoding="utf-8")
    after = _read(_opened(folder))
    assert [place for place in after[old] if place[0] in "23"] == [("2", 1, "行政确认")]
    assert [place for place in after[new] if place[0] in "23"] == [("2", 1, "行政确认"), ("3", 1, "行政处罚")]


def test_a_penalty_that_was_judged_keeps_what_it_is_for(folder: Path) -> None:
    index = _opened(folder)
    statute = index.find("测绘样品法")
    assert statute is not None
    version = statute.versions[0].id
    found = next(p for p in index.powers(version) if p.category == "行政处罚")
    folder.with_name("index.sqlite").unlink()
    judged = {_key(folder, version, "3"): (Power("0", 0, None, "行政处罚", ("警告", "罚款")),)}
    (folder / "readings").mkdir()
    (folder / "readings" / "law.jsonl").write_text(readings_to_line(Readings(statute.id, judged)) + "\n", encoding="utf-8")
    read = next(p for p in _opened(folder).powers(version) if p.category == "行政处罚")
    assert (read.violated, read.refers) == (found.violated, found.refers)
    assert read.acts == ("警告", "罚款")


@pytest.mark.parametrize("line", ["{}", '{"statute":"a","holders":[],"read":"abcdefgh:Z1"}', '{"statute":"a","holders":[],"read":"abcdefgh:A1@3"}'])
def test_a_line_that_is_no_reading_is_an_error(line: str) -> None:
    with pytest.raises((KeyError, ValueError, IndexError)):
        readings_from_line(line)
