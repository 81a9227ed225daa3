"""Sound lists in writing: the sound items, or some organs' share of them, each list in a hand of its own."""

import random
from collections.abc import Sequence
from functools import lru_cache

from basischeck.testing.dress import BasisCell, Cite, Manner, manners, tagged
from basischeck.testing.sheets import CODES, Row
from basischeck.testing.sound import CITY, SoundItem, sound_items
from basischeck.testing.truth import Act, Truth


@lru_cache(maxsize=1)
def truth() -> Truth:
    """Return the index on the day of the sound list."""
    return Truth()


def right_mark(act: Act, rng: random.Random) -> str:
    """Return a version bracket that names the version in force, in one of the ways in use, "" where nothing can be said."""
    made, kind = act.version.promulgated, act.version.kind
    if made is None or kind not in ("修正", "修订"):
        return ""
    day = f"{made.year}年{made.month}月{made.day}日"
    forms = [f"（{made.year}年{kind}）", f"({made.year}年{kind})", f"（{made.year}{kind}）"]
    if act.level == "法律":
        forms += [f"（{day}{kind}）", f"（根据{day}第二次{kind}）" if kind == "修正" else f"（{day}修订通过）"]
    return rng.choice(forms)


def sound_rows(rng: random.Random, *, organs: int | None = None) -> list[Row]:
    """Return a sound list as rows: all its items, or those of `organs` of its organs.

    One writer writes the list: the same tags or none, brackets or none, numerals. Some cells cite a second provision.
    """
    items = sound_items()
    if organs is not None:
        chosen = set(rng.sample(sorted({item.organ for item in items}), organs))
        items = tuple(item for item in items if item.organ in chosen)
    manner = manners(rng)
    tags, marks, short = rng.random() < 0.5, rng.random() < 0.5, rng.random() < 0.25
    written_marks: dict[str, str] = {}
    rows: list[Row] = []
    for number, item in enumerate(items):
        cites = [_cite(item)]
        if rng.random() < 0.3:
            mate = _mate(items, number, rng)
            if mate is not None:
                cites.insert(rng.randrange(2), _cite(mate))
        for place, cite in enumerate(cites):
            cites[place] = _dressed(cite, rng, tags, marks, written_marks)
            if short:
                cites[place].title = cites[place].title.removeprefix("中华人民共和国")
        rows.append(_row(item, cites, manner, len(rows)))
    return rows


def _row(item: SoundItem, cites: list[Cite], manner: Manner, number: int) -> Row:
    organ = f"{CITY}{item.organ}"
    code = f"410200{CODES[item.category]}{number + 1:05d}"
    return Row(item.organ, item.category, item.name, BasisCell(cites, manner), code=code, actor=organ)


def _cite(item: SoundItem) -> Cite:
    return Cite(item.title, item.locators)


def _mate(items: Sequence[SoundItem], number: int, rng: random.Random) -> SoundItem | None:
    own = items[number]
    mates = [item for item in items if item.organ == own.organ and item.category == own.category and item.title != own.title]
    return rng.choice(mates) if mates else None


def _dressed(cite: Cite, rng: random.Random, tags: bool, marks: bool, written: dict[str, str]) -> Cite:
    act = truth().act(cite.title)
    if act is None:
        return cite
    if tags:
        cite = tagged(cite, act.level, rng)
    if marks:
        cite.mark = written.setdefault(cite.title, right_mark(act, rng))
    return cite
