"""What became of a list over time, as JSON and as text."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import basischeck
from basischeck.catalog.wording import row_name
from basischeck.compare.as_json import item_json
from basischeck.compare.over_time import FieldChange, ItemChange, State, changed_name, not_known
from basischeck.terminal import wrap

_COMMON = 10
"""Items from which on a change is told once for all that have it."""
STATES: tuple[State, ...] = ("新增", "取消", "修改", "未改")


def summary(changes: Sequence[ItemChange]) -> dict[str, int]:
    """Count the changes by state, and the verdicts."""
    found: Counter[str] = Counter(change.state for change in changes)
    found.update(change.verdict for change in changes if change.verdict)
    return {state: found.pop(state, 0) for state in STATES[:3]} | dict(sorted((k, n) for k, n in found.items() if k != "未改"))


def document(changes: Sequence[ItemChange], names: Sequence[str], start: date, end: date) -> dict[str, Any]:
    """Return the changes as plain values."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "lists": list(names),
        "from": start.isoformat(),
        "to": end.isoformat(),
        "summary": summary(changes),
        "changes": [_change(change) for change in changes],
    }


def to_json(document: dict[str, Any]) -> str:
    """Return a document as JSON, indented."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _change(change: ItemChange) -> dict[str, Any]:
    return {
        "state": change.state,
        "item": change.new and item_json(change.new),
        "was": change.old and item_json(change.old),
        "fields": [{"field": one.field, "old": one.old, "new": one.new, "how": one.how} for one in change.fields],
        "laws": [
            {"kind": one.kind, "told": one.told, "day": one.day.isoformat() if one.day else None} for one in change.laws
        ],
        "verdict": change.verdict or None,
    }


def to_text(changes: Sequence[ItemChange], names: Sequence[str], start: date, end: date, *, width: int = 80, verbose: bool = False) -> str:
    """Return the changes in lines of at most `width` cells, by state.

    A change that many items have alike（a department was renamed）is told once, and items with no other are listed where
    `verbose` is true.
    """
    lines = [*wrap(f"{names[0]}（{start.isoformat()}）", width, "原清单  ", " " * 8)]
    lines += wrap(f"{names[1]}（{end.isoformat()}）", width, "现清单  ", " " * 8)
    counts = summary(changes)
    lines += ["", *wrap("，".join(f"{name} {number} 项" for name, number in counts.items()) + "。", width), ""]
    common = {place: count for place, count in Counter(_place(one) for change in changes for one in change.fields).items() if count >= _COMMON}
    if common:
        lines.append("许多事项相同的改动")
        for (field, how), count in sorted(common.items(), key=lambda pair: -pair[1]):
            lines += wrap(f"{how}（{count} 项）", width, f"  {field}：", "    ")
        lines.append("")
    for state in STATES:
        found = [change for change in changes if change.state == state]
        if not found:
            continue
        lines.append(f"{'没有改动而应当留意' if state == '未改' else state}（{len(found)} 项）")
        shown = [change for change in found if verbose or not _only_common(change, common)]
        for change in shown:
            lines.extend(_lines(change, width))
        if len(shown) < len(found):
            lines.append(f"  …… 其余 {len(found) - len(shown)} 项只有上述改动，用 -v 全部列出")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _place(one: FieldChange) -> tuple[str, str]:
    return one.field, one.how


def _only_common(change: ItemChange, common: Mapping[tuple[str, str], int]) -> bool:
    return bool(change.fields) and not change.verdict and all(_place(one) in common for one in change.fields)


def _lines(change: ItemChange, width: int) -> Iterator[str]:
    item = change.item
    where = row_name(item.sheet, item.row)
    yield from wrap(f"{changed_name(change)}（{item.category or '未写类型'}） {where}", width, "  ", "    ")
    for one in change.fields:
        yield from wrap(one.how, width, f"      {one.field}：", " " * 10)
    for law in change.laws:
        yield from wrap(law.told, width, "      法律：", " " * 10)
    if change.verdict:
        yield from wrap(f"{change.verdict}{not_known(change)}", width, "      结论：", " " * 10)
