"""A list file to items: the one entry of this room."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from basischeck.catalog import columns
from basischeck.catalog.container import kind_of
from basischeck.catalog.grid import Grid
from basischeck.catalog.grids import grids_of
from basischeck.catalog.listing import list_of
from basischeck.catalog.model import ListError, ListFile, TakeBases
from basischeck.catalog.wording import cell_name
from basischeck.kept import digest

MAX_FILE = 400_000_000
"""Bytes; a list is far smaller, and the readers need a multiple of it in memory."""

MAX_CELL = 200_000
"""Characters; a spreadsheet's own limit is 32,767, the longest basis seen in published lists 3,067."""

MAX_ROWS = 100_000
"""Rows with text in one sheet; a province's list for all departments has about a tenth of it."""

_NO_CELLS = "Word 文档、网页的表格没有行号、列号。结果中的行号、单元格，是 basischeck check -o 标注.xlsx 写出的工作簿中的位置。"


def read_list(
    path: Path | str, *, columns: Mapping[str, str] | None = None, founded: bool = True, bases: TakeBases | None = None
) -> ListFile:
    """Read a list of administrative powers from a file, whatever its name says it is.

    `columns` goes from a header's wording in the file to a standard field name (see `catalog.columns`) and wins over the
    reader's own understanding. `founded` false reads a catalogue without a column of bases too. `bases` is called with the
    texts of each sheet's basis cells before its items are gathered, so that they can be read meanwhile. Raises `ListError`,
    with a message in Chinese, for anything that cannot be read as a list.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ListError(f"{path}：这是一个文件夹。请指明其中的清单文件。")
        if path.stat().st_size > MAX_FILE:
            raise ListError(f"{path.name}：文件超过 {MAX_FILE // 1_000_000} MB，不像一份清单。请删除多余内容后再检查。")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ListError(f"{path}：没有这个文件。请检查路径和文件名。") from None
    except PermissionError:
        raise ListError(f"{path}：没有读取权限，或文件正被其他程序占用。") from None
    except (OSError, ValueError) as error:
        raise ListError(f"{path}：无法读取（{getattr(error, 'strerror', None) or '路径无效'}）。") from None
    return read_bytes(data, str(path), columns=columns, founded=founded, bases=bases)


def read_bytes(
    data: bytes,
    name: str,
    *,
    columns: Mapping[str, str] | None = None,
    founded: bool = True,
    bases: TakeBases | None = None,
) -> ListFile:
    """Return the same from bytes, as from standard input; `name` stands for the file in messages and items."""
    overrides = dict(columns or {})
    _check_overrides(overrides)
    try:
        kind = kind_of(data, name)
        grids = grids_of(data, name, kind)
        for grid in grids:
            _check_cells(grid, name)
        found = list_of(grids, name, overrides, founded=founded, bases=bases)
        notes = (_NO_CELLS, *found.notes) if kind in ("word", "page", "archived page") else found.notes
        return replace(found, digest=digest(data), notes=notes)
    except RecursionError:
        raise ListError(f"{name}：内容嵌套过深，无法读取。") from None


def _check_overrides(overrides: Mapping[str, str]) -> None:
    for header, field in overrides.items():
        if field not in columns.FIELDS:
            known = "、".join(columns.FIELDS)
            near = get_close_matches(field, columns.FIELDS, 1)
            hint = f"是否指“{near[0]}”？" if near else ""
            raise ListError(f"列对应关系“{header} → {field}”无效：没有“{field}”这个字段。{hint}可用的字段：{known}。")


def _check_cells(grid: Grid, name: str) -> None:
    if (filled := sum(map(bool, grid.filled))) > MAX_ROWS:
        where = f"工作表“{grid.name}”" if grid.name else ""
        raise ListError(f"{name}：{where}有 {filled:,} 行内容，超过上限 {MAX_ROWS:,} 行，不像一份清单。请按部门分成几个文件检查。")
    for number, filled_columns in enumerate(grid.filled):
        for column in filled_columns:
            text = grid.rows[number][column]
            if len(text) > MAX_CELL:
                where = f"工作表“{grid.name}”" if grid.name else ""
                raise ListError(
                    f"{name}：{where}单元格 {cell_name(number, column)} 有 {len(text):,} 个字，不是清单内容"
                    f"（上限 {MAX_CELL:,}）。请检查是否误粘贴，或有未闭合的引号。"
                )
