"""The version bracket behind a title against the statute's own history.

A fault is said only where the history leaves no room for doubt: not every amendment need be known to the index, so a
year behind the last known one may be right.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from basischeck.citation import VersionMark
from basischeck.facts.bracket_days import ADOPTED_BEFORE, AMENDED, SURE_LEVELS, Fault, dated_clauses, day_fault
from basischeck.facts.bracket_order import order_fault
from basischeck.facts.known_days import named as name_of
from basischeck.pattern import regex
from basischeck.statute.model import Statute, Version
from basischeck.statute.numbers import read_numbers
from basischeck.statute.titles import normalise_title

Owner = Callable[[str], Statute | None]
"""Gives the one statute that an order's number belongs to, None where it belongs to none or to many."""

Match = Callable[[Statute, VersionMark], Sequence[Version] | None]
"""Gives the versions of a statute that a bracket may mean."""

_DECISION_ON = regex(r"关于(?:修改|修订|修正)\s*[〈《<＜]([^〈〉《》<>＜＞]{2,60})[〉》>＞]\s*(?:的决定|部分条款的决定)")
_OF_CONGRESS = regex(r"主席令|全国人民代表大会(?:常务委员会)?第[^，。；;（）]{1,8}次会议(?=通过|修订|修正)")
_OF_COUNCIL = regex(r"国务院(?:令第?|第)\d+号令?|国务院(?:令)?第[^，。；;]{1,6}次常务会议(?!批准|原则批准)")
# Who makes acts of a level（立法法第十条、第七十二条、第八十条、第九十一条、第九十三条）, and what names who does not.
_MADE_BY: dict[str, tuple[str, tuple[re.Pattern[str], ...]]] = {
    "法律": ("法律由全国人民代表大会及其常务委员会制定", (_OF_COUNCIL,)),
    "行政法规": ("行政法规由国务院制定", (_OF_CONGRESS,)),
    "部门规章": ("部门规章由国务院部门制定", (_OF_COUNCIL, _OF_CONGRESS)),
    "地方性法规": ("地方性法规由地方人民代表大会及其常务委员会制定", (_OF_COUNCIL, _OF_CONGRESS)),
    "地方政府规章": ("地方政府规章由地方人民政府制定", (_OF_COUNCIL, _OF_CONGRESS)),
}


def bracket_facts(
    statute: Statute, mark: VersionMark, match: Match, owner: Owner, known_to: date | None = None
) -> dict[str, Any]:
    """Return the columns on the bracket `mark` behind `statute`: what version it names and what is wrong with it.

    `known_to` is the day up to which every amendment of the statute is known, None where later ones may be missing.
    """
    named = named_versions(statute, mark, match)
    facts: dict[str, Any] = {
        "bracket_versions": " ".join(v.id for v in named) or None,
        "bracket_named": "、".join(dict.fromkeys(map(name_of, named))) or None,
    }
    if not named and _is_newer(statute, mark):
        facts["bracket_newer"] = True
    fault = (
        _other_decision(statute, mark.text)
        or _other_order(statute, mark.text, owner)
        or _maker_fault(statute, mark.text)
        or _year_fault(statute, mark, known_to)
        or day_fault(statute, mark)
        or order_fault(statute, mark)
        or _kind_fault(statute, mark, named)
    )
    if fault is not None:
        facts |= {"bracket_fault": fault.kind, "bracket_says": fault.said, "bracket_known": fault.known}
    return facts


def known_to(statute: Statute, manifest: Mapping[str, Any]) -> date | None:
    """Return the day up to which all amendments of a law are known: that of the latest source of its last text.

    Sources hold all laws; of regulations and rules any may lack an amendment, so None.
    """
    if statute.level != "法律" or not statute.versions:
        return None
    sources = manifest.get("sources", {})
    days = [sources.get(name, {}).get("current_to") for name in statute.versions[-1].sources]
    return max((date.fromisoformat(day) for day in days if day), default=None)


def named_versions(statute: Statute, mark: VersionMark, match: Match) -> list[Version]:
    """Return every version that a bracket's last date, or one of its orders, or its year may mean, in order."""
    nothing = replace(mark, dates=(), orders=(), year=None, kind=None)
    # An amending without a day of its own（1987年发布，国务院令第666号修订）: the dates are those of earlier acts.
    dates = () if mark.kind in AMENDED and mark.year is None else mark.dates
    readings = [replace(nothing, dates=dates), replace(nothing, orders=mark.orders), replace(nothing, year=mark.year)]
    ids: set[str] = set()
    for reading in readings:
        found = match(statute, reading) if reading != nothing else None
        # An order that is none of the statute's tells nothing: all versions are possible then.
        if found and (len(found) < len(statute.versions) or len(found) == 1):
            ids |= {version.id for version in found}
    named = [version for version in statute.versions if version.id in ids]
    if mark.kind in AMENDED:
        # What the bracket calls amended is no original text, whichever of its dates was found first.
        return [version for version in named if version.kind in AMENDED]
    return named


