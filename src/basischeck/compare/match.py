"""One list held against the groups found so far: which of its items belongs to which group, one to one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from basischeck.compare.basis import same_basis, same_provisions
from basischeck.compare.candidates import candidate_pairs
from basischeck.compare.entry import Entry
from basischeck.compare.model import Provision
from basischeck.compare.near import come_near, tell_cited
from basischeck.compare.score import Score, Scorer


@dataclass(frozen=True, slots=True)
class Match:
    """That `theirs` is the same power as `ours`, an entry of a group."""

    ours: Entry
    theirs: Entry
    score: float


def match(known: Sequence[Entry], theirs: Sequence[Entry], scorer: Scorer) -> list[Match]:
    """Match the entries of one list with the groups of `known`, best evidence first; no group and no entry is used twice.

    `known` holds every wording of every group (`Entry.group` says which). Entries that find no partner are told what came
    nearest to them (`Entry.near`).
    """
    taken: set[int] = set()
    matches = list(_same(known, theirs, taken))
    done = {id(found.theirs) for found in matches}
    left = _distinct(entry for entry in known if entry.group not in taken)
    right = [entry for entry in theirs if id(entry) not in done]
    pairs = list(candidate_pairs(left, right, scorer.vocabulary))
    scored: list[tuple[float, int, int, float]] = []
    for i, j, score in scorer.scores(left, right, pairs):
        if isinstance(score, Score):
            scored.append((-score.rank, i, j, score.total))
        else:
            come_near(left[i], right[j], score.name, score.words)
    for _, i, j, total in sorted(scored):
        if left[i].group not in taken and id(right[j]) not in done:
            taken.add(left[i].group)
            done.add(id(right[j]))
            matches.append(Match(left[i], right[j], round(total, 4)))
        elif left[i].group not in taken or id(right[j]) not in done:
            come_near(left[i], right[j], total)
    tell_cited([entry for entry in right if id(entry) not in done], known, scorer.vocabulary)
    tell_cited([entry for entry in left if entry.group not in taken], theirs, scorer.vocabulary)
    return matches


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out an entry that says under the same name and on the same provisions what another of its group says."""
    seen: dict[tuple[int, str, str, str, frozenset[Provision]], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.group, entry.name.key, entry.category, entry.field, frozenset(entry.provisions)), entry)
    return list(seen.values())


def _same(known: Sequence[Entry], theirs: Sequence[Entry], taken: set[int]) -> Iterator[Match]:
    """Match what has the same name, category and provisions; among several, the same field and level first."""
    done: set[int] = set()
    both = {entry.words for entry in known} & {entry.words for entry in theirs}
    near, others = [entry for entry in known if entry.words in both], [entry for entry in theirs if entry.words in both]
    for sides in (_word_for_word, _same_field, _same_words):
        yield from _paired(near, others, sides, taken, done)
    named = {(entry.name.key, entry.category) for entry in known if entry.group not in taken}
    left = [entry for entry in known if entry.group not in taken]
    right = [entry for entry in theirs if id(entry) not in done and (entry.name.key, entry.category) in named]
    wanted = {(entry.name.key, entry.category) for entry in right}
    left = [entry for entry in left if (entry.name.key, entry.category) in wanted]
    shelves: dict[object, list[Entry]] = defaultdict(list)
    for entry in left:
        shelves[shelf(entry)].append(entry)
    pairs = [
        ((other.field != entry.field) + (other.level != entry.level), order, place, other, entry)
        for order, entry in enumerate(right)
        for place, other in enumerate(shelves.get(shelf(entry), ()))
        if identical(other, entry)
    ]
    for _, _, _, ours, entry in sorted(pairs, key=lambda pair: pair[:3]):
        if ours.group not in taken and id(entry) not in done:
            taken.add(ours.group)
            done.add(id(entry))
            yield Match(ours, entry, 1.0)


def _word_for_word(entry: Entry) -> object:
    return entry.words, entry.field, entry.level


def _same_field(entry: Entry) -> object:
    return entry.words, entry.field


def _same_words(entry: Entry) -> object:
    return entry.words


def _paired(
    known: Sequence[Entry],
    theirs: Sequence[Entry],
    key: Callable[[Entry], object],
    taken: set[int],
    done: set[int],
) -> Iterator[Match]:
    """Match entries that have the same key, in their order."""
    waiting: dict[object, list[Entry]] = defaultdict(list)
    for entry in reversed(known):
        if entry.group not in taken:
            waiting[key(entry)].append(entry)
    for entry in theirs:
        if id(entry) in done:
            continue
        found = waiting.get(key(entry), [])
        while found and found[-1].group in taken:
            found.pop()
        if found:
            taken.add(found[-1].group)
            done.add(id(entry))
            yield Match(found[-1], entry, 1.0)


def shelf(entry: Entry) -> tuple[str, str, frozenset[tuple[str, str]]]:
    """Return what identical entries have in common; only entries of one shelf need be compared."""
    return entry.name.key, entry.category, entry.articles


def identical(ours: Entry, theirs: Entry) -> bool:
    """Whether two entries are 一致: the same name, category, and bases that name the same provisions."""
    if ours.name.key != theirs.name.key or ours.category != theirs.category:
        return False
    return ours.basis_text == theirs.basis_text or same_provisions(ours.provisions, theirs.provisions)


def one_power(ours: Entry, theirs: Entry) -> bool:
    """Whether two rows of one list are one power: the same name and category, and bases that agree as far as both say."""
    if ours.name.key != theirs.name.key or ours.category != theirs.category:
        return False
    return ours.basis_text == theirs.basis_text or same_basis(ours.provisions, theirs.provisions)
