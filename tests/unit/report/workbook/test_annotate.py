"""The annotated workbook, read back with openpyxl: a reader that is not ours."""

import io
import zipfile
from collections.abc import Sequence

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName

from basischeck.catalog import read_bytes
from basischeck.catalog.grid import Grid
from basischeck.report.workbook import to_xlsx
from basischeck.report.workbook.copy import sheet_name, sheet_names
from basischeck.rules import Finding
from tests.unit.report.results import FILE, HEADER, SHEET, finding, result_of, workbook


def annotated(data: bytes, findings: Sequence[Finding] | None = None, file: str = FILE) -> bytes:
    read = read_bytes(data, file)
    return to_xlsx(result_of(read, findings), read, data)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def test_a_cell_is_filled_by_its_gravest_finding_and_says_why() -> None:
    cell = opened(annotated(workbook()))[SHEET]["D4"]
    assert cell.fill.start_color.rgb == "FFFFC7CE"
    assert cell.comment is not None
    assert cell.comment.text.startswith("—— 核查意见（basischeck）——\n\n【错误】问题BC203（BC203）\n《某法》没有第九十九条")
    assert "建议写作：第九条" in cell.comment.text
    assert "证据：法规：有效，2020年1月1日起施行" in cell.comment.text


def test_cells_without_findings_stay_as_they_are() -> None:
    cell = opened(annotated(workbook()))[SHEET]["D3"]
    assert cell.comment is None
    assert cell.fill.fill_type is None


def test_the_layout_is_untouched() -> None:
    sheet = opened(annotated(workbook()))[SHEET]
    assert sheet.column_dimensions["D"].width == 44.5
    assert sheet.row_dimensions[3].height == 61
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:F1"]


def test_every_part_that_is_not_marked_is_byte_for_byte_the_same() -> None:
    data = workbook()
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, annotated(data)))
    touched = {"[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}
    same = set(before.namelist()) - touched
    assert same
    assert all(before.read(name) == after.read(name) for name in same)


def test_the_formats_of_single_characters_stay() -> None:
    book = opened(workbook())
    book[SHEET]["D4"] = CellRichText(TextBlock(InlineFont(b=True), "《某法》"), " ", TextBlock(InlineFont(i=True), "第九十九条"))
    after = load_workbook(io.BytesIO(annotated(saved(book))), rich_text=True)[SHEET]["D4"].value
    assert [str(run.font.b or run.font.i) for run in after if isinstance(run, TextBlock)] == ["True", "True"]


def test_the_first_sheet_holds_a_table_that_can_be_filtered_and_links_to_the_cells() -> None:
    book = opened(annotated(workbook()))
    table = book.worksheets[0]
    assert table.title == "核查结果"
    assert book.active is table
    head = next(row[0].row for row in table.iter_rows(max_col=1) if row[0].value == "级别")
    assert table.auto_filter.ref == f"A{head}:N{head + 4}"
    assert table.freeze_panes == f"A{head + 1}"
    assert table.cell(head + 1, 5).value == "D4"
    assert table.cell(head + 1, 5).hyperlink.location == f"'{SHEET}'!D4"
    assert [table.cell(row, 1).value for row in range(head + 1, head + 5)] == ["错误", "警告", "提示", "提示"]


def test_only_the_first_sheet_is_selected() -> None:
    book = opened(annotated(workbook()))
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, None, None]


def test_formulas_in_text_stay_text() -> None:
    odd = finding(message="=1+1", name="=cmd|' /C calc'!A0", fix="@SUM(1)")
    table = opened(annotated(workbook(), [odd])).worksheets[0]
    texts = [cell for row in table.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value[0] in "=@"]
    assert {cell.value for cell in texts} == {"=1+1", "=cmd|' /C calc'!A0", "@SUM(1)"}
    assert all(cell.data_type == "s" or cell.data_type == "inlineStr" for cell in texts)


def test_characters_that_xml_forbids_do_not_break_the_workbook() -> None:
    odd = finding(message="甲\x00\x0b乙\ud800丙_x0041_")
    table = opened(annotated(workbook(), [odd])).worksheets[0]
    # openpyxl shows the escape of an escape as it is written.
    assert any(cell.value == "甲乙丙_x005F_x0041_" for row in table.iter_rows() for cell in row)