def _other_decision(statute: Statute, text: str) -> Fault | None:
    """Find an amending decision that names one other act as the act it amends（关于修改〈另一法〉的决定）."""
    own = {normalise_title(title) for title in (statute.title, *statute.aliases)}
    for found in _DECISION_ON.finditer(re.sub(r"\s+", "", text)):
        named = normalise_title(found[1])
        if not any(named in title or title in named for title in own):
            return Fault("修改决定", f"关于修改《{found[1]}》的决定")
    return None


def _other_order(statute: Statute, text: str, owner: Owner) -> Fault | None:
    """Find an order or document number by which one other act was promulgated.

    The order of a decision that amends many acts is known for some of them only, so it tells nothing; orders of the
    President are counted anew with every congress, so their number alone tells nothing either.
    """
    own = {number for version in statute.versions for number in read_numbers(version.document_number or "")}
    own |= {number for known in statute.document_numbers for number in read_numbers(known)}
    for number in read_numbers(text):
        if number in own or number.startswith("主席令"):
            continue
        other = owner(number)
        if other is None or other.id == statute.id or not other.versions:
            continue
        # An act that was promulgated anew under its old title has another order for each text.
        if any(v.kind not in AMENDED and number in read_numbers(v.document_number or "") for v in other.versions):
            return Fault("令号", number, f"该文号公布的是《{other.title}》")
    return None


def _maker_fault(statute: Statute, text: str) -> Fault | None:
    """Find a body in the bracket that makes no acts of the statute's level."""
    maker, others = _MADE_BY.get(statute.level or "", ("", ()))
    plain = re.sub(r"\s+", "", text)
    for pattern in others:
        found = pattern.search(plain)
        if found:
            return Fault("制定机关", found[0], maker)
    return None


def _is_newer(statute: Statute, mark: VersionMark) -> bool:
    """Whether the bracket names an act after the last one that is known of the statute."""
    made = [v.promulgated for v in statute.versions if v.promulgated]
    if not made or mark.year is None:
        return False
    days = [clause.day for clause in dated_clauses(mark.text) if clause.day.year == mark.year]
    return mark.year > made[-1].year or bool(days and days[-1] > made[-1] + ADOPTED_BEFORE)


def _year_fault(statute: Statute, mark: VersionMark, known_to: date | None) -> Fault | None:
    """Find a year in which the statute was neither made nor amended, up to where its history is known act by act."""
    versions = statute.versions
    if mark.year is None or statute.level not in SURE_LEVELS:
        return None
    if not versions or not versions[-1].held or any(v.promulgated is None for v in versions):
        return None
    made = [v.promulgated for v in versions if v.promulgated]
    years = {day.year for day in made} | {v.effective.year for v in versions if v.effective}
    if statute.level == "行政法规":
        years |= {(day - ADOPTED_BEFORE).year for day in made}
    end = max(made[-1].year, known_to.year if known_to else 0)
    if mark.year in years or not made[0].year < mark.year < end or _is_copied_date(mark, made):
        return None
    return Fault("年份", f"{mark.year}年{mark.kind or '的版本'}", "、".join(f"{v.promulgated.year}年{v.kind}" for v in versions if v.promulgated))


def _is_copied_date(mark: VersionMark, made: Sequence[date]) -> bool:
    """Whether one of the bracket's dates is that of a known act: the year was then read from other words of it."""
    return any(abs((dated.day - day).days) <= 1 for dated in dated_clauses(mark.text)[-1:] for day in made)


def _kind_fault(statute: Statute, mark: VersionMark, named: Sequence[Version]) -> Fault | None:
    """Find 修订 where the law was amended by a decision（修正）, and the other way about."""
    if statute.level != "法律" or mark.kind not in ("修正", "修订") or len(named) != 1:
        return None
    version = named[0]
    if version.kind not in ("修正", "修订") or version.kind == mark.kind or version.promulgated is None:
        return None
    if version.promulgated.year != mark.year:
        return None
    return Fault("方式", f"{mark.year}年{mark.kind}", f"{version.promulgated.year}年{version.kind}")
