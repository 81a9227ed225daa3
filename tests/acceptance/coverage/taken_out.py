"""Lists of which half of the items are taken out: what `coverage` then asks for, where the truth is what the bureau itself had listed."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from basischeck.catalog import read_list
from basischeck.catalog.model import Item, ListFile
from basischeck.citation import NameSet
from basischeck.coverage.coverage import Wanted, find_coverage
from basischeck.coverage.model import HeldPower
from basischeck.facts.categories import standard_category
from basischeck.statute import Index

DAY = date(2026, 11, 27)
Outcome = Literal["claimed", "to be looked at", "in another item", "not asked", "no power"]
"""What becomes of an item that is taken out: a power of it is 未列 or 类型不同; one is 待核; another item still holds all that it held; none of
these; or it rests on no provision of which a power of its category is known."""


def without(whole: ListFile, seed: int, *, other: bool = False) -> tuple[ListFile, frozenset[int]]:
    """Return a list without a half of its items, drawn with a seed (its other half if `other`), and the numbers of those taken out."""
    rng = random.Random(seed)  # noqa: S311  # test data, no secret
    out = frozenset(number for number in range(len(whole.items)) if (rng.random() < 0.5) is not other)
    return replace(whole, items=tuple(item for number, item in enumerate(whole.items) if number not in out)), out


def outcomes(path: Path, index: Index, seeds: int = 1) -> Iterator[tuple[str | None, Outcome]]:
    """Yield (category, outcome) of each item of a list, taken out once a seed with the half of the items that it falls into."""
    whole, names = read_list(path), NameSet(index.names())
    full = find_coverage([whole], index, DAY, Wanted(), names)
    titles = tuple(dict.fromkeys(one.title for one in full.powers))
    held: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for one in full.of("已列"):
        for item in one.items:
            if standard_category(item.category) == one.power.category:
                held[_place(item)].append(_power(one))
    for seed in range(2 * seeds):
        left, out = without(whole, seed // 2, other=seed % 2 == 1)
        if not left.items or not out:
            continue
        states = {_power(one): one.state for one in find_coverage([left], index, DAY, Wanted(titles), names).powers}
        for number in sorted(out):
            item = whole.items[number]
            yield standard_category(item.category), _outcome({states.get(power, "") for power in held[_place(item)]})


def table(paths: list[Path], index: Index, seeds: int = 1) -> dict[str, Counter[Outcome]]:
    """Return the outcomes of all lists by category."""
    found: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for path in paths:
        for category, outcome in outcomes(path, index, seeds):
            found[category or ""][outcome] += 1
    return found


def _outcome(states: set[str]) -> Outcome:
    if not states:
        return "no power"
    if states & {"未列", "类型不同"}:
        return "claimed"
    if "待核" in states:
        return "to be looked at"
    return "in another item" if "已列" in states else "not asked"


def _place(item: Item) -> tuple[str, int]:
    return item.sheet, item.row


def _power(one: HeldPower) -> tuple[str, str]:
    return one.citation, one.power.category
