"""Rows that hold only a name: an item whose cells are missing or shared, the rest of the name above, or a heading."""

import pytest

from basischeck.catalog import read_bytes
from basischeck.catalog.names import is_numbered, is_whole, without_number
from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, founding, read, reasons, workbook

HEAD: list[object] = ["序号", "权力类型", "事项名称", "设定依据"]


def test_a_numbered_name_without_basis_among_numbered_names_is_an_item() -> None:
    found = read(
        [
            ["事项名称", "权力类型", "设定依据"],
            ["1.甲的处罚", "行政处罚", "《甲法》第一条"],
            ["2.乙的处罚"],
            ["3.丙的处罚", "行政处罚", "《甲法》第三条"],
            ["4.丁的处罚"],
        ]
    )
    assert [item.name for item in found.items] == ["1.甲的处罚", "2.乙的处罚", "3.丙的处罚", "4.丁的处罚"]
    assert [len(founding(item)) for item in found.items] == [1, 0, 1, 0]
    assert_every_row_is_accounted_for(found)


@pytest.mark.parametrize("marks", [["一、", "二、", "三、"], ["（九）", "（十）", "（十一）"], ["19．", "20．", "21．"]])
def test_names_may_be_numbered_in_any_way(marks: list[str]) -> None:
    names = [f"{mark}{name}的处罚" for mark, name in zip(marks, "甲乙丙", strict=True)]
    found = read([["事项名称", "设定依据"], [names[0], "《甲法》第一条"], [names[1]], [names[2], "《甲法》第三条"]])
    assert [item.name for item in found.items] == names
    assert all(map(is_numbered, names))
    assert without_number(names[1]) == "乙的处罚"


def test_numbered_headings_one_below_the_other_stay_headings() -> None:
    rows: Rows = [["事项名称", "设定依据"], ["一、水利类"], ["二、林业类"], ["甲许可", "《甲法》第一条"], ["1.行政处罚"], ["2.乙", "《乙法》第一条"]]
    assert [(item.name, item.category) for item in read(rows).items] == [("甲许可", ""), ("2.乙", "行政处罚")]


def test_a_catalogue_of_numbered_names_alone_is_read() -> None:
    found = read_bytes(workbook(("目录", [["事项名称"], ["1.甲许可"], ["2.乙许可"], ["3.丙许可"]])), "目录.xlsx", founded=False)
    assert [item.name for item in found.items] == ["1.甲许可", "2.乙许可", "3.丙许可"]


@pytest.mark.parametrize(
    ("name", "whole"),
    [("取水许可", True), ("对未取得许可", False), ("对甲的监督检查", True), ("强制拆除违法", False), ("甲许可（含延续）", True), ("违法建设", False)],
)
def test_a_name_is_whole_where_it_says_what_is_done(name: str, whole: bool) -> None:
    assert is_whole(name) is whole


def test_a_numbered_title_among_items_that_count_on_their_own_heads_a_group() -> None:
    found = read(
        [
            ["事项名称", "实施依据"],
            ["1.行政许可"],
            ["1.甲", "《甲法》第一条"],
            ["2.乙", "《甲法》第二条"],
            ["2.行政处罚"],
            ["1.丙", "《甲法》第三条"],
        ]
    )
    assert [(item.name, item.category) for item in found.items] == [
        ("1.甲", "行政许可"),
        ("2.乙", "行政许可"),
        ("1.丙", "行政处罚"),
    ]


def test_numbered_names_that_share_a_merged_basis_are_items() -> None:
    found = read(
        [
            ["抽查领域", "抽查事项", "抽查依据", "备注"],
            ["甲领域", "1.资质检查", "《甲法》第一条", "甲"],
            [None, "2.环境检查"],
            ["乙领域", "3.广告检查", "《乙法》第一条", "乙"],
            [None, "4.标识检查"],
        ],
        ["A2:A3", "C2:C3", "D2:D3", "A4:A5", "C4:C5", "D4:D5"],
    )
    assert [(item.name, founding(item)) for item in found.items] == [
        ("1.资质检查", ["《甲法》第一条"]),
        ("2.环境检查", ["《甲法》第一条"]),
        ("3.广告检查", ["《乙法》第一条"]),
        ("4.标识检查", ["《乙法》第一条"]),
    ]


