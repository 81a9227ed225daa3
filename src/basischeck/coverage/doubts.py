"""Why a gap cannot be sure: no item cites the provision, yet a careful clerk would not say that the list lacks the power.

What is asked here was learnt from gaps that readers judged against the statutes（tests/acceptance/coverage/README.md）: where the
provision states no level it is often another level's, where the act has a newer law above it the power is often in that one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from basischeck.coverage.fields import fields_of
from basischeck.coverage.kinds import IMPOSED, POORLY_READ, TAKEN
from basischeck.coverage.model import INFERRED, SHOWN, UNNAMED, HeldPower
from basischeck.facts.tables import shipped_table
from basischeck.statute.powers.model import Power, PowerCategory

_OF_A_LEVEL: frozenset[PowerCategory] = frozenset({"行政许可", "行政强制", "行政检查", "行政确认", "其他职权"})
"""What one level has of a matter and another has not. A penalty without a level is every level's from the county up（行政处罚法第二十三条）."""
_ELSEWHERE_LISTED: dict[PowerCategory, str] = {
    "行政征收": "收费、征收以现行收费目录为准",
    "行政给付": "给付以现行待遇规定为准",
    "行政裁决": "处理纠纷也可以随查处列出",
}
_EVERY_LEVEL = (None, "县级以上", "县级以上地方")


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is known around the gaps of one act.

    `unsure` gives why a power of a category that no item cites may yet be listed（`Here.doubt`）, `beside` why one
    may take the power in（`Here.beside`）, `worded` which item of another act names the same offence（`Here.worded`）and `misnumbered` which
    item of the act cites another article for it（`Here.misnumbered`）, `newer` the title of a law on the
    same matter that is younger than the act, `chapter_in` that of one made after it with a chapter on its subject, "" where there is none. `at_sea` are the act's articles on the sea, `of_the_sea` whether
    the act is on nothing else, where the list's region is `inland`. `levelled` is False where the list's level of government is not known.
    """

    unsure: Callable[[str], str] = lambda _: ""
    beside: Callable[[Power], str] = lambda _: ""
    worded: Callable[[Power], str] = lambda _: ""
    misnumbered: Callable[[Power], str] = lambda _: ""
    newer: str = ""
    chapter_in: str = ""
    inland: bool = False
    of_the_sea: bool = False
    at_sea: frozenset[str] = frozenset()
    levelled: bool = True


def doubt(one: HeldPower, powers: Sequence[HeldPower], known: Reasons) -> str:
    """Return why a gap among an act's powers cannot be sure, that it is only presumed to be this department's last; "" for no reason."""
    power = one.power
    category = power.category
    if known.of_the_sea or power.article in known.at_sea or (known.inland and power.at_sea):
        return "管的是海上、沿海，清单所在地不临海"
    if not known.levelled and one.level not in _EVERY_LEVEL:
        return f"清单的层级没有辨认出来，这是{one.level}的职权"
    if not power.judged and (category in POORLY_READ or power.acts == ("强制执行",)):
        return "这类职权从条文读得不够准"
    if power.doubted:
        return "这一款授不授予这项职权，核读时有疑问"
    if why := known.unsure(category):
        return why
    if category == "其他职权" and power.acts == ("责令",):
        return "责令一类的措施，也可以随检查、处罚列出"
    if one.foreign:
        return SHOWN if one.holders else UNNAMED
    return _of_what_none_cites(one, powers, known) if one.state == "未列" else ""


def _of_what_none_cites(one: HeldPower, powers: Sequence[HeldPower], known: Reasons) -> str:
    category = one.power.category
    if category == "行政奖励":
        return "条款没有写明由哪个机关表彰、奖励" if one.power.holder is None else _presumed(one)
    if category in IMPOSED and (why := known.worded(one.power)):
        return why
    if one.power.acts == ("加收滞纳金",):
        return "滞纳金随征收，以现行的征收机关为准"
    if known.newer:
        return f"《{known.newer}》在这部法规之后修改，同一职权可能已在其中"
    if known.chapter_in and category in IMPOSED:
        return f"《{known.chapter_in}》在这部法规之后制定，有专章规定同一事项，同一职权可能已在其中"
    if category in _ELSEWHERE_LISTED:
        return _ELSEWHERE_LISTED[category]
    if category == "行政处罚":
        return _of_a_penalty(one, known) or _presumed(one)
    if category == "行政许可" and any(other.state == "已列" and other.power.category == category for other in powers):
        return "同一法规的许可已有事项，这一条可能是它的程序或者子项"
    if category in _OF_A_LEVEL and one.power.level is None:
        return "条款没有写明由哪一级行使"
    return _presumed(one)


def _of_a_penalty(one: HeldPower, known: Reasons) -> str:
    if one.power.elsewhere:
        return "条款指引按其他法规处罚，职权在其他法规"
    if one.power.acts == ("没收",):
        return "只是没收，可能随同一法规的其他处罚行使"
    if why := known.beside(one.power):
        return why
    if one.power.holder is None and one.power.refers:
        return "条款指引按同一法规的其他条款处罚，可以随那一条列出"
    if one.power.holder is None and set(one.power.acts) <= TAKEN:
        return "只是吊销、取消资格，由发证、认可的机关决定"
    return next((entry.told for entry in _divided() if entry.applies(one)), "")


def _presumed(one: HeldPower) -> str:
    return INFERRED if one.inferred and not one.exercised else ""


def unsettled(powers: Sequence[HeldPower], fields: frozenset[str]) -> Iterator[HeldPower]:
    """Yield the powers of all acts, those as 待核 whose authority is one department in one place and another in the next, or that is not in every place（港口行政管理部门）.

    城镇燃气 is 住房城乡建设's here and 城市管理's there. Where the list holds any power of such an authority, the department is known to be it.
    """
    held = {fields_of(part) for one in powers if one.state == "已列" for name in one.holders for part in name.split("、")}
    for one in powers:
        own = [found for name in one.holders for part in name.split("、") if (found := fields_of(part)) & fields]
        if one.state == "未列" and own and all(len(found) > 1 and found not in held for found in own):
            one = replace(one, state="待核", how="各地归不同的部门管，清单中没有这类机关的职权")
        elif one.state == "未列" and (why := _sited(one, powers)):
            one = replace(one, state="待核", how=why)
        yield one


@dataclass(frozen=True, slots=True)
class _Divided:
    """An entry of rules/competence/divided.yaml: what the authority or the act is called, the articles, and why a gap is not sure."""

    holder: re.Pattern[str] | None
    act: re.Pattern[str] | None
    sited: re.Pattern[str] | None
    articles: frozenset[str]
    told: str

    def applies(self, one: HeldPower) -> bool:
        """Say whether the entry is on a power: on its authorities, where their level is not stated, or on its act."""
        if self.act is not None:
            of_it = one.power.article in self.articles if self.articles else one.power.level is None
            return of_it and self.act.search(one.title) is not None
        return self.holder is not None and one.level is None and bool(one.holders) and all(map(self.holder.search, one.holders))


@lru_cache(maxsize=1)
def _divided() -> tuple[_Divided, ...]:
    return tuple(
        _Divided(
            _pattern(entry, "holder"),
            _pattern(entry, "act"),
            _pattern(entry, "sited"),
            frozenset(map(str, entry.get("articles", ()))),
            entry.get("told", "这一领域的职权按层级分工，条款没有写明市县有"),
        )
        for entry in shipped_table("divided.yaml")
    )


def _pattern(entry: Mapping[str, str], key: str) -> re.Pattern[str] | None:
    return re.compile(entry[key]) if key in entry else None


def _sited(one: HeldPower, powers: Sequence[HeldPower]) -> str:
    """Return in Chinese why a power may be of an authority that the list's place has not: no item cites another of it in the act; "" for no such reason."""
    for entry in _divided():
        if entry.sited is None or not one.holders or not all(map(entry.sited.search, one.holders)):
            continue
        cited = (other for other in powers if other.statute == one.statute and other.state == "已列" and not other.how)
        if not any(entry.sited.search(name) for other in cited for name in other.holders):
            return entry.told
    return ""
