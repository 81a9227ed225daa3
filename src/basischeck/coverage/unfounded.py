"""The items that claim a power from provisions none of which confers it（不缺依据）."""

from collections import defaultdict
from datetime import date

from basischeck.citation import Locator, render
from basischeck.coverage.claims import Claim, Claims
from basischeck.coverage.kinds import FOUNDED
from basischeck.coverage.model import UnfoundedItem
from basischeck.statute import Index
from basischeck.statute.powers.model import Power
from basischeck.statute.powers.scope import confers_powers

_STOPS = frozenset({"责令停产停业", "责令关闭", "限制开展生产经营活动", "暂扣许可证件", "取缔"})
"""Penalties that stop an activity."""


def unfounded_items(claims: Claims, index: Index, as_of: date) -> tuple[tuple[UnfoundedItem, ...], int]:
    """Return the items whose cited provisions all could be looked into and of which none confers their category, and how many could not be judged."""
    found, unjudged = [], 0
    confers: dict[str, dict[str, list[Power]]] = {}
    by_item = claims.of_item()
    for number, item in enumerate(claims.items):
        mine = by_item.get(number, [])
        category = next((claim.category for claim in mine if claim.category), None)
        if category not in FOUNDED or not mine:
            continue
        if number in claims.open or any(claim.lost or claim.article is None or not _confers(index, claim) for claim in mine):
            unjudged += 1
            continue
        powers: dict[tuple[str, str], list[Power]] = {}
        for claim in mine:
            if claim.statute not in confers:
                confers[claim.statute] = _by_article(index, claim.statute, as_of)
            powers[claim.statute, claim.article or ""] = confers[claim.statute].get(claim.article or "", [])
        if any(_founds(power, category) for some in powers.values() for power in some):
            continue
        others = dict.fromkeys(power.category for some in powers.values() for power in some)
        cited = dict.fromkeys(_cited_as(index, claim) for claim in mine if claim.own)
        if cited and category is not None:
            found.append(UnfoundedItem(item, category, tuple(cited), "、".join(others)))
    return tuple(found), unjudged


def _confers(index: Index, claim: Claim) -> bool:
    """Say whether an act is one whose provisions are read for powers at all: the general acts on penalties and measures are not."""
    statute = index.statute(claim.statute)
    return statute is not None and confers_powers(statute.level, statute.title)


def _founds(power: Power, category: str) -> bool:
    """Say whether a power can be what an item of a category rests on.

    Orders（责令退还、限期拆除）are listed as penalties and measures, what stops an activity（责令停航）as either.
    """
    if power.category == category or (category == "行政强制" and _STOPS & set(power.acts)):
        return True
    return (
        category != "行政许可" and power.category == "其他职权" and bool({"责令", "责令改正", "撤销"} & set(power.acts))
    )


def _by_article(index: Index, name: str, as_of: date) -> dict[str, list[Power]]:
    statute = index.statute(name)
    version = statute.in_force(as_of) if statute is not None else None
    found: dict[str, list[Power]] = defaultdict(list)
    for power in index.powers(version.id) if version is not None and version.held else ():
        found[power.article].append(power)
    return found


def _cited_as(index: Index, claim: Claim) -> str:
    statute = index.statute(claim.statute)
    return render(statute.title if statute else "", Locator(article=claim.article, paragraph=claim.paragraph))
