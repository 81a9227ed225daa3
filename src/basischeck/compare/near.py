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
    best: Near | None = None
    for other in others:
        if entry.category != other.category or conflict(entry.name, other.name) is not None:
            continue
        if any(agree(mine, theirs) for mine in entry.provisions for theirs in other.provisions):
            score = round(vocabulary.likeness(entry.name.core, other.name.core), 4)
            if best is None or score > best.score:
                best = Near(other.list, other.item, score, "cited")
    return best
