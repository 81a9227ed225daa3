"""The report of an earlier `check`, shown again where nothing has changed since: what a hook runs on lists as they were.

A report is kept under a digest of all it comes from: the bytes and names of the lists, the settings and the files that
they name, the baseline, the options, the day, the index and the user's own one, the rules, the code, and the versions of
the libraries. Of what is installed sizes and times stand for the content, as they do for the index. Nothing heavy is
imported here: telling that nothing has changed has to take less time than starting the check.
"""

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from basischeck.cli.choices import SUFFIXES
from basischeck.cli.notes import note, notes
from basischeck.data import data_dir
from basischeck.kept import cache_dir, digest, keep, read_kept, user_data_dir

_KIND = "checks"
_KEPT = 40
"""Reports that are kept; the eldest go."""


def key_of(paths: Iterable[str], config: Path | None, baseline: Path | None, day: date, options: object) -> str | None:
    """Return the digest of a run; None where nothing is to be kept, or a file cannot be read: the run itself then says so."""
    if os.environ.get("BASISCHECK_NO_CACHE"):
        return None
    try:
        lists = [part for path in paths for part in _listed(Path(path))]
        settings = [*_settings(config), *([baseline.read_bytes()] if baseline else [])]
        return digest(*lists, b"/", *settings, b"/", day.isoformat(), repr(options), *_installed())
    except (OSError, ValueError, TypeError):
        return None


def _listed(path: Path) -> Iterator[bytes | str]:
    if path.is_file():
        yield str(path)
        yield path.read_bytes()
        return
    for file in sorted(path.rglob("*")):
        yield str(file)  # that another file is passed over is said as well
        if file.suffix.lower() in SUFFIXES and file.is_file():
            yield file.read_bytes()


def _settings(config: Path | None) -> Iterator[bytes | str]:
    file = config or Path("basischeck.toml")
    if config is None and not file.is_file():
        return
    data = file.read_bytes()
    yield str(file)
    yield data
    settings = tomllib.loads(data.decode("utf-8-sig"))
    for name in (name for setting in _NAMING_FILES for name in settings.get(setting, ())):
        yield name
        yield (file.parent / name).read_bytes()


_NAMING_FILES = ("rules", "mandated", "peers", "services")


def _installed() -> Iterator[str]:
    """Yield what runs: this program and its data by size and time, the libraries by the versions that stand beside click."""
    yield sys.version
    yield from sorted(name for name in os.listdir(Path(click.__file__).parents[1]) if name.endswith(".dist-info"))
    folders = [Path(__file__).parents[1], data_dir("grammars"), data_dir("rules"), data_dir("corpus"), user_data_dir() / "corpus"]
    for folder in folders:
        yield from (f"{name}:{size}:{time}" for name, size, time in sorted(_states(folder)))


def _states(folder: Path) -> Iterator[tuple[str, int, int]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _states(Path(entry.path))
            else:
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns


def recalled(key: str | None) -> dict[str, Any] | None:
    """Return the kept report: its `text`, the `notes` beside it, the exit `code`."""
    held: dict[str, Any] | None = read_kept(_KIND, key) if key else None
    return held


def show(held: dict[str, Any], *, colour: bool) -> None:
    """Show a kept report as the run showed it."""
    for words in held["notes"]:
        note(words)
    click.echo(held["text"], nl=False, color=colour or None)


def remember(key: str | None, text: str | None, code: int) -> None:
    """Keep a report that was shown on the screen."""
    if key is None or text is None:
        return
    keep(_KIND, key, {"text": text, "notes": notes(), "code": code})
    try:
        kept = sorted((cache_dir() / _KIND).glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in kept[:-_KEPT]:
            file.unlink(missing_ok=True)
    except OSError:
        return
