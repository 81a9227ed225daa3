"""Quoted text against the fingerprints of a version: which provision holds its clauses."""

from collections import Counter
from collections.abc import Sequence

from basischeck.citation.model import Locator
from basischeck.statute.fingerprint import Print, hashes
from basischeck.statute.model import Quotation, Trace
from basischeck.statute.skeleton import Skeleton

Place = tuple[int, int | None, int | None]


def quote_match(skeleton: Skeleton, prints: Sequence[Print], locator: Locator, text: str) -> Quotation | None:
    """Compare a quoted text with the provision that a locator names, None where it has no clause or no fingerprint."""
    wanted = hashes(text)
    if not wanted or not prints or locator.article is None:
        return None
    position = skeleton.positions.get(locator.article)
    inside: set[str] = set()
    everywhere: dict[str, list[Print]] = {}
    for one in prints:
        everywhere.setdefault(one.hash, []).append(one)
        if one.article == position and _covers(skeleton, locator, one):
            inside.add(one.hash)
    hits = sum(1 for clause in wanted if clause in inside)
    known = sum(1 for clause in wanted if clause in everywhere)
    found, share = _best(skeleton, wanted, everywhere)
    return Quotation(len(wanted), hits, known - hits, found, share)


def _covers(skeleton: Skeleton, locator: Locator, one: Print) -> bool:
    """Whether a clause stands in the part of the article that the locator names; an item's lead-in counts with it."""
    if locator.paragraph is not None and one.paragraph != locator.paragraph - 1:
        return False
    if locator.item is None or one.item < 0:
        return True
    article = skeleton.articles[one.article]
    items = article.paragraphs[one.paragraph].items if one.paragraph < len(article.paragraphs) else ()
    return one.item < len(items) and items[one.item] == locator.item


def _best(
    skeleton: Skeleton, wanted: Sequence[str], everywhere: dict[str, list[Print]]
) -> tuple[tuple[str, int | None, int | None] | None, float]:
    """Return the provision that holds most of the wanted clauses, and its share."""
    articles: Counter[int] = Counter()
    for clause in wanted:
        articles.update({one.article for one in everywhere.get(clause, ())})
    if not articles:
        return None, 0.0
    best = max(articles, key=lambda a: (articles[a], -a))
    places = Counter(
        (one.paragraph, one.item) for clause in wanted for one in everywhere.get(clause, ()) if one.article == best
    )
    paragraphs = {paragraph for paragraph, _ in places}
    paragraph = next(iter(paragraphs)) if len(paragraphs) == 1 else None
    items = {item for _, item in places}
    article = skeleton.articles[best]
    item = next(iter(items)) if len(items) == 1 and paragraph is not None else -1
    number = None
    if item >= 0 and paragraph is not None and item < len(article.paragraphs[paragraph].items):
        number = article.paragraphs[paragraph].items[item]
    found = (article.number, None if paragraph is None else paragraph + 1, number)
    return found, articles[best] / len(wanted)


def trace(version: str, skeleton: Skeleton | None, prints: Sequence[Print], text: str) -> Trace | None:
    """Say how much of a quoted text stands in a version, and in which article most of it."""
    wanted = hashes(text)
    if skeleton is None or not wanted:
        return None
    everywhere: dict[str, list[Print]] = {}
    for one in prints:
        everywhere.setdefault(one.hash, []).append(one)
    known = sum(1 for clause in wanted if clause in everywhere)
    found, _ = _best(skeleton, wanted, everywhere)
    return Trace(version, found[0], known / len(wanted)) if found else None
