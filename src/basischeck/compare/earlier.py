"""General lists read back: the provenance in their own sheets, so that merging them again loses nothing of it."""

import json
from pathlib import Path
from typing import Any

from basischeck.compare.model import Earlier, GeneralList, Origin
from basischeck.compare.workbook import ABOUT, GENERAL, GENERAL_HEADS, MERGED, MERGED_HEADS

KIND = "basischeck 通用目录"


def to_json(general: GeneralList) -> str:
    """Return the general list as JSON; the keys are such that it can be read as a list again."""
    document = {
        "kind": KIND,
        "lists": list(general.names),
        "city": general.city,
        "items": [
            {
                "serial": str(number),
                "code": row.code,
                "name": row.name,
                "sub_name": row.sub_name,
                "category": row.category,
                **{key: text for key, role in _ROLES.items() if (text := dict(row.bases).get(role))},
                "department": row.department,
                "level": row.level,
                "from": [{name: getattr(origin, name) for name in Origin.__dataclass_fields__} for origin in row.origins],
                "lacking": list(row.lacking),
                "decided": list(row.decided),
            }
            for number, row in enumerate(general.rows, 1)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_ROLES = {"basis": "设定依据", "duty_basis": "责任事项依据", "liability_basis": "追责依据"}


def read_earlier(path: Path | str) -> Earlier | None:
    """Return the provenance of a general list that this program wrote, None for any other file."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if data[:2] == b"PK":
        return _of_book(data)
    if data.lstrip()[:1] == b"{":
        return _of_json(data)
    return None


def _of_book(data: bytes) -> Earlier | None:
    import io

    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if book.sheet_names != [GENERAL, MERGED, ABOUT]:
            return None
        tables = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (CalamineError, OSError, ValueError):
        return None
    general, merged, about = ([[_text(cell) for cell in row] for row in table] for table in tables)
    if not general or tuple(general[0]) != GENERAL_HEADS or not merged or tuple(merged[0]) != MERGED_HEADS:
        return None
    origins: dict[int, list[Origin]] = {}
    for number, name, file, sheet, row, *rest in merged[1:]:
        # Row n of the general list stands in row n + 1 of its sheet, below the header.
        origins.setdefault(int(number) + 1, []).append(Origin(name, file, sheet, int(row), *rest))
    column = GENERAL_HEADS.index("需要决定")
    decided = {at: tuple(row[column].split("\n")) for at, row in enumerate(general[1:], 2) if row[column]}
    names = tuple(row[1] for row in about if row[0] == "来源")
    city = next((row[1] for row in about if row[0] == "市级" and row[1] in names), None)
    return Earlier(names, {at: tuple(found) for at, found in origins.items()}, decided, city)


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_json(data: bytes) -> Earlier | None:
    try:
        document: Any = json.loads(data)
        if document.get("kind") != KIND:
            return None
        rows = enumerate(document["items"], 2)
        origins, decided = {}, {}
        for at, row in rows:
            origins[at] = tuple(Origin(**origin) for origin in row["from"])
            decided[at] = tuple(row["decided"])
        return Earlier(tuple(document["lists"]), origins, decided, document["city"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
