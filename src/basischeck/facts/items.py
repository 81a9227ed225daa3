"""Tables `item` and `list`: what a list says of itself, before any statute is asked."""

from collections.abc import Iterator, Sequence
from typing import Any

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import normalise
from basischeck.facts import place
from basischeck.facts.categories import standard_category

# What 《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）asks every list to state.
REQUIRED = ("事项名称", "权力类型", "行使主体")


def _identity(item: Item) -> tuple[str, ...]:
    category = standard_category(item.category) or item.category
    return tuple(normalise(text) for text in (item.department, category, item.name, item.sub_name))


def item_rows(items: Sequence[Item], columns: dict[tuple[str, str], frozenset[str]]) -> Iterator[dict[str, Any]]:
    """Yield a row for each item; `columns` names the mapped fields of each (file, sheet)."""
    seen: dict[tuple[str, ...], Item] = {}
    for number, item in enumerate(items):
        mapped = columns[item.file, item.sheet]
        first = seen.setdefault(_identity(item), item)
        founding = [basis for basis in item.bases if basis.role == "设定依据"]
        missing = [field for field in REQUIRED if field in mapped and not _stated(item, field)]
        yield place.of_item(number, item) | {
            "standard_category": standard_category(item.category),
            "category_from": item.category_from or None,
            "founding_cells": sum(bool(basis.text.strip()) for basis in founding),
            "has_founding_column": "设定依据" in mapped,
            "missing_fields": "、".join(missing) or None,
            "duplicate_of": None if first is item else _where(first),
        }


def _stated(item: Item, field: str) -> bool:
    if field == "事项名称":
        return bool(item.name.strip())
    if field == "权力类型" and item.category:
        return True
    text = item.fields.get(field)
    return text is not None and bool(text.text.strip())


def _where(item: Item) -> str:
    return f"{item.sheet} 第{item.row}行"


def list_rows(lists: Sequence[ListFile]) -> Iterator[dict[str, Any]]:
    """Yield a row for each sheet that holds items."""
    for read in lists:
        for sheet in read.sheets:
            count = sum(item.sheet == sheet.name for item in read.items)
            if not count:
                continue
            mapped = set(sheet.columns.values())
            known = {item.category_from for item in read.items if item.sheet == sheet.name}
            missing = [f for f in REQUIRED if f not in mapped and not (f == "权力类型" and any(known))]
            yield {
                "file": read.file,
                "sheet": sheet.name,
                "items": count,
                "stated_count": sheet.stated_count,
                "missing_columns": "、".join(missing) or None,
            }
