import pytest

from basischeck.catalog import ListError, read_bytes
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for, founding, read, reasons

HEAD: list[object] = ["序号", "事项名称", "子项名称", "权力类型", "实施依据", "行使主体", "行使层级"]


def test_whole_numbers_lose_the_point_that_spreadsheets_store() -> None:
    assert read([HEAD, [1.0, "甲", None, "行政许可", "《甲法》第一条"]]).items[0].serials == ("1",)


def test_a_merged_item_owns_all_its_rows_and_its_basis_stands_where_it_is_seen() -> None:
    found = read(
        [HEAD, [1, "甲", None, "行政许可", "《甲法》第一条"], [], [2, "乙", None, "行政许可", "《甲法》第二条"]],
        ["A2:A3", "B2:B3", "E2:E3"],
    )
    assert [(item.rows, item.bases[0].cell) for item in found.items] == [((2, 3), "E2"), ((4,), "E4")]


def test_a_basis_merged_over_two_items_belongs_to_both() -> None:
    found = read(
        [HEAD, [1, "甲", None, "行政许可", "《甲法》第一条"], [2, "乙", None, "行政许可", None]],
        ["E2:E3"],
    )
    assert [founding(item) for item in found.items] == [["《甲法》第一条"], ["《甲法》第一条"]]
    assert found.items[1].bases[0].cell == "E2"
    assert [item.rows for item in found.items] == [(2,), (3,)]


def test_a_text_split_by_a_page_break_is_joined_with_the_cells_it_came_from() -> None:
    found = read(
        [
            HEAD,
            [1, "甲", None, "行政许可", "《甲法》第一条：申请人应当向主管"],
            [None, None, None, None, "部门提出申请。"],
            [2, "乙", None, "行政许可", "《甲法》第二条"],
        ]
    )
    basis = found.items[0].bases[0]
    assert basis.text == "《甲法》第一条：申请人应当向主管部门提出申请。"
    assert basis.parts == ((0, "E2", 2), (16, "E3", 3))
    assert len(found.items) == 2


def test_a_further_row_that_begins_with_a_title_is_a_basis_of_its_own() -> None:
    found = read([HEAD, [1, "甲", None, "行政许可", "《甲法》第一条。"], [None, None, None, None, "《乙条例》第五条。"]])
    assert founding(found.items[0]) == ["《甲法》第一条。", "《乙条例》第五条。"]


def test_rows_that_repeat_an_item_for_each_level_are_one_item() -> None:
    found = read(
        [
            HEAD,
            [1, "甲", None, "行政征收", "《甲法》第一条", "省厅", "省级"],
            [1, "甲", None, "行政征收", "《甲法》第一条", "市局", "市级"],
            [None, None, None, None, None, "县局", "县级"],
            [2, "乙", None, "行政征收", "《甲法》第二条", "市局", "市级"],
        ]
    )
    assert [(item.name, item.rows) for item in found.items] == [("甲", (2, 3, 4)), ("乙", (5,))]
    assert [text.text for text in found.items[0].also["行使层级"]] == ["市级", "县级"]


def test_the_same_item_entered_twice_stays_two_items() -> None:
    row: list[object] = [None, "甲", None, "行政许可", "《甲法》第一条", "市局", "市级"]
    found = read([HEAD, row, row])
    assert len(found.items) == 2
    assert found.items[0].key == found.items[1].key


def test_the_same_name_under_another_serial_number_is_another_item() -> None:
    found = read([HEAD, [1, "甲", None, "行政处罚", "《甲法》第一条"], [2, "甲", None, "行政处罚", "《乙法》第一条"]])
    assert len(found.items) == 2


def test_sub_items_take_the_name_above_them_and_share_its_basis_where_theirs_is_blank() -> None:
    found = read(
        [
            HEAD,
            [1, "办学许可", "设立", "行政许可", "《甲法》第一条"],
            [None, None, "变更", "行政许可", "《甲法》第二条"],
            [None, None, "终止", None, None],
        ]
    )
    assert [(item.name, item.sub_name, founding(item)) for item in found.items] == [
        ("办学许可", "设立", ["《甲法》第一条"]),
        ("办学许可", "变更", ["《甲法》第二条"]),
        ("办学许可", "终止", ["《甲法》第二条"]),
    ]


def test_two_serial_numbers_in_a_cell_are_counted() -> None:
    assert read([HEAD, ["2,3", "甲", None, "行政许可", "《甲法》第一条"]]).items[0].serials == ("2", "3")


def test_an_item_without_serial_number_is_an_item() -> None:
    found = read([HEAD, [1, "甲", None, "行政许可", "《甲法》第一条"], [None, "乙", None, "其他", "《甲法》第二条"]])
    assert [item.name for item in found.items] == ["甲", "乙"]


