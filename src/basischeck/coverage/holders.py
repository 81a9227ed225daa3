"""Who has a power of which the provision names no authority: what the statute says elsewhere.

In order: the authority that the paragraph names beside it, that of the article's other powers of the category, the clause that
says who decides on the penalties of the act（本法规定的行政处罚由…决定）, and for the categories that an act lays on one
authority throughout, the one that most of its powers are of, else the one that its title speaks of. All but the clause are inferred.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from basischeck.coverage.fields import fields_of, is_generic, is_government
from basischeck.coverage.level import level_of_holder
from basischeck.statute.powers.model import Power, PowerCategory

_UNNAMED = re.compile(r"^(?:其他)?(?:有关|相关|其他)")
_NO_ORGAN = re.compile(r"^(?:未|不|没有|逾期)")
"""未及时到市场监督管理部门（办理）is what the offender left undone, not who has the power."""
_BACK = re.compile(r"^(?:前|上)[款条项]")
_OF_THE_ACT: frozenset[PowerCategory] = frozenset({"行政处罚", "行政奖励", "其他职权"})
"""Where these name nobody, the act's own authority is meant; a licence, a fee or a benefit may be anybody's."""
_OF_ITS_ORGAN = _OF_THE_ACT | {"行政强制", "行政检查"}
"""Where these name an organ without its field（登记机关, 发证机关）, it is the act's own. A licence that such an organ renews or changes is
granted elsewhere, by an authority that is named there."""
_MAIN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Held:
    """The authorities that have one power, their fields, and the level of government that their names state."""

    names: tuple[str, ...] = ()
    inferred: bool = False
    fields: frozenset[str] = frozenset()
    level: str | None = None


class Holders:
    """The authorities of one version's powers; `title` is the act's."""

    def __init__(self, powers: Sequence[Power], title: str) -> None:
        self._at: dict[tuple[str, int, str], list[Power]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[Power]] = defaultdict(list)
        self._about: dict[tuple[str, int], list[Power]] = defaultdict(list)
        self._deciding: list[Power] = []
        self._of_title = fields_of(title)
        for power in powers:
            if power.holder is None or is_generic(power.holder) or _NO_ORGAN.match(power.holder) or _is_police_beside(power):
                continue
            self._at[power.article, power.paragraph, power.category].append(power)
            self._in[power.article, power.category].append(power)
            self._about[power.article, power.paragraph].append(power)
            if power.category == "行政处罚" and "决定处罚" in power.acts:
                self._deciding.append(power)
        self._main = _main(powers)
        self.fields = fields_of(self._main[0].holder or "") if self._main else self._of_title
        """The fields that most of the act's powers are of."""

    def of(self, power: Power) -> Held:
        """Return the authorities that have a power: as named, else inferred, none where neither tells."""
        if power.holder is not None and _NO_ORGAN.match(power.holder):
            power = replace(power, holder=None)
        if power.holder is not None and not is_generic(power.holder):
            return self._as_named(power)
        if power.holder is not None and _UNNAMED.match(power.holder):
            return Held()  # 有关主管部门 may be any: it is not guessed which
        beside = self._at.get((power.article, power.paragraph, power.category))
        if not beside and power.holder is not None:
            beside = self._about.get((power.article, power.paragraph))  # 由原发证部门吊销 beside what another authority orders
        beside = beside or self._in.get((power.article, power.category))
        if beside:
            held = _held(beside, True)
            levels = {self._as_named(one).level for one in beside}
            return replace(held, level=levels.pop() if len(levels) == 1 else None)
        if power.holder is not None and _BACK.match(power.holder):
            return Held()
        if power.category == "行政处罚" and self._deciding:
            return _held(self._deciding, False)
        if self._main and power.category in (_OF_THE_ACT if power.holder is None else _OF_ITS_ORGAN):
            held = _held(self._main, True)
            if power.holder is not None and power.level is not None:  # 县级以上人民政府有关部门: each in its own field
                return replace(held, names=(power.holder,), level=power.level)
            return held
        if self._of_title and power.category in (_OF_THE_ACT if power.holder is None else _OF_ITS_ORGAN):
            return Held((power.holder,) if power.holder else (), True, self._of_title, power.level)
        return Held()

    def _as_named(self, power: Power) -> Held:
        """Return the authority that a provision names; where its words state no level, that of those named with it counts.

        国务院卫生主管部门或者兽医主管部门 are both the state's; 受理申请的药品监督管理部门 is the one that the paragraph before says to apply to.
        """
        held = _held([power], False)
        if held.level is not None:
            return held
        named = self._at[power.article, power.paragraph, power.category]
        before = next((one for one in reversed(named[: _place(power, named)]) if _held([one], False).level is not None), None)
        if before is not None:
            return replace(held, level=_held([before], False).level)
        if power.category != "行政许可":
            return held
        others = [_held([one], False) for one in self._in[power.article, power.category] if one.paragraph != power.paragraph]
        levels = {one.level for one in others if one.fields == held.fields}
        return replace(held, level=levels.pop()) if len(levels) == 1 else held


def _place(power: Power, named: Sequence[Power]) -> int:
    return next((place for place, one in enumerate(named) if one is power), 0)


def _held(named: Sequence[Power], inferred: bool) -> Held:
    names = tuple(dict.fromkeys(power.holder for power in named if power.holder is not None))
    own = [fields_of(name) or frozenset({name}) for name in names if not is_elsewhere(name) and not is_generic(name)]
    known = [power for power in named if not (power.holder or "").startswith("原")] or named  # 原批准、发证的部门 is of any level
    levels = {power.level or level_of_holder(power.holder or "") for power in known}
    return Held(names, inferred, frozenset().union(*own), levels.pop() if len(levels) == 1 else None)


_ELSEWHERE = re.compile(r"政府$|街道办事处$|口岸|上级|上一级|派出机构$")
"""Governments as a whole, organs at ports of entry, superior organs, outposts: no powers of a department's own."""


def is_elsewhere(name: str) -> bool:
    """Say whether an authority, whatever its field, is not the department itself."""
    return _ELSEWHERE.search(name) is not None


def _is_police_beside(power: Power) -> bool:
    """Say whether a power is detention: the police have it beside whoever has the other penalties of the provision."""
    return power.category == "行政处罚" and set(power.acts) <= {"拘留"}


def _main(powers: Sequence[Power]) -> list[Power]:
    """Return a power of the authority that has most of an act's named ones: of the field of at least half, in its most frequent name."""
    counts: Counter[frozenset[str]] = Counter()
    names: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for power in powers:
        if power.holder is None or is_generic(power.holder) or is_government(power.holder):
            continue
        fields = fields_of(power.holder)
        counts[fields] += 1
        names[fields][power.holder] += 1
    del counts[frozenset()]
    if not counts:
        return []
    fields, most = counts.most_common(1)[0]
    if most < _MAIN_SHARE * counts.total():
        return []
    name = names[fields].most_common(1)[0][0]
    return [next(power for power in powers if power.holder == name)]
