"""What is said of the bases of one list once all of them are read: competence, brackets side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from basischeck.catalog.model import Item
from basischeck.facts.competence import add_competence
from basischeck.facts.variants import add_fault_counts, add_parent_counts, add_variants


def judge_bases(
    bases: Sequence[dict[str, Any]], cells: Sequence[Mapping[str, Any]], items: Sequence[Item], as_of: date
) -> None:
    """Write into the rows of table `basis` of one list what follows from its items and from the list as a whole.

    `item` in the rows counts from the first of `items`.
    """
    add_competence(bases, cells, items, as_of)
    add_variants(bases)
    add_fault_counts(bases)
    add_parent_counts(bases)
