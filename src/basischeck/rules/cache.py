"""Checked rule files, kept as JSON in the user's cache folder: reading YAML takes longer than checking a list with it.

The key is a digest of the file's bytes and of the documented columns, so that a changed rule, or a changed fact table,
is read and checked anew. A cache that cannot be read or written is no fault.
"""

import json
import os
import tempfile
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from basischeck.facts import TABLES
from basischeck.rules.model import Rule
from basischeck.statute.place import cache_dir

_DATE = "$date"


def _file(text: bytes) -> Path:
    key = blake2b(text, digest_size=12)
    key.update(repr(TABLES).encode())
    key.update(repr(sorted(Rule.model_fields)).encode())
    return cache_dir() / "rules" / f"{key.hexdigest()}.json"


def cached_entries(text: bytes) -> list[dict[str, Any]] | None:
    """Return the entries of a rule file that was found sound before, None where it was not."""
    try:
        return list(json.loads(_file(text).read_text(encoding="utf-8"), object_hook=_revive))
    except (OSError, ValueError):
        return None


def keep_entries(text: bytes, entries: Sequence[dict[str, Any]]) -> None:
    """Keep the entries of a sound rule file for the next run."""
    target = _file(text)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(entries, stream, ensure_ascii=False, default=_plain)
        os.replace(name, target)
    except OSError:
        return


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"not a value of a rule: {value!r}")


def _revive(value: dict[str, Any]) -> Any:
    return date.fromisoformat(value[_DATE]) if set(value) == {_DATE} else value
