"""The general list（通用目录）: what several lists have, one row a power, with where each row comes from.

The wording of a row is that of one item, never pieced together. Which one: an item whose basis is sound today before one
whose basis is not; then the city's before a county's; then the wording that most lists have; then the first list's.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from basischeck.catalog.model import Item, ListFile
from basischeck.compare.basis import BasisReader
from basischeck.compare.choice import Part, choose, decisions, place_of, undecided
from basischeck.compare.compare import group_entries, shown_names
from basischeck.compare.difference import differences
from basischeck.compare.entry import LEVEL, Entry, entries_of
from basischeck.compare.list_level import level_said
from basischeck.compare.match import one_power, shelf
from basischeck.compare.model import FIELD_WORDS, Earlier, GeneralList, GeneralRow, Origin
from basischeck.compare.organ import field_of
from basischeck.pattern import regex

_COUNTY = regex(r"(?:县|(?<!自治|.地)区|旗)$")
_CITY = regex(r"(?:市|自治州|地区|盟)$")


def merge_lists(
    lists: Sequence[ListFile],
    reader: BasisReader,
    *,
    earlier: dict[str, Earlier] | None = None,
    city: int | None = None,
) -> GeneralList:
    """Merge lists into a general list; every item of every list is among the origins of one row.

    `earlier` has, by file, the provenance of lists that are general lists themselves. `city` is the number of the city's
    list; None finds it by the lists' regions.
    """
    known = earlier or {}
    shown = shown_names(lists)
    city = find_city(lists) if city is None else city
    stated = next((one.city for one in known.values() if one.city), None)
    citys = stated or (shown[city] if city is not None else None)
    names = tuple(dict.fromkeys(n for read, name in zip(lists, shown, strict=True) for n in _names_of(read, name, known)))
    entries: list[list[Entry]] = []
    twins: dict[int, tuple[Entry, ...]] = {}
    # A row that a general list among the inputs has merged already, and that is as it was, stays where it is.
    merged = {
        replace(origin, file="", differs="")
        for one in known.values()
        for origins in one.origins.values()
        for origin in origins
    }
    for number, read in enumerate(lists):
        fresh = entries_of(number, read, reader)
        if read.file not in known:
            fresh = [entry for entry in fresh if replace(_origin(entry, shown[number]), file="") not in merged]
        kept = _without_twins(fresh)
        twins |= {id(entry): more for entry, more in kept}
        entries.append([entry for entry, _ in kept])
    groups = [
        [_part(entry, twins[id(entry)], shown[entry.list], known.get(entry.item.file)) for entry in members]
        for members, _ in group_entries(entries)
    ]
    rows = [_row(parts, reader, citys, names, shown) for parts in _settled(groups, reader, citys)]
    return GeneralList(names, tuple(rows), citys)


def _settled(groups: list[list[Part]], reader: BasisReader, city: str | None) -> list[list[Part]]:
    """Bring together groups whose chosen wordings are one and the same: they would be one row when merged again."""
    while True:
        homes: dict[object, list[tuple[Entry, list[Part]]]] = {}
        kept: list[list[Part]] = []
        for parts in groups:
            entry = choose(undecided(parts), reader, city).entry
            alike = homes.setdefault(shelf(entry), [])
            home = next((found for other, found in alike if one_power(other, entry)), None)
            if home is None:
                kept.append(list(parts))
                alike.append((entry, kept[-1]))
            else:
                home.extend(parts)
        if len(kept) == len(groups):
            return kept
        groups = kept


def find_city(lists: Sequence[ListFile]) -> int | None:
    """Return the number of the city's list: the first whose region is a city, else the only one whose rows say 市, while another is a county's or district's."""
    placed = [_level_of_region(read.region) for read in lists]
    levels = [level or level_said(read.items) for level, read in zip(placed, lists, strict=True)]
    if "县" not in levels:
        return None
    # Several that say 市 without a place may be cities that are a county's equals.
    return placed.index("市") if "市" in placed else levels.index("市") if levels.count("市") == 1 else None


def _level_of_region(region: str) -> str:
    return "县" if _COUNTY.search(region) else "市" if _CITY.search(region) else ""


def _names_of(read: ListFile, name: str, known: dict[str, Earlier]) -> Sequence[str]:
    return known[read.file].names if read.file in known else (name,)


