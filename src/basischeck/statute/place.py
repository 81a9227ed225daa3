"""Where the database of the embedded index is: in the wheel, or built on first use from the checkout's corpus/.

A database built on first use lies in the user's cache folder under a key of what it was built from, so that a changed
corpus is never read through an old database; it is built under another name and moved into place in one step.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from basischeck.data import data_dir
from basischeck.kept import cache_dir
from basischeck.statute.records import FORMAT

DATABASE = "index.sqlite"
"""Name of the database inside the wheel's corpus folder."""


class IndexFileError(Exception):
    """There is no index to open; the message is Chinese."""


def embedded_database() -> Path:
    """Return the database of the embedded index, building it first where only the records are there."""
    folder = data_dir("corpus")
    shipped = folder / DATABASE
    if shipped.is_file():
        return shipped
    return database_of(folder)


def is_built() -> bool:
    """Whether the database of the embedded index is there already: building it takes seconds."""
    folder = data_dir("corpus")
    if (folder / DATABASE).is_file():
        return True
    return (folder / "manifest.json").is_file() and _held(_name_of(folder)) is not None


def database_of(folder: Path) -> Path:
    """Return the database built from the records in `folder`, building it where it is missing or stale.

    Raises IndexFileError where the folder holds no records.
    """
    if not (folder / "manifest.json").is_file():
        raise IndexFileError(f"法规索引不存在：{folder}。请先运行 basischeck corpus build，或重新安装 basischeck。")
    name = _name_of(folder)
    if (held := _held(name)) is not None:
        return held
    places = _places()
    for place in places:
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(place):
                return _built(folder, place / name)
        except OSError:
            continue
    raise IndexFileError(f"无法写入缓存目录，索引不能建立：{places[0]}、{places[1]}")


def _name_of(folder: Path) -> str:
    return f"index-{state_key(folder)}.sqlite"


def _places() -> tuple[Path, ...]:
    return cache_dir(), Path(tempfile.gettempdir()) / f"basischeck-{_user()}"


def _held(name: str) -> Path | None:
    return next((place / name for place in _places() if (place / name).is_file() and _is_ours(place)), None)


def _is_ours(place: Path) -> bool:
    """Whether a folder belongs to this user: in a shared temporary folder another may have put one there first."""
    return not hasattr(os, "getuid") or place.stat().st_uid == os.getuid()


def _built(folder: Path, file: Path) -> Path:
    """Build the database beside its place and move it there in one step: two processes may do so at once."""
    handle, scratch = tempfile.mkstemp(prefix="building-", suffix=".sqlite", dir=file.parent)
    os.close(handle)
    Path(scratch).unlink()
    try:
        # What builds is imported where there is something to build.
        from basischeck.statute.database import build_database

        build_database(folder, Path(scratch))
        Path(scratch).replace(file)
    finally:
        Path(scratch).unlink(missing_ok=True)
    for old in file.parent.glob("index-*.sqlite"):
        if old != file and _stale(old):
            old.unlink(missing_ok=True)
    return file


def _stale(file: Path) -> bool:
    """Whether a database was last built so long ago that no other checkout is likely to use it (30 days)."""
    try:
        return file.stat().st_mtime < Path(__file__).stat().st_mtime and len(list(file.parent.glob("index-*"))) > 8
    except OSError:
        return False


def state_key(folder: Path) -> str:
    """Return a key of the state of the records and of the code that builds the database from them.

    Sizes and times of the files stand for their contents: reading 15 MB at every start would cost more than the opening.
    """
    total = hashlib.blake2b(f"{folder.resolve()}:{FORMAT}".encode(), digest_size=10)
    code = [Path(__file__).parent / name for name in ("database.py", "titles.py", "numbers.py", "records.py", "powers/encoding.py", "powers/readings.py")]
    for file in [*sorted(folder.glob("*/*.*")), folder / "manifest.json", *code]:
        state = file.stat()
        total.update(f"{file.name}:{state.st_size}:{state.st_mtime_ns}".encode())
    return total.hexdigest()


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"
