"""Readers: every dialect, told by content; texts invented."""

import sqlite3
import tarfile
from pathlib import Path

import docx
import pytest

from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.readers import SourceError, SourceReport, read_source

_INFO = "# 中华人民共和国测试法\n\n2001年1月1日 第九届测试大会通过\n\n2002年1月1日 施行\n\n<!-- INFO END -->\n\n"
_BODY = "## 第一章 总则\n\n第一条 甲。\n\n乙。\n\n第二条 下列：\n\n（一）丙；\n\n（二）丁。\n\n## 第二章 附则\n\n第三条 本法自2002年1月1日起施行。\n"


def _write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_markdown_with_an_end_mark_is_read(tmp_path: Path) -> None:
    (document,) = read_source(_write(tmp_path, "测试法(2001-01-01).md", _INFO + _BODY))
    assert document.title == "中华人民共和国测试法"
    assert document.history == ("2001年1月1日 第九届测试大会通过", "2002年1月1日 施行")
    assert [len(a.paragraphs) for a in document.articles] == [2, 1, 1]
    assert [i.number for i in document.articles[1].paragraphs[0].items] == [1, 2]


def test_markdown_with_issue_data_in_a_bracket_is_read(tmp_path: Path) -> None:
    text = "# 测试管理办法\n\n（2008年11月26日测试部令第16号公布\n根据2016年5月30日测试部令2016年第3号修订）\n\n第一章 总 则\n\n第一条　甲。\n\n第二条　本办法自2009年1月1日起施行。\n"
    (document,) = read_source(_write(tmp_path, "x.md", text))
    assert document.title == "测试管理办法"
    assert "测试部令第16号" in document.history[0]
    assert [a.number for a in document.articles] == ["1", "2"]
    assert document.headings[0].title == "总则"


def test_an_order_before_the_repeated_title_is_issue_data(tmp_path: Path) -> None:
    text = "# 测试暂行条例\n\n测试院令\n\n第713号\n\n现公布《测试暂行条例》，自2019年9月1日起施行。\n\n总理 某某\n\n测试暂行条例\n\n第一条 甲。\n\n第二条 乙。\n"
    (document,) = read_source(_write(tmp_path, "x.md", text))
    assert any("自2019年9月1日起施行" in line for line in document.history)
    assert document.preamble == ()


def test_the_parts_of_one_statute_are_one_document(tmp_path: Path) -> None:
    head = "2020年5月28日 通过\n\n<!-- INFO END -->\n\n"
    _write(tmp_path, "典/乙.md", f"# 测试法典\n\n# 乙编\n\n{head}第三条 丙。\n\n第四条 丁。\n")
    _write(tmp_path, "典/甲.md", f"# 测试法典\n\n# 总则\n\n{head}第一条 甲。\n\n第二条 乙。\n")
    _write(tmp_path, "其他.md", _INFO + _BODY)
    documents = {d.title: d for d in read_source(tmp_path)}
    assert [(a.number, a.part) for a in documents["测试法典"].articles] == [("1", 1), ("2", 1), ("3", 2), ("4", 2)]


def test_bold_articles_under_front_matter_are_read(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "code/README.md",
        "---\nnext: /a.md\n---\n\n# 测试法典\n\n2026年3月12日第十四届测试大会第四次会议通过\n",
    )
    _write(
        tmp_path,
        "code/01-a.md",
        "---\nprev: /\n---\n\n# 第一编　总则\n\n### 第一章　基本规定\n\n**第一条**　甲。\n\n乙。\n",
    )
    _write(tmp_path, "code/02-b.md", "# 第二编　分则\n\n### 第一章　附则\n\n**第二条**　丙。\n")
    (document,) = read_source(tmp_path)
    assert document.title == "测试法典"
    assert document.history == ("2026年3月12日第十四届测试大会第四次会议通过",)
    assert [(a.number, a.part, a.chapter, len(a.paragraphs)) for a in document.articles] == [
        ("1", 1, 1, 2),
        ("2", 2, 1, 1),
    ]


