"""List files to items: table readers, header mapping."""

from basischeck.catalog.model import BasisText, FieldText, Item, ListError, ListFile, Role, SheetInfo, Skipped
from basischeck.catalog.reader import read_bytes, read_list

__all__ = [
    "BasisText",
    "FieldText",
    "Item",
    "ListError",
    "ListFile",
    "Role",
    "SheetInfo",
    "Skipped",
    "read_bytes",
    "read_list",
]
