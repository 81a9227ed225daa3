"""A list against the powers of the statutes of its field: what no item claims, and what items claim without such a power."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import Locator, NameSet, render
from basischeck.coverage.claims import Claim, Claims, read_claims
from basischeck.coverage.fields import fields_of, is_generic
from basischeck.coverage.holders import Holders
from basischeck.coverage.level import is_of_level, level_of_list
from basischeck.coverage.model import JUDGED, Coverage, HeldPower, State, StatuteCount, UnfoundedItem
from basischeck.facts import build_facts
from basischeck.statute import Index
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import CATEGORIES, Power, PowerCategory
from basischeck.statute.powers.scope import confers_powers

BY_ARTICLE: frozenset[PowerCategory] = frozenset(
    {"行政许可", "行政强制", "行政征收", "行政给付", "行政确认", "行政裁决", "其他职权"}
)
"""One item rests on an article as a whole: its paragraphs say who applies, who examines, and how."""
BY_STATUTE: frozenset[PowerCategory] = frozenset({"行政检查", "行政奖励"})
"""One item stands for all inspections under an act; lists do not keep one for each sentence that speaks of inspecting."""
_BESIDE = ("责令", "责令改正", "撤销", "约谈", "调解")
"""Acts that lists do not keep as items of their own where they go with another power."""
FOUNDED: frozenset[PowerCategory] = frozenset({"行政许可", "行政处罚", "行政强制"})
"""Categories of which an item without a conferring provision is reported: what confers them is read surely enough."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: the statutes by title (those that the list cites where none is named), the level, the region.

    `holders` are the department's own names in statutes; where none is given, its field is told by its name.
    """

    titles: tuple[str, ...] = ()
    level: str | None = None
    region: str | None = None
    holders: tuple[str, ...] = ()


def find_coverage(
    lists: Sequence[ListFile], index: Index, as_of: date, wanted: Wanted, names: NameSet | None = None
) -> Coverage:
    """Hold the lists together against the powers in force on `as_of`. Raises LookupError with a Chinese message for a title that the index has not."""
    facts = build_facts(lists, index, as_of, region=wanted.region, names=names)
    claims = read_claims(facts, index)
    level = wanted.level or level_of_list(wanted.region or next((read.region for read in lists if read.region), None), facts.items)
    statutes = _named(index, wanted) if wanted.titles else _cited(index, claims)
    fields: set[str] = set()
    for name in wanted.holders or dict.fromkeys(item.department for item in facts.items):
        fields |= fields_of(name) or ({name} if name in wanted.holders else set())
    powers: list[HeldPower] = []
    for statute in statutes:
        version = statute.in_force(as_of)
        known = index.powers(version.id) if version is not None and version.held else ()
        if version is None or not version.held:
            claims.unread.setdefault(statute.title, "索引没有现行条文")
        powers.extend(_of_statute(statute, known, claims, frozenset(fields), level))
    unfounded, unjudged = _unfounded(claims, index, as_of)
    return Coverage(
        as_of,
        tuple(read.file for read in lists),
        tuple(sorted(fields)),
        level,
        tuple(powers),
        unfounded,
        tuple(_counts(powers)),
        tuple(sorted(claims.unread.items())),
        len(facts.items),
        unjudged,
    )


def _named(index: Index, wanted: Wanted) -> list[Statute]:
    found = []
    for title in wanted.titles:
        statute = index.find(title.strip("《》"), region=wanted.region)
        if statute is None:
            near = index.suggest(title, wanted.region)
            raise LookupError(f"索引中没有《{title}》" + (f"，是否指《{near}》？" if near else "。"))
        found.append(statute)
    return found


def _cited(index: Index, claims: Claims) -> list[Statute]:
    """Return the statutes that the list rests on, by title."""
    found = [statute for name in claims.by_statute if (statute := index.statute(name)) is not None]
    return sorted(found, key=lambda statute: statute.title)


def _of_statute(
    statute: Statute, powers: Sequence[Power], claims: Claims, fields: frozenset[str], level: str | None
) -> Iterable[HeldPower]:
    holders = Holders(powers)
    here = _Here(claims, statute.id)
    fined = {(power.article, power.paragraph) for power in powers if power.category == "行政处罚"}
    for group in _one_power(powers):
        power = group[0]
        found = [holders.of(one) for one in group]
        names = tuple(dict.fromkeys(name for some, _ in found for name in some))
        state, items, how = _state(group, names, here, fields, level)
        if state in ("未列", "类型不同") and _goes_along(power, fined):
            state = "附带"
        yield HeldPower(
            statute.id,
            statute.title,
            render(statute.title, Locator(article=power.article, paragraph=power.paragraph, item=power.item)),
            power,
            state,
            names,
            all(inferred for _, inferred in found),
            items,
            how,
        )


def _one_power(powers: Sequence[Power]) -> Iterable[list[Power]]:
    """Group the facts of one provision and category: several holders share one power, or hold it at different levels."""
    groups: dict[tuple[str, int, str], list[Power]] = defaultdict(list)
    for power in powers:
        groups[power.article, power.paragraph, power.category].append(power)
    yield from groups.values()


def _goes_along(power: Power, fined: set[tuple[str, int]]) -> bool:
    """Say whether lists keep no item of its own for a power: it goes with another one, or only says who decides."""
    if power.category == "行政处罚":
        only = set(power.acts)
        return only <= {"决定处罚"} or (power.holder is None and (power.refers or only <= {"限制从业", "取消资格"}))
    if power.category != "其他职权" or not all(act in _BESIDE for act in power.acts):
        return False
    return (power.article, power.paragraph) in fined or bool(set(power.acts) & {"责令改正", "约谈", "撤销", "调解"})


class _Here:
    """The claims on one statute, asked by provision."""

    def __init__(self, claims: Claims, statute: str) -> None:
        self._items = claims.items
        self._all = claims.by_statute.get(statute, [])
        self._by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._all:
            if claim.article is not None:
                self._by_article[claim.article].append(claim)
        self.whole = [claim for claim in self._all if claim.article is None]

    def items(self, found: Iterable[Claim]) -> tuple[Item, ...]:
        """Return the items that make these claims, each once."""
        return tuple(self._items[number] for number in dict.fromkeys(claim.item for claim in found))

    def at(self, power: Power) -> list[Claim]:
        """Return the claims on the provision of a power, as deep as items of its category are told apart."""
        found = self._by_article.get(power.article, [])
        if power.category in BY_ARTICLE or power.refers:
            return found
        return [claim for claim in found if claim.paragraph in (None, power.paragraph)]

    def of_category(self, category: str) -> list[Claim]:
        """Return all claims of a category on the statute."""
        return [claim for claim in self._all if claim.category == category]

    def violated(self, power: Power) -> list[Claim]:
        """Return the claims on the provisions that a penalty is for."""
        articles = {path.partition(".")[0] for path in power.violated}
        return [claim for article in articles for claim in self._by_article.get(article, ()) if claim.category == power.category]


def _state(
    group: Sequence[Power], names: Sequence[str], here: _Here, fields: frozenset[str], level: str | None
) -> tuple[State, tuple[Item, ...], str]:
    power = group[0]
    claimed = here.at(power)
    own = [claim for claim in claimed if claim.category in (power.category, None)]
    if own:
        return "已列", here.items(own), ""
    if power.category in BY_STATUTE and (found := here.of_category(power.category)):
        return "已列", here.items(found), "同一法规的此类职权已有事项"
    if power.category == "行政处罚" and (found := here.violated(power)):
        return "已列", here.items(found), "事项引的是被违反的条款"
    if not _ours(names, fields):
        return "他机关", (), ""
    if not any(is_of_level(one.level, level) for one in group):
        return "非本级", (), ""
    if power.holder is None and power.category == "行政许可":
        return "未写机关", (), ""
    if claimed and power.category == "其他职权":
        return "已列", here.items(claimed), "事项列在其他类型"
    if claimed:
        return "类型不同", here.items(claimed), ""
    whole = [claim for claim in here.whole if claim.category in (power.category, None)]
    return "未列", (), f"另有 {len({claim.item for claim in whole})} 个事项只引到该法规" if whole else ""


def _ours(names: Sequence[str], fields: frozenset[str]) -> bool:
    """Say whether a power is one of the departments' fields; where the words tell no field, it is not said to be theirs."""
    return any((fields_of(name) or {name}) & fields for name in names if not _ELSEWHERE.search(name) and not is_generic(name))


