"""Runs the table that lark has built: its states, its lexer of each state, and nothing else of its machinery.

A cell needs no line numbers, no tokens that copy the text and no tree of Python objects for every star in the grammar; without
them a text is read about four times as fast. The test suite holds this reading against lark's own.
"""

from collections.abc import Callable
from sys import intern
from typing import Any

from lark import Lark
from lark.lexer import ContextualLexer
from lark.parsers.lalr_analysis import Shift


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


class UncheckedLexer(ContextualLexer):
    """lark's contextual lexer without the collision checks at every start: the test suite makes them (strict=True).

    They take seconds where interegular is installed, and find the same each time.
    """

    def __init__(self, conf: Any, states: Any, always_accept: Any = ()) -> None:
        conf.skip_validation = True
        super().__init__(conf, states, always_accept)


Build = Callable[[list[Any]], Any]
_Reduction = tuple[int, str, Build | None]


class Driver:
    """The automaton of a grammar with one builder a rule; a rule without one hands its parts up."""

    def __init__(self, grammar: str, builders: dict[str, Build]) -> None:
        lark = Lark(
            grammar,
            parser="lalr",
            lexer="contextual",
            maybe_placeholders=False,
            _plugins={"ContextualLexer": UncheckedLexer},
        )
        frontend: Any = lark.parser
        table = frontend.parser._parse_table
        self._lexers = frontend.lexer.lexers
        self._matchers: dict[int, Any] = {}
        self._start = table.start_states["start"]
        self._shifts: list[dict[str, int]] = [{} for _ in range(len(table.states))]
        self._reductions: list[dict[str, _Reduction]] = [{} for _ in range(len(table.states))]
        for state, actions in table.states.items():
            for name, (action, argument) in actions.items():
                # lark names rules by tokens, strings whose comparison is slow: plain ones are kept here.
                if action is Shift:
                    self._shifts[state][intern(str(name))] = argument
                else:
                    rule = intern(str(argument.origin.name))
                    self._reductions[state][intern(str(name))] = (len(argument.expansion), rule, builders.get(rule))

    def _matcher(self, state: int) -> Any:
        (pattern,) = self._lexers[state].scanner._mres
        self._matchers[state] = match = pattern.match
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
