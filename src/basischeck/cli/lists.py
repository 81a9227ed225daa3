"""The list files that a command was given, read; every file that cannot be read is named before anything is done."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from basischeck.catalog import ListError, read_bytes, read_list
from basischeck.catalog.model import ListFile
from basischeck.cli.config import Config
from basischeck.cli.errors import InputError
from basischeck.cli.formats import MARKED

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".json", ".jsonl")


def read_lists(paths: Sequence[str], settings: Config) -> list[ListFile]:
    """Read every list named by `paths`; folders stand for the lists inside them, "-" for standard input.

    Raises InputError (exit 2) that names every file that could not be read.
    """
    lists: list[ListFile] = []
    faults: list[str] = []
    for path in _files(paths, faults):
        try:
            if path == "-":
                lists.append(read_bytes(sys.stdin.buffer.read(), "-", columns=settings.columns))
            else:
                lists.append(read_list(path, columns=settings.columns))
        except ListError as error:
            faults.append(str(error))
    if faults:
        raise InputError("\n".join(faults))
    return lists


def _files(paths: Sequence[str], faults: list[str]) -> Iterator[str]:
    for path in paths:
        place = Path(path)
        if path == "-" or place.is_file():
            yield path
        elif place.is_dir():
            # A marked workbook that an earlier run left beside its list is no second list.
            found = (p for p in place.rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.endswith(MARKED))
            inside = sorted(p for p in found if not any(part[0] in ".~" for part in p.relative_to(place).parts))
            if not inside:
                faults.append(f"{path}：文件夹里没有清单文件（{'、'.join(SUFFIXES)}）。")
            yield from map(str, inside)
        else:
            faults.append(f"{path}：找不到这个文件或文件夹。请检查路径和文件名。")
