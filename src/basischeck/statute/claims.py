"""What a list without texts says of statutes: the CSV of the official database (法规名称, 施行日期, 公布日期, 时效性).

Such a line is the word of a source, weighed last: it dates a version where no text does, and tells that a statute has
ended where no text that repeals it is held.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_COLUMNS = ("法规名称", "施行日期", "公布日期", "时效性")


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of a list: the version of `title` promulgated and effective on these days.

    `expired` is True for 已废止 and 失效, False for 有效 and 尚未生效, None for 已修改, which speaks of the version alone.
    """

    title: str
    promulgated: date | None
    effective: date | None
    expired: bool | None
    source: str


class ClaimsError(Exception):
    """A list that cannot be read; the message is Chinese."""


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None


def read_claims(path: Path) -> Iterator[Claim]:
    """Yield the lines of a CSV list; the source is named by the file. Raises ClaimsError where the columns are not those."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimsError(f"无法读取清单：{path}") from error
    rows = csv.DictReader(text.splitlines())
    missing = [c for c in _COLUMNS if c not in (rows.fieldnames or ())]
    if missing:
        raise ClaimsError(f"{path.name} 缺少列：{'、'.join(missing)}")
    for row in rows:
        status = (row["时效性"] or "").strip()
        expired = True if status in ("已废止", "失效", "已失效") else False if status in ("有效", "尚未生效") else None
        title = (row["法规名称"] or "").strip()
        if title:
            yield Claim(title, _day(row["公布日期"]), _day(row["施行日期"]), expired, path.stem)
