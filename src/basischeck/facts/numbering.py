"""The serial numbers of a sheet: numbers given twice, left out, out of order.

A sheet may number its items in one run, anew for each category or department, or in two steps (1-1, 1-2, 2-1). A cell may
hold the numbers of several items ("2,3"), and several rows (sub-items, levels) may share the number of one item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from basischeck.catalog.model import Item
from basischeck.citation import normalise, parse_numeral
from basischeck.pattern import regex

Fault = Literal["重复", "缺号", "起始", "乱序", "空缺"]
Number = tuple[int, ...]

_SERIAL = regex(r"\d+(?:[-.、]\d+)*[.、]?")
_READABLE = 0.8
"""Below this share of what stands in the column that could be read as a number, a sheet is not numbered in a way that gaps could be told from."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """What is odd about the number of one item, and in Chinese, what it should be or what is left out."""

    kind: Fault
    note: str


@dataclass(slots=True)
class _Entry:
    position: int
    row: int
    numbers: list[Number]
    section: tuple[str, str]


@dataclass(slots=True)
class _Run:
    """Numbers that count on from one another: same prefix, same section where each section begins anew."""

    entries: list[_Entry] = field(default_factory=list)


def numbering_faults(items: Sequence[Item], before: str = "") -> dict[int, NumberingFault]:
    """Return the faults in the serial numbers of one sheet's items, by position in `items`.

    `before` is the last number of the sheet before: a sheet may count on from it.
    """
    entries = _entries(items)
    numbered = [entry for entry in entries if entry.numbers]
    written = sum(any(items[entry.position].serials) for entry in entries)
    if not numbered or len(numbered) < max(_READABLE * written, len(entries) / 2):
        return {}
    faults: dict[int, NumberingFault] = {}
    for run in _runs(entries):
        faults |= _run_faults(run.entries)
    first = numbered[0]
    if first.numbers[0][-1] != 1 and first.position not in faults and not _continues(_number(before), first.numbers[0]):
        faults[first.position] = NumberingFault("起始", f"从{_show(first.numbers[0])}开始")
    return _without_excerpt(faults, len(numbered))


def _entries(items: Sequence[Item]) -> list[_Entry]:
    entries: list[_Entry] = []
    cell = ""
    for position, item in enumerate(items):
        serial = item.fields.get("序号")
        if serial is not None and serial.cell == cell:
            continue
        numbers = [number for text in item.serials if (number := _number(text)) is not None]
        same = position > 0 and numbers and item.serials == items[position - 1].serials
        if same and normalise(item.name) == normalise(items[position - 1].name):
            continue
        cell = serial.cell if serial is not None else ""
        entries.append(_Entry(position, item.row, numbers, (item.category, item.department)))
    return entries


def _number(text: str) -> Number | None:
    if text.isascii() and text.isdigit():
        return (int(text),)
    plain = normalise(text).strip("()[]")
    if _SERIAL.fullmatch(plain):
        return tuple(int(part) for part in re.findall(r"\d+", plain))
    value = parse_numeral(plain.rstrip("、."))
    return (value,) if value is not None else None


def _continues(before: Number | None, number: Number) -> bool:
    return before is not None and number == (*before[:-1], before[-1] + 1)


def _runs(entries: Sequence[_Entry]) -> list[_Run]:
    runs: list[_Run] = []
    last: _Entry | None = None
    behind: list[Number | None] = [None]
    for entry in reversed(entries):
        behind.append(entry.numbers[0] if entry.numbers else behind[-1])
    for entry, following in zip(entries, reversed(behind[:-1]), strict=True):
        if not runs or (entry.numbers and last is not None and _begins(last, entry, following)):
            runs.append(_Run())
        runs[-1].entries.append(entry)
        if entry.numbers:
            last = entry
    return runs


def _begins(last: _Entry, entry: _Entry, following: Number | None) -> bool:
    before, number = last.numbers[-1], entry.numbers[0]
    if before[:-1] != number[:-1]:
        return True
    if number == (*before[:-1], before[-1] + 1):
        return False
    if entry.section != last.section and (number[-1] < before[-1] or number[-1] == 1):
        return True
    # A second 1 begins anew where 2 follows it or nothing does; else it is a number given twice.
    return number[-1] == 1 and before[-1] > 1 and (following is None or following[-1] in (1, 2))


def _run_faults(entries: Sequence[_Entry]) -> dict[int, NumberingFault]:
    held = {number[-1] for entry in entries for number in entry.numbers}
    seen: dict[int, int] = {}
    faults: dict[int, NumberingFault] = {}
    last: int | None = None
    for place, entry in enumerate(entries):
        expected = None if last is None else last + 1
        after = next((later.numbers[0][-1] for later in entries[place + 1 : place + 2] if later.numbers), None)
        fits = expected is not None and expected not in held and after == expected + 1
        fault = _fault(entry, expected, seen, held, fits)
        if fault is not None:
            faults[entry.position] = fault
        for number in entry.numbers:
            seen.setdefault(number[-1], entry.row)
        if fits and fault is not None:
            last = expected
        elif entry.numbers and (last is None or entry.numbers[-1][-1] > last):
            last = entry.numbers[-1][-1]
    return faults


def _fault(entry: _Entry, expected: int | None, seen: dict[int, int], held: set[int], fits: bool) -> NumberingFault | None:
    """Judge one entry; `fits` says that the number expected here stands nowhere and the next entry counts on from it."""
    should = f"，按顺序应为{expected}" if fits else ""
    if not entry.numbers:
        # A row without a number may be the continuation of the one before; it is none where it takes up a number.
        return NumberingFault("空缺", f"没有序号{should}") if fits else None
    number = entry.numbers[0][-1]
    if number in seen:
        return NumberingFault("重复", f"序号{_show(entry.numbers[0])}与第{seen[number]}行重复{should}")
    if expected is None or number == expected:
        return None
    if fits or number < expected:
        return NumberingFault("乱序", f"序号{_show(entry.numbers[0])}不在顺序之中{should}")
    missing = [n for n in range(expected, number) if n not in held] if number - expected < 10_000 else [expected]
    if not missing:
        return None
    return NumberingFault("缺号", f"序号从{_show(entry.numbers[0], expected - 1)}跳到{_show(entry.numbers[0])}，缺{_list(missing)}")


def _without_excerpt(faults: dict[int, NumberingFault], count: int) -> dict[int, NumberingFault]:
    """Say once that numbers are left out throughout: the sheet is an excerpt of a longer list, not badly numbered."""
    gaps = [position for position, fault in faults.items() if fault.kind == "缺号"]
    if len(gaps) <= max(5, count / 5):
        return faults
    first = faults[gaps[0]]
    kept = {position: fault for position, fault in faults.items() if fault.kind != "缺号"}
    return kept | {gaps[0]: NumberingFault("缺号", f"{first.note}；此后还有{len(gaps) - 1}处缺号")}


def _show(number: Number, last: int | None = None) -> str:
    return "-".join(map(str, number if last is None else (*number[:-1], last)))


def _list(numbers: Sequence[int]) -> str:
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}至{numbers[-1]}"
    shown = "、".join(map(str, numbers[:_SHOWN]))
    return shown if len(numbers) <= _SHOWN else f"{shown}等{len(numbers)}个"
