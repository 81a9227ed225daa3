"""Checks on an index: intervals, article sequences, references, dates that are presumed, sources that disagree.

An error is what cannot be true (two versions in force on one day); a notice is what a reader of a finding should know.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from basischeck.statute.align import article_order
from basischeck.statute.index import Index
from basischeck.statute.model import Statute
from basischeck.statute.skeleton import Skeleton
from basischeck.statute.timeline import DIFFERS


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found: its kind, where (statute's title, version), in words, and whether it is an error."""

    kind: str
    title: str
    version: str
    words: str
    error: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was checked (counts by name) and all that was found."""

    checked: dict[str, int]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> int:
        """Return how many of the findings are errors."""
        return sum(f.error for f in self.faults)

    def to_json(self) -> dict[str, Any]:
        """Return the record: counts of what was checked, counts by kind, each finding."""
        return {
            "checked": self.checked,
            "errors": self.errors,
            "kinds": dict(Counter(f.kind for f in self.faults)),
            "findings": [
                {"kind": f.kind, "title": f.title, "version": f.version, "message": f.words, "error": f.error}
                for f in self.faults
            ],
        }


def check_intervals(statute: Statute) -> Iterator[Fault]:
    """Yield overlaps and inverted intervals (errors), gaps and versions that never had effect (notices)."""

    def fault(kind: str, version: str, words: str, *, error: bool = False) -> Fault:
        return Fault(kind, statute.title, version, words, error)

    dated = [v for v in statute.versions if v.effective is not None]
    for version in dated:
        if version.ended and version.effective and version.ended < version.effective:
            yield fault("区间倒置", version.id, f"{version.ended}终止，早于{version.effective}施行", error=True)
        elif version.ended and version.ended == version.effective:
            yield fault("未及施行", version.id, f"{version.effective}施行前已为后一版本取代")
    for before, after in pairwise(dated):
        if before.ended is None or (after.effective and before.ended > after.effective):
            words = f"{before.effective}起的版本至{before.ended or '今'}，与{after.effective}起的版本重叠"
            yield fault("区间重叠", after.id, words, error=True)
        elif after.effective and before.ended < after.effective:
            words = f"{before.ended}至{after.effective}之间没有施行的版本（{before.basis.get('ended', '原因不详')}）"
            yield fault("区间空缺", after.id, words)


def check_sequence(statute: Statute, version: str, skeleton: Skeleton) -> Iterator[Fault]:
    """Yield gaps and doubles in the numbering of one version's articles, with the reader's reason where it gave one."""
    reasons = "；".join(skeleton.faults)
    if skeleton.numbering != "条":
        return
    numbers = [article_order(a.number) for a in skeleton.articles]
    if numbers and numbers[0][0] != 1:
        yield Fault("条号缺漏", statute.title, version, f"从第{numbers[0][0]}条开始（{reasons or '来源如此'}）")
    for before, after in pairwise(numbers):
        if after <= before:
            kind, words = "条号重复", f"第{before[0]}条之后是第{after[0]}条"
        elif after[0] > before[0] + 1 or (after[1] and after != (before[0], before[1] + 1)):
            kind, words = "条号缺漏", f"第{before[0]}条之后是第{after[0]}条"
        else:
            continue
        yield Fault(kind, statute.title, version, f"{words}（{reasons or '来源如此'}）")
    for reason in skeleton.faults:
        if "不完整" in reason:
            yield Fault("文本不全", statute.title, version, reason)


def check_references(statute: Statute, known: Callable[[str], bool]) -> Iterator[Fault]:
    """Yield parents and successors that the index does not know, and repeals whose act it cannot name."""
    for name in statute.successors:
        if not known(name):
            yield Fault("指向缺失", statute.title, "", f"承继法规 {name} 不在索引中", error=True)
    for name in statute.parents:
        if not known(name):
            yield Fault("上位依据未收录", statute.title, "", f"制定依据 {name} 不在索引中")
    for repeal in statute.repealed_by:
        if not repeal.title:
            yield Fault("废止依据不明", statute.title, "", repeal.source)


def check_evidence(statute: Statute) -> Iterator[Fault]:
    """Yield dates of held versions that are presumed, held versions without any date, and what sources disagree about."""
    for version in statute.versions:
        if version.held and version.effective is None:
            yield Fault("日期不详", statute.title, version.id, "来源和文本都没有给出日期")
        elif version.held and version.basis.get("effective", "").startswith("推定"):
            yield Fault("施行日期推定", statute.title, version.id, version.basis["effective"])
        for key, words in version.basis.items():
            if key.startswith(DIFFERS):
                yield Fault(f"来源分歧·{key.removeprefix(DIFFERS)}", statute.title, version.id, words)


def verify(index: Index) -> Verification:
    """Check every statute of an index."""
    checked: Counter[str] = Counter()
    faults: list[Fault] = []
    for statute in index.statutes():
        checked["法规"] += 1
        checked["版本"] += len(statute.versions)
        faults.extend(check_intervals(statute))
        faults.extend(check_references(statute, lambda name: index.statute(name) is not None))
        faults.extend(check_evidence(statute))
        for version in statute.versions:
            skeleton = index.skeleton(version.id) if version.held else None
            if skeleton is not None:
                found = list(check_sequence(statute, version.id, skeleton))
                checked["收有条文的版本"] += 1
                checked["条"] += len(skeleton.articles)
                checked["条号连续的版本"] += not any(f.kind.startswith("条号") for f in found)
                faults.extend(found)
            elif version.held:
                faults.append(Fault("骨架缺失", statute.title, version.id, "标为收有条文，但没有条文结构", True))
    return Verification(dict(checked), tuple(faults))
