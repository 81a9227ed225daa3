"""Which fields an item has to state, and which it leaves empty.

What every item has to state, and that duties and liability stand beside each power, is asked by
《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）; the further fields are elements of an item in GB/T 39554.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from basischeck.catalog.model import Item

REQUIRED: Final = ("事项名称", "权力类型", "行使主体")
DUTIES: Final = ("责任事项", "追责情形")
FURTHER: Final = ("编码", "承办机构", "行使层级", "责任事项依据", "追责依据")

_ROLES = {"设定依据": "设定依据", "责任事项依据": "责任事项依据", "追责依据": "追责依据"}
_FEW = 20
"""Up to so many empty cells are named one by one; more, in most of the items, are one fault of the column."""


@dataclass(frozen=True, slots=True)
class SheetFields:
    """The empty fields of one sheet: by item (its position in the sheet), and those that most items leave empty."""

    missing: tuple[frozenset[str], ...]
    mostly_empty: tuple[str, ...]

    def of(self, position: int, wanted: Sequence[str]) -> list[str]:
        """Return which of `wanted` the item leaves empty, in the order of `wanted`."""
        return [field for field in wanted if field in self.missing[position]]


def sheet_fields(items: Sequence[Item], mapped: frozenset[str]) -> SheetFields:
    """Work out what the items of one sheet, whose columns are `mapped`, leave empty.

    A field that no column of the sheet holds is not missing from its items: that is a fault of the sheet.
    """
    wanted = [field for field in (*REQUIRED, *DUTIES, *FURTHER) if field in mapped]
    empty = {field: [not stated(item, field) for item in items] for field in wanted}
    mostly = tuple(field for field in wanted if _FEW < sum(empty[field]) > len(items) / 2)
    single = [field for field in wanted if field not in mostly]
    missing = tuple(frozenset(field for field in single if empty[field][n]) for n in range(len(items)))
    return SheetFields(missing, mostly)


def stated(item: Item, field: str) -> bool:
    """Return whether the item says something in `field`; a category may come from the sheet's name or title."""
    if field == "事项名称":
        return bool(item.name.strip())
    if field == "权力类型" and item.category:
        return True
    if field == "编码" and item.code:
        return True
    if field in _ROLES:
        return any(basis.role == _ROLES[field] and basis.text.strip() for basis in item.bases)
    # A second column of the same field (追责情形（另）) may hold what the first leaves out.
    texts = [item.fields[name] for name in (field, f"{field}（另）") if name in item.fields]
    return any(text.text.strip() for text in (*texts, *item.also.get(field, ())))


def absent_columns(mapped: frozenset[str], wanted: Sequence[str]) -> str | None:
    """Return which of `wanted` no column of the sheet holds, joined by 、; None where none is absent."""
    return "、".join(field for field in wanted if field not in mapped) or None
