"""Text that a spreadsheet takes as text: no formula, no character that XML forbids, no more than a cell holds."""

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

MAX_TEXT = 32_767


def clean(text: str) -> str:
    """Return `text` without control characters, cut at the length of a cell."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_TEXT]


def put(cell: Cell, value: str | int | None) -> None:
    """Set the value of a cell; a text that begins with "=" stays text (openpyxl takes it for a formula otherwise)."""
    if isinstance(value, str):
        cell.value = clean(value)
        if cell.value:
            cell.data_type = "s"
    else:
        cell.value = value
