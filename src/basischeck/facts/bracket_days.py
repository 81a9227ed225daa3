"""The days in a version bracket against those on which the statute was made, amended and took effect.

A day is a fault only where the index knows the act of that year, and that day is none that lists write for it: an act is
adopted, promulgated and takes effect on days of its own, of which the index may know some only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from basischeck.citation import VersionMark, parse_numeral
from basischeck.facts.known_days import presumed
from basischeck.pattern import regex
from basischeck.statute.model import Statute, Version
from basischeck.statute.numbers import read_numbers

AMENDED = ("修正", "修订", "修改")
SURE_LEVELS = ("法律", "行政法规")
ADOPTED_BEFORE = timedelta(days=120)
"""A meeting of the State Council may adopt a regulation so long before the order that promulgates it."""
_CLAUSE = regex(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日([^0-9]*)")
YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_EFFECT = regex(r"^\s*(?:起|开始|正式)?\s*(?:施行|实施|生效|执行)")
_ORDINAL = regex(r"第([一二三四五六七八九十]{1,3})次(?:修正|修订|修改)")
_ORIGINAL = ("公布", "通过")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a bracket（年份、施行日、日期、方式、修改决定、令号、制定机关）, what it says and what is known."""

    kind: str
    said: str
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A full date in a bracket with the words up to the next date."""

    day: date
    words: str

    @property
    def is_of_effect(self) -> bool:
        """Whether the date is that of coming into force（……起施行）."""
        return _OF_EFFECT.match(self.words) is not None


def dated_clauses(text: str) -> list[Dated]:
    """Return the full dates of a bracket in order; a day that no calendar has is passed over."""
    found = []
    for clause in _CLAUSE.finditer(re.sub(r"\s+", "", text)):
        try:
            found.append(Dated(date(int(clause[1]), int(clause[2]), int(clause[3])), clause[4]))
        except ValueError:
            continue
    return found


def lies_before(version: Version, mark: VersionMark) -> int | None:
    """Return the last year in a bracket where all it tells of came before `version` was made, so that it means an older text."""
    made, years = version.promulgated, [int(year) for year in YEAR.findall(mark.text)]
    if made is None or not years or (mark.kind in AMENDED and mark.year is None):
        return None
    if set(read_numbers(mark.text)) & set(read_numbers(version.document_number or "")):
        return None
    last = max(years)
    days = [clause.day for clause in dated_clauses(mark.text) if clause.day.year == last]
    return last if last < made.year and max(days, default=date(last, 12, 31)) + ADOPTED_BEFORE < made else None


def day_fault(statute: Statute, mark: VersionMark) -> Fault | None:
    """Find a day in a bracket that is none of the statute's, and the day of effect where that of the amendment belongs."""
    clauses = dated_clauses(mark.text)
    made = [clause for clause in clauses if not clause.is_of_effect]
    effect = [clause.day for clause in clauses if clause.is_of_effect]
    found = None
    if made and made[-1].day.year == mark.year and mark.kind in AMENDED:
        found = _of_amendment(statute, mark, made[-1].day)
    return found or (_of_effect(statute, mark, effect[-1]) if effect else None)


def _of_amendment(statute: Statute, mark: VersionMark, day: date) -> Fault | None:
    """Find the day of effect where the day of adoption belongs, and a day on which the act was not amended.

    Laws are adopted and promulgated on one day. Regulations and rules are not, and not every amendment of them need be known:
    the bracket has to count it（第三次修正）, and the amendment of that number has to be one of the same year.
    """
    known = [v for v in statute.versions if v.promulgated is not None]
    if any(v.promulgated == day for v in known):
        return None
    for version in known if statute.level in SURE_LEVELS else ():
        if version.effective == day and version.promulgated is not None:
            known_as = f"{show(version.promulgated)}{version.kind}，{show(day)}起施行"
            return Fault("施行日", f"{show(day)}{mark.kind}", known_as)
    same_year = [v for v in known if v.promulgated and v.promulgated.year == day.year]
    if len(same_year) != 1 or same_year[0].promulgated is None:
        return None
    version, promulgated = same_year[0], same_year[0].promulgated
    if statute.level == "法律":
        if abs((promulgated - day).days) <= 1 and not version.basis.get("promulgated", "").startswith("题注"):
            return None
    elif _counted(known, mark.text) is not version or abs(promulgated - day) <= ADOPTED_BEFORE:
        return None
    return Fault("日期", f"{show(day)}{mark.kind}", f"{show(promulgated)}{version.kind}")


def _counted(versions: Sequence[Version], text: str) -> Version | None:
    """Return the amendment that the last ordinal of a bracket counts to, where so many are known and no more."""
    ordinals = _ORDINAL.findall(text)
    amended = [v for v in versions if v.kind in AMENDED]
    return amended[-1] if ordinals and parse_numeral(ordinals[-1]) == len(amended) > 0 else None


def _of_effect(statute: Statute, mark: VersionMark, day: date) -> Fault | None:
    """Find a day of effect that no text of the statute has, where one took effect, or was made, in that year, on a day that is known.

    An amendment that the index has not may have taken effect on any day: of regulations and rules only the first text counts.
    """
    near = [v for v in statute.versions if day.year in {d.year for d in (v.effective, v.promulgated) if d is not None}]
    if len(near) != 1 or near[0].effective is None or presumed(near[0]) or near[0].effective == day:
        return None
    version = near[0]
    first = version.kind in _ORIGINAL and mark.kind not in AMENDED
    if statute.level != "法律" and not (first and statute.level in (*SURE_LEVELS, "部门规章")):
        return None
    return Fault("日期", f"{show(day)}起施行", f"{show(near[0].effective)}起施行")


def show(day: date) -> str:
    """Return a day as official documents write it."""
    return f"{day.year}年{day.month}月{day.day}日"
