"""A header after a look at the values below it: what its wordings do not say, or say wrongly."""

from dataclasses import replace
from itertools import pairwise

from basischeck.catalog import columns
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.notices import CITATION, column_texts
from basischeck.catalog.origin import category_in, category_of_short
from basischeck.catalog.wording import header_words, squeezed
from basischeck.pattern import regex

_CLAUSE = regex(r"[(（]?第?[一二三四五六七八九十百零〇\d]+[)）]?条")
_QUOTE_LABEL = regex(r"(?:内容|原文|全文|条文|条款)$")
_LEVEL_WORD = regex(
    r"[\[【(]?(?:宪法|法律|(?:行政|地方性|党内|监察)?法规|(?:部门|政府|地方政府)?规章|(?:其他)?规范性文件|司法解释|国务院决定|政策文件)(?:[、,/](?:法律|法规|规章|规范性文件))*[\]】)]?"
)
_NUMBER = regex(r"[\d.\-—~～、,，]+")
_OF_THE_STATUTE = regex(r"(?:发文|依据|文件)?(?:文号|字号)|(?:发布|颁布|制定|公布)(?:机关|单位|部门|日期|时间)|(?:施行|实施|生效)(?:日期|时间)")
"""What a sub-column of a basis column says of the statute, beside its title and its provisions."""
_KIND_LABEL = regex(r"(?:行为|事项|管理|业务|监管|执法|职权|权力)?(?:类别|类型|种类|性质)")
_MAIN_LABEL = regex(r"(?:主项|大项|一级|一级项|一级事项|母项|总项)(?:事项|项目)?(?:名称)?")
_ITEM_LABEL = regex(r"(?:具体|权责|权力|职权|行政)*(?:事项|权力|职权)(?:名称)?|(?:事项|权力|职权|权责)名称")


def refined(grid: Grid, header: Header) -> Header:
    """Return the header with the columns of which their values, or their neighbours, say more than their wordings."""
    header = _categories(grid, header)
    codes = [column for column, name in header.fields.items() if name in (columns.CODE, columns.SECOND_CODE)]
    counting = [column for column in codes if _counts(column_texts(grid, header, column))]
    if len(counting) == 1 and columns.SERIAL not in header.by_field:
        header = with_count(header, counting[0])
    header = _third_level(grid, _main_and_sub(header))
    for column, name in header.fields.items():
        others = list(header.fields.values()).count(columns.FOUNDING) > 1
        if name == columns.FOUNDING and others and (_describes_statute(header, column) or _holds_level_words(grid, header, column)):
            header = without(header, column)
    return header


def column_of_citations(grid: Grid, header: Header) -> int | None:
    """Return the first column whose cells are citations, though its wording does not say so."""
    for column in header.labels:
        texts = column_texts(grid, header, column) if column not in header.fields else []
        if texts and sum("《" in text and bool(CITATION.search(text)) for text in texts) * 5 >= len(texts) * 3:
            return column
    return None


def clauses_joined(grid: Grid, header: Header) -> Header:
    """Return the header with the columns that hold but the provisions, or the wording, of the statutes in another column."""
    for column, label in sorted(header.labels.items()):
        beside = column - 1
        while beside not in header.fields and _describes_statute(header, beside):
            beside -= 1
        titles = header.clauses.get(beside, beside)
        if header.fields.get(titles) in columns.BASIS_FIELDS and _holds_clauses(grid, header, column, label):
            header = with_clauses(header, column, titles)
    return header


def without(header: Header, column: int) -> Header:
    """Return the same header with one column's field taken back: its values have shown that the wording meant something else."""
    fields = {key: name for key, name in header.fields.items() if key != column}
    by_field = {name: key for name, key in header.by_field.items() if key != column}
    return replace(header, fields=fields, by_field=by_field)


def with_count(header: Header, column: int) -> Header:
    """Return the same header where one code column only counts the items: it is 序号, and another code column the code."""
    fields = {**header.fields, column: columns.SERIAL}
    by_field = {name: key for name, key in header.by_field.items() if key != column} | {columns.SERIAL: column}
    other = next((key for key, name in sorted(fields.items()) if name == columns.SECOND_CODE), None)
    other = other if columns.CODE not in by_field else None
    if other is not None:
        fields[other] = columns.CODE
        by_field[columns.CODE] = other
    return replace(header, fields=fields, by_field=by_field)


def with_field(header: Header, column: int, name: str) -> Header:
    """Return the same header where a column has a field that no other column has."""
    return replace(header, fields={**header.fields, column: name}, by_field={**header.by_field, name: column})


