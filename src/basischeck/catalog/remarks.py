"""What a reading leaves out, in sentences: sheets that hold no list, rows that belong to no item, what is worth knowing."""

from basischeck.catalog.model import ListFile

EMPTY = "空工作表"
_OF_A_GENERAL_LIST = {"通用目录", "合并明细", "说明"}
"""The sheets of a list that `merge` wrote: the last two are known to whoever reads the first, and are no list."""
HOMELESS = "表头下方没有事项名称的行，无法归入事项"


def unread_sheets(read: ListFile) -> list[str]:
    """Return a sentence for each sheet with content of which nothing was read, with the reason."""
    told = told_sheets(read)
    return [f"工作表“{part.sheet}”（{part.last} 行）没有读取：{part.reason}。" for part in read.skipped if part.sheet in told]


def told_sheets(read: ListFile) -> frozenset[str]:
    """Return the names of the sheets that `unread_sheets` tells of: their rows need not be counted elsewhere."""
    if {sheet.name for sheet in read.sheets} == _OF_A_GENERAL_LIST:
        return frozenset()
    empty = {part.sheet for part in read.skipped if part.reason == EMPTY}
    return frozenset(sheet.name for sheet in read.sheets if not sheet.columns) - empty


def remarks(read: ListFile) -> list[str]:
    """Return all that whoever uses the list has to know of its reading: unread sheets, rows of no item, notes."""
    homeless = [part for part in read.skipped if part.reason == HOMELESS]
    rows = [f"{_sheet(part.sheet)}第 {_span(part.first, part.last)} 行没有归入事项：{part.reason}。" for part in homeless]
    return [*unread_sheets(read), *rows, *read.notes]


def _sheet(name: str) -> str:
    return f"工作表“{name}”" if name else ""


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
