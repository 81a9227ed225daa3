"""What the items of a list claim: the provisions in force that their founding bases name, old numbers carried on.

An item that cites an old version, or a repealed statute, claims what that provision has become: whether the citation itself
is sound is for the other rules to say, here it only counts that the power is in the list. An item that cites an article as a
whole and quotes one paragraph of it claims that paragraph.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from basischeck.catalog.model import Item
from basischeck.citation import parse
from basischeck.coverage.asides import asides
from basischeck.coverage.following import with_following
from basischeck.coverage.referred import articles_today, punished_under
from basischeck.coverage.wordings import Wordings
from basischeck.facts import Facts
from basischeck.facts.categories import standard_category
from basischeck.statute import Index

_FOUNDING = "设定依据"
_AS_IN_FORCE = ("一致", "有删节")
_NOT_AS_IN_FORCE = ("旧版本", "大部分不一致", "查无")


@dataclass(frozen=True, slots=True)
class Claim:
    """That an item of a category (None where it states none) rests on a provision; `article` None for the whole statute.

    `number` is the 项, `since` the day of the version that the item names where that is no longer in force: what the article
    has gained since is not claimed.
    """

    item: int
    category: str | None
    statute: str
    article: str | None
    paragraph: int | None
    number: int | None = None
    own: bool = True
    """False where the provision is what a cited one has become, or where the item's quotation stands."""
    since: date | None = None
    lost: bool = False
    """True where the item cites a text of before that could not be followed to today's: the number may be another provision's."""
    aside: bool = False
    """True where the item cites the provision only because the one it rests on refers to it."""
    referred: bool = False
    """True where the item does not cite the provision: the text that it quotes has somebody punished under it."""


@dataclass
class Claims:
    """The claims of a list by statute, and what could not be claimed: by item, the titles that are not to be looked into."""

    items: tuple[Item, ...]
    by_statute: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    unread: dict[str, str] = field(default_factory=dict)
    open: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    unheld: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The items that rest on a text of a statute in force that the index does not hold, newer than the one it holds, by statute."""

    @cached_property
    def wordings(self) -> Wordings:
        """Return the offences that the items name."""
        return Wordings(self.items)

    @cached_property
    def acts(self) -> Mapping[int, Sequence[str]]:
        """Return the acts that each item cites itself, in the order of their names in the index."""
        return {number: tuple(dict.fromkeys(one.statute for one in claims if one.own)) for number, claims in self.of_item().items()}

    def of_item(self) -> dict[int, list[Claim]]:
        """Return the claims by item."""
        found: dict[int, list[Claim]] = defaultdict(list)
        for claims in self.by_statute.values():
            for claim in claims:
                found[claim.item].append(claim)
        return found


def read_claims(facts: Facts, index: Index, as_of: date) -> Claims:
    """Read the claims of all items from the table of bases, on the provisions in force on `as_of`."""
    claims = Claims(facts.items)
    rows = list(with_following(facts.tables["basis"].iter_rows(named=True), facts.items, index, as_of))
    founded = {row["item"] for row in rows if row["role"] == _FOUNDING}
    aside = [set(asides(item)) for item in facts.items]
    hosts: dict[tuple[int, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["role"] == _FOUNDING or row["item"] not in founded:
            _add(claims, row, _Moves(index, as_of), aside[row["item"]])
            hosts[row["item"], row["cell"]].append(row)
    for number, item in enumerate(facts.items):
        if standard_category(item.category) == "行政处罚":
            for claim in _referred(number, item, hosts, index, as_of):
                claims.by_statute[claim.statute].append(claim)
    return claims


def _referred(
    number: int, item: Item, hosts: Mapping[tuple[int, str], Sequence[Mapping[str, Any]]], index: Index, as_of: date
) -> Iterable[Claim]:
    """Yield a penalty's claims on the provisions under which the text that it quotes has somebody punished."""
    for place, start, title, article in punished_under(item):
        host = next((r for r in reversed(hosts.get((number, item.bases[place].cell), ())) if r["start"] < start), None)
        statute = index.find(title) if host is not None and title != host["title"] else None
        if host is None or statute is None or statute.id == host["statute_id"]:
            continue
        since = host["named_effective"] if host["named"] == "旧版" else host["effective"]
        became, sure = articles_today(statute, article, since, index, as_of)
        for today in became:
            yield Claim(number, "行政处罚", statute.id, today, None, own=False, lost=not sure, referred=True)


