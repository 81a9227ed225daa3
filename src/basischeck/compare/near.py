"""What comes nearest to an item that stands alone: an item that has another partner, one that a word keeps apart, or one on the same provision."""

from collections import defaultdict
from collections.abc import Sequence

from basischeck.compare.basis import agree
from basischeck.compare.entry import Entry
from basischeck.compare.model import Near
from basischeck.compare.naming import conflict
from basischeck.compare.vocabulary import Vocabulary

CITED_EVERYWHERE = 40
"""Items of one list from which an article（行政处罚法 on procedure）tells nothing of any one of them."""

FEW, ONE_OF_FEW, ONE_OF_MANY = 3, 0.05, 0.3
"""Likeness of names from which an item on the same provision is told of as near, where so few items have that provision, and where more do."""


def come_near(ours: Entry, theirs: Entry, score: float, apart: tuple[str, str] | None = None) -> None:
    """Note for both entries that the other is near: one that has another partner before one that a word keeps apart."""
    for entry, other, words in ((ours, theirs, apart), (theirs, ours, apart and apart[::-1])):
        near = Near(other.list, other.item, round(score, 4), "word" if words else "taken", words)
        if entry.near is None or (near.why == "taken", near.score) > (entry.near.why == "taken", entry.near.score):
            entry.near = near


def tell_cited(lone: Sequence[Entry], others: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Note for entries of one list near which nothing came what another list has on the same provision, the name most like it first."""
    postings: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    wanted = {article for entry in lone if entry.near is None for article in entry.articles}
    for other in others if wanted else ():
        for article in other.articles & wanted:
            postings[article].append(other)
    for entry in lone:
        if entry.near is None:
            found = [one for article in entry.articles if len(postings[article]) <= CITED_EVERYWHERE for one in postings[article]]
            entry.near = _best(entry, found, vocabulary)


def _best(entry: Entry, others: Sequence[Entry], vocabulary: Vocabulary) -> Near | None:
    near = [
        Near(other.list, other.item, round(vocabulary.likeness(entry.name.core, other.name.core), 4), "cited")
        for other in others
        if entry.category == other.category
        and conflict(entry.name, other.name) is None
        and any(agree(mine, theirs) for mine in entry.provisions for theirs in other.provisions)
    ]
    best = max(near, key=lambda one: one.score, default=None)
    # A provision of many items says who is competent, or founds many powers: then the names have to be alike.
    return best if best is not None and best.score >= (ONE_OF_FEW if len(near) <= FEW else ONE_OF_MANY) else None
