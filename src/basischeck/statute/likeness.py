"""How much of one provision's words stand in another, whatever the length of either.

`fuzz.ratio` falls with every word added around a provision that was kept whole. The share of its triples of characters
found again, weighted by rarity, does not; the two together tell a moved provision from a similar one.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

_TRUST = ((0.0, 0.0), (0.2, 0.35), (0.3, 0.48), (0.45, 0.62), (0.6, 0.76), (0.8, 0.9), (1.0, 1.0))
"""How far a share of words found again is to be trusted, read off pairs judged by hand."""


class Grams:
    """Triples of characters of many texts, weighted by rarity: finds texts that contain another, whatever their length."""

    def __init__(self, texts: Sequence[str]) -> None:
        frequency = Counter(g for t in texts for g in triples(t))
        self._new = math.log(len(texts) + 1)
        self._rarity = {g: math.log((len(texts) + 1) / n) for g, n in frequency.items()}
        self._places: dict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(texts):
            for gram in triples(text):
                self._places[gram].append(i)

    def containing(self, text: str, limit: int) -> list[tuple[int, float]]:
        """Return the indices of the texts that hold most of the words of `text`, with the share held, best first."""
        grams = triples(text)
        whole = sum(self._rarity.get(g, self._new) for g in grams) or 1.0
        held: dict[int, float] = defaultdict(float)
        for gram in grams:
            for i in self._places.get(gram, ()):
                held[i] += self._rarity[gram]
        ranked = sorted(((share / whole, i) for i, share in held.items()), reverse=True)[:limit]
        return [(i, share) for share, i in ranked]


    def share(self, part: set[str], whole: set[str]) -> float:
        """Return the weight of the triples `part` as a share of that of the triples `whole`, 0 to 1."""
        total = sum(self._rarity.get(g, self._new) for g in whole)
        return sum(self._rarity.get(g, self._new) for g in part) / total if total else 0.0


def triples(text: str) -> set[str]:
    """Return the triples of characters of a text."""
    return {text[k : k + 3] for k in range(len(text) - 2)}


def trust(share: float) -> float:
    """Return the weight of a share of words found again, by straight lines between the judged points."""
    for (left, low), (right, high) in pairwise(_TRUST):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return 1.0


def weigh(ratio: float, held: float) -> float:
    """Return the weight of wording alone, 0 to 1, from whole likeness and share held."""
    return 0.6 * trust(held) + 0.4 * ratio


class Topics:
    """Pairs of characters of many texts, weighted by rarity: the cosine tells what two texts are about, whatever their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._pairs = [{t[k : k + 2] for k in range(len(t) - 1)} for t in texts]
        frequency = Counter(g for pairs in self._pairs for g in pairs)
        self._rarity = {g: math.log((len(texts) + 1) / n) for g, n in frequency.items()}
        self._weights = [sum(self._rarity[g] for g in pairs) for pairs in self._pairs]

    def cosine(self, one: int, other: int) -> float:
        """Return how far two of the texts, by index, are about the same, 0 to 1."""
        both = math.sqrt(self._weights[one] * self._weights[other])
        return sum(self._rarity[g] for g in self._pairs[one] & self._pairs[other]) / both if both else 0.0
