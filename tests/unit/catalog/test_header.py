import pytest

from basischeck.catalog import columns, read_bytes
from basischeck.catalog.columns import match_header
from tests.unit.catalog.sheets import Rows, founding, read, workbook


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        ("序 号", columns.SERIAL),
        ("权责\n事项名称", columns.NAME),
        ("行政职权名称", columns.NAME),
        ("项  目", columns.NAME),
        ("违法行为", columns.NAME),
        ("抽查事项名称", columns.NAME),
        ("抽查依据", columns.FOUNDING),
        ("检查主体", columns.ACTOR),
        ("设定和实施依据", columns.FOUNDING),
        ("中央主管部门", columns.DEPARTMENT),
        ("子项\n名称", columns.SUB_NAME),
        ("小项名称", columns.SUB_NAME),
        ("职权类别", columns.CATEGORY),
        ("事项类型", columns.CATEGORY),
        ("职权编码", columns.CODE),
        ("基本编码", columns.CODE),
        ("设立依据", columns.FOUNDING),
        ("法律法规依据", columns.FOUNDING),
        ("实施依据（含法律法规名称及条款）", columns.FOUNDING),
        ("权力来源", columns.FOUNDING),
        ("处罚依据", columns.FOUNDING),
        ("责任事项的依据", columns.DUTY_BASIS),
        ("责任事项依据", columns.DUTY_BASIS),
        ("履责依据", columns.DUTY_BASIS),
        ("追责情形及依据", columns.LIABILITY_BASIS),
        ("问责依据", columns.LIABILITY_BASIS),
        ("追责情形", columns.LIABILITY),
        ("实施主体", columns.ACTOR),
        ("责任主体", columns.ACTOR),
        ("承办处（科）室", columns.OFFICE),
        ("实施层级及权限", columns.LEVEL),
        ("收费（征收）依据和标准", columns.FEE_BASIS),
        ("公开类型", columns.PUBLICITY),
    ],
)
def test_a_wording_in_use_means_its_field(wording: str, field: str) -> None:
    found = match_header(wording)
    assert found is not None
    assert found.field == field


@pytest.mark.parametrize("wording", ["录入人", "状态", "申请材料", "裁量标准", "是否有涉及中介服务项目", "组织机构代码", "行政相对人类别", "公开依据", "服务", "行政许可", ""])
def test_a_wording_about_something_else_means_no_field(wording: str) -> None:
    assert match_header(wording) is None


def test_columns_may_stand_in_any_order_below_titles() -> None:
    found = read(
        [
            ["附件1"],
            ["某某市教育局权责清单"],
            [],
            ["备注", "责任事项依据", "实施\n依据", "职权类型", "项目名称", "序号"],
            ["", "《甲法》第二条", "《甲法》第一条", "行政许可", "办学许可", 1],
        ]
    )
    item = found.items[0]
    assert (item.name, item.category, item.department) == ("办学许可", "行政许可", "某某市教育局")
    assert [(basis.role, basis.cell) for basis in item.bases] == [("责任事项依据", "B5"), ("设定依据", "C5")]


def test_a_header_of_two_merged_rows_gives_each_sub_column_the_role_of_its_parent() -> None:
    found = read(
        [
            ["序号", "事项名称", "实施依据", None, None, "责任", None],
            [None, None, "法律", "行政法规", "规章", "责任事项", "依据"],
            [1, "甲许可", "《甲法》第一条", "无", "《乙办法》第三条", "受理", "《甲法》第二条"],
        ],
        ["A1:A2", "B1:B2", "C1:E1", "F1:G1"],
    )
    assert found.sheets[0].header_rows == (1, 2)
    assert [(basis.role, basis.cell, basis.header) for basis in found.items[0].bases] == [
        ("设定依据", "C3", "实施依据·法律"),
        ("设定依据", "E3", "实施依据·规章"),
        ("责任事项依据", "G3", "责任·依据"),
    ]


def test_a_header_of_two_rows_without_merged_cells_is_read_alike() -> None:
    found = read(
        [
            ["序号", "权力名称", "权力类型", "设定依据", None, None, "备注"],
            [None, None, None, "法律", "法规", "规章", None],
            [1, "甲检查", "行政检查", None, "《乙条例》第四条", None, None],
        ]
    )
    assert found.sheets[0].header_rows == (1, 2)
    assert founding(found.items[0]) == ["《乙条例》第四条"]


def test_name_and_sub_name_under_one_parent_are_told_apart() -> None:
    found = read(
        [
            ["序号", "职权名称", None, "职权类型", "法律依据"],
            [None, "项目", "子项", None, None],
            [1, "甲许可", "甲许可的变更", "行政许可", "《甲法》第一条"],
        ],
        ["A1:A2", "B1:C1", "D1:D2", "E1:E2"],
    )
    assert (found.items[0].name, found.items[0].sub_name) == ("甲许可", "甲许可的变更")


