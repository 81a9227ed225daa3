"""Level, issuer and region of a statute from folder, title, issue data and order numbers (立法法 chapters 2 to 4, 2023).

What the text of the issue data says goes before what a source claims; each source may be wrong.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.pattern import regex
from basischeck.statute.model import Document
from basischeck.statute.regions import PROVINCES, province_of

LEVELS = ("宪法", "法律", "监察法规", "行政法规", "司法解释", "地方性法规", "部门规章", "地方政府规章", "规范性文件")
"""The levels in the order of their force; 地方性法规 stands for 自治条例, 单行条例 and 经济特区法规 too."""

_CONGRESS = regex(
    r"(?P<place>(?:(?![届次议过准第会])[一-鿿]){2,16}?(?:省|市|自治区|自治州|自治县|自治旗|县|区))(?:第?[〇零一二三四五六七八九十\d]+届)?人民代表大会"
)
_NATIONAL = regex(
    r"(?:中华人民共和国)?第[〇零一二三四五六七八九十\d]+届?全国人民代表大会|第[一二三四五六七八九十\d]+届全国人大|全国人民代表大会"
)
_STATE_COUNCIL = regex(
    r"国务院令|国务院[^，。]{0,12}(?:发布|公布|批准|通过)|政务院|国务院第[\d一二三四五六七八九十百]+次常务会议"
)
_GOVERNMENT = regex(
    r"(?P<place>(?:(?![届次议过准第会])[一-鿿]){2,12}?(?:省|市|自治区|自治州|县))?人民政府(?:第?[\d一二三四五六七八九十百]+号)?令"
)
_MINISTRY = regex(
    r"(?P<body>(?:国家|中国|中华人民共和国)?[一-鿿]{2,20}?(?:部|委员会|总局|总署|局|银行|署|院|办公室)"
    r"(?:、[一-鿿、]{2,60}?(?:部|委员会|总局|总署|局|银行|署))*)(?:第?[\d〇一二三四五六七八九十百]+号)?(?:令|公告|发布|公布|颁布)"
)
_MEETING = regex(
    r"第\d+次(?:部|局|委|署|总局|总署|部务|局务|委务|署务|局长|主任)[一-鿿]{0,4}会议|[部局委署]务会议"
)
_DOCUMENT = regex(r"[〔\[［]\d{4}[〕\]］]第?\d+号")
_RULE = regex(r"(规定|办法|规则|细则|规范|规程|条件|制度)(（[^）]*）|\([^)]*\))?$")
_COURTS = regex(r"^(最高人民法院|最高人民检察院)")
_SUPERVISION = regex(r"国家监察委员会公告")


@dataclass(frozen=True, slots=True)
class Class:
    """Level (one of LEVELS or None), issuer and region (a full province name, None for national acts)."""

    level: str | None
    issuer: str | None
    region: str | None
    place: str | None = None


def classify(documents: Sequence[Document], cities: dict[str, str]) -> Class:
    """Classify one statute from all its documents; `cities` maps a city to its province (see `learn_cities`)."""
    votes = Counter(classify_document(document, cities) for document in documents)
    best = max(votes, key=lambda c: (c.level is not None, c.issuer is not None, votes[c]))
    region = best.region or next((c.region for c in votes if c.region and c.level == best.level), None)
    issuer = best.issuer or next((c.issuer for c in votes if c.issuer and c.level == best.level), None)
    return Class(best.level, issuer, region, best.place)


def classify_document(document: Document, cities: dict[str, str]) -> Class:
    """Classify one document by its issue data, then by its title, then by what the source claims."""
    spaced = re.sub(
        r"(部|局|委员会|总署|银行)\s+(?=[一-鿿]{2,15}(?:部|局|委员会|总署|令))", r"\1、", " ".join(document.history[:6])
    )
    history = re.sub(r"\s+", "", spaced)
    title = re.sub(r"\s+", "", document.title)
    claimed = _claimed(document)
    court = _COURTS.match(title)
    if court:
        return Class("司法解释", court[1], None)
    if title in ("中华人民共和国宪法", "宪法") or title.startswith("中华人民共和国宪法修正案"):
        return Class("宪法", "全国人民代表大会", None)
    local = _local(history, title, document, cities)
    if local is not None:
        return local
    if claimed in ("法律", "宪法") or (_NATIONAL.search(history) and not _STATE_COUNCIL.search(history)):
        return Class("法律", _congress_issuer(history) or document.source.issuer, None)
    if _SUPERVISION.search(history):
        return Class("监察法规", "国家监察委员会", None)
    if claimed == "行政法规" or _STATE_COUNCIL.search(history.split("修正")[0].split("修订")[0]):
        return Class("行政法规", _council_issuer(history), None)
    return _by_ministry(history, title, claimed, document)


def _by_ministry(history: str, title: str, claimed: str | None, document: Document) -> Class:
    ministry = _MINISTRY.search(re.sub(r"[^一-鿿、]*\d{4}年\d{1,2}月\d{1,2}日", "", history))
    issuer = ministry["body"].removeprefix("中华人民共和国") if ministry else _amender(history)
    if re.match(r"(中共中央|中国共产党|国务院|国务院办公厅)", title):
        return Class("规范性文件", "国务院" if title.startswith("国务院") else "中共中央", None)
    if "法释" in history or "法释" in title:
        return Class("司法解释", "最高人民法院", None)
    if title == "中华人民共和国监察法实施条例":
        return Class("监察法规", "国家监察委员会", None)
    if claimed == "部门规章" or _MEETING.search(history):
        return Class("部门规章", issuer or document.source.issuer, None)
    if issuer and (re.search(r"令", history) or not _DOCUMENT.search(history)) and _RULE.search(title):
        return Class("部门规章", issuer, None)
    if _DOCUMENT.search(history):
        return Class("规范性文件", issuer, None)
    return Class(claimed, issuer or document.source.issuer, None)


def _amender(history: str) -> str | None:
    """Return the ministry that amended the act: 《交通运输部关于修改〈…〉的决定》."""
    match = re.search(r"《((?!国务院|全国)[一-鿿]{2,14}?(?:部|委员会|总局|总署|局|银行|署))关于(?:修改|废止)", history)
    return match[1] if match else None


def _claimed(document: Document) -> str | None:
    """Return what the source claims: its catalogue, or the folder the file lies in."""
    level = document.source.level
    if level in LEVELS:
        return level
    if level in ("修改决定", "修正案", "立法解释"):
        return "法律"
    for folder in reversed(document.source.path.split("/")[:-1]):
        name = re.sub(r"^\d+\.?", "", folder)
        if name in LEVELS:
            return name
        if name.endswith("部规章"):
            return "部门规章"
        if name in ("刑法", "宪法相关法", "行政法", "经济法", "社会法", "民法商法", "民法典", "诉讼与非诉讼程序法"):
            return "法律"
    if document.source.name.startswith("flk-docx"):
        return "行政法规"
    return None


def _congress_issuer(history: str) -> str | None:
    first = re.search(r"全国人民代表大会(常务委员会)?(?:第[一二三四五六七八九十]+次)?", history)
    if first is None:
        return None
    return "全国人民代表大会常务委员会" if first[1] else "全国人民代表大会"


def _council_issuer(history: str) -> str:
    return "政务院" if "政务院" in history[:40] else "国务院"


def _local(history: str, title: str, document: Document, cities: dict[str, str]) -> Class | None:
    """Classify a local act: by the congress or the government that its issue data names, then by its title."""
    folder = next((p for p in map(province_of, document.source.path.split("/")) if p), None)
    congress = _CONGRESS.search(re.sub(r"\d+年\d+月\d+日", "", history))
    if congress and "全国" not in congress["place"]:
        place = congress["place"]
        province = province_of(place) or cities.get(place) or folder
        standing = "常务委员会" in history[congress.start() : congress.start() + 40]
        return Class("地方性法规", f"{place}人民代表大会{'常务委员会' if standing else ''}", province, place)
    place = _place(title, cities)
    government = _GOVERNMENT.search(re.sub(r"[^一-鿿]*\d+年\d+月\d+日", "", history))
    if government and (government["place"] or place):
        seat = government["place"] or place or ""
        province = province_of(seat) or cities.get(seat) or (province_of(place) if place else None) or folder
        return Class("地方政府规章", f"{seat}人民政府", province, seat)
    if document.source.level == "地方性法规" or (folder and "地方性法规" in document.source.path):
        return Class(
            "地方性法规", None, (province_of(title) or (cities.get(place) if place else None) or folder), place
        )
    if place and not _NATIONAL.search(history) and not _STATE_COUNCIL.search(history) and not history:
        return Class(None, None, province_of(place) or cities.get(place), place)
    return None


def _place(title: str, cities: dict[str, str]) -> str | None:
    """Return the province or city whose name the title begins with."""
    for full in PROVINCES:
        if title.startswith(full):
            return full
    match = re.match(r"[一-鿿]{2,10}?(?:市|自治州|自治县|县)", title)
    return match[0] if match and match[0] in cities else None


def learn_cities(documents: Sequence[Document]) -> dict[str, str]:
    """Map each city to its province: by who approved its acts（河南省…批准）, and by the province's folder they lie in."""
    found: dict[str, Counter[str]] = {}
    for document in documents:
        history = re.sub(r"\s+", "", " ".join(document.history[:3]))
        congress = _CONGRESS.search(re.sub(r"\d+年\d+月\d+日", "", history))
        if congress is None or province_of(congress["place"]):
            continue
        approved = re.search(
            r"([一-鿿]{2,8}?(?:省|自治区|市))第?[一-鿿\d]{0,6}届?人民代表大会常务委员会[^；。]{0,20}批准", history
        )
        province = province_of(approved[1]) if approved else None
        province = province or next((p for p in map(province_of, document.source.path.split("/")) if p), None)
        if province:
            found.setdefault(congress["place"], Counter())[province] += 1
    return {place: votes.most_common(1)[0][0] for place, votes in found.items()}