def test_an_item_without_basis_or_name_is_kept_with_the_cell_where_it_is_missing() -> None:
    found = read([HEAD, [1, "甲", None, "行政许可", None], [2, None, None, "行政许可", "《甲法》第二条"]])
    first, second = found.items
    assert first.bases == ()
    assert (first.fields["设定依据"].text, first.fields["设定依据"].cell) == ("", "E2")
    assert (second.name, second.row) == ("", 3)


def test_asides_are_skipped_with_their_reason() -> None:
    found = read(
        [
            ["某某市水利局权责清单"],
            HEAD,
            [1, 2, 3, 4, 5, 6, 7],
            ["一、行政许可（共1项）"],
            [1, "甲", None, None, "《甲法》第一条"],
            [],
            HEAD,
            ["（二）行政处罚"],
            [2, "乙", None, None, "《甲法》第二条"],
            [3],
            ["合计", 2],
            ["注：本清单由法规科负责解释。"],
            ["2.未尽事宜另行通知。"],
            ["填表人：", "张三", None, "联系电话：", "123"],
        ],
        ["A1:G1", "A4:G4"],
    )
    assert [(item.name, item.category, item.category_from) for item in found.items] == [
        ("甲", "行政许可", "title"),
        ("乙", "行政处罚", "title"),
    ]
    assert reasons(found) == [
        (1, 1, "标题行"),
        (2, 2, "表头"),
        (3, 3, "栏次行"),
        (4, 4, "分组标题"),
        (6, 6, "空行"),
        (7, 7, "重复表头"),
        (8, 8, "分组标题"),
        (10, 10, "仅有序号的空行"),
        (11, 11, "合计"),
        (12, 13, "脚注"),
        (14, 14, "填表信息"),
    ]
    assert_every_row_is_accounted_for(found)


def test_a_second_table_with_other_columns_below_the_first_is_read() -> None:
    found = read(
        [
            HEAD,
            [1, "甲", None, "行政许可", "《甲法》第一条"],
            ["市林业局"],
            ["序号", "职权类型", "职权名称", "法律依据", "备注"],
            [1, "行政检查", "乙", "《乙法》第三条", "新增"],
        ]
    )
    assert [(item.name, item.category, founding(item), item.department) for item in found.items] == [
        ("甲", "行政许可", ["《甲法》第一条"], ""),
        ("乙", "行政检查", ["《乙法》第三条"], "市林业局"),
    ]


def test_names_lose_the_breaks_made_to_fit_a_column_and_bases_keep_theirs() -> None:
    item = read([HEAD, [1, "对拒绝\n配合调\n查的处罚", None, "行政\n处罚", "《甲法》\n第一条"]]).items[0]
    assert (item.name, item.category) == ("对拒绝配合调查的处罚", "行政处罚")
    assert founding(item) == ["《甲法》\n第一条"]


def test_the_key_is_the_code_where_it_is_the_items_own() -> None:
    head: list[object] = ["职权编码", "事项名称", "权力类型", "实施依据"]
    found = read([head, ["XK01", "甲", "行政许可", "x"], ["CF01", "乙", "行政处罚", "x"], ["CF01", "丙", "行政处罚", "x"]])
    assert [item.key for item in found.items] == ["编码:XK01", "行政处罚|乙||", "行政处罚|丙||"]


def test_a_row_that_only_names_an_item_with_sub_items_claims_no_power() -> None:
    found = read(
        [
            HEAD,
            [1, "办学许可", None, "行政许可", None],
            [None, None, "设立", None, "《甲法》第一条"],
            [None, None, "变更", None, "《甲法》第二条"],
        ]
    )
    assert [(item.sub_name, item.category) for item in found.items] == [("设立", "行政许可"), ("变更", "行政许可")]
    assert reasons(found)[1] == (2, 2, "主项行（依据在其下的子项中）")
    assert_every_row_is_accounted_for(found)


def test_a_chinese_numeral_beside_a_title_heads_a_group() -> None:
    found = read([HEAD, ["一", "行政许可（共1项）"], [1, "甲", None, None, "《甲法》第一条"]])
    assert [(item.name, item.category) for item in found.items] == [("甲", "行政许可")]


def test_a_department_given_once_for_its_group_is_filled_down() -> None:
    head: list[object] = ["部门", "事项名称", "权力类型", "实施依据"]
    found = read(
        [
            head,
            ["市教育局", "甲", "行政许可", "《甲法》第一条"],
            [None, "乙", "行政许可", "《甲法》第二条"],
            [None, "丙", None, "《甲法》第二条"],
            ["市公安局", "丁", "行政许可", "《甲法》第三条"],
            [None, "戊", "行政许可", "《甲法》第四条"],
        ]
    )
    assert [item.department for item in found.items] == ["市教育局"] * 3 + ["市公安局"] * 2
    assert found.items[2].category == ""


