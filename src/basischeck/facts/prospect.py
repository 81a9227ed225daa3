"""What is to come of a statute in force, and what came of the act it was made on.

A local statute or rule is to be amended or repealed in time where the act above it was（立法法第八十二条、第一百零七条、法规
规章备案审查条例第二十一条）; until that is done, the parts that contradict the higher act do not bind.
"""

from datetime import date
from typing import Any

from basischeck.citation import Locator, VersionMark, render
from basischeck.facts.bracket_days import AMENDED
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version

_SUBORDINATE = ("地方性法规", "地方政府规章", "部门规章")


def to_come(statute: Statute, as_of: date, horizon: int) -> dict[str, Any]:
    """Return the columns on the next text of a statute in force, and on its end where that is fixed."""
    facts: dict[str, Any] = {}
    later = [v.effective for v in statute.versions if v.effective and v.effective > as_of]
    if later:
        days = (min(later) - as_of).days
        facts |= {"next_effective": min(later), "days_to_change": days, "changes_soon": days <= horizon}
    end = next((r for r in statute.repealed_by if r.date is not None and r.date > as_of and r.title), None)
    if end is not None and end.date is not None:
        facts |= {"ends_on": end.date, "ends_by": render(end.title, Locator(article=end.article))}
        facts["ends_soon"] = (end.date - as_of).days <= horizon
    return facts


def of_future(version: Version | None, mark: VersionMark) -> dict[str, Any]:
    """Return the columns on a bracket that names `version`, a text which is still to come into force."""
    if version is None:
        return {"named": "无法判断"}
    year = mark.year or (version.promulgated.year if version.promulgated else None)
    return {"named": "将来版", "named_effective": version.effective, "named_year": year, "named_kind": version.kind}


def of_parents(index: Index, statute: Statute, version: Version | None, as_of: date) -> dict[str, Any]:
    """Return the columns on the act that a local statute or rule names as its basis, where that changed afterwards."""
    if statute.level not in _SUBORDINATE or version is None or version.promulgated is None:
        return {}
    for name in statute.parents:
        parent = index.statute(name)
        change = _change_since(index, parent, version.promulgated, as_of) if parent is not None else None
        if parent is not None and change is not None:
            return {"parent": parent.title, "parent_change": change}
    return {}


def _change_since(index: Index, parent: Statute, made: date, as_of: date) -> str | None:
    """Say what became of an act after a day: repealed, amended; None where it stands as it stood, or no day is known."""
    if index.status(parent, as_of) == "已废止":
        end = next((r.date for r in parent.repealed_by if r.date is not None and made < r.date <= as_of and r.title), None)
        return f"已于{_show(end)}废止" if end is not None else None
    current = parent.in_force(as_of)
    if current is None or current.promulgated is None or current.kind not in AMENDED or current.promulgated <= made:
        return None
    return f"已于{_show(current.promulgated)}{current.kind}"


def _show(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
