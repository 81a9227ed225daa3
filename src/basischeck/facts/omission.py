"""Words left out within a quotation: which clauses of a provision stand between two that are quoted, and are not quoted.

A quotation may begin late and break off early, and it may take some of the 款, 项 and 目 only; it may not pass over a part of
one without a sign（……）. A text is quoted in its order, so the clauses quoted are laid against it in order: clauses that several
places have in common（责令改正）are taken where their neighbours are.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.facts.clauses import Clause, Match
from basischeck.statute.fingerprint import Print

_ADJOINING = 0.5
"""What it is worth that two clauses quoted one after the other stand so in the text, against one clause more that is found."""
_SOLID = 2
"""Clauses in a row that show where a quotation stands; a single one does where the text has it once."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause of the quotation laid at a place of the text: `weight` of all laid so far, and the one laid `before`."""

    number: int
    at: int
    weight: float
    before: "_Place | None"


def omits(wanted: Sequence[Clause], found: Match, text: Sequence[Sequence[Print]]) -> bool:
    """Whether a quotation, all of whose clauses were found, passes over a part of a 款, 项 or 目 between two of its clauses.

    `text` are the clauses of each provision that it is quoted for: from one to the next it may pass over anything.
    """
    return any(_passes_over(wanted, found, prints) for prints in text)


def _passes_over(wanted: Sequence[Clause], found: Match, prints: Sequence[Print]) -> bool:
    laid = _laid([(number, one) for number, forms in enumerate(found.forms) for one in forms], prints)
    quoted = {place.at for place in laid}
    units = [(one.paragraph, one.item, one.subitem) for one in prints]
    touched = {units[at] for at in quoted}
    for left, right in itertools.pairwise(laid):
        between = range(left.at + 1, right.at)
        if any(clause.cut for clause in wanted[left.number + 1 : right.number + 1]):
            continue
        if any(units[at] in touched for at in between) and _is_solid(left, laid, prints) and _is_solid(right, laid, prints):
            return True
    return False


def _laid(order: Sequence[tuple[int, str]], prints: Sequence[Print]) -> list[_Place]:
    """Lay the clauses quoted, in order, at places that rise: as many as can be, side by side where they can be."""
    places: dict[str, list[int]] = {}
    for at, held in enumerate(prints):
        places.setdefault(held.hash, []).append(at)
    laid: list[_Place] = []
    for number, one in order:
        new = []
        for at in places.get(one, []):
            before = max(
                (place for place in laid if place.at < at),
                key=lambda place: (place.weight + (_ADJOINING if place.at == at - 1 else 0), place.at),
                default=None,
            )
            gained = 0.0 if before is None else before.weight + (_ADJOINING if before.at == at - 1 else 0)
            new.append(_Place(number, at, 1 + gained, before))
        laid += new
    last = max(laid, key=lambda place: place.weight, default=None)
    chain: list[_Place] = []
    while last is not None:
        chain.append(last)
        last = last.before
    return chain[::-1]


def _is_solid(place: _Place, laid: Sequence[_Place], prints: Sequence[Print]) -> bool:
    if sum(one.hash == prints[place.at].hash for one in prints) == 1:
        return True
    quoted = {one.at for one in laid}
    run = 1 + next(n for n in range(len(prints) + 1) if place.at - n - 1 not in quoted)
    return run + next(n for n in range(len(prints) + 1) if place.at + n + 1 not in quoted) >= _SOLID