def test_titles_in_one_column_and_provisions_in_the_next_make_one_basis() -> None:
    found = read(
        [
            ["序号", "事项名称", "依据名称", "依据条款"],
            [1, "甲许可", "《甲法》", "第三条第一款"],
            [2, "乙许可", "《甲法》\n《乙条例》", "第四条\n第九条"],
        ]
    )
    assert founding(found.items[0]) == ["《甲法》第三条第一款"]
    assert found.items[0].bases[0].parts == ((0, "C2", 2), (4, "D2", 2))
    assert founding(found.items[1]) == ["《甲法》第四条\n《乙条例》第九条"]


def test_a_category_column_full_of_numbers_is_no_category() -> None:
    found = read(
        [
            ["序号", "违法行为", "法律依据", "类别", "裁量情节"],
            ["1-1", "超标排放", "《甲法》第一条", 1, "轻微"],
            [None, None, None, 2, "严重"],
        ],
        ["A2:A3", "B2:B3", "C2:C3"],
    )
    assert [(item.name, item.category, item.rows) for item in found.items] == [("超标排放", "行政处罚", (2, 3))]
    assert "类别" in found.sheets[0].unmapped


def test_a_column_of_citations_under_an_unknown_wording_is_read_and_said() -> None:
    found = read([["序号", "事项名称", "出处"], [1, "甲许可", "《甲法》第一条"], [2, "乙许可", "《甲法》第二条"]])
    assert founding(found.items[1]) == ["《甲法》第二条"]
    assert any("“出处”" in note for note in found.notes)


def test_the_users_own_mapping_wins() -> None:
    from basischeck.catalog import read_bytes
    from tests.unit.catalog.sheets import workbook

    data = workbook(("S", [["号", "办什么", "凭什么"], [1, "甲许可", "《甲法》第一条"]]))
    found = read_bytes(data, "x.xlsx", columns={"办什么": "事项名称", "凭什么": "设定依据"})
    assert founding(found.items[0]) == ["《甲法》第一条"]


def test_a_column_that_only_names_the_kind_of_act_is_no_basis() -> None:
    found = read(
        [
            ["序号", "事项名称", "实施依据", None, "实施主体"],
            [1, "甲许可", "法律", "《甲法》第一条", "某局"],
            [2, "乙许可", "行政法规", "《乙条例》第一条", "某局"],
        ],
        ["C1:D1"],
    )
    assert [founding(item) for item in found.items] == [["《甲法》第一条"], ["《乙条例》第一条"]]


def test_the_number_of_a_statute_between_its_title_and_its_provisions_is_no_basis() -> None:
    found = read(
        [
            ["序号", "事项名称", "设定依据", None, None, None, "实施机关"],
            [None, None, "依据类别", "法律法规名称", "文号", "条款号", None],
            [1, "甲许可", "法律", "甲法", "主席令第1号", "第三条", "市局"],
            [2, "乙许可", "法律", "甲法", "主席令第1号", "第四条", "市局"],
            [None, None, "行政法规", "乙条例", "国务院令第2号", "第五条", None],
        ],
        ["A1:A2", "B1:B2", "C1:F1", "G1:G2", "A4:A5", "B4:B5", "G4:G5"],
    )
    assert [founding(item) for item in found.items] == [["甲法第三条"], ["甲法第四条", "乙条例第五条"]]


def test_a_second_header_row_whose_words_add_no_field_is_header_all_the_same() -> None:
    found = read(
        [
            ["序号", "证明名称", "设定依据", "依据条文及内容", "行使层级", None, "备注"],
            [None, None, None, None, "市级", "县级", None],
            [1, "甲证明", "法律", "《甲法》第十四条", None, "√", None],
        ],
        ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2"],
    )
    assert found.sheets[0].header_rows == (1, 2)
    assert founding(found.items[0]) == ["《甲法》第十四条"]


def test_the_name_beside_a_main_item_is_that_of_its_sub_item() -> None:
    found = read(
        [
            ["序号", "主项", "事项名称", "设定依据"],
            [1, "甲", "甲一", "《甲法》第一条"],
            [None, None, "甲二", "《甲法》第二条"],
        ],
        ["A2:A3", "B2:B3"],
    )
    assert [(item.name, item.sub_name, founding(item)) for item in found.items] == [
        ("甲", "甲一", ["《甲法》第一条"]),
        ("甲", "甲二", ["《甲法》第二条"]),
    ]
    assert found.notes == ()


