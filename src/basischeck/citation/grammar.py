"""The grammar at work: a text to the units that grammars/citation.lark finds in it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from basischeck.citation.driver import Driver, Lexeme
from basischeck.citation.table import table_of
from basischeck.data import data_dir


@dataclass(slots=True)
class Unit:
    """A stretch of text: what names a statute or is plain (`heads`), the locators behind it, and what trails those."""

    heads: list[Lexeme]
    locators: list[Lexeme] | None
    named: bool
    rest: list[Lexeme]


_LEVEL_BELOW_ARTICLE = frozenset(("PARAGRAPH", "ITEM"))
_NO_LEVEL = frozenset(("ORDINALS", "JOIN", "RANGE", "GLOSS", "STEP_LINK", "STEP_GAP"))


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


def grammar_path() -> Path:
    """Return where the citation grammar lies."""
    return data_dir("grammars") / "citation.lark"


def _start(parts: list[Any]) -> list[Unit]:
    if parts and isinstance(parts[0], list):
        parts[0] = _unit(parts[:1], named=False)
    return list(parts)


@lru_cache(maxsize=1)
def _driver() -> Driver:
    return Driver(
        table_of(grammar_path().read_text(encoding="utf-8")),
        {
            "start": _start,
            "citation": lambda parts: _unit(parts, named=True),
            "passage": lambda parts: _unit(parts, named=False),
            "step": lambda parts: Lexeme(parts[1].type, parts[0].start, parts[1].end),
            "locators": list,
            "bare": list,
            "below": lambda parts: parts[0] if isinstance(parts[0], list) else list(parts),
        },
    )


def read_units(text: str) -> list[Unit]:
    """Cut a text into units. Every text can be read; an end of line is added so that look-ahead sees the end as one."""
    units: list[Unit] = _driver().run(text + "\n")
    return units


def locators_in(text: str, start: int, end: int) -> list[Lexeme]:
    """Return the locators that begin at `start`, none where none does, each at its place in `text`."""
    first = read_units(text[start:end])[0]
    found = (first.locators or []) if not first.heads else []
    return [Lexeme(lexeme.type, lexeme.start + start, lexeme.end + start) for lexeme in found]
