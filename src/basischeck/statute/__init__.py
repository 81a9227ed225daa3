"""Documents to statutes: readers, structure, timeline, index, resolve, diff.

`open_index` gives the index; what it returns is in `basischeck.statute.model`. Names are imported when first used: the
build of the wheel needs the records alone, and commands that look nothing up should not pay for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from basischeck.statute.index import Index
    from basischeck.statute.opening import open_index
    from basischeck.statute.place import IndexFileError
    from basischeck.statute.titles import normalise_title

__all__ = ["Index", "IndexFileError", "normalise_title", "open_index"]

_MODULES = {"Index": "index", "open_index": "opening", "IndexFileError": "place", "normalise_title": "titles"}


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)  # asked for once
    return found
