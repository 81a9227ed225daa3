"""Waivers: findings that somebody has looked at and answers for, with a reason and, where it matters, an end.

The stages are those of the review of 权责清单: 部门自审, 编办复核, 司法行政部门终审（中办发〔2015〕21号: 审核、合法性审查）. A waiver that
matches nothing, or that has run out, is a finding itself: it would hide the next fault in silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

from basischeck.citation import normalise
from basischeck.rules.finding import Finding, Location
from basischeck.rules.model import Rule
from basischeck.rules.select import SLIPS

if TYPE_CHECKING:
    from basischeck.rules.checked import LongId, Reason, Text

Stage = Literal["部门自审", "编办复核", "司法行政部门终审"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One entry of `[[waivers]]` in the configuration.

    `item` is the item's code or name, `citation` the cited provision in canonical form; a waiver without `citation`
    covers every finding of the rule for the item, one without `item` every item that cites the provision. `sheet`, the name
    of a sheet, or of the file where it has none, covers what is said of the whole sheet and of no item.
    """

    rule: "LongId"
    item: str | None = None
    citation: str | None = None
    sheet: str | None = None
    reason: "Reason"
    reviewer: "Text"
    stage: Stage
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Waived:
    """What waivers left: the findings still to answer for, how many were waived, and how often each waiver matched."""

    findings: tuple[Finding, ...]
    waived: int
    matched: tuple[int, ...]


def waiver_faults(waivers: Sequence[Waiver], rules: Sequence[Rule]) -> list[tuple[int, str]]:
    """Return which waivers cannot be used, counted from 0, and in Chinese why.

    An unknown rule, nothing named, a mandatory rule without an end.
    """
    known = {rule.id: rule for rule in rules}
    faults = []
    for number, waiver in enumerate(waivers):
        rule = known.get(waiver.rule)
        if rule is None:
            faults.append((number, unknown_rule(waiver.rule, rules) or ""))
        elif rule.mandatory and waiver.until is None:
            faults.append((number, f"{waiver.rule}（{rule.title}）必须写明截止日期 until"))
        if not waiver.item and not waiver.citation and not waiver.sheet:
            faults.append((number, "item（事项编码或名称）、citation（所引条款）、sheet（整张工作表的问题写工作表名）至少写一项"))
    return faults


def unknown_rule(name: str, rules: Sequence[Rule]) -> str | None:
    """Say that there is no rule of that id, with the nearest one that is; None where there is."""
    known = [rule.id for rule in rules]
    if name in known:
        return None
    near = get_close_matches(name.upper().translate(SLIPS), known, 1)
    return f"没有规则 {name}" + (f"，是否指 {near[0]}？" if near else "")


def apply_waivers(findings: Sequence[Finding], waivers: Sequence[Waiver], as_of: date) -> Waived:
    """Leave out the findings that a waiver in force on `as_of` covers."""
    matched = [0] * len(waivers)
    left: list[Finding] = []
    for finding in findings:
        covering = [n for n, waiver in enumerate(waivers) if _covers(waiver, finding)]
        for number in covering:
            matched[number] += 1
        if not any(_in_time(waivers[number], as_of) for number in covering):
            left.append(finding)
    return Waived(tuple(left), len(findings) - len(left), tuple(matched))


def waiver_rows(waivers: Sequence[Waiver], matched: Sequence[int], file: str, as_of: date) -> Iterator[dict[str, Any]]:
    """Yield the rows of table `waiver`."""
    for waiver, count in zip(waivers, matched, strict=True):
        yield {
            "file": file,
            "sheet": "",
            "waived_rule": waiver.rule,
            "waived_item": waiver.item,
            "waived_citation": waiver.citation,
            "waived_sheet": waiver.sheet,
            "reviewer": waiver.reviewer,
            "stage": waiver.stage,
            "until": waiver.until,
            "matches": count,
            "expired": not _in_time(waiver, as_of),
        }


def _in_time(waiver: Waiver, as_of: date) -> bool:
    return waiver.until is None or as_of <= waiver.until


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if waiver.rule != finding.rule:
        return False
    if waiver.item is not None and (finding.item is None or waiver.item not in (finding.item.code, finding.item.name)):
        return False
    if waiver.sheet is not None and (finding.item is not None or waiver.sheet != _sheet(finding.location)):
        return False
    return waiver.citation is None or _plain(waiver.citation) == _plain(finding.citation or "")


def _sheet(where: Location) -> str:
    return where.sheet or PurePath(where.file).name


def _plain(citation: str) -> str:
    """Fold a citation for comparison: lists leave out 中华人民共和国, the canonical form does not."""
    return normalise(citation).replace("《中华人民共和国", "《")
