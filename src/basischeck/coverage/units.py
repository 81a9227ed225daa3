"""Which of the powers that no item claims a list would keep an item for: each once, and none that goes with another.

What is left out is 附带, with the reason: a statute says one power in many sentences, a rule says again what the law above it
confers, and a chapter on liability mentions licences and fees that it does not confer.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from basischeck.catalog.model import Item
from basischeck.citation import Locator, render
from basischeck.coverage.chapters import SEIZED, Chapters, is_penalty
from basischeck.coverage.doubts import Reasons, doubt
from basischeck.coverage.fields import fields_of
from basischeck.coverage.kinds import BY_ARTICLE, BY_STATUTE, IMPOSED
from basischeck.coverage.model import HeldPower
from basischeck.facts.categories import standard_category
from basischeck.facts.competence import MAY_NOT, power_of
from basischeck.facts.levels import levels_of
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import Power
from basischeck.statute.skeleton import Skeleton

GAPS = ("未列", "类型不同")
_BESIDE = frozenset({"责令", "责令改正", "撤销", "约谈", "调解"})
"""Orders and the like that lists do not keep as items of their own where they go with another power."""
_ALONE = frozenset({"责令改正", "约谈", "撤销", "调解"})
_BARS = frozenset({"限制从业", "取消资格"})
_OF_RULES = frozenset({"警告", "通报批评", "罚款"})
_COLLECTION = re.compile(r"处罚(?:程序)?(?:暂行)?(?:规定|办法|细则)$")
"""A rule that puts together the penalties of the laws of a field."""
_REGISTRAR = re.compile(r"登记机关$|(?:工商行政|市场监督)管理(?:部门|机关|局)$")
_REGISTRATION = re.compile(
    r"(?:企业|公司|市场主体|商事主体|经营主体|营业执照).{0,8}(?:登记|备案)|(?:登记|备案).{0,6}(?:企业|公司|市场主体|营业执照)"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a statute's powers are seen with: its skeleton, the acts it implements, and the powers of these that the list has to hold."""

    statute: Statute
    skeleton: Skeleton | None
    parents: tuple[Statute, ...]
    above: frozenset[str]
    """The categories that the parents confer on the same department."""
    reasons: Reasons = field(default_factory=Reasons)
    """What may make a gap of the act doubtful."""


def separate(powers: Sequence[HeldPower], around: Surroundings, items: Sequence[Item]) -> list[HeldPower]:
    """Return the powers with those that a list keeps no item of its own for as 附带, or 已列 where an item for all of them stands."""
    chapters = Chapters.of(around.skeleton)
    fined = {(one.power.article, one.power.paragraph) for one in powers if one.power.category == "行政处罚"}
    found = [one if one.state not in GAPS else _judged(one, around, chapters, fined, powers, items) for one in powers]
    found = _once(found)
    found = [_doubted(one, doubt(one, found, around.reasons)) if one.state in GAPS else one for one in found]
    return [_misnumbered(one, around.reasons) if one.state == "未列" and one.power.category in IMPOSED else one for one in found]


def _doubted(one: HeldPower, why: str) -> HeldPower:
    """Return a gap that cannot be sure as 待核: somebody should look, it is not said to be missing."""
    return replace(one, state="待核", how=why) if why else one


def _misnumbered(one: HeldPower, known: Reasons) -> HeldPower:
    """Return a missing power with the item that has it under another number, where there is one: to cite it anew is all there is to do."""
    told = known.misnumbered(one.power)
    return replace(one, how="；".join(filter(None, (told, one.how)))) if told else one


def _judged(
    one: HeldPower,
    around: Surroundings,
    chapters: Chapters,
    fined: set[tuple[str, int]],
    powers: Sequence[HeldPower],
    items: Sequence[Item],
) -> HeldPower:
    power = one.power
    reasons: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: _goes_along(power, fined, chapters), ""),
        (lambda: not _may_found(power.category, around.statute), "规章、规范性文件不能设定这类职权，授权在上位法"),
        (lambda: power.category == "行政处罚" and _restates(power, around.statute), "规章对上位法处罚的具体规定"),
        (lambda: (one.inferred or power.holder is None) and _is_rule(around.statute), "规章没有写明机关"),
        (lambda: one.state == "类型不同" and is_penalty(power, fined), "该款的扣留是处罚"),
        (lambda: chapters.only_mention(power, fined), "法律责任一章提到，不是授权"),
        (lambda: chapters.no_penalty(power), "法律责任以外的条款提到，不是处罚的授权"),
        (lambda: power.category in around.above and _repeats(power), "上位法授予的同一职权"),
        (lambda: _registers(one, items), "企业登记、备案已有事项"),
    )
    for holds, why in reasons:
        if holds():
            return replace(one, state="附带", items=(), how=why)
    same = _listed(one, around, powers, items)
    return replace(one, state="已列", items=same, how="已有同类事项，依据的是其他条款") if same else one


def _goes_along(power: Power, fined: set[tuple[str, int]], chapters: Chapters) -> bool:
    """Say whether lists keep no item of its own for a power: it goes with another one, or only says who decides."""
    if power.category == "行政处罚":
        only = set(power.acts)
        barred = only == {"限制从业"} or (only <= _BARS and power.article not in chapters.liable)
        return "决定处罚" in only or (power.holder is None and (power.elsewhere or barred))
    if power.category != "其他职权" or not set(power.acts) <= _BESIDE:
        return False
    return (power.article, power.paragraph) in fined or bool(set(power.acts) & _ALONE)


