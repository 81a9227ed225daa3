"""What the lists themselves say about words: how telling each is, and which pairs keep items apart.

Nothing is known of a word beforehand. 未按规定 stands in every fourth name and tells little; where one list has
对锅炉…的处罚 beside 对电梯…的处罚 in the same words, 锅炉 and 电梯 are two things in every other list as well.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from basischeck.compare.basis import same_basis
from basischeck.compare.entry import Entry
from basischeck.compare.words import pairs

_WIDEST = 12
"""Characters; a longer stretch that differs is no word, and no pair of items is known to differ in it alone."""

_NARROWEST = 3
"""Characters that two names have to share on one side of a word, to be taken for one name with two words."""


_Shelf = tuple[int, str, str]


def _shelf(entry: Entry) -> _Shelf:
    """Return where an entry's name stands beside others: a list's powers of one kind. 处罚 and 检查 of one act are no pair."""
    return entry.list, entry.category, entry.name.kind


def pieces(core: str) -> list[str]:
    """Return the overlapping pairs of characters of a folded name; the name itself where it has one character."""
    return list(pairs(core)) or [core]


class Vocabulary:
    """Weights of character pairs over all names, and the contrasts inside each list."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._names: dict[_Shelf, set[str]] = defaultdict(set)
        self._entries: dict[tuple[_Shelf, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            shelf, core = _shelf(entry), entry.name.core
            self._names[shelf].add(core)
            self._entries[shelf, core].append(entry)
        self._sorted = {shelf: _Sorted(names) for shelf, names in self._names.items()}
        distinct = set().union(*self._names.values()) if self._names else set()
        counts = Counter(piece for core in distinct for piece in set(pieces(core)))
        total = max(len(distinct), 1)
        self._weights = {piece: 0.25 + math.log((total + 1) / count) for piece, count in counts.items()}
        self._holding: dict[str, list[tuple[_Shelf, str]]] = defaultdict(list)
        for shelf, names in self._names.items():
            for core in names:
                for char in set(core):
                    self._holding[char].append((shelf, core))
        self._codes = {piece: chr(0x100 + number) for number, piece in enumerate(counts)}
        self.bag = lru_cache(maxsize=None)(self._bag)
        self.shape = lru_cache(maxsize=None)(self._shape)
        self.contrast = lru_cache(maxsize=None)(self._contrast)

    def _bag(self, core: str) -> tuple[dict[str, float], float]:
        bag: dict[str, float] = {}
        for piece in pieces(core):
            bag[piece] = bag.get(piece, 0.0) + self._weights.get(piece, 1.0)
        return bag, sum(bag.values())

    def _shape(self, core: str) -> str:
        """Return the pieces of a folded name in one order for all names, each as a character of a private alphabet.

        The ratio of two such strings is the share of pieces that two names have in common, whatever the order of words.
        """
        codes = self._codes
        return "".join(sorted(codes.setdefault(piece, chr(0x100 + len(codes))) for piece in pieces(core)))

    def likeness(self, ours: str, theirs: str) -> float:
        """Return the weight that two folded names have in common as a share of both, 0 to 1."""
        (left, mine), (right, other) = self.bag(ours), self.bag(theirs)
        return 2 * sum(min(weight, right.get(piece, 0.0)) for piece, weight in left.items()) / (mine + other)

    def weight(self, core: str) -> float:
        """Return how much a folded name says in all: a general one（监督检查）weighs little."""
        return self.bag(core)[1]

    def kept_apart(self, ours: Entry, theirs: Entry) -> tuple[str, str] | None:
        """Return the words that make two entries two items by what the lists themselves have; None where there are none.

        Either some list has both words in names that are else the same; or a list has the same name with a third word in
        that place（电梯、锅炉 there, 气瓶 here）, on the same basis, so that only the word says which of them is meant.
        """
        left, right = ours.name.core, theirs.name.core
        for change in replaced(left, right):
            first, second = left[change[0] : change[1]], right[change[2] : change[3]]
            if self.contrast(*sorted((first, second))):
                return first, second
            if self._third(ours, change[:2], theirs, second) or self._third(theirs, change[2:], ours, first):
                return first, second
        return None

    def _contrast(self, first: str, second: str) -> bool:
        rarest = min((self._holding.get(char, []) for char in set(first)), key=len, default=[])
        return any(
            first in core and core.replace(first, second, 1) in self._names[shelf] for shelf, core in rarest if first in core
        )

    def _third(self, entry: Entry, place: tuple[int, int], other: Entry, word: str) -> bool:
        """Whether the entry's list has its name with another word in `place`, founded no differently from `other`."""
        core = entry.name.core
        head, tail = core[: place[0]], core[place[1] :]
        for name in self._sorted[_shelf(entry)].around(head, tail):
            filler = name[len(head) : len(name) - len(tail)]
            if name != core and filler and filler != word and len(filler) <= _WIDEST:
                bases = self._entries[_shelf(entry), name]
                if not same_basis(entry.provisions, other.provisions) or any(one.articles & other.articles for one in bases):
                    return True
        return False


class _Sorted:
    """The folded names of one list, to be asked for those with a given beginning and end."""

    def __init__(self, names: set[str]) -> None:
        self._forth = sorted(names)
        self._back = sorted(name[::-1] for name in names)

    def around(self, head: str, tail: str) -> Iterator[str]:
        """Yield the names that begin with `head` and end with `tail`, and are longer than both."""
        if max(len(head), len(tail)) < _NARROWEST:
            return
        if len(head) >= len(tail):
            found = _beginning(self._forth, head)
        else:
            found = (name[::-1] for name in _beginning(self._back, tail[::-1]))
        for name in found:
            if len(name) > len(head) + len(tail) and name.startswith(head) and name.endswith(tail):
                yield name


def _beginning(names: Sequence[str], head: str) -> Iterator[str]:
    for place in range(bisect_left(names, head), len(names)):
        if not names[place].startswith(head):
            return
        yield names[place]


def replaced(ours: str, theirs: str) -> list[tuple[int, int, int, int]]:
    """Return where one name has words in place of the other's: start and end in the first, start and end in the second.

    What is only added or left out is not among them, nor what is too long to be a word.
    """
    places: list[tuple[int, int, int, int]] = []
    for code in Levenshtein.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        if places and places[-1][1] == code.src_start and places[-1][3] == code.dest_start:
            # 用人单位 and 劳务派遣单位 differ in one word, not in a replaced and an added one.
            places[-1] = (places[-1][0], code.src_end, places[-1][2], code.dest_end)
        else:
            places.append((code.src_start, code.src_end, code.dest_start, code.dest_end))
    return [place for place in places if 0 < place[1] - place[0] <= _WIDEST and 0 < place[3] - place[2] <= _WIDEST]
