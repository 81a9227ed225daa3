"""A comparison and a general list as workbooks (XlsxWriter)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from basischeck.catalog.wording import row_name
from basischeck.compare.choice import rule_of
from basischeck.compare.counts import Count, by_category, by_department, pairs
from basischeck.compare.difference import item_name, nearness
from basischeck.compare.model import FIELD_WORDS, Comparison, GeneralList, Group, Member, Near

LONGEST = 32_767
"""Characters that a cell of a workbook holds (ECMA-376 as the applications implement it)."""

GENERAL, MERGED, ABOUT = "通用目录", "合并明细", "说明"
GENERAL_HEADS = ("序号", "编码", "事项名称", "子项名称", "权力类型", "设定依据", "责任事项依据", "追责依据", "部门", "行使层级", "来源", "缺少的来源", "需要决定")
MERGED_HEADS = ("目录序号", "来源", "文件", "工作表", "行", "写法", "子项写法", "类型写法", "部门写法", "哪一级", "所引条款", "与目录的差别", "其余行")
_ROW_HEIGHT = 20
_A4 = 9
_SHADES = ("#2E75B6", "#BFBFBF")
"""Of what agrees and what does not: dark and light, told apart in black and white too."""
_LINE = {"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}}
# A fixed day, so that the same lists give the same file.
_MADE = datetime(2000, 1, 1)


class CellTooLongError(ValueError):
    """A text that no cell of a workbook holds; the message is Chinese."""


class _Sheets:
    """A workbook in memory, with what its sheets share."""

    def __init__(self, keywords: str = "") -> None:
        self._bytes = BytesIO()
        # Lists are other people's text: nothing in it becomes a formula or a link.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self._bytes, options)
        self.book.set_properties({"created": _MADE, "keywords": keywords})
        self.head = self.book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True, "valign": "vcenter"})
        self.text = self.book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self.percent = self.book.add_format({"num_format": "0.0%", "valign": "top", "border": 1})

    def page(self, name: str) -> Worksheet:
        """Add a sheet that is as wide as a page when it is printed."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def table(self, name: str, heads: Sequence[str], rows: Iterable[Sequence[object]], widths: Sequence[int]) -> Worksheet:
        """Add a sheet with a header row that stays in view and filters."""
        sheet = self.page(name)
        sheet.repeat_rows(0)
        end = self.rows(sheet, 0, heads, rows)
        sheet.autofilter(0, 0, max(end - 1, 1), len(heads) - 1)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        return sheet

    def rows(self, sheet: Worksheet, top: int, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
        """Write a header and rows from the 0-based row `top` on; return the row behind them."""
        for column, head in enumerate(heads):
            sheet.write_string(top, column, head, self.head)
        for row in rows:
            top += 1
            for column, value in enumerate(row):
                _write(sheet, top, column, value, self.percent if isinstance(value, float) else self.text)
        return top + 1

    def done(self) -> bytes:
        """Return the file."""
        self.book.close()
        return self._bytes.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    if isinstance(value, (int, float)):
        sheet.write_number(row, column, value, style)
        return
    text = str(value)
    if len(text) > LONGEST:
        raise CellTooLongError(f"有一格文字长 {len(text):,} 字，超过工作簿一格的上限 {LONGEST:,} 字（“{text[:30]}……”）。请改用 .json 输出。")
    sheet.write_string(row, column, text, style)


def comparison_book(comparison: Comparison) -> bytes:
    """Return the comparison as a workbook: counts with charts, 一致, 相似, 独有."""
    sheets = _Sheets("basischeck compare")
    _counts_sheet(sheets, comparison)
    names = comparison.names
    heads = ("组", "清单", "事项名称", "权力类型", "部门", "编码", "工作表", "行", "相似度", "不同之处", "具体差别")
    widths = (6, 24, 50, 12, 20, 14, 16, 6, 8, 14, 60)
    for title, groups in (("一致", comparison.of("identical")), ("相似", comparison.of("similar"))):
        sheets.table(title, heads, (row for n, g in enumerate(groups, 1) for row in _group_rows(n, g, names)), widths)
    lone = sorted((group.members[0] for group in comparison.of("unique")), key=lambda member: member.list)
    lone_heads = ("清单", "事项名称", "权力类型", "部门", "编码", "工作表", "行", "最接近的事项", "所在清单", "工作表和行", "相似度", "为什么不对应")
    rows = ((names[member.list], *_item_cells(member), *_near_cells(member.near, names)) for member in lone)
    sheets.table("独有", lone_heads, rows, (24, 60, 12, 24, 14, 16, 6, 50, 24, 18, 8, 34))
    return sheets.done()


def _item_cells(member: Member) -> tuple[object, ...]:
    item = member.item
    return item_name(item), item.category, item.department, item.code, item.sheet, item.row


def _near_cells(near: Near | None, names: Sequence[str]) -> tuple[object, ...]:
    if near is None:
        return ("",) * 5
    item = near.item
    return item_name(item), names[near.list], row_name(item.sheet, item.row), round(near.score * 100) / 100, nearness(near)


def _group_rows(number: int, group: Group, names: Sequence[str]) -> Iterable[tuple[object, ...]]:
    for member in group.members:
        fields = "、".join(FIELD_WORDS[one.field] for one in member.differences)
        told = "\n".join(f"{FIELD_WORDS[one.field]}：{one.how}" for one in member.differences)
        yield number, names[member.list], *_item_cells(member), round(member.score * 100) / 100, fields, told


def _counts_sheet(sheets: _Sheets, comparison: Comparison) -> None:
    sheet = sheets.page("统计")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 20, 11)
    groups = [len(comparison.of(kind)) for kind in ("identical", "similar", "unique")]
    heads = ("合计", *comparison.names, "一致（组）", "相似（组）", "独有（项）", "一致率")
    top = sheets.rows(sheet, 0, heads, [("事项数", *comparison.sizes, *groups, comparison.share_identical)]) + 1
    for title, counts in (("按类型", by_category(comparison)), ("按部门", by_department(comparison))):
        top = _count_table(sheets, sheet, top, title, counts, comparison) + 1
    if len(comparison.names) > 2:
        rows = [(f"{comparison.names[i]} 与 {comparison.names[j]}", n["identical"], n["similar"]) for (i, j), n in pairs(comparison).items()]
        sheets.rows(sheet, top, ("两两比较", "一致", "相似"), rows)


