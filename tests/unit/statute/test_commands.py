"""The commands of `corpus`, on the small index and in folders of the test's own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.corpus import corpus as commands
from basischeck.statute import Index, open_index


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments))


@pytest.fixture
def place(corpus: Path, index: Index) -> str:
    """Give the small index as an option; `index` has built its database."""
    return str(index.file)


def test_show_gives_the_fields_of_the_contract(place: str) -> None:
    result = _run("show", "测绘样品法", "--format", "json", "--as-of", "2020-01-01", "--index", place)
    report = json.loads(result.output)
    assert list(report) == [
        "title",
        "id",
        "aliases",
        "level",
        "issuer",
        "region",
        "status",
        "in_force",
        "versions",
        "repealed_by",
        "successors",
    ]
    assert list(report["in_force"]) == [
        "promulgated",
        "effective",
        "ended",
        "kind",
        "document_number",
        "articles",
        "held",
        "sources",
    ]
    assert report["status"] == "有效"


def test_show_names_what_is_not_in_the_index(place: str) -> None:
    report = json.loads(_run("show", "并不存在的法", "--format", "json", "--index", place).output)
    assert (report["status"], report["id"], report["versions"]) == ("未收录", None, [])
    assert "未收录不等于不存在" in _run("show", "并不存在的法", "--index", place).output


def test_show_checks_a_provision(place: str) -> None:
    report = json.loads(_run("show", "测绘样品法", "第三条第一款第三项", "--format", "json", "--index", place).output)
    assert (report["exists"], report["missing"], report["paragraphs"], report["items"]) == (False, "item", 1, 2)
    assert "第一条至第五条" in _run("show", "测绘样品法", "第九条", "--index", place).output


def test_a_locator_that_cannot_be_read_is_a_usage_error(place: str) -> None:
    result = _run("show", "测绘样品法", "随便", "--index", place)
    assert result.exit_code == 2
    assert "看不懂条款" in result.output


def test_search_lists_titles_with_all_the_words(place: str) -> None:
    found = json.loads(_run("search", "样品", "实施", "--format", "json", "--index", place).output)
    assert [hit["title"] for hit in found] == ["河南省实施《中华人民共和国测绘样品法》办法"]
    assert "没有名称含有" in _run("search", "绝无此词", "--index", place).output


def test_info_states_coverage(place: str) -> None:
    assert "未收录不等于不存在" in _run("info", "--index", place).output


def test_build_reports_what_it_left_out(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for file in sources.iterdir():
        (tmp_path / "in" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "in" / "图.bin").write_bytes(bytes(range(256)) * 20)
    result = _run("build", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert "图.bin：不是文本文件" in result.output
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_build_from_nothing_is_one_error(tmp_path: Path) -> None:
    result = _run("build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "找不到来源" in result.output


def test_added_documents_are_kept_apart_and_found_where_the_embedded_index_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BASISCHECK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("basischeck.statute.opening._OPEN", {})
    file = tmp_path / "样板市犬只登记试验规定.txt"
    file.write_text(
        "样板市犬只登记试验规定\n\n第一条　甲。\n\n第二条　本规定自2020年1月1日起施行。\n", encoding="utf-8"
    )
    result = _run("add", str(file))
    assert result.exit_code == 0, result.output
    assert "样板市犬只登记试验规定" in result.output
    own = open_index(tmp_path / "data" / "corpus")
    assert own.find("样板市犬只登记试验规定") is not None
    assert (tmp_path / "data" / "corpus" / "documents" / file.name).read_bytes() == file.read_bytes()
    embedded = open_index()
    found = embedded.find("样板市犬只登记试验规定")
    assert found is not None
    assert embedded.skeleton(found.versions[-1].id) is not None
    assert embedded.find("食品安全法") is not None
