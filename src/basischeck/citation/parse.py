"""A text to its citations: the one entry to the parser."""

from functools import lru_cache

from basischeck.citation.binding import Reader
from basischeck.citation.grammar import read_units
from basischeck.citation.model import ParsedText
from basischeck.citation.names import NameSet
from basischeck.citation.segments import segment
from basischeck.citation.unread import unread


@lru_cache(maxsize=4096)
def parse(text: str, names: NameSet | None = None) -> ParsedText:
    """Read every citation in a text, with the diagnostics of its form. Pure, cached by text, never raises.

    `names` are the titles and aliases by which statutes without 《》 are recognised; without them only a name that plainly
    begins behind a preposition or a comma is given. Spans are half-open ranges of code points of `text`.
    """
    units = read_units(text)
    reader = Reader(text, names)
    reader.read(units)
    citations = tuple(sorted((draft.finish() for draft in reader.drafts), key=lambda citation: citation.span))
    segments = segment(text, units, reader.drafts)
    diagnostics = sorted((*reader.diagnostics, *unread(text, segments)), key=lambda found: found.span)
    return ParsedText(text, citations, tuple(diagnostics), segments)
