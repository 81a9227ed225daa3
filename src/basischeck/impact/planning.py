"""Findings of one list to the edits that may be made unattended, each proved on the text that comes out of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from basischeck.catalog.model import BasisText, ListFile
from basischeck.citation import NameSet, parse
from basischeck.facts.provision import Day, Provisions
from basischeck.facts.territory import list_province, region_of
from basischeck.impact.candidates import (
    ELSEWHERE,
    MISTYPED,
    RENUMBERED,
    WRITTEN,
    Reading,
    of_form,
    of_number,
    of_quotation,
    of_title,
    shows,
)
from basischeck.impact.plan import PROPOSED, CellEdit, NotSafeError, Plan, Proposal, TextEdit
from basischeck.rules import Finding
from basischeck.statute import Index

_PROVED: dict[str, Callable[[Reading, Finding], list[TextEdit]]] = {
    MISTYPED: of_title,
    RENUMBERED: of_number,
    ELSEWHERE: of_quotation,
}


class Planner:
    """Plans the edits of one list; `region` None takes the list's own."""

    def __init__(self, read: ListFile, index: Index, as_of: date, *, region: str | None, names: NameSet) -> None:
        self._index, self._names = index, names
        place = region or region_of(read.region, (basis.text for item in read.items for basis in item.bases))
        self._provisions = Provisions(Day(index, as_of, list_province(place)))
        self._bases: dict[tuple[str, str], list[BasisText]] = defaultdict(list)
        for item in read.items:
            for basis in item.bases:
                if basis not in self._bases[item.sheet, basis.cell]:
                    self._bases[item.sheet, basis.cell].append(basis)

    def plan(self, findings: Sequence[Finding]) -> Plan:
        """Return what may be put right, and what is proposed, of the findings of this list."""
        proposals: list[Proposal] = []
        wanted: dict[tuple[str, str], list[tuple[Finding, list[TextEdit]]]] = defaultdict(list)
        for finding in findings:
            if finding.fix is None:
                continue
            place = (finding.location.sheet, finding.location.cell or "")
            try:
                edits = self._candidates(finding, place)
            except NotSafeError as error:
                proposals.append(Proposal(finding, str(error)))
                continue
            wanted[place].append((finding, edits))
        done: list[CellEdit] = []
        for place, answers in wanted.items():
            done += self._accept(place, answers, proposals)
        order = {id(finding): number for number, finding in enumerate(findings)}
        done.sort(key=lambda edit: order[id(edit.finding)])
        proposals.sort(key=lambda one: order[id(one.finding)])
        return Plan(tuple(done), tuple(proposals))

    def _candidates(self, finding: Finding, place: tuple[str, str]) -> list[TextEdit]:
        proved = _PROVED.get(finding.rule)
        safe = finding.fix is not None and finding.fix.kind == "safe"
        if proved is None and not safe and finding.rule not in WRITTEN:
            raise NotSafeError(PROPOSED)
        text = self._text(place, finding)
        edits = (proved or of_form)(self._reading(text), finding)
        if finding.rule in WRITTEN and not safe:
            for edit in edits:
                shows(self._reading(apply_edits(text, [edit])), edit)
        return edits

    def _reading(self, text: str) -> Reading:
        return Reading(parse(text, self._names), self._provisions, self._index)

    def _text(self, place: tuple[str, str], finding: Finding | None = None) -> str:
        found = self._bases.get(place, [])
        if len(found) != 1:
            raise NotSafeError("单元格没有依据文字" if not found else "同一单元格拆成了几段依据")
        if finding is not None and finding.span is not None and finding.span[1] > len(found[0].text):
            raise NotSafeError("所指的位置超出单元格的文字")
        return found[0].text

    def _accept(
        self, place: tuple[str, str], answers: list[tuple[Finding, list[TextEdit]]], proposals: list[Proposal]
    ) -> list[CellEdit]:
        """Return the edits of one basis text that agree with each other and leave it sound; the rest is proposed."""
        text, basis = self._text(place), self._bases[place][0]
        kept: list[tuple[Finding, TextEdit]] = []
        for finding, edits in answers:
            fresh = [edit for edit in edits if edit not in [one for _, one in kept]]
            trial = [*kept, *((finding, edit) for edit in fresh)]
            try:
                self._check(text, [edit for _, edit in kept], [edit for _, edit in trial], fewer=finding.rule not in _PROVED)
                for _, edit in trial:
                    self._cell_edit(place[0], basis, finding, edit)
            except NotSafeError as error:
                proposals.append(Proposal(finding, str(error)))
                continue
            kept = trial
        return [self._cell_edit(place[0], basis, finding, edit) for finding, edit in sorted(kept, key=lambda one: one[1].start)]

    def _check(self, text: str, known: list[TextEdit], edits: list[TextEdit], *, fewer: bool) -> None:
        """Raise NotSafeError where edits overlap, or the text that they make is not read as well as with the `known` ones.

        `fewer` asks that a fault of form is gone: a correction that corrects nothing would be made again and again.
        """
        ordered = sorted(edits, key=lambda edit: edit.start)
        if any(one.end > other.start for one, other in pairwise(ordered)):
            raise NotSafeError("与同一单元格的另一处改动重叠")
        before, after = self._reading(apply_edits(text, known)), self._reading(apply_edits(text, ordered))
        if len(after.parsed.diagnostics) + fewer > len(before.parsed.diagnostics):
            raise NotSafeError("改后的文字仍有书写问题")
        if sum(len(one.locators) for one in after.own()) != sum(len(one.locators) for one in before.own()):
            raise NotSafeError("改后的文字读出的条款数不同")

    def _cell_edit(self, sheet: str, basis: BasisText, finding: Finding, edit: TextEdit) -> CellEdit:
        """Put an edit of a basis text at its place in the cell's own text."""
        parts = basis.parts or ((0, basis.cell, basis.row),)
        offset, cell, row = next(part for part in reversed(parts) if part[0] <= edit.start)
        beyond = [begin for begin, _, _ in parts if begin > offset]
        if beyond and edit.end > min(beyond):
            raise NotSafeError("文字跨两个单元格")
        if len({part[1] for part in parts}) != len(parts):
            raise NotSafeError("依据由两列拼合而成，不能直接替换")
        old = basis.text[edit.start : edit.end]
        return CellEdit(sheet, cell, row, edit.start - offset, edit.end - offset, old, edit.new, finding.message, finding)


def apply_edits(text: str, edits: Sequence[TextEdit]) -> str:
    """Return `text` with the edits made; they do not overlap."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text
