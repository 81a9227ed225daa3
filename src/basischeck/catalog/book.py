"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) to grids, through python-calamine."""

import io
import zipfile
from collections.abc import Sequence

import python_calamine as calamine

from basischeck.catalog.extent import check_extent
from basischeck.catalog.grid import Grid, make_grid
from basischeck.catalog.hidden import Hidden, hidden_of
from basischeck.catalog.model import ListError
from basischeck.catalog.quiet import stderr_held_back
from basischeck.catalog.wording import cell_text

_LOCKED = "工作簿设有打开密码，无法读取。请在 Excel 中取消密码后另存，再检查。"
_DAMAGED = "文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx，再检查。"


def read_book(data: bytes, name: str) -> list[Grid]:
    """All worksheets of a workbook in order, hidden ones marked. Raises `ListError` where it cannot be read."""
    try:
        hidden = _hidden(data, name)
        with stderr_held_back():
            return _grids(data, name, hidden)
    except calamine.PasswordError:
        raise ListError(f"{name}：{_LOCKED}") from None
    except (calamine.CalamineError, zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, MemoryError, OverflowError):
        raise ListError(f"{name}：{_DAMAGED}") from None
    except BaseException as error:
        # A panic inside the Rust reader arrives as PanicException, which is no Exception; anything else goes on.
        if type(error).__name__ != "PanicException":
            raise
        raise ListError(f"{name}：{_DAMAGED}") from None


def _hidden(data: bytes, name: str) -> dict[str, Hidden]:
    """Return what the sheets of an .xlsx hide, after a look at how far its cells reach."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return hidden_of(archive, check_extent(archive, name))


def _grids(data: bytes, name: str, hidden: dict[str, Hidden]) -> list[Grid]:
    book = calamine.load_workbook(io.BytesIO(data))
    grids = []
    for meta in book.sheets_metadata:
        if meta.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows = [_texts(row) for row in sheet.to_python(skip_empty_area=False)]
        merged = [((a[0], a[1]), (b[0], b[1])) for a, b in sheet.merged_cell_ranges or []]
        unseen = meta.visible != calamine.SheetVisibleEnum.Visible
        grids.append(make_grid(meta.name, rows, merged, hidden=unseen, hides=hidden.get(meta.name, Hidden())))
    if not grids:
        raise ListError(f"{name}：工作簿里没有工作表。")
    return grids


def _texts(row: Sequence[object]) -> list[str]:
    """Return a row's texts; one stray cell at the foot of a sheet brings a million empty rows, which cost nothing here."""
    return [cell_text(value) for value in row] if row.count("") < len(row) else []
