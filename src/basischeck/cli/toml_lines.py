"""On which line of a TOML file a setting stands: tomllib gives values without their places.

Only headers and the beginnings of entries are looked for; values over several lines belong to the line they begin on.
"""

from collections.abc import Sequence

from basischeck.pattern import regex

_HEADER = regex(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_ENTRY = regex(r"""^\s*((?:"[^"]*"|'[^']*'|[^\s"'=#.\[\]{},]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[^\s"'=#.\[\]{},]+))*)\s*=""")
_PART = regex(r"""\s*("[^"]*"|'[^']*'|[^\s"'.]+)\s*\.?""")
Place = tuple[str | int, ...]


def places(text: str) -> dict[Place, int]:
    """Return the line, counted from 1, of every table, array entry and setting: ("waivers", 0, "until") → 31."""
    found: dict[Place, int] = {}
    table: Place = ()
    counts: dict[Place, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                found.setdefault(table, number)
                table = (*table, counts[table])
            found.setdefault(table, number)
            continue
        entry = _ENTRY.match(line)
        if entry:
            found.setdefault((*table, *_parts(entry[1])), number)
    return found


def line_of(found: dict[Place, int], place: Sequence[str | int]) -> int | None:
    """Return the line of a setting, or of the nearest thing around it; None where nothing of it is written."""
    for size in range(len(place), 0, -1):
        line = found.get(tuple(place[:size]))
        if line is not None:
            return line
    return None


def _parts(name: str) -> Place:
    return tuple(part.strip("\"'") for part in _PART.findall(name))
