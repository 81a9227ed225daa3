"""The version bracket behind a title against the statute's own history, and against the list's other brackets.

A fault is said only where the history leaves no room for doubt: not every amendment need be known to the index, so a
year behind the last known one may be right.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from basischeck.citation import VersionMark
from basischeck.statute.model import Statute, Version
from basischeck.statute.titles import is_amendment, normalise_title

_AMENDED = ("修正", "修订", "修改")
_CLAUSE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日([^0-9]*)")
_OF_EFFECT = re.compile(r"^\s*(?:起|开始|正式)?\s*(?:施行|实施|生效|执行)")
_OF_MEETING = re.compile(r"会议|通过|签发|批准")
_DECISION_ON = re.compile(r"关于(?:修改|修订|修正)\s*[〈《<＜]([^〈〉《》<>＜＞]{2,60})[〉》>＞]\s*(?:的决定|等?部分条款的决定)")
_COUNCIL_ORDER = re.compile(r"国务院(?:令)?第?\s*(\d{1,4})\s*号(?:令)?")
# An act adopted on one day may be printed with the day of the order that publishes it.
_SAME_ACT_DAYS = 45
_SURE_LEVELS = ("法律", "行政法规")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a bracket: 年份, 施行日, 日期, 修改决定 or 令号; what the bracket says and what is known."""

    kind: str
    said: str
    known: str | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    day: date
    words: str


def bracket_facts(
    statute: Statute, mark: VersionMark, owner: Callable[[str], Statute | None] | None = None
) -> dict[str, Any]:
    """Return the columns `bracket_fault`, `bracket_says` and `bracket_known` for the bracket `mark` behind `statute`.

    `owner` returns the one statute that an order's number belongs to, None where it belongs to none or to many.
    """
    fault = _fault(statute, mark, owner)
    if fault is None:
        return {}
    return {"bracket_fault": fault.kind, "bracket_says": fault.said, "bracket_known": fault.known}


def _fault(statute: Statute, mark: VersionMark, owner: Callable[[str], Statute | None] | None) -> Fault | None:
    return (
        _other_decision(statute, mark.text)
        or (_other_order(statute, mark.text, owner) if owner else None)
        or _year_fault(statute, mark)
        or _day_fault(statute, mark)
    )


def _other_decision(statute: Statute, text: str) -> Fault | None:
    """Find an amending decision that names one other act as the act it amends（关于修改〈另一法〉的决定）."""
    own = {normalise_title(title) for title in (statute.title, *statute.aliases)}
    for found in _DECISION_ON.finditer(re.sub(r"\s+", "", text)):
        named = normalise_title(found[1])
        if not any(named == title or named in title or title in named for title in own):
            return Fault("修改决定", f"关于修改《{found[1]}》的决定")
    return None


def _other_order(statute: Statute, text: str, owner: Callable[[str], Statute | None]) -> Fault | None:
    """Find an order of the State Council that promulgated one other act."""
    own = {_digits(number) for version in statute.versions if (number := version.document_number)}
    own |= {_digits(number) for number in statute.document_numbers}
    for found in _COUNCIL_ORDER.finditer(text):
        if found[1] in own:
            continue
        other = owner(f"国务院令第{found[1]}号")
        if other is not None and other.id != statute.id and not is_amendment(other.title):
            return Fault("令号", f"国务院令第{found[1]}号", f"该令公布的是《{other.title}》")
    return None


def _digits(number: str) -> str:
    found = re.findall(r"\d+", number)
    return found[-1] if found and "国务院" in number else ""


