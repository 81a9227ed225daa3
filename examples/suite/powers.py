"""The system under test, as an office might have it: it writes a list for publishing, and reads lists that others send.

It knows nothing of basischeck.
"""

import csv
import io
import re
from dataclasses import dataclass

from openpyxl import load_workbook

HEADERS = {"事项名称": "name", "职权名称": "name", "权力名称": "name"}
HEADERS |= {"权力类型": "category", "职权类型": "category", "事项类型": "category"}
HEADERS |= {"设定依据": "basis", "实施依据": "basis", "法律依据": "basis"}
HEADERS |= {"行使主体": "organ", "实施机关": "organ", "责任部门": "organ"}


@dataclass(frozen=True)
class Basis:
    """A provision on which a power rests."""

    statute: str
    article: int
    paragraph: int | None = None


@dataclass(frozen=True)
class Power:
    """A power as the office's database holds it."""

    name: str
    category: str
    organ: str
    bases: tuple[Basis, ...]


_DIGITS = "零一二三四五六七八九"


def in_words(number: int) -> str:
    """Write a number below ten thousand as statutes do: 一百零三."""
    words, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + unit
        gap = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


def write_list(powers: list[Power]) -> bytes:
    """Write the list that is published: CSV, one power a row."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["序号", "职权名称", "职权类型", "实施依据", "行使主体"])
    for number, power in enumerate(powers, 1):
        bases = "\n".join(_written(basis) for basis in power.bases)
        writer.writerow([number, power.name, power.category, bases, power.organ])
    return stream.getvalue().encode("utf-8-sig")


def _written(basis: Basis) -> str:
    paragraph = f"第{in_words(basis.paragraph)}款" if basis.paragraph else ""
    return f"《{basis.statute}》第{in_words(basis.article)}条{paragraph}"


def read_workbook(data: bytes) -> list[dict[str, str]]:
    """Read a list that another office sends: the powers of all sheets, with name, category, basis, organ where given."""
    rows: list[dict[str, str]] = []
    for sheet in load_workbook(io.BytesIO(data), read_only=True).worksheets:
        columns: dict[int, str] = {}
        for cells in sheet.iter_rows(values_only=True):
            texts = [re.sub(r"\s+", " ", str(cell)).strip() if cell is not None else "" for cell in cells]
            found = {place: HEADERS[text.replace(" ", "")] for place, text in enumerate(texts) if text.replace(" ", "") in HEADERS}
            if len(found) >= 2:
                columns = found
            elif columns and any(texts):
                rows.append({field: texts[place] for place, field in columns.items()})
    return rows
