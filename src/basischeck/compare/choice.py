"""Whose wording a general row takes, and what is said about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.compare.basis import BasisReader, basis_texts
from basischeck.compare.difference import differences
from basischeck.compare.entry import Entry
from basischeck.compare.match import identical
from basischeck.compare.model import FIELD_WORDS, Origin

RULE = "依据在核查日没有失效条款的写法优先，其次采用市级清单的写法，再次采用多数清单的写法，最后采用排在前面的清单的写法"


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
    """Return the part whose wording the row takes: see `RULE`."""
    if len(parts) == 1:
        return parts[0]

    def rank(part: Part) -> tuple[int, int, int, int]:
        alike = sum(len(other.origins) for other in parts if identical(part.entry, other.entry))
        return _doubt(part.entry, reader), not _from(part, city), -alike, part.entry.list

    return min(parts, key=rank)


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
    doubts = [_doubt(p.entry, reader) for p in parts]
    mine = _doubt(chosen.entry, reader)
    if any(doubt > mine for doubt in doubts):
        why = "依据在核查日全部有效" if mine == 0 and not reader.unsound(chosen.entry.item)[1] else "其他写法的依据在核查日有失效、不存在的条款，或者没有写依据"
    elif _from(chosen, city):
        why = "市级清单"
    elif sum(identical(chosen.entry, p.entry) for p in parts) > 1:
        why = "多数清单的写法"
    else:
        why = "排在前面的清单"
    return [f"{'，'.join(told)}；采用{shown[chosen.entry.list]}的写法（{why}）"]
