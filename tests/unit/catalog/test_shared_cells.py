"""What several rows of an item share, what is a gap, and what is another item."""

from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, founding, read, reasons

HEAD: list[object] = ["序号", "主项名称", "子项名称", "权力类型", "设定依据", "行使主体"]
NAMES_MERGED = ["A2:A4", "B2:B4", "A5:A6", "B5:B6"]


def test_a_blank_basis_of_a_sub_item_is_a_gap_where_the_list_merges_and_fills_the_others() -> None:
    found = read(
        [
            HEAD,
            [1, "甲", "甲一", "行政许可", "《甲法》第一条", "市局"],
            [None, None, "甲二", "行政许可", None, "市局"],
            [None, None, "甲三", "行政许可", "《甲法》第三条", "市局"],
            [2, "乙", "乙一", "行政许可", "《乙法》第一条", "市局"],
            [None, None, "乙二", "行政许可", None, "市局"],
        ],
        NAMES_MERGED,
    )
    assert [founding(item) for item in found.items] == [["《甲法》第一条"], [], ["《甲法》第三条"], ["《乙法》第一条"], []]
    assert found.items[1].fields["设定依据"] == ("", "E3", 3)
    assert found.notes == ()


def test_a_blank_basis_of_sub_items_is_shared_where_no_sub_item_has_its_own() -> None:
    rows: Rows = [
        HEAD,
        [1, "甲", "甲一", "行政许可", "《甲法》第一条"],
        [None, None, "甲二"],
        [None, None, "甲三"],
        [2, "乙", "乙一", "行政许可", "《乙法》第一条"],
        [None, None, "乙二"],
    ]
    for merged in (NAMES_MERGED, []):
        found = read(rows, merged)
        assert [founding(item) for item in found.items] == [["《甲法》第一条"]] * 3 + [["《乙法》第一条"]] * 2
        assert found.notes == ()


def test_where_few_sub_items_have_a_basis_of_their_own_the_others_share_it_and_that_is_said() -> None:
    found = read(
        [
            HEAD,
            [1, "甲", "甲一", "行政许可", "《甲法》第一条"],
            [None, None, "甲二"],
            [None, None, "甲三"],
            [2, "乙", "乙一", "行政许可", "《乙法》第一条"],
            [None, None, "乙二", None, "《乙法》第二条"],
        ],
        NAMES_MERGED,
    )
    assert [founding(item) for item in found.items][:3] == [["《甲法》第一条"]] * 3
    assert found.notes == (
        "工作表“Sheet1”第 3 行等 2 个子项的依据单元格空着而没有合并，按与上一行共用依据读取。漏填的请补上，共用的请合并单元格。",
    )


def test_the_same_name_under_another_department_is_another_item() -> None:
    head: list[object] = ["主管部门", "事项名称", "设定依据", "行使主体", "行使层级"]
    found = read(
        [
            head,
            ["市水务局", "甲", "《甲法》第一条", "市水务局", "市级"],
            ["市林业局", "甲", "《甲法》第一条", "市林业局", "市级"],
            ["省水利厅", "乙", "《乙法》第一条", "省水利厅", "省级"],
            ["市水务局", "乙", "《乙法》第一条", "市水务局", "市级"],
        ]
    )
    assert [(item.name, item.department, item.rows) for item in found.items] == [
        ("甲", "市水务局", (2,)),
        ("甲", "市林业局", (3,)),
        ("乙", "省水利厅", (4, 5)),
    ]


def test_a_row_counted_1_over_rows_counted_1_1_only_names_what_they_are_parts_of() -> None:
    head: list[object] = ["序号", "权力名称", "权力类型", "设定依据"]
    found = read(
        [
            head,
            [1, "甲许可", "行政许可"],
            ["1.1", "甲一许可", "行政许可", "《甲法》第一条"],
            ["1.2", "甲二许可", "行政许可", "《甲法》第二条"],
            [2, "乙许可", "行政许可"],
        ]
    )
    assert [item.name for item in found.items] == ["甲一许可", "甲二许可", "乙许可"]
    assert reasons(found)[1] == (2, 2, "主项行（依据在其下的子项中）")
    assert_every_row_is_accounted_for(found)


def test_an_item_split_by_a_page_break_goes_on_below_the_repeated_title_and_header() -> None:
    head: list[object] = ["序号", "事项名称", "权力类型", "设定依据"]
    found = read(
        [
            ["某市城市管理局权责清单"],
            head,
            [1, "强制拆除", "行政强制", "《甲法》"],
            ["第1页"],
            ["某市城市管理局权责清单"],
            head,
            [None, "违法建筑", None, "第六十八条\n《乙法》第四十四条"],
            [2, "丙的处罚", "行政处罚", "《丙法》第一条"],
        ],
        ["A1:D1", "A5:D5"],
    )
    assert [(item.name, founding(item)) for item in found.items] == [
        ("强制拆除违法建筑", ["《甲法》第六十八条\n《乙法》第四十四条"]),
        ("丙的处罚", ["《丙法》第一条"]),
    ]
    assert reasons(found)[2:5] == [(4, 4, "页码"), (5, 5, "标题行"), (6, 6, "重复表头")]
    assert found.items[0].department == "某市城市管理局"
