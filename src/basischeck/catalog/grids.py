"""A list file's bytes to grids, by the reader for what they are."""

from collections.abc import Callable

from basischeck.catalog.book import read_book
from basischeck.catalog.container import Kind, kind_of
from basischeck.catalog.delimited import read_delimited
from basischeck.catalog.grid import Grid
from basischeck.catalog.objects import read_json

_Reader = Callable[[bytes, str], list[Grid]]


def grids_of(data: bytes, name: str, kind: Kind | None = None) -> list[Grid]:
    """Return the sheets of a list file, as many as its kind has; `kind` is what `kind_of` says, where that was asked before.

    Raises `ListError` for anything that holds no list.
    """
    kind = kind or kind_of(data, name)
    common: dict[Kind, _Reader] = {"workbook": read_book, "json": read_json, "text": read_delimited}
    return (common.get(kind) or _seldom_read(kind))(data, name)


def _seldom_read(kind: Kind) -> _Reader:
    """Import the reader of a kind that few lists are: every command would pay for it as it starts."""
    if kind == "word":
        from basischeck.catalog.wordfile import read_word

        return read_word
    if kind == "xml":
        from basischeck.catalog.xmlbook import read_xml_book

        return read_xml_book
    from basischeck.catalog.webpage import read_archived_page, read_webpage

    return read_webpage if kind == "page" else read_archived_page
