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
from basischeck.statute.model import Version

_FRAME = regex(r"^(?:对于?|关于)")
_END = regex(
    r"(?:等)?(?:违法)?(?:行为|情形|情况|活动)?(?:的)?(?:行政)?(?:处罚|处理|强制|检查|许可|审批|确认|奖励|征收|裁决)(?:[（(][^（()）]*[)）])?$"
)
_LEAST = 8
"""Characters of the act that a name states, below which it may be said in many places."""


def mark_named_places(bases: Sequence[dict[str, Any]], items: Sequence[Item], index: Index, quotations: Quotations, day: date) -> None:
    """Set `name_stands_in` in the rows of bases whose item's name has the words of another article.

    `row["item"]` is the place of its item in `items`. An item that cites several acts, or what cannot be looked into, or an old
    text, or that quotes, is left alone.
    """
    founding: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in bases:
        if row["role"] == "设定依据":
            founding[row["item"]].append(row)
    for number, rows in founding.items():
        told = all(row.get("found") and row.get("article") and row.get("named") != "旧版" and not row.get("quote_state") for row in rows)
        # Beside another act the cited article may be there for something else.
        if told and len({row["statute_id"] for row in rows}) == 1:
            place = _elsewhere(rows, _forms(items[number]), index, quotations, day)
            for row in rows if place else ():
                row["name_stands_in"] = place


def _elsewhere(
    rows: Sequence[dict[str, Any]], forms: Sequence[Sequence[Clause]], index: Index, quotations: Quotations, day: date
) -> str | None:
    """Return the article, other than the cited ones, that has an act's words in any of its `forms` and confers a power of the category."""
    version = _version(index, rows[0]["statute_id"], day) if forms else None
    if version is None:
        return None
    holding = {article for form in forms for article in quotations.holding(version.id, form)}
    if not holding or any(row["article"] in holding for row in rows):
        return None
    conferring = {power.article for power in index.powers(version.id) if power.category == rows[0]["standard_category"]}
    places = sorted(holding & conferring)
    return render(None, Locator(article=places[0])) if len(places) == 1 else None


def _version(index: Index, statute: str, day: date) -> Version | None:
    found = index.statute(statute)
    version = found.in_force(day) if found is not None else None
    return version if version is not None and version.held else None


def _forms(item: Item) -> list[tuple[Clause, ...]]:
    """Return the act that an item's name states, in the ways in which a statute may write it."""
    act = _END.sub("", _FRAME.sub("", bare_name(item.sub_name or item.name)))
    forms = [quoted_clauses(act), quoted_clauses(f"{act}的")]
    return forms if sum(len(clause.folded) for clause in forms[0]) >= _LEAST else []
