"""Families of lists: one true catalogue, and the lists that several places made of it, with the truth kept.

What happens to an item on its way into a place's list is what happens in published lists: it is left out, put in other
words, founded on another provision, kept by another department or at two levels, filed under another category; and it is
written differently without being different (width, short titles of statutes, version brackets, quoted text). All words
are this module's own; statutes are named, never quoted.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from basischeck.catalog import ListFile, read_bytes
from basischeck.testing import listwords as words

Basis = tuple[tuple[str, str], ...]
"""Provisions as (statute's full title, locator as written)."""


@dataclass(frozen=True, slots=True)
class TruePower:
    """One power of the true catalogue. `fault` is the act without its frame: 未取得许可从事…."""

    number: int
    field: str
    category: str
    name: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a derived list and which true power it is; `changed` names what was changed in substance."""

    origin: int
    name: str
    category: str
    basis: Basis
    basis_text: str
    department: str
    level: str
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DerivedList:
    """One place's list."""

    place: str
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, str]]:
        """Return the rows under the headers of a published list, in order; row n of the list is record n - 2."""
        return [
            {
                "序号": str(number),
                "职权名称": row.name,
                "职权类型": row.category,
                "实施依据": row.basis_text,
                "部门": row.department,
                "行使层级": row.level,
            }
            for number, row in enumerate(self.rows, 1)
        ]

    def read(self) -> ListFile:
        """Return the list as the project's own reader reads it."""
        import json

        return read_bytes(json.dumps(self.records(), ensure_ascii=False).encode(), f"{self.place}权责清单.json")


