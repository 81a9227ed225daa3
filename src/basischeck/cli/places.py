"""Paths: which are the same file, and what no report may be written over."""

import os
from collections.abc import Iterable
from pathlib import Path

from basischeck.cli.errors import InputError


def real(path: Path | str) -> str:
    """Return the path of the file itself, links followed as far as they lead; links in a circle are no error."""
    return os.path.realpath(path)


def is_utf8(path: str) -> bool:
    """Whether a path is in the encoding that everything else here is written in; what is not can be neither shown nor kept."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown(path: str) -> str:
    """Return a path that can be printed: bytes that are no UTF-8 as \\xNN."""
    return path.encode(errors="surrogateescape").decode(errors="backslashreplace")


def keep_from(target: Path | None, lists: Iterable[str], others: Iterable[tuple[Path, str]] = ()) -> None:
    """Raise InputError (exit 2) where `target` is one of the lists, or one of `others`, each with what it is.

    None, standard output, is no file.
    """
    if target is None:
        return
    place = real(target)
    for file in lists:
        if file != "-" and real(file) == place:
            raise InputError(f"{target} 是清单本身，不会覆盖它。请写入另一个文件。")
    for path, what in others:
        if real(path) == place:
            raise InputError(f"{target} 是{what}，不会覆盖它。请写入另一个文件。")
