"""The user's folders, and what is worked out once and kept there as JSON: the table of a grammar, rules found sound.

Each thing is kept under a digest of what it was made from, so that it is never read for something else. What cannot be
read or written is worked out anew: a cache is no fault.
"""

import json
import os
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any


def cache_dir() -> Path:
    """Return the user's cache folder for this program, by the custom of the system."""
    return _user_dir("BASISCHECK_CACHE_DIR", "XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA")


def user_data_dir() -> Path:
    """Return the user's data folder for this program: where the user's own index lies."""
    return _user_dir("BASISCHECK_DATA_DIR", "XDG_DATA_HOME", ".local/share", "Library/Application Support", "APPDATA")


def _user_dir(own: str, xdg: str, unix: str, mac: str, windows: str) -> Path:
    if os.environ.get(own):
        return Path(os.environ[own])
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or Path.home()) / "basischeck"
    if sys.platform == "darwin":
        return Path.home() / mac / "basischeck"
    return Path(os.environ.get(xdg) or Path.home() / unix) / "basischeck"


def digest(*parts: bytes | str) -> str:
    """Return the name of what is made from `parts`."""
    key = blake2b(digest_size=12)
    for part in parts:
        key.update(part.encode() if isinstance(part, str) else part)
        key.update(b"\0")
    return key.hexdigest()


def read_kept(kind: str, key: str) -> Any | None:
    """Return what was kept as `kind` under `key`, None where nothing was, or what is there is not what was kept."""
    try:
        seal, _, data = _file(kind, key).read_bytes().partition(b"\n")
        return json.loads(data) if seal == _seal(data) else None
    except (OSError, ValueError):
        return None


def keep(kind: str, key: str, value: Any) -> None:
    """Keep a value made of JSON's types for the next run; written beside its place and moved there in one step."""
    target = _file(kind, key)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        data = json.dumps(value, ensure_ascii=False).encode()
        with os.fdopen(handle, "wb") as stream:
            stream.write(_seal(data) + b"\n" + data)
        os.replace(name, target)
    except OSError:
        return


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=12).hexdigest().encode()


def _file(kind: str, key: str) -> Path:
    return cache_dir() / kind / f"{key}.json"
