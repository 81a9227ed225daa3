"""What kind of line a row of a list is: item text, heading, footnote, total, form line, repeated header, empty."""

import re
from itertools import islice, pairwise
from typing import Literal

from basischeck.catalog import columns
from basischeck.catalog.further import repeats
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.names import numbered_as_an_item, without_number
from basischeck.catalog.origin import category_in, organ_in, without_count
from basischeck.catalog.wording import is_blank, one_line, squeezed
from basischeck.pattern import regex

Kind = Literal["空行", "仅有序号的空行", "重复表头", "栏次行", "合计", "脚注", "填表信息", "页码", "分组标题", "正文"]

_TOTAL = regex(r"^(?:合计|总计|小计|共计|累计|总数)(?:[:：(（\d项共].*)?$")
_FOOTNOTE = regex(r"^(?:备注|注|说明|填表说明|填报说明|附注|注意)\s*(?:\d{1,2})?\s*[:：.．、]|^[*※]|^注[释意]?\d?$")
_FORM = regex(
    r"^(?:填表人|填报人|制表人?|审核人?|复核人?|(?:主要|单位|部门)?负责人(?:签字|签名|签章)?|抄送|抄报|主送|分管领导|主要领导|联系人|联系电话|联系方式|填报单位|填报部门|填表单位|填表日期|填报日期"
    r"|填表时间|填报时间|部门名称|单位名称|部门|单位|日期|公章|单位[(（]盖章[)）]|审核单位|盖章)\s*(?:[(（][^()（）]*[)）])?\s*[:：]"
)
_FOOT_LABEL = regex(r"^(?:备注|注|说明|填表说明|填报说明|附注|注意)\s*[:：]?$")
_DATE = regex(r"^(?:二[〇○零]|\d{2})[\d〇○零一二三四五六七八九十]{2}年.{1,3}月.{1,3}日$")
_COUNT_CELL = regex(r"^[(（]?[共合总计]*\d+[大小子]?[项条类个件][)）]?$")
_MOST_HEADINGS = 6
"""Headings that may stand one below the other（a department, a category, a title）before the first item."""
_POINT_OF_NOTE = regex(r"\d{1,2}\s*[、.．]|[(（]\d{1,2}[)）]")
_SENTENCE = regex(r"[。；;！!]$|《")
_PAGE = regex(r"^(?:第\s*\d+\s*页.*|-\s*\d+\s*-|—\s*\d+\s*—|\d+\s*/\s*\d+|共\s*\d+\s*页.*)$")
_HEADING = regex(
    r"^(?:第?[一二三四五六七八九十百]+[、.．部章]|[(（][一二三四五六七八九十]+[)）]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.]?|\d{1,2}[、.．]\s*[\u4e00-\u9fff]{2,30}$)|[(（][共计]*\d+\s*[大小]?[项类条][)）]"
)
_CHINESE_NUMERAL = regex(r"^第?[(（]?[一二三四五六七八九十百]+[)）]?[、.．部分类]*$")
_CITES = regex(r"《|第[一二三四五六七八九十百零〇\d]+条")
_NUMBER_WIDEST = 20
"""Characters of a cell, spaces and breaks with it, above which it numbers no column."""
_COLUMN_NUMBER = regex(r"^[(（]?(?:\d{1,2}|[甲乙丙丁戊己庚辛壬癸]|[A-Z])[)）]?$")


def kind_of_line(grid: Grid, row: int, header: Header) -> Kind:
    """Return the kind of a row below the header, by its own texts alone. 正文 is all that may be part of an item."""
    filled = grid.filled[row]
    if not filled:
        return "空行"
    texts = [grid.rows[row][column] for column in filled]
    if all(map(is_blank, texts)):
        return "空行"
    if repeats(grid, row, header):
        return "重复表头"
    if len(filled) >= 4 and _column_numbers(texts):
        return "栏次行"
    first = texts[0].strip() if len(texts[0]) < 2000 else ""
    if filled == [header.by_field.get(columns.SERIAL)] and re.fullmatch(r"[\d\-.、,，]+", first):
        return "仅有序号的空行"
    if len(filled) <= 6 and len(first) <= 40 and ("计" in first or "总" in first) and _TOTAL.match(squeezed(first)) and not any("《" in text for text in texts):
        return "合计"
    return _kind_by_text(grid, row, header, first) if first else "正文"


def _kind_by_text(grid: Grid, row: int, header: Header, first: str) -> Kind:
    """Kinds that show in a row with few texts: what stands alone in a row is about the list, not an item of it."""
    filled = grid.filled[row]
    if len(filled) <= 8 and _FORM.match(first) and not _carries_item(grid, row, header):
        return "填表信息"
    if _is_numbered_heading(grid, row, header, first):
        return "分组标题"
    if len(filled) == 2 and _is_pair_of_foot_or_heading(grid, row, header, first):
        return "脚注" if _FOOT_LABEL.match(first) else "分组标题"
    if len(filled) == 1:
        if _FOOTNOTE.match(first):
            return "脚注"
        if _PAGE.match(first):
            return "页码"
        if _is_signature(grid, row, first):
            return "填表信息"
        if _is_heading(grid, row, header, first):
            return "分组标题"
    return "正文"