def _without_twins(entries: Sequence[Entry]) -> list[tuple[Entry, tuple[Entry, ...]]]:
    """Put rows of one list that are one power（kept at two levels, by two departments, entered twice）together."""
    named = Counter((entry.name.key, entry.category) for entry in entries)
    shelves: dict[object, list[tuple[Entry, list[Entry]]]] = {}
    order: list[tuple[Entry, list[Entry]]] = []
    for entry in entries:
        # Most names stand once: their bases need not be read for this.
        alone = named[entry.name.key, entry.category] == 1
        alike = [] if alone else shelves.setdefault(shelf(entry), [])
        home = next((more for first, more in alike if one_power(first, entry)), None)
        if home is None:
            order.append((entry, []))
            alike.append(order[-1])
        else:
            home.append(entry)
    return [(entry, tuple(more)) for entry, more in order]


def _part(entry: Entry, twins: Sequence[Entry], name: str, earlier: Earlier | None) -> Part:
    rows = (entry, *twins)
    if earlier is None:
        return Part(entry, tuple(twins), tuple(_origin(one, name) for one in rows))
    origins = [origin for one in rows for origin in earlier.origins.get(one.item.row, ())]
    decided = [text for one in rows for text in earlier.decided.get(one.item.row, ())]
    return Part(entry, tuple(twins), tuple(origins) or tuple(_origin(one, name) for one in rows), tuple(decided), merged=True)


def _origin(entry: Entry, name: str) -> Origin:
    item = entry.item
    shown = "、".join(one.label for one in entry.provisions)
    return Origin(
        name, item.file, item.sheet, item.row, item.name, item.sub_name, item.category, entry.organ, _level(item), shown,
        more_rows="、".join(map(str, item.rows[1:])),
    )  # fmt: skip


def _level(item: Item) -> str:
    texts = [item.fields[LEVEL].text] if LEVEL in item.fields else []
    texts += [more.text for more in item.also.get(LEVEL, ())]
    return "、".join(dict.fromkeys(text for text in texts if text))


def _row(
    parts: Sequence[Part], reader: BasisReader, city: str | None, names: Sequence[str], shown: Sequence[str]
) -> GeneralRow:
    open_parts = undecided(parts)
    chosen = choose(open_parts, reader, city)
    item = chosen.entry.item
    origins: dict[tuple[str, str, int], Origin] = {}
    # What a general list says of its rows stands: its parts come first.
    for part in sorted(parts, key=lambda part: not part.merged):
        told = "；".join(f"{FIELD_WORDS[one.field]}：{one.how}" for one in differences(chosen.entry, part.entry))
        for origin in part.origins:
            one = replace(origin, differs=told) if told and not part.merged else origin
            origins.setdefault(place_of(origin), one)
    has = {origin.list for origin in origins.values()}
    decided = dict.fromkeys(text for part in parts for text in part.decided)
    decided.update(dict.fromkeys(decisions(open_parts, chosen, reader, city, shown)))
    entries = [one for part in (chosen, *parts) for one in (part.entry, *part.twins)]
    return GeneralRow(
        name=item.name,
        sub_name=item.sub_name,
        code=item.code,
        category=item.category,
        department="、".join(_departments(entries)),
        level="、".join(_levels(entries) if _levels(entries[: 1 + len(chosen.twins)]) else ()),
        bases=_bases(item),
        origins=tuple(origins.values()),
        lacking=tuple(name for name in names if name not in has),
        decided=tuple(decided),
    )


def _levels(entries: Sequence[Entry]) -> list[str]:
    """Return the levels that the lists state. Where the wording taken states none, those of others are none of its department."""
    return list(dict.fromkeys(text for one in entries for text in _level(one.item).split("、") if text))


def _departments(entries: Sequence[Entry]) -> list[str]:
    """Return the departments that keep the power, one for each field of responsibility, in the first one's naming."""
    named: dict[str, str] = {}
    for entry in entries:
        for department in entry.organ.split("、"):
            named.setdefault(field_of(department), department)
    return [department for department in named.values() if department]


def _bases(item: Item) -> tuple[tuple[str, str], ...]:
    texts: dict[str, list[str]] = {}
    for basis in item.bases:
        texts.setdefault(basis.role, []).append(basis.text)
    return tuple((role, "\n".join(found)) for role, found in texts.items())
