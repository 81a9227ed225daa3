"""Lists to a comparison: entries, groups, differences."""

from collections.abc import Sequence
from pathlib import PurePath

from basischeck.catalog.model import ListFile
from basischeck.compare.basis import BasisReader
from basischeck.compare.difference import differences
from basischeck.compare.entry import Entry, entries_of
from basischeck.compare.match import identical, match, one_power, shelf
from basischeck.compare.model import Comparison, Group, Member, Relation
from basischeck.compare.score import Scorer
from basischeck.compare.vocabulary import Vocabulary

_Groups = list[tuple[list[Entry], list[float]]]


def compare_lists(lists: Sequence[ListFile], reader: BasisReader) -> Comparison:
    """Hold two or more lists against each other.

    The lists are taken in their order: each is matched with the groups that those before it make. One list alone gives
    groups of one.
    """
    entries = [entries_of(number, read, reader) for number, read in enumerate(lists)]
    groups = _with_twins(group_entries(entries))
    sizes = tuple(len(read.items) for read in lists)
    files = tuple(read.file for read in lists)
    return Comparison(shown_names(lists), sizes, tuple(_group(members, scores) for members, scores in groups), files)


def group_entries(lists: Sequence[Sequence[Entry]]) -> _Groups:
    """Return the groups as entries with the score by which each came in, in order of the first list that has them."""
    everything = [entry for entries in lists for entry in entries]
    scorer = Scorer(Vocabulary(everything))  # before the bases are waited for: it asks names alone
    prepare(everything)
    groups: _Groups = []
    known: list[Entry] = []
    for entries in lists:
        found = {id(one.theirs): one for one in match(known, entries, scorer)} if known else {}
        for entry in entries:
            one = found.get(id(entry))
            if one is None:
                entry.group = len(groups)
                groups.append(([entry], [1.0]))
            else:
                entry.group = one.ours.group
                groups[entry.group][0].append(entry)
                groups[entry.group][1].append(one.score)
        known.extend(entries)
    return groups


def prepare(entries: Sequence[Entry]) -> None:
    """Read the bases that have to be read: not those of items that two lists have word for word."""
    lists: dict[tuple[str, str, str], set[int]] = {}
    for entry in entries:
        lists.setdefault(entry.words, set()).add(entry.list)
    unread = [entry for entry in entries if len(lists[entry.words]) == 1]
    if unread:
        unread[0].reader.prepare(text for entry in unread for text in entry.texts)


def _with_twins(groups: _Groups) -> _Groups:
    """Put an item that stands alone into the group of its twin: another row of its list with the same name and basis.

    A list that keeps a power at two levels has two rows; where a second list has one, neither row is 独有.
    """
    homes: dict[object, list[tuple[Entry, int]]] = {}
    singles = {(e[0].list, e[0].name.key, e[0].category) for e, _ in groups if len(e) == 1}
    for number, (entries, _) in enumerate(groups):
        if len(entries) > 1:
            for entry in entries:
                if (entry.list, entry.name.key, entry.category) in singles:
                    homes.setdefault((entry.list, shelf(entry)), []).append((entry, number))
    alone = []
    for number, (entries, scores) in enumerate(groups):
        first = entries[0]
        near = homes.get((first.list, shelf(first)), []) if len(entries) == 1 and homes else []
        home = next((place for twin, place in near if one_power(twin, first)), None)
        if home is None:
            alone.append(number)
        else:
            groups[home][0].append(first)
            groups[home][1].append(scores[0])
    return [groups[number] for number in alone]


def _group(entries: Sequence[Entry], scores: Sequence[float]) -> Group:
    first = entries[0]
    if len(entries) == 1:
        return Group((Member(first.list, first.item, "unique", 1.0, near=first.near),), "unique")
    variants: list[Entry] = []
    members = []
    for entry, score in zip(entries, scores, strict=True):
        variant = next((n for n, other in enumerate(variants) if identical(other, entry)), len(variants))
        if variant == len(variants):
            variants.append(entry)
        relation: Relation = "similar" if variant else "identical"
        found = () if entry is first else differences(first, entry)
        members.append(Member(entry.list, entry.item, relation, score if variant else 1.0, found, variant))
    return Group(tuple(members), "similar" if len(variants) > 1 else "identical")


def shown_names(lists: Sequence[ListFile]) -> tuple[str, ...]:
    """Return a short name for each list, all different: the file's name, with a number where two files share it."""
    names: list[str] = []
    for read in lists:
        stem = PurePath(read.file).stem if read.file != "-" else "标准输入"
        name, number = stem, 2
        while name in names:
            name, number = f"{stem}（{number}）", number + 1
        names.append(name)
    return tuple(names)
