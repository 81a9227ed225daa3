"""The problems of the page: as markup as far as a page can hold them, the rest packed for the browser to unfold.

A page that is sent by mail has to stay small, and most of thousands of findings say the same again and again: packed they
take a tenth. What is packed is not to be seen where no script runs, so as much as fits stands there plainly.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from basischeck.report.html_data import Department, Group

_PLAIN = 1_800_000
"""Bytes of problems that stand in the page as they are."""


@dataclass(frozen=True, slots=True)
class Problems:
    """Each department with its markup; `rest` counts the findings that are packed in `packed`.

    `packed` is base64 of zlib data (RFC 1950), of `size` bytes when unfolded, of a JSON list: for each department the
    markup that follows the one shown.
    """

    shown: tuple[tuple[Department, str], ...]
    rest: int
    packed: str
    size: int


def lay_out(departments: Sequence[Department], written: Callable[[Group], str], plain: int = _PLAIN) -> Problems:
    """Return the problems of all departments; `written` makes the markup of one item, the first `plain` bytes stay as they are."""
    shown: list[tuple[Department, str]] = []
    later: list[str] = []
    size = rest = 0
    for department in departments:
        here, packed = [], []
        for group in department.groups:
            markup = written(group)
            size += len(markup.encode())
            if size <= plain:
                here.append(markup)
            else:
                packed.append(markup)
                rest += len(group.findings)
        shown.append((department, "".join(here)))
        later.append("".join(packed))
    data = json.dumps(later, ensure_ascii=False).encode() if rest else b""
    return Problems(tuple(shown), rest, b64encode(zlib.compress(data)).decode(), len(data))
