"""A text to its citations: the one entry to the parser."""

from basischeck.citation.binding import Reader
from basischeck.citation.draft import Draft, in_order
from basischeck.citation.fields import with_plain_fields
from basischeck.citation.grammar import Unit, read_units
from basischeck.citation.invisible import invisible_faults, with_spaces
from basischeck.citation.model import ParsedText
from basischeck.citation.names import NameSet
from basischeck.citation.segments import segment
from basischeck.citation.tags import with_plain_tags
from basischeck.citation.torn import closed_up, put_back
from basischeck.citation.unread import unread


class _Cache:
    """What has been read, up to a weight in objects, then all forgotten.

    Not an lru_cache: one of a few thousand entries can hold millions of objects if texts are long and odd, and every full
    collection of garbage would stop the program to look at them all.
    """

    HEAVIEST = 50_000

    def __init__(self) -> None:
        self._read: dict[tuple[str, NameSet | None], ParsedText] = {}
        self._weight = 0

    def get(self, text: str, names: NameSet | None) -> ParsedText | None:
        return self._read.get((text, names))

    def put(self, names: NameSet | None, parsed: ParsedText) -> None:
        self._weight += 3 + 4 * len(parsed.citations)
        if self._weight > self.HEAVIEST:
            self.clear()
        self._read[parsed.text, names] = parsed

    def clear(self) -> None:
        self._read.clear()
        self._weight = 0


_cache = _Cache()


def parse(text: str, names: NameSet | None = None) -> ParsedText:
    """Read every citation in a text, with the diagnostics of its form. Pure, cached by text, never raises.

    `names` are the titles and aliases by which statutes without 《》 are recognised; without them only a name that plainly
    begins behind a preposition or a comma is given. Spans are half-open ranges of code points of `text`.
    """
    known = _cache.get(text, names)
    if known is None:
        known = _read(text, names)
        _cache.put(names, known)
    return known


def drafts_of(text: str) -> list[Draft]:
    """Return the citations of a text as they were read, in order of their spans: for whoever reads many texts once.

    Freezing each and finding the faults of its form takes a good part of the time, which is of no use there.
    """
    reader, _ = _reader(_folded(text), None)
    return in_order(reader.drafts)


def forget() -> None:
    """Empty the cache: for measuring, and for long-running processes that are done with a list."""
    _cache.clear()


def _folded(text: str) -> str:
    """Return the text in the writing that the grammar knows, each character in its place."""
    return with_plain_fields(with_plain_tags(with_spaces(text)))


def _reader(folded: str, names: NameSet | None) -> tuple[Reader, list[Unit]]:
    """Return what has read a text, and the units it has read."""
    units = read_units(folded)
    reader = Reader(folded, names)
    reader.read(units)
    return reader, units


def _read(text: str, names: NameSet | None) -> ParsedText:
    torn = closed_up(text)
    if torn is not None:
        closed, places = torn
        return put_back(_read(closed, names), text, places)
    folded = _folded(text)
    reader, units = _reader(folded, names)
    citations = tuple(draft.finish() for draft in in_order(reader.drafts))
    pieces = segment(folded, units, reader.drafts)
    hidden = invisible_faults(text, reader.drafts)
    diagnostics = sorted((*reader.diagnostics, *unread(folded, pieces), *hidden), key=lambda found: found.span)
    kinds = tuple(kind for kind, _, _ in pieces)
    ends = tuple(end for _, _, end in pieces)
    return ParsedText(text, citations, tuple(diagnostics), kinds, ends)
