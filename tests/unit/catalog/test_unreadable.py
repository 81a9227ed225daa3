import csv
import io
import json
import os
import zipfile

import pytest

from basischeck.catalog import ListError, read_bytes, read_list
from basischeck.catalog.quiet import stderr_held_back
from tests.unit.catalog.sheets import Rows, founding, workbook

HEAD = ["序号", "事项名称", "权力类型", "实施依据"]
ROW = ["1", "甲许可", "行政许可", "《甲法》第一条"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def delimited(rows: list[list[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def archive(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/") + ".xml", text)
    return buffer.getvalue()


def raw_sheet(cells: str) -> bytes:
    """Give an .xlsx whose only sheet has the header and these cells, written by hand."""
    head = "".join(f'<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in zip("ABCD", HEAD))  # noqa: B905
    made = workbook(("S", [HEAD]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = (
                    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                    f'<row r="1">{head}</row>{cells}</sheetData></worksheet>'
                ).encode()
            target.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        (b"\n \n", "文件是空的"),
        (bytes(range(256)) * 20, "不是可读的文本表格"),
        (b"PK\x03\x04 cut off", "损坏或不完整"),
        (workbook(("S", [HEAD, ROW]))[:900], "损坏或不完整"),  # type: ignore[list-item]
        (archive(word__document="x"), "另存为 .docx"),
        (archive(ppt__presentation="x"), "演示文稿"),
        (archive(readme="x"), "压缩包"),
        (archive(xl__workbook="x"), "损坏或不完整"),
        (OLE + bytes(600), "损坏、不完整，或不是工作簿"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "旧格式的 Word 文档（.doc"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "损坏或不完整"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "没有找到表头"),
        (b"<html><p>x</p></html>", "网页，里面没有表格"),
        (b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n<html>', "网页，里面没有表格"),
        (workbook(("空", [])), "空工作表"),
        (workbook(("说明", [["填写说明"], ["请如实填写"]])), "没有找到表头"),
        ("序号,事项名称\n1,\0\n".encode(), "NUL"),
        ('序号,事项名称,实施依据\n1,甲,"《甲法》第一条\n2,乙,《乙法》第二条\n'.encode(), "引号没有闭合"),
        (b"[" * 50_000, "JSON"),
        (b'[{"a":' + b"[" * 900 + b"]" * 900 + b"}]", "嵌套过深"),
        ('[{"事项名称":'.encode(), "不是有效的 JSON"),
        (b"[]", "没有任何事项"),
        (b"[1, 2]", "不是对象"),
    ],
)
def test_what_is_no_list_gives_one_clear_message_that_names_the_file(data: bytes, says: str) -> None:
    name = "清单.json" if data[:1] in (b"[", b"{") else "清单.xlsx"
    with pytest.raises(ListError) as raised:
        read_bytes(data, name)
    assert says in str(raised.value)
    assert str(raised.value).startswith(name)
    assert "\n" not in str(raised.value)


def test_a_list_without_a_basis_column_names_the_columns_it_has() -> None:
    rows: Rows = [["序号", "事项名称", "权力类型", "责任事项依据"], [1, "甲", "行政许可", "《甲法》第一条"]]
    with pytest.raises(ListError, match=r"没有“实施依据／设定依据”一类的列（表头有：序号、事项名称、权力类型、责任事项依据）"):
        read_bytes(workbook(("S", rows)), "x.xlsx")


FORM: Rows = [
    ["某市水务局行政职权登记表"],
    ["职权名称", "", "职权类型", "行政许可"],
    ["实施依据", "《甲法》第七条"],
    ["责任事项", "立案"],
]
SWAPPED: Rows = [
    ["序号", 1, 2, 3],
    ["事项名称", "甲", "乙", "丙"],
    ["权力类型", "行政许可", "行政许可", "行政处罚"],
    ["设定依据", "《甲法》第一条", "《甲法》第二条", "《甲法》第三条"],
]


@pytest.mark.parametrize(
    ("sheets", "says"),
    [
        ([FORM], "工作表“S1”：像是一个事项一张的登记表（一格写栏目，旁边一格写内容），而栏目和内容的位置无法辨认，没有读取；请改成"),
        ([FORM] * 5, "工作表“S1”、“S2”、“S3”等 5 张：像是一个事项一张的登记表"),
        ([SWAPPED], "行和列是对调的（每行一个栏目，每列一个事项），没有读取；请在 Excel 或 WPS 中复制表格，用“选择性粘贴—转置”"),
    ],
)
def test_forms_without_a_name_and_swapped_tables_are_not_read_and_the_message_says_what_to_do(sheets: list[Rows], says: str) -> None:
    with pytest.raises(ListError) as raised:
        read_bytes(workbook(*((f"S{number}", rows) for number, rows in enumerate(sheets, 1))), "登记表.xlsx")
    assert says in str(raised.value)
    assert str(raised.value).count("请") == 1


@pytest.mark.parametrize("missing", ["没有的文件.xlsx", "\0"])
def test_a_path_that_cannot_be_read_is_a_list_error(missing: str) -> None:
    with pytest.raises(ListError):
        read_list(missing)


def test_a_cell_far_beyond_any_basis_is_named() -> None:
    with pytest.raises(ListError, match="单元格 D2 有 300,000 个字"):
        read_bytes(delimited([HEAD, ["1", "甲", "行政许可", "法" * 300_000]]).encode(), "x.csv")


def test_a_stray_cell_in_the_far_corner_is_named_before_it_fills_the_memory() -> None:
    data = raw_sheet('<row r="90000"><c r="XFD90000" t="inlineStr"><is><t>x</t></is></c></row>')
    with pytest.raises(ListError, match="第 90,000 行"):
        read_bytes(data, "x.xlsx")


def test_empty_formatted_cells_to_the_edge_do_no_harm() -> None:
    row = '<row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c><c r="D2" t="inlineStr"><is><t>《甲法》第一条</t></is></c></row>'
    edge = '<row r="90000"><c r="XFD90000" s="0"/></row>'
    assert len(read_bytes(raw_sheet(row + edge), "x.xlsx").items) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text_is_read_in_any_usual_encoding(encoding: str, delimiter: str) -> None:
    rows = [HEAD, ["1", "甲，乙许可", "行政许可", "《甲法》第一条\n《乙法》第二条"], ["2", "丙", "行政处罚", "《丙法》第三条"]]
    found = read_bytes(delimited(rows, delimiter).encode(encoding), "x.csv")
    assert [item.name for item in found.items] == ["甲，乙许可", "丙"]
    assert founding(found.items[0]) == ["《甲法》第一条\n《乙法》第二条"]
    assert found.items[1].row == 3


def test_json_takes_chinese_headers_standard_names_and_lists_of_bases() -> None:
    objects = [
        {"序号": 1, "职权名称": "甲", "职权类型": "行政许可", "实施依据": ["《甲法》第一条", "《乙法》第二条"]},
        {"序号": 2, "职权名称": "乙", "职权类型": "行政处罚", "实施依据": None},
    ]
    for text in (json.dumps(objects), json.dumps({"items": objects}), "\n".join(map(json.dumps, objects))):
        found = read_bytes(text.encode(), "x.json")
        assert [(item.name, item.category) for item in found.items] == [("甲", "行政许可"), ("乙", "行政处罚")]
        assert founding(found.items[0]) == ["《甲法》第一条\n《乙法》第二条"]
    english = json.dumps({"items": [{"name": "甲", "category": "行政许可", "basis": "《甲法》第一条"}]})
    assert founding(read_bytes(english.encode(), "-").items[0]) == ["《甲法》第一条"]


def test_the_content_tells_a_workbook_not_its_name() -> None:
    data = workbook(("S", [HEAD, ROW]))  # type: ignore[list-item]
    assert len(read_bytes(data, "清单.csv").items) == 1
    assert len(read_bytes(delimited([HEAD, ROW]).encode(), "清单.xlsx").items) == 1


def test_a_field_that_does_not_exist_in_the_users_mapping_is_named() -> None:
    with pytest.raises(ListError, match="没有“依具”这个字段"):
        read_bytes(delimited([HEAD, ROW]).encode(), "x.csv", columns={"实施依据": "依具"})


def fail_noisily() -> None:
    with stderr_held_back():
        os.write(2, b"backtrace")
        raise RuntimeError


def test_a_failure_of_the_reader_below_leaves_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError):
        fail_noisily()
    with stderr_held_back():
        os.write(2, b"a warning that matters")
    assert capfd.readouterr().err == "a warning that matters"


def test_a_comma_of_the_text_divides_no_columns_where_another_does() -> None:
    text = "序号,事项名称,设定依据\n1,甲,《甲条例》第十八条：一，二，三，四，五，六，七，八。\n"
    found = read_bytes(text.encode(), "甲.csv")
    assert [(item.name, item.bases[0].text[-2:]) for item in found.items] == [("甲", "八。")]


def test_a_list_may_be_divided_by_commas_of_full_width() -> None:
    found = read_bytes("序号，事项名称，设定依据\n1，甲，《甲条例》第十八条\n2，乙，《乙法》第三条,第四条\n".encode(), "甲.csv")
    assert [item.name for item in found.items] == ["甲", "乙"]