def test_kinds_are_categories_where_the_values_say_so() -> None:
    found = read([["序号", "行政行为名称", "行为类别", "执法依据"], [1, "甲", "行政处罚", "《甲法》第一条"], [2, "乙", "许可", "《甲法》第二条"]])
    assert [item.category for item in found.items] == ["行政处罚", "许可"]
    found = read([["序号", "抽查类别", "抽查事项", "抽查依据"], [1, "食品生产监督检查", "甲", "《甲法》第一条"]])
    assert found.items[0].category == ""
    found = read([["序号", "事项名称", "行为类别", "执法依据"], [1, "甲", "一般行为", "《甲法》第一条"]])
    assert found.items[0].category == ""


LONG = "设定依据（请逐项填写法律、行政法规、地方性法规、部门规章、地方政府规章和规范性文件的全称及具体条、款、项，并附条文原文；有多部依据的按效力等级由高到低分段填写，不得只写名称（简称））"


@pytest.mark.parametrize("label", [LONG, "设定依据（写明《某某法》第几条）", "与《省级通用目录》对应序号"])
def test_a_wording_with_a_title_or_long_instructions_is_header_all_the_same(label: str) -> None:
    head: list[object] = ["序号", "事项名称", label] if "依据" in label else ["序号", "事项名称", "设定依据", label]
    found = read([["某县水务局权责清单"], head, [1, "甲许可", "《甲法》第三条", "101"], head, [2, "乙许可", "《甲法》第四条", "102"]])
    assert found.sheets[0].header_rows == (2,)
    assert label in found.sheets[0].headers.values()
    assert [founding(item) for item in found.items] == [["《甲法》第三条"], ["《甲法》第四条"]]


def test_the_users_mapping_holds_for_a_wording_with_a_title_and_for_a_long_one() -> None:
    long = "依照《某某法》填写" * 10
    rows: Rows = [["序号", "事项名称", "依照《某某目录》第三条填写的内容", long], [1, "甲许可", "《甲法》第三条", "市水务局"]]
    mapping = {"依照《某某目录》第三条填写的内容": columns.FOUNDING, long: columns.DEPARTMENT}
    found = read_bytes(workbook(("S", rows)), "x.xlsx", columns=mapping)
    assert [(founding(item), item.department) for item in found.items] == [(["《甲法》第三条"], "市水务局")]


def test_a_row_that_cites_is_no_header() -> None:
    found = read([["事项名称", "甲许可", "设定依据", "《甲法》第三条"], ["序号", "事项名称", "设定依据"], [1, "甲许可", "《甲法》第三条"]])
    assert found.sheets[0].header_rows == (2,)


def test_a_header_below_a_long_notice_is_found() -> None:
    notice: Rows = [[f"{number}．各部门应当做好公开工作。"] for number in range(1, 41)]
    found = read([*notice, ["序号", "事项名称", "设定依据"], [1, "甲许可", "《甲法》第三条"]])
    assert found.sheets[0].header_rows == (41,)
    assert len(found.items) == 1


@pytest.mark.parametrize("label", ["职责事项", "权力清单", "检查内容"])
def test_a_wording_that_means_the_names_only_where_no_other_does(label: str) -> None:
    found = read([["序号", label, "权力种类", "法定依据"], [1, "甲", "行政许可", "《甲法》第三条"]])
    assert [(item.name, item.category) for item in found.items] == [("甲", "行政许可")]
    found = read([["序号", label, "事项名称", "法定依据"], [1, "乙", "甲", "《甲法》第三条"]])
    assert [item.name for item in found.items] == ["甲"]


def test_the_column_of_bases_may_say_what_kind_all_items_are() -> None:
    rows: Rows = [["序号", "执法事项名称", "违法行为", "处罚依据"], [1, "甲", "情形一", "《甲法》第三条"], [None, None, "情形二", "《甲法》第四条"]]
    found = read(rows, ["A2:A3", "B2:B3"])
    assert [(item.name, item.category, item.category_from, len(founding(item))) for item in found.items] == [("甲", "行政处罚", "column", 2)]
    assert found.notes == ("工作表“Sheet1”事项名称按列 B 读取，列 C“违法行为”没有读取。各行是不同事项的，请用列对应关系指明（违法行为 → 子项名称）。",)
    found = read_bytes(workbook(("Sheet1", rows, ["A2:A3", "B2:B3"])), "x.xlsx", columns={"违法行为": columns.SUB_NAME})
    assert [(item.name, item.sub_name, founding(item)) for item in found.items] == [
        ("甲", "情形一", ["《甲法》第三条"]),
        ("甲", "情形二", ["《甲法》第四条"]),
    ]
    found = read([["序号", "事项名称", "处罚依据", "许可依据"], [1, "甲", "《甲法》第三条", "《甲法》第四条"]])
    assert found.items[0].category == ""
