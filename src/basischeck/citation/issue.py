"""The bracket behind a title: which version it names, by which order, and which short name it sets."""

import re
from datetime import date
from functools import lru_cache

from basischeck.citation.model import VersionMark
from basischeck.citation.numerals import parse_numeral
from basischeck.pattern import regex

_DATE = regex(
    r"([12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})\s*年(?:\s*([0-9一二三四五六七八九十]{1,3})\s*月(?:\s*([0-9一二三四五六七八九十]{1,3})\s*日)?)?"
)
_DOTTED = regex(r"(?<![0-9])([12][0-9]{3})[.．/-](0?[1-9]|1[0-2])[.．/-](0?[1-9]|[12][0-9]|3[01])(?![0-9.．])")  # 1994.1.1
_TORN = regex(r"(?<=[\u4e00-\u9fff])[ \t\u3000\xa0]+(?=[正订改布过行令号年月日席务院][\u4e00-\u9fff）)，,、。；;]|[正订改布过行]$)")  # 修  正
_YEAR_BEFORE_NUMBER = regex(r"([\u4e00-\u9fff、]{2,24}令)\s*([12][0-9]{3})\s*(?=第)")  # 国务院令2017第683号
_LETTER = regex(r"(?<=第)\s*[lI](?=[0-9lI]+\s*号)|(?<=[0-9])[lI](?=[0-9lI]*\s*号)")  # 第l98号
_OWN_NAME = regex(r"^(?:[\u4e00-\u9fff]*的(?=[\u4e00-\u9fff]{2,}令)|[年月日，,经由以]+)|\s+")
_SHORT_ORDER = regex(r"^国令")
_YEAR_ALONE = regex(r"^\s*([12][0-9]{3})\s*$")
_YEAR_OF_ACT = regex(r"(?<![0-9])([12][0-9]{3})\s*(?=修正|修订|修改|公布|发布|颁布|通过|施行|实施|版)")
_KIND = regex(r"修正|修订|修改|(?:公布|发布|颁布)(?!之日)|通过|批准|施行|实施|印发")
_TITLE = regex(r"《[^《》]*》|[〈<＜][^〈〉<>＜＞]*[〉>＞]")
_REPEALING = regex(r"[^，,；;。]*《[^《》]*》\s*(?:同时)?废止")
_AMENDING = frozenset(("修正", "修订", "修改"))
_ORDER = regex(
    r"(?:[\u4e00-\u9fff]{2,24}?令|国令|公告|文)\s*[,，]?\s*(?:[12][0-9]{3}\s*年\s*)?第?\s*[0-9〇○零一二三四五六七八九十百]+\s*号|[\u4e00-\u9fff]{2,10}第?\s*[0-9]+\s*号令"
)
_DOCUMENT = regex(r"[\u4e00-\u9fff]{2,12}\s*[〔\[【﹝［（(]\s*[12][0-9]{3}\s*[〕\]】﹞］）)]\s*第?\s*[0-9]+\s*号")
_ALIAS = regex(
    r"(?:以下|下)(?:统)?(?:简称|称)(?:为)?\s*[：:]?\s*(?:《([^《》]+)》|[“\"「]([^”\"」]+)[”\"」]|([\u4e00-\u9fff]{2,20}))"
)
_MEETING = regex(
    r"国务院令\s*第\s*[0-9一二三四五六七八九十百]+\s*次[\u4e00-\u9fff]{0,6}会议|[\u4e00-\u9fff]{2}令\s*第\s*[0-9]+\s*次[\u4e00-\u9fff]{0,6}会议"
)

_VERSION_WORDS = regex(
    r"[0-9〇○一二三四五六七八九]年|[0-9]版|修正|修订|[0-9]\s*修改|公布|发布|颁布|通过|施行|令|号"
)
_OWN_ORDER = regex(r"[，,；;。、\s](?:[^，,；;。]*(?:令|号|决定)[^，,；;。]*|\s*(?:根据|依据)[^，,；;。]*|\s*第[一二三四五六七八九十]+次)$")
_SECOND_ORDER = regex(r"号[^，,；;。]*[，,；;。](?:(?![12][0-9]{3}\s*年)[^，,；;。])*(?:令|第)[^，,；;。]*$")
"""1991年国家工商行政管理总局令第7号，国务院令第734号修订: two orders, and the year of the first alone."""
_NOT_THE_ACT = frozenset(("施行", "实施"))


