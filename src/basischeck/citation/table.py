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
_FORMAT = "2"


@dataclass(frozen=True, slots=True)
class Table:
    """An LALR automaton with its lexer: for each state what it shifts and reduces on a terminal, and which it may read.

    `terminals` holds each terminal's name and pattern, `lexers` each distinct choice of them (indices, in the order in which
    they are tried) and `lexer` the choice of each state (an index into them). `beginning` says which terminals can begin with
    a character, `others` which can begin with any that is not there. A rule's name stands among the shifts of a state for
    where the automaton goes behind it.
    """

    start: int
    terminals: list[tuple[str, str]]
    lexers: list[list[int]]
    lexer: list[int]
    beginning: dict[str, frozenset[int]]
    others: frozenset[int]
    shifts: list[dict[str, int]]
    reductions: list[dict[str, Reduction]]

    def choice(self, state: int, char: str) -> tuple[int, ...]:
        """Return the terminals that a state may read where `char` stands, in the order in which they are tried."""
        possible = self.beginning.get(char, self.others)
        return tuple(one for one in self.lexers[self.lexer[state]] if one in possible)

    def matcher(self, choice: tuple[int, ...]) -> Any:
        """Return the match function of some terminals; the match's `lastgroup` is the name of the one that was found."""
        return regex("|".join(f"(?P<{name}>{pattern})" for name, pattern in map(self.terminals.__getitem__, choice))).match


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
        terminals=[(name, pattern) for name, pattern in held["terminals"]],
        lexers=held["lexers"],
        lexer=held["lexer"],
        beginning={char: frozenset(possible) for possible, chars in held["beginning"] for char in chars},
        others=frozenset(held["others"]),
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
