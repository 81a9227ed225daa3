"""What a comparison of lists is: frozen types without behaviour.

Terms are those of DESIGN: 一致 identical, 相似 similar, 独有 unique.
"""

from dataclasses import dataclass, field
from typing import Literal

from basischeck.catalog.model import Item
from basischeck.citation import render
from basischeck.compare.cited import Cited

Relation = Literal["identical", "similar", "unique"]
Field = Literal["name", "category", "basis", "department", "level"]
UNREAD = "文字:"
"""What `Provision.statute` begins with where nothing could be read: the text itself is what is compared."""
FIELD_WORDS: dict[Field, str] = {"name": "名称", "category": "类型", "basis": "依据", "department": "部门", "level": "层级"}


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision that an item's basis names.

    `statute` is the index's id of the statute, or its normalised title (document number, text) where the index does not
    hold it. `title` and `cited` are how it is written; they make no other provision. Two provisions are compared by
    `basis.agree`.
    """

    statute: str
    article: str | None
    paragraph: int | None
    item: int | None
    annex: str | None
    title: str | None = field(compare=False)
    cited: Cited | None = field(default=None, compare=False)

    @property
    def year(self) -> int | None:
        """The year of the version bracket, if any, by which articles are counted."""
        version = self.cited.version if self.cited is not None else None
        return version.year if version is not None else None

    @property
    def label(self) -> str:
        """The canonical writing; what could not be read as a citation stands as it is."""
        if self.statute.startswith(UNREAD):
            return self.title or ""
        return render(self.title, self.cited.locator if self.cited is not None else None)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two items differ, and how, in Chinese. `ours` and `theirs` are as written.

    `slight` says that it is the way of writing alone（对、的、行为）.
    """

    field: Field
    how: str
    ours: str
    theirs: str
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """What comes nearest in another list to an item that stands alone: the list, the item, how near (0 to 1).

    `why` they are not matched: this one is matched with another item, as where one list splits what the other keeps in one
    (taken); `apart`, words of the lone item and of this one, make two powers of them（市级、县级; one may be ""）(word); or they
    have the same provision alone in common (cited).
    """

    list: int
    item: Item
    score: float
    why: Literal["taken", "word", "cited"]
    apart: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An item in a group: which list it is from, how it stands to the group's first member, and how sure that is.

    `score` is 0 to 1; the first member has relation identical, score 1 and no differences. Members with the same
    `variant` agree with each other. `near` may be known of one that stands alone.
    """

    list: int
    item: Item
    relation: Relation
    score: float
    differences: tuple[Difference, ...] = ()
    variant: int = 0
    near: Near | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What is one power in all lists: one item a list, and further rows of a list that say the same at another level.

    A group of one list alone is 独有.
    """

    members: tuple[Member, ...]
    relation: Relation

    @property
    def slight(self) -> bool:
        """Whether its items are alike but for the way in which their names are written."""
        told = [one for member in self.members for one in member.differences if one.field not in ("department", "level")]
        return self.relation == "similar" and bool(told) and all(one.slight for one in told)

    @property
    def first(self) -> Item:
        """Return the item the others are held against: that of the first list that has it."""
        return self.members[0].item


@dataclass(frozen=True, slots=True)
class Comparison:
    """Lists held against each other. Every item of every list stands in exactly one group.

    `names` are the lists' names as shown, made distinct; `sizes` how many items each has, `files` where they were read.
    """

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    groups: tuple[Group, ...]
    files: tuple[str, ...] = ()

    def of(self, relation: Relation) -> tuple[Group, ...]:
        """Return the groups of one relation, in order."""
        return tuple(group for group in self.groups if group.relation == relation)

    @property
    def share_identical(self) -> float:
        """Return the share of all items, over all lists, that stand in a group on which its lists agree; 0 to 1."""
        agreed = sum(len(group.members) for group in self.groups if group.relation == "identical")
        return agreed / sum(self.sizes) if any(self.sizes) else 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """An input item that went into a general row: list, place, its own wording, and how it differs from the general row.

    `row` is its first row, `more_rows` names the others（4、5）of an item that has several.
    """

    list: str
    file: str
    sheet: str
    row: int
    name: str
    sub_name: str
    category: str
    department: str
    level: str
    provisions: str
    differs: str = ""
    more_rows: str = ""


@dataclass(frozen=True, slots=True)
class GeneralRow:
    """One power. `bases` are texts by role; `lacking` names the lists without it; `decided` says what was chosen and why."""

    name: str
    sub_name: str
    code: str
    category: str
    department: str
    level: str
    bases: tuple[tuple[str, str], ...]
    origins: tuple[Origin, ...]
    lacking: tuple[str, ...]
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GeneralList:
    """The general list: names of the lists that went into it, and its rows."""

    names: tuple[str, ...]
    rows: tuple[GeneralRow, ...]
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a file that is itself a general list says about its rows: lists, and origins and decisions by row number."""

    names: tuple[str, ...]
    origins: dict[int, tuple[Origin, ...]]
    decided: dict[int, tuple[str, ...]]
    city: str | None = None