def _is_numbered_heading(grid: Grid, row: int, header: Header, first: str) -> bool:
    """Tell whether a row has but a Chinese numeral and a title beside it（一 | 行政许可（共11项））."""
    serial, name = header.by_field.get(columns.SERIAL), header.by_field[columns.NAME]
    return grid.filled[row] == [serial, name] and bool(_CHINESE_NUMERAL.match(first))


def _is_pair_of_foot_or_heading(grid: Grid, row: int, header: Header, first: str) -> bool:
    """Tell whether two cells are a note and its label（备注 | ……）, or a heading and its count（一、行政许可 | 共3项）."""
    label, beside = grid.filled[row]
    if _FOOT_LABEL.match(first):
        return label < header.by_field[columns.NAME]
    counted = bool(_COUNT_CELL.match(squeezed(grid.rows[row][beside])))
    return counted and (bool(_HEADING.search(first)) or _is_title(first))


def _is_signature(grid: Grid, row: int, first: str) -> bool:
    """Whether a text alone in a row signs the list: a date, or a department with a date in the next row."""
    if _DATE.match(squeezed(first)):
        return True
    below = row + 1
    if below >= len(grid.rows) or len(grid.filled[below]) != 1 or organ_in(first) != one_line(first):
        return False
    return bool(_DATE.match(squeezed(grid.rows[below][grid.filled[below][0]])))


def heads_items(grid: Grid, row: int, header: Header) -> bool:
    """Whether what looks like a heading below a note heads items, and is not one more line of the note."""
    text = one_line(" ".join(grid.rows[row][column] for column in grid.filled[row]))
    if _SENTENCE.search(text) or ((point := _POINT_OF_NOTE.match(text)) and not _is_title(text[point.end() :])):
        return False
    name = header.by_field[columns.NAME]
    for below in islice(filter(grid.filled.__getitem__, range(row + 1, len(grid.rows))), _MOST_HEADINGS):
        if (kind := kind_of_line(grid, below, header)) != "分组标题":
            return kind in ("重复表头", "栏次行") or (kind == "正文" and len(grid.filled[below]) > 1 and name in grid.filled[below])
    return False


def is_title_again(grid: Grid, row: int, header: Header) -> bool:
    """Whether a row says a title of the list again, above the header of another page: it heads no group."""
    if row + 1 >= len(grid.rows) or not repeats(grid, row + 1, header):
        return False
    texts = [grid.rows[row][column] for column in grid.filled[row]]
    return any(texts == [grid.rows[title][column] for column in grid.filled[title]] for title in range(header.rows[0]))


def _carries_item(grid: Grid, row: int, header: Header) -> bool:
    return any(_CITES.search(grid.own(row, column)) for column in header.basis_columns)


def _is_heading(grid: Grid, row: int, header: Header, first: str) -> bool:
    """Whether the only text of a row heads the rows below it: a category, a department, a numbered title."""
    column = grid.filled[row][0]
    field = header.fields.get(column)
    if field in columns.BASIS_FIELDS or len(first) > 60 or grid.merged_down(row, header.by_field[columns.NAME]):
        return False
    wide = grid.width > column + 2 and grid.top(row, column + 2) == (row, column)
    if wide:
        return True
    plain = one_line(first)
    if field in (columns.SERIAL, None):
        return not re.fullmatch(r"[\d\-.、,，]+", plain)
    if field in (columns.NAME, columns.CATEGORY):
        heads = bool(_HEADING.search(plain)) or _is_title(plain)
        return heads and not (field == columns.NAME and _is_item(grid, row, header, column))
    return field == columns.DEPARTMENT and bool(organ_in(plain))


def _is_title(text: str) -> bool:
    """Whether a text is the name of a category or of a department and nothing else but a count."""
    return without_count(squeezed(text)).removesuffix("类") in (category_in(text), organ_in(text))


def _is_item(grid: Grid, row: int, header: Header, column: int) -> bool:
    """Whether a lone name that looks like a heading is an item: it shares the merged basis above, or is counted with the items."""
    if any(grid.merged_down(row, basis) for basis in header.basis_columns):
        return True
    return not _is_title(without_number(one_line(grid.rows[row][column]))) and numbered_as_an_item(grid, row, header, column)


def _column_numbers(texts: list[str]) -> bool:
    """Whether a row numbers the columns（1, 2, 3 … or 甲, 乙, 1, 2 …）."""
    if max(map(len, texts)) > _NUMBER_WIDEST:
        return False
    plain = [squeezed(text).upper() for text in texts]
    if not all(len(text) <= 4 and _COLUMN_NUMBER.match(text) for text in plain):
        return False
    numbers = [int(digits) for text in plain if (digits := text.strip("(（)）")).isdigit()]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))
