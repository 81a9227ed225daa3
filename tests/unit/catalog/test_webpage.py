"""Web pages as portals and programs make them: what their readers see is read, and what cannot be is said."""

import pytest

from basischeck.catalog import ListError, read_bytes
from basischeck.catalog.grids import grids_of
from tests.unit.catalog.documents import HEAD, names, page
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for, founding


@pytest.mark.parametrize("above", ["<h1>某某县水务局权责清单</h1>", "\n\n", "<p align=center><font size=5>权责清单</font></p>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_is_known_by_any_tag_and_in_any_encoding(above: str, encoding: str) -> None:
    text = page(HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"], above=above)
    assert names(read_bytes(text.encode(encoding), "清单.xls")) == [("甲登记", "行政许可")]


@pytest.mark.parametrize("charset", ["utf-16", "undefined", "hex", "gbk"])
def test_a_mark_and_the_bytes_go_before_a_wrong_declaration(charset: str) -> None:
    text = f"<meta charset={charset}>{page(HEAD, ['1', '甲登记', '行政许可', '《甲法》第一条'])}"
    assert names(read_bytes(text.encode("utf-8-sig"), "清单.xls")) == [("甲登记", "行政许可")]


def test_a_table_in_a_cell_of_an_item_is_its_text() -> None:
    inner = page(["《甲法》", "第一条"], ["《乙法》", "第二条"])
    found = read_bytes(page(HEAD, ["1", "甲登记", "行政许可", inner], ["2", "乙登记", "行政许可", inner]).encode(), "清单.html")
    assert [founding(item) for item in found.items] == [["《甲法》 第一条\n《乙法》 第二条"]] * 2


def test_a_form_with_a_table_of_bases_is_an_item() -> None:
    inner = page(["《甲法》", "第一条"])
    found = read_bytes(page(["事项名称", "甲登记"], ["权力类型", "行政许可"], ["实施依据", inner]).encode(), "清单.html")
    assert [founding(item) for item in found.items] == [["《甲法》 第一条"]]


def test_a_search_form_around_the_list_is_not_the_list() -> None:
    inner = page(HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"])
    found = read_bytes(page(["事项名称", "权力类型"], [inner, ""]).encode(), "清单.html")
    assert names(found) == [("甲登记", "行政许可")]


def test_hidden_rows_of_a_page_are_said_and_hidden_cells_make_no_column() -> None:
    row = "<tr style='{}'><td style='DISPLAY : none'>id7<td>1<td>甲登记<td>行政许可<td>《甲法》第一条</tr>"
    rows = row.format("") + row.format("display:none").replace("甲登记", "乙登记")
    found = read_bytes(page(HEAD).replace("</table>", f"{rows}</table>").encode(), "清单.html")
    assert [item.name for item in found.items] == ["甲登记", "乙登记"]
    assert "第 3 行在表格中是隐藏的，也读取了。" in found.notes


def test_what_controls_show_is_read() -> None:
    chosen = "<select><option>行政处罚<option selected>行政许可</select>"
    [grid] = grids_of(page([f"<input value='甲登记'><input type=hidden value=7>{chosen}", "<select><option>一<option>二</select>"]).encode(), "x")
    assert grid.rows == [["甲登记行政许可", "一"]]


def test_text_below_the_last_table_is_not_lost() -> None:
    text = page(HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"]) + "<p>备注：某某县水务局负责解释</p>"
    found = read_bytes(text.encode(), "清单.html")
    assert [(skip.first, skip.reason) for skip in found.skipped] == [(1, "表头"), (3, "脚注")]
    assert_every_row_is_accounted_for(found)


@pytest.mark.parametrize(("text", "told"), [
    ("<html><div>甲登记</div></html>", "在浏览器中选中清单，复制到 Excel"),
    ("<!-- 空 -->", "里面没有表格"),
    ("<html><frameset><FRAME name=a src='a.files/sheet001.htm'></frameset></html>", r"外框.*a\.files/sheet001\.htm"),
])  # fmt: skip
def test_a_page_without_a_table_says_what_to_do(text: str, told: str) -> None:
    with pytest.raises(ListError, match=told):
        read_bytes(text.encode(), "清单.html")


def test_a_page_of_more_tags_than_any_list_is_refused() -> None:
    with pytest.raises(ListError, match="个标记"):
        read_bytes(b"<table>" + b"<p>" * 8_000_001, "清单.html")


@pytest.mark.parametrize("charset", ["charset*=utf-8''a; charset*0=x", 'charset="g\0b"', 'charset="x"'])
def test_a_single_file_whose_encoding_means_nothing_is_read(charset: str) -> None:
    head = f"MIME-Version: 1.0\nContent-Type: text/html; {charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert names(read_bytes((head + page(HEAD, ["1", "甲登记", "行政许可", "《甲法》第一条"])).encode(), "x.mht")) == [("甲登记", "行政许可")]