def _count_table(
    sheets: _Sheets, sheet: Worksheet, top: int, title: str, counts: dict[str, Count], comparison: Comparison
) -> int:
    """Write one table with its two charts: 一致 against the rest, and the lists' totals side by side."""
    heads = (title, *comparison.names, "一致（组）", "相似（组）", "独有（项）", "一致率", "一致（项）", "不一致（项）")
    rows = [
        (key, *c.items, c.groups["identical"], c.groups["similar"], c.groups["unique"], c.share_identical, c.agreed, sum(c.items) - c.agreed)
        for key, c in counts.items()
    ]
    end = sheets.rows(sheet, top, heads, rows)
    if not rows:
        return end
    last = len(heads) - 1
    agreeing = _chart(sheets, f"{title}：一致与不一致（相似、独有）的事项", top, end - 1, [last - 1, last], stacked=True)
    totals = _chart(sheets, f"{title}：各清单的事项数", top, end - 1, list(range(1, 1 + len(comparison.names))), stacked=False)
    sheet.insert_chart(end + 1, 0, agreeing)
    sheet.insert_chart(end + 1, 7, totals)
    return end + 3 + _height(len(rows)) // _ROW_HEIGHT


def _height(bars: int) -> int:
    return max(320, 110 + 22 * bars)


def _chart(sheets: _Sheets, title: str, top: int, last: int, columns: Sequence[int], *, stacked: bool) -> xlsxwriter.chart.Chart:
    chart = sheets.book.add_chart({"type": "bar" if stacked else "column", **({"subtype": "stacked"} if stacked else {})})
    for number, column in enumerate(columns):
        colour = {"fill": {"color": _SHADES[number]}} if stacked else {}
        chart.add_series(
            {
                **colour,
                "gap": 60,
                "name": ["统计", top, column],
                "categories": ["统计", top + 1, 0, last, 0],
                "values": ["统计", top + 1, column, last, column],
            }
        )
    chart.set_title({"name": title, "name_font": {"size": 11}})
    chart.set_size({"width": 620, "height": _height(last - top)})
    chart.set_legend({"position": "bottom"})
    if stacked:
        # The first row on top, the numbers below the bars.
        chart.set_y_axis({"reverse": True, "crossing": "max"} | {"num_font": {"size": 9}})
        chart.set_x_axis(_LINE)
    else:
        chart.set_y_axis(_LINE)
    return chart


def general_book(general: GeneralList) -> bytes:
    """Return the general list as a workbook: 通用目录, 合并明细 (every input row), 说明."""
    sheets = _Sheets()
    rows = [
        (
            str(number),
            row.code,
            row.name,
            row.sub_name,
            row.category,
            *(dict(row.bases).get(role, "") for role in ("设定依据", "责任事项依据", "追责依据")),
            row.department,
            row.level,
            "、".join(dict.fromkeys(origin.list for origin in row.origins)),
            "、".join(row.lacking),
            "\n".join(row.decided),
        )
        for number, row in enumerate(general.rows, 1)
    ]
    sheets.table(GENERAL, GENERAL_HEADS, rows, (6, 12, 46, 20, 12, 60, 20, 20, 18, 12, 24, 20, 40))
    merged = [
        (number, o.list, o.file, o.sheet, o.row, o.name, o.sub_name, o.category, o.department, o.level, o.provisions, o.differs, o.more_rows)
        for number, row in enumerate(general.rows, 1)
        for o in row.origins
    ]
    sheets.table(MERGED, MERGED_HEADS, merged, (8, 20, 24, 14, 6, 46, 16, 12, 18, 10, 40, 40, 10))
    about = [("写法的选择", rule_of(general.city)), ("市级", general.city or "没有认出"), *(("来源", name) for name in general.names)]
    sheets.table(ABOUT, ("内容", "值"), about, (14, 80))
    return sheets.done()
