"""Text in terminal cells: a Chinese character takes two."""

from rich.cells import cell_len

_NOT_FIRST = "，。；：、）》〉”’！？】"


def wrap(text: str, width: int, head: str = "", indent: str = "") -> list[str]:
    """Break `text` into lines of at most `width` cells; `head` begins the first line, `indent` the others.

    Chinese breaks between any two characters, but a line begins with closing punctuation only where two of them meet.
    """
    lines = [head]
    size = cell_len(head)
    for char in text.replace("\n", " "):
        step = cell_len(char)
        # One cell pair is kept free, so that a closing mark still fits behind a full line.
        room = width if char in _NOT_FIRST else width - 2
        if size + step > room:
            lines.append(indent)
            size = cell_len(indent)
            if char == " ":
                continue
        lines[-1] += char
        size += step
    return lines


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells, cut with … where it is longer; `right` sets it flush right."""
    if cell_len(text) > width:
        while cell_len(text) > width - 1:
            text = text[:-1]
        text += "…"
    space = " " * (width - cell_len(text))
    return space + text if right else text + space
