"""How a list stands to the powers that one statute confers: held, listed under another category, missing, or not its own."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from basischeck.catalog.model import Item
from basischeck.citation import Locator, render
from basischeck.coverage.here import Here
from basischeck.coverage.holders import Held, Holders
from basischeck.coverage.kinds import BY_STATUTE, IMPOSED, LICENCE_TAKEN
from basischeck.coverage.level import is_municipality, is_of_level
from basischeck.coverage.model import HeldPower, State
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import Power

Fact = tuple[Power, Held]
_BY_REFERENCE = "事项所引的条款指引按这一条处罚"
_MANY = 3
"""How many authorities a provision names that has them punish by other acts, each by its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom it is asked: the fields of the list's departments, its level of government, and its region where known."""

    fields: frozenset[str]
    level: str | None
    region: str | None = None
    exercised: frozenset[tuple[str, str]] = frozenset()
    """Authorities, as they are called in the act at hand, whose powers of a category in it the list's own items exercise."""

    def holds(self, fact: Fact) -> bool:
        """Say whether a power is of these fields, or of an authority that the list shows to be its own; where nothing tells, it is not said to be theirs."""
        return self.is_of_its_field(fact) or self.exercises(fact)

    def is_of_its_field(self, fact: Fact) -> bool:
        """Say whether a power is of these fields by its authority's name."""
        return bool(fact[1].fields & self.fields)

    def exercises(self, fact: Fact) -> bool:
        """Say whether the list's items exercise powers of this authority."""
        return not self.exercised.isdisjoint(_called(fact))

    def at_its_level(self, fact: Fact, statute: Statute) -> bool:
        """Say whether a power is of the list's level of government; what a 直辖市 calls 市 in its own regulations is itself."""
        own = is_municipality(self.region) and statute.level in ("地方性法规", "地方政府规章")
        return is_of_level(fact[1].level, self.level) or (own and self.level == "省级" and fact[1].level in ("市级", "市县级"))


def standings(statute: Statute, powers: Sequence[Power], here: Here, asked: Asked) -> Iterable[HeldPower]:
    """Yield each conferred power with how the list stands to it, provision by provision and category by category."""
    holders = Holders(powers, statute.title)
    groups: dict[tuple[str, int, str], list[Fact]] = defaultdict(list)
    for power in powers:
        groups[power.article, power.paragraph, power.category].append((power, holders.of(power)))
    asked = replace(asked, exercised=_exercised(groups.values(), here, asked))
    for group in groups.values():
        one = _standing(statute, group, here, asked, bool(holders.fields & asked.fields))
        yield one
        if one.state == "已列" and any(map(asked.holds, group)) and (left := here.left_open(one.power)):
            yield _of_items(one, left)


_ENOUGH = 2
_SHARE = 0.25
_LEVEL = re.compile(r"^(?:(?:国务院|县级|设区的市级|省级|以上|地方|各级|人民政府|省、自治区、直辖市|有关|相关|其他|的)+)")


def _called(fact: Fact) -> frozenset[tuple[str, str]]:
    """Return the authorities of a power as they are called without their level, each with the category; those who are only inferred go together.

    Where nobody is named（经审批机关批准）all powers of the category are taken as one authority's.
    """
    power, held = fact
    names = [_LEVEL.sub("", name) for name in held.names]
    return frozenset((power.category, name) for name in (["、".join(names)] if held.inferred or not names else names))


def _exercised(groups: Iterable[Sequence[Fact]], here: Here, asked: Asked) -> frozenset[tuple[str, str]]:
    """Return the authorities of whose powers in the act the list's items exercise some, and a good part.

    交通运输 is 其他负有安全生产监督管理职责的部门 of 安全生产法, and what 建设行政主管部门 is for its roads.
    """
    all_of: Counter[tuple[str, str]] = Counter()
    held: Counter[tuple[str, str]] = Counter()
    for group in groups:
        ours = [fact for fact in group if asked.is_of_its_field(fact)]
        for name in frozenset().union(*map(_called, ours or group)):
            all_of[name] += 1
            held[name] += here.rests_on(group[0][0])
    return frozenset(name for name, count in held.items() if count >= max(_ENOUGH, _SHARE * all_of[name]))


def _standing(statute: Statute, group: Sequence[Fact], here: Here, asked: Asked, of_the_act: bool) -> HeldPower:
    """Return how the list stands to what a provision confers in one category: on several authorities together, or each its part."""
    ours = [fact for fact in group if asked.holds(fact)]
    mine = [fact for fact in ours if asked.at_its_level(fact, statute)]
    of_whom = mine or ours or group
    power = _together([one for one, _ in of_whom])
    not_theirs = _not_theirs(group, ours, mine, of_the_act)
    state, items, how = _state(power, here, not_theirs)
    if (
        state in ("未列", "类型不同")
        and power.refers
        and any(fact not in ours and not fact[0].refers for fact in group)
    ):
        state, items, how = "附带", (), "该款主要授予其他机关"  # 除由…依照本法处罚外，…可以吊销…
    elif state == "未列" and _goes_with_anothers(power, [fact for fact in group if fact not in ours]):
        state, how = "待核", "随其他机关的处罚吊销证照，可以不单列"
    elif state in ("未列", "类型不同") and _each_by_its_own(group):
        state, items, how = "附带", (), "由各机关依照各自的法规处罚"
    return HeldPower(
        statute.id,
        statute.title,
        render(statute.title, Locator(article=power.article, paragraph=power.paragraph, item=power.item)),
        power,
        state,
        tuple(dict.fromkeys(name for _, held in (mine or group) for name in held.names)),
        all(held.inferred for _, held in of_whom),
        items,
        how,
        not_theirs is None,
        bool(ours) and not any(map(asked.is_of_its_field, ours)),
        power.level or of_whom[0][1].level,
        any(map(asked.exercises, of_whom)),
    )


