"""Lists against lists: what agrees, what is alike, what only one has; one general list out of several."""

from basischeck.compare.basis import BasisReader
from basischeck.compare.compare import compare_lists
from basischeck.compare.general import merge_lists
from basischeck.compare.model import (
    Comparison,
    Difference,
    Earlier,
    GeneralList,
    GeneralRow,
    Group,
    Member,
    Origin,
    Provision,
)

__all__ = [
    "BasisReader",
    "Comparison",
    "Difference",
    "Earlier",
    "GeneralList",
    "GeneralRow",
    "Group",
    "Member",
    "Origin",
    "Provision",
    "compare_lists",
    "merge_lists",
]
