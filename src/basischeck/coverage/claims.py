"""What the items of a list claim: the provisions in force that their founding bases name, old numbers carried on.

An item that cites an old version, or a repealed statute, claims what that provision has become: whether the citation itself
is sound is for the other rules to say, here it only counts that the power is in the list.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from basischeck.catalog.model import Item
from basischeck.citation import parse
from basischeck.facts import Facts
from basischeck.facts.categories import standard_category
from basischeck.statute import Index

_FOUNDING = "设定依据"


@dataclass(frozen=True, slots=True)
class Claim:
    """That an item of a category (None where it states none) rests on a provision; `article` None for the whole statute."""

    item: int
    category: str | None
    statute: str
    article: str | None
    paragraph: int | None
    own: bool = True
    """False where the provision is what a cited one has become, or where the item's quotation stands."""


@dataclass(slots=True)
class Claims:
    """The claims of a list by statute, and what could not be claimed: by item, the titles that are not to be looked into."""

    items: tuple[Item, ...]
    by_statute: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    unread: dict[str, str] = field(default_factory=dict)
    open: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of_item(self) -> dict[int, list[Claim]]:
        """Return the claims by item."""
        found: dict[int, list[Claim]] = defaultdict(list)
        for claims in self.by_statute.values():
            for claim in claims:
                found[claim.item].append(claim)
        return found


def read_claims(facts: Facts, index: Index) -> Claims:
    """Read the claims of all items from the table of bases."""
    claims = Claims(facts.items)
    founded = {row["item"] for row in facts.tables["basis"].iter_rows(named=True) if row["role"] == _FOUNDING}
    for row in facts.tables["basis"].iter_rows(named=True):
        if row["role"] == _FOUNDING or row["item"] not in founded:
            _add(claims, row, index)
    return claims


def _add(claims: Claims, row: Mapping[str, Any], index: Index) -> None:
    number, title = row["item"], row["statute"] or row["title"]
    if title is None:
        return
    category = standard_category(claims.items[number].category)
    found = list(_provisions(row, index))
    if row["status"] == "有效" and row["held"]:
        found.append((row["statute_id"], row["article"], row["paragraph"], True))
    if not found:
        reason = {"未收录": "不在索引内", "已废止": "已废止，承继的条款不明", "尚未生效": "尚未生效"}.get(row["status"] or "", "索引没有现行条文")
        claims.unread.setdefault(title, reason)
        claims.open[number].add(title)
    for statute, article, paragraph, own in found:
        claims.by_statute[statute].append(Claim(number, category, statute, article, paragraph, own))


def _provisions(row: Mapping[str, Any], index: Index) -> Iterable[tuple[str, str | None, int | None, bool]]:
    """Yield what the cited provision has become: under its new number, in the successor, and where the quotation stands."""
    for text in (row["successor_provision"], row["quote_provision"]):
        for citation in parse(text).citations if text else ():
            statute = index.find(citation.title) if citation.title else None
            for locator in citation.locators if statute is not None else ():
                yield statute.id if statute else "", locator.article, locator.paragraph, False
    if row["named_new_article"] and row["statute_id"]:
        for citation in parse(f"《{row['statute']}》{row['named_new_article']}").citations:
            for locator in citation.locators:
                yield row["statute_id"], locator.article, None, False
