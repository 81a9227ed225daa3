"""Lists that must be covered: powers delegated from above, the national list of licences, a 指导目录.

Every entry of such a list is covered, covered under another name, at another category or level, or missing; 待核实 where an item is
alike but not surely the same; and an item that says it comes from the list has to have an entry there.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import normalise
from basischeck.compare.basis import BasisReader
from basischeck.compare.compare import prepare, shown_names
from basischeck.compare.difference import differences
from basischeck.compare.entry import Entry
from basischeck.compare.match import Match, match, one_power
from basischeck.compare.model import Difference
from basischeck.compare.naming import Name, conflict, read_name, without_marks
from basischeck.compare.score import Scorer
from basischeck.compare.vocabulary import Vocabulary
from basischeck.pattern import regex

Coverage = Literal["已覆盖", "名称不同", "类型不同", "层级不同", "待核实", "缺少"]

SURE = 0.72
"""Score from which an item in other words is said to cover an entry; below it somebody has to look."""

UNSURE = 0.6
"""Score of an item whose name holds an entry's name, and says other things besides."""

_CODE = regex(r"[0-9A-Za-z-]{6,}")
_CLAIMED = ("备注", "编码", "部门职责")
_SHORT_NAME = 4
_WIDEST = 3
"""How many times as long as an entry's name the name of an item may be that holds it."""


@dataclass(frozen=True, slots=True)
class MandatedEntry:
    """One entry of a mandated list and the item that covers it, None where none does.

    `with_others` is true where the item covers other entries as well（several entries kept as one item）. `nearest` is, for
    a missing entry, the item whose name is most alike, for whoever looks into it.
    """

    source: str
    entry: Item
    coverage: Coverage
    item: Item | None = None
    score: float = 0.0
    differences: tuple[Difference, ...] = ()
    with_others: bool = False
    nearest: Item | None = None


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """An item that names a mandated list as its origin, which has no such entry."""

    source: str
    item: Item
    claim: str


@dataclass(frozen=True, slots=True)
class MandatedResult:
    """All entries of all mandated lists in order, and the items that claim one wrongly."""

    entries: tuple[MandatedEntry, ...]
    claims: tuple[FalseClaim, ...]

    def of(self, coverage: Coverage) -> tuple[MandatedEntry, ...]:
        """Return the entries of one coverage."""
        return tuple(entry for entry in self.entries if entry.coverage == coverage)


def check_mandated(lists: Sequence[ListFile], mandated: Sequence[ListFile], reader: BasisReader) -> MandatedResult:
    """Hold lists, taken together, against every mandated list."""
    items = [Entry(1, item, reader) for read in lists for item in read.items]
    entries: list[MandatedEntry] = []
    claims: list[FalseClaim] = []
    for read, name in zip(mandated, shown_names(mandated), strict=True):
        wanted = [Entry(0, item, reader) for item in read.items]
        found = _cover(wanted, items)
        entries.extend(_judged(entry, found.get(id(entry)), name, items) for entry in wanted)
        covering = {id(one.theirs.item) for one, _ in found.values()}
        claims.extend(_false_claims(items, covering, name))
    return MandatedResult(tuple(entries), tuple(claims))


def _cover(wanted: Sequence[Entry], items: Sequence[Entry]) -> dict[int, tuple[Match, bool]]:
    """Return by the id of each covered entry the match, and whether its item covers another entry too."""
    matched = _matched(wanted, items)
    times = Counter(id(one.theirs) for one in matched.values())
    return {key: (one, times[id(one.theirs)] > 1) for key, one in matched.items()}


def _matched(wanted: Sequence[Entry], items: Sequence[Entry]) -> dict[int, Match]:
    prepare([*wanted, *items])
    scorer = Scorer(Vocabulary([*wanted, *items]))
    found = {id(ours): Match(ours, theirs, 1.0) for ours, theirs in _same_code(wanted, items)}
    found |= {id(ours): Match(ours, theirs, 1.0) for ours, theirs in _same_main(wanted, items) if id(ours) not in found}
    used = {id(one.theirs) for one in found.values()}
    rest = [entry for entry in wanted if id(entry) not in found]
    for number, entry in enumerate(rest):
        entry.group = number
    free = [item for item in items if id(item) not in used]
    found |= {id(one.ours): one for one in match(rest, free, scorer)}
    covered = list(found.values())
    for entry in wanted:
        if id(entry) not in found and (shared := _twin(entry, covered) or _shared(entry, items)):
            found[id(entry)] = shared
    return found


def _twin(entry: Entry, covered: Sequence[Match]) -> Match | None:
    """Find the match of another row of the mandated list that says the same, such as the power at another level."""
    return next((one for one in covered if one.ours.name.key == entry.name.key and one_power(one.ours, entry)), None)


