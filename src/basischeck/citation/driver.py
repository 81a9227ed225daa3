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
        self._matchers: list[dict[str, Any]] = [{} for _ in table.shifts]
        self._compiled: dict[tuple[int, ...], Any] = {}
        self._start = table.start
        self._shifts = table.shifts
        self._reductions: list[dict[str, _Reduction]] = [
            {name: (size, rule, builders.get(rule)) for name, (size, rule) in state.items()} for state in table.reductions
        ]

    def _matcher(self, state: int, char: str) -> Any:
        """Return the match function of what a state may read where `char` stands, one for each choice of terminals."""
        choice = self._table.choice(state, char)
        if choice not in self._compiled:
            self._compiled[choice] = self._table.matcher(choice)
        self._matchers[state][char] = match = self._compiled[choice]
        return match

    def run(self, text: str) -> Any:
        """Read a text from its first code point to its last; the grammar has to accept any."""
        position, size = 0, len(text)
        states = [self._start]
        values: list[Any] = []
        matchers, shifts, reductions = self._matchers, self._shifts, self._reductions
        done = shifts[self._start]["start"]
        while True:
            state = states[-1]
            if position < size:
                char = text[position]
                found = (matchers[state].get(char) or self._matcher(state, char))(text, position)
                name, end = found.lastgroup, found.end()
            elif state == done:
                return values[0]
            else:
                name, end = "$END", size
            # A rule is replaced by what it builds until the automaton can go on; this is where most of the time goes.
            while (following := shifts[state].get(name)) is None:
                count, rule, build = reductions[state][name]
                if count == 1:
                    part = values[-1]
                    parts = part if type(part) is Several else Several((part,))
                    states.pop()
                    values[-1] = build(parts) if build is not None else parts
                elif count == 2:
                    last, part = values.pop(), values[-1]
                    parts = part if type(part) is Several else Several((part,))
                    if type(last) is Several:
                        parts += last
                    else:
                        parts.append(last)
                    del states[-2:]
                    values[-1] = build(parts) if build is not None else parts
                else:
                    parts = _taken(values, count)
                    if count:
                        del states[-count:]
                    values.append(build(parts) if build is not None else parts)
                state = shifts[states[-1]][rule]
                states.append(state)
                if state == done and name == "$END":
                    return values[0]
            states.append(following)
            values.append(Lexeme(name, position, end))
            position = end


def _taken(values: list[Any], count: int) -> Several:
    """Take the last `count` parts off the values, those without a meaning of their own taken in."""
    if not count:
        return Several()
    parts = _gathered(values[-count:])
    del values[-count:]
    return parts


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
