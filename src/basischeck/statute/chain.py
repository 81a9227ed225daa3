"""Pairs of articles that may be one and the same, and the heaviest chain of pairs that rises in both texts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from basischeck.statute.likeness import Grams, weigh

CHAIN_CUTOFF = 0.40
"""Least likeness of a pair that order supports."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: indices of the two articles and their likeness, 0 to 1."""

    old: int
    new: int
    score: float


def candidate_pairs(old: Sequence[str], new: Sequence[str], into: Grams, out_of: Grams) -> list[Pair]:
    """Return the pairs worth considering: each article's best counterparts from either side."""
    wanted: dict[tuple[int, int], float] = defaultdict(float)
    for i, words in enumerate(old):
        for _, _, j in process.extract(words, new, scorer=fuzz.ratio, processor=None, limit=6, score_cutoff=40):
            wanted[i, j] = max(wanted[i, j], 0.0)
        for j, held in into.containing(words, 5):
            wanted[i, j] = max(wanted[i, j], held)
    for j, words in enumerate(new):
        for _, _, i in process.extract(words, old, scorer=fuzz.ratio, processor=None, limit=4, score_cutoff=40):
            wanted[i, j] = max(wanted[i, j], 0.0)
        for i, held in out_of.containing(words, 3):
            wanted[i, j] = max(wanted[i, j], held)
    pairs = []
    for (i, j), held in wanted.items():
        ratio = fuzz.ratio(old[i], new[j]) / 100
        score = max(ratio, weigh(ratio, held))
        if score >= CHAIN_CUTOFF:
            pairs.append(Pair(i, j, score))
    return pairs


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs that rise in both texts and have the greatest sum of likeness above the cutoff."""
    ordered = sorted(pairs, key=lambda p: (p.old, -p.new))
    columns = sorted({p.new for p in ordered})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)  # Fenwick tree of prefix maxima
    previous: list[int] = []
    sums: list[float] = []
    for k, pair in enumerate(ordered):
        column = bisect_left(columns, pair.new)
        at, top = column, (0.0, -1)
        while at > 0:
            top = max(top, best[at])
            at -= at & -at
        total = top[0] + (pair.score - CHAIN_CUTOFF + 0.02) ** 1.5
        sums.append(total)
        previous.append(top[1])
        at = column + 1
        while at < len(best):
            best[at] = max(best[at], (total, k))
            at += at & -at
    chain: list[Pair] = []
    k = max(range(len(sums)), key=sums.__getitem__, default=-1)
    while k >= 0:
        chain.append(ordered[k])
        k = previous[k]
    return chain[::-1]
