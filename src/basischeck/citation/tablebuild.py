"""lark at work: a grammar to its table. Imported only where no table was kept."""

from collections.abc import Sequence
from typing import Any

from lark import Lark
from lark.lexer import ContextualLexer
from lark.parsers.lalr_analysis import Shift

from basischeck.citation.beginnings import beginnings

_LISTED = 500
"""Characters up to which those that a pattern lists are looked at one by one."""


class UncheckedLexer(ContextualLexer):
    """lark's contextual lexer without the collision checks at every start: the test suite makes them (strict=True).

    They take seconds where interegular is installed, and find the same each time.
    """

    def __init__(self, conf: Any, states: Any, always_accept: Any = ()) -> None:
        conf.skip_validation = True
        super().__init__(conf, states, always_accept)


def built_table(grammar: str) -> dict[str, Any]:
    """Return the fields of a `Table` as JSON's types."""
    lark = Lark(
        grammar, parser="lalr", lexer="contextual", maybe_placeholders=False, _plugins={"ContextualLexer": UncheckedLexer}
    )
    frontend: Any = lark.parser
    table = frontend.parser._parse_table
    size = len(table.states)
    shifts: list[dict[str, int]] = [{} for _ in range(size)]
    reductions: list[dict[str, list[Any]]] = [{} for _ in range(size)]
    terminals: dict[tuple[str, str], int] = {}
    lexers: dict[tuple[int, ...], int] = {}
    lexer = [-1] * size  # a state that is only left at the end of the text reads no terminal
    for state, actions in table.states.items():
        scanner = frontend.lexer.lexers[state].scanner
        if scanner.terminals:
            tried = ((str(one.name), one.pattern.to_regexp()) for one in scanner.terminals)
            choice = tuple(terminals.setdefault(one, len(terminals)) for one in tried)
            lexer[state] = lexers.setdefault(choice, len(lexers))
        for name, (action, argument) in actions.items():
            if action is Shift:
                shifts[state][str(name)] = argument
            else:
                reductions[state][str(name)] = [len(argument.expansion), str(argument.origin.name)]
    return {
        "start": table.start_states["start"],
        "terminals": list(terminals),
        "lexers": list(map(list, lexers)),
        "lexer": lexer,
        **_begun([pattern for _, pattern in terminals]),
        "shifts": shifts,
        "reductions": reductions,
    }


def _begun(patterns: Sequence[str]) -> dict[str, Any]:
    """Return which of some patterns can begin with each character, characters that begin the same ones together."""
    sets = [beginnings(pattern) for pattern in patterns]
    # A character that only stands in long ranges (any Chinese one) is taken with all others: one pattern more does no harm.
    known = sorted(set().union(*(one.listed for one in sets if len(one.listed) <= _LISTED)))
    together: dict[tuple[int, ...], str] = {}
    for char in known:
        possible = tuple(number for number, one in enumerate(sets) if char in one)
        together[possible] = together.get(possible, "") + char
    others = [number for number, one in enumerate(sets) if one.others or not one.listed <= set(known)]
    return {"beginning": list(together.items()), "others": others}
