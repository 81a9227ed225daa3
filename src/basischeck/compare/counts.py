"""How far lists agree, counted by category and by department."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as data_field

from basischeck.catalog.model import Item
from basischeck.compare.basis import basis_texts
from basischeck.compare.model import Comparison, Group, Relation
from basischeck.compare.organ import field_of, named_field
from basischeck.facts.categories import STANDARD, standard_category


@dataclass
class Count:
    """Of one category or department: items of each list, groups by relation, items on which lists agree.

    `unique` counts each list's 独有 items. A group whose items stand in several categories or departments is counted in each.
    """

    items: list[int]
    unique: list[int]
    groups: dict[Relation, int] = data_field(default_factory=lambda: {"identical": 0, "similar": 0, "unique": 0})
    agreed: int = 0

    @property
    def alike(self) -> int:
        """Return how many items stand in a group whose lists have the power in other words, or on another basis."""
        return sum(self.items) - self.agreed - sum(self.unique)

    @property
    def share_identical(self) -> float:
        """Return the share of the items that stand in a group on which lists agree; 0 to 1."""
        return self.agreed / sum(self.items) if any(self.items) else 0.0


def by_category(comparison: Comparison) -> dict[str, Count]:
    """Count by category of 9+X, in their usual order, others after them."""
    counts = _count(comparison, lambda item: standard_category(item.category) or item.category or "未写类型")
    order = {name: number for number, name in enumerate(STANDARD)}
    return dict(sorted(counts.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])))


def by_department(comparison: Comparison) -> dict[str, Count]:
    """Count by what departments are responsible for, the largest first."""
    named: dict[str, str] = {}

    def field(item: Item) -> str:
        # Joined otherwise（住房和城乡建设、住房城乡建设）it is one field, shown as the first of them has it.
        return named.setdefault(field_of(item.department), named_field(item.department)) or "未写部门"

    counts = _count(comparison, field)
    return dict(sorted(counts.items(), key=lambda pair: (-sum(pair[1].items), pair[0])))


def pairs(comparison: Comparison) -> dict[tuple[int, int], dict[str, int]]:
    """Count for every two lists the items on which they agree, and those that are alike."""
    count = len(comparison.names)
    table = {(i, j): {"identical": 0, "similar": 0} for i in range(count) for j in range(i + 1, count)}
    for group in comparison.groups:
        # A list's further rows of the same power are not counted again.
        firsts = list({member.list: member for member in reversed(group.members)}.values())
        firsts.sort(key=lambda member: member.list)
        for place, ours in enumerate(firsts):
            for theirs in firsts[place + 1 :]:
                same = ours.variant == theirs.variant
                table[ours.list, theirs.list]["identical" if same else "similar"] += 1
    return table


def _count(comparison: Comparison, key: Callable[[Item], str]) -> dict[str, Count]:
    number = len(comparison.names)
    counts: dict[str, Count] = {}

    def of(item: Item) -> Count:
        return counts.setdefault(key(item), Count([0] * number, [0] * number))

    for group in comparison.groups:
        relation = group.relation
        each = [of(member.item) for member in group.members]
        for count in {id(found): found for found in each}.values():
            count.groups[relation] += 1
        for member, count in zip(group.members, each, strict=True):
            count.items[member.list] += 1
            count.agreed += relation == "identical"
            count.unique[member.list] += relation == "unique"
    return counts


def without_basis(comparison: Comparison) -> int:
    """Return how many groups are not agreed where a list states no basis and another does: there is nothing that could agree."""
    stated = ({bool(basis_texts(member.item)) for member in group.members} for group in comparison.of("similar"))
    return sum(len(found) > 1 for found in stated)


def whole(group: Group, comparison: Comparison) -> bool:
    """Whether every list has the group's item."""
    return len({member.list for member in group.members}) == len(comparison.names)
