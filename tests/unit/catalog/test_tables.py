"""Several tables in one sheet, and columns that are not read: nothing is left out in silence."""

from basischeck.catalog import read_bytes
from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, founding, read, reasons, workbook

FULL: list[object] = ["序号", "事项编码", "事项名称", "权力类型", "设定依据", "行使主体", "责任事项", "备注"]


def test_an_upper_table_with_fewer_columns_is_read_before_the_fuller_one_below() -> None:
    found = read(
        [
            ["表1 行政许可"],
            ["序号", "事项名称", "设定依据"],
            [1, "甲", "《甲法》第一条" + "县级以上人民政府应当" * 50],
            [2, "乙", "《甲法》"],
            [],
            ["表2 行政处罚"],
            FULL,
            [1, "C1", "丙", "行政处罚", "《乙法》第三条", "市局", "立案"],
        ]
    )
    assert [(item.name, item.category, len(founding(item))) for item in found.items] == [
        ("甲", "行政许可", 1),
        ("乙", "行政许可", 1),
        ("丙", "行政处罚", 1),
    ]
    assert found.notes == ()
    assert_every_row_is_accounted_for(found)


def test_a_lower_table_may_name_few_columns_or_have_a_header_of_two_rows() -> None:
    found = read(
        [
            ["序号", "处罚事项", "处罚依据", "执法主体", "备注"],
            [1, "甲", "《甲法》第一条", "市局"],
            ["行政奖励事项"],
            ["序号", "奖励名称", "奖励依据"],
            [1, "乙", "《乙法》第一条"],
            ["行政确认事项"],
            ["序号", "行使主体", "确认事项", None, "确认依据"],
            [None, None, "名称", "种类", None],
            [1, "市局", "丙", "登记", "《丙法》第一条"],
            ["附表：证明事项"],
            ["序号", "设定依据", "证明名称", "证明用途", "开具单位"],
            [1, "《丁法》第一条", "丁证明", "申请许可", "有关单位"],
        ],
        ["A7:A8", "B7:B8", "C7:D7", "E7:E8"],
    )
    assert [(item.name, item.category, founding(item)) for item in found.items] == [
        ("甲", "行政处罚", ["《甲法》第一条"]),
        ("乙", "行政奖励", ["《乙法》第一条"]),
        ("丙", "行政确认", ["《丙法》第一条"]),
        ("丁证明", "行政确认", ["《丁法》第一条"]),
    ]
    assert_every_row_is_accounted_for(found)


def test_a_lower_table_without_a_column_of_bases_is_left_out_and_said() -> None:
    rows: Rows = [
        ["序号", "事项名称", "权力类型", "设定依据"],
        [1, "甲", "行政许可", "《甲法》第一条"],
        ["二、公共服务事项"],
        ["序号", "服务事项名称", "承办机构", "联系电话"],
        [1, "咨询", "一科", "12345678"],
        ["序号", "事项名称", "权力类型", "设定依据"],
        [2, "乙", "行政许可", "《甲法》第二条"],
    ]
    found = read(rows)
    assert [item.name for item in found.items] == ["甲", "乙"]
    assert reasons(found)[2] == (4, 5, "另一张表，没有“实施依据／设定依据”一类的列")
    assert found.notes == (
        "工作表“Sheet1”第 4 行起是另一张表，没有“实施依据／设定依据”一类的列（表头有：序号、服务事项名称、承办机构、联系电话），没有读取。",
    )
    assert_every_row_is_accounted_for(found)
    catalogue = read_bytes(workbook(("Sheet1", rows)), "目录.xlsx", founded=False)
    assert [item.name for item in catalogue.items] == ["甲", "咨询", "乙"]


def test_a_row_of_words_above_rows_that_cite_statutes_changes_no_columns() -> None:
    found = read(
        [
            ["序号", "事项名称", "权力类型", "设定依据", "备注"],
            [1, "甲", "行政许可", "《甲法》第一条"],
            ["序号", "事项名称", "类别", "条文", "说明"],
            [2, "乙", "行政许可", "《甲法》第二条"],
        ]
    )
    assert founding(found.items[-1]) == ["《甲法》第二条"]


def test_a_column_of_citations_that_means_no_field_is_said() -> None:
    found = read([["序号", "处罚事项", "处罚依据", "禁止性规定"], [1, "甲", "《甲法》第六十条", "《甲法》第三条"]])
    assert found.notes == (
        "工作表“Sheet1”列 D“禁止性规定”的内容是法律条款，没有作为依据检查。要检查的，请在 basischeck.toml 中用列对应关系指明"
        "（禁止性规定 → 设定依据）。",
    )


def test_a_column_of_citations_in_a_lower_table_is_said() -> None:
    found = read(
        [
            ["序号", "事项名称", "设定依据", "联系电话"],
            [1, "甲", "《甲法》第六十条", "123"],
            ["序号", "处罚事项", "处罚依据", "禁止性规定"],
            *([number, "乙", "《乙法》第六十条", "《乙法》第三条"] for number in range(5)),
        ]
    )
    assert found.sheets[0].further == ("序号", "处罚事项", "处罚依据", "禁止性规定")
    assert [note[:22] for note in found.notes] == ["工作表“Sheet1”列 D“禁止性规定”的"]


def test_of_three_levels_of_names_the_lowest_that_each_row_fills_is_that_of_the_sub_items() -> None:
    head: list[object] = ["序号", "一级事项", "二级事项", "三级事项", "设定依据"]
    found = read(
        [head, [1, "甲", "甲一", "甲一1", "《甲法》第一条"], [None, None, None, "甲一2", "《甲法》第二条"]], ["A2:A3", "B2:B3", "C2:C3"]
    )
    assert [(item.name, item.sub_name, founding(item)) for item in found.items] == [
        ("甲", "甲一1", ["《甲法》第一条"]),
        ("甲", "甲一2", ["《甲法》第二条"]),
    ]
    assert found.notes == ("工作表“Sheet1”子项名称按列 D 读取，列 C“二级事项”没有读取。",)
    found = read([head, [1, "甲", "甲一", None, "《甲法》第一条"], [None, None, "甲二", "甲二1", "《甲法》第二条"]])
    assert [item.sub_name for item in found.items] == ["甲一", "甲二"]
    assert found.notes == (
        "工作表“Sheet1”子项名称按列 C 读取，列 D“三级事项”没有读取。各行是不同事项的，请并成一列或者用列对应关系指明。",
    )


def test_items_that_take_several_rows_with_names_of_columns_of_their_own_are_said() -> None:
    found = read(
        [
            ["职权名称", "职权类型", "职权编码", "实施依据"],
            ["甲许可", "行政许可", "L1", "《甲法》第一条"],
            ["责任事项", "追责情形", "承办机构", "监督方式"],
            ["立案", "违法", "一科", "12345"],
        ]
    )
    assert found.notes == (
        "工作表“Sheet1”第 3 行写的是栏目，像是一个事项分几行填写的表，以下可能读错。请改成首行写栏目、以下每行一个事项的表。",
    )
