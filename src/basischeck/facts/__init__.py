"""Items, citations and statutes to the fact tables that rules see.

Names are imported when first used: what only asks for a category needs no table engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from basischeck.facts.build import Facts, build_facts
    from basischeck.facts.columns import TABLE_DOCS, TABLES, Column, Scope
    from basischeck.facts.frames import frame, schema

__all__ = [
    "TABLES",
    "TABLE_DOCS",
    "Column",
    "Facts",
    "Scope",
    "build_facts",
    "frame",
    "schema",
]

_MODULES = {
    "Facts": "build",
    "build_facts": "build",
    "TABLES": "columns",
    "TABLE_DOCS": "columns",
    "Column": "columns",
    "Scope": "columns",
    "frame": "frames",
    "schema": "frames",
}


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)  # asked for once
    return found
