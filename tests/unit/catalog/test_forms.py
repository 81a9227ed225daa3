"""Forms of one item each: labels with their values beside them."""

from hypothesis import given
from hypothesis import strategies as st

from basischeck.catalog import ListFile, read_bytes
from basischeck.catalog.grid import make_grid
from basischeck.catalog.listing import list_of
from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, founding, read, workbook


def form(number: int, name: str, category: str, *bases: str) -> Rows:
    first = bases[0] if bases else ""
    return [
        ["职权编码", f"SW-{number}", "职权类型", category],
        ["职权名称", name],
        ["实施依据", first],
        *([None, basis] for basis in bases[1:]),
        ["办理窗口", "一号"],
    ]


def names(found: ListFile) -> list[tuple[str, str, str]]:
    return [(item.name, item.category, item.code) for item in found.items]


def test_forms_below_one_another_are_items() -> None:
    rows = [["某某县水务局行政职权登记表"], *form(1, "取水许可", "行政许可", "《水法》第七条"), [], *form(2, "对擅自取水的处罚", "行政处罚")]
    found = read(rows)
    assert names(found) == [("取水许可", "行政许可", "SW-1"), ("对擅自取水的处罚", "行政处罚", "SW-2")]
    assert {item.department for item in found.items} == {"某某县水务局"}
    assert [item.rows for item in found.items] == [(2, 3, 4, 5), (7, 8, 9, 10)]
    assert [(basis.text, basis.cell, basis.header) for basis in found.items[0].bases] == [("《水法》第七条", "B4", "实施依据")]
    assert found.items[1].fields["设定依据"][:2] == ("", "B9")
    assert found.sheets[0].unmapped == ("办理窗口",)
    assert found.notes == ("工作表“Sheet1”是一个事项一张的登记表，读出 2 个事项。",)
    assert_every_row_is_accounted_for(found)


def test_a_form_on_each_sheet_is_an_item() -> None:
    book = workbook(*((name, form(number, name, "行政许可", "《水法》第七条")) for number, name in enumerate(("甲许可", "乙许可"), 1)))
    assert [(item.name, item.sheet) for item in read_bytes(book, "登记表.xlsx").items] == [("甲许可", "甲许可"), ("乙许可", "乙许可")]


def test_a_label_merged_downwards_holds_all_texts_beside_it() -> None:
    rows = form(1, "取水许可", "行政许可", "《水法》第七条", "《水法》第四十八条")
    [item] = read(rows, ["A3:A4"]).items
    [basis] = item.bases
    assert (basis.text, basis.parts) == ("《水法》第七条\n《水法》第四十八条", ((0, "B3", 3), (8, "B4", 4)))


def test_labels_before_the_name_belong_to_its_form() -> None:
    rows: Rows = [
        ["序号", 1], ["权力类型", "行政许可"], ["事项名称", "甲"], ["设定依据", "《水法》第七条"],
        ["序号", 2], ["权力类型", "行政处罚"], ["事项名称", "乙"], ["设定依据", "《水法》第六十九条"],
    ]  # fmt: skip
    found = read(rows)
    assert [(item.name, item.category, item.rows[0]) for item in found.items] == [("甲", "行政许可", 1), ("乙", "行政处罚", 5)]


def test_a_form_without_a_name_is_said() -> None:
    found = read([*form(1, "取水许可", "行政许可", "《水法》第七条"), *form(2, "", "行政处罚", "《水法》第六十九条")])
    assert len(found.items) == 1
    assert [(skip.first, skip.last, skip.reason) for skip in found.skipped] == [(5, 8, "登记表没有写事项名称")]
    assert found.notes[-1] == "工作表“Sheet1”第 5 行起的登记表没有写事项名称，没有读取。"
    assert_every_row_is_accounted_for(found)


TEXTS = st.sampled_from(["《水法》第七条", "《水法》第四十八条\n《行政许可法》第十二条", "", "无"])


@given(st.lists(st.tuples(st.sampled_from(["甲许可", "乙处罚", "丙检查"]), st.sampled_from(["行政许可", "行政处罚"]), TEXTS), min_size=1, max_size=6))
def test_登记表与清单读出同样的事项(items: list[tuple[str, str, str]]) -> None:
    forms: list[list[str]] = []
    table = [["职权编码", "职权名称", "职权类型", "实施依据"]]
    for number, (name, category, basis) in enumerate(items):
        forms += [["职权编码", f"S{number}", "职权类型", category], ["职权名称", name, "", ""], ["实施依据", basis, "", ""]]
        table.append([f"S{number}", name, category, basis])
    as_forms, as_table = (list_of([make_grid("表", rows)], "x.xlsx", {}) for rows in (forms, table))
    assert [(item.name, item.category, item.code, founding(item)) for item in as_forms.items] == [
        (item.name, item.category, item.code, founding(item)) for item in as_table.items
    ]
    for number, item in enumerate(as_forms.items):
        assert item.rows == (3 * number + 1, 3 * number + 2, 3 * number + 3)
        assert {basis.cell for basis in item.bases} <= {f"B{3 * number + 3}"}


def test_a_form_whose_first_row_looks_like_a_header_is_no_table() -> None:
    rows: Rows = [
        ["事项名称", "取水许可", None, "事项类型", "行政许可"],
        ["设定依据", "《水法》第七条"],
        ["实施机关", "某某县水务局"],
        ["事项名称", "对擅自取水的处罚", None, "事项类型", "行政处罚"],
        ["设定依据", "《水法》第六十九条"],
        ["实施机关", "某某县水务局"],
    ]
    found = read(rows)
    assert [(item.name, item.category, founding(item)) for item in found.items] == [
        ("取水许可", "行政许可", ["《水法》第七条"]),
        ("对擅自取水的处罚", "行政处罚", ["《水法》第六十九条"]),
    ]
