"""The one index of a process: the embedded one with the user's own beside it, or one that was named."""

import sqlite3
from pathlib import Path

from basischeck.kept import user_data_dir
from basischeck.statute.index import Index
from basischeck.statute.place import IndexFileError, database_of, embedded_database

_OPEN: dict[Path | None, Index] = {}


def open_index(path: Path | None = None) -> Index:
    """Open an index, once a process: the embedded one, or the folder or database at `path`.

    Beside the embedded one stands the user's own (`corpus add`), for titles that the embedded one has not.
    Raises IndexFileError with a Chinese message where there is none.
    """
    if path not in _OPEN:
        if path is None:
            _OPEN[path] = Index(embedded_database(), _own_index())
        else:
            _OPEN[path] = _checked(database_of(path) if path.is_dir() else path)
    return _OPEN[path]


def _checked(file: Path) -> Index:
    """Open a database that the user named; raises IndexFileError where it is none of ours."""
    index = Index(file)
    try:
        index.info()
    except (sqlite3.Error, KeyError, TypeError, ValueError):
        raise IndexFileError(f"{file}：不是法规索引。请写明 basischeck corpus build 建立的文件夹。") from None
    return index


def _own_index() -> Index | None:
    """Open the user's own index, where there is one."""
    folder = user_data_dir() / "corpus"
    return Index(database_of(folder)) if (folder / "manifest.json").is_file() else None
