"""What became of a cited provision: since the version that the bracket names, and in the successor of a repealed statute.

The index knows it from the texts (and, first, from amending decisions); nothing is guessed here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from basischeck.citation import Locator, render
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version

_CERTAIN = 0.999


def since_named(index: Index, named: Version, version: Version, article: str, as_of: date) -> dict[str, Any]:
    """Return what became of `article` of the version `named` in the version in force; empty where it is not known."""
    if not (named.held and version.held):
        return {}
    fate = index.change(named.id, article, as_of)
    if fate.broken or not fate.steps or fate.steps[-1][0] != version.id:
        return {}
    moves = [move for _, move in fate.steps]
    similarity = min(move.similarity for move in moves)
    return {
        "named_last_change": _kind([move.change for move in moves], article, fate.articles),
        "named_article": render(None, Locator(article=article)),
        "named_new_article": "、".join(render(None, Locator(article=new)) for new in fate.articles) or None,
        "named_similarity": round(similarity, 3),
    }


def _kind(changes: list[str], article: str, articles: tuple[str, ...]) -> str:
    if not articles:
        return "deleted"
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
    found = [move for number in articles for move in index.successor(last.id, number)]
    if not found:
        return {}
    named: dict[str, float] = {}
    for version, change in found:
        successor = index.statute(version.partition("@")[0])
        if successor is None or change.new is None:
            continue
        # The successor may have been revised since it took the act's place: its article in force is what to cite.
        fate = index.change(version, change.new, as_of)
        likeness = min([change.similarity, *(move.similarity for _, move in fate.steps)])
        for number in fate.articles:
            named.setdefault(render(successor.title, Locator(article=number)), likeness)
    if not named:
        return {}
    return {"successor_provision": "、".join(named), "successor_similarity": round(max(named.values()), 3)}
