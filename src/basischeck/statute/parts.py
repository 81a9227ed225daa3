"""What became of the 款 and 项 inside a revised article, from the fingerprints of its clauses alone.

A citation of 第四十一条第二款 is wrong after 款 were put in before it, though article 41 still stands; so the parts of an
article are followed as its articles are: by their clauses, in order, then by their place.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from basischeck.statute.chain import CHAIN_CUTOFF, Pair, heaviest_chain
from basischeck.statute.index import Index
from basischeck.statute.model import Change

Part = tuple[int, int | None]
"""A 款 by its number, with the number of an 项 in it or None for the 款 itself."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """What became of one 款 or 项; `similarity` is the share of clauses found again, 0 to 1."""

    old: Part | None
    new: Part | None
    change: Change
    similarity: float

    def to_json(self) -> dict[str, Any]:
        """Return the record of the change: numbers of 款 and 项 on either side."""
        sides = {"old": self.old, "new": self.new}
        told: dict[str, Any] = {n: {"paragraph": p[0], "item": p[1]} if p else None for n, p in sides.items()}
        return told | {"change": self.change, "similarity": self.similarity}


Clauses = dict[Part, Counter[str]]


def article_clauses(index: Index, version: str, article: str) -> Clauses:
    """Return the clause hashes of each 款 (with its 项) and each 项 of an article; empty where it is not held."""
    skeleton = index.skeleton(version)
    position = skeleton.positions.get(article) if skeleton else None
    found: Clauses = defaultdict(Counter)
    if skeleton is None or position is None:
        return found
    paragraphs = skeleton.articles[position].paragraphs
    for p, paragraph in enumerate(paragraphs, 1):
        found.update({(p, None): Counter()} | {(p, item): Counter() for item in paragraph.items})
    for one in index.prints(version):
        if one.article != position:
            continue
        found[one.paragraph + 1, None][one.hash] += 1
        items = paragraphs[one.paragraph].items if one.paragraph < len(paragraphs) else ()
        if 0 <= one.item < len(items):
            found[one.paragraph + 1, items[one.item]][one.hash] += 1
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return twice the clauses in common over the clauses of both, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _matched(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> dict[int, int]:
    """Pair two rows of parts: by clauses in order, by clauses across the order, then what is left alone between two."""
    pairs = [Pair(i, j, _likeness(a, b)) for i, a in enumerate(old) for j, b in enumerate(new)]
    strong = [p for p in pairs if p.score >= CHAIN_CUTOFF]
    matched = {p.old: p.new for p in heaviest_chain(strong)}
    for pair in sorted(strong, key=lambda p: -p.score):
        if pair.score >= 0.7 and pair.old not in matched and pair.new not in matched.values():
            matched[pair.old] = pair.new
    for i in range(len(old)):
        before, behind = matched.get(i - 1, -1 if i == 0 else None), matched.get(i + 1)
        if i in matched or before is None:
            continue
        alone = behind == before + 2 or (i == len(old) - 1 and before + 2 == len(new))
        if alone and before + 1 not in matched.values():
            matched[i] = before + 1
    return matched


def _rows(old: Clauses, new: Clauses, olds: Sequence[Part], news: Sequence[Part]) -> list[PartChange]:
    """Return a row for each of the parts on either side, in order of the old ones, then those that are new."""
    matched = _matched([old[p] for p in olds], [new[p] for p in news])
    rows: list[PartChange] = []
    for i, part in enumerate(olds):
        if i not in matched:
            rows.append(PartChange(part, None, "deleted", 0.0))
            continue
        other = news[matched[i]]
        score = round(_likeness(old[part], new[other]), 3)
        same_number = part == other if part[1] is None else part[1] == other[1]
        change: Change = "revised" if score < 1 else "same" if same_number else "renumbered"
        rows.append(PartChange(part, other, change, score))
    rows.extend(PartChange(None, p, "added", 0.0) for j, p in enumerate(news) if j not in matched.values())
    return rows


def compare_parts(old: Clauses, new: Clauses) -> tuple[PartChange, ...]:
    """Return what became of each 款, and of each 项 of the 款 that were matched, between two articles."""
    rows = _rows(old, new, [p for p in old if p[1] is None], [p for p in new if p[1] is None])
    items: list[PartChange] = []
    for row in rows:
        if row.old and row.new:
            olds = [p for p in old if p[0] == row.old[0] and p[1] is not None]
            news = [p for p in new if p[0] == row.new[0] and p[1] is not None]
            items.extend(_rows(old, new, olds, news))
    return (*rows, *items)


def part_changes(index: Index, old: str, old_article: str, new: str, new_article: str) -> tuple[PartChange, ...]:
    """Return what became of the 款 and 项 of an article from one held version to another, empty where nothing is known.

    Versions are ids, articles their numbers; the versions may be of a statute and its successor.
    """
    before, after = article_clauses(index, old, old_article), article_clauses(index, new, new_article)
    return compare_parts(before, after) if before and after else ()
