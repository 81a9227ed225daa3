"""Lists in web pages, XML workbooks and Word documents, as portals and offices hand them out."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from basischeck.catalog import ListError, read_bytes
from basischeck.catalog.grids import grids_of
from tests.unit.catalog.documents import HEAD, SPREADSHEET, names, page
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for, founding

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_web_page_called_xls_is_read() -> None:
    text = page(HEAD, ["1", "甲登记", "行政许可", "1.《甲法》第一条<br>2.《乙法》<b>第二条</b>"])
    found = read_bytes(f"<html><head><title>导出</title><style>td {{}}</style></head><body>{text}</body></html>".encode(), "清单.xls")
    assert names(found) == [("甲登记", "行政许可")]
    assert founding(found.items[0]) == ["1.《甲法》第一条\n2.《乙法》第二条"]
    assert "单元格" in found.notes[0]
    assert_every_row_is_accounted_for(found)


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("", "gb18030"), ("utf-8", "utf-8"), ("x-none", "utf-8")])
def test_a_page_is_read_by_the_encoding_it_declares_or_else_as_text_is(declared: str, encoding: str) -> None:
    text = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else "<html>"
    found = read_bytes((text + page(HEAD, ["1", "镕基登记", "行政许可", "《甲法》第一条"])).encode(encoding), "清单.xls")
    assert names(found) == [("镕基登记", "行政许可")]


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    [grid] = grids_of("<table><tr><td> 甲\n  登记<p>一</p><div>二</div>三&nbsp;&lt;四&gt;<script>x</script></td></tr></table>".encode(), "x")
    assert grid.rows == [["甲 登记\n一\n二\n三\xa0<四>"]]


def test_tables_that_lay_out_the_page_are_not_the_list_and_headings_stay_above_theirs() -> None:
    first = page(HEAD, ["1", "甲登记", "", "《甲法》第一条"], above="<h1>一、行政许可（1项）</h1>", tag="th")
    second = page(HEAD, ["1", "乙处罚", "", "《乙法》第一条"], above="<h1>二、行政处罚（1项）</h1>")
    found = read_bytes(f"<!DOCTYPE html><table><tr><td>首页</td><td>{first}{second}</td></tr></table>".encode(), "清单.html")
    assert names(found) == [("甲登记", "行政许可"), ("乙处罚", "行政处罚")]
    assert found.sheets[0].stated_count is None
    assert_every_row_is_accounted_for(found)


def test_tables_of_other_widths_are_sheets_of_their_own() -> None:
    other = page(["科室", "电话"], ["法规科", "123"])
    found = read_bytes(f"<html>{other}{page(HEAD, ['1', '甲登记', '行政许可', '《甲法》第一条'])}".encode(), "清单.html")
    assert [(info.name, bool(info.header_rows)) for info in found.sheets] == [("表1", False), ("表2", True)]
    assert [skip.sheet for skip in found.skipped if "没有找到表头" in skip.reason] == ["表1"]


def test_rows_spanned_to_the_end_and_spans_beyond_it() -> None:
    [grid] = grids_of(b"<table><tr><td rowspan=0>a<td rowspan=9>b<td colspan=x>c</tr><tr><td>d</tr></table>", "x")
    assert grid.rows == [["a", "b", "c"], ["", "", "d"]]
    assert grid.covered == {(1, 0): (0, 0), (1, 1): (0, 1)}


def test_spans_that_would_fill_all_memory_are_refused() -> None:
    row = "<tr>" + "<td rowspan=65534 colspan=1000>x" * 4
    with pytest.raises(ListError, match="合并的单元格"):
        grids_of(f"<table>{row * 4000}</table>".encode(), "清单.xls")


def test_a_page_in_a_single_file_is_read() -> None:
    body = page(HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"])
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    part = f'--x\nContent-Type: text/html; charset="gb2312"\nContent-Transfer-Encoding: 8bit\n\n<html>{body}</html>\n'
    data = head.encode() + part.encode("gb18030") + b"--x\nContent-Type: text/css\n\ntd {}\n--x--\n"
    assert names(read_bytes(data, "清单.xls")) == [("甲登记", "行政许可")]


def xml_book(rows: str, more: str = "") -> bytes:
    names = f'xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return f'<?xml version="1.0"?>\n<Workbook {names}><Worksheet ss:Name="清单"><Table>{rows}</Table>{more}</Worksheet></Workbook>'.encode()


def xml_row(*cells: str, attributes: str = "") -> str:
    written = "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in cells)
    return f"<Row {attributes}>{written}</Row>"


def test_an_xml_workbook_says_where_rows_and_cells_stand() -> None:
    odd = '<Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="DateTime">2020-01-02T00:00:00.000</Data></Cell><Cell><Data>续</Data></Cell></Row>'
    [grid] = grids_of(xml_book('<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>' + xml_row("甲", attributes='ss:Span="1"') + odd), "x.xls")
    assert grid.rows == [["甲", "", ""], ["", "", ""], ["", "", ""], ["", "2020-01-02", "续"]]
    assert grid.hides.columns == (1, 2)


def test_hidden_sheets_and_cells_with_errors_of_an_xml_workbook_are_said() -> None:
    row = '<Row ss:Hidden="1"><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Index="3"><Data ss:Type="Error">#N/A</Data></Cell></Row>'
    [grid] = grids_of(xml_book(row, "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"), "x.xls")
    assert grid.hidden
    assert grid.hides.rows == (0,)
    assert grid.hides.errors == (("A1", "#REF!"), ("C1", "#N/A"))


@pytest.mark.parametrize("data", [xml_book("<Row>")[:-20], xml_book("").replace(b"Worksheet", b"Other")])
def test_a_damaged_xml_workbook_gives_one_message(data: bytes) -> None:
    with pytest.raises(ListError, match=r"清单\.xls：.*(损坏|没有工作表)"):
        read_bytes(data, "清单.xls")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("declared", [True, False])
def test_an_xml_workbook_is_known_in_any_encoding_with_a_declaration_or_without(encoding: str, declared: bool) -> None:
    text = xml_book(xml_row(*HEAD) + xml_row("1", "甲登记", "行政许可", "《甲法》第一条")).decode().split("\n", 1)[1]
    said = f'<?xml version="1.0" encoding="{encoding}"?>' if declared or encoding == "gb18030" else ""
    assert names(read_bytes((said + text).encode(encoding), "清单.xls")) == [("甲登记", "行政许可")]


def test_entities_of_an_xml_workbook_are_refused() -> None:
    data = xml_book(xml_row(*HEAD)).replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook')
    with pytest.raises(ListError, match="DTD"):
        read_bytes(data, "清单.xls")


def test_rows_that_are_named_by_a_number_alone_do_not_fill_memory() -> None:
    sheets = b'<Worksheet ss:Name="a"><Table><Row ss:Index="65536"/></Table></Worksheet>' * 50
    with pytest.raises(ListError, match="行以上"):
        read_bytes(xml_book("").replace(b"</Workbook>", sheets + b"</Workbook>"), "清单.xls")


def test_other_xml_is_refused() -> None:
    with pytest.raises(ListError, match="XML 文件，不是已知的表格格式"):
        read_bytes(b"<?xml version='1.0'?><feed/>", "清单.xls")


def word(*blocks: str | list[list[str]]) -> docx.document.Document:
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return document


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document_is_read_with_its_headings_and_tables_that_go_on() -> None:
    document = word(
        "某某县民政局权责清单", "一、行政许可（1项）", [HEAD, ["1", "甲登记", "", "《甲法》第一条"]],
        "二、行政处罚（2项）", [["1", "乙处罚", "", "《乙法》第一条\n《丙法》第二条"], ["2", "丙处罚", "", "《丙法》第三条"]], "填表人：某某",
    )  # fmt: skip
    found = read_bytes(saved(document), "清单.doc")
    assert names(found) == [("甲登记", "行政许可"), ("乙处罚", "行政处罚"), ("丙处罚", "行政处罚")]
    assert founding(found.items[1]) == ["《乙法》第一条\n《丙法》第二条"]
    assert found.items[0].department == "某某县民政局"
    assert found.sheets[0].stated_count is None
    assert_every_row_is_accounted_for(found)


def test_deletions_on_record_are_not_read_and_insertions_are() -> None:
    document = word([HEAD, ["1", "甲登记", "行政许可", ""], ["2", "乙登记", "行政许可", "《乙法》第一条"]])
    first, last = document.tables[0].rows[1], document.tables[0].rows[2]
    run = "<w:r><w:t>{}</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>《旧法》</w:delText></w:r></w:del><w:moveFrom>" + run.format("移走") + "</w:moveFrom>"
    kept = f"<w:ins>{run.format('《甲法》')}</w:ins><w:sdt><w:sdtContent>{run.format('第一条')}</w:sdtContent></w:sdt>"
    first.cells[3]._tc.append(parse_xml(f'<w:p xmlns:w="{WORD}">{gone}{kept}</w:p>'))
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:del"))
    last._tr.insert(0, properties)
    found = read_bytes(saved(document), "清单.docx")
    assert [founding(item) for item in found.items] == [["《甲法》第一条"]]


def test_lines_drawn_by_hand_make_no_columns_of_their_own() -> None:
    document = word([HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"], ["2", "乙登记", "行政许可", "《乙法》第一条"]])
    rows = document.tables[0].rows
    for row, spans in ((rows[0], (1, 2, 1, 2)), (rows[1], (1, 2, 1, 2)), (rows[2], (1, 1, 2, 2))):
        for cell, span in zip(row.cells, spans, strict=True):
            cell._tc.grid_span = span
    [grid] = grids_of(saved(document), "清单.docx")
    assert [len(row) for row in grid.rows] == [4, 4, 4]
    assert grid.covered == {}


def test_a_cell_over_several_columns_covers_those_that_begin_in_it_and_nothing_is_lost_beyond() -> None:
    document = word([HEAD] * 3)
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(1, 2))
    row = table.rows[2]._tr
    extra = OxmlElement("w:tc")
    extra.append(parse_xml(f'<w:p xmlns:w="{WORD}"><w:r><w:t>多出</w:t></w:r></w:p>'))
    row.append(extra)
    [grid] = grids_of(saved(document), "清单.docx")
    assert grid.covered == {(1, 1): (1, 0), (1, 2): (1, 0)}
    assert grid.rows[1][3] == "实施依据"
    assert grid.rows[2] == [*HEAD, "多出"]


def test_the_text_of_a_table_inside_a_cell_is_the_cells() -> None:
    document = word([HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"]])
    cell = document.tables[0].cell(1, 3)
    cell.add_table(1, 1).cell(0, 0).text = "《乙法》第二条"
    found = read_bytes(saved(document), "清单.docx")
    assert founding(found.items[0])[0].split() == ["《甲法》第一条", "《乙法》第二条"]


def test_a_document_without_a_table_says_what_to_do() -> None:
    with pytest.raises(ListError, match="里面没有表格。请把清单整理成"):
        read_bytes(saved(word("一、对某某行为的处罚")), "清单.docx")


def test_a_template_or_damaged_document_gives_one_message() -> None:
    data = saved(word([HEAD]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, b"<w:document" if entry == "word/document.xml" else source.read(entry))
    with pytest.raises(ListError, match=r"另存为 \.docx"):
        read_bytes(buffer.getvalue(), "清单.docx")


def test_paragraph_marks_are_not_texts() -> None:
    document = word([HEAD, ["1", "甲登记", "行政许可", "《甲法》"]])
    paragraph = document.tables[0].cell(1, 3).paragraphs[0]
    run = paragraph.add_run("第一条")
    run.add_break()
    run.add_tab()
    run.add_text("第二款")
    assert run._r.find(qn("w:br")) is not None
    [grid] = grids_of(saved(document), "清单.docx")
    assert grid.rows[1][3] == "《甲法》第一条\n\t第二款"
