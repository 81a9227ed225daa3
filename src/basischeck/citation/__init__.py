"""Text to citations: parse, numerals, locators, canonical form, diagnostics.

    from basischeck.citation import parse
    parse("《食品安全法》第一百二十四条第一款").citations

Imports nothing else of the project.
"""

from basischeck.citation.expand import Expansion, Move, expand
from basischeck.citation.jsonform import to_json
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
from basischeck.citation.parse import citations_of, forget, parse
from basischeck.citation.render import provision_id, render, render_locator

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
    "citations_of",
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
