"""A citation while it is being read, and what the reader knows at a place of the text."""

from dataclasses import dataclass, field

from basischeck.citation.model import Citation, Diagnostic, Locator, Span, VersionMark


@dataclass(slots=True)
class Draft:
    """The fields of a Citation, still open; `faults` are reported once it is known not to be quoted text."""

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
    faults: list[Diagnostic] = field(default_factory=list)

    def follow(self, statute: "Draft") -> None:
        """Take the statute of the lines above: 第五条：… under 《A》（…）第三条：…."""
        self.title, self.bracketed, self.antecedent = statute.title, statute.bracketed, statute.antecedent
        self.level_tag, self.version = statute.level_tag, statute.version
        self.document_number = statute.document_number

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


def in_order(drafts: list[Draft]) -> list[Draft]:
    """Return citations in order of their spans; two with one span stay as they are."""
    return sorted(drafts, key=lambda draft: (draft.start, draft.end)) if len(drafts) > 1 else drafts


@dataclass(slots=True)
class Context:
    """What has been read so far: the last citation, the statute of the current lines, names, aliases, the last tag."""

    last: Draft | None = None
    statute: Draft | None = None
    named: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    tag: tuple[str, int] | None = None
