"""The level of government of a list, and whether a power of a stated level is one of it."""

import re
from collections import Counter
from collections.abc import Sequence

from basischeck.catalog.model import Item
from basischeck.compare.list_level import level_said
from basischeck.facts.territory import MUNICIPALITIES, home_of, place_of

_STATED = (
    (re.compile(r"省级|自治区级"), "省级"),
    (re.compile(r"市级|州级|地级|设区的市"), "市级"),
    (re.compile(r"县级|区级|区县级"), "县级"),
    (re.compile(r"乡|镇|街道"), "乡级"),
)
_OF_THE_STATE = re.compile(
    r"国务院|国家[\u4e00-\u9fff]*(?:局|委员会|总局|总署|办公室)|总局|总署|部$|^交通运输部|^中华人民共和国[\u4e00-\u9fff]*局$|商标局|商标评审委员会|专利复审|专利局"
)
"""Organs of which there is one in the country, though their names state no level（商标法第二条第一款）."""
_HELD: dict[str, frozenset[str]] = {
    "省级": frozenset({"省级", "省级以上", "市级以上", "县级以上", "县级以上地方"}),
    "市级": frozenset({"市级", "市县级", "市级以上", "县级以上", "县级以上地方"}),
    "县级": frozenset({"县级", "市县级", "县级以上", "县级以上地方"}),
    "乡级": frozenset({"乡级"}),
}


def level_of_list(region: str | None, items: Sequence[Item]) -> str | None:
    """Return 省级, 市级, 县级 or 乡级: as the departments' places show, else as most rows state, else as departments and actors without a place（县农业农村局）agree, else as the region shows.

    None where nothing tells. Rows that name several levels（市级、县级）state none.
    """
    stated: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for item in items:
        cell = item.fields.get("行使层级")
        found = [level for pattern, level in _STATED if cell is not None and pattern.search(cell.text)]
        if len(found) == 1:
            stated[found[0]] += 1
        if (level := _of_place(item.department)) is not None:
            named[level] += 1
    for told in (named, stated):
        if told:
            return told.most_common(1)[0][0]
    said = level_said(items)
    if said == "市" and region:
        return _of_a_city(region)
    return f"{said}级" if said else _of_place(region or "")


def _of_a_city(region: str) -> str | None:
    """Return the level of departments called 市…局 in a region: a city that no list of the provinces' cities names may be a county's equal."""
    home = home_of(region)
    if home is None:
        return None
    if home.below:
        return "县级"
    return "省级" if home.province in MUNICIPALITIES else "市级"


def _of_place(name: str) -> str | None:
    place = place_of(name)
    if place is None:
        return "县级" if re.match(r"^[\u4e00-\u9fff]{2,8}(?:自治县|县|(?<!自治)区|旗)(?!域|级|内)", name) else None
    if place.below:
        return "县级"
    if place.city is None or place.city in MUNICIPALITIES:
        return "省级"
    return "市级"


def is_municipality(region: str | None) -> bool:
    """Say whether a region is a 直辖市, or in one."""
    return region is not None and region.startswith(MUNICIPALITIES)


def level_of_holder(name: str) -> str | None:
    """Return 国家 for an organ that only the state has, None where a name alone tells no level."""
    return "国家" if _OF_THE_STATE.search(name) else None


def is_of_level(power: str | None, level: str | None) -> bool:
    """Say whether a power of the stated level is one of a list of `level`; where either is unknown, only the state's is not."""
    if power is None:
        return True
    if level is None:
        return power != "国家"
    return power in _HELD.get(level, frozenset({power}))
