"""Lists and ranges to one locator a provision, each inheriting what the text leaves out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from basischeck.citation.model import Locator, Span
from basischeck.citation.steps import RANK, Step, span_of

_FIELDS = ("part", "subpart", "chapter", "section", "article", "paragraph", "item", "subitem", "annex")  # as in Locator
_NOTHING = Locator()


@dataclass(frozen=True, slots=True)
class Move:
    """A step at its place. `joined`: a conjunction stood before it; `ranged`: 至 did; `linked`: 中 or 的 did."""

    step: Step
    span: Span
    joined: bool = False
    ranged: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Expansion:
    """The locators of one group and the faults found on the way (code, span)."""

    locators: tuple[Locator, ...]
    faults: tuple[tuple[str, Span], ...] = ()


def expand(moves: Iterable[Move], inherited: Locator | None = None) -> Expansion:
    """Expand one group of locators; `inherited` gives the levels that the first member may leave out.

    第三十三条第一款第一项、第二项 → 33.1.1 and 33.1.2; 第二十条第一项、第二款 → 20 item 1 and 20.2; 第十六条至第二十条 → five.
    """
    done: list[Locator] = []
    faults: list[tuple[str, Span]] = []
    last = -1
    for move in moves:
        step = move.step
        faults.extend((code, move.span) for code in step.faults)
        rank = RANK[step.level]
        numbers = step.numbers
        if not numbers:
            continue
        level = step.level
        if last >= 0 and move.linked and rank == last == RANK["item"]:
            level, rank = "subitem", RANK["subitem"]
        deeper = last >= 0 and rank > last and not move.joined and not move.ranged
        if deeper:
            base = done.pop()
            start = base.span[0]
        else:
            if last >= 0 and rank < last and not move.joined and not move.ranged:
                faults.append(("BC106", move.span))
            base = _above(done[-1] if done else inherited, rank)
            start = move.span[0]
        if move.ranged and done:
            numbers, fault = _ranged(done[-1], level, numbers)
            if fault:
                faults.append((fault, (done[-1].span[0], move.span[1])))
        done.extend(_at(base, level, number, (start, move.span[1])) for number in numbers)
        last = rank
    return Expansion(tuple(done), tuple(faults))


def _above(locator: Locator | None, rank: int) -> Locator:
    """Keep the levels above `rank`."""
    if locator is None:
        return _NOTHING
    kept: list[Any] = [getattr(locator, level) if RANK[level] < rank else None for level in _FIELDS]
    return Locator(*kept)


def _at(base: Locator, level: str, number: str, span: Span) -> Locator:
    """Go one level down from `base`."""
    value = number if level in ("article", "annex") else int(number)
    values: list[Any] = [*(value if name == level else getattr(base, name) for name in _FIELDS), span]
    return Locator(*values)


def _ranged(before: Locator, level: str, numbers: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Fill the range from the locator before to the first of `numbers`."""
    first = getattr(before, level)
    if first is None or level == "annex":
        return numbers, "BC107"
    between = span_of(str(first), numbers[0])
    if between is None:
        return numbers, "BC107"
    return between + numbers[1:], None
