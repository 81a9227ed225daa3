"""Lists against lists: what agrees, what is alike, what only one has; one general list out of several.

Names are imported when first used: a process that only reads bases needs nothing of how items are matched.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from basischeck.compare.basis import BasisReader
    from basischeck.compare.compare import compare_lists
    from basischeck.compare.general import merge_lists

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

_MODULES = {"BasisReader": "basis", "compare_lists": "compare", "merge_lists": "general"}


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)  # asked for once
    return found
