"""The grammar at work: a text to the units that grammars/citation.lark finds in it.

The lexer is lark's contextual one with its inner loop replaced: a cell needs no line numbers, and a lexeme here is two
positions and a name, so nothing of the text is copied.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Transformer
from lark.lexer import ContextualLexer

from basischeck.data import data_dir


class Lexeme:
    """A terminal at its place. What lark reads from a token beside the type is constant."""

    __slots__ = ("end", "start", "type")
    line = column = end_line = end_column = start_pos = end_pos = None

    def __init__(self, type_: str, start: int, end: int) -> None:
        self.type = type_
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.type}[{self.start}:{self.end}]"


@dataclass(slots=True)
class Unit:
    """A stretch of text: what names a statute or is plain (`heads`), the locators behind it, and what trails those."""

    heads: list[Lexeme]
    locators: list[Lexeme] | None
    named: bool
    rest: list[Lexeme]


_LEVEL_BELOW_ARTICLE = frozenset(("PARAGRAPH", "ITEM"))
_NO_LEVEL = frozenset(("ORDINALS", "JOIN", "RANGE", "GLOSS", "STEP_LINK", "STEP_GAP"))


class _Build(Transformer[Any, Any]):
    """Turns the rules of the grammar into units while lark parses, so that no tree is built."""

    def citation(self, children: list[Any]) -> Unit:
        return _unit(children, named=True)

    def passage(self, children: list[Any]) -> Unit:
        return _unit(children, named=False)

    def step(self, children: list[Any]) -> Lexeme:
        ordinals, unit = children
        return Lexeme(unit.type, ordinals.start, unit.end)

    def locators(self, children: list[Any]) -> list[Any]:
        return children

    def below(self, children: list[Any]) -> list[Any]:
        return children

    def bare(self, children: list[Any]) -> list[Any]:
        return children

    def start(self, children: list[Any]) -> list[Unit]:
        if children and isinstance(children[0], list):
            children[0] = _unit(children[:1], named=False)
        return children


def _unit(children: list[Any], named: bool) -> Unit:
    if not isinstance(children[-1], list):
        return Unit(children, None, named, [])
    heads, group = children[:-1], children[-1]
    last = len(group)
    while last and group[last - 1].type in _NO_LEVEL:
        last -= 1
    rest = [Lexeme("TEXT", lexeme.start, lexeme.end) for lexeme in group[last:]]
    for at in range(last - 1):
        if group[at].type == "ORDINALS" and group[at + 1].type in _LEVEL_BELOW_ARTICLE:
            group[at] = Lexeme("ARTICLE_WITHOUT_UNIT", group[at].start, group[at].end)
    return Unit(heads, group[:last] or None, named, rest)


class _CellLexer(ContextualLexer):
    """lark's contextual lexer without the line counter and without collision checks at every start.

    The checks take long where interegular is installed; the test suite runs them (strict=True) on the same grammar.
    """

    def __init__(self, conf: Any, states: Any, always_accept: Any = ()) -> None:
        conf.skip_validation = True
        super().__init__(conf, states, always_accept)
        self._matchers: dict[Any, Any] = {}

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        text, position = lexer_state.text.text, 0
        size = len(text)
        matchers = self._matchers
        stack = parser_state.state_stack
        while position < size:
            state = stack[-1]
            match = matchers.get(state)
            if match is None:
                (pattern,) = self.lexers[state].scanner._mres  # type: ignore[attr-defined]
                match = matchers[state] = pattern.match
            found = match(text, position)
            end = found.end()
            yield Lexeme(found.lastgroup, position, end)
            position = end


def grammar_path() -> Path:
    """Return where the citation grammar lies."""
    return data_dir("grammars") / "citation.lark"


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(
        grammar_path().read_text(encoding="utf-8"),
        parser="lalr",
        lexer="contextual",
        transformer=_Build(visit_tokens=False),
        maybe_placeholders=False,
        _plugins={"ContextualLexer": _CellLexer},
    )


def read_units(text: str) -> list[Unit]:
    """Cut a text into units. Every text can be read; an end of line is added so that look-ahead sees the end as one."""
    units: list[Unit] = _parser().parse(text + "\n")  # type: ignore[assignment]
    return units
