"""Where a reader looks when the category of an item and its name, or its code, cannot both be right."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from basischeck.catalog.model import Item
from basischeck.facts.categories import standard_category
from basischeck.facts.codes import CodeFacts, kind_of_code
from basischeck.facts.naming import contradicting_category, stated_category

_Cell = tuple[str, str, str | None]


def contradictions(items: Sequence[Item], codes: Mapping[int, CodeFacts]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the columns on an item of one file whose category is contradicted, with its position.

    Of category, name and code two mostly agree: the cell of the third is the one to look at, and the category's where
    nothing else speaks, since that is picked from a list and the name is written. A category that stands in the
    sheet's name, or in one merged cell for many items, is not this item's to mend: then it is the other cell.
    """
    shared = Counter(_cell(item, "权力类型") for item in items)
    for position, item in enumerate(items):
        category = standard_category(item.category)
        stated = contradicting_category(item.name, category)
        means = codes[position].means if position in codes else None
        if stated is None and means is None:
            continue
        facts: dict[str, Any] = {"contradicting_category": stated}
        place = _cell(item, "权力类型")
        own = place[2] if place[2] and shared[place] == 1 else None
        name, code = _cell(item, "事项名称")[2], _cell(item, "编码")[2]
        if stated is not None:
            at_name = own is None or (category is not None and kind_of_code(item) == category)
            facts |= {"contradiction_cell": name if at_name else own, "contradiction_beside": own if at_name else name}
        if means is not None:
            at_code = own is None or means not in (stated, stated_category(item.name))
            facts |= {"code_kind_cell": code if at_code else own, "code_kind_beside": own if at_code else code}
        yield position, facts


def _cell(item: Item, field: str) -> _Cell:
    held = item.fields.get(field)
    return item.file, item.sheet, held.cell if held is not None else None
