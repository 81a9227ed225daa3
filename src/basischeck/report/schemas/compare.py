"""The JSON of `basischeck compare` and `merge` (DESIGN, Contracts)."""

from datetime import date
from typing import Literal

from pydantic import Field

from basischeck.report.schemas.check import FindingRecord
from basischeck.report.schemas.record import ItemPlace, Record, ToolName


class DifferenceRecord(Record):
    """In what two items differ: the field, how it is told, and both texts."""

    field: str
    how: str
    ours: str
    theirs: str


class MemberRecord(ItemPlace):
    """An item in a group of matched items."""

    list_: str = Field(alias="list")
    relation: str
    score: float
    differences: list[DifferenceRecord]


class GroupRecord(Record):
    """Items of several lists that are one power; `differs` names the fields in which any of them differs."""

    name: str
    category: str
    score: float
    in_all_lists: bool
    differs: list[str]
    items: list[MemberRecord]


class ComparedList(Record):
    """One of the lists."""

    name: str
    file: str
    items: int


class CountRecord(Record):
    """Counts of one category or department, by list."""

    items: dict[str, int]
    identical: int
    similar: int
    unique: int
    unique_in: dict[str, int]
    share_identical: float = Field(ge=0, le=1)


class PairRecord(Record):
    """How many powers two lists have identical and similar."""

    lists: tuple[str, str]
    identical: int
    similar: int


class NearRecord(ItemPlace):
    """What comes nearest to an item that stands alone; `apart` null where it is matched with another item."""

    list_: str = Field(alias="list")
    score: float
    apart: tuple[str, str] | None = Field(description="两个名称中使它们成为两项的词，先本事项的")
    how: str


class LoneItem(ItemPlace):
    """An item that only one list has."""

    near: NearRecord | None


class CompareReport(Record):
    """The document of `compare`: 一致, 相似, 独有."""

    tool: ToolName
    lists: list[ComparedList]
    identical: list[GroupRecord]
    similar: list[GroupRecord]
    unique: dict[str, list[LoneItem]]
    by_category: dict[str, CountRecord]
    by_department: dict[str, CountRecord]
    pairs: list[PairRecord]
    share_identical: float = Field(ge=0, le=1)


class MandatedEntryRecord(Record):
    """One entry of a mandated list and the item that covers it; `nearest` where none does."""

    mandated_list: str
    entry: ItemPlace
    coverage: Literal["已覆盖", "名称不同", "类型不同", "层级不同", "待核实", "缺少"]
    item: ItemPlace | None
    score: float
    with_others: bool = Field(description="同一事项还覆盖目录中的其他项")
    differences: list[DifferenceRecord]
    nearest: ItemPlace | None


class FalseClaim(Record):
    """An item whose remark says that it is from a mandated list, which has no such entry."""

    mandated_list: str
    claim: str
    item: ItemPlace


class MandatedReport(Record):
    """The document of `compare --mandated`."""

    tool: ToolName
    lists: list[str]
    summary: dict[str, dict[str, int]]
    entries: list[MandatedEntryRecord]
    false_claims: list[FalseClaim]
    findings: list[FindingRecord]


class FieldChange(Record):
    """One field that changed."""

    field: str
    old: str
    new: str
    how: str


class LawChange(Record):
    """What changed in law for an item."""

    kind: str
    told: str
    day: date | None


class ItemChangeRecord(Record):
    """One item in two states of a list; `item` is null where it is gone, `was` where it is new."""

    state: str
    item: ItemPlace | None
    was: ItemPlace | None
    fields: list[FieldChange]
    laws: list[LawChange]
    verdict: str | None


class OverTimeReport(Record):
    """The document of `compare --over-time`."""

    tool: ToolName
    lists: list[str]
    from_: date = Field(alias="from")
    to: date
    summary: dict[str, int]
    changes: list[ItemChangeRecord]
    findings: list[FindingRecord]


class LevelsReport(Record):
    """The document of `compare --levels` and `compare --services`."""

    lists: list[str]
    findings: list[FindingRecord]


class OriginRecord(Record):
    """A row of an input list that went into a general row, in its own wording, and how it differs."""

    list_: str = Field(alias="list")
    file: str
    sheet: str
    row: int
    name: str
    sub_name: str
    category: str
    department: str
    level: str
    provisions: str
    differs: str
    more_rows: str


class GeneralItem(Record):
    """One row of the general list; `decided` is what differed and whose wording was taken."""

    serial: str
    code: str
    name: str
    sub_name: str
    category: str
    basis: str | None = None
    duty_basis: str | None = None
    liability_basis: str | None = None
    department: str
    level: str
    from_: list[OriginRecord] = Field(alias="from")
    lacking: list[str]
    decided: list[str]


class MergeReport(Record):
    """The document that `merge -o FILE.json` writes; it can be read as a list again."""

    kind: str
    lists: list[str]
    city: str | None
    items: list[GeneralItem]
