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
    index: Index, statute: Statute, article: str, as_of: date, meant: Sequence[Version] | None = None
) -> dict[str, Any]:
    """Return the successor provision of `article` of a repealed statute that its text points to; empty where unknown.

    `meant` are the versions that the bracket may mean: an article counted by an older text is first followed to the last
    one, and where that text is not held nothing is proposed.
    """
    held = [v for v in statute.versions if v.held and v.effective and v.effective <= as_of]
    if not held:
        return {}
    last = held[-1]
    articles: tuple[str, ...] = (article,)
    if meant and all(version.id != last.id for version in meant):
        fate = index.change(meant[-1].id, article, as_of)
        if fate.broken or not fate.steps or fate.steps[-1][0] != last.id:
            return {}
        articles = fate.articles
    found = [move for number in articles for move in index.successor(last.id, number)]
    if not found:
        return {}
    best = max(change.similarity for _, change in found)
    named = []
    for version, change in found:
        successor = index.statute(version.partition("@")[0])
        if successor is not None and change.new is not None:
            named.append(render(successor.title, Locator(article=change.new)))
    return {"successor_provision": "、".join(dict.fromkeys(named)) or None, "successor_similarity": round(best, 3)}
