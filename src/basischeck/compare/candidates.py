"""Which pairs of entries are worth a close look: blocks by category, and by cited article.

Inside a block all pairs go through `rapidfuzz.process.cdist` at once. What is compared there is not the name but its
character pairs, sorted: the same words in another order are then the same string, and the ratio is the overlap.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist, cpdist

from basischeck.compare.entry import Entry
from basischeck.compare.vocabulary import Vocabulary

CUTOFF = 45
"""Per cent of overlap below which no pair is looked at on its name alone."""

LEAST = 28
"""Per cent of overlap below which two names have nothing in common, whatever their bases."""

INSIDE = 55
"""Per cent of the shorter name from which it may be a part of the longer one."""

NEAREST = 6
"""How many of the nearest of the other list are looked at for each entry."""

_ROWS = 1000
_CROWDED = 400


def candidate_pairs(ours: Sequence[Entry], theirs: Sequence[Entry], vocabulary: Vocabulary) -> set[tuple[int, int]]:
    """Return pairs of positions in the two sequences; every pair that could be one power should be among them."""
    found: set[tuple[int, int]] = set()
    shapes = [vocabulary.shape(entry.name.core) for entry in ours], [vocabulary.shape(entry.name.core) for entry in theirs]
    left, right = _by_category(ours), _by_category(theirs)
    for category, mine in left.items():
        # An item without a category may be of any.
        others = right.get(category, []) + right.get("", []) if category else list(range(len(theirs)))
        found.update(_near(mine, others, *shapes))
    if "" in right and left.keys() - right.keys():
        alone = [i for category in left.keys() - right.keys() for i in left[category]]
        found.update(_near(alone, right[""], *shapes))
    found.update(_not_unlike(list(_citing_the_same(ours, theirs)), *shapes))
    found.update(_named_the_same(ours, theirs))
    return found


def _by_category(entries: Sequence[Entry]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        blocks[entry.category].append(number)
    return blocks


def _not_unlike(pairs: Sequence[tuple[int, int]], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Leave out the pairs of which no likeness of names can come: one article founds many powers."""
    if pairs:
        left, right = [ours[i] for i, _ in pairs], [theirs[j] for _, j in pairs]
        scores = cpdist(left, right, scorer=fuzz.ratio, dtype=np.float32, workers=-1)
        sizes = np.array([list(map(len, left)), list(map(len, right))])
        # A short name may stand whole in one so much longer that the ratio is lost: twice what is shared, of both.
        inside = scores * sizes.sum(0) / 2 >= INSIDE * sizes.min(0)
        yield from (pairs[place] for place in np.flatnonzero((scores >= LEAST) | inside).tolist())


def _near(mine: Sequence[int], others: Sequence[int], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    if not mine or not others:
        return
    named: dict[str, list[int]] = defaultdict(list)
    for i in mine:
        named[ours[i]].append(i)
    left, right = list(named), [theirs[j] for j in others]
    # In slices, so that two lists of any length need little memory.
    for start in range(0, len(left), _ROWS):
        table = cdist(left[start : start + _ROWS], right, scorer=fuzz.ratio, score_cutoff=CUTOFF, dtype=np.uint8, workers=-1)
        for row, column in _nearest(table):
            yield from ((i, others[column]) for i in named[left[start + row]])


def _nearest(table: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Iterator[tuple[int, int]]:
    near = table > 0
    crowded = np.flatnonzero(np.count_nonzero(near, axis=1) > NEAREST)
    if crowded.size:
        best = np.argpartition(table[crowded], -NEAREST, axis=1)[:, -NEAREST:]
        near[crowded] = False
        near[crowded[:, None], best] = True
    rows, columns = np.nonzero(near)
    yield from zip(rows.tolist(), columns.tolist(), strict=True)


def _citing_the_same(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j, entry in enumerate(theirs):
        for article in entry.articles:
            postings[article].append(j)
    for i, entry in enumerate(ours):
        near: set[int] = set()
        for article in entry.articles:
            # An article that a list cites everywhere（行政处罚法 on procedure）tells nothing of any one item.
            if len(postings[article]) <= _CROWDED // 10:
                near.update(postings[article])
        yield from ((i, j) for j in near)


def _named_the_same(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    named: dict[str, list[int]] = defaultdict(list)
    for j, entry in enumerate(theirs):
        named[entry.name.core].append(j)
    for i, entry in enumerate(ours):
        same = named.get(entry.name.core, ())
        if len(same) <= _CROWDED:
            yield from ((i, j) for j in same)
