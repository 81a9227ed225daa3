"""The lists that are held against each other, and the reader of their bases."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from basischeck.ahead import Ahead
from basischeck.cli.errors import InputError
from basischeck.cli.settings import Settings

if TYPE_CHECKING:
    from basischeck.catalog.model import ListFile
    from basischeck.compare.basis import BasisReader
    from basischeck.compare.cited import Cited

_LARGE = 60_000
"""Bytes of a file that may hold bases enough for another process."""


def read_compared(
    paths: Sequence[str], settings: Settings, day: date, *, founded: bool = True
) -> "tuple[list[ListFile], BasisReader]":
    """Read lists, and let another process read their bases meanwhile, to the end of the command.

    The reader is of the configured region, or the one that most lists name. Lists without bases are read where `founded` is
    false. Raises InputError (exit 2).
    """
    # Tables of likeness are made with numpy, which nobody asks to multiply matrices here: its threads for that would cost a tenth of the run.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    large = any(not os.path.isfile(path) or os.path.getsize(path) > _LARGE for path in paths)
    # The other process gets ready before anything that it has no use for is imported.
    ahead = click.get_current_context().with_resource(Ahead(_reader, start=large))

    from basischeck.cli.lists import read_lists

    lists = read_lists(
        paths,
        settings,
        lambda read: ahead.give(_texts(read)),
        founded=founded,
        bases=lambda cells: ahead.give(text for role, text in cells if role == "设定依据"),
    )

    from basischeck.compare.basis import BasisReader
    from basischeck.compare.cited import CitedTexts
    from basischeck.statute import IndexFileError, open_index

    try:
        index = open_index()
    except IndexFileError as error:
        raise InputError(str(error)) from None
    named = Counter(read.region for read in lists if read.region)
    region = settings.region or (named.most_common(1)[0][0] if named else None)
    return lists, BasisReader(index, day, region, CitedTexts(ahead))


def _reader() -> "Callable[[str], tuple[Cited, ...]]":
    from basischeck.compare.cited import begin_reading

    return begin_reading()


def _texts(read: "ListFile") -> list[str]:
    from basischeck.compare.basis import basis_texts

    return [text for item in read.items for text in basis_texts(item)]
