"""Workbooks with what offices put into them besides a list, made by XlsxWriter and, where it cannot, by hand."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache

import xlsxwriter

from tests.unit.report.results import HEADER

NAME = "某局 '职权' 清单"
"""A sheet name with spaces and quotes."""

LONG = "《某法》第九十九条：" + "长" * 32_000
BASES = ("《某法》第三条", "《某法》第九十九条", "《另法》第二条", LONG)


def picture() -> bytes:
    """Return a PNG of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")


@cache
def crowded() -> bytes:
    """Return a workbook with one list and nearly everything a worksheet may hold.

    The header is row 2; items are in rows 3 to 8: rows 3 and 4 share one merged basis cell D3, row 8 has a formula as basis.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red", "italic": True})
    filled = book.add_format({"bg_color": "#00B0F0", "border": 1, "text_wrap": True, "num_format": "@", "locked": False})
    sheet = book.add_worksheet(NAME)
    sheet.merge_range("A1:F1", "某市某局权责清单", bold)
    sheet.write_row(1, 0, HEADER, bold)
    for number in range(6):
        row = 2 + number
        sheet.write_row(row, 0, (number + 1, f"对第{number}种行为的处罚", "行政处罚"), filled)
        sheet.write(row, 4, "某局")
        sheet.write_string(row, 5, ("=1+1", "+86 990", "@某人", "-5", "", "")[number])
    sheet.merge_range("D3:D4", BASES[0], filled)
    sheet.write(4, 3, BASES[1], filled)
    sheet.write_rich_string(5, 3, bold, "《另法》", red, "第二条", "（摘）", filled)
    sheet.write(6, 3, BASES[3])
    sheet.write_formula(7, 3, '="《某法》"&"第九十九条"', None, "《某法》第九十九条")
    sheet.write_comment("D5", "科室意见：待核", {"author": "某科"})
    sheet.write_comment("B6", "不在依据格的批注", {"author": "某科", "visible": True})
    sheet.conditional_format("A3:F8", {"type": "cell", "criteria": ">", "value": 3, "format": red})
    sheet.conditional_format("A3:A8", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("C3:C8", {"validate": "list", "source": ["行政处罚", "行政许可"]})
    sheet.insert_image("H2", "a.png", {"image_data": io.BytesIO(picture())})
    sheet.insert_button("H6", {"caption": "按钮"})
    sheet.set_header("&C&G", {"image_center": "b.png", "image_data_center": io.BytesIO(picture())})
    sheet.add_sparkline("G3", {"range": f"'{NAME.replace(chr(39), chr(39) * 2)}'!A3:A8"})
    sheet.write_url("H9", "https://example.org/", string="链接")
    sheet.set_column("G:G", None, None, {"hidden": True})
    sheet.set_row(8, None, None, {"hidden": True})
    sheet.freeze_panes(2, 2)
    sheet.autofilter("A2:F8")
    sheet.protect("", {"autofilter": True})
    sheet.set_background(io.BytesIO(picture()))
    sheet.repeat_rows(1)
    sheet.print_area("A1:F8")
    sheet.ignore_errors({"number_stored_as_text": "A1:A9"})
    _others(book)
    book.define_name("某范围", f"='{NAME.replace(chr(39), chr(39) * 2)}'!$A$3:$A$8")
    book.define_name("汇总!局部", "=汇总!$A$1")
    book.close()
    return stream.getvalue()


def _others(book: xlsxwriter.Workbook) -> None:
    table = book.add_worksheet("汇总")
    table.add_table("A1:B4", {"columns": [{"header": "类型"}, {"header": "数量"}], "data": [["处罚", 6], ["许可", 0], ["其他", 1]]})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=汇总!$B$2:$B$4"})
    table.insert_chart("D2", chart)
    table.activate()
    hidden = book.add_worksheet("隐藏")
    hidden.write("A1", "不给人看的")
    hidden.very_hidden()
    book.add_worksheet("核查结果").write("A1", "科室自己的同名表")
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "=汇总!$B$2:$B$4"})
    book.add_chartsheet("图").set_chart(line)


def changed(data: bytes, parts: Mapping[str, bytes | tuple[str, str]]) -> bytes:
    """Return a package with parts added, replaced, or with a stretch of their text replaced: (old, new)."""
    before = zipfile.ZipFile(io.BytesIO(data))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in dict.fromkeys([*before.namelist(), *parts]):
            change = parts.get(name, b"")
            if isinstance(change, tuple):
                text = before.read(name).decode()
                assert change[0] in text, name
                archive.writestr(name, text.replace(*change))
            else:
                archive.writestr(name, change or before.read(name))
    return stream.getvalue()
