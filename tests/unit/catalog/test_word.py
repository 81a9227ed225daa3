"""Word documents as offices write them: what their readers see is read, and what they do not see is not."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import pytest

from basischeck.catalog import ListError, ListFile, read_bytes
from basischeck.catalog.grids import grids_of
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for, founding, reasons

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{WORD}"'
HEAD = ["序号", "事项名称", "权力类型", "实施依据"]
FIRST = ["1", "甲登记", "行政许可", "《甲法》第一条"]
SECOND = ["2", "乙处罚", "行政处罚", "《乙法》第二条"]
LONG = "以下事项由某某县水务局会同有关部门实施，实施中涉及其他部门职责的，由牵头部门负责协调，并将结果及时告知申请人，按季度报送备案。"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{escape(text)}</w:t></w:r>"


def paragraph(text: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{text if text.startswith('<') else run(text)}</w:p>"


def cell(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<w:p') else paragraph(text)}</w:tc>"


def row(cells: Sequence[str], properties: str = "") -> str:
    inside = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: Sequence[str] | str) -> str:
    return f"<w:tbl>{''.join(each if isinstance(each, str) else row(each) for each in rows)}</w:tbl>"


def document(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{xml}</w:{name}>")
    return buffer.getvalue()


def read(body: str, **parts: str) -> ListFile:
    found = read_bytes(document(body, **parts), "清单.docx")
    assert_every_row_is_accounted_for(found)
    return found


def items(found: ListFile) -> list[tuple[str, str, list[str]]]:
    return [(item.name, item.category, founding(item)) for item in found.items]


BOTH = [("甲登记", "行政许可", ["《甲法》第一条"]), ("乙处罚", "行政处罚", ["《乙法》第二条"])]


def test_a_table_that_goes_on_with_an_empty_column_more_is_not_lost() -> None:
    assert items(read(table(HEAD, FIRST) + paragraph() + table([*SECOND, ""]))) == BOTH
    assert items(read(table([*HEAD, "备注"], [*FIRST, ""]) + table([*SECOND, ""]))) == BOTH


@pytest.mark.parametrize("columns", [slice(0, 4), slice(1, 4), slice(1, 4, 2)])
def test_running_text_between_and_below_the_tables_is_no_item(columns: slice) -> None:
    texts = paragraph(LONG) + table(SECOND[columns]) + paragraph("以上清单自公布之日起施行") + paragraph(LONG)
    found = read(table(HEAD[columns], FIRST[columns]) + texts)
    assert [item.name for item in found.items] == ["甲登记", "乙处罚"]
    assert [founding(item) for item in found.items] == [["《甲法》第一条"], ["《乙法》第二条"]]
    assert found.sheets[0].rows == 6


def test_running_text_stays_where_it_stands_and_says_nothing_of_the_items() -> None:
    prose = paragraph("本表由某某县林业局填写，所列行政处罚" + "事项" * 600)
    form = table(["事项名称", "甲登记"], ["事项编码", "7"], ["实施依据", "《甲法》第一条"])
    for found in (read(table(HEAD[1:2] + HEAD[3:], ["甲登记", "《甲法》第一条"]) + prose), read(form + prose)):
        assert [(item.name, item.category, item.department) for item in found.items] == [("甲登记", "", "")]
        assert found.skipped[-1].last - found.skipped[-1].first == 1


def test_headings_between_tables_of_two_columns_head_the_rows_below() -> None:
    head = table(["事项名称", "实施依据"], ["甲登记", "《甲法》第一条"])
    found = read(head + paragraph("某某县林业局") + paragraph("二、行政处罚") + table(["乙事项", "《乙法》第二条"]))
    assert [(item.name, item.category, item.department) for item in found.items[1:]] == [("乙事项", "行政处罚", "某某县林业局")]


def test_a_cell_that_goes_on_with_none_is_a_cell_of_its_own() -> None:
    below = table(row([cell(text, "<w:vMerge/>") for text in SECOND]))
    assert items(read(table(HEAD, FIRST) + paragraph("续表") + below)) == BOTH


def test_cells_merged_the_old_way_are_one() -> None:
    merged = [cell("一、行政处罚", '<w:hMerge w:val="restart"/>'), *[cell("", "<w:hMerge/>")] * 3]
    found = read(table(HEAD, merged, ["1", "甲", "", "《甲法》第一条"]))
    assert items(found) == [("甲", "行政处罚", ["《甲法》第一条"])]


def test_what_the_reader_does_not_see_is_not_read() -> None:
    gone = '<w:cellDel w:author="某"/>'
    ruby = f"<w:p><w:r><w:ruby><w:rt>{run('jiǎ')}</w:rt><w:rubyBase>{run('甲')}</w:rubyBase></w:ruby></w:r>{run('登记')}</w:p>"
    name = "<w:p>" + run("乙") + run("（旧名）", "<w:vanish/>") + run("处罚", '<w:vanish w:val="0"/>') + "</w:p>"
    found = read(table(HEAD, ["1", cell(ruby), *FIRST[2:]], ["2", cell(name), cell("旧", gone), *SECOND[2:]]))
    assert items(found) == BOTH


def test_paragraphs_whose_mark_is_deleted_are_one() -> None:
    basis = paragraph("《甲法》", "<w:rPr><w:del/></w:rPr>") + paragraph("第一条")
    assert items(read(table(HEAD, [*FIRST[:3], cell(basis)]))) == BOTH[:1]


def test_symbols_are_the_characters_that_they_show() -> None:
    symbols = "".join(f'<w:sym w:font="x" w:char="{code}"/>' for code in ("3014", "3015", "F0FC", "F0A8", "x", "FFFFFFFFFFFF"))
    [grid] = grids_of(document(table([cell(f"<w:p><w:r>{symbols}</w:r></w:p>")])), "清单.docx")
    assert grid.rows == [["〔〕√□□"]]


LISTS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%1）"/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num>'
)


def numbered(number: int, text: str = "", level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_that_word_sets_by_itself_are_read() -> None:
    basis = paragraph("《甲法》第一条") + numbered(2, "甲") + numbered(2, "乙") + numbered(2, "丙", 1) + numbered(2, "丁") + numbered(3, "戊")
    found = read(table(HEAD, [cell(numbered(1)), *FIRST[1:3], cell(basis)], [cell(numbered(1)), *SECOND[1:]]), numbering=LISTS)
    assert [item.serials for item in found.items] == [("1",), ("2",)]
    assert founding(found.items[0]) == ["《甲法》第一条\n（九）甲\n（十）乙\n十.1 丙\n（十一）丁\n（二十）戊"]


def test_numbers_come_from_the_style_of_a_paragraph_too_and_bullets_are_none() -> None:
    styles = '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    bullets = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>'
    body = table([cell(paragraph("甲", '<w:pStyle w:val="a"/>'))])
    assert grids_of(document(body, numbering=LISTS, styles=styles), "x")[0].rows == [["1 甲"]]
    assert grids_of(document(body, numbering=bullets + LISTS[LISTS.index("<w:num ") :], styles=styles), "x")[0].rows == [["甲"]]


def test_notes_are_not_lost() -> None:
    notes = f'<w:footnote w:id="-1">{paragraph()}</w:footnote><w:footnote w:id="2">{paragraph("自2024年起委托实施")}</w:footnote>'
    found = read(table(HEAD, FIRST), footnotes=notes, comments=f"<w:comment>{paragraph('已取消')}</w:comment>")
    assert items(found) == BOTH[:1]
    assert reasons(found) == [(1, 1, "表头"), (3, 4, "脚注")]


def test_a_table_in_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{table(HEAD, FIRST)}</w:txbxContent>"
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = f'<mc:x xmlns:mc="{other}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:x>'
    assert items(read(f"<w:p><w:r>{both}</w:r></w:p>")) == BOTH[:1]


def test_hidden_rows_are_read_and_that_is_said() -> None:
    found = read(table(HEAD, FIRST, row(SECOND, "<w:hidden/>")))
    assert items(found) == BOTH
    assert "第 3 行在表格中是隐藏的，也读取了。" in found.notes


@pytest.mark.parametrize("namespace", ["http://purl.oclc.org/ooxml/wordprocessingml/main", WORD])
@pytest.mark.parametrize("path", ["word/document.xml", "Word\\document2.xml"])
def test_strict_documents_and_those_that_name_their_parts_otherwise_are_read(namespace: str, path: str) -> None:
    xml = f"<w:document {NAMES}><w:body>{table(HEAD, FIRST)}</w:body></w:document>".replace(WORD, namespace)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(path, xml)
    assert items(read_bytes(buffer.getvalue(), "清单.docm")) == BOTH[:1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_documents_in_one_xml_file_are_read(encoding: str) -> None:
    body = f"<w:body>{table(HEAD, FIRST)}</w:body>"
    begins = f'<?xml version="1.0" encoding="{encoding}"?>'
    old = f"{begins}<w:wordDocument {NAMES}>{body}</w:wordDocument>".replace(WORD, "http://schemas.microsoft.com/office/word/2003/wordml")
    package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    flat = f'{begins}<pkg:package xmlns:pkg="{package}"><w:document {NAMES}>{body}</w:document></pkg:package>'
    assert [items(read_bytes(text.encode(encoding), "清单.doc")) for text in (old, flat)] == [BOTH[:1], BOTH[:1]]


def test_a_text_document_of_another_kind_says_what_to_do() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(ListError, match=r"\.odt.*另存为 \.docx"):
        read_bytes(buffer.getvalue(), "清单.odt")


def test_entities_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {NAMES}><w:body>&b;</w:body></w:document>')
    with pytest.raises(ListError, match="已损坏"):
        read_bytes(buffer.getvalue(), "清单.docx")


def test_rows_wider_than_any_sheet_are_refused() -> None:
    with pytest.raises(ListError, match="列以上"):
        read_bytes(document(table(["x"] * 16_400)), "清单.docx")