@lru_cache(maxsize=16384)
def read_bracket(text: str) -> VersionMark | None:
    """Read the issue data of a bracket; None where it holds none (（试行）, （以下简称…）). Spans are left at zero."""
    inner = text.strip().strip("（()）{}》〔〕［］[]").strip().strip("，,、")
    alone = _YEAR_ALONE.match(inner)
    if alone:
        return VersionMark(text=inner, year=int(alone.group(1)))
    plain = _YEAR_BEFORE_NUMBER.sub(r"\2年\1", _DOTTED.sub(r"\1年\2月\3日", _TORN.sub("", inner)))
    plain = _LETTER.sub("1", plain)
    if not _VERSION_WORDS.search(plain):
        return None
    dates = tuple(day for found in _DATE.finditer(plain) if (day := _iso(found)))
    year, kind = _last_act(_YEAR_OF_ACT.sub(r"\1年", _TITLE.sub("", _REPEALING.sub("", plain))))
    orders = tuple(_SHORT_ORDER.sub("国务院令", _OWN_NAME.sub("", order.group())) for order in _ORDER.finditer(plain))
    return VersionMark(text=inner, year=year, kind=kind, dates=dates, orders=orders)


def says_more(first: VersionMark, second: VersionMark) -> bool:
    """Tell whether a second bracket behind a title adds a later amendment, or the order that the first leaves out."""
    if second.kind in _AMENDING and second.year is not None:
        return first.year is None or second.year > first.year
    return bool(second.orders) and not first.orders and second.year is None


def joined(first: VersionMark, second: VersionMark) -> VersionMark:
    """Return what two brackets say that stand one behind the other（主席令第29号）（2015年修正）."""
    text = f"{first.text}）（{second.text}"
    last = first if second.year is None else second
    return VersionMark(text, last.year, last.kind, first.dates + second.dates, first.orders + second.orders)


def _iso(found: re.Match[str]) -> str | None:
    year, month, day = found.groups()
    if day is None:
        return None
    values = (parse_numeral(year) or 0, parse_numeral(month) or 0, parse_numeral(day) or 0)
    try:
        return date(*values).isoformat()
    except ValueError:
        return None


def _last_act(inner: str) -> tuple[int | None, str | None]:
    """Return year and kind of the last act named: coming into force is not an act of its own."""
    year: int | None = None
    kind: str | None = None
    current: int | None = None
    dated, last = False, 0  # whether a date has stood since the last act named, and where that ended
    for found in re.finditer(f"{_DATE.pattern}|({_KIND.pattern})", inner):
        if found.group(1):
            current, dated = parse_numeral(found.group(1)), True
            if year is None:
                year = current
            continue
        word = found.group(4)
        if word in _NOT_THE_ACT and kind is not None:
            continue
        if word in _NOT_THE_ACT and kind is None and year is None:
            year = current
            continue
        if kind in _AMENDING and word not in _AMENDING and current == year:
            continue  # 2019年4月23日修订通过并公布: one act, the amending
        if current is not None:
            year = current
        amending = word in _AMENDING and kind is not None and kind not in _AMENDING
        unsaid = _OWN_ORDER if kind is not None else _SECOND_ORDER
        if ((amending and not dated) or (word in _AMENDING and kind is None)) and unsaid.search(inner, last, found.start()):
            year = current = None  # 1987年2月1日发布，国务院令第666号修订: the year of the amending is not said
        kind, dated, last = word, False, found.end()
    return year, kind


@lru_cache(maxsize=4096)
def read_document_number(text: str) -> str | None:
    """Return the first document number (豫政办〔2022〕99号) in a text, without spaces."""
    found = _DOCUMENT.search(text)
    return re.sub(r"^(?:[年月日经由以]|的?(?:通知|决定|意见|批复|公告|函))+|\s+", "", found.group()) if found else None


@lru_cache(maxsize=4096)
def read_alias(text: str) -> str | None:
    """Return the short name that a bracket sets: （以下简称《条例》） → 条例."""
    found = _ALIAS.search(text)
    return next(group for group in found.groups() if group) if found else None


@lru_cache(maxsize=4096)
def meetings_as_orders(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans where a meeting is written as an order (国务院令第132次常务会议)."""
    return tuple(found.span() for found in _MEETING.finditer(text))


@lru_cache(maxsize=4096)
def impossible_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of dates that no calendar has (2019年4月62日)."""
    return tuple(found.span() for found in _DATE.finditer(text) if found.group(3) is not None and _iso(found) is None)
