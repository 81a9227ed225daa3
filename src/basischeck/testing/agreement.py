"""How well a comparison or a general list agrees with the truth of a generated family.

Works on positions alone: whoever compares hands in which rows of which lists were put together.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from basischeck.testing.lists import ListFamily, Row

_NUMBERED = re.compile(r"^\s*\d{1,3}[.、．]\s*(?!\d)")

Place = tuple[int, int]
"""The number of a list in its family, and the 1-based row in the list as it is read (the header is row 1)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of one relation; both 1 where there is nothing to find and nothing was found."""

    right: int
    claimed: int
    true: int

    @property
    def precision(self) -> float:
        """Return the share of what was claimed that is true."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what is true that was claimed."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def row_at(family: ListFamily, place: Place) -> Row:
    """Return the row of a family that stands at a place."""
    return family.lists[place[0]].rows[place[1] - 2]


def true_relation(ours: Row, theirs: Row) -> str | None:
    """Return identical or similar for two rows of one power, None for rows of two powers."""
    if ours.origin != theirs.origin:
        return None
    same = _written(ours.name) == _written(theirs.name) and ours.category == theirs.category
    same = same and set(ours.basis) == set(theirs.basis)
    return "identical" if same else "similar"


def _written(name: str) -> str:
    """Return a name without what is only writing: width, spaces, punctuation, a number before it."""
    text = _NUMBERED.sub("", unicodedata.normalize("NFKC", name))
    return "".join(char for char in text if char.isalnum() or char in "()<>《》")


def judge(family: ListFamily, claimed: Iterable[tuple[Place, Place, str]]) -> dict[str, Agreement]:
    """Judge claimed pairs (place in list 0, place in list 1, relation) of the first two lists of a family.

    A power that a list has in two rows counts once, as its first rows stand to each other.
    """
    firsts: list[dict[int, Row]] = [{}, {}]
    for number in (0, 1):
        for row in family.lists[number].rows:
            firsts[number].setdefault(row.origin, row)
    both = firsts[0].keys() & firsts[1].keys()
    true = {origin: true_relation(firsts[0][origin], firsts[1][origin]) for origin in both}
    seen: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for ours, theirs, relation in claimed:
        seen[relation].add((row_at(family, ours).origin, row_at(family, theirs).origin))
    return {
        relation: Agreement(
            right=sum(a == b and true.get(a) == relation for a, b in seen[relation]),
            claimed=len(seen[relation]),
            true=sum(found == relation for found in true.values()),
        )
        for relation in ("identical", "similar")
    }


def recovered(family: ListFamily, rows: Sequence[Sequence[Place]]) -> Agreement:
    """Judge a general list, given as the places that went into each of its rows.

    A power is recovered where one general row has all its rows and no other's.
    """
    homes: dict[int, set[int]] = defaultdict(set)
    origins = [{row_at(family, place).origin for place in places} for places in rows]
    for number, found in enumerate(origins):
        for origin in found:
            homes[origin].add(number)
    right = sum(len(at) == 1 and len(origins[next(iter(at))]) == 1 for at in homes.values())
    return Agreement(right, len(rows), len(homes))
