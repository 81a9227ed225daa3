"""One power at several levels（层级权限清单）, and a list against the list of service items（政务服务事项清单）.

Several levels may keep one power where it is divided between them; then the basis is one and the duties are each level's
own. A service item is the same power seen by the applicant: the same name on the same basis, or 两张皮.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from basischeck.catalog.model import FieldText, Item, ListFile
from basischeck.citation import normalise
from basischeck.compare.basis import BasisReader, basis_texts, same_basis
from basischeck.compare.compare import compare_lists
from basischeck.compare.difference import item_name
from basischeck.compare.entry import Entry, letters_of, levels_of
from basischeck.compare.model import FIELD_WORDS, Comparison, Difference
from basischeck.compare.naming import read_name, without_operation
from basischeck.compare.organ import field_of, level_of
from basischeck.facts.categories import standard_category
from basischeck.pattern import regex

Problem = Literal["没有划分", "层级依据不一", "层级责任相同", "两张皮", "没有服务事项", "没有权力事项"]

APPLIED_FOR = frozenset({"行政许可", "行政给付", "行政确认", "行政奖励", "行政裁决"})
"""Categories that are exercised on application（依申请）and so are service items
(《国务院关于在线政务服务的若干规定》，国务院令第716号)."""

_DIVIDED = regex(r"划分|权限|分工|跨(?:区|县|行政区)|重大|以上|以下|除外|委托|下放|直接管理|负责.{2,}")
_LEVEL = "行使层级"
_WHERE_DIVIDED = (_LEVEL, "行使层级（另）", "备注", "部门职责", "责任事项")
_LEVEL_ONLY = regex(r"^[省市县区州地乡镇街道自治旗、，,/级及和\s]*$")


@dataclass(frozen=True, slots=True)
class LevelProblem:
    """A power whose division between levels, or whose service item, is not in order; `told` says what, in Chinese."""

    problem: Problem
    item: Item
    other: Item | None
    told: str
    differences: tuple[Difference, ...] = ()


def between_levels(comparison: Comparison, reader: BasisReader, stated: Sequence[str] = ()) -> tuple[LevelProblem, ...]:
    """Return the powers that lists of two levels both claim under one name: on different bases, or not divided between them.

    The level is that of the row, of the department's place, or what `stated` says of the list（县级）; where it is not
    known, and between lists of one level, there is nothing to divide.
    """
    problems: list[LevelProblem] = []
    for group in comparison.groups:
        firsts = {member.list: member.item for member in reversed(group.members)}
        kept = [(number, firsts[number]) for number in sorted(firsts)]
        for (ours_in, ours), (theirs_in, theirs) in combinations(kept, 2):
            levels = [_level(item, stated[n] if n < len(stated) else "") for n, item in ((ours_in, ours), (theirs_in, theirs))]
            if all(levels) and levels[0] != levels[1]:
                problems.extend(_both_claim(ours, theirs, reader))
    return tuple(problems)


def _both_claim(ours: Item, theirs: Item, reader: BasisReader) -> Iterator[LevelProblem]:
    """Yield what is wrong with a power of one name that two levels claim; other names are no claim to the same power."""
    mine, other = Entry(0, ours, reader), Entry(1, theirs, reader)
    if mine.name.key != other.name.key or mine.category != other.category:
        return
    if not same_basis(mine.provisions, other.provisions):
        yield LevelProblem("层级依据不一", ours, theirs, f"{_claims(ours)}和{_claims(theirs)}是同一职权，依据却不同")
    elif not _divided(ours, theirs):
        yield LevelProblem("没有划分", ours, theirs, f"{_claims(ours)}和{_claims(theirs)}都列了这项职权，没有写明怎样划分")


def _level(item: Item, stated: str) -> str:
    return levels_of(item) or level_of(item.department) or letters_of(stated)


def within_list(read: ListFile, reader: BasisReader) -> tuple[LevelProblem, ...]:
    """Return the powers that one list keeps at several levels on different bases, or with the very same duties."""
    parts = [part for whole in read.items for part in _by_level(whole) if levels_of(part)]
    # Nearly every name stands once: only those that do not are read more closely.
    written = Counter(_written(part) for part in parts)
    named: dict[tuple[str, str], list[Entry]] = {}
    for entry in (Entry(0, part, reader) for part in parts if written[_written(part)] > 1):
        named.setdefault((entry.name.key, entry.category), []).append(entry)
    return tuple(problem for entries in named.values() if len(entries) > 1 for problem in _within(entries))


def _written(item: Item) -> str:
    """Return a name as far as it shows that two rows may have the same: its characters alone, in any width."""
    return "".join(char for char in normalise(f"{item.name}{item.sub_name}") if char.isalnum()).lstrip("0123456789")


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
            fields={name: _at(item, name, row) for name in item.fields},
            also={},
        )
        for row, level in rows.items()
    ]


def _at(item: Item, name: str, row: int) -> FieldText:
    """Return a field as a row of an item of several rows has it; what the row says as the first does is kept once."""
    return next((text for text in item.also.get(name, ()) if text.row == row), item.fields[name])


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


def against_services(
    powers: Sequence[ListFile], services: Sequence[ListFile], reader: BasisReader
) -> tuple[LevelProblem, ...]:
    """Hold lists of powers, taken together, against lists of service items.

    Powers that are exercised on application have to be service items, and every service item of such a category a power;
    where both are there, name, category and basis have to be the same. Where both sides name departments, nothing is said of those
    that one of them does not cover, nor of a service item that is one operation（变更）of a power that is there.
    """
    ours_together = _together(powers)
    sides = ours_together, _as_powers(_together(services), ours_together)
    comparison = compare_lists(sides, reader)
    ours, theirs = ({field_of(item.department) for item in side.items} - {""} for side in sides)
    both = ours & theirs
    whole = {_whole_power(item) for item in sides[0].items}
    problems = []
    for group in comparison.groups:
        members = {member.list: member for member in group.members}
        if len(members) == 2:
            told = [one for one in members[1].differences if one.field in _compared(members[1].item)]
            if told:
                how = "；".join(f"{FIELD_WORDS[one.field]}：{one.how}" for one in told)
                problems.append(LevelProblem("两张皮", members[0].item, members[1].item, how, tuple(told)))
            continue
        item = group.first
        number, field = group.members[0].list, field_of(item.department)
        foreign = field and both and field not in both
        if foreign or standard_category(item.category) not in APPLIED_FOR or (number == 1 and _whole_power(item) in whole):
            continue
        if number == 0:
            problems.append(LevelProblem("没有服务事项", item, None, f"“{item_name(item)}”是依申请的职权，政务服务事项清单中没有"))
        else:
            problems.append(LevelProblem("没有权力事项", item, None, f"政务服务事项“{item_name(item)}”在权责清单中没有对应的职权"))
    return tuple(problems)


def _as_powers(services: ListFile, powers: ListFile) -> ListFile:
    """Return service items as the powers they are operations or parts of: 主项 with its 办理项（新办、变更）is the power of that name.

    Several of one power are one; what has the name of a power itself, or of none, stays as it is.
    """
    whole = {read_name(item.name).key: item.name for item in powers.items if not item.sub_name}
    own = {read_name(item.name, item.sub_name).key for item in powers.items}
    kept: list[Item] = []
    seen: set[tuple[str, str, str]] = set()
    for item in services.items:
        if read_name(item.name, item.sub_name).key not in own:
            forms = [item.name, without_operation(item.name)] if item.sub_name else [without_operation(item.name)]
            name = next((whole[key] for key in (read_name(form).key for form in forms) if key in whole), None)
            if name is not None:
                place = name, item.category, item.department
                if place in seen:
                    continue
                seen.add(place)
                item = replace(item, name=name, sub_name="")
        kept.append(item)
    return replace(services, items=tuple(kept))


def _whole_power(item: Item) -> tuple[str, str | None]:
    """Return what an item is about whatever the operation（设立、变更、注销）, and its category."""
    return read_name(without_operation(item.name)).core, standard_category(item.category)


def _compared(service: Item) -> tuple[str, ...]:
    """Return the fields in which a service item has to be its power: what its list does not state is not compared."""
    return ("name", *(("category",) if service.category else ()), *(("basis",) if basis_texts(service) else ()))


def _together(lists: Sequence[ListFile]) -> ListFile:
    return lists[0] if len(lists) == 1 else replace(lists[0], items=tuple(item for read in lists for item in read.items))


def _field(item: Item, name: str) -> str:
    return item.fields[name].text if name in item.fields else ""


def _claims(item: Item) -> str:
    level = _field(item, "行使层级")
    return f"{item.department}（{level}）" if level and len(level) < 20 else item.department or level


def _divided(ours: Item, theirs: Item) -> bool:
    """Whether one of two rows says which part of the power is its own; what both say in the same words divides nothing."""
    for name in _WHERE_DIVIDED:
        texts = _field(ours, name), _field(theirs, name)
        if name == _LEVEL:
            found = any(text and not _LEVEL_ONLY.match(text) for text in texts)
        else:
            found = any(_DIVIDED.search(text) for text in texts)
        if found and normalise(texts[0]) != normalise(texts[1]):
            return True
    return False
