"""One list held against the groups found so far: which of its items belongs to which group, one to one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from basischeck.compare.basis import same_basis
from basischeck.compare.candidates import candidate_pairs
from basischeck.compare.entry import Entry
from basischeck.compare.score import Scorer


@dataclass(frozen=True, slots=True)
class Match:
    """That `theirs` is the same power as `ours`, an entry of a group."""

    ours: Entry
    theirs: Entry
    score: float


def match(known: Sequence[Entry], theirs: Sequence[Entry], scorer: Scorer) -> list[Match]:
    """Match the entries of one list with the groups of `known`, best evidence first; no group and no entry is used twice.

    `known` holds every wording of every group (`Entry.group` says which).
    """
    taken: set[int] = set()
    matches = list(_same(known, theirs, taken))
    done = {id(found.theirs) for found in matches}
    left = _distinct(entry for entry in known if entry.group not in taken)
    right = [entry for entry in theirs if id(entry) not in done]
    scored = []
    for i, j in candidate_pairs(left, right):
        score = scorer.score(left[i], right[j])
        if score is not None:
            scored.append((-score.total, i, j))
    scored.sort()
    for total, i, j in scored:
        if left[i].group not in taken and id(right[j]) not in done:
            taken.add(left[i].group)
            done.add(id(right[j]))
            matches.append(Match(left[i], right[j], round(-total, 4)))
    return matches


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out an entry that says in the same words what another of its group says."""
    seen: dict[tuple[int, str, str, str], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.group, *entry.words), entry)
    return list(seen.values())


def _same(known: Sequence[Entry], theirs: Sequence[Entry], taken: set[int]) -> Iterator[Match]:
    """Match what has the same name, category and provisions; among several, the same field and level first."""
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in known:
        named[entry.name.plain, entry.category].append(entry)
    pairs = []
    for order, entry in enumerate(theirs):
        for place, other in enumerate(named.get((entry.name.plain, entry.category), ())):
            if identical(other, entry):
                apart = (other.field != entry.field) + (other.level != entry.level)
                pairs.append((apart, order, place, other, entry))
    done: set[int] = set()
    for _, order, _, ours, entry in sorted(pairs, key=lambda pair: pair[:3]):
        if ours.group not in taken and order not in done:
            taken.add(ours.group)
            done.add(order)
            yield Match(ours, entry, 1.0)


def identical(ours: Entry, theirs: Entry) -> bool:
    """Whether two entries are 一致: the same name, category, and bases that name the same provisions."""
    if ours.name.plain != theirs.name.plain or ours.category != theirs.category:
        return False
    return ours.basis_text == theirs.basis_text or same_basis(ours.provisions, theirs.provisions)
