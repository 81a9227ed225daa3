"""What a list claims of the powers that statutes confer: frozen types without behaviour."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from basischeck.catalog.model import Item
from basischeck.statute.powers.model import Power, PowerCategory

State = Literal["已列", "类型不同", "未列", "待核", "附带", "未写机关", "他机关", "非本级"]
"""How the list stands to a power.

已列: an item of its category cites the provision. 类型不同: only items of another category cite it. 未列: no item does. 待核: none
does, but it is not sure that none claims it, or that the provision confers it. 附带: a power that lists keep no item of its own
for. 未写机关: a power of which the provision names no organ, and the statute none that it must be.
他机关: another authority's. 非本级: of a level of government that the list is not of.
"""

INFERRED = "条款没有写明机关，从同一法规的其他条款推定属于本部门"
"""Why a power is 待核 of which the provision names no organ."""

SHOWN = "条款写的机关不能从名称认出是本部门，清单有事项行使它在同一法规中的职权"
UNNAMED = "条款没有写明机关，清单有事项行使同一法规的同类职权"
"""Why a power is 待核 that is the department's only as its items show: the first where the provision names an authority."""

JUDGED: frozenset[State] = frozenset({"已列", "类型不同", "未列"})
"""The states of powers that a list of this field and level has to hold."""


@dataclass(frozen=True, slots=True)
class HeldPower:
    """One conferred power with how the list stands to it.

    `citation` is the provision in canonical form. `holders` are the authorities of this provision that have the power, as the
    statute writes them; where the provision names none, `inferred` is true and they are those that the statute names elsewhere.
    `items` are the items that claim it; `how` says in Chinese in what way, where that is not plain.
    """

    statute: str
    title: str
    citation: str
    power: Power
    state: State
    holders: tuple[str, ...] = ()
    inferred: bool = False
    items: tuple[Item, ...] = ()
    how: str = ""
    theirs: bool = True
    """False where the power is another authority's or level's; an item may rest on it all the same, and then it is 已列."""
    foreign: bool = False
    """True where no word of the authority's name tells that it is the department; asked all the same where it is `exercised`."""
    level: str | None = None
    """The level of government that the provision states, or the clause that says who decides on the act's penalties."""
    exercised: bool = False
    """True where the list's items exercise others of this authority's powers in the act, and a good part of them."""


@dataclass(frozen=True, slots=True)
class UnfoundedItem:
    """An item none of whose cited provisions confers a power of its category, though all could be looked into.

    `citations` are the provisions that it cites; `confers` says in Chinese what they confer instead, "" for nothing.
    """

    item: Item
    category: PowerCategory
    citations: tuple[str, ...]
    confers: str


@dataclass(frozen=True, slots=True)
class StatuteCount:
    """How many powers of one statute the list has to hold, and how many it holds, by category: (held, all)."""

    statute: str
    title: str
    by_category: dict[PowerCategory, tuple[int, int]]

    @property
    def held(self) -> int:
        """Return how many powers the list holds."""
        return sum(held for held, _ in self.by_category.values())

    @property
    def all(self) -> int:
        """Return how many powers the list has to hold."""
        return sum(number for _, number in self.by_category.values())


@dataclass(frozen=True, slots=True)
class Coverage:
    """A list held against the powers of the statutes of its field on one day.

    `fields` are the fields of its departments, `level` its level of government (None where unknown). `unread` are the statutes
    that the list cites and of which no powers are known: not in the index, without held text, or not in force; with the reason.
    `unjudged` counts items that rest on such statutes, or on a statute as a whole, and were therefore not judged,
    `bare` those that state no basis, so that what they claim cannot be known.
    """

    as_of: date
    files: tuple[str, ...]
    fields: tuple[str, ...]
    level: str | None
    powers: tuple[HeldPower, ...]
    unfounded: tuple[UnfoundedItem, ...]
    counts: tuple[StatuteCount, ...]
    unread: tuple[tuple[str, str], ...]
    items: int
    unjudged: int
    bare: int = 0

    def judged(self) -> tuple[HeldPower, ...]:
        """Return the powers of these departments and this level that the list has to hold."""
        return tuple(one for one in self.of(*JUDGED) if one.theirs)

    def of(self, *states: State) -> tuple[HeldPower, ...]:
        """Return the powers in any of these states."""
        return tuple(one for one in self.powers if one.state in states)