def _same_code(wanted: Sequence[Entry], items: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pair what has the same code; a code that stands twice on a side, or a mere number, says nothing."""
    ours, theirs = _by_code(wanted), _by_code(items)
    return [(entry, theirs[code]) for code, entry in ours.items() if code in theirs and not conflict(entry.name, theirs[code].name)]


def _same_main(wanted: Sequence[Entry], items: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pair entries that are parts（子项、办理项）with the item that has the name of their 主项, where none has their own."""
    own = {item.name.key for item in items}
    whole = {(item.name.key, item.category): item for item in items if not item.item.sub_name}
    parts = (entry for entry in wanted if entry.item.sub_name and entry.name.key not in own)
    return [(entry, whole[key]) for entry in parts if (key := (read_name(entry.item.name).key, entry.category)) in whole]


def _by_code(entries: Sequence[Entry]) -> dict[str, Entry]:
    codes: dict[str, list[Entry]] = {}
    for entry in entries:
        if _CODE.fullmatch(entry.item.code):
            codes.setdefault(entry.item.code, []).append(entry)
    return {code: found[0] for code, found in codes.items() if len(found) == 1}


def _shared(entry: Entry, items: Sequence[Entry]) -> Match | None:
    """Find the item that covers an entry together with others: the same name, a name that holds this one, or its main item."""
    best: Match | None = None
    for item in items:
        if entry.category and item.category and entry.category != item.category:
            continue
        if not _holds(item, entry):
            continue
        score = (0.9 if conflict(entry.name, item.name) is None else 0.8) if _only_wider(item.name, entry.name) else UNSURE
        if best is None or score > best.score:
            best = Match(entry, item, score)
    return best


def _holds(item: Entry, entry: Entry) -> bool:
    wanted = entry.name
    if wanted.key in (item.name.key, read_name(item.item.name).key):
        return True
    if wanted.kind != item.name.kind and "" not in (wanted.kind, item.name.kind):
        return False
    # 养老机构设立、变更审批 holds 养老机构设立审批: all its words, and a legally relevant one more.
    mine, other = dict(wanted.marks), dict(item.name.marks)
    wider = all(words <= other.get(group, frozenset()) for group, words in mine.items())
    if not wider or "、" not in item.name.plain or len(wanted.core) < _SHORT_NAME:
        return False
    near = bool(entry.articles & item.articles) or not entry.provisions
    return near and len(item.name.core) <= _WIDEST * len(wanted.core) and _in_order(wanted.core, item.name.core)


def _only_wider(item: Name, wanted: Name) -> bool:
    """Whether an item's name says no more than an entry's, but for legally relevant words（设立、变更 for 设立）."""
    if wanted.key in item.key and "/" in item.key:
        return True
    return without_marks(item.core) == without_marks(wanted.core)


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _judged(entry: Entry, found: tuple[Match, bool] | None, source: str, items: Sequence[Entry]) -> MandatedEntry:
    if found is None:
        return MandatedEntry(source, entry.item, "缺少", nearest=_nearest(entry, items))
    one, with_others = found
    told = differences(entry, one.theirs)
    # A mandated list that states no category, level or basis asks for none.
    told = tuple(d for d in told if d.field != "department" and (d.ours or d.field == "name"))
    if not entry.provisions:
        told = tuple(d for d in told if d.field != "basis")
    if entry.item.sub_name and read_name(entry.item.name).key == one.theirs.name.key:
        told = tuple(d for d in told if d.field != "name")  # the item keeps the whole, the entry names a part
    fields = {d.field for d in told}
    coverage: Coverage = "已覆盖"
    if "category" in fields:
        coverage = "类型不同"
    elif "level" in fields:
        coverage = "层级不同"
    elif "name" in fields:
        coverage = "名称不同"
    if "name" in fields and one.score < SURE and entry.name.core != one.theirs.name.core:
        coverage = "待核实"
    return MandatedEntry(source, entry.item, coverage, one.theirs.item, one.score, told, with_others)


def _nearest(entry: Entry, items: Sequence[Entry]) -> Item | None:
    cores = [item.name.core for item in items]
    found = process.extractOne(entry.name.core, cores, scorer=fuzz.ratio, score_cutoff=60)
    return items[found[2]].item if found else None


def _false_claims(items: Sequence[Entry], covering: set[int], source: str) -> list[FalseClaim]:
    name = normalise(re.sub(r"[（(].*?[)）]|\d{4}年版?", "", source))
    if len(name) < _SHORT_NAME:
        return []
    claims = []
    for entry in items:
        texts = [entry.item.fields[field].text for field in _CLAIMED if field in entry.item.fields]
        claim = next((text for text in texts if name in normalise(text)), None)
        if claim is not None and id(entry.item) not in covering:
            claims.append(FalseClaim(source, entry.item, claim))
    return claims
