"""Days as statutes write them: 2015年10月1日, 一九九三年十月一日, 2014-05-22, and a day so many days or months after another.

Statutes follow GB/T 15835: Arabic digits since the 1990s, Chinese digits before.
"""

import calendar
import re
from datetime import date, timedelta

from basischeck.pattern import regex

_CHINESE = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0", "Ｏ": "0"}
_YEAR = r"(?:\d{4}|[一二][〇○ＯO零一二三四五六七八九]{3})"
_UNIT = r"(?:\d{1,2}|[〇○零一二三四五六七八九十廿卅]{1,3})"

DAY = rf"{_YEAR}\s*年\s*{_UNIT}\s*月\s*{_UNIT}\s*[日号]"
"""Regular expression of a full day, without groups."""

FIND_DAY = regex(DAY)
_PARTS = regex(r"(.+?)年(.+?)月(.+?)[日号]")


def _small(words: str) -> int:
    """Return a number below 100 written in either kind of digits."""
    if words.isdecimal():
        return int(words)
    words = words.replace("廿", "二十").replace("卅", "三十")
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * (_small(tens) if tens else 1) + (_small(ones) if ones else 0)
    return int("".join(_CHINESE[c] for c in words))


def read_day(words: str) -> date | None:
    """Return the day that `words` (a match of `DAY`) names, None where the calendar has no such day."""
    parts = _PARTS.fullmatch(re.sub(r"\s+", "", words))
    if parts is None:
        return None
    year, month, day = parts.groups()
    try:
        return date(int("".join(_CHINESE.get(c, c) for c in year)), _small(month), _small(day))
    except (ValueError, KeyError):
        return None


def write_day(day: date) -> str:
    """Return `day` as statutes write it: 2015年10月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def after(day: date, count: int, unit: str) -> date:
    """Return the day `count` units (日, 天, 个月, 年) after `day`; a month end stays a month end (民法典第二百零二条)."""
    if unit in "日天":
        return day + timedelta(days=count)
    months = day.month - 1 + count * (12 if unit == "年" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
