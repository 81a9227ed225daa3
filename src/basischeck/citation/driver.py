"""Runs the table that lark has built: its states, its lexer of each state, and nothing else of its machinery.

A cell needs no line numbers, no tokens that copy the text and no tree of Python objects for every star in the grammar; without
them a text is read about four times as fast. The test suite holds this reading against lark's own.
"""

from collections.abc import Callable
from typing import Any

from basischeck.citation.table import Table


class Lexeme:
    """A terminal at its place: a name and two positions."""

    __slots__ = ("end", "start", "type")

    def __init__(self, type_: str, start: int, end: int) -> None:
        self.type = type_
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.type}[{self.start}:{self.end}]"


class Several(list[Any]):
    """What a rule without a meaning of its own (a star, a rule with _) hands up: its parts, to be taken in one by one."""

    __slots__ = ()


Build = Callable[[list[Any]], Any]
_Reduction = tuple[int, str, Build | None]


class Driver:
    """The automaton of a grammar with one builder a rule; a rule without one hands its parts up."""

    def __init__(self, table: Table, builders: dict[str, Build]) -> None:
        self._table = table
        self._matchers: dict[int, Any] = {}
        self._start = table.start
        self._shifts = table.shifts
        self._reductions: list[dict[str, _Reduction]] = [
            {name: (size, rule, builders.get(rule)) for name, (size, rule) in state.items()} for state in table.reductions
        ]

    def _matcher(self, state: int) -> Any:
        self._matchers[state] = match = self._table.matcher(state)
        return match

    def run(self, text: str) -> Any:
        """Read a text from its first code point to its last; the grammar has to accept any."""
        position, size = 0, len(text)
        states = [self._start]
        values: list[Any] = []
        matchers, shifts, reductions = self._matchers, self._shifts, self._reductions
        while position < size:
            found = (matchers.get(states[-1]) or self._matcher(states[-1]))(text, position)
            name, end = found.lastgroup, found.end()
            while (state := shifts[states[-1]].get(name)) is None:
                _reduce(reductions[states[-1]][name], states, values, shifts)
            states.append(state)
            values.append(Lexeme(name, position, end))
            position = end
        done = shifts[self._start]["start"]
        while states[-1] != done:
            _reduce(reductions[states[-1]]["$END"], states, values, shifts)
        return values[0]


def _reduce(reduction: _Reduction, states: list[int], values: list[Any], shifts: list[dict[str, int]]) -> None:
    """Replace the parts of a rule by what it builds."""
    size, rule, build = reduction
    if size == 1:
        states.pop()
        part = values[-1]
        parts = part if type(part) is Several else Several((part,))
        values[-1] = build(parts) if build is not None else parts
    else:
        parts = Several()
        if size:
            parts = _gathered(values[-size:])
            del states[-size:]
            del values[-size:]
        values.append(build(parts) if build is not None else parts)
    states.append(shifts[states[-1]][rule])


def _gathered(parts: list[Any]) -> Several:
    """Take in what parts without a meaning of their own consist of; the first grows, as lists in a grammar do."""
    first = parts[0]
    gathered = first if type(first) is Several else Several((first,))
    for part in parts[1:]:
        if type(part) is Several:
            gathered += part
        else:
            gathered.append(part)
    return gathered
