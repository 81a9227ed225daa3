"""Whose wording a general row takes, and what is said about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.compare.basis import BasisReader, basis_texts, plain_text
from basischeck.compare.difference import differences
from basischeck.compare.entry import Entry
from basischeck.compare.match import identical
from basischeck.compare.model import FIELD_WORDS, Origin

_SOUND = "依据在核查日没有失效条款、没有抄旧条文的写法优先"
_CITYS = "市级清单的写法"
_REST = ("多数清单的写法", "排在前面的清单的写法")


def rule_of(city: str | None) -> str:
    """Return in Chinese whose wording a row takes; a city's list is not spoken of where none is known.

    >>> rule_of(None)
    '依据在核查日没有失效条款、没有抄旧条文的写法优先，其次采用多数清单的写法，再次采用排在前面的清单的写法'
    """
    told = [f"{word}采用{what}" for word, what in zip(("其次", "再次", "最后"), (*((_CITYS,) if city else ()), *_REST), strict=False)]
    return "，".join([_SOUND, *told])


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a group, with its further rows (twins) and its origins; `merged` where a general list states these."""

    entry: Entry
    twins: tuple[Entry, ...]
    origins: tuple[Origin, ...]
    decided: tuple[str, ...] = ()
    merged: bool = False


def undecided(parts: Sequence[Part]) -> list[Part]:
    """Leave out parts whose rows an earlier general list has merged already: about these all is decided."""
    merged = {place_of(origin) for part in parts if part.merged for origin in part.origins}
    return [part for part in parts if part.merged or any(place_of(origin) not in merged for origin in part.origins)]


def place_of(origin: Origin) -> tuple[str, str, int]:
    """Return what tells an input row from every other: list, sheet, row."""
    return origin.list, origin.sheet, origin.row


def choose(parts: Sequence[Part], reader: BasisReader, city: str | None) -> Part:
    """Return the part whose wording the row takes: see `rule_of`."""
    return _ranked(parts, reader, city)[0][1]


def _ranked(parts: Sequence[Part], reader: BasisReader, city: str | None) -> list[tuple[tuple[int, ...], Part]]:
    """Return the parts with what decides among them, the one to take first: doubt, whether a citation is outdated, whether it is not the city's, how few say the same, the list."""
    if len(parts) == 1:
        return [((), parts[0])]
    doubts = [_doubt(part.entry, reader) for part in parts]
    soundest = [part.entry for part, doubt in zip(parts, doubts, strict=True) if doubt == min(doubts)]
    # The quotations are read only where they can tell the soundest from each other.
    read = len(soundest) > 1 and len({plain_text(entry.basis_text) for entry in soundest}) > 1
    asked = [read and doubt == min(doubts) for doubt in doubts]
    texts = [reader.outdated(part.entry.item) if ask else (0, frozenset[str]()) for part, ask in zip(parts, asked, strict=True)]
    numbers = frozenset[str]().union(*(numbers for _, numbers in texts))
    found = []
    for part, doubt, (outdated, _) in zip(parts, doubts, texts, strict=True):
        # A bare number that another wording shows to be old is as old.
        bare = {one.article for one in part.entry.provisions if one.article}
        old = int(outdated > 0 or (bool(bare) and bare <= numbers))
        alike = sum(len(other.origins) for other in parts if identical(part.entry, other.entry))
        found.append(((doubt, old, int(not _from(part, city)), -alike, part.entry.list), part))
    return sorted(found, key=lambda pair: pair[0])


def _from(part: Part, name: str | None) -> bool:
    return any(origin.list == name for origin in part.origins)


def _doubt(entry: Entry, reader: BasisReader) -> int:
    """Return how many provisions of a basis are no law today; 1,000 without a basis. What the index has not is no fault."""
    return reader.unsound(entry.item)[0] if basis_texts(entry.item) else 1_000


def decisions(
    parts: Sequence[Part], chosen: Part, reader: BasisReader, city: str | None, shown: Sequence[str]
) -> list[str]:
    """Say what the lists do not agree on, which wording was taken and for which reason.

    Levels are brought together in the row: that a city and a county keep a power at their own level is nothing to decide.
    """
    told = []
    fields = [{one.field for one in differences(chosen.entry, part.entry)} for part in parts]
    for field, word in FIELD_WORDS.items():
        if field == "level":
            continue
        other = [part for part, differing in zip(parts, fields, strict=True) if field in differing]
        if other:
            lists = "、".join(dict.fromkeys(shown[p.entry.list] for p in other))
            told.append(f"{word}不一致（{lists}）")
    if not told:
        return []
    why = _why(parts, chosen, reader, city)
    return [f"{'，'.join(told)}；采用{shown[chosen.entry.list]}的写法（{why}）"]


def _why(parts: Sequence[Part], chosen: Part, reader: BasisReader, city: str | None) -> str:
    """Return in Chinese what decided between the chosen wording and the next other one."""
    (mine, _), *others = _ranked(parts, reader, city)
    rank, other = next(((rank, part) for rank, part in others if not identical(chosen.entry, part.entry)), others[0])
    decided = next((place for place, (ours, theirs) in enumerate(zip(mine, rank, strict=True)) if ours != theirs), len(mine) - 1)
    if decided == 0 and not basis_texts(other.entry.item):
        return "其他写法没有写依据"
    if decided == 0 and not any(mine[:2]) and not reader.unsound(chosen.entry.item)[1]:
        return "依据在核查日全部有效，其他写法的不是"
    return (
        "其他写法的依据在核查日有失效、不存在的条款",
        "其他写法抄的是旧条文，或者条号已经变动",
        "市级清单",
        "多数清单的写法",
        "排在前面的清单",
    )[decided]
