from basischeck.catalog import read_bytes
from basischeck.catalog.origin import category_in, count_in, organ_in, region_in
from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, read, workbook

HEAD: list[object] = ["序号", "事项名称", "实施依据"]


def one(name: str) -> Rows:
    return [HEAD, [1, name, "《甲法》第一条"]]


def test_sheets_give_category_and_stated_count_by_their_names() -> None:
    found = read_bytes(workbook(("行政许可（1项）", one("甲")), ("行政处罚（ 2 项）", one("乙"))), "某某市教育局权责清单.xlsx")
    assert [(item.category, item.category_from) for item in found.items] == [("行政许可", "sheet"), ("行政处罚", "sheet")]
    assert [info.stated_count for info in found.sheets] == [1, 2]
    assert {(item.department, item.department_from) for item in found.items} == {("某某市教育局", "file")}
    assert found.region == "某某市"


def test_sheets_that_hold_no_list_are_skipped_and_said() -> None:
    other: Rows = [["序号", "事项名称", "联系电话"], [1, "甲", "123"]]
    found = read_bytes(workbook(("清单", one("甲")), ("空", []), ("说明", [["填写说明"]]), ("电话", other)), "x.xlsx")
    assert [(skip.sheet, skip.reason[:4]) for skip in found.skipped[1:]] == [("空", "空工作表"), ("说明", "没有找到"), ("电话", "没有“实")]
    assert len(found.items) == 1
    assert_every_row_is_accounted_for(found)


def test_a_hidden_sheet_is_skipped_and_said() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(("清单", one("甲")), ("旧", one("乙")))))
    book["旧"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    found = read_bytes(buffer.getvalue(), "x.xlsx")
    assert [item.name for item in found.items] == ["甲"]
    assert found.skipped[-1].reason == "隐藏的工作表，未读取"


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    import io

    import openpyxl

    rows: Rows = [[*HEAD, "旧依据", "自拟"], *([number, f"事项{number}", "《甲法》第一条", "《旧法》第一条", "x"] for number in range(1, 20))]
    book = openpyxl.load_workbook(io.BytesIO(workbook(("说明", [["填写说明"]]), ("甲&乙", rows))))
    sheet = book["甲&乙"]
    for row in (3, 4, 5, 7, 30):
        sheet.row_dimensions[row].hidden = True
    for column in "DE":
        sheet.column_dimensions[column].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    found = read_bytes(buffer.getvalue(), "x.xlsx")
    assert len(found.items) == 19
    assert found.notes == ("工作表“甲&乙”第 3–5、7 行、列 D“旧依据”在表格中是隐藏的，也读取了。",)
    for row in range(2, 21, 2):
        sheet.row_dimensions[row].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    found = read_bytes(buffer.getvalue(), "x.xlsx")
    assert found.notes == ("工作表“甲&乙”第 2–8、10、12、14、16 等 13 行、列 D“旧依据”在表格中是隐藏的，也读取了。",)


def test_empty_rows_and_columns_before_the_list_shift_nothing() -> None:
    rows: Rows = [[], [], [None, None, *HEAD], [None, None, 1, "甲", "《甲法》第一条"]]
    item = read(rows).items[0]
    assert (item.row, item.bases[0].cell) == (4, "E4")


def test_text_without_a_header_is_noted() -> None:
    found = read([HEAD, [1, "甲", "《甲法》第一条", None, "旧稿"]])
    assert any("列 E 没有表头" in note for note in found.notes)


def test_origin_reads_titles_and_file_names() -> None:
    assert organ_in("附件：某某市交通运输局2024年权责清单.xlsx") == "某某市交通运输局"
    assert organ_in("2024年市农业农村局权责清单") == "市农业农村局"
    assert organ_in("  部门名称：市机关事务管理局   ") == "市机关事务管理局"
    assert organ_in("编制单位：某某市机构编制委员会办公室") == ""
    assert organ_in("某某市委办公室（市档案局）权责清单") == "某某市委办公室（市档案局）"
    assert organ_in("一、行政处罚（共 254 项）") == ""
    assert region_in("广东省江门市司法局行政执法事项目录") == "广东省江门市"
    assert region_in("某某市山城区教育体育局权责清单") == "某某市山城区"
    assert region_in("市场监督管理局权责清单") == ""
    assert region_in("地州市农业农村局") == ""
    assert category_in("（三）行政强制类") == "行政强制"
    assert category_in("其他行政权力（3项）") == "其他行政权力"
    assert category_in("处罚") == "行政处罚"
    assert count_in("行政许可（共 11 项）") == 11
    assert count_in("2024年") is None


def test_a_formula_that_fails_is_an_empty_cell_and_said() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(("清单", [*one("甲"), [2, "乙", "待填"], [3, "丙", "《甲法》第三条"]]))))
    book["清单"]["C3"] = "#REF!"
    book["清单"]["C3"].data_type = "e"
    buffer = io.BytesIO()
    book.save(buffer)
    found = read_bytes(buffer.getvalue(), "x.xlsx")
    assert [len(item.bases) for item in found.items] == [1, 0, 1]
    assert found.notes == ("工作表“清单”单元格 C3（#REF!）的公式有错误，按没有填写读取。请在 Excel 或 WPS 中改正公式，或者改写为文字，再检查。",)
