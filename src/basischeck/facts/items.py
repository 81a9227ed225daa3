"""Tables `item` and `list`: what a list says of itself, before any statute is asked."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from basischeck.catalog.model import Item, ListFile, SheetInfo
from basischeck.catalog.wording import row_name
from basischeck.citation import normalise
from basischeck.facts import place
from basischeck.facts.actors import actor_faults
from basischeck.facts.categories import standard_category
from basischeck.facts.codes import code_facts
from basischeck.facts.contradictions import contradictions
from basischeck.facts.duplicates import Double, doubles
from basischeck.facts.fields import DUTIES, FURTHER, REQUIRED, absent_columns, sheet_fields
from basischeck.facts.names import name_faults
from basischeck.facts.numbering import numbering_faults

Provisions = Mapping[int, frozenset[str]]
"""For each item, by its position in the table, the provisions its founding cells cite, in canonical form."""


def item_rows(items: Sequence[Item], columns: Mapping[tuple[str, str], frozenset[str]]) -> list[dict[str, Any]]:
    """Return a row for each item, by what it says itself; `columns` names the mapped fields of each (file, sheet)."""
    extra: dict[int, dict[str, Any]] = defaultdict(dict)
    for positions in _grouped(items, lambda item: item.file):
        _of_file([items[n] for n in positions], positions, extra)
    last: dict[str, str] = {}
    for positions in _grouped(items, lambda item: (item.file, item.sheet)):
        sheet = [items[n] for n in positions]
        file = sheet[0].file
        _of_sheet(sheet, positions, columns[file, sheet[0].sheet], extra)
        for position, fault in numbering_faults(sheet, last.get(file, "")).items():
            extra[positions[position]] |= {"serial_fault": fault.kind, "serial_note": fault.note}
        last[file] = next((item.serials[-1] for item in reversed(sheet) if item.serials), "")
    return [
        _row(number, item, columns[item.file, item.sheet]) | extra[number] for number, item in enumerate(items)
    ]


def _row(number: int, item: Item, mapped: frozenset[str]) -> dict[str, Any]:
    return place.of_item(number, item) | {
        "standard_category": standard_category(item.category),
        "category_from": item.category_from or None,
        "founding_cells": sum(basis.role == "设定依据" and bool(basis.text.strip()) for basis in item.bases),
        "has_founding_column": "设定依据" in mapped,
        "founding_cell": _cell(item, "设定依据"),
        "category_cell": _cell(item, "权力类型"),
        "code_cell": _cell(item, "编码"),
        "actor_cell": _cell(item, "行使主体"),
        "serial_cell": _cell(item, "序号"),
    }


def add_doubles(rows: Sequence[dict[str, Any]], items: Sequence[Item], bases: Provisions) -> None:
    """Write into the rows of table `item` which items stand in their file already: that depends on what they cite."""
    for numbers in _grouped(items, lambda item: item.file):
        own = {position: bases.get(number, frozenset()) for position, number in enumerate(numbers)}
        file = [items[n] for n in numbers]
        for position, double in doubles(file, own).items():
            rows[numbers[position]] |= _double(file, position, double, own[position], own[double.other])


def _grouped(items: Sequence[Item], key: Callable[[Item], Hashable]) -> list[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        groups[key(item)].append(number)
    return list(groups.values())


def _of_file(items: Sequence[Item], numbers: Sequence[int], extra: dict[int, dict[str, Any]]) -> None:
    """Add what shows only beside the file's other items: codes, names, bodies."""
    codes = code_facts(items)
    for position, code in codes.items():
        extra[numbers[position]] |= {"code_shared_with": code.shared_with, "code_usual": code.usual, "code_means": code.means}
    for position, contradiction in contradictions(items, codes):
        extra[numbers[position]] |= contradiction
    for position, fault in name_faults(items).items():
        extra[numbers[position]]["name_fault"] = fault
    for position, item in enumerate(items):
        actor = item.fields.get("行使主体")
        extra[numbers[position]]["actor"] = " ".join(actor.text.split()) if actor else None
    for position, actor_fault in actor_faults(items).items():
        extra[numbers[position]] |= {
            "actor_fault": actor_fault.kind,
            "actor_usual": actor_fault.usual,
            "actor_peers": actor_fault.peers,
        }


def _double(items: Sequence[Item], position: int, double: Double, own: frozenset[str], others: frozenset[str]) -> dict[str, Any]:
    other = items[double.other]
    related = other.sheet == items[position].sheet or not own or not others or bool(_acts(own) & _acts(others))
    facts = {"same_bases": own == others if own or others else None, "like_name": " ".join(other.name.split())}
    facts["like_related"] = related
    column = {"same": "duplicate_of", "weightless": "near_duplicate_of", "slip": "slip_of"}[double.how]
    return facts | {column: row_name(other.sheet, other.row)}


def _acts(provisions: frozenset[str]) -> set[str]:
    return {provision.partition("》")[0] for provision in provisions}


def _of_sheet(items: Sequence[Item], numbers: Sequence[int], mapped: frozenset[str], extra: dict[int, dict[str, Any]]) -> None:
    fields = sheet_fields(items, mapped)
    for position, number in enumerate(numbers):
        extra[number]["serial"] = "、".join(items[position].serials) or None
        for name, wanted in (("missing_fields", REQUIRED), ("missing_duties", DUTIES), ("missing_further", FURTHER)):
            empty = fields.of(position, wanted)
            if empty:
                extra[number] |= {name: "、".join(empty), f"{name}_cell": _cell(items[position], empty[0])}


def _cell(item: Item, field: str) -> str | None:
    """Return the cell that holds a field, or that its missing text belongs in; None where no column is the field's."""
    held = item.fields.get(field)
    return held.cell if held is not None else None


def list_rows(lists: Sequence[ListFile]) -> Iterator[dict[str, Any]]:
    """Yield a row for each sheet that holds items."""
    for read in lists:
        for sheet in read.sheets:
            items = [item for item in read.items if item.sheet == sheet.name]
            if items:
                yield {"file": read.file, "sheet": sheet.name} | _sheet(items, sheet)


def _sheet(items: Sequence[Item], sheet: SheetInfo) -> dict[str, Any]:
    mapped = frozenset(sheet.columns.values())
    # The category may stand in the sheet's name or title instead of a column.
    wanted = [field for field in REQUIRED if field != "权力类型" or not any(item.category for item in items)]
    return {
        "items": len(items),
        "numbers": len({(_cell(item, "序号"), serial) for item in items for serial in item.serials}),
        "names": len({normalise(item.name) for item in items}),
        "stated_count": sheet.stated_count,
        "has_founding_column": "设定依据" in mapped,
        "missing_columns": absent_columns(mapped, wanted),
        "missing_further_columns": absent_columns(mapped, (*DUTIES, *FURTHER)),
        "empty_columns": "、".join(sheet_fields(items, mapped).mostly_empty) or None,
    }
