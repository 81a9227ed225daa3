"""Sheets that hold powers, but not one in each row: forms of one item each, tables whose rows and columns are swapped."""

from basischeck.catalog import columns
from basischeck.catalog.columns import match_header
from basischeck.catalog.grid import Grid

_SEARCHED_ROWS = 60
_LONGEST_LABEL = 20
_FORM = (
    "像是一个事项一张的登记表（一格写栏目，旁边一格写内容），不是每行一个事项的清单，没有读取；"
    "请改成首行写栏目（事项名称、权力类型、设定依据等）、以下每行一个事项的表，再检查"
)
_SWAPPED = "行和列是对调的（每行一个栏目，每列一个事项），没有读取；请在 Excel 或 WPS 中复制表格，用“选择性粘贴—转置”调换行和列，再检查"


def reason_of_form(grid: Grid) -> str:
    """Return why a sheet that names items and bases holds no list, with what to do; "" where it is no form."""
    labels = _labels(grid)
    fields = [field for _, _, field in labels]
    if columns.NAME not in fields or columns.FOUNDING not in fields or len(labels) < 3 or len({row for row, _, _ in labels}) < 2:
        return ""
    one_column = len({column for _, column, _ in labels}) == 1
    wide = all(len(grid.filled[row]) > 3 for row, _, field in labels if field in (columns.NAME, columns.FOUNDING))
    return _SWAPPED if one_column and wide and fields.count(columns.NAME) == 1 else _FORM


def _labels(grid: Grid) -> list[tuple[int, int, str]]:
    """Return the cells that name a field and have beside them a text that names none: row, column, field."""
    found = []
    for row in range(min(_SEARCHED_ROWS, len(grid.rows))):
        filled = grid.filled[row]
        for place, column in enumerate(filled[:-1]):
            field = _field(grid, row, column)
            if field and not _field(grid, row, filled[place + 1]):
                found.append((row, column, field))
    return found


def _field(grid: Grid, row: int, column: int) -> str:
    text = grid.rows[row][column]
    match = match_header(text) if len(text) <= _LONGEST_LABEL else None
    return match.field if match and match.exact else ""