def test_a_comment_that_is_there_is_kept() -> None:
    book = opened(workbook())
    book[SHEET]["D4"].comment = Comment("科室意见：待核", "某科")
    book[SHEET]["D3"].comment = Comment("另一处", "某科")
    sheet = opened(annotated(saved(book)))[SHEET]
    assert sheet["D4"].comment.text.startswith("科室意见：待核\n\n—— 核查意见")
    assert sheet["D3"].comment.text == "另一处"


def test_a_finding_in_a_merged_range_is_marked_where_it_can_be_seen() -> None:
    book = opened(workbook())
    book[SHEET].merge_cells("D3:D4")
    sheet = opened(annotated(saved(book), [finding(cell="D4")]))[SHEET]
    assert sheet["D3"].comment is not None


def test_a_cell_that_was_never_written_can_be_marked() -> None:
    sheet = opened(annotated(workbook(), [finding(cell="F9", row=9), finding(cell="B4"), finding(cell="AB3", row=3)]))[SHEET]
    assert all(sheet[where].comment is not None for where in ("F9", "B4", "AB3"))
    assert sheet["B4"].value == "某事项许可"


def test_names_of_sheets_follow_their_sheets() -> None:
    book = opened(workbook())
    book[SHEET].print_area = "A1:F4"
    book[SHEET].print_title_rows = "2:2"
    book.defined_names["某名"] = DefinedName("某名", attr_text=f"'{SHEET}'!$A$1")
    after = opened(annotated(saved(book)))
    assert after[SHEET].print_area == f"'{SHEET}'!$A$1:$F$4"
    assert after[SHEET].print_title_rows == "$2:$2"
    assert after.worksheets[0].print_title_rows
    assert "某名" in after.defined_names


def test_a_sheet_of_the_users_own_with_our_name_is_kept() -> None:
    book = opened(workbook())
    book.create_sheet("核查结果")["A1"] = "科室自己的表"
    after = opened(annotated(saved(book)))
    assert after.sheetnames == ["核查结果2", SHEET, "核查结果", "核查统计"]
    assert after["核查结果"]["A1"].value == "科室自己的表"


def test_a_marked_workbook_checked_again_is_the_same_list() -> None:
    once = annotated(workbook())
    before, after = read_bytes(workbook(), FILE), read_bytes(once, FILE)
    assert before.items == after.items
    twice = opened(annotated(once))
    assert twice.sheetnames == ["核查结果", SHEET, "核查统计"]
    assert twice[SHEET]["D4"].comment.text.count("核查意见") == 1


def test_a_mark_goes_away_with_its_fault_and_the_old_fill_comes_back() -> None:
    book = opened(workbook())
    book[SHEET]["D4"].fill = PatternFill("solid", start_color="00B0F0")
    book[SHEET]["D3"].comment = Comment("科室意见", "某科")
    once = annotated(saved(book), [finding(), finding(cell="D3", row=3)])
    sheet = opened(annotated(once, []))[SHEET]
    assert sheet["D4"].comment is None
    assert sheet["D4"].fill.start_color.rgb == "0000B0F0"
    assert sheet["D3"].comment.text == "科室意见"
    assert sheet["D3"].fill.fill_type is None


def test_a_mark_goes_away_after_another_program_has_saved_the_workbook() -> None:
    through = saved(opened(annotated(workbook())))
    sheet = opened(annotated(through, []))[SHEET]
    assert sheet["D4"].comment is None
    assert sheet["D4"].fill.fill_type is None


def test_the_last_sheet_says_what_was_not_checked() -> None:
    sheet = opened(annotated(workbook()))["核查统计"]
    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "不属于事项的行" in texts
    assert {"BC203", "BC306", "BC201", "BC704"} <= texts


