"""The JSON of `basischeck cite`: a line a text (DESIGN, Contracts)."""

from pydantic import Field

from basischeck.report.schemas.record import Record

Span = tuple[int, int]
"""[start, end) in Unicode code points of the text."""


class LocatorRecord(Record):
    """The path to one provision; `article` is a string, "133-1" for 第一百三十三条之一."""

    part: int | None
    subpart: int | None
    chapter: int | None
    section: int | None
    article: str | None
    paragraph: int | None
    item: int | None
    subitem: int | None
    annex: int | None
    span: Span


class VersionBracket(Record):
    """The version that the text names（2018年修正）, as read, with the days and order numbers in the bracket."""

    year: int | None
    kind: str | None
    text: str
    dates: list[str]
    orders: list[str]


class CitationRecord(Record):
    """One statute named in the text, with its locators; `quoted` inside quoted statute text, where it is no basis."""

    title: str | None
    bracketed: bool
    self: bool = Field(description="本法、本条例")
    relative: str | None = Field(description="前款、前两款")
    span: Span
    level_tag: str | None
    quoted: bool
    version: VersionBracket | None
    document_number: str | None
    quote: Span | None = Field(description="引文的位置")
    antecedent: str | None = Field(description="简称、本法所指的法规")
    locators: list[LocatorRecord]
    standard: str | None = Field(default=None, description="引用标准时：标准编号")
    clauses: list[str] = Field(default=[], description="引用标准时：条款号")


class DiagnosticRecord(Record):
    """What is malformed, with a correction where there is one."""

    code: str = Field(pattern=r"^BC\d{3}$")
    message: str
    span: Span
    suggestion: str | None


class CiteLine(Record):
    """One text as read."""

    text: str
    citations: list[CitationRecord]
    diagnostics: list[DiagnosticRecord]
