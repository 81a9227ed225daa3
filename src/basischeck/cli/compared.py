"""The lists that are held against each other, and the reader of their bases."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import click

from basischeck.catalog.model import ListFile
from basischeck.cli.errors import InputError
from basischeck.cli.lists import read_lists
from basischeck.cli.settings import Settings
from basischeck.compare.basis import BasisReader, basis_texts
from basischeck.compare.cited import CitedTexts


def read_compared(
    paths: Sequence[str], settings: Settings, day: date, *, founded: bool = True
) -> tuple[list[ListFile], BasisReader]:
    """Read lists, and begin with the bases of each while the next is read.

    The reader is of the configured region, or the one that most lists name. Lists without bases are read where `founded` is
    false. Raises InputError (exit 2).
    """
    from basischeck.statute import IndexFileError, open_index

    cited = CitedTexts()
    click.get_current_context().call_on_close(cited.close)

    def begin(read: ListFile) -> None:
        cited.begin(text for item in read.items for text in basis_texts(item))

    lists = read_lists(paths, settings, begin, founded=founded)
    try:
        index = open_index()
    except IndexFileError as error:
        raise InputError(str(error)) from None
    named = Counter(read.region for read in lists if read.region)
    region = settings.region or (named.most_common(1)[0][0] if named else None)
    return lists, BasisReader(index, day, region, cited)
