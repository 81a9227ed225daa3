"""Statutes as facts: documents as read, statutes over their whole life, versions, relations.

A *document* is what a reader makes of one source file and still holds text; it lives only while the index is built (or
in a user's own index). *Statute*, *Version*, *Skeleton* hold facts alone.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Status = Literal["有效", "已废止", "尚未生效", "未收录"]
Change = Literal["same", "renumbered", "revised", "added", "deleted", "split", "merged"]


@dataclass(frozen=True, slots=True)
class ItemText:
    """One 项 with its 目 (number, text)."""

    number: int
    text: str
    subitems: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """One 款: its own words, then its items. 款 are paragraphs, not lines."""

    text: str
    items: tuple[ItemText, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One 条. `number` is "35" or "133-1"; the path names the 编, 分编, 章 and 节 it stands in."""

    number: str
    paragraphs: tuple[ParagraphText, ...]
    part: int | None = None
    subpart: int | None = None
    chapter: int | None = None
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading 第二章 监督管理: level is part, subpart, chapter or section; `path` numbers from 编 down to it.

    `at` counts the articles that stand before it; number 0 is a heading without number（附则）.
    """

    level: str
    number: int
    title: str
    path: tuple[int | None, int | None, int | None, int | None]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was read, and what the source itself claims of it (facts to be weighed, not believed)."""

    name: str
    path: str
    level: str | None = None
    issuer: str | None = None
    region: str | None = None
    promulgated: date | None = None
    effective: date | None = None
    expired: bool | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source file as read, with text. `history` are the lines of issue data between title and body.

    `annexes` are (label, entry numbers and texts); `faults` says in Chinese what was odd (gaps and doubles in the
    numbering): reported, not repaired. `numbering` is 条, or in acts without 条 (decisions, amendments) the style of the
    numbers that stand for it: "cn" for 一、, "cn-paren" for （一）, "num" for 1., "" where nothing is numbered.
    """

    title: str
    source: Source
    history: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    articles: tuple[ArticleText, ...] = ()
    annexes: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = ()
    faults: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    numbering: str = "条"


@dataclass(frozen=True, slots=True)
class Repeal:
    """That an act of `title`, in its `article`, repealed this statute with effect from `date`."""

    title: str
    article: str | None
    date: date | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a statute between two dates; `held` says whether the index knows its skeleton.

    `basis` says where each date is known from, by field name ("effective": "附则第一百五十四条").
    """

    id: str
    promulgated: date | None
    effective: date | None
    ended: date | None
    kind: str
    document_number: str | None
    articles: int
    held: bool
    sources: tuple[str, ...] = ()
    basis: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statute:
    """An act over its whole life; versions are in order of effective date and do not overlap.

    `successors` and `parents` are ids; a parent that the index has not is given by its title.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    level: str | None
    issuer: str | None
    region: str | None
    versions: tuple[Version, ...]
    repealed_by: tuple[Repeal, ...] = ()
    successors: tuple[str, ...] = ()
    document_numbers: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()

    def in_force(self, day: date) -> Version | None:
        """Return the version that binds on `day`, None before the first, after the last, and in a stated gap."""
        for version in self.versions:
            if version.effective and version.effective <= day and (version.ended is None or day < version.ended):
                return version
        return None


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether a locator exists in a version, and if not which level is the first that is missing.

    `valid` is the range that would be valid at that level, in words（第一条至第一百五十四条；共2款）.
    `certain` is false where the held text is known to be incomplete and may have lost the provision; `exists` is then true
    and `valid` says so. `paragraphs` and `items` count what stands directly under the cited provision's article / paragraph.
    """

    exists: bool
    missing: Literal["part", "subpart", "chapter", "section", "article", "paragraph", "item", "subitem", "annex"] | None
    valid: str | None = None
    paragraphs: int | None = None
    items: int | None = None
    subitems: int | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What became of one article between two versions; old and new are article numbers, either may be None.

    `similarity` is 0 to 1; `stated` is true where an amending decision states the change: authoritative.
    """

    old: str | None
    new: str | None
    change: Change
    similarity: float
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """How a quoted text compares with one version, by clause fingerprints.

    `clauses` counts the clauses of the quotation (those of one character left out), `inside` those that stand in the cited
    provision, `elsewhere` those that stand in other provisions of the version; `found` is the provision that holds most of
    the clauses, as a path such as ("35", 2, 3) of article, paragraph and item (None for none), and `found_share` its share.
    """

    clauses: int
    inside: int
    elsewhere: int
    found: tuple[str, int | None, int | None] | None
    found_share: float

    @property
    def share(self) -> float:
        """Share of the quotation's clauses that stand in the cited provision, 0 to 1."""
        return self.inside / self.clauses if self.clauses else 0.0


@dataclass(frozen=True, slots=True)
class Trace:
    """One version that a quoted text may come from: `share` of its clauses stand in it, most of them in `article`."""

    version: str
    article: str
    share: float


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an article step by step: each step names the version it leads to and the change.

    `end` is the article in the last version reached ("" for none: deleted, or the chain is broken there, `broken`).
    """

    steps: tuple[tuple[str, ArticleChange], ...]
    articles: tuple[str, ...]
    broken: bool = False
