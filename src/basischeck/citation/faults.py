"""Faults inside a group of locators: what is missing, and how it should have been written."""

import itertools
from collections.abc import Sequence
from functools import lru_cache

from basischeck.citation.diagnostics import diagnostic
from basischeck.citation.driver import Lexeme
from basischeck.citation.expansion import Expansion, Move, expand
from basischeck.citation.model import Diagnostic, Locator
from basischeck.citation.steps import read_step

_CONNECTORS = {"JOIN": "joined", "RANGE": "ranged", "STEP_LINK": "linked"}


def read_locators(
    text: str, lexemes: Sequence[Lexeme], inherited: Locator | None
) -> tuple[tuple[Locator, ...], list[Diagnostic]]:
    """Expand a group of locator lexemes; also what is wrong with their writing."""
    if inherited is None:
        start = lexemes[0].start
        shape = tuple((lexeme.type, lexeme.start - start, lexeme.end - start) for lexeme in lexemes)
        known = _sound(text[start : lexemes[-1].end], shape)
        if known is not None:
            return tuple(Locator(*path, span=(start + first, start + end)) for path, first, end in known), []
    return _expanded(text, lexemes, inherited)


_Path = tuple[int | None, int | None, int | None, int | None, str | None, int | None, int | None, int | None, str | None]


@lru_cache(maxsize=16384)
def _sound(words: str, shape: tuple[tuple[str, int, int], ...]) -> tuple[tuple[_Path, int, int], ...] | None:
    """Return the locators of a group by its words, spans counted from its beginning; None where anything is wrong with it.

    Lists say 第五十条第一款 over and over.
    """
    locators, faults = _expanded(words, [Lexeme(*part) for part in shape], None)
    if faults:
        return None
    return tuple(
        ((at.part, at.subpart, at.chapter, at.section, at.article, at.paragraph, at.item, at.subitem, at.annex), *at.span)
        for at in locators
    )


def _expanded(
    text: str, lexemes: Sequence[Lexeme], inherited: Locator | None
) -> tuple[tuple[Locator, ...], list[Diagnostic]]:
    moves: list[Move] = []
    shapes: list[Diagnostic] = []
    joined = ranged = linked = False
    for lexeme in lexemes:
        if lexeme.type == "JOIN":
            joined = True
        elif lexeme.type == "RANGE":
            ranged = True
        elif lexeme.type == "STEP_LINK":
            linked = True
        else:
            word = text[lexeme.start : lexeme.end]
            step = read_step(lexeme.type, word)
            if step is None:
                continue
            # A word may begin with the line break before it: what is put in its place must not join the lines.
            span = (lexeme.start + len(word) - len(word.lstrip()), lexeme.end)
            if step.better is not None:
                shapes.append(diagnostic(step.code or "BC105", span, step.better))
            moves.append(Move(step, span, joined, ranged, linked))
            joined = ranged = linked = False
    expansion = expand(moves, inherited)
    return expansion.locators, shapes + [_fault(moves, expansion, at) for at in range(len(expansion.faults))]


def _fault(moves: Sequence[Move], expansion: Expansion, at: int) -> Diagnostic:
    """Report one fault of the expansion; 第十六项第一款 can only mean 第十六条."""
    code, span = expansion.faults[at]
    if code == "BC106":
        for before, move in itertools.pairwise(moves[:2]):  # behind 第五条 another article cannot be meant
            if (
                move.span == span
                and before.step.level == "item"
                and move.step.level == "paragraph"
                and before.step.written
            ):
                return diagnostic(code, before.span, before.step.written.replace("项", "条"))
    return diagnostic(code, span)