def _may_found(category: str, statute: Statute) -> bool:
    """Say whether an act of this level may found a power of the category at all（rules/competence/founding.yaml）."""
    table = power_of(category, "")
    if statute.level is None and _is_rule(statute):
        return table is None or table.verdict("部门规章") != MAY_NOT
    return table is None or any(table.verdict(level) != MAY_NOT for level in _levels(statute))


def _restates(power: Power, statute: Statute) -> bool:
    """Say whether a rule's penalty can only be the law's: it may itself set warnings, criticism and fines（行政处罚法第十三条、第十四条）."""
    return _is_rule(statute) and (not set(power.acts) <= _OF_RULES or _COLLECTION.search(statute.title) is not None)


def _levels(statute: Statute) -> frozenset[str]:
    return levels_of({"statute": statute.title, "statute_level": statute.level, "issuer": statute.issuer}).possible


def _is_rule(statute: Statute) -> bool:
    """Say whether an act is a rule or less; one whose level is not known, by its name: regulations of the state are known."""
    if statute.level is None:
        return statute.title.endswith(("办法", "规定", "细则", "规则"))
    return not _levels(statute) & {"法律", "行政法规", "地方性法规"}


def _repeats(power: Power) -> bool:
    """Say whether an implementing act only details the law: its penalties and rewards are its own, what else it says is the law's."""
    if power.category in ("行政处罚", "行政奖励", "行政强制"):
        return False
    return power.category != "其他职权" or bool({"备案", "责令"} & set(power.acts))


def _listed(one: HeldPower, around: Surroundings, powers: Sequence[HeldPower], items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items that a clerk would show for a power though they rest on other provisions."""
    power = one.power
    seizure = power.category == "行政强制" and set(power.acts) <= SEIZED - {"封存"}
    if seizure:
        beside = [other for other in powers if other.state == "已列" and other.power.category == power.category]
        same = [item for other in beside if set(power.acts) <= set(other.power.acts) for item in other.items]
        if same:
            return tuple({id(item): item for item in same}.values())
    if seizure or power.category in BY_STATUTE or (power.category == "行政奖励" and _is_rule(around.statute)):
        subjects = [subject for act in (around.statute, *around.parents) if (subject := subject_of(act.title))]
        alike = (item for item in items if standard_category(item.category) == power.category)
        return tuple(item for item in alike if any(subject in item.name for subject in subjects))
    return ()


def _registers(one: HeldPower, items: Sequence[Item]) -> bool:
    """Say whether a power is the registration of enterprises, which a hundred acts speak of and a list has once."""
    if not any(_REGISTRAR.search(name) for name in one.holders):
        return False
    if one.power.category == "其他职权" and "备案" in one.power.acts:
        word = "备案"
    elif one.power.category in ("行政许可", "行政确认"):
        word = "登记"
    else:
        return False
    return any(word in i.name and _REGISTRATION.search(i.name) for i in items if standard_category(i.category) != "行政处罚")


_FORM = re.compile(
    r"^中华人民共和国|^国务院关于(?:加强)?|(?:实施)?(?:条例|办法|规定|细则|规则|决定|法)(?:（试行）)?$|暂行|试行|监督|管理|检查|监察|保护|安全|行政|处罚|执法|审查|质量|登记|实施|认定|若干|特别"
)


@lru_cache(maxsize=1 << 12)
def subject_of(title: str) -> str:
    """Return what an act is about, its title without the words of form; "" where too little is left.

    >>> subject_of("麻醉药品和精神药品管理条例")
    '麻醉药品和精神药品'
    """
    left = title
    while (shorter := _FORM.sub("", left)) != left:
        left = shorter
    return left if len(left) > 1 else ""


def _once(powers: Sequence[HeldPower]) -> list[HeldPower]:
    """Leave one gap of each power: of what lists keep by the act one in the act, of what they keep by the article one in it."""
    kept: dict[tuple[str, ...], HeldPower] = {}
    groups: dict[tuple[str, ...], list[HeldPower]] = defaultdict(list)
    for one in powers:
        if one.state in GAPS and (key := _unit(one)):
            groups[key].append(one)
    licences = {one.power.article: one for one in powers if one.power.category == "行政许可" and one.items}
    for key, group in groups.items():
        kept[key] = min(group, key=lambda one: (one.inferred, one.power.level is None))
    found = []
    for one in powers:
        first = kept.get(_unit(one)) if one.state in GAPS else None
        if first is one and one.power.category == "行政许可":
            first = _begun(one, licences)
        if first is None or first is one:
            found.append(one)
            continue
        place = render(None, Locator(article=first.power.article, paragraph=first.power.paragraph))
        why = f"这类职权一部法规只报一处，见{place}" if one.power.category in BY_STATUTE else f"与{place}是同一职权"
        found.append(replace(one, state="附带", items=(), how=why))
    return found


def _begun(one: HeldPower, licences: Mapping[str, HeldPower]) -> HeldPower:
    """Return the licence of the article before, where an item holds that: after 应当经…批准 the next article says how it is granted."""
    before = licences.get(str(int(one.power.article) - 1)) if one.power.article.isdigit() else None
    if before is None or not {fields_of(name) for name in before.holders} & {fields_of(name) for name in one.holders}:
        return one
    return before


def _unit(one: HeldPower) -> tuple[str, ...]:
    if one.power.category in BY_STATUTE:
        return (one.power.category,)
    if one.power.category == "其他职权":
        return (one.power.category, one.power.article, *one.power.acts[:1])
    return (one.power.category, one.power.article) if one.power.category in BY_ARTICLE else ()
