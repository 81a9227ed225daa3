"""Text to citations: parse, numerals, locators, canonical form, diagnostics.

    from basischeck.citation import parse
    parse("《食品安全法》第一百二十四条第一款").citations

Imports nothing else of the project. The parser itself is imported when it is first asked for: what only names or writes
provisions needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from basischeck.citation.model import (
    Citation,
    Diagnostic,
    Locator,
    ParsedText,
    Segment,
    Span,
    VersionMark,
)
from basischeck.citation.names import NameSet
from basischeck.citation.normalise import normalise
from basischeck.citation.numerals import parse_numeral, render_numeral
from basischeck.citation.render import provision_id, render, render_locator

if TYPE_CHECKING:
    from basischeck.citation.expansion import Expansion, Move, expand
    from basischeck.citation.jsonform import to_json
    from basischeck.citation.parser import drafts_of, forget, parse

__all__ = [
    "Citation",
    "Diagnostic",
    "Expansion",
    "Locator",
    "Move",
    "NameSet",
    "ParsedText",
    "Segment",
    "Span",
    "VersionMark",
    "drafts_of",
    "expand",
    "forget",
    "normalise",
    "parse",
    "parse_numeral",
    "provision_id",
    "render",
    "render_locator",
    "render_numeral",
    "to_json",
]

_MODULES = {
    "Expansion": "expansion",
    "Move": "expansion",
    "expand": "expansion",
    "to_json": "jsonform",
    "drafts_of": "parser",
    "forget": "parser",
    "parse": "parser",
}


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)  # asked for once
    return found
