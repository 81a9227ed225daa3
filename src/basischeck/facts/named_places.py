"""Items whose name has the words of another article than the one that they cite: the number is an old one, or a slip.

Lists name a punishable act in the words of the statute（买卖或者以其他形式非法转让土地的处罚）. Where these are the words of one
article that confers such a power, and not of the cited one, the cited one is probably meant for that. A quotation behind the
citation says more, and is compared itself.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from basischeck.catalog.model import Item
from basischeck.citation import Locator, render
from basischeck.facts.clauses import Clause, quoted_clauses
from basischeck.facts.naming import bare_name
from basischeck.facts.quotation import Quotations
from basischeck.pattern import regex
from basischeck.statute import Index

_FRAME = regex(r"^(?:对于?|关于)")
_END = regex(
    r"(?:等)?(?:违法)?(?:行为|情形|情况|活动)?(?:的)?(?:行政)?(?:处罚|处理|强制|检查|许可|审批|确认|奖励|征收|裁决)(?:[（(][^（()）]*[)）])?$"
)
_LEAST = 8
"""Characters of the act that a name states, below which it may be said in many places."""


def mark_named_places(bases: Sequence[dict[str, Any]], items: Sequence[Item], index: Index, quotations: Quotations, day: date) -> None:
    """Set `name_stands_in` in the rows of bases whose item's name has the words of another article.

    `row["item"]` is the place of its item in `items`.
    """
    cited: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for row in bases:
        if row["role"] == "设定依据" and row.get("status") == "有效" and row.get("article") is not None:
            cited[row["item"], row["statute_id"]].append(row)
    for (number, statute), rows in cited.items():
        # An old text's articles are told by their own rules, a quotation by its.
        told = [row for row in rows if row.get("found") and row.get("named") != "旧版" and not row.get("quote_state")]
        if len(told) < len(rows):
            continue
        forms = _forms(items[number])
        place = _elsewhere(index, quotations, statute, day, {row["article"] for row in rows}, forms, rows[0]["standard_category"]) if forms else None
        for row in told if place else ():
            row["name_stands_in"] = place


def _forms(item: Item) -> list[tuple[Clause, ...]]:
    """Return the act that an item's name states, in the ways in which a statute may write it."""
    act = _END.sub("", _FRAME.sub("", bare_name(item.sub_name or item.name)))
    forms = [quoted_clauses(act), quoted_clauses(f"{act}的")]
    return forms if sum(len(clause.folded) for clause in forms[0]) >= _LEAST else []


def _elsewhere(
    index: Index,
    quotations: Quotations,
    statute: str,
    day: date,
    cited: set[str],
    forms: Sequence[Sequence[Clause]],
    category: str | None,
) -> str | None:
    """Return the article, other than the cited ones, that has an act's words and confers a power of the category."""
    found = index.statute(statute)
    version = found.in_force(day) if found is not None else None
    if version is None or not version.held:
        return None
    holding = {article for form in forms for article in quotations.holding(version.id, form)}
    if not holding or holding & cited:
        return None
    conferring = {power.article for power in index.powers(version.id) if power.category == category}
    places = sorted(holding & conferring)
    return render(None, Locator(article=places[0])) if len(places) == 1 else None