def test_steps_of_an_items_duties_in_rows_of_their_own_keep_their_bases_apart() -> None:
    head: list[object] = ["序号", "职权名称", "职权类别", "职权依据", "责任事项", "责任事项依据"]
    found = read(
        [
            head,
            [1, "甲", "行政许可", "《甲法》第一条", "1.受理责任", "1-1.《乙法》第二条。"],
            [None, None, None, None, "2.审查责任", "2-1.《乙法》第三条。"],
            [2, "乙", "行政许可", "《甲法》第二条", "1.受理责任", "1-1.《乙法》第二条。"],
        ],
        ["A2:A3", "B2:B3", "C2:C3", "D2:D3"],
    )
    assert [(basis.role, basis.cell) for basis in found.items[0].bases] == [
        ("设定依据", "D2"),
        ("责任事项依据", "F2"),
        ("责任事项依据", "F3"),
    ]


def test_the_lower_half_of_a_merged_header_is_header() -> None:
    found = read(
        [HEAD, [], [1, "甲", None, "行政许可", "《甲法》第一条"]],
        [f"{letter}1:{letter}2" for letter in "ABCDEFG"],
    )
    assert found.sheets[0].header_rows == (1, 2)
    assert reasons(found) == [(1, 2, "表头")]


def test_a_cell_that_says_there_is_no_basis_is_kept_as_it_stands() -> None:
    found = read([HEAD, [1, "甲", None, "行政许可", "无"], [2, "乙", None, "行政许可", None]])
    assert [founding(item) for item in found.items] == [["无"], []]


def test_a_numbered_and_coded_row_without_a_name_is_an_item_whose_name_is_missing() -> None:
    head: list[object] = ["序号", "编码", "事项名称", "权力类型", "实施依据"]
    found = read(
        [
            head,
            [1, "A001", "甲", "行政许可", "《甲法》第一条"],
            [2, "A002", None, "行政许可", "《甲法》第二条"],
            [3, "A003", "丙", "行政许可", "《甲法》第三条"],
        ]
    )
    assert [(item.name, item.code) for item in found.items] == [("甲", "A001"), ("", "A002"), ("丙", "A003")]
    assert found.items[1].fields["事项名称"].cell == "C3"


def test_a_number_that_only_counts_the_rows_is_the_serial_and_the_code_stands_beside_it() -> None:
    head: list[object] = ["编号", "事项名称", "权力类型", "实施依据", "职权编码"]
    rows: list[list[object]] = [[n, f"对{n}行为的处罚", "行政处罚", "《某法》第三条", f"CF{n:03}"] for n in range(1, 6)]
    items = read([head, *rows]).items
    assert [(item.serials, item.code) for item in items][:2] == [(("1",), "CF001"), (("2",), "CF002")]


def test_a_number_that_counts_behind_the_code_is_the_serial_as_well() -> None:
    head: list[object] = ["事项编码", "编号", "事项名称", "权力类型", "实施依据"]
    rows: list[list[object]] = [[f"CF{n:03}", n, f"对{n}行为的处罚", "行政处罚", "《某法》第三条"] for n in range(1, 6)]
    assert [(item.serials, item.code) for item in read([head, *rows]).items][:2] == [(("1",), "CF001"), (("2",), "CF002")]


def test_a_number_that_does_not_count_stays_the_code() -> None:
    head: list[object] = ["编号", "事项名称", "权力类型", "实施依据"]
    rows: list[list[object]] = [[n, f"对{n}行为的处罚", "行政处罚", "《某法》第三条"] for n in (1, 7, 12, 30, 41)]
    assert [item.code for item in read([head, *rows]).items] == ["1", "7", "12", "30", "41"]


def test_items_above_the_header_and_a_second_table_beside_are_noted() -> None:
    head: list[object] = ["序号", "事项名称", "权力类型", "设定依据"]
    row: list[object] = ["1", "对行为一的处罚", "行政处罚", "《某法》第一条"]
    assert read([["某市权责清单"], head, row]).notes == ()
    assert read([row, head, row]).notes[0].startswith("工作表“Sheet1”第 1 行在表头之上，像是事项")
    beside = read([[*head, *head], [*row, *row]]).notes
    assert len(beside) == 1
    assert "列 F“事项名称”没有读取" in beside[0]


def test_a_catalogue_may_be_one_column_of_names() -> None:
    data = "某市许可事项目录\n事项名称\n食品经营许可\n药品零售许可\n".encode()
    assert [item.name for item in read_bytes(data, "目录.csv", founded=False).items] == ["食品经营许可", "药品零售许可"]
    with pytest.raises(ListError):
        read_bytes(data, "目录.csv")
