"""Text in terminal cells: a Chinese character takes two."""

import os
import re
from functools import lru_cache
from typing import TextIO

from rich.cells import cell_len

_PAINT = {"error": "1;31", "warning": "33", "info": "36"}
_NOT_FIRST = "，。；：、）》〉”’！？】"
# What is kept in one piece: dates, numbers, words in Latin letters, file names; everything else breaks anywhere.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PIECE = re.compile(r"-{0,2}[A-Za-z0-9][A-Za-z0-9.,:/%_+=-]*|.", re.DOTALL)


def wrap(text: str, width: int, head: str = "", indent: str = "") -> list[str]:
    """Break `text` into lines of at most `width` cells; `head` begins the first line, `indent` the others.

    Chinese breaks between any two characters, but not before closing punctuation; dates and numbers are kept whole where
    a line has room for them.
    """
    lines: list[str] = []
    line, size = [head], cell_len(head)
    start = cell_len(indent)
    words = _PIECE.findall(printable(text.replace("\n", " ")))
    for piece in (piece for word in words for piece in (word if len(word) > width - start else (word,))):
        step = _cells(piece)
        # One cell pair is kept free, so that a closing mark still fits behind a full line.
        limit = width if piece in _NOT_FIRST else width - 2
        if size + step > limit and line != [indent]:
            lines.append("".join(line))
            line, size = [indent], start
            if piece == " ":
                continue
        line.append(piece)
        size += step
    return [*lines, "".join(line)]


def printable(text: str) -> str:
    r"""Return `text` as it can be shown: characters that would steer the terminal, or turn the order of what is read, as U+202E.

    >>> printable("甲\x1b[2J乙")
    '甲<U+001B>[2J乙'
    """
    return _STEERING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


@lru_cache(maxsize=16384)
def _cells(piece: str) -> int:
    return cell_len(piece)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells, cut with … where it is longer; `right` sets it flush right."""
    text = printable(text)
    if cell_len(text) > width:
        while cell_len(text) > width - 1:
            text = text[:-1]
        text += "…"
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def coloured(stream: TextIO) -> bool:
    """Whether colours are wanted: on a terminal, unless NO_COLOR is set; everywhere where FORCE_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, severity: str) -> str:
    """Return `text` in the colour of a severity: error red, warning yellow, info cyan."""
    return f"\x1b[{_PAINT[severity]}m{text}\x1b[0m"
