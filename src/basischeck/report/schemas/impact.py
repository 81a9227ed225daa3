"""The JSON of `basischeck impact` and `fix`; the fields are told in docs/impact.md."""

from datetime import date
from typing import Literal

from pydantic import Field

from basischeck.report.schemas.record import ItemPlace, Record, ToolName


class ImpactCorpus(Record):
    """Up to which day the index knows the law."""

    current_to: dict[str, str] | str | None


class ImpactInput(Record):
    """One list."""

    file: str
    name: str
    items: int


class ImpactSummary(Record):
    """The counts of a run; see docs/impact.md."""

    items: int
    bases: int
    statutes: int
    statutes_by_change: dict[str, int]
    touched_items: int
    items_to_review: int
    items_quoting: int
    touched_bases: int
    bases_by_change: dict[str, int]
    bases_not_checked: int
    bases_ended_before: int


class StatuteText(Record):
    """The text of a statute in force on one of the two days."""

    promulgated: date | None
    effective: date | None
    ended: date | None
    kind: str
    held: bool


class ActingArticle(Record):
    """The article that repeals a statute."""

    title: str
    article: str | None


class OldProvision(Record):
    """The provision as the list cites it, and as the text before the change counts it."""

    citation: str | None
    in_force: str | None
    text: str | None


class DiffPiece(Record):
    """A stretch of text that is in both texts, or only in the old or only in the new one."""

    kind: Literal["same", "deleted", "added"]
    text: str


class NewProvision(Record):
    """The provision now, or one that may take its place; `quote_share` of the quoted clauses stand in it."""

    citation: str | None
    similarity: float | None
    certain: bool
    quote_share: float | None
    how: str | None = Field(description="所引文本未收录、只能按清单的文字找的，写明怎样找到；其他为空")
    text: str | None
    diff: list[DiffPiece] | None = Field(description="原文与新文逐字对照；没有条文或者不相近的为空")


class CandidateProvision(Record):
    """A provision worth a look where none is like enough to be proposed."""

    citation: str
    weight: float = Field(description="0 到 1：排列所依的权重，引文、事项名称的相近程度和已收录文本的印证合计，不是对应的把握")
    text: str | None


class TouchedBasisRecord(Record):
    """One basis of an item that a change touches."""

    role: str
    cell: str | None
    row: int
    span: tuple[int, int]
    quoted: bool
    title_as_written: str | None
    change: Literal["same", "renumbered", "revised", "split", "merged", "deleted", "added", "whole", "unknown"]
    similarity: float | None
    stated: bool
    already_new: bool
    note: str | None
    old: OldProvision
    new: list[NewProvision]
    candidates: list[CandidateProvision] = Field(description="候选条文，须人工核对，至多三条；只在 new 为空时有，从不自动采用")


class TouchedItem(Record):
    """One item with its bases that a change touches."""

    item: ItemPlace
    bases: list[TouchedBasisRecord]


class StatuteChangeRecord(Record):
    """What happened to a statute between the two days."""

    title: str
    id: str
    level: str | None
    change: Literal["repealed", "amended", "begun"]
    day: date | None
    by: ActingArticle | None
    before: StatuteText | None
    after: StatuteText | None
    successors: list[str]
    items: list[TouchedItem]


class CountedTitle(Record):
    """A statute and how many bases cite it."""

    title: str
    bases: int


class ImpactReport(Record):
    """The document of `impact`."""

    tool: ToolName
    from_: date = Field(alias="from")
    to: date
    corpus: ImpactCorpus
    input: list[ImpactInput]
    summary: ImpactSummary
    statutes: list[StatuteChangeRecord]
    not_checked: list[CountedTitle]
    ended_before: list[CountedTitle]


class FixSummary(Record):
    """The counts of a run."""

    changes: int
    cells: int
    by_rule: dict[str, int]
    proposals: int


class EditRecord(Record):
    """One change that was made in a cell; `span` in its text before."""

    rule: str
    sheet: str
    cell: str
    row: int
    span: tuple[int, int]
    from_: str = Field(alias="from")
    to: str
    why: str
    item: str | None


class ProposalRecord(Record):
    """What was left for people to decide, and why."""

    rule: str
    sheet: str
    cell: str | None
    row: int | None
    span: tuple[int, int] | None
    citation: str | None
    message: str
    text: str | None
    confidence: float | None
    reason: str
    item: str | None


class FixLog(Record):
    """The log of `fix`."""

    tool: ToolName
    as_of: date
    input: str
    output: str | None
    summary: FixSummary
    changes: list[EditRecord]
    proposals: list[ProposalRecord]
