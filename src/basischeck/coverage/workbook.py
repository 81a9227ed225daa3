"""Coverage as a workbook: a heat map of statutes by category, what no item claims, items without a provision, all powers."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from basischeck.compare.difference import item_name
from basischeck.coverage.model import Coverage, HeldPower
from basischeck.statute.powers.model import CATEGORIES

_MADE = datetime(2000, 1, 1)
_LONGEST = 32_767
_POWER_HEADS = ("法规", "条款", "类型", "行为", "行使机关", "机关是否推定", "层级", "清单状态", "引用它的事项", "说明")
_POWER_WIDTHS = (34, 26, 10, 24, 40, 10, 12, 10, 50, 26)
_UNFOUNDED_HEADS = ("文件", "工作表", "行", "事项名称", "类型", "所引条款", "所引条款授予的职权")


def coverage_book(found: Coverage, current_to: str) -> bytes:
    """Return the workbook. Cell text is never a formula or a link; text beyond a cell's 32,767 characters is cut with …."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"created": _MADE, "keywords": "basischeck coverage"})
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True, "valign": "vcenter"})
    text = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    percent = book.add_format({"num_format": "0%", "align": "center", "valign": "top", "border": 1})
    _heat_map(book.add_worksheet("热图"), found, current_to, head, text, percent)
    gaps = found.of("未列", "类型不同")
    _table(book.add_worksheet("没有列入的职权"), _POWER_HEADS, map(_row, gaps), _POWER_WIDTHS, head, text)
    _table(book.add_worksheet("待核的职权"), _POWER_HEADS, map(_row, found.of("待核")), _POWER_WIDTHS, head, text)
    rows = (
        (one.item.file, one.item.sheet, one.item.row, item_name(one.item), one.category, "\n".join(one.citations), one.confers or "无")
        for one in found.unfounded
    )
    _table(book.add_worksheet("没有授权条款的事项"), _UNFOUNDED_HEADS, rows, (26, 18, 6, 50, 10, 44, 20), head, text)
    _table(book.add_worksheet("全部职权"), _POWER_HEADS, map(_row, found.powers), _POWER_WIDTHS, head, text)
    _table(book.add_worksheet("没有核对的法规"), ("法规", "原因"), found.unread, (60, 24), head, text)
    book.close()
    return stream.getvalue()


def _heat_map(sheet: Worksheet, found: Coverage, current_to: str, head: Format, text: Format, percent: Format) -> None:
    """Write share held by statute and category with a colour scale, and beside it the numbers that it is of."""
    used = [name for name in CATEGORIES if any(name in count.by_category for count in found.counts)]
    held, wanted = sum(one.state == "已列" for one in found.judged()), len(found.judged())
    about = f"应列 {wanted} 项，已列 {held} 项；核查日 {found.as_of}；领域：{'、'.join(found.fields) or '不明'}；层级：{found.level or '不明'}。索引截至 {current_to}"
    sheet.write_string(0, 0, about)
    titles = ["法规", *(name.removeprefix("行政") for name in used), "合计", *(f"{name.removeprefix('行政')}（已列/应列）" for name in [*used, "合计"])]
    for column, title in enumerate(titles):
        sheet.write_string(1, column, title, head)
    counts = sorted(found.counts, key=lambda count: (count.held - count.all, count.title))
    for row, count in enumerate(counts, 2):
        sheet.write_string(row, 0, count.title, text)
        pairs = [*(count.by_category.get(name, (0, 0)) for name in used), (count.held, count.all)]
        for column, (some, number) in enumerate(pairs, 1):
            if number:
                sheet.write_number(row, column, some / number, percent)
                sheet.write_string(row, column + len(pairs), f"{some}/{number}", text)
            else:
                sheet.write_blank(row, column, None, text)
                sheet.write_blank(row, column + len(pairs), None, text)
    if counts:
        scale = {"type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num", "min_value": 0, "mid_value": 0.5, "max_value": 1}
        colours = {"min_color": "#F8696B", "mid_color": "#FFEB84", "max_color": "#63BE7B"}
        sheet.conditional_format(2, 1, len(counts) + 1, len(used) + 1, scale | colours)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(used) + 1, 8)
    sheet.set_column(len(used) + 2, 2 * len(used) + 2, 12)
    sheet.freeze_panes(2, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _table(
    sheet: Worksheet, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]], widths: tuple[int, ...], head: Format, text: Format
) -> None:
    for column, (title, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, width)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(last, column, value, text)
            else:
                words = str(value)
                sheet.write_string(last, column, words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…", text)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if last:
        sheet.autofilter(0, 0, last, len(heads) - 1)


def _row(one: HeldPower) -> tuple[object, ...]:
    power = one.power
    items = "\n".join(f"{item_name(item)}（{item.category}）" for item in one.items[:10])
    more = f"\n……共 {len(one.items)} 项" if len(one.items) > 10 else ""
    place = one.citation.partition("》")[2]
    return (
        one.title, place, power.category, "、".join(power.acts), "、".join(one.holders), "推定" if one.inferred else "",
        power.level or "", one.state, items + more, one.how,
    )  # fmt: skip
