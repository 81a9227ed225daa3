"""Workbooks made for a test: rows as lists, merged ranges in A1 notation."""

import io

import openpyxl

from basischeck.catalog import Item, ListFile, read_bytes

Rows = list[list[object]]


def workbook(*sheets: tuple[str, Rows] | tuple[str, Rows, list[str]]) -> bytes:
    """Give the bytes of an .xlsx with these sheets: name, rows, merged ranges."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for sheet in sheets:
        page = book.create_sheet(sheet[0])
        for row in sheet[1]:
            page.append(row)
        for merged in sheet[2] if len(sheet) > 2 else []:
            page.merge_cells(merged)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(rows: Rows, merged: list[str] | None = None, *, name: str = "清单.xlsx", sheet: str = "Sheet1") -> ListFile:
    """Read one sheet made of these rows."""
    return read_bytes(workbook((sheet, rows, merged or [])), name)


def founding(item: Item) -> list[str]:
    """Give the texts of an item's founding bases."""
    return [basis.text for basis in item.bases if basis.role == "设定依据"]


def reasons(found: ListFile) -> list[tuple[int, int, str]]:
    """Give what was skipped, without the sheet's name."""
    return [(skip.first, skip.last, skip.reason) for skip in found.skipped]


def assert_every_row_is_accounted_for(found: ListFile) -> None:
    """Check that each row of each sheet is part of an item or skipped, and no skipped row is part of an item."""
    for info in found.sheets:
        used = {row for item in found.items if item.sheet == info.name for row in item.rows}
        skipped = [row for skip in found.skipped if skip.sheet == info.name for row in range(skip.first, skip.last + 1)]
        assert used | (set(skipped) - {0}) == set(range(1, info.rows + 1))
        assert not used & set(skipped)
        assert len(skipped) == len(set(skipped))
