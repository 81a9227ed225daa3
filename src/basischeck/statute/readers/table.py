"""CSV catalogues of acts: a row an act with issuer, dates, level and status, no text.

A row gives a document without text: its dates and its status count as what a source claims.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from basischeck.statute.lines import clean
from basischeck.statute.model import Document, Source

_TITLE = ("法规名称", "标题", "名称", "title")
_COLUMNS = {
    "issuer": ("制定机关", "发布机关", "公布机关"),
    "effective": ("施行日期", "生效日期", "实施日期"),
    "promulgated": ("公布日期", "发布日期"),
    "level": ("法律效力位阶", "效力位阶", "法律性质", "效力级别"),
    "status": ("时效性", "效力状态"),
}
_STATUS = {"有效": False, "现行有效": False, "尚未生效": False, "已废止": True, "失效": True}


def is_catalogue(text: str) -> bool:
    """Whether a text is a catalogue: its first line names a column for titles and one for dates or status."""
    header = text.partition("\n")[0].lstrip("\ufeff")
    names = [clean(name) for name in header.split(",")]
    return any(name in names for name in _TITLE) and any(n in names for group in _COLUMNS.values() for n in group)


def read_catalogue(text: str, relative: str, name: str) -> Iterator[Document]:
    """Yield one document without text for each row that has a title."""
    for row in csv.DictReader(io.StringIO(text)):
        values = {clean(key or ""): clean(value or "") for key, value in row.items() if isinstance(value, str)}
        title = next((values[column] for column in _TITLE if values.get(column)), "")
        if not title:
            continue
        fields = {field: next((values[c] for c in columns if values.get(c)), "") for field, columns in _COLUMNS.items()}
        yield Document(
            title=title,
            source=Source(
                name=name,
                path=f"{relative}#{title}",
                level=fields["level"] or None,
                issuer=fields["issuer"] or None,
                promulgated=_day(fields["promulgated"]),
                effective=_day(fields["effective"]),
                expired=_STATUS.get(fields["status"]),
            ),
            numbering="",
        )


def _day(text: str) -> date | None:
    match = re.match(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})", text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