def test_text_tables_become_a_new_workbook_with_their_cells_marked() -> None:
    rows = [HEADER, ("1", "=某事项", "行政许可", "《某法》第九十九条", "某局", "http://a.example")]
    data = "\r\n".join(",".join(row) for row in rows).encode("gb18030")
    after = opened(annotated(data, file="清单.csv"))
    sheet = after.worksheets[1]
    assert after.sheetnames == ["核查结果", "清单", "核查统计"]
    assert sheet["B2"].value == "=某事项"
    assert sheet["B2"].data_type == "s"
    assert sheet["F2"].hyperlink is None
    assert sheet["D2"].comment is not None
    assert any("新工作簿" in str(row[0].value) for row in after.worksheets[0].iter_rows(max_row=9))


def test_sheets_whose_names_excel_refuses_are_marked_under_another_name() -> None:
    first, second = (Grid(name, [["甲"]]) for name in ("市直/甲局[1]", "一" * 40))
    names = sheet_names([first, second, first])
    assert names == ["市直_甲局_1_", "一" * 31, "市直_甲局_1__2"]
    assert [sheet_name(grid.name) for grid in (first, second)] == names[:2]


def test_the_same_list_and_findings_make_the_same_file() -> None:
    data = workbook()
    assert annotated(data) == annotated(data)


def test_charts_buttons_text_boxes_and_lists_of_choices_stay() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    for number, row in enumerate((HEADER, ("1", "某事项许可", "行政许可", "《某法》第九十九条", "某局", ""))):
        sheet.write_row(number, 0, row)
    sheet.insert_button("H2", {"caption": "按钮"})
    sheet.insert_textbox("H6", "文本框")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": f"='{SHEET}'!$A$2:$A$2"})
    sheet.insert_chart("H10", chart)
    sheet.data_validation("C2:C9", {"validate": "list", "source": ["行政许可", "行政处罚"]})
    line = book.add_chart({"type": "line"})
    line.add_series({"values": f"='{SHEET}'!$A$2:$A$2"})
    book.add_chartsheet("图").set_chart(line)
    book.close()
    before = stream.getvalue()
    after = annotated(before, [finding(cell="D2", row=2)])
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    kept = [name for name in old.namelist() if "/charts/" in name or ("/drawings/" in name and name.endswith(".xml"))]
    assert kept
    assert all(old.read(name) == new.read(name) for name in kept)
    (drawing,) = [new.read(name).decode() for name in new.namelist() if name.endswith(".vml")]
    assert 'ObjectType="Button"' in drawing
    assert 'ObjectType="Note"' in drawing
    assert opened(after)[SHEET].data_validations.dataValidation[0].formula1 == '"行政许可,行政处罚"'


def test_a_finding_about_the_configuration_is_in_the_table_without_a_link() -> None:
    odd = finding(cell=None, row=None, file="basischeck.toml", sheet="", name=None)
    book = opened(annotated(workbook(), [finding(), odd]))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(max_col=5)]
    assert ["错误", "BC203", "问题BC203", "basischeck.toml", None] in rows


def test_a_finding_about_a_sheet_leads_to_its_first_cell() -> None:
    table = opened(annotated(workbook(), [finding(cell=None, row=None, name=None)])).worksheets[0]
    (cell,) = [row[4] for row in table.iter_rows() if row[4].value == "全表"]
    assert cell.hyperlink.location == f"'{SHEET}'!A1"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)


@given(st.lists(TEXTS, min_size=1, max_size=3), TEXTS, TEXTS)
@settings(max_examples=25)
def test_标注后清单不变(names: list[str], message: str, proposal: str) -> None:
    rows = [(str(n), ILLEGAL_CHARACTERS_RE.sub("", f"事项{name}"), "行政许可", "《某法》第九条", "某局", "") for n, name in enumerate(names, start=1)]
    book = Workbook()
    table = book.active
    table.title = SHEET
    for number, row in enumerate((HEADER, *rows), start=1):
        for column, text in enumerate(row, start=1):
            cell = table.cell(number, column, text)
            cell.data_type = "s"
    data = saved(book)
    before = read_bytes(data, FILE)
    marked = annotated(data, [finding(cell="D2", row=2, message=message, fix=proposal, name=names[0])])
    assert read_bytes(marked, FILE).items == before.items
    assert read_bytes(annotated(marked, []), FILE).items == before.items
