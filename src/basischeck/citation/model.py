"""What a parsed citation is: frozen types without behaviour.

Terms and JSON fields are those of DESIGN; numbering follows 立法法 article 65 (编、章、节、条、款、项、目).
"""

from dataclasses import dataclass, field

Span = tuple[int, int]
"""Half-open range of Unicode code points in the parsed text."""


@dataclass(frozen=True, slots=True)
class Locator:
    """One provision: a path from 编 down to 目. Levels that the text does not state are None.

    `article` is a string: "35", or "133-1" for 第一百三十三条之一. `annex` is the annex as written and normalised
    ("附件", "附件1"); the entry inside it is then in `item`. `span` is where this provision's own words stand.
    """

    part: int | None = None
    subpart: int | None = None
    chapter: int | None = None
    section: int | None = None
    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    annex: str | None = None
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class VersionMark:
    """The bracket of issue data behind a title: （2018年修正）, （2019年4月23日国务院令第714号修订）.

    `year` and `kind` (修正, 修订, 公布, 通过 …) are those of the last act the bracket names, None where not stated;
    `dates` are all full dates in it as ISO strings in order of writing; `orders` all order numbers (国务院令第714号).
    """

    text: str
    year: int | None = None
    kind: str | None = None
    dates: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """A statute named in text, or referred to, with its locators (expanded: one a provision).

    `title` is verbatim between the outermost 《》, or the bare name. `antecedent` is the full title that an alias set in
    the text (以下简称《条例》), 该法/同法 or a bare locator refers to. `quote` is the span of the statute text quoted
    behind the locators. `quoted` is true where the reference itself stands inside quoted statute text: no basis.
    `standard` is the number of a technical standard (GB50156-2012), or its title where no number is given but the text
    cites dotted clauses; `clauses` are those clauses as written. A standard is no statute.
    """

    span: Span
    title: str | None = None
    bracketed: bool = False
    self_reference: bool = False
    relative: str | None = None
    level_tag: str | None = None
    quoted: bool = False
    version: VersionMark | None = None
    document_number: str | None = None
    quote: Span | None = None
    antecedent: str | None = None
    locators: tuple[Locator, ...] = ()
    title_span: Span | None = None
    standard: str | None = None
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault of form (BC1xx) at a span, with the corrected text where the meaning is plain."""

    code: str
    message: str
    span: Span
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text by what it was read as.

    `kind` is one of tag, title, bracket, locator, quote, connective, standard, unread, text. Segments are in order, do
    not overlap, and together cover every code point.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedText:
    """All that was read in one text. Citations and diagnostics are in order of their spans.

    The segments are kept as their kinds and their ends, two flat tuples: thousands of readings stay in memory, and flat tuples
    cost the collector of garbage nothing.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    kinds: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The stretches of the text by what they were read as: in order, without overlap, covering every code point."""
        starts = (0, *self.ends)
        return tuple(
            Segment(kind, (start, end)) for kind, start, end in zip(self.kinds, starts, self.ends, strict=False)
        )
