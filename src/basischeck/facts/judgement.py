"""What is said of the bases of one list once all of them are read: level, competence, territory, brackets side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from basischeck.catalog.model import Item
from basischeck.facts.competence import add_competence
from basischeck.facts.tags import tag_facts
from basischeck.facts.territory import territory_facts
from basischeck.facts.variants import add_fault_counts, add_parent_counts, add_variants


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a list is judged: the day, and the region whose list it is (None where it is not known)."""

    as_of: date
    region: str | None


def judge_bases(
    bases: Sequence[dict[str, Any]], cells: Sequence[Mapping[str, Any]], items: Sequence[Item], standpoint: Standpoint
) -> None:
    """Write into the rows of table `basis` of one list what follows from level, place and the list as a whole.

    `item` in the rows counts from the first of `items`.
    """
    for row in bases:
        row |= tag_facts(row) | territory_facts(row, standpoint.region)
    add_competence(bases, cells, items, standpoint.as_of)
    add_variants(bases)
    add_fault_counts(bases)
    add_parent_counts(bases)
