"""What became of a cited provision: since the version that the bracket names, and in the successor of a repealed statute.

The index knows it from the texts (and, first, from amending decisions); nothing is guessed here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from basischeck.citation import Locator, render
from basischeck.facts.counterpart import Counterpart, Target, about_the_same, counterpart, stands_elsewhere
from basischeck.statute import Index, heirs
from basischeck.statute.model import Statute, Version

_VERBATIM = 0.9
"""Share of a cited part's clauses from which it stands as it was."""

_MOVED = 0.8
"""Likeness from which an article under another number is said to be the cited one."""


def since_named(index: Index, named: Version, version: Version, locator: Locator, as_of: date) -> dict[str, Any]:
    """Return what became of the cited provision of the version `named` in the version in force; empty where it is not known."""
    facts = _since_named(index, named, version, locator, as_of)
    if facts:
        new = facts["named_new_article"]
        facts["named_moved"] = new is not None and new != facts["named_article"] and facts["named_similarity"] >= _MOVED
    return facts


def _since_named(index: Index, named: Version, version: Version, locator: Locator, as_of: date) -> dict[str, Any]:
    article = locator.article
    if article is None or not (named.held and version.held):
        return {}
    fate = index.change(named.id, article, as_of)
    if fate.broken or not fate.steps or fate.steps[-1][0] != version.id:
        return {}
    if not fate.articles:
        return _of_deleted(index, named, version, locator)
    moves = [move for _, move in fate.steps]
    facts: dict[str, Any] = {
        "named_last_change": _kind([move.change for move in moves], article, fate.articles),
        "named_article": render(None, Locator(article=article)),
        "named_new_article": "、".join(render(None, Locator(article=new)) for new in fate.articles),
        "named_similarity": round(min(move.similarity for move in moves), 3),
    }
    if fate.articles == (article,):
        return facts
    found = counterpart(index, named.id, locator, [Target(version.id, new) for new in fate.articles])
    if found.share is not None and found.share >= _VERBATIM and found.open is None:
        # The cited part was kept, however much of the rest of its article was not.
        facts["named_similarity"] = max(facts["named_similarity"], _VERBATIM)
    return facts | {
        "named_place": _place(locator),
        "named_new_place": "、".join(render(None, place) for _, place in found.places),
        "named_open": found.open,
    }


def _of_deleted(index: Index, named: Version, version: Version, locator: Locator) -> dict[str, Any]:
    """Return the columns on an article that no article is like as a whole: the cited 款 or 项 may stand in another."""
    facts = {"named_article": render(None, Locator(article=locator.article)), "named_place": _place(locator)}
    place = stands_elsewhere(index, named.id, locator, version.id)
    if place is None:
        return facts | {"named_last_change": "deleted", "named_new_article": None, "named_similarity": 0.0}
    return facts | {
        "named_last_change": "renumbered" if place.article != locator.article else "revised",
        "named_new_article": render(None, Locator(article=place.article)),
        "named_new_place": render(None, place),
        "named_similarity": _VERBATIM,
    }


def _place(locator: Locator) -> str:
    return render(None, Locator(article=locator.article, paragraph=locator.paragraph, item=locator.item))


def _kind(changes: list[str], article: str, articles: tuple[str, ...]) -> str:
    for kind in ("split", "merged", "revised"):
        if kind in changes:
            return kind
    return "same" if articles == (article,) else "renumbered"


def in_successor(
    index: Index, statute: Statute, locator: Locator, as_of: date, meant: Sequence[Version] | None = None
) -> dict[str, Any]:
    """Return the successor provision of a repealed statute's article that its text points to; empty where unknown.

    `meant` are the versions that the bracket may mean: an article counted by an older text is first followed to the last
    one, and where that text is not held, or has no such paragraph, nothing is proposed.
    """
    held = [v for v in statute.versions if v.held and v.effective and v.effective <= as_of]
    article = locator.article
    if not held or article is None:
        return {}
    last = held[-1]
    counted_by = meant[-1] if meant else last
    if counted_by.held and not index.exists(counted_by, locator).exists:
        return {}
    articles: tuple[str, ...] = (article,)
    if meant and all(version.id != last.id for version in meant):
        fate = index.change(meant[-1].id, article, as_of)
        if fate.broken or not fate.steps or fate.steps[-1][0] != last.id:
            return {}
        articles = fate.articles
    targets: dict[Target, float] = {}
    for number in articles:
        for version, change in heirs.provisions(index, last.id, number, as_of):
            targets.setdefault(Target(version, change.new or ""), change.similarity)
    if not targets:
        return {}
    text = (counted_by if counted_by.held else last).id
    places = counterpart(index, text, locator, list(targets))
    if places.open and len({target.version for target in targets}) == 1:
        like = about_the_same(index, text, locator, list(targets))
        places = places if like is None else Counterpart(((next(iter(targets)).version, like),))
    return {
        "successor_provision": "、".join(dict.fromkeys(_named(index, version, place) for version, place in places.places)),
        "successor_similarity": round(max(targets.values()), 3),
        "successor_open": places.open,
    }


def _named(index: Index, version: str, place: Locator) -> str:
    statute = index.statute(version.partition("@")[0])
    return render(statute.title if statute is not None else None, place)
