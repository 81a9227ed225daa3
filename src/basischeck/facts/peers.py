"""Items of one list that should name the same responsible body: its department's, its sheet's, its neighbours'.

A list of many departments has many bodies, and that is no fault; what shows an odd one is a group that all but a few of its
items agree on. The groups are the list's own: a column or title that names the department, the sheet, the stem of
the code, the block of rows where the list goes body by body.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from basischeck.catalog.model import Item
from basischeck.facts.codes import code_of
from basischeck.pattern import regex

NORM = 0.8
"""Least share of a group that makes its usual body."""
_ENOUGH = 5
_BESIDE = 2
"""How many rows of a block must stand before an odd one, and behind it."""
_STEM = regex(r"^[A-Z]{3,}|^[A-Z]{2}(?=[^A-Z0-9])|^\d{6,}(?=[A-Z])|^[^\W\d_]+(?=[-—－·.])")


@dataclass(frozen=True, slots=True)
class Peers:
    """Positions of items that should name one body, what a report calls the others, and the body they name."""

    name: str
    positions: tuple[int, ...]
    usual: str


def peers(items: Sequence[Item], bodies: Mapping[int, str], same: Callable[[str, str], bool]) -> Iterator[Peers]:
    """Yield the groups of one file's items, the surest kind first; `bodies` are the folded bodies by position."""
    named = {n: items[n].department if items[n].department_from in ("column", "title") else "" for n in bodies}
    yield from _agreed("本部门其他事项", _groups(bodies, named.__getitem__), bodies)
    yield from _of_named_department(items, bodies, same)
    sheets = _groups(bodies, lambda n: items[n].sheet)
    if not _by_category(items, sheets):
        yield from _partition("本工作表其他事项", sheets, bodies)
    yield from _partition(
        "编码开头相同的其他事项", _groups([n for n in bodies if _stem(items[n])], lambda n: _stem(items[n])), bodies
    )
    for positions in sheets:
        yield from _blocks(positions, bodies)


def _groups(positions: Sequence[int] | Mapping[int, str], key: Callable[[int], Hashable]) -> list[list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for position in positions:
        found[key(position)].append(position)
    return list(found.values())


def _agreed(name: str, groups: Sequence[Sequence[int]], bodies: Mapping[int, str]) -> Iterator[Peers]:
    for positions in groups:
        usual, count = Counter(bodies[n] for n in positions).most_common(1)[0]
        if len(positions) >= _ENOUGH and count >= NORM * len(positions):
            yield Peers(name, tuple(positions), usual)


def _partition(name: str, groups: Sequence[Sequence[int]], bodies: Mapping[int, str]) -> Iterator[Peers]:
    """Yield groups that part a list by body: each that is large enough has its usual one, and they differ."""
    large = [positions for positions in groups if len(positions) >= _ENOUGH]
    found = list(_agreed(name, large, bodies))
    if len(found) == len(large) and len({one.usual for one in found}) > 1:
        yield from found


def _by_category(items: Sequence[Item], sheets: Sequence[Sequence[int]]) -> bool:
    """Whether each sheet holds another category: then its body is that of most of its items by chance."""
    categories = [{items[n].category for n in positions} for positions in sheets]
    return all(len(one) == 1 for one in categories) and len(set().union(*categories)) > 1


def _of_named_department(
    items: Sequence[Item], bodies: Mapping[int, str], same: Callable[[str, str], bool]
) -> Iterator[Peers]:
    """Yield the departments that their items name as the body, where nearly all rows of the list do so.

    Then a small department needs no majority: of two rows the one whose body is the department is the usual one.
    """
    rows = [n for n in bodies if items[n].department_from == "column" and items[n].department]
    own = {n for n in rows if _is_of(bodies[n], items[n].department, same)}
    if len(rows) < _ENOUGH or len(own) < NORM * len(rows):
        return
    for positions in _groups(rows, lambda n: items[n].department):
        agreeing = Counter(bodies[n] for n in positions if n in own)
        if agreeing and sum(agreeing.values()) * 2 >= len(positions):
            yield Peers("本部门其他事项", tuple(positions), agreeing.most_common(1)[0][0])


def _is_of(body: str, department: str, same: Callable[[str, str], bool]) -> bool:
    plain = "".join(department.split())
    return same(body, plain) or body.endswith(plain) or plain.endswith(body)


def _stem(item: Item) -> str:
    match = _STEM.match(code_of(item))
    return match[0] if match else ""


def _blocks(positions: Sequence[int], bodies: Mapping[int, str]) -> Iterator[Peers]:
    """Yield the blocks of a sheet that goes body by body, each with the odd rows that stand within it.

    It goes so where, the odd rows left out, no body comes up twice; a list sorted by anything else shows nothing.
    """
    runs = [(body, list(group)) for body, group in groupby(positions, key=bodies.__getitem__)]
    odd = {
        k
        for k in range(1, len(runs) - 1)
        if len(runs[k][1]) == 1
        and runs[k - 1][0] == runs[k + 1][0]
        and min(len(runs[k - 1][1]), len(runs[k + 1][1])) >= _BESIDE
    }
    kept = [body for body, _ in groupby(body for k, (body, _) in enumerate(runs) if k not in odd)]
    if not odd or len(kept) < 2 or len(kept) != len(set(kept)):
        return
    for k in sorted(odd):
        yield Peers("前后相邻的事项", (*runs[k - 1][1], *runs[k][1], *runs[k + 1][1]), runs[k - 1][0])
