"""One power at several levels（层级权限清单）, and a list against the list of service items（政务服务事项清单）.

Several levels may keep one power where it is divided between them; then the basis is one and the duties are each level's
own. A service item is the same power seen by the applicant: the same name on the same basis, or 两张皮.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import normalise
from basischeck.compare.basis import BasisReader, same_basis
from basischeck.compare.compare import compare_lists
from basischeck.compare.difference import item_name
from basischeck.compare.entry import Entry
from basischeck.compare.model import FIELD_WORDS, Comparison, Difference
from basischeck.facts.categories import standard_category

Problem = Literal["没有划分", "层级依据不一", "层级责任相同", "两张皮", "没有服务事项", "没有权力事项"]

APPLIED_FOR = frozenset({"行政许可", "行政给付", "行政确认", "行政奖励", "行政裁决"})
"""Categories that are exercised on application（依申请）and so are service items
(《国务院关于在线政务服务的若干规定》，国务院令第716号)."""

_DIVIDED = re.compile(r"划分|权限|分工|跨(?:区|县|行政区)|重大|以上|以下|除外|委托|下放|直接管理|负责.{2,}")
_WHERE_DIVIDED = ("行使层级", "备注", "部门职责", "责任事项")
_LEVEL_ONLY = re.compile(r"^[省市县区州地乡镇街道自治旗、，,/级及和\s]*$")


@dataclass(frozen=True, slots=True)
class LevelProblem:
    """A power whose division between levels, or whose service item, is not in order; `told` says what, in Chinese."""

    problem: Problem
    item: Item
    other: Item | None
    told: str
    differences: tuple[Difference, ...] = ()


def between_levels(comparison: Comparison) -> tuple[LevelProblem, ...]:
    """Return the powers that lists of two levels both claim（一致）without saying how they divide them."""
    problems = []
    for group in comparison.of("identical"):
        members = {member.list: member.item for member in group.members}
        for ours, theirs in zip(list(members.values()), list(members.values())[1:], strict=False):
            if _level_words(ours) != _level_words(theirs) and not (_divides(ours) or _divides(theirs)):
                told = f"{_claims(ours)}和{_claims(theirs)}都列了这项职权，没有写明怎样划分"
                problems.append(LevelProblem("没有划分", ours, theirs, told))
    return tuple(problems)


def within_list(read: ListFile, reader: BasisReader) -> tuple[LevelProblem, ...]:
    """Return the powers that one list keeps at several levels on different bases, or with the very same duties."""
    named: dict[tuple[str, str], list[Entry]] = {}
    for item in (part for whole in read.items for part in _by_level(whole)):
        entry = Entry(0, item, reader)
        if entry.level:
            named.setdefault((entry.name.key, entry.category), []).append(entry)
    return tuple(problem for entries in named.values() if len(entries) > 1 for problem in _within(entries))


def _by_level(item: Item) -> list[Item]:
    """Take an item that was read from one row a level apart again, where its rows state bases of their own."""
    levels = [item.fields["行使层级"], *item.also.get("行使层级", ())] if "行使层级" in item.fields else []
    rows = {level.row: level for level in levels if level.text}
    founding = {basis.row for basis in item.bases if basis.role == "设定依据"}
    if len(rows) < 2 or not rows.keys() <= founding:
        return [item]
    return [
        replace(
            item,
            row=row,
            rows=(row,),
            bases=tuple(basis for basis in item.bases if basis.row == row),
            fields={**item.fields, "行使层级": level},
            also={},
        )
        for row, level in rows.items()
    ]


def _within(entries: Sequence[Entry]) -> Iterator[LevelProblem]:
    first = entries[0]
    for other in entries[1:]:
        if other.level == first.level:
            continue
        if not same_basis(first.provisions, other.provisions):
            told = f"{_claims(first.item)}和{_claims(other.item)}是同一职权，依据却不同"
            yield LevelProblem("层级依据不一", other.item, first.item, told)
        duty, its = _field(first.item, "责任事项"), _field(other.item, "责任事项")
        if duty and normalise(duty) == normalise(its):
            told = f"{_claims(first.item)}和{_claims(other.item)}的责任事项一字不差，没有体现分工"
            yield LevelProblem("层级责任相同", other.item, first.item, told)


def against_services(powers: ListFile, services: ListFile, reader: BasisReader) -> tuple[LevelProblem, ...]:
    """Hold a list of powers against the list of service items.

    Powers that are exercised on application have to be service items, and every service item of such a category a power;
    where both are there, name, category and basis have to be the same.
    """
    comparison = compare_lists([powers, services], reader)
    problems = []
    for group in comparison.groups:
        members = {member.list: member for member in group.members}
        if len(members) == 2:
            told = [one for one in members[1].differences if one.field in ("name", "category", "basis")]
            if told:
                how = "；".join(f"{FIELD_WORDS[one.field]}：{one.how}" for one in told)
                problems.append(LevelProblem("两张皮", members[0].item, members[1].item, how, tuple(told)))
            continue
        item = group.first
        if standard_category(item.category) not in APPLIED_FOR:
            continue
        if group.members[0].list == 0:
            problems.append(LevelProblem("没有服务事项", item, None, f"“{item_name(item)}”是依申请的职权，政务服务事项清单中没有"))
        else:
            problems.append(LevelProblem("没有权力事项", item, None, f"政务服务事项“{item_name(item)}”在权责清单中没有对应的职权"))
    return tuple(problems)


def _field(item: Item, name: str) -> str:
    return item.fields[name].text if name in item.fields else ""


def _level_words(item: Item) -> str:
    return normalise(_field(item, "行使层级")) or normalise(item.department)


def _claims(item: Item) -> str:
    level = _field(item, "行使层级")
    return f"{item.department}（{level}）" if level and len(level) < 20 else item.department or level


def _divides(item: Item) -> bool:
    level = _field(item, "行使层级")
    if level and not _LEVEL_ONLY.match(level):
        return True
    return any(_DIVIDED.search(_field(item, name)) for name in _WHERE_DIVIDED if name != "行使层级")