def _year_fault(statute: Statute, mark: VersionMark) -> Fault | None:
    """Find a year of amendment in which the statute was not amended, between amendments that are known."""
    if mark.year is None or mark.kind not in _AMENDED or statute.level not in _SURE_LEVELS:
        return None
    known = _dated(statute)
    years = {v.promulgated.year for v in known if v.promulgated} | {v.effective.year for v in known if v.effective}
    if not known or len(known) != len(statute.versions) or mark.year in years:
        return None
    first, last = known[0].promulgated, known[-1].promulgated
    if first is None or last is None or mark.year >= last.year or not _whole_history(statute):
        return None
    return Fault("年份", f"{mark.year}年{mark.kind}", _history(known))


def _day_fault(statute: Statute, mark: VersionMark) -> Fault | None:
    """Find the day of effect where the day of adoption belongs, and a day on which nothing happened."""
    if statute.level != "法律" or mark.kind not in _AMENDED:
        return None
    known = _dated(statute)
    dated = [d for d in _clauses(mark.text) if not _OF_EFFECT.match(d.words)]
    if not dated or dated[-1].day.year != mark.year:
        return None
    day = dated[-1].day
    if any(v.promulgated and abs((v.promulgated - day).days) <= 1 for v in known):
        return None
    for version in known:
        if version.effective == day and version.promulgated is not None:
            said = f"{_show(day)}{mark.kind}"
            return Fault("施行日", said, f"{_show(version.promulgated)}{version.kind}，{_show(day)}起施行")
    same_year = [v for v in known if v.promulgated and v.promulgated.year == day.year]
    if len(same_year) == 1 and same_year[0].promulgated and _OF_MEETING.search(dated[-1].words) is None:
        return Fault("日期", f"{_show(day)}{mark.kind}", f"{_show(same_year[0].promulgated)}{same_year[0].kind}")
    return None


def _clauses(text: str) -> list[_Dated]:
    found = []
    for match in _CLAUSE.finditer(re.sub(r"\s+", "", text)):
        try:
            found.append(_Dated(date(int(match[1]), int(match[2]), int(match[3])), match[4]))
        except ValueError:
            continue
    return found


def _dated(statute: Statute) -> list[Version]:
    return [version for version in statute.versions if version.promulgated is not None]


def _whole_history(statute: Statute) -> bool:
    """Whether the history is known act by act: a text is held whose issue data name all acts before it."""
    return any(version.held for version in statute.versions[-1:]) and all(v.promulgated for v in statute.versions)


def _history(versions: Sequence[Version]) -> str:
    return "、".join(f"{v.promulgated.year}年{v.kind}" for v in versions if v.promulgated)


def _show(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=16384)
def bracket_key(year: int, kind: str | None) -> str:
    """Return what two brackets have to agree in: the year of the last act, and 修正 or 修订 where it says one of them."""
    return f"{year}年{kind if kind in ('修正', '修订') else ''}"


def add_variants(bases: Sequence[dict[str, Any]]) -> None:
    """Write the columns `bracket_usual`, `bracket_usual_count` and `bracket_count` where one list has several brackets.

    They stand at the first basis of each bracket that is not the list's usual one for that statute: the most frequent,
    and of equally frequent ones the later. Brackets that differ in words only are the same.
    """
    by_statute: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in bases:
        if row.get("version_year") and row.get("title"):
            by_statute.setdefault((row["file"], row.get("statute_id") or row["title"]), []).append(row)
    for rows in by_statute.values():
        keyed = [(bracket_key(row["version_year"], row.get("version_kind")), row) for row in rows]
        places = {(key, row["cell"], row["sheet"]) for key, row in keyed}
        counts = Counter(key for key, _, _ in places)
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda key: (counts[key], key))
        seen: set[str] = set()
        for key, row in keyed:
            if key not in seen and not _agree(key, usual):
                row |= {"bracket_usual": usual, "bracket_usual_count": counts[usual], "bracket_count": counts[key]}
            seen.add(key)


def _agree(key: str, other: str) -> bool:
    """Whether two keys may mean the same act: equal years of which one does not say 修正 or 修订."""
    return key == other or (key[:4] == other[:4] and (len(key) == 5 or len(other) == 5))
