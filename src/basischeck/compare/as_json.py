"""The JSON of `compare` (DESIGN, Contracts)."""

import json
from collections.abc import Sequence
from typing import Any

import basischeck
from basischeck.catalog.model import Item
from basischeck.compare.counts import Count, by_category, by_department, pairs, whole
from basischeck.compare.difference import nearness
from basischeck.compare.model import Comparison, Group, Member, Near


def to_json(comparison: Comparison) -> str:
    """Return the comparison as one JSON object, a line an entry."""
    parts = [f"{_text(key)}: {_value(value)}" for key, value in document(comparison).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _value(value: Any) -> str:
    # One entry a line: indenting every field takes longer than the comparison of small lists.
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_text, value)) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n  " + ",\n  ".join(f"{_text(key)}: {_text(inner)}" for key, inner in value.items()) + "\n}"
    return _text(value)


_text = json.JSONEncoder(ensure_ascii=False).encode


def document(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain values in the order of DESIGN's contract."""
    names = comparison.names
    unique: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for group in comparison.of("unique"):
        unique[names[group.members[0].list]].append({**item_json(group.first), "near": _near(group.members[0].near, names)})
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "lists": [
            {"name": name, "file": file, "items": size}
            for name, file, size in zip(names, comparison.files, comparison.sizes, strict=True)
        ],
        "identical": [group_json(group, comparison) for group in comparison.of("identical")],
        "similar": [group_json(group, comparison) for group in comparison.of("similar")],
        "unique": unique,
        "by_category": {key: _count(count, names) for key, count in by_category(comparison).items()},
        "by_department": {key: _count(count, names) for key, count in by_department(comparison).items()},
        "pairs": [{"lists": [names[i], names[j]], **found} for (i, j), found in pairs(comparison).items()],
        "share_identical": round(comparison.share_identical, 4),
    }


def item_json(item: Item) -> dict[str, Any]:
    """Return what names an item and where it stands."""
    return {
        "code": item.code,
        "name": item.name,
        "sub_name": item.sub_name,
        "category": item.category,
        "department": item.department,
        "file": item.file,
        "sheet": item.sheet,
        "row": item.row,
    }


def group_json(group: Group, comparison: Comparison) -> dict[str, Any]:
    """Return one group of matched items with what differs."""
    fields = dict.fromkeys(one.field for member in group.members for one in member.differences)
    return {
        "name": group.first.name,
        "category": group.first.category,
        "score": min(member.score for member in group.members),
        "in_all_lists": whole(group, comparison),
        "differs": list(fields),
        "items": [_member(member, comparison) for member in group.members],
    }


def _member(member: Member, comparison: Comparison) -> dict[str, Any]:
    return {
        "list": comparison.names[member.list],
        **item_json(member.item),
        "relation": member.relation,
        "score": member.score,
        "differences": [
            {"field": one.field, "how": one.how, "ours": one.ours, "theirs": one.theirs} for one in member.differences
        ],
    }


def _near(near: Near | None, names: Sequence[str]) -> dict[str, Any] | None:
    if near is None:
        return None
    return {"list": names[near.list], **item_json(near.item), "score": near.score, "apart": near.apart and list(near.apart), "how": nearness(near)}


def _count(count: Count, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "items": dict(zip(names, count.items, strict=True)),
        **{str(kind): number for kind, number in count.groups.items()},
        "unique_in": dict(zip(names, count.unique, strict=True)),
        "share_identical": round(count.share_identical, 4),
    }
