"""What changed in the law between two days, as far as it touches one cited provision."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from basischeck.citation import Locator, render_locator
from basischeck.compare.basis import UNKNOWN
from basischeck.compare.model import Provision
from basischeck.statute import Index
from basischeck.statute.model import Change, Repeal, Statute, Version

Kind = Literal["repealed", "begun", "deleted", "renumbered", "revised", "amended"]
"""`amended`: the statute was, and what became of the article is not known."""

REQUIRES: frozenset[Kind] = frozenset({"repealed", "deleted", "renumbered"})
"""What makes a citation wrong that was right; a revised article may still found the power."""

_KINDS: dict[Change, Kind] = {
    "renumbered": "renumbered",
    "revised": "revised",
    "deleted": "deleted",
    "split": "revised",
    "merged": "revised",
    "added": "begun",
}


@dataclass(frozen=True, slots=True)
class LawChange:
    """One change of law that touches a provision; `told` says it in Chinese, `day` is when it took effect.

    `becomes` is the number that the article has afterwards, None where it has none or that is not known.
    """

    kind: Kind
    told: str
    day: date | None
    becomes: str | None = None


class LawBetween:
    """The law of one day against that of a later one."""

    def __init__(self, index: Index, start: date, end: date) -> None:
        self._index, self._start, self._end = index, start, end
        self._known = lru_cache(maxsize=None)(self._touching)

    def touching(self, provision: Provision, *, new: bool = False) -> LawChange | None:
        """Return what happened to a provision between the days, None where nothing did or the index does not know.

        `new` says that the citation counts articles as the later version does. A citation whose own bracket names the later
        version does so as well, and for a list's earlier state this is no change: it was ahead of the law.
        """
        return self._known(provision, provision.year, new)

    def _touching(self, provision: Provision, year: int | None, new: bool) -> LawChange | None:
        statute = self._index.statute(provision.statute) if not provision.statute.startswith(UNKNOWN) else None
        if statute is None:
            return None
        before, after = statute.in_force(self._start), statute.in_force(self._end)
        if after is None and (before is not None or self._repeals(statute)):
            return self._ended(statute, before)
        if after is None:
            return None
        if before is None:
            return LawChange("begun", f"《{statute.title}》{_day(after.effective)}起施行", after.effective)
        if before.id == after.id or (not new and _names(after, year)):
            return None
        return self._amended(statute, before, after, provision, new=new)

    def _repeals(self, statute: Statute) -> list[Repeal]:
        """Return the repeals between the days; of some statutes (婚姻法) the index knows nothing else."""
        return [repeal for repeal in statute.repealed_by if repeal.date and self._start < repeal.date <= self._end]

    def _ended(self, statute: Statute, before: Version | None) -> LawChange:
        repeals = self._repeals(statute)
        day = repeals[-1].date if repeals else before.ended if before else None
        by = f"，被《{repeals[-1].title}》废止" if repeals else ""
        return LawChange("repealed", f"《{statute.title}》{_day(day)}起失效{by}", day)

    def _amended(
        self, statute: Statute, before: Version, after: Version, provision: Provision, *, new: bool
    ) -> LawChange | None:
        title, day = f"《{statute.title}》{_day(after.effective)}起施行新的文本", after.effective
        if provision.article is None:
            return LawChange("amended", title, day)
        changes = self._index.changes(statute.id, before.id, after.id)
        found = [change for change in changes if (change.new if new else change.old) == provision.article]
        if not found:
            return LawChange("amended", f"{title}，该条的变化不详", day)
        if all(change.change == "same" for change in found):
            return None
        first = next(change for change in found if change.change != "same")
        kind = _KINDS.get(first.change, "revised")
        if kind == "revised" and first.old != first.new and first.new is not None and not new:
            # Moved and amended: the old number now names another article.
            kind = "renumbered"
        return LawChange(kind, f"{title}，{_told(first.change, first.old, first.new)}", day, first.new)


def _names(version: Version, year: int | None) -> bool:
    return year is not None and version.promulgated is not None and year >= version.promulgated.year


def _told(change: Change, old: str | None, new: str | None) -> str:
    was = _article(old)
    if change == "deleted" or new is None:
        return f"原{was}已删去"
    if old is None:
        return f"{_article(new)}为新增"
    if change == "revised" and old == new:
        return f"{was}有修改"
    words = {"renumbered": "条文未改", "split": "并有拆分", "merged": "并有合并"}.get(change, "并有修改")
    return f"原{was}现为{_article(new)}，{words}"


def _article(number: str | None) -> str:
    return render_locator(Locator(article=number)) if number and number.replace("-", "").isdigit() else f"第{number}条"


def _day(day: date | None) -> str:
    return f"自{day.isoformat()}" if day else ""
