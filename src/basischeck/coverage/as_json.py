"""The JSON of `coverage`."""

from typing import Any

import basischeck
from basischeck.compare.as_json import item_json
from basischeck.coverage.model import Coverage, HeldPower, State

STATES: tuple[State, ...] = ("已列", "类型不同", "未列", "待核", "附带", "未写机关", "他机关", "非本级")


def document(found: Coverage) -> dict[str, Any]:
    """Return the result as plain values: every power of the statutes looked into, with how the list stands to it."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "as_of": found.as_of.isoformat(),
        "lists": list(found.files),
        "fields": list(found.fields),
        "level": found.level,
        "summary": {
            "items": found.items,
            "powers": len(found.powers),
            "held": sum(one.state == "已列" for one in found.judged()),
            "to_hold": len(found.judged()),
            "states": {state: len(found.of(state)) for state in STATES},
            "unfounded": len(found.unfounded),
            "items_not_judged": found.unjudged,
            "items_without_basis": found.bare,
        },
        "by_statute": [
            {
                "statute": count.title,
                "held": count.held,
                "to_hold": count.all,
                "by_category": {name: {"held": held, "to_hold": number} for name, (held, number) in count.by_category.items()},
            }
            for count in found.counts
        ],
        "powers": [_power(one) for one in found.powers],
        "unfounded": [
            {"item": item_json(one.item), "category": one.category, "citations": list(one.citations), "confers": one.confers}
            for one in found.unfounded
        ],
        "not_looked_into": [{"title": title, "reason": reason} for title, reason in found.unread],
    }


def _power(one: HeldPower) -> dict[str, Any]:
    power = one.power
    return {
        "statute": one.title,
        "citation": one.citation,
        "category": power.category,
        "acts": list(power.acts),
        "holders": list(one.holders),
        "holders_inferred": one.inferred,
        "level": power.level,
        "violated": list(power.violated),
        "by_reference": power.refers,
        "judged": power.judged,
        "doubted": power.doubted,
        "state": one.state,
        "how": one.how,
        "items": [item_json(item) for item in one.items],
    }
