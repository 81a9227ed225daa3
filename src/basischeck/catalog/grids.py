"""A list file's bytes to grids, by the reader for what they are."""

from collections.abc import Callable

from basischeck.catalog.book import read_book
from basischeck.catalog.container import Kind, kind_of
from basischeck.catalog.delimited import read_delimited
from basischeck.catalog.grid import Grid
from basischeck.catalog.objects import read_json
from basischeck.catalog.webpage import read_archived_page, read_webpage
from basischeck.catalog.wordfile import read_word
from basischeck.catalog.xmlbook import read_xml_book

_READERS: dict[Kind, Callable[[bytes, str], list[Grid]]] = {
    "workbook": read_book,
    "xml": read_xml_book,
    "page": read_webpage,
    "archived page": read_archived_page,
    "word": read_word,
    "json": read_json,
    "text": read_delimited,
}


def grids_of(data: bytes, name: str) -> list[Grid]:
    """Return the sheets of a list file, as many as its kind has. Raises `ListError` for anything that holds no list."""
    return _READERS[kind_of(data, name)](data, name)
