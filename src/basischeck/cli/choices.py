"""What options may be: known without importing the rules, so that a help page is there at once."""

from collections.abc import Sequence
from pathlib import Path

import click

FORMATS = ("text", "json", "jsonl", "sarif", "github", "xlsx", "html")
SEVERITIES = ("error", "warning", "info")
PROFILES = ("basic", "standard", "strict")
SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".json", ".jsonl")
"""What lists are called: what is read is told by the content."""
MARKED_SHEETS = frozenset({"核查结果", "核查统计"})
"""The sheets that an annotated workbook has besides those of the list."""

_BY_SUFFIX = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".sarif": "sarif", ".xlsx": "xlsx", ".html": "html", ".htm": "html"}
_PLAIN = (".txt", ".text", ".md", ".log", "")


def form_of(output: Path | None, forms: Sequence[str]) -> str:
    """Return the format of `forms` that a file's name asks for, text for the screen.

    Raises click.UsageError (exit 2) on a name that asks for something else: nobody opens text that is called .pdf.
    """
    suffix = output.suffix.lower() if output is not None else ""
    form = _BY_SUFFIX.get(suffix, "text" if suffix in _PLAIN else "")
    if form in forms:
        return form
    known = "、".join([*(end for end, name in _BY_SUFFIX.items() if name in forms), _PLAIN[0]])
    raise click.UsageError(f"不知道 {output.name if output else ''} 要写成哪种格式：可用 {known}；用别的扩展名的，请用 --format 写明格式。")
