"""Coverage to the fact table `power`, and what the rules find in it."""

from collections.abc import Iterable, Sequence
from typing import Any

from basischeck.coverage.model import INFERRED, Coverage, HeldPower, UnfoundedItem
from basischeck.facts import frame
from basischeck.facts.place import of_item
from basischeck.rules import Finding, Rule
from basischeck.rules.evaluate import evaluate_table

_SHOWN = 3


def of_coverage(found: Coverage, rules: Sequence[Rule]) -> list[Finding]:
    """Return what the rules find; a power that no item claims is found in the list as a whole, at no cell."""
    gaps = found.of("未列", "类型不同", "待核")
    rows = [*(_power_row(found, one) for one in gaps), *_unfounded_rows(found.unfounded)]
    return evaluate_table(rules, "power", frame("power", rows))


def _power_row(found: Coverage, one: HeldPower) -> dict[str, Any]:
    power = one.power
    names = "、".join(one.holders) or None
    return {
        "item": None,
        "file": found.files[0] if len(found.files) == 1 else "",
        "sheet": "",
        "claim": one.state,
        "power_statute": one.title,
        "provision": one.citation,
        "power_category": power.category,
        "acts": "、".join(power.acts),
        "holder": None if one.inferred else names,
        "likely_holder": names if one.inferred else None,
        "power_level": power.level,
        "claimed_by": "”“".join(dict.fromkeys(item.name for item in one.items[:_SHOWN])) or None,
        "claimed_as": "、".join(dict.fromkeys(item.category for item in one.items if item.category)) or None,
        "how": one.how if one.how and one.how != INFERRED else None,
    }


def _unfounded_rows(items: Iterable[UnfoundedItem]) -> Iterable[dict[str, Any]]:
    for number, one in enumerate(items):
        yield of_item(number, one.item) | {
            "claim": "无依据",
            "provision": "、".join(one.citations),
            "power_category": one.category,
            "confers": one.confers or None,
        }