def test_a_whole_name_below_a_whole_name_is_an_item_whose_cells_were_left_out() -> None:
    found = read(
        [
            HEAD,
            [1, "行政处罚", "甲的处罚", "《甲法》第一条"],
            [None, None, "乙的处罚"],
            [2, "行政处罚", "丙的处罚", "《甲法》第三条"],
            [3, "行政许可", "丁许可", "《甲法》第四条"],
        ]
    )
    assert [(item.name, founding(item)) for item in found.items] == [
        ("甲的处罚", ["《甲法》第一条"]),
        ("乙的处罚", []),
        ("丙的处罚", ["《甲法》第三条"]),
        ("丁许可", ["《甲法》第四条"]),
    ]


def test_a_name_that_breaks_off_goes_on_in_the_row_below() -> None:
    found = read(
        [
            HEAD,
            [1, "行政处罚", "对未取得许可", "《甲法》第一条"],
            [None, None, "证从事活动的处罚"],
            [2, "行政许可", "丁许可", "《甲法》第四条"],
            [None, None, "（含延续）"],
            [3, "行政处罚", "未取得许可", "《甲法》第五条"],
            [None, None, "擅自经营的处罚"],
        ]
    )
    assert [item.name for item in found.items] == ["对未取得许可证从事活动的处罚", "丁许可（含延续）", "未取得许可擅自经营的处罚"]


def test_names_in_the_rows_of_one_merged_item_share_its_cells() -> None:
    found = read(
        [HEAD, [1, "行政处罚", "甲的处罚", "《甲法》第一条"], [None, None, "乙的处罚"], [2, "行政许可", "丁许可", "《甲法》第四条"]],
        ["A2:A3", "B2:B3", "D2:D3"],
    )
    assert [(item.name, item.category, item.serials, founding(item)) for item in found.items] == [
        ("甲的处罚", "行政处罚", ("1",), ["《甲法》第一条"]),
        ("乙的处罚", "行政处罚", ("1",), ["《甲法》第一条"]),
        ("丁许可", "行政许可", ("2",), ["《甲法》第四条"]),
    ]


def test_a_list_made_of_groups_of_names_shares_the_cells_of_each_groups_first_row() -> None:
    found = read(
        [
            HEAD,
            [1, "行政处罚", "甲的处罚", "《甲法》第一条"],
            [None, None, "乙的处罚"],
            [2, "行政许可", "丁许可", "《甲法》第四条"],
            [None, None, "丁许可延续"],
        ]
    )
    assert [(item.name, item.category, item.serials, founding(item)) for item in found.items] == [
        ("甲的处罚", "行政处罚", ("1",), ["《甲法》第一条"]),
        ("乙的处罚", "行政处罚", ("1",), ["《甲法》第一条"]),
        ("丁许可", "行政许可", ("2",), ["《甲法》第四条"]),
        ("丁许可延续", "行政许可", ("2",), ["《甲法》第四条"]),
    ]
    assert found.notes == (
        "工作表“Sheet1”第 3 行等 2 行只有事项名称，按与上一行共用序号、类型、依据读取。各有依据的，请逐行填写。",
    )


def test_a_department_or_a_category_alone_in_the_column_of_names_heads_a_group() -> None:
    found = read(
        [
            ["序号", "事项名称", "实施依据"],
            [None, "市水务局"],
            [None, "行政许可类"],
            [1, "甲许可", "《甲法》第一条"],
            [None, "市林业局"],
            [1, "乙许可", "《乙法》第一条"],
        ]
    )
    assert [(item.name, item.category, item.department) for item in found.items] == [
        ("甲许可", "行政许可", "市水务局"),
        ("乙许可", "行政许可", "市林业局"),
    ]
    assert reasons(found) == [(1, 1, "表头"), (2, 3, "分组标题"), (5, 5, "分组标题")]
