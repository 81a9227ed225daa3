"""Rows and columns that a workbook hides: they are read like all others, which has to be said."""

import re
import zipfile
from dataclasses import dataclass
from html import unescape

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_MARK = b' hidden="'


@dataclass(frozen=True)
class Hidden:
    """The hidden rows and columns of a sheet, 0-based."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()


def hides(xml: bytes) -> bool:
    """Whether a sheet may hide rows or columns; most hide none, which one look tells."""
    return _MARK in xml


def hidden_of(archive: zipfile.ZipFile, sheets: dict[str, bytes]) -> dict[str, Hidden]:
    """Return what each sheet hides, by its name; `sheets` goes from the paths of sheets in the archive to their XML."""
    if not sheets:
        return {}
    try:
        names = _names(archive)
        return {names[path]: _hidden(xml) for path, xml in sheets.items() if path in names}
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return {}  # what the workbook hides is only told; whether it can be read says its reader


def _names(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = map(_attributes, _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")))
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    found = {}
    for sheet in map(_attributes, _SHEET.findall(archive.read("xl/workbook.xml"))):
        target = targets.get(next((value for key, value in sheet.items() if key.endswith(":id")), ""), "")
        found[f"xl/{target.removeprefix('/xl/')}".lower()] = unescape(sheet.get("name", ""))
    return found


def _hidden(xml: bytes) -> Hidden:
    rows = tuple(int(row["r"]) - 1 for row in map(_attributes, _ROW.findall(xml)) if _is_set(row) and "r" in row)
    columns = [
        number - 1
        for column in map(_attributes, _COLUMN.findall(xml))
        if _is_set(column)
        for number in range(int(column["min"]), min(int(column["max"]), int(column["min"]) + 999) + 1)
    ]
    return Hidden(rows, tuple(columns))


def _is_set(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(tag)}