_ELSEWHERE = re.compile(r"政府$|街道办事处$|口岸|上级")
"""Governments as a whole, organs at ports of entry, superior organs: no powers of a department's own."""


def _counts(powers: Iterable[HeldPower]) -> Iterable[StatuteCount]:
    by_statute: dict[tuple[str, str], dict[PowerCategory, list[int]]] = defaultdict(dict)
    for one in powers:
        if one.state in JUDGED:
            count = by_statute[one.statute, one.title].setdefault(one.power.category, [0, 0])
            count[0] += one.state == "已列"
            count[1] += 1
    for (statute, title), counts in by_statute.items():
        ordered: dict[PowerCategory, tuple[int, int]] = {c: (counts[c][0], counts[c][1]) for c in CATEGORIES if c in counts}
        yield StatuteCount(statute, title, ordered)


def _unfounded(claims: Claims, index: Index, as_of: date) -> tuple[tuple[UnfoundedItem, ...], int]:
    """Return the items whose cited provisions all could be looked into and of which none confers their category, and how many could not be judged."""
    found, unjudged = [], 0
    confers: dict[str, dict[str, list[Power]]] = {}
    by_item = claims.of_item()
    for number, item in enumerate(claims.items):
        mine = by_item.get(number, [])
        category = next((claim.category for claim in mine if claim.category), None)
        if category not in FOUNDED or not mine:
            continue
        if number in claims.open or any(claim.article is None or not _confers(index, claim) for claim in mine):
            unjudged += 1
            continue
        powers: dict[tuple[str, str], list[Power]] = {}
        for claim in mine:
            if claim.statute not in confers:
                confers[claim.statute] = _by_article(index, claim.statute, as_of)
            powers[claim.statute, claim.article or ""] = confers[claim.statute].get(claim.article or "", [])
        if any(_founds(power, category) for some in powers.values() for power in some):
            continue
        others = dict.fromkeys(power.category for some in powers.values() for power in some)
        cited = dict.fromkeys(_cited_as(index, claim) for claim in mine if claim.own)
        if cited and category is not None:
            found.append(UnfoundedItem(item, category, tuple(cited), "、".join(others)))
    return tuple(found), unjudged


def _confers(index: Index, claim: Claim) -> bool:
    """Say whether an act is one whose provisions are read for powers at all: the general acts on penalties and measures are not."""
    statute = index.statute(claim.statute)
    return statute is not None and confers_powers(statute.level, statute.title)


def _founds(power: Power, category: str) -> bool:
    """Say whether a power can be what an item of a category rests on; orders（责令退还、限期拆除）are listed as penalties and measures."""
    if power.category == category:
        return True
    return category != "行政许可" and power.category == "其他职权" and bool({"责令", "责令改正", "撤销"} & set(power.acts))


def _by_article(index: Index, name: str, as_of: date) -> dict[str, list[Power]]:
    statute = index.statute(name)
    version = statute.in_force(as_of) if statute is not None else None
    found: dict[str, list[Power]] = defaultdict(list)
    for power in index.powers(version.id) if version is not None and version.held else ():
        found[power.article].append(power)
    return found


def _cited_as(index: Index, claim: Claim) -> str:
    statute = index.statute(claim.statute)
    return render(statute.title if statute else "", Locator(article=claim.article, paragraph=claim.paragraph))
