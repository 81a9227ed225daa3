"""The JSON of `basischeck corpus`: show, search, info, diff, verify (DESIGN, Contracts)."""

from datetime import date
from typing import Literal

from pydantic import Field, RootModel

from basischeck.report.schemas.record import Record

Status = Literal["有效", "已废止", "尚未生效", "未收录"]


class VersionRecord(Record):
    """One text of a statute; `held` whether the index has its structure, `articles` how many it has then."""

    promulgated: date | None
    effective: date | None
    ended: date | None
    kind: str
    document_number: str | None
    articles: int
    held: bool
    sources: list[str]


class RepealRecord(Record):
    """By what a statute was repealed; `title` is null where only a source says so."""

    title: str | None
    article: str | None
    date: date | None


class StatuteRecord(Record):
    """A statute over its whole life, `status` and `in_force` on the day asked for."""

    title: str
    id: str | None
    aliases: list[str]
    level: str | None
    issuer: str | None
    region: str | None
    status: Status
    in_force: VersionRecord | None
    versions: list[VersionRecord]
    repealed_by: list[RepealRecord]
    successors: list[str]


class ProvisionRecord(Record):
    """Whether a provision exists: null where it cannot be told; `valid` says the range there is, or why it cannot be told."""

    locator: str
    exists: bool | None
    missing: Literal["article", "paragraph", "item", "subitem", "chapter"] | None
    paragraphs: int | None
    items: int | None
    valid: str | None
    title: str | None = None
    status: str | None = None
    version: date | None = None


class CorpusShow(RootModel[StatuteRecord | ProvisionRecord]):
    """The document of `corpus show`: a statute, or one provision where a locator is given."""


class HitRecord(Record):
    """One statute that was found."""

    title: str
    id: str
    level: str | None
    region: str | None
    status: Status


class CorpusSearch(RootModel[list[HitRecord]]):
    """The document of `corpus search`."""


class SourceRecord(Record):
    """One source of the index."""

    documents: int
    current_to: date | None = None


class CorpusInfo(Record):
    """The document of `corpus info`: what the index covers, and up to which day."""

    counts: dict[str, int]
    levels: dict[str, int]
    regions: dict[str, int]
    current_to: date | None
    levels_current_to: dict[str, date]
    sources: dict[str, SourceRecord]


Change = Literal["same", "renumbered", "revised", "added", "deleted", "split", "merged"]


class PartRecord(Record):
    """A paragraph (款) or item (项) of an article, by number."""

    paragraph: int
    item: int | None


class PartChangeRecord(Record):
    """What became of a paragraph or an item inside a changed article."""

    old: PartRecord | None
    new: PartRecord | None
    change: Change
    similarity: float


class ArticleChangeRecord(Record):
    """What became of an article; `stated` where the amending decision says so, `certain` false where it is to be looked at."""

    old: str | None
    new: str | None
    change: Change
    similarity: float = Field(ge=0, le=1)
    stated: bool
    certain: bool
    parts: list[PartChangeRecord]


class DiffSide(Record):
    """One of the two texts compared."""

    promulgated: date | None
    effective: date | None
    kind: str
    articles: int


class CorpusDiff(Record):
    """The document of `corpus diff`; `into` is the successor statute where one was asked for."""

    title: str
    into: str | None
    from_: DiffSide = Field(alias="from")
    to: DiffSide
    summary: dict[Change, int]
    notes: list[str]
    articles: list[ArticleChangeRecord]


class FaultRecord(Record):
    """One finding about the index; `error` where it is not consistent in itself."""

    kind: str
    title: str
    version: str
    message: str
    error: bool


class CorpusVerify(Record):
    """The document of `corpus verify`."""

    checked: dict[str, int]
    errors: int
    kinds: dict[str, int]
    findings: list[FaultRecord]
