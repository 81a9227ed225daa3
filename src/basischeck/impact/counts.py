"""How much of a list is touched, in figures."""

from collections import Counter
from typing import Any

from basischeck.impact.model import UNTOUCHED, Impact


def counts(impact: Impact) -> dict[str, Any]:
    """Count items, provisions, statutes and what became of the provisions.

    `touched_items` rest on a statute that changed, by a provision of theirs; `items_to_review` are those of them with a
    provision that is not the same as before; `items_quoting` name a changed statute in quoted text only.
    """
    own = [[basis for basis in one.bases if not basis.quoted] for one in impact.items]
    touched = [bases for bases in own if bases]
    kinds = Counter(basis.change.kind for bases in own for basis in bases)
    return {
        "items": sum(len(read.items) for read in impact.lists),
        "bases": impact.bases,
        "statutes": len(impact.statutes),
        "statutes_by_change": dict(Counter(change.kind for change in impact.statutes)),
        "touched_items": len(touched),
        "items_to_review": sum(any(_due(basis.change.kind, basis.change.already) for basis in bases) for bases in own),
        "items_quoting": len(own) - len(touched),
        "touched_bases": sum(map(len, own)),
        "bases_by_change": dict(kinds.most_common()),
        "bases_not_checked": sum(number for _, number in impact.outside) + impact.untitled,
        "bases_ended_before": sum(number for _, number in impact.before),
    }


def _due(kind: str, already: bool) -> bool:
    return kind not in UNTOUCHED and not already
