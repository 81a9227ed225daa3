"""A document from what a reader found: title, source, issue data and the structure of the body."""

from basischeck.statute.completeness import breaks_off
from basischeck.statute.model import Document, Source
from basischeck.statute.structure import Structure


def make_document(
    title: str, source: Source, history: tuple[str, ...], structure: Structure, preamble: tuple[str, ...] = ()
) -> Document:
    """Put a document together; `preamble` goes before the structure's own."""
    broken = breaks_off(structure, title)
    return Document(
        title=title,
        source=source,
        history=history,
        preamble=preamble + tuple(structure.preamble),
        headings=tuple(structure.headings),
        articles=tuple(structure.articles),
        annexes=tuple(structure.annexes),
        faults=(*structure.faults, broken) if broken else tuple(structure.faults),
        tail=tuple(structure.tail),
        numbering=structure.numbering,
    )
