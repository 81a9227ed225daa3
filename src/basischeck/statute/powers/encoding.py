"""The committed form of a version's powers: a table of holders, and one short word a power.

    122.1B23@0!35,36.1     article 122 paragraph 1, 行政处罚 (罚款, 没收) of the first holder, for violating 35 and 36.1
    65.1.4C15@1            article 65 paragraph 1, first conferred by item 4, 行政强制 (查封, 扣押) of the second holder
    124.2BD*               by reference, no holder named; "*^" by reference to another act
    52.1B2@0=              at sea
    124.3AE~?              行政许可, judged by a reader, who doubted; in corpus/ readings are kept apart, without "~"

Categories are the letters A to J in the order of `CATEGORIES`; acts are one character each in the order of `ACTS`. Without its
place（.4C15@1）a word says what some paragraph confers: so `readings` keeps it.
"""

import re
from collections.abc import Iterable, Sequence

from basischeck.statute.powers.level import level_of
from basischeck.statute.powers.model import ACTS, CATEGORIES, Power

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_PLACE = re.compile(r"([0-9-]+)\.([0-9]+)(?=[.A-J])")
_FACT = re.compile(r"(?:\.([0-9]+))?([A-J])([0-9A-Za-z]+)(?:@([0-9]+))?(?:!([0-9.,-]+))?(\*)?(\^)?(=)?(~)?([?])?")


def encode_powers(powers: Iterable[Power]) -> tuple[list[str], str]:
    """Return the holders of a version's powers, and the powers as words."""
    holders: dict[str, int] = {}
    words = [f"{power.article}.{power.paragraph}{encode_fact(power, holders)}" for power in powers]
    return list(holders), " ".join(words)


def encode_fact(power: Power, holders: dict[str, int]) -> str:
    """Return the word of a power without its place; a holder that is new is added to `holders`（holder to its number）."""
    item = f".{power.item}" if power.item is not None else ""
    acts = "".join(_SIGNS[ACTS.index(act)] for act in power.acts)
    holder = f"@{holders.setdefault(power.holder, len(holders))}" if power.holder is not None else ""
    violated = f"!{','.join(power.violated)}" if power.violated else ""
    letter = chr(ord("A") + CATEGORIES.index(power.category))
    return f"{item}{letter}{acts}{holder}{violated}{_marks(power)}"


def _marks(power: Power) -> str:
    said = (power.refers, power.elsewhere, power.at_sea, power.judged, power.doubted)
    return "".join(mark for mark, holds in zip("*^=~?", said, strict=True) if holds)


def decode_powers(holders: Sequence[str], words: str) -> tuple[Power, ...]:
    """Read what `encode_powers` wrote; raises ValueError on a word that it cannot have written."""
    return tuple(_decode(holders, word) for word in words.split())


def _decode(holders: Sequence[str], word: str) -> Power:
    place = _PLACE.match(word)
    if place is None:
        raise ValueError(f"not a power: {word!r}")
    return decode_fact(holders, place[1], int(place[2]), word[place.end() :])


def decode_fact(holders: Sequence[str], article: str, paragraph: int, word: str) -> Power:
    """Read a word of `encode_fact` as a power of that paragraph; raises ValueError on a word that it cannot have written."""
    match = _FACT.fullmatch(word)
    if match is None:
        raise ValueError(f"not a power: {word!r}")
    item, letter, acts, number, violated, *marks = match.groups()
    holder = holders[int(number)] if number is not None else None
    return Power(
        article,
        paragraph,
        int(item) if item else None,
        CATEGORIES[ord(letter) - ord("A")],
        tuple(ACTS[_SIGNS.index(sign)] for sign in acts),
        holder,
        level_of(holder) if holder else None,
        tuple(violated.split(",")) if violated else (),
        *(mark is not None for mark in marks),
    )
