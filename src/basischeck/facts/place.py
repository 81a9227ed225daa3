"""Where in which item a row comes from: the columns that every table but `list` shares."""

from typing import Any

from basischeck.catalog.model import BasisText, Item


def of_item(number: int, item: Item) -> dict[str, Any]:
    """Return the columns that name the item and its first row."""
    name = item.fields.get("事项名称")
    return {
        "item": number,
        "file": item.file,
        "sheet": item.sheet,
        "cell": name.cell if name else None,
        "row": item.row,
        "name": item.name,
        "sub_name": item.sub_name,
        "code": item.code,
        "category": item.category,
        "department": item.department,
    }


def of_basis(number: int, item: Item, basis: BasisText) -> dict[str, Any]:
    """Return the columns that name the item and the basis cell."""
    return of_item(number, item) | {"cell": basis.cell, "row": basis.row, "role": basis.role}
