"""Where a local statute binds: the province or city its title names, against the region of the list.

A local regulation binds inside the area of the congress that made it, a rule inside that of its government
（立法法第八十条、第八十一条、第九十三条）.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from basischeck.facts.tables import shipped_table
from basischeck.pattern import regex
from basischeck.statute.regions import full_province

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_TITLE = regex(r"《\s*([^《》]{4,60})")
_TITLES_THAT_TELL = 3
_TITLES_AGAINST_THE_STATED = 8
_SHARE_THAT_TELLS = 0.75
_LOCAL_LEVELS = frozenset((None, "地方性法规", "地方政府规章", "规范性文件"))


@dataclass(frozen=True, slots=True)
class Place:
    """A province, and the unit right below it where one is meant; `below` says that something smaller is meant."""

    province: str
    city: str | None = None
    below: bool = False


@lru_cache(maxsize=1)
def _names() -> dict[str, Place]:
    """Map each province and each unit right below one to its place, special economic zones to their city."""
    provinces: dict[str, str] = shipped_table("places.yaml")
    names: dict[str, Place] = {}
    for province, cities in provinces.items():
        for city in cities.split():
            names[city] = Place(province, city)
        names[province] = Place(province)
    for city in ("深圳", "珠海", "汕头", "厦门"):
        names[f"{city}经济特区"] = names[f"{city}市"]
    names["海南经济特区"] = names["海南自由贸易港"] = names["海南省"]
    return names


@lru_cache(maxsize=65536)
def place_of(text: str) -> Place | None:
    """Return the place that `text` begins with（河南省鹤壁市…、鹤壁市…）, None where it begins with none.

    >>> place_of("鹤壁市某条例")
    Place(province='河南省', city='鹤壁市', below=False)
    """
    text = re.sub(r"\s+", "", text)
    first = _longest(text)
    if first is None:
        return None
    name, place = first
    if place.city is None:
        inner = _longest(text[len(name) :])
        if inner and inner[1].city and inner[1].province == place.province:
            name, place = name + inner[0], inner[1]
    below = re.match(r"[\u4e00-\u9fff]{1,7}?(?:自治县|新区|县|区|旗|市)", text[len(name) :]) is not None
    return Place(place.province, place.city, below)


def _longest(text: str) -> tuple[str, Place] | None:
    names = _names()
    for size in range(min(14, len(text)), 2, -1):
        if text[:size] in names:
            return text[:size], names[text[:size]]
    return None


def home_of(region: str) -> Place | None:
    """Return the place of a list's region, which may be given in short（新疆、克拉玛依）."""
    return place_of(region) or place_of(full_province(region) or "") or place_of(f"{region}市")


@lru_cache(maxsize=65536)
def territory(
    title: str | None, level: str | None, region: str | None, held_region: str | None, issuer: str | None = None
) -> str | None:
    """Return how the area of the local statute `title` stands to the list's `region`.

    本地: the same place or one that contains it; 外省: another province; 外市: another city of the province; None where the
    title names no place and no local `issuer` is known, the statute is national, or the list's place is not known.
    `held_region` is the province the index gives the statute: where it contradicts the title nothing is said.
    """
    if not title or not region or level not in _LOCAL_LEVELS:
        return None
    home, place = home_of(region), place_of(title) or place_of(issuer or "")
    if home is None or place is None or (held_region and held_region != place.province):
        return None
    if place.province != home.province:
        return "外省"
    if place.city is None or place.province in MUNICIPALITIES or place.city == home.city:
        return "本地"
    return "外市" if home.city is not None else None


def list_province(region: str | None) -> str | None:
    """Return the province that a list's region lies in, the region itself where that is not known."""
    place = home_of(region or "")
    return place.province if place is not None else region


def region_of(stated: str, texts: Iterable[str]) -> str | None:
    """Return the region of a list: the stated one, or the province that its local statutes are of where it tells no more.

    Where the statutes cited are all but all of one province and that is not the one stated, one of the two was misread:
    then it is not known. `texts` are the texts of the list's basis cells.
    """
    titles = {title for text in texts for title in _TITLE.findall(text)}
    counts = Counter(place.province for title in titles if (place := place_of(title)) is not None)
    usual, count = counts.most_common(1)[0] if counts else (None, 0)
    one_province = count >= _SHARE_THAT_TELLS * counts.total()
    if not stated:
        return usual if count >= _TITLES_THAT_TELL and one_province else None
    home = home_of(stated)
    if home is None and count >= _TITLES_THAT_TELL and one_province:
        return usual
    if home is not None and home.province not in counts and count >= _TITLES_AGAINST_THE_STATED and one_province:
        return None
    return stated


def territory_facts(row: dict[str, Any], region: str | None) -> dict[str, Any]:
    """Return the columns `territory` and `list_region` for a row of table `basis`."""
    where = territory(row.get("title"), row.get("statute_level"), region, row.get("statute_region"), row.get("issuer"))
    return {"territory": where, "list_region": region if where else None}
