"""The JSON of `basischeck coverage`; the fields are told in docs/coverage.md."""

from pydantic import Field

from basischeck.coverage.model import State
from basischeck.report.schemas.check import FindingRecord
from basischeck.report.schemas.record import ItemPlace, Record, ToolName
from basischeck.statute.powers.model import PowerCategory


class CoverageSummary(Record):
    """Counts: `to_hold` powers are the list's to hold, `held` of them an item claims."""

    items: int
    powers: int
    held: int
    to_hold: int
    states: dict[State, int]
    unfounded: int
    items_not_judged: int
    items_without_basis: int


class HeldCount(Record):
    """How many powers the list has to hold, and holds."""

    held: int
    to_hold: int


class StatuteHeld(HeldCount):
    """The counts of one statute."""

    statute: str
    by_category: dict[PowerCategory, HeldCount]


class PowerRecord(Record):
    """One conferred power, and how the list stands to it."""

    statute: str
    citation: str = Field(description="授予职权的条款，规范写法")
    category: PowerCategory
    acts: list[str]
    holders: list[str]
    holders_inferred: bool = Field(description="条款没有写明机关，从同一法规的其他条款推定")
    level: str | None
    violated: list[str] = Field(description="处罚所针对的条款：条、条.款、条.款.项")
    by_reference: bool = Field(description="以援引其他规定的方式授予（依照前款规定处罚）")
    judged: bool = Field(description="这一款经逐款核读；否则是程序从条文读出的")
    doubted: bool = Field(description="核读时有疑问，或者几次核读不一致")
    state: State
    how: str
    items: list[ItemPlace]


class UnfoundedRecord(Record):
    """An item none of whose provisions confers its category; `confers` says what they confer, "" for nothing."""

    item: ItemPlace
    category: PowerCategory
    citations: list[str]
    confers: str


class NotLookedInto(Record):
    """A statute whose powers are not known, with the reason."""

    title: str
    reason: str


class CoverageReport(Record):
    """The document of `coverage`."""

    tool: ToolName
    as_of: str
    lists: list[str]
    fields: list[str]
    level: str | None
    summary: CoverageSummary
    by_statute: list[StatuteHeld]
    powers: list[PowerRecord]
    unfounded: list[UnfoundedRecord]
    not_looked_into: list[NotLookedInto]
    current_to: dict[str, str] | str | None
    findings: list[FindingRecord]