def _add(claims: Claims, row: Mapping[str, Any], moves: "_Moves", aside: Container[tuple[str, str]]) -> None:
    number, title = row["item"], row["statute"] or row["title"]
    if title is None:
        return
    category = standard_category(claims.items[number].category)
    plain = Claim(number, category, row["statute_id"] or "", row["article"], row["paragraph"], row["item_number"])
    plain = replace(plain, aside=(row["title"], row["article"]) in aside, since=_before(row))
    became = moves.became(row)
    moved = replace(plain, own=False, paragraph=None, number=None)
    found = [replace(moved, article=article) for article in became if article != row["article"]]
    found += [replace(moved, since=None, statute=s, article=a, paragraph=p, number=n) for s, a, p, n in moves.elsewhere(row)]
    left = became and row["article"] not in became and row["quote_state"] not in _AS_IN_FORCE
    if row["status"] == "有效" and row["held"] and not left:
        found.append(replace(_narrowed(plain, row), lost=_is_lost(row, became)))
    if not found:
        reason = {"未收录": "不在索引内", "已废止": "已废止，承继的条款不明", "尚未生效": "尚未生效"}.get(
            row["status"] or "", "索引没有现行条文"
        )
        claims.unread.setdefault(title, reason)
        if row["status"] == "有效" and row["statute_id"]:
            claims.unheld[row["statute_id"]].add(number)
        claims.open[number].add(title)
    for claim in found:
        claims.by_statute[claim.statute].append(claim)


def _before(row: Mapping[str, Any]) -> date | None:
    """Return the day of the text that an item names, else quotes, where that is no longer in force."""
    day: date | None = row["named_effective"] if row["named"] == "旧版" else None
    return day or (row["quote_version_effective"] if row["quote_state"] == "旧版本" else None)


def _is_lost(row: Mapping[str, Any], became: Sequence[str]) -> bool:
    before = row["named"] == "旧版" or row["quote_state"] in _NOT_AS_IN_FORCE or row["missing"] is not None
    return before and not became and row["quote_state"] not in _AS_IN_FORCE


def _narrowed(claim: Claim, row: Mapping[str, Any]) -> Claim:
    """Return the claim on the only part of the cited provision that the item quotes, where it shows one."""
    for citation in parse(f"《{row['statute']}》{row['quoted_part']}").citations if row["quoted_part"] else ():
        for locator in citation.locators:
            if locator.article == claim.article:
                return replace(claim, paragraph=locator.paragraph, number=locator.item)
    return claim


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where cited provisions stand on a day: under their new numbers, in the successor, where the quotation stands."""

    index: Index
    as_of: date

    def became(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what the cited article is today, where the item names or quotes a text no longer in force; else nothing."""
        statute = self.index.statute(row["statute_id"]) if row["statute_id"] and row["article"] else None
        if statute is None:
            return ()
        old = row["quote_version_effective"] if row["quote_state"] == "旧版本" else None
        old = old or (row["named_effective"] if row["named"] == "旧版" else None)
        version = next((v for v in statute.versions if v.effective == old and v.held), None) if old else None
        if version is None or version == statute.in_force(self.as_of):
            return ()
        return self.index.change(version.id, row["article"], self.as_of).articles

    def elsewhere(self, row: Mapping[str, Any]) -> Iterable[tuple[str, str | None, int | None, int | None]]:
        """Yield (statute, article, paragraph, item) of the successor's provision and of the one that the quotation stands in."""
        quoted = row["quote_provision"] if row["quote_state"] != "旧版本" else None
        for text in (row["successor_provision"], quoted):
            for citation in parse(text).citations if text else ():
                statute = self.index.find(citation.title) if citation.title else None
                for locator in citation.locators if statute is not None else ():
                    name = statute.id if statute else ""
                    if locator.paragraph is not None or (name, locator.article) != (row["statute_id"], row["article"]):
                        yield name, locator.article, locator.paragraph, locator.item
