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
from basischeck.facts.clauses import quoted_clauses
from basischeck.facts.naming import bare_name
from basischeck.facts.quotation import Quotations
from basischeck.pattern import regex
from basischeck.statute import Index
from basischeck.statute.model import Version

_FRAME = regex(r"^(?:对于?|关于)")
_END = regex(
    r"(?:等)?(?:违法)?(?:行为|情形|情况|活动)?(?:的)?(?:行政)?(?:处罚|处理|强制|检查|许可|审批|确认|奖励|征收|裁决)(?:[（(][^（()）]*[)）])?$"
)
_DUTY = regex(r"(?<=履行)(?!本|职责|义务)")
_SELF = ("本法", "本条例", "本办法", "本规定")
_PENALTY = "行政处罚"
_LEAST = 8
"""Characters of the act that a name states, below which it may be said in many places."""
_LONG, _MOST = 14, 0.5
"""Characters, and share of a name's, that clauses of it have which show an article where others of it are shortened or reworded."""
_ABOUT, _ALSO, _CITED = 0.7, 0.65, 0.3
"""Shares of what a name is about: that an article has which is meant, that another may have, that the cited one may have."""
_TELLING = 6
"""Pairs of characters below which a name says too little to be known again in other words."""


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
            place = _elsewhere(rows, _act(items[number]), index, quotations, day)
            for row in rows if place else ():
                row["name_stands_in"] = place


def _elsewhere(
    rows: Sequence[dict[str, Any]], act: str, index: Index, quotations: Quotations, day: date
) -> str | None:
    """Return the article, other than the cited ones, that has the words of an act and confers a power of the category."""
    version = _version(index, rows[0]["statute_id"], day) if act else None
    if version is None:
        return None
    cited = {row["article"] for row in rows}
    powers = index.powers(version.id)
    conferring = {power.article for power in powers if power.category == rows[0]["standard_category"]}
    place = _in_words(act, version.id, cited, conferring, quotations)
    if place is None and rows[0]["standard_category"] == _PENALTY and not cited & conferring:
        place = _in_matter(act, version.id, cited, conferring, index)
    return render(None, Locator(article=place)) if place is not None else None


def _in_words(act: str, version: str, cited: set[str], conferring: set[str], quotations: Quotations) -> str | None:
    """Return the one conferring article that has the clauses of an act, or most of them; None where a cited one has any."""
    # A name leaves out whose provisions they are: 未履行（本法规定的）安全生产管理职责.
    writings = [act, *(_DUTY.sub(f"{own}规定的", act) for own in _SELF if _DUTY.search(act))]
    holding: dict[str, set[str]] = {"的": set(), "": set()}
    for end, held in holding.items():
        for form in (quoted_clauses(f"{writing}{end}") for writing in writings):
            whole = sum(len(clause.folded) for clause in form)
            for article, letters in quotations.letters(version, form).items():
                if article in cited:
                    return None
                if article in conferring and (letters == whole or (letters >= _LONG and letters >= _MOST * whole)):
                    held.add(article)
    # Without 的 the act is only the beginning of what is punished there: 未履行职责，导致发生事故的.
    places = holding["的"] if len(holding["的"]) == 1 else holding["的"] | holding[""]
    return places.pop() if len(places) == 1 else None


def _in_matter(act: str, version: str, cited: set[str], conferring: set[str], index: Index) -> str | None:
    """Return the one conferring article that is about an act, where the cited ones are about something else."""
    from basischeck.statute.matter import pairs_of  # patterns that few lists need

    wanted = pairs_of(act)
    skeleton = index.skeleton(version)
    if len(wanted) < _TELLING or skeleton is None or not index.has_matter(version):
        return None
    shares: dict[str, float] = {}
    matter = index.matter(version)
    leads = {(one.article, one.paragraph): one.pairs for one in matter if one.item < 0}
    for one in matter:
        article = skeleton.articles[one.article].number
        about = one.pairs | leads.get((one.article, one.paragraph), frozenset())
        shares[article] = max(shares.get(article, 0.0), len(wanted & about) / len(wanted))
    if any(shares.get(article, 0.0) > _CITED for article in cited):
        return None
    ranked = sorted(((shares.get(article, 0.0), article) for article in conferring), reverse=True)
    if not ranked or ranked[0][0] < _ABOUT or (len(ranked) > 1 and ranked[1][0] > _ALSO):
        return None
    return ranked[0][1]


def _version(index: Index, statute: str, day: date) -> Version | None:
    found = index.statute(statute)
    version = found.in_force(day) if found is not None else None
    return version if version is not None and version.held else None


def _act(item: Item) -> str:
    """Return the act that an item's name states, without the frame（对……的处罚）; empty where it says too little."""
    act = _END.sub("", _FRAME.sub("", bare_name(item.sub_name or item.name)))
    return act if sum(len(clause.folded) for clause in quoted_clauses(act)) >= _LEAST else ""
