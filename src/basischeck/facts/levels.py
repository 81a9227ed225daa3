"""The levels that a cited act may have: from the index, from its number, from its title, from its tag; never just one guess.

Where the index does not hold the act, what is known of it is a set: 《某省某办法》 is a local regulation, a rule of the
province or a document, nothing else. A judgement that holds for every level of the set holds for the act.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from basischeck.facts.territory import place_of
from basischeck.pattern import regex

LAW, REGULATION, COUNCIL, LOCAL, MINISTRY = "法律", "行政法规", "国务院文件", "地方性法规", "部门规章"
PROVINCE, CITY, DOCUMENT, COURT = "省级政府规章", "市级政府规章", "规范性文件", "司法解释"
LEVELS = ("宪法", LAW, "监察法规", REGULATION, COUNCIL, COURT, LOCAL, MINISTRY, PROVINCE, CITY, DOCUMENT)
"""The columns of the decision tables: the levels of 立法法, with government rules told apart by who made them."""

_ALL = frozenset(LEVELS)
_GOVERNMENT = frozenset((PROVINCE, CITY))

# What only a document is called; rules are called 规定, 办法（规章制定程序条例第七条）, regulations 条例, 规定, 办法.
_DOCUMENT_NAME = regex(
    r"(?:通知|意见|批复|复函|函|方案|纲要|指南|指引|规划|计划|要点|通报|通告|纪要)(?:[（(][^（）()]*[）)])?$"
)
_COUNCIL_NAME = regex(r"^(?:国务院(?:办公厅|批转|关于|决定|公布|对)|国家机构改革)")
_PARTY_NAME = regex(r"^(?:中共|中国共产党|中央)|中央(?:办公厅|军委)")
_ORDER_OF = (
    (regex(r"主席令"), LAW),
    (regex(r"国务院(?:第?[\d〇零一二三四五六七八九十百]+号)?令"), REGULATION),
    (regex(r"人民代表大会(?:常务委员会)?公告"), LOCAL),
    (regex(r"(?:省|自治区)(?:人民)?政府(?:第?\d+号)?令"), PROVINCE),
    (regex(r"(?:北京|上海|天津|重庆)市(?:人民)?政府(?:第?\d+号)?令"), PROVINCE),
    (regex(r"(?<!京)(?<!海)(?<!津)(?<!庆)[市州](?:人民)?政府(?:第?\d+号)?令"), CITY),
    (regex(r"(?:部|委员会|总局|总署|审计署|局|人民银行)(?:第?\d+号)?令"), MINISTRY),
)
_NUMBER = regex(r"([\u4e00-\u9fff]{1,12})\s*[〔\[【（(﹝［]\s*((?:19|20)\d\d)\s*[〕\]】）)﹞］]\s*第?\s*\d+\s*号")
# From 2002 a rule is promulgated by an order（规章制定程序条例第三十条）, never by a numbered document.
_ORDERS_SINCE = 2002


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels an act may have, and what that is known from: 索引, 文号, 名称, 标签, or "" where nothing is known."""

    possible: frozenset[str]
    known_from: str

    def __str__(self) -> str:
        """Return the levels in order, as they are shown; "" where they tell nothing."""
        return "、".join(level for level in LEVELS if level in self.possible) if len(self.possible) <= 4 else ""


UNKNOWN = Levels(_ALL, "")


def levels_of(row: Mapping[str, Any]) -> Levels:
    """Return the levels of the act that a row of table `basis` cites."""
    return _levels(
        row.get("statute_level"),
        row.get("statute"),
        row.get("issuer"),
        row.get("title"),
        row.get("suggested_title"),
        " ".join(filter(None, (row.get("document_number"), row.get("version_text")))),
        row.get("level_tag"),
    )


@lru_cache(maxsize=65536)
def _levels(
    level: str | None,
    statute: str | None,
    issuer: str | None,
    title: str | None,
    suggested: str | None,
    numbers: str,
    tag: str | None,
) -> Levels:
    if statute is not None:
        return _indexed(level, statute, issuer)
    # A title that is all but that of a known act is that act mistyped: its form tells nothing.
    if suggested is not None:
        return UNKNOWN
    by_number = _by_number(numbers)
    if by_number:
        return Levels(by_number, "文号")
    by_title = _by_title(title or "")
    if by_title and len(by_title) == 1:
        return Levels(by_title, "名称")
    by_tag = (by_title or _ALL) & _TAGS.get(tag or "", _ALL)
    if tag in _TAGS and by_tag and by_tag != by_title:
        return Levels(by_tag, "标签")
    return Levels(by_title, "名称") if by_title else UNKNOWN


