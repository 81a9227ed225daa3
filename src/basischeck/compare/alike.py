"""How far pairs of folded names say the same, 0 to 1: many pairs at once, since there are ten times as many as items.

A name is a bag of pieces (see `vocabulary`), each with its weight. What two names share is the weight of their common
pieces, whatever the order of words.
"""

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

Places = NDArray[np.intp]
Shares = NDArray[np.float64]
Bag = tuple[dict[str, float], float]
"""The weight of each piece, and their sum."""

ALL_LETTERS, REORDERED = 0.92, 0.9
"""Share of characters from which two names are taken for one in another order, and what such a likeness is worth."""

_PAIRS = 50_000
"""Pairs that are looked at in one go, so that lists of any length need little memory."""


class Likeness:
    """Likenesses of the folded names `ours` and `theirs`, as `bag` takes them apart."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str], bag: Callable[[str], Bag]) -> None:
        pieces: dict[str, int] = {}
        self._left, self._right = _Bags(ours, bag, pieces), _Bags(theirs, bag, pieces)

    def of(self, pairs: Sequence[tuple[int, int]]) -> tuple[Shares, Shares]:
        """Return for each pair of places in the two sequences the likeness, under 1 for any, and how far the one that says less is in the other."""
        found = [(np.zeros(0), np.zeros(0))]
        for start in range(0, len(pairs), _PAIRS):
            places = np.array(pairs[start : start + _PAIRS], dtype=np.intp)
            found.append(self._of(places[:, 0], places[:, 1]))
        return np.concatenate([alike for alike, _ in found]), np.concatenate([inside for _, inside in found])

    def _of(self, i: Places, j: Places) -> tuple[Shares, Shares]:
        left, right = self._left, self._right
        shared = self._shared(i, j)
        mine, other = left.sums[i], right.sums[j]
        overlap = _share(2 * shared, mine + other)  # Dice
        ratio = _ratio([left.cores[n] for n in i.tolist()], [right.cores[n] for n in j.tolist()])
        # The same characters in another order: words changed places.
        letters = _ratio([left.letters[n] for n in i.tolist()], [right.letters[n] for n in j.tolist()])
        reordered = np.where(letters >= ALL_LETTERS, REORDERED * letters, 0.0)
        found: Shares = np.minimum(0.99, np.maximum(np.maximum(overlap, (overlap + ratio) / 2), reordered))
        return found, _share(shared, np.minimum(mine, other))

    def _shared(self, i: Places, j: Places) -> Shares:
        """Return the weight that two names have in common."""
        left, right = self._left, self._right
        fewer = right.sizes[j] < left.sizes[i]
        shared = np.empty(len(i))
        shared[~fewer] = left.shared(right, i[~fewer], j[~fewer])
        shared[fewer] = right.shared(left, j[fewer], i[fewer])
        return shared


class _Bags:
    """The bags of many names in flat arrays. Pieces are numbered by `pieces`."""

    def __init__(self, cores: Sequence[str], bag: Callable[[str], Bag], pieces: dict[str, int]) -> None:
        bags = [bag(core) for core in cores]
        self.cores = cores
        self.letters = ["".join(sorted(core)) for core in cores]
        self.sizes = np.array([len(weights) for weights, _ in bags], dtype=np.intp)
        self.sums = np.array([total for _, total in bags])
        self._starts = np.cumsum(self.sizes) - self.sizes
        numbers = [pieces.setdefault(piece, len(pieces)) for weights, _ in bags for piece in weights]
        self._pieces = np.array(numbers, dtype=np.int64)
        self._weights = np.fromiter(chain.from_iterable(weights.values() for weights, _ in bags), np.float64, len(numbers))
        owners = np.repeat(np.arange(len(bags), dtype=np.int64), self.sizes)
        self._order = np.argsort(owners << 32 | self._pieces)
        self._keys = (owners << 32 | self._pieces)[self._order]

    def shared(self, other: "_Bags", i: Places, j: Places) -> NDArray[np.float64]:
        """Return the weight that each of these names `i` has in common with the other name `j`."""
        sizes = self.sizes[i]
        pair = np.repeat(np.arange(len(i)), sizes)
        place = np.arange(len(pair)) + np.repeat(self._starts[i] - (np.cumsum(sizes) - sizes), sizes)
        wanted = j[pair].astype(np.int64) << 32 | self._pieces[place]
        at = np.minimum(np.searchsorted(other._keys, wanted), len(other._keys) - 1)
        theirs = np.where(other._keys[at] == wanted, other._weights[other._order[at]], 0.0)
        return np.bincount(pair, np.minimum(self._weights[place], theirs), len(i)).astype(np.float64)


def _share(part: Shares, whole: Shares) -> Shares:
    found: Shares = np.divide(part, whole, out=np.ones(len(part)), where=whole > 0)
    return found


def _ratio(ours: Sequence[str], theirs: Sequence[str]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = cpdist(ours, theirs, scorer=fuzz.ratio, dtype=np.float64, workers=-1) / 100
    return found
