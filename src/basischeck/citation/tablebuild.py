"""lark at work: a grammar to its table. Imported only where no table was kept."""

import re
from typing import Any

from lark import Lark
from lark.lexer import ContextualLexer
from lark.parsers.lalr_analysis import Shift


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
    patterns: dict[tuple[str, int], int] = {}
    lexer = [-1] * size  # a state that is only left at the end of the text reads no terminal
    for state, actions in table.states.items():
        for pattern in frontend.lexer.lexers[state].scanner._mres:
            lexer[state] = patterns.setdefault((pattern.pattern, pattern.flags & ~re.UNICODE), len(patterns))
        for name, (action, argument) in actions.items():
            if action is Shift:
                shifts[state][str(name)] = argument
            else:
                reductions[state][str(name)] = [len(argument.expansion), str(argument.origin.name)]
    return {
        "start": table.start_states["start"],
        "patterns": list(patterns),
        "lexer": lexer,
        "shifts": shifts,
        "reductions": reductions,
    }
