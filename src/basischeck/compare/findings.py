"""Comparisons to the fact tables `mandated` and `peer`, and what the rules find in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from basischeck.compare.difference import item_name
from basischeck.compare.levels import LevelProblem
from basischeck.compare.mandated import MandatedEntry, MandatedResult
from basischeck.compare.model import FIELD_WORDS
from basischeck.compare.over_time import ItemChange, not_known
from basischeck.facts import frame
from basischeck.facts.place import of_item
from basischeck.rules import Finding, Rule
from basischeck.rules.evaluate import evaluate_table

_LEVELS = ("没有划分", "层级依据不一", "层级责任相同")


def of_mandated(result: MandatedResult, rules: Sequence[Rule]) -> list[Finding]:
    """Return what the rules find about mandated lists; a missing entry is found where it stands in its own list."""
    rows = [_entry_row(number, entry) for number, entry in enumerate(result.entries)]
    rows += [
        of_item(number, claim.item) | {"mandated_list": claim.source, "coverage": "虚称", "how": _short(claim.claim)}
        for number, claim in enumerate(result.claims, len(rows))
    ]
    return evaluate_table(rules, "mandated", frame("mandated", rows))


def _entry_row(number: int, found: MandatedEntry) -> dict[str, Any]:
    entry = found.entry
    level = entry.fields.get("行使层级")
    row: dict[str, Any] = {
        "mandated_list": found.source,
        "entry": item_name(entry),
        "entry_row": entry.row,
        "entry_category": entry.category,
        "entry_level": level.text if level else "",
        "coverage": found.coverage,
        "how": "；".join(f"{FIELD_WORDS[one.field]}：{one.how}" for one in found.differences) or None,
        "nearest": item_name(found.nearest) if found.nearest else None,
        "with_others": found.with_others,
        "score": found.score or None,
    }
    return of_item(number, found.item or entry) | row


def of_levels(problems: Iterable[LevelProblem], rules: Sequence[Rule]) -> list[Finding]:
    """Return what the rules find about levels and service items."""
    return _of_peers((_problem_row(number, one) for number, one in enumerate(problems)), rules)


def _problem_row(number: int, one: LevelProblem) -> dict[str, Any]:
    other = one.other
    return of_item(number, one.item) | {
        "comparison": "层级" if one.problem in _LEVELS else "政务服务",
        "problem": one.problem,
        "other_file": other.file if other else None,
        "other_name": item_name(other) if other else None,
        "other_row": other.row if other else None,
        "how": one.told,
    }


def of_changes(changes: Iterable[ItemChange], rules: Sequence[Rule]) -> list[Finding]:
    """Return what the rules find about a list over time."""
    rows = (_change_row(number, one) for number, one in enumerate(changes) if one.verdict)
    return _of_peers(rows, rules)


def _change_row(number: int, change: ItemChange) -> dict[str, Any]:
    old = change.old
    fields = "、".join(one.field for one in change.fields)
    return of_item(number, change.item) | {
        "comparison": "前后",
        "problem": change.verdict,
        "other_file": old.file if old else None,
        "other_name": item_name(old) if old else None,
        "other_row": old.row if old else None,
        "how": (f"{fields}有变化" if fields else f"本项{change.state}") + not_known(change),
        "law": "；".join(one.told for one in change.laws) or None,
    }


def _of_peers(rows: Iterable[Mapping[str, Any]], rules: Sequence[Rule]) -> list[Finding]:
    return evaluate_table(rules, "peer", frame("peer", rows))


def _short(text: str, longest: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
