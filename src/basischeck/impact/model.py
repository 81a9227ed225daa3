"""What changed in law between two days, as far as the items of lists rest on it: frozen types without behaviour."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from basischeck.catalog.model import Item, ListFile, Role
from basischeck.citation import Locator
from basischeck.statute.model import Version

StatuteKind = Literal["repealed", "amended", "begun"]
"""废止 (or otherwise ended), a new version took its place, took effect for the first time."""

ProvisionKind = Literal["same", "renumbered", "revised", "split", "merged", "deleted", "added", "whole", "unknown"]
"""What became of the cited article. `whole`: no article is cited; `unknown`: the texts were not compared."""

Kept = frozenset[ProvisionKind]
UNTOUCHED: Kept = frozenset({"same"})
"""What leaves a citation as good as it was."""


@dataclass(frozen=True, slots=True)
class StatuteChange:
    """One statute that changed: `day` is when it took effect; `by` the act that repealed it, and its article.

    `before` and `after` are the versions in force on the two days, None where there was none (or none is known).
    `successors` are titles.
    """

    id: str
    title: str
    level: str | None
    kind: StatuteKind
    day: date | None
    before: Version | None
    after: Version | None
    by: tuple[str, str | None] | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Successor:
    """A provision that took the old one's place.

    `similarity` is 0 to 1: of wording within one statute, of confidence in a successor statute, where it is a proposal and
    `certain` says whether it may be relied on. `quote_share` is the share of the clauses quoted in the list that stand in
    it, None where nothing is quoted. `text` is there where the user's own index holds the document. `how` says in Chinese from
    what it was found where the cited text is not held, and nothing but the list's own words shows it.
    """

    title: str
    locator: Locator | None
    citation: str
    similarity: float
    certain: bool
    quote_share: float | None = None
    text: str | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision worth a look where none is like enough to be proposed; `weight`, 0 to 1, puts them in order."""

    title: str
    locator: Locator
    citation: str
    weight: float
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """What became of one cited provision.

    `stated` says that an amending decision states it. `already` says that the list counts articles as the later text
    does (its bracket names that version, or the earlier text has no such article): `old` is then the earlier provision.
    `counted` is the article in the version in force on the earlier day where the list cites an older version; `note` says
    in Chinese why nothing is known: `new` then holds at most a proposal by what the list quotes. `candidates` are for people
    to check, there only where `new` is empty; nothing that is applied or counted as found may come from them.
    """

    kind: ProvisionKind
    citation: str
    new: tuple[Successor, ...] = ()
    similarity: float | None = None
    stated: bool = False
    already: bool = False
    old: str | None = None
    counted: str | None = None
    old_text: str | None = None
    note: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class TouchedBasis:
    """One cited provision of an item whose statute changed.

    `span` counts code points in the basis text. `quoted` says that it is named inside quoted statute text: no basis of the
    item, but its quotation is of a text that changed around it. `meant` is the title as written where it is mistyped and
    only its nearest title changed.
    """

    statute: str
    change: ProvisionChange
    role: Role
    cell: str
    row: int
    span: tuple[int, int]
    quoted: bool = False
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class ItemImpact:
    """An item with the provisions of it that changed, in order of writing."""

    item: Item
    bases: tuple[TouchedBasis, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """All that changed between two days for some lists.

    `items` are the touched items in list order, `bases` how many citations were held against the index. `outside` counts
    cited titles that the index has not (not checked), `before` those that had ended before the earlier day.
    """

    lists: tuple[ListFile, ...]
    start: date
    end: date
    bases: int
    statutes: tuple[StatuteChange, ...]
    items: tuple[ItemImpact, ...]
    outside: tuple[tuple[str, int], ...] = ()
    before: tuple[tuple[str, int], ...] = ()
    untitled: int = 0
