"""The responsible body of each item against that of its peers: the department's, the sheet's other items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from basischeck.catalog.model import Item
from basischeck.citation import normalise
from basischeck.facts.peers import peers
from basischeck.pattern import regex

_SEVERAL = regex(r"[、,;/\n]|(?<=[局厅委办队会院部])[和及]")
_PLACE = regex(r"^(?P<place>.*?(?P<level>省|自治区|地州市|地州|州|盟|地区|市|县|旗|区|街道|乡镇|乡|镇)级?)(?P<body>.{2,})$")
_LEVELS = {"省": "省", "自治区": "省", "县": "县", "旗": "县", "区": "县", "街道": "乡", "乡镇": "乡", "乡": "乡", "镇": "乡"}


@dataclass(frozen=True, slots=True)
class ActorFault:
    """A body unlike the usual one: the same body written otherwise, or another body; `peers` names whose usual one it is."""

    kind: Literal["写法不一", "另一主体"]
    usual: str
    peers: str


def actor_faults(items: Sequence[Item]) -> dict[int, ActorFault]:
    """Return the items of one file whose body is not the one that their peers name (see `peers`).

    Items of another level than the usual one may be another body's, and a body beside the usual one is a joint power.
    """
    bodies = {n: body for n, item in enumerate(items) if (body := _text(item, "行使主体"))}
    found: dict[int, ActorFault] = {}
    for group in peers(items, bodies, _same_body):
        level = _usual_level(items, group.positions)
        shown = next(items[n].fields["行使主体"].text for n in group.positions if bodies[n] == group.usual)
        for position in group.positions:
            actor = bodies[position]
            if actor == group.usual or _joint(actor, group.usual) or position in found:
                continue
            if level is not None and _text(items[position], "行使层级") != level:
                continue
            kind: Literal["写法不一", "另一主体"] = "写法不一" if _same_body(actor, group.usual) else "另一主体"
            found[position] = ActorFault(kind, " ".join(shown.split()), group.name)
    return found


def _usual_level(items: Sequence[Item], positions: Sequence[int]) -> str | None:
    """Return the level that most of some items state, None where it is written in words of its own for each of them."""
    level, count = Counter(_text(items[n], "行使层级") for n in positions).most_common(1)[0]
    return level if 2 * count > len(positions) else None


def _text(item: Item, field: str) -> str:
    held = item.fields.get(field)
    return normalise(held.text) if held is not None else ""


def _joint(actor: str, usual: str) -> bool:
    parts = [part for part in _SEVERAL.split(actor) if part]
    return len(parts) > 1 and any(_same_body(part, usual) for part in parts)


def _same_body(one: str, other: str) -> bool:
    """Return whether two names are one body's: the same but for the place before it, at the same level or with none."""
    if one == other:
        return True
    (level, body), (other_level, other_body) = _split(one), _split(other)
    return body == other_body and (level == other_level or not level or not other_level)


def _split(actor: str) -> tuple[str, str]:
    match = _PLACE.match(actor)
    if match is None:
        return "", actor
    level, body = match["level"], match["body"]
    inner_level, inner = _split(body)
    if inner_level:
        return inner_level, inner
    return _LEVELS.get(level, "市"), body