# A tag narrows what a title leaves open; documents are called rules often enough, so they stay possible.
_TAGS = {
    "部门规章": frozenset((MINISTRY, DOCUMENT)),
    "国务院部门规章": frozenset((MINISTRY, DOCUMENT)),
    "部委规章": frozenset((MINISTRY, DOCUMENT)),
    "规章": frozenset((MINISTRY, PROVINCE, CITY, DOCUMENT)),
    "地方政府规章": frozenset((PROVINCE, CITY, DOCUMENT)),
    "政府规章": frozenset((PROVINCE, CITY, DOCUMENT)),
    "地方规章": frozenset((PROVINCE, CITY, DOCUMENT)),
    "规范性文件": frozenset((DOCUMENT, COUNCIL)),
    "行政规范性文件": frozenset((DOCUMENT,)),
    "其他规范性文件": frozenset((DOCUMENT,)),
}


def _indexed(level: str | None, statute: str, issuer: str | None) -> Levels:
    if level is None:
        return Levels(_by_title(statute) or _ALL, "名称") if _by_title(statute) else UNKNOWN
    if level == "地方政府规章":
        return Levels(_government(issuer or statute), "索引")
    council = bool(_COUNCIL_NAME.match(statute)) or (issuer or "").startswith("国务院")
    if level == DOCUMENT:
        if _PARTY_NAME.search(statute) or (issuer or "").startswith("中共"):
            return UNKNOWN
        if council:
            return Levels(frozenset((COUNCIL,)), "索引")
        # Sources call many a rule a document and the other way about; only the name settles it.
        sure = _DOCUMENT_NAME.search(statute) is not None
        return Levels(frozenset((DOCUMENT,)) if sure else frozenset((DOCUMENT, MINISTRY, PROVINCE, CITY)), "索引")
    if level == MINISTRY and _DOCUMENT_NAME.search(statute):
        return Levels(frozenset((MINISTRY, DOCUMENT)), "索引")
    if level == REGULATION and _DOCUMENT_NAME.search(statute):
        return Levels(frozenset((REGULATION, COUNCIL)), "索引")
    return Levels(frozenset((level,)), "索引") if level in _ALL else UNKNOWN


def _government(name: str) -> frozenset[str]:
    place = place_of(name)
    if place is None:
        return _GOVERNMENT
    return frozenset((PROVINCE if place.city is None else CITY,))


def _by_number(numbers: str) -> frozenset[str]:
    text = re.sub(r"\s+", "", numbers)
    found = {level for pattern, level in _ORDER_OF if pattern.search(text)}
    for match in _NUMBER.finditer(text):
        body, year = match[1], int(match[2])
        if body.endswith(("国发", "国办发", "国函", "国办函", "国办")):
            found.add(COUNCIL)
        elif "法释" in body or "高检发释" in body:
            found.add(COURT)
        elif re.search(r"中发|中办|厅字|委发|党", body):
            return frozenset()
        elif year >= _ORDERS_SINCE and not found:
            found.add(DOCUMENT)
        elif not found:
            return frozenset()
    return frozenset(found)


def _by_title(title: str) -> frozenset[str]:
    title = re.sub(r"\s+", "", title)
    if not title or _PARTY_NAME.search(title):
        return frozenset()
    if title.startswith(("最高人民法院", "最高人民检察院")):
        return frozenset((COURT,))
    if _COUNCIL_NAME.match(title):
        return frozenset((COUNCIL,))
    if _DOCUMENT_NAME.search(title) and not title.startswith(("全国人民代表大会", "国务院")):
        return frozenset((DOCUMENT,))
    place = place_of(title)
    if place is None:
        return frozenset()
    if re.search(r"条例(?:实施办法|[（(][^（）()]*[）)])?$", title):
        # A rule must not be called 条例（规章制定程序条例第七条）; the rules for one are often of the government.
        return frozenset((LOCAL,)) if "实施办法" not in title else frozenset((LOCAL, DOCUMENT)) | _government(title)
    return frozenset((LOCAL, DOCUMENT)) | (frozenset((PROVINCE,)) if place.city is None else frozenset((CITY,)))
