"""Many texts at once: where there are two cores and enough to read, a part is read in a process of its own."""

from collections.abc import Iterable, Mapping
from functools import partial

from basischeck.ahead import ENOUGH, Ahead
from basischeck.citation.model import ParsedText
from basischeck.citation.names import NameSet
from basischeck.citation.parser import parse


def parse_many(texts: Iterable[str], names: NameSet | None = None, *, enough: int = ENOUGH) -> Mapping[str, ParsedText]:
    """Return what `parse` gives for each text; nothing at all where the texts are too few to be worth a second process."""
    distinct = list(dict.fromkeys(texts))
    read = partial(parse, names=names)
    with Ahead(lambda: read, start=sum(map(len, distinct)) >= enough) as ahead:
        ahead.give(distinct)
        return dict(ahead.result(read))