def _database(file: Path) -> Path:
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TABLE laws (law_id, law_name, doc_type, level, issuing_body, publish_date, effective_date, version_date, status, law_department)"
        )
        connection.execute("CREATE TABLE articles (id, law_id, chapter, section, article_no, article_text)")
        connection.execute(
            "INSERT INTO laws VALUES ('a', '中华人民共和国测试法', '法律', '法律', '测试大会', '2020-01-01', '2020-03-01', '2020-01-01', '已废止', '')"
        )
        rows = [(1, "第一条", "甲。\n乙。"), (2, "第二条", "下列：\n（一）丙；\n（二）丁。"), (3, "条目三", "")]
        connection.executemany("INSERT INTO articles VALUES (?, 'a', '第一章 总则', NULL, ?, ?)", rows[:2])
    return file


def test_a_database_of_laws_is_read_by_content_not_by_name(tmp_path: Path) -> None:
    (document,) = read_source(_database(tmp_path / "laws.dat"))
    assert document.source.expired is True
    assert [len(a.paragraphs) for a in document.articles] == [2, 1]
    assert document.articles[0].chapter == 1


def test_a_word_document_is_read(tmp_path: Path) -> None:
    book = docx.Document()
    for text in ("测试行政", "处罚条例", "（2004年9月19日国务院令第420号公布　自2004年11月1日起施行）", "第一章　总则"):
        book.add_paragraph(text)
    book.add_paragraph("第一条　甲。")
    book.add_paragraph("乙。")
    book.add_paragraph("第二条　本条例自2004年11月1日起施行。")
    file = tmp_path / "测试行政处罚条例（2004）.docx"
    book.save(str(file))
    (document,) = read_source(file)
    assert document.title == "测试行政处罚条例"
    assert "420号" in document.history[0]
    assert [(a.number, len(a.paragraphs), a.chapter) for a in document.articles] == [("1", 2, 1), ("2", 1, 1)]


def test_a_catalogue_gives_documents_without_text(tmp_path: Path) -> None:
    text = "法规名称,制定机关,施行日期,公布日期,法律效力位阶,时效性\n测试条例,国务院,2025-01-01,2024-11-10,行政法规,已废止\n"
    (document,) = read_source(_write(tmp_path, "list.csv", text))
    assert (document.title, document.source.expired, document.articles) == ("测试条例", True, ())


def test_an_archive_is_read_like_the_folder_it_holds(tmp_path: Path) -> None:
    folder = tmp_path / "texts-2025-04"
    _write(folder, "a/测试法(2001-01-01).md", _INFO + _BODY)
    archive = tmp_path / "texts-2025-04.tar.xz"
    with tarfile.open(archive, "w:xz") as packed:
        packed.add(folder, folder.name)
    from_folder, from_archive = next(read_source(folder)), next(read_source(archive))
    assert from_archive.source.name == from_folder.source.name == "texts-2025-04"
    assert from_archive.articles == from_folder.articles
    assert from_archive.source.path == "a/测试法(2001-01-01).md"


def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", _INFO + _BODY)
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 not a document")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)) * 20)
    report = SourceReport()
    assert len(list(read_source(tmp_path, report))) == 1
    assert {file for file, _ in report.skipped} == {"b.docx", "c.bin"}


def test_a_missing_source_and_an_empty_one_are_errors_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="找不到来源"):
        list(read_source(tmp_path / "nowhere"))
    with pytest.raises(SourceError, match="没有可读的法规文本"):
        list(read_source(_write(tmp_path, "empty.md", "")))


def test_a_text_in_gb18030_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(("测试规定\n\n第一条　甲。\n\n第二条　乙。\n").encode("gb18030"))
    file = file.rename(tmp_path / "测试规定.txt")
    (document,) = read_source(file)
    assert [a.number for a in document.articles] == ["1", "2"]


def test_a_law_s_text_under_a_regulation_s_title_is_left_out(tmp_path: Path) -> None:
    text = "# 测试管理规定\n\n（2001年测试部令第1号）\n\n第一条 为了试验，制定本法。\n\n第二条 本法自2009年1月1日起施行。\n"
    _write(tmp_path, "错.md", text)
    _write(tmp_path, "对.md", text.replace("本法", "本规定"))
    report = BuildReport()
    documents = read_sources([tmp_path], report, lambda _: None)
    assert len(documents) == 1
    assert [(file, reason[:4]) for _, file, reason in report.skipped] == [("错.md", "正文不是")]
