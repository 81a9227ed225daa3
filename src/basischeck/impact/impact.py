"""Lists and the law of two days to the items that what changed touches."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from basischeck.catalog.model import BasisText, Item, ListFile
from basischeck.citation import Citation, NameSet, parse
from basischeck.facts.territory import list_province, region_of
from basischeck.facts.unseen import Words, named_words
from basischeck.impact.law import LawBetween
from basischeck.impact.model import Impact, ItemImpact, StatuteChange, StatuteKind, TouchedBasis
from basischeck.statute import Index

_ORDER: tuple[StatuteKind, ...] = ("repealed", "amended", "begun")


@dataclass(slots=True)
class _Account:
    """What became of every citation on the way: nothing is passed over in silence."""

    bases: int = 0
    untitled: int = 0
    outside: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    changed: dict[str, StatuteChange] = field(default_factory=dict)


def find_impact(
    lists: Sequence[ListFile], index: Index, start: date, end: date, *, region: str | None = None, names: NameSet | None = None
) -> Impact:
    """Return which items of `lists` rest on what changed in law after `start`, up to and including `end`.

    `region` is the lists' province or city, which completes titles that leave it out; None takes each file's own.
    """
    law = LawBetween(index, start, end)
    account = _Account()
    found: list[ItemImpact] = []
    for read in lists:
        place = region or region_of(read.region, (basis.text for item in read.items for basis in item.bases))
        reader = _Reader(index, law, list_province(place), names, account)
        for item in read.items:
            bases = tuple(touched for basis in item.bases for touched in reader.touched(basis, item))
            if bases:
                found.append(ItemImpact(item, bases))
    changed = sorted(account.changed.values(), key=lambda one: (_ORDER.index(one.kind), -_cited(one, found), one.title))
    return Impact(
        tuple(lists), start, end, account.bases, tuple(changed), tuple(found),
        tuple((title, number) for title, number in account.outside.most_common() if number), tuple(account.before.most_common()), account.untitled,
    )  # fmt: skip


def _cited(change: StatuteChange, found: Sequence[ItemImpact]) -> int:
    return sum(any(basis.statute == change.id for basis in one.bases) for one in found)


@dataclass(slots=True)
class _Reader:
    index: Index
    law: LawBetween
    region: str | None
    names: NameSet | None
    account: _Account

    def touched(self, basis: BasisText, item: Item) -> Iterator[TouchedBasis]:
        """Yield the provisions that a basis text cites, or names in quoted text, whose statute changed."""
        if not basis.text.strip():
            return
        citations = parse(basis.text, self.names).citations
        sole = len(item.bases) == 1 and sum(1 for one in citations if one.locators and not one.quoted) == 1
        for citation in citations:
            yield from self._of_citation(basis, citation, item, sole)

    def _of_citation(self, basis: BasisText, citation: Citation, item: Item, sole: bool) -> Iterator[TouchedBasis]:
        title, number = citation.antecedent or citation.title, citation.document_number
        locators = citation.locators or (None,)
        if title is None and not number:
            # 前款 and 本法 with nothing before them, and references of the quoted text to its own statute.
            self.account.untitled += 0 if citation.quoted else len(locators)
            return
        if citation.standard is not None:
            return
        self.account.bases += 0 if citation.quoted else len(locators)
        statute = self.index.find(title, region=self.region) if title else None
        if statute is None and number:
            statute = self.index.find_number(number)
        meant = None
        if statute is None and title is not None:
            near = self.index.suggest(title, region=self.region)
            statute, meant = self.index.find(near, region=self.region) if near else None, title
        change = self.law.statute(statute.id) if statute is not None else None
        if meant is not None or statute is None:
            self.account.outside[title or number or ""] += 0 if citation.quoted else len(locators)
        elif change is None and self.index.status(statute, self.law.start) == "已废止" and not citation.quoted:
            self.account.before[statute.title] += len(locators)
        if change is None:
            return
        self.account.changed[change.id] = change
        # One quotation behind several articles is none of each.
        alone = len({locator.article for locator in locators if locator is not None}) == 1
        named = named_words(item.name, item.category) if basis.role == "设定依据" and not citation.quoted else None
        words = named if len(item.bases) == 1 else None
        if citation.quote and alone:
            # Of several provisions that an item quotes, its name is about the item.
            words = Words(basis.text[slice(*citation.quote)], name=named.text if named and sole else "")
        for locator in locators:
            span = locator.span if locator is not None and locator.span != (0, 0) else citation.span
            where = _part_of(basis, span[0])
            told = self.law.provision(change.id, citation.version, locator, words)
            yield TouchedBasis(change.id, told, basis.role, *where, span, citation.quoted, meant)


def _part_of(basis: BasisText, offset: int) -> tuple[str, int]:
    """Return cell and row that hold a place of a text that a page break spreads over several cells."""
    cell, row = basis.cell, basis.row
    for begin, part_cell, part_row in basis.parts:
        if begin <= offset:
            cell, row = part_cell, part_row
    return cell, row


def touched_items(impact: Impact, statute: str) -> list[tuple[Item, list[TouchedBasis]]]:
    """Return the items that rest on one changed statute, each with its provisions of it."""
    found = []
    for one in impact.items:
        bases = [basis for basis in one.bases if basis.statute == statute]
        if bases:
            found.append((one.item, bases))
    return found
