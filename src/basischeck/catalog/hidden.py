"""What a sheet of an .xlsx has besides its texts: hidden rows and columns, which are read like all others, and cells with an error.

A formula that fails (#REF!, ECMA-376 part 1, 18.18.11) is an empty cell to the reader of the workbook. Both have to be said.
"""

import re
import zipfile
from dataclasses import dataclass
from html import unescape

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_FORMULA = rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)?"
_ERROR = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>\s*' + _FORMULA + rb"\s*<(?:\w+:)?v>([^<]{1,20})<")
_MARKS = (b' hidden="', b' t="e"')


@dataclass(frozen=True)
class Hidden:
    """The hidden rows and columns of a sheet, 0-based, and its cells with an error: address and error (E4, #REF!)."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()


def hides(xml: bytes) -> bool:
    """Whether a sheet may hide rows or columns, or hold errors; most do not, which one look tells."""
    return any(mark in xml for mark in _MARKS)


def hidden_of(archive: zipfile.ZipFile, sheets: dict[str, bytes]) -> dict[str, Hidden]:
    """Return what each sheet has besides its texts, by its name; `sheets` goes from the paths of sheets in the archive to their XML."""
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
    errors = tuple((_attributes(cell).get("r", ""), error.decode("utf-8", "replace")) for cell, error in _ERROR.findall(xml))
    return Hidden(rows, tuple(columns), errors)


def _is_set(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(tag)}
