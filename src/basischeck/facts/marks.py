"""The version that the bracket behind a title names, held against the one in force on the day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from basischeck.citation import Locator, VersionMark
from basischeck.facts.bracket_days import AMENDED, lies_before
from basischeck.facts.brackets import bracket_facts, known_to
from basischeck.facts.fate import since_named
from basischeck.facts.known_days import ended_known
from basischeck.facts.prospect import of_future
from basischeck.pattern import regex
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version

_NUMBER = regex(r"[0-9]+(?=号)")
_SLIP = 2
"""Years by which a list may be wrong about the first text of an act（广告法, 1993 for 1994）; an earlier text is another act's."""
_ORIGINAL = ("公布", "通过")
_OF_ANOTHER = ("年份", "令号", "修改决定", "制定机关")
"""Faults of brackets that tell nothing of the act they stand behind."""


class Marks:
    """Version brackets on one day, each matched once: a list writes one behind a title for provision after provision."""

    def __init__(self, index: Index, as_of: date) -> None:
        self._index, self._as_of = index, as_of
        self._dated = lru_cache(maxsize=None)(self._with_day)
        self._versions = lru_cache(maxsize=None)(self._match)
        self._bracket = lru_cache(maxsize=None)(self._bracket_facts)

    def meant(self, statute: Statute, mark: VersionMark | None) -> list[Version] | None:
        """Return the versions that a bracket may mean, None where it states none."""
        stated = mark is not None and bool(mark.year or mark.dates or mark.orders)
        return self._versions(statute.id, self._dated(mark)) if mark is not None and stated else None

    def facts(
        self, statute: Statute, version: Version | None, mark: VersionMark, locator: Locator | None
    ) -> dict[str, Any]:
        """Return the columns on a bracket, and on the cited provision since the version it names; `version` is the one in force."""
        bracket = self._bracket(statute.id, mark)
        mark = self._dated(mark)
        return bracket | self._named(statute, version, mark, locator, own=bracket.get("bracket_fault") not in _OF_ANOTHER)

    def _with_day(self, mark: VersionMark) -> VersionMark:
        """Return a bracket with the day of the order by which it was amended, where it gives that by its number alone.

        1987年2月1日发布，国务院令第666号修订: one order amends many acts, on one day.
        """
        if mark.kind not in AMENDED or mark.year is not None or not mark.orders:
            return mark
        number = _NUMBER.search(mark.orders[-1])
        if number is None or mark.text[mark.text.rfind(number[0]) :].count("号") > 1:
            return mark  # 国务院令第550号公布、第732号修订: the amending order has no name of its own
        day = self._index.promulgated_on(mark.orders[-1])
        return mark if day is None else replace(mark, year=day.year, dates=(*mark.dates, day.isoformat()))

    def _match(self, name: str, mark: VersionMark) -> list[Version] | None:
        statute = self._index.statute(name)
        return self._index.match_version(statute, mark) if statute is not None else None

    def _bracket_facts(self, name: str, mark: VersionMark) -> dict[str, Any]:
        statute = self._index.statute(name)
        if statute is None:
            return {}
        known = known_to(statute, self._index.manifest)
        return bracket_facts(statute, mark, self._index.match_version, self._index.find_number, known)

    def _named(
        self, statute: Statute, version: Version | None, mark: VersionMark, locator: Locator | None, *, own: bool
    ) -> dict[str, Any]:
        if not (mark.year or mark.dates or mark.orders):
            return {"named": "无法判断"}
        matches = self._versions(statute.id, mark)
        older = lies_before(version, mark) if version is not None and own else None
        if older is not None and (not matches or version in matches):
            return _of_unknown(statute, version, mark, older)
        if not matches:
            return {"named": "不符"}
        if version is not None and any(match.id == version.id for match in matches):
            return {"named": "现行"}
        day = version.effective if version and version.effective else self._as_of
        earlier = [m for m in matches if m.effective and m.effective < day]
        if not earlier:
            return of_future(next((m for m in matches if m.effective and m.effective > self._as_of), None), mark)
        named = earlier[-1]
        facts: dict[str, Any] = {
            "named": "旧版",
            "named_effective": named.effective,
            "named_ended": ended_known(statute, named),
            # The bracket's own words: the amendment it names may be one that the index knows no text of.
            "named_year": mark.year or (named.promulgated.year if named.promulgated else None),
            "named_kind": mark.kind if mark.kind in ("修正", "修订", "修改") else named.kind,
        }
        if not named.held:
            facts["unheld_year"] = facts["named_year"]
        facts["later_unnamed"] = version is not None and _leaves_out(facts, version, mark)
        if version is not None and facts["named_year"] and version.kind in _ORIGINAL and version.promulgated and version.promulgated.year > facts["named_year"]:
            facts["anew_year"] = version.promulgated.year
        if named.held and locator is not None:
            facts["found_in_named"] = self._index.exists(named, locator).exists
        if version is not None and locator is not None and locator.article is not None:
            facts |= since_named(self._index, named, version, locator, self._as_of)
        return facts


def _of_unknown(statute: Statute, version: Version | None, mark: VersionMark, year: int) -> dict[str, Any]:
    """Return the columns on a bracket that names a text older than the one in force, of which the index knows nothing.

    Where the first text known was made anew later, nothing is left out: the bracket names another act of the same name.
    """
    kind, year = mark.kind if mark.kind in AMENDED else "公布", mark.year or year
    facts = {"named": "旧版", "named_year": year, "named_kind": kind, "unheld_year": year}
    anew = [one.promulgated.year for one in statute.versions if one.kind in _ORIGINAL and one.promulgated and one.promulgated.year > year + _SLIP]
    left_out = version is not None and not anew and _leaves_out(facts, version, mark)
    return facts | {"later_unnamed": left_out, "anew_year": anew[-1] if anew else None}


def _leaves_out(facts: Mapping[str, Any], version: Version, mark: VersionMark) -> bool:
    """Whether a bracket states the first promulgation alone, though the text in force is an amended one.

    Where its last day is later by more than two years, it does name something that came after.
    """
    kinds = facts["named_kind"], version.kind
    if None in kinds or kinds[0] in AMENDED or kinds[1] in _ORIGINAL or facts["named_year"] is None:
        return False
    return max((int(day[:4]) for day in mark.dates), default=0) <= int(facts["named_year"]) + 2