def _goes_with_anothers(power: Power, others: Sequence[Fact]) -> bool:
    """Say whether a penalty only takes the licence of whom another authority punishes（安监部门罚款；拒不改正的，由工商部门吊销营业执照）."""
    taken = power.category == "行政处罚" and set(power.acts) <= LICENCE_TAKEN
    return taken and any(not set(fact[0].acts) <= LICENCE_TAKEN for fact in others)


def _of_items(one: HeldPower, left: Sequence[int]) -> HeldPower:
    """Return the offences of a paragraph that no item cites, where the items each cite some of them, to be looked at: lists get the numbers of 项 wrong, and say 等行为."""
    power = replace(one.power, item=left[0])
    more = "".join(f"、{render(None, Locator(item=number))[1:-1]}" for number in left[1:])
    place = render(one.title, Locator(article=power.article, paragraph=power.paragraph, item=left[0]))
    return replace(one, citation=f"{place[:-1]}{more}项", power=power, state="待核", items=(), how="同一款的其他各项已列，这里可能在同一事项之中")


def _each_by_its_own(group: Sequence[Fact]) -> bool:
    """Say whether a provision only reminds many authorities of other acts（由新闻、出版、教育…等有关主管部门依照有关法律、法规的规定处罚）."""
    only = all(power.refers and power.acts == ("处罚",) for power, _ in group)
    return only and len({power.holder for power, _ in group}) >= _MANY


def _together(powers: Sequence[Power]) -> Power:
    """Return one power with the acts of several on the same provision; it is by reference, or another act's, only where all are."""
    acts = tuple(dict.fromkeys(act for power in powers for act in power.acts))
    violated = tuple(dict.fromkeys(path for power in powers for path in power.violated))
    refers, elsewhere = all(power.refers for power in powers), all(power.elsewhere for power in powers)
    return replace(powers[0], acts=acts, violated=violated, refers=refers, elsewhere=elsewhere)


def _is_sought(power: Power) -> bool:
    """Say whether a power is one that people have to ask for: a licence, a filing."""
    return power.category == "行政许可" or (power.category == "其他职权" and power.acts == ("备案",))


def _not_theirs(group: Sequence[Fact], ours: Sequence[Fact], mine: Sequence[Fact], of_the_act: bool) -> State | None:
    """Return why a power is not asked of the list, None where it is; `of_the_act` where most of the act's powers are its departments'."""
    if mine:
        return None
    if ours:
        return "非本级"
    return "未写机关" if of_the_act and not any(held.names for _, held in group) else "他机关"


def _state(power: Power, here: Here, not_theirs: State | None) -> tuple[State, tuple[Item, ...], str]:
    claimed = here.at(power)
    own = [claim for claim in claimed if claim.category in (power.category, None)]
    if own:
        return "已列", here.items(own), _BY_REFERENCE if all(claim.referred for claim in own) else ""
    if not_theirs is not None:
        return not_theirs, (), ""
    if power.category in BY_STATUTE and (found := here.of_category(power.category)):
        return "已列", here.items(found), "同一法规的此类职权已有事项"
    if power.category == "行政处罚" and (found := here.violated(power)):
        return "已列", here.items(found), "事项引的是被违反的条款"
    whole = [claim for claim in here.whole if claim.category in (power.category, None)]
    if whole and power.category not in IMPOSED:
        return "已列", here.items(whole), "事项只引到该法规"
    if power.category == "其他职权":
        claimed = [claim for claim in claimed if claim.number in (None, power.item) or power.item is None]
    elif power.category not in IMPOSED and any(claim.category == "其他职权" for claim in claimed):
        claimed = [claim for claim in claimed if claim.category == "其他职权"]
    if claimed and _is_sought(power) and {claim.category for claim in claimed} == {"行政处罚"}:
        return "未列", (), "只有处罚事项引这一条"  # they name the duty that they punish a breach of
    if claimed and (
        power.category == "其他职权" or (power.category not in IMPOSED and claimed[0].category == "其他职权")
    ):
        return "已列", here.items(claimed), "事项列在其他类型"
    if claimed:
        return "类型不同", here.items(claimed), ""
    if (day := here.since(power)) is not None:
        return "未列", (), f"{day.year}年{day.month}月{day.day}日起施行的修改新增，事项引的是修改前的条文"
    return "未列", (), f"另有 {len({claim.item for claim in whole})} 个事项只引到该法规" if whole else ""
