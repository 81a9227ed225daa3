"""Versions against days and brackets: status on a day, which version a bracket means, chains of changes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from basischeck.citation.model import VersionMark
from basischeck.statute.model import ArticleChange, Status, Statute, Version
from basischeck.statute.numbers import read_numbers, same_number


def status(statute: Statute | None, day: date) -> Status:
    """Return the status of a statute on `day`.

    A statute whose end is known without a day (only a source's flag says so) is taken as ended.
    """
    if statute is None:
        return "未收录"
    if statute.in_force(day) is not None:
        return "有效"
    ends = [r.date for r in statute.repealed_by]
    if any(end is not None and end <= day for end in ends):
        return "已废止"
    begins = [begun for v in statute.versions if (begun := v.effective or v.promulgated)]
    if begins and min(begins) > day:
        return "尚未生效"
    if any(end is not None for end in ends):
        return "有效"  # its end is still to come, and it was there to be ended
    if ends:
        return "已废止"
    if statute.versions and all(v.ended is not None and v.ended <= day for v in statute.versions):
        return "已废止"
    return "有效"


_AMENDED = ("修正", "修订", "修改")
_NEAR = timedelta(days=60)
_COMPLETE = ("宪法", "法律", "行政法规")
"""Levels whose issue data name every amendment of the act, so that a version they do not name never was."""


def match_version(statute: Statute, mark: VersionMark, known_to: date | None = None) -> list[Version] | None:
    """Return the versions of a statute that a bracket may mean, None where it names one that the statute never had.

    The last full date and the last order of a bracket are those of the version it names; a year alone may mean any
    version made or put into force in it. Dates of adoption and publication may differ by weeks. All versions are
    returned where nothing can be told: the bracket names a day behind the sources (`known_to`), or an amendment of an act
    whose issue data need not name all of them (部门规章, local acts).
    """
    versions = list(statute.versions)
    day = date.fromisoformat(max(mark.dates)) if mark.dates else None
    ordered = _by_order(versions, mark)
    if mark.kind in _AMENDED and mark.year is None:
        day = None  # 1987年2月1日发布，国务院令第666号修订: the dates are those of earlier acts, and so may be the order
        ordered = [v for v in ordered if v.kind in _AMENDED]
    if mark.year is not None and (day.year < mark.year if day is not None else mark.kind in _AMENDED):
        # 2001年5月23日第304号发布；2017年10月修订: the full date, if there is one, and the order are those of an earlier act.
        day = None
        ordered = [v for v in ordered if v.promulgated and v.promulgated.year == mark.year]
    found = [v for v in versions if day is not None and _made_near(v, day)] or ordered
    year = mark.year or (day.year if day else None)
    if not found and year is not None:
        same = [v for v in versions if year in {d.year for d in (v.promulgated, v.effective) if d}]
        found = [v for v in same if v.promulgated and v.promulgated.year == year] or same
    if found:
        return found
    if year is None or statute.level not in _COMPLETE or not any(v.promulgated for v in versions):
        return versions or None
    behind = known_to is not None and (day > known_to if day else year > known_to.year)
    return versions if behind else None


def _by_order(versions: Sequence[Version], mark: VersionMark) -> list[Version]:
    orders = [number for order in mark.orders[-1:] for number in read_numbers(order)]
    return [
        v
        for v in versions
        if v.document_number
        and any(same_number(own, order) for own in read_numbers(v.document_number) for order in orders)
    ]


def day_of(order: str, statutes: Iterable[Statute | None]) -> date | None:
    """Return the one day on which versions of `statutes` with that order's number were promulgated."""
    wanted = set(read_numbers(order))
    versions = (version for one in statutes if one is not None for version in one.versions)
    days = {v.promulgated for v in versions if v.promulgated and wanted & set(read_numbers(v.document_number or ""))}
    return days.pop() if len(days) == 1 else None


def _made_near(version: Version, day: date) -> bool:
    return any(d is not None and abs(d - day) <= _NEAR for d in (version.promulgated,)) or version.effective == day


def chain(first: Sequence[ArticleChange], second: Sequence[ArticleChange]) -> list[ArticleChange]:
    """Chain two comparisons: what became of each article over both steps."""
    onward: dict[str, list[ArticleChange]] = {}
    for change in second:
        if change.old is not None:
            onward.setdefault(change.old, []).append(change)
    chained: list[ArticleChange] = []
    for change in first:
        if change.new is None:
            chained.append(change)
            continue
        chained.extend(_joined(change, following) for following in onward.get(change.new, ()))
    reached = {c.new for c in chained}
    chained.extend(c for c in second if c.old is None and c.new not in reached)
    return [c for c in chained if c.old is not None or c.new is not None]


def _joined(first: ArticleChange, second: ArticleChange) -> ArticleChange:
    similarity = first.similarity * second.similarity
    kinds = {first.change, second.change}
    if first.old is None:
        return ArticleChange(None, second.new, "added", 0.0, first.stated and second.stated)
    if second.new is None:
        return ArticleChange(first.old, None, "deleted", 0.0, second.stated)
    for kind in ("split", "merged"):
        if kind in kinds:
            return ArticleChange(first.old, second.new, kind, similarity, first.stated and second.stated)
    if "revised" in kinds:
        return ArticleChange(first.old, second.new, "revised", similarity, first.stated and second.stated)
    return ArticleChange(first.old, second.new, "same" if first.old == second.new else "renumbered", similarity)