@dataclass(frozen=True, slots=True)
class ListFamily:
    """A true catalogue and the lists derived from it."""

    truth: tuple[TruePower, ...]
    lists: tuple[DerivedList, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each thing happens to an item on its way into a list, 0 to 1."""

    drop: float = 0.12
    reword: float = 0.25
    rebase: float = 0.12
    recategorise: float = 0.02
    move: float = 0.08
    split: float = 0.05
    own: float = 0.05
    write: float = 0.5


@dataclass
class _Author:
    """Derives one list; all chance comes from `rng`."""

    rng: random.Random
    place: str
    rates: Rates
    rows: list[Row] = field(default_factory=list)

    def happens(self, rate: float) -> bool:
        return self.rng.random() < rate

    def add(self, power: TruePower) -> None:
        """Add what this place made of a power, or nothing."""
        if self.happens(self.rates.drop):
            return
        row = Row(power.number, power.name, power.category, power.basis, "", self._organ(power.field), "市级")
        for rate, change in (
            (self.rates.reword, self._reword),
            (self.rates.rebase, self._rebase),
            (self.rates.recategorise, self._recategorise),
            (self.rates.move, self._move),
        ):
            if self.happens(rate):
                row = change(row)
        row = replace(row, name=self._written_name(row.name), basis_text=self._written_basis(row.basis))
        self.rows.append(row)
        if self.happens(self.rates.split):
            self.rows[-1] = replace(row, level="市级", changed=row.changed | {"level"})
            self.rows.append(replace(row, level="县级", changed=row.changed | {"level"}))

    def _organ(self, power_field: str) -> str:
        return f"{self.place}{power_field}局"

    def _reword(self, row: Row) -> Row:
        name = row.name
        for _ in range(self.rng.randint(1, 3)):
            name = self.rng.choice(_REWORDINGS)(name, self.rng)
        return replace(row, name=name, changed=row.changed | {"name"}) if name != row.name else row

    def _rebase(self, row: Row) -> Row:
        basis = list(row.basis)
        way = self.rng.randrange(4)
        if way == 0 and len(basis) > 1:
            basis.pop(self.rng.randrange(len(basis)))
        elif way == 1:
            basis.append((f"{words.PROVINCE}{self.rng.choice(words.LOCAL_ACTS)}", _locator(self.rng)))
        else:
            place = self.rng.randrange(len(basis))
            title, old = basis[place]
            new = _locator(self.rng)
            while new.split("条")[0] == old.split("条")[0]:
                new = _locator(self.rng)
            basis[place] = (title, new)
        return replace(row, basis=tuple(basis), changed=row.changed | {"basis"})

    def _recategorise(self, row: Row) -> Row:
        other = {"行政确认": "其他职权", "行政许可": "其他职权", "其他职权": "行政确认", "行政检查": "其他职权"}.get(row.category)
        return replace(row, category=other, changed=row.changed | {"category"}) if other else row

    def _move(self, row: Row) -> Row:
        other = self.rng.choice(["综合行政执法", "行政审批服务", *words.FIELDS])
        organ = self._organ(other)
        return replace(row, department=organ, changed=row.changed | {"department"}) if organ != row.department else row

    def _written_name(self, name: str) -> str:
        if not self.happens(self.rates.write):
            return name
        for old, new in self.rng.sample([("，", ","), ("（", "("), ("）", ")"), ("的", "的 "), ("、", "、 ")], 2):
            name = name.replace(old, new)
        return name

    def _written_basis(self, basis: Basis) -> str:
        parts = []
        for title, locator in basis:
            tag = self.rng.choice(["", "", "【法律】", "【法规】", "1."])
            bracket = self.rng.choice(["", "", "（2018年修正）", "（2019年4月23日修订）"])
            if self.happens(self.rates.write / 3):
                title = title.removeprefix("中华人民共和国")
            tail = self.rng.choice(["", "", "：违反规定的，由主管部门责令改正，可以处罚款。", "。"])
            parts.append(f"{tag}《{title}》{bracket}{locator}{tail}")
        joint = "\n" if any(part.endswith("。") for part in parts) else self.rng.choice(["\n", "；"])
        return joint.join(parts)


def _locator(rng: random.Random) -> str:
    from basischeck.citation import render_numeral

    text = f"第{render_numeral(rng.randint(6, 95))}条"
    if rng.random() < 0.5:
        text += f"第{render_numeral(rng.randint(1, 3))}款"
    if rng.random() < 0.3:
        text += f"第（{render_numeral(rng.randint(1, 8))}）项"
    return text


def true_catalogue(rng: random.Random, size: int) -> tuple[TruePower, ...]:
    """Return `size` different powers: acts against objects of a field, siblings often founded on one article."""
    found: dict[tuple[str, str], TruePower] = {}
    while len(found) < size:
        power_field = rng.choice(list(words.FIELDS))
        objects, statutes = words.FIELDS[power_field]
        statute = rng.choice(statutes)
        article = _locator(rng)
        for _ in range(rng.choice((1, 1, 2, 4))):
            category = rng.choices(list(words.TEMPLATES), weights=words.CATEGORY_WEIGHTS)[0]
            name = rng.choice(words.TEMPLATES[category]).format(
                o=rng.choice(objects), p=rng.choice(words.PHASES), s=rng.choice(words.SUBJECTS), a=rng.choice(words.ACTS)
            )
            same_article = article if rng.random() < 0.5 else _locator(rng)
            basis: Basis = ((statute, same_article),)
            if rng.random() < 0.35:
                basis += ((rng.choice(statutes), _locator(rng)),)
            number = len(found)
            if number < size and (name, category) not in found:
                found[name, category] = TruePower(number, power_field, category, name, tuple(dict.fromkeys(basis)))
    return tuple(found.values())


def list_family(seed: int, *, size: int = 400, lists: int = 2, rates: Rates | None = None) -> ListFamily:
    """Return a family of `lists` lists of about `size` items, the same for the same arguments."""
    rng = random.Random(seed)  # noqa: S311  # test data, no secret
    used = rates or Rates()
    own = round(size * used.own)
    powers = true_catalogue(rng, size + own * lists)
    shared, rest = powers[:size], powers[size:]
    derived = []
    for number in range(lists):
        author = _Author(random.Random(rng.random()), words.PLACES[number % len(words.PLACES)], used)  # noqa: S311
        mine = [*shared, *rest[number * own : (number + 1) * own]]
        author.rng.shuffle(mine)
        for power in mine:
            author.add(power)
        derived.append(DerivedList(author.place, tuple(author.rows)))
    return ListFamily(powers, tuple(derived))


def list_families(*, size: int = 60, lists: int = 3) -> st.SearchStrategy[ListFamily]:
    """Return a strategy of small families."""
    return st.builds(list_family, st.integers(0, 2**32), size=st.just(size), lists=st.just(lists))


def _synonym(name: str, rng: random.Random) -> str:
    fitting = [(old, new) for pair in words.SYNONYMS for old in pair for new in pair if old != new and old in name]
    if not fitting:
        return name
    old, new = rng.choice(fitting)
    return name.replace(old, new, 1)


def _frame(name: str, rng: random.Random) -> str:
    for ending in ("的处罚", "的监督检查", "的强制", "的奖励"):
        if name.endswith(ending):
            body = name.removesuffix(ending).removesuffix("行为").removeprefix("对")
            return rng.choice(words.FRAMES[ending]).format(body)
    return name


def _order(name: str, rng: random.Random) -> str:
    """Turn round what 、 or 或者 joins, or put the condition behind the act."""
    for joint in ("或者", "和", "、"):
        head, found, tail = name.partition(joint)
        if found and len(head) > 3 and len(tail) > 3:
            left, right = head[-2:], tail[:2]
            return head[:-2] + right + joint + left + tail[2:]
    head, found, tail = name.partition("从事")
    if found and head.startswith("对未") and tail.endswith("的处罚"):
        return f"对从事{tail.removesuffix('的处罚').removesuffix('行为')}{head.removeprefix('对')}的处罚"
    return name


def _loosen(name: str, rng: random.Random) -> str:
    """Add or leave out words that say nothing."""
    choices: list[Callable[[str], str]] = [
        lambda text: text.replace("行为的", "的", 1) if "行为的" in text else text.replace("的处罚", "行为的处罚", 1),
        lambda text: text.replace("的处罚", "等行为的处罚", 1) if "等行为" not in text else text,
        lambda text: text.replace("按照规定", "按规定") if "按照规定" in text else text.replace("按规定", "按照国家有关规定"),
        lambda text: text.replace("对", "对违反规定，", 1) if text.startswith("对未") else text,
        lambda text: text.replace("活动", "") if "活动" in text else text,
    ]
    return rng.choice(choices)(name)


_REWORDINGS: tuple[Callable[[str, random.Random], str], ...] = (_synonym, _synonym, _frame, _order, _loosen)
