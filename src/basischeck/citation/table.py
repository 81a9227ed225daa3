"""The table that lark builds from a grammar, as plain data: it takes lark longer to build it than to read a list with it.

It is kept in the user's cache folder under a digest of the grammar and of the lark at hand, so lark itself is only needed,
and only imported, where a grammar is new.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from basischeck.kept import digest, keep, read_kept
from basischeck.pattern import regex

Reduction = tuple[int, str]
"""How many parts a rule takes, and its name."""
_FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Table:
    """An LALR automaton with its lexer: for each state what it shifts and reduces on a terminal, and its pattern.

    `patterns` holds each distinct pattern with its flags, `lexer` the pattern of each state (an index into them). A
    rule's name stands among the shifts of a state for where the automaton goes behind it.
    """

    start: int
    patterns: list[tuple[str, int]]
    lexer: list[int]
    shifts: list[dict[str, int]]
    reductions: list[dict[str, Reduction]]

    def matcher(self, state: int) -> Any:
        """Return the match function of a state's terminals."""
        source, flags = self.patterns[self.lexer[state]]
        return regex(source, flags).match


def table_of(grammar: str) -> Table:
    """Return the table of a grammar, built where it was not kept. Raises lark's own errors on a faulty grammar."""
    key = digest(_FORMAT, grammar, _lark_state())
    held = read_kept("grammars", key)
    if held is None:
        from basischeck.citation.tablebuild import built_table

        held = built_table(grammar)
        keep("grammars", key, held)
    return Table(
        start=held["start"],
        patterns=[(source, flags) for source, flags in held["patterns"]],
        lexer=held["lexer"],
        shifts=held["shifts"],
        reductions=[{name: (size, rule) for name, (size, rule) in state.items()} for state in held["reductions"]],
    )


def _lark_state() -> str:
    """Return what tells one installed lark from another: asking for its version would take as long as importing it."""
    spec = find_spec("lark")
    if spec is None or spec.origin is None:
        return ""
    state = Path(spec.origin).stat()
    return f"{spec.origin}:{state.st_size}:{state.st_mtime_ns}"
