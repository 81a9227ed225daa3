"""The JSON of `check` as models: what programs that read it may rely on (DESIGN, Contracts).

Objects may gain fields; fields that are here keep their names, types and meanings.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from basischeck.report.schemas.record import Record


class ToolRecord(Record):
    """What made the report: `rules` are the ids of all rules that ran."""

    name: Literal["basischeck"]
    version: str
    rules: list[str]


class CorpusRecord(Record):
    """The index: what it covers, and up to which day each part of it is current."""

    coverage: dict[str, Any]
    current_to: dict[str, str] | str


class SkippedRecord(Record):
    """Rows that belong to no item, 1-based and inclusive, with the reason in Chinese."""

    sheet: str
    first: int
    last: int
    reason: str


class InputRecord(Record):
    """One list file as read: every row is in an item or in `skipped`."""

    file: str
    sheets: list[str]
    rows: int
    items: int
    skipped: list[SkippedRecord]


class SeverityCounts(Record):
    """How many findings of each severity."""

    error: int
    warning: int
    info: int


class DepthRecord(Record):
    """How deep the founding bases of one category of one department cite; `norm` is null where no depth has 80 %."""

    file: str
    department: str
    category: str
    bases: int
    depths: dict[str, int]
    comparable: int = Field(description="条文分款、分项的依据")
    reach: dict[str, int]
    norm: str | None
    share: float | None


class SummaryRecord(Record):
    """The counts of a run; `bases` is the sum of `resolved`, `known`, `outside_index` and `untitled`."""

    files: int
    rows: int
    items: int
    skipped_rows: int
    basis_cells: int
    bases: int
    resolved: int = Field(description="依据：已与现行条文核对")
    known: int = Field(description="依据：只核对了法规效力")
    outside_index: int = Field(description="依据：法规不在索引内，没有核对")
    untitled: int = Field(description="依据：没有写明法规名称，没有核对")
    quoted_references: int = Field(description="只在引文中提到的，不是依据")
    relative_references: int = Field(description="“前款”等没有归到法规的")
    statutes: int
    waived: int
    in_baseline: int
    findings: SeverityCounts
    by_rule: dict[str, int]
    rules_run: int
    depths: list[DepthRecord]


class ItemRecord(Record):
    """The item of a finding; empty strings where the list does not say."""

    code: str
    name: str
    department: str
    category: str


class LocationRecord(Record):
    """Where a finding stands; `cell` in A1 notation, `row` 1-based, both null for what concerns a whole sheet."""

    file: str
    sheet: str
    cell: str | None
    row: int | None


class FixRecord(Record):
    """Replacement text; only `safe` may be applied unattended."""

    text: str
    kind: Literal["safe", "proposal"]
    confidence: float = Field(ge=0, le=1)


class FindingRecord(Record):
    """One finding, and one line of the JSON lines report; `span` counts Unicode code points inside the cell's text."""

    rule: str = Field(pattern=r"^[A-Z]{2,6}\d{3}$")
    name: str
    severity: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    message: str
    item: ItemRecord | None
    location: LocationRecord
    span: tuple[int, int] | None
    citation: str | None
    evidence: dict[str, Any]
    fix: FixRecord | None


class CheckReport(Record):
    """The report of `basischeck check --format json`."""

    tool: ToolRecord
    as_of: date
    corpus: CorpusRecord
    input: list[InputRecord]
    summary: SummaryRecord
    findings: list[FindingRecord]
