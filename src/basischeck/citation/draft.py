"""A citation while it is being read, and what the reader knows at a place of the text."""

from dataclasses import dataclass, field

from basischeck.citation.model import Citation, Locator, Span, VersionMark


@dataclass(slots=True)
class Draft:
    """The fields of a Citation, still open; `end` moves as trailers and locators are read."""

    start: int
    end: int
    title: str | None = None
    title_span: Span | None = None
    bracketed: bool = False
    self_reference: bool = False
    relative: str | None = None
    level_tag: str | None = None
    quoted: bool = False
    version: VersionMark | None = None
    document_number: str | None = None
    quote: Span | None = None
    antecedent: str | None = None
    standard: str | None = None
    clauses: tuple[str, ...] = ()
    locators: tuple[Locator, ...] = ()

    def finish(self) -> Citation:
        """Freeze it."""
        return Citation(
            span=(self.start, self.end),
            title=self.title,
            bracketed=self.bracketed,
            self_reference=self.self_reference,
            relative=self.relative,
            level_tag=self.level_tag,
            quoted=self.quoted,
            version=self.version,
            document_number=self.document_number,
            quote=self.quote,
            antecedent=self.antecedent,
            locators=self.locators,
            title_span=self.title_span,
            standard=self.standard,
            clauses=self.clauses,
        )


@dataclass(slots=True)
class Context:
    """What has been read so far: the last citation, the statute of the current lines, aliases, the open quote."""

    last: Draft | None = None
    statute: Draft | None = None
    named: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    tag: tuple[str, int] | None = None
    quoting: Draft | None = None
    quote_from: int = 0
    quote_until: int = 0