def with_basis(header: Header, column: int) -> Header:
    """Return the same header with one more column taken for the founding basis."""
    by_field = {columns.FOUNDING: column, **header.by_field}
    return replace(header, fields={**header.fields, column: columns.FOUNDING}, by_field=by_field)


def with_clauses(header: Header, column: int, titles: int) -> Header:
    """Return the same header where `column` holds the provisions of the statutes that `titles` names."""
    narrowed = {key: name for key, name in header.fields.items() if key != column}
    return replace(header, fields=narrowed, clauses={**header.clauses, column: titles})


def _categories(grid: Grid, header: Header) -> Header:
    """Return the header where 类别 over numbers or over kinds of inspection is no category, and 行为类别 over categories is one."""
    category = header.by_field.get(columns.CATEGORY)
    if category is None:
        return _with_found_category(grid, header)
    texts = column_texts(grid, header, category)
    if texts and sum(bool(_NUMBER.fullmatch(text)) for text in texts) * 2 > len(texts):
        return without(header, category)
    if texts and "抽查" in header.labels[category] and not any(category_in(text) for text in texts):
        return without(header, category)
    return header


def _with_found_category(grid: Grid, header: Header) -> Header:
    for column, label in sorted(header.labels.items()):
        if column in header.fields or not _KIND_LABEL.fullmatch(header_words(label)[0]):
            continue
        texts = column_texts(grid, header, column)
        if texts and all(squeezed(text) == category_in(text) or category_of_short(text) for text in texts):
            return with_field(header, column, columns.CATEGORY)
    return header


def _main_and_sub(header: Header) -> Header:
    """Return the header where 事项名称 beside 主项 holds the sub-items: what stands in each row of a main item is one of its own."""
    name = header.by_field[columns.NAME]
    if columns.SUB_NAME in header.by_field or not _MAIN_LABEL.fullmatch(header_words(header.labels[name])[0]):
        return header
    for column, field in sorted(header.fields.items()):
        if field == f"{columns.NAME}（另）" and column > name and _ITEM_LABEL.fullmatch(header_words(header.labels[column])[0]):
            return with_field(header, column, columns.SUB_NAME)
    return header


def _third_level(grid: Grid, header: Header) -> Header:
    """Return the header where 三级事项 holds the names of the sub-items: each row of a second level names one, so each is an item."""
    second = header.by_field.get(columns.SUB_NAME)
    third = next((column for column, name in header.fields.items() if name == f"{columns.SUB_NAME}（另）"), None)
    if second is None or third is None or "三级" not in header.labels[third]:
        return header
    below = range(header.rows[-1] + 1, len(grid.rows))
    if all(grid.own(row, third).strip() for row in below if grid.own(row, second).strip()):
        swapped = with_field(header, third, columns.SUB_NAME)
        return replace(swapped, fields={**swapped.fields, second: f"{columns.SUB_NAME}（另）"})
    return header


def _counts(texts: list[str]) -> bool:
    """Tell whether a column headed 编号 only counts its rows from 1: numbers that mostly are one more than the last."""
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 5]
    if len(numbers) < 2 or numbers[0] != 1 or len(numbers) * 5 < len(texts) * 4:
        return False
    return sum(later == earlier + 1 for earlier, later in pairwise(numbers)) * 5 >= (len(numbers) - 1) * 4


def _describes_statute(header: Header, column: int) -> bool:
    return bool(_OF_THE_STATUTE.fullmatch(header_words(header.labels.get(column, "").split("·")[-1])[0]))


def _holds_level_words(grid: Grid, header: Header, column: int) -> bool:
    """Tell whether a column under a basis header only says what kind of act the next column cites（法律, 行政法规）."""
    texts = column_texts(grid, header, column)
    return bool(texts) and all(_LEVEL_WORD.fullmatch(squeezed(text)) for text in texts)


def _holds_clauses(grid: Grid, header: Header, column: int, label: str) -> bool:
    """Whether a column beside a basis column holds but the provisions, or the wording, of the statutes named there."""
    if header.fields.get(column, columns.FOUNDING) not in columns.BASIS_FIELDS:
        return False
    texts = column_texts(grid, header, column)
    clauses = sum(bool(_CLAUSE.match(text)) for text in texts)
    if clauses * 5 >= len(texts) * 3 and texts:
        return True
    quoted = column in header.fields and bool(_QUOTE_LABEL.search(squeezed(label)))
    return quoted and bool(texts) and sum("《" in text[:40] for text in texts) * 5 < len(texts)
