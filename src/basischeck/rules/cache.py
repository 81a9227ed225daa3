"""Checked rule files, kept as JSON in the user's cache folder: reading YAML takes longer than checking a list with it.

The key is a digest of the file's bytes and of the documented columns, so that a changed rule, or a changed fact table,
is read and checked anew.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from basischeck.facts import TABLES
from basischeck.kept import digest, keep, read_kept
from basischeck.rules.model import Rule

_KIND = "rules"
_DATE = "$date"


def _key(text: bytes) -> str:
    return digest(text, repr(TABLES), repr(sorted(one.name for one in fields(Rule))))


def cached_entries(text: bytes) -> list[dict[str, Any]] | None:
    """Return the entries of a rule file that was found sound before, None where it was not."""
    held = read_kept(_KIND, _key(text))
    return [_revived(entry) for entry in held] if isinstance(held, list) else None


def keep_entries(text: bytes, entries: Sequence[dict[str, Any]]) -> None:
    """Keep the entries of a sound rule file for the next run."""
    keep(_KIND, _key(text), _plain(list(entries)))


def _plain(value: Any) -> Any:
    """Return a value in JSON's types: a date becomes {"$date": ...}."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return {_DATE: value.isoformat()} if isinstance(value, date) else value


def _revived(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {_DATE}:
            return date.fromisoformat(value[_DATE])
        return {name: _revived(part) for name, part in value.items()}
    return [_revived(part) for part in value] if isinstance(value, list) else value
