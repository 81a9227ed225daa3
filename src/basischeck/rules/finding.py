"""What a finding is (DESIGN, what a finding is): frozen types without behaviour."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from basischeck.rules.model import Confidence, Severity


class FindingItem(NamedTuple):
    """The list item a finding is about."""

    code: str
    name: str
    department: str
    category: str
    sub_name: str = ""


class Location(NamedTuple):
    """Where a finding stands; `cell` in A1 notation, `row` 1-based, both None for what concerns a whole sheet."""

    file: str
    sheet: str
    cell: str | None
    row: int | None


class ProposedFix(NamedTuple):
    """Replacement text for the span; only `safe` may be applied unattended."""

    text: str
    kind: Literal["safe", "proposal"]
    confidence: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found. `span` counts Unicode code points inside the cell's text."""

    rule: str
    name: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    item: FindingItem | None
    location: Location
    span: tuple[int, int] | None
    citation: str | None
    evidence: dict[str, Any]
    fix: ProposedFix | None
