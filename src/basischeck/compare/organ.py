"""Departments without the place they serve: 克拉玛依市农业农村局 and 地州市农业农村局 keep one field, 农业农村."""

import re
from functools import lru_cache

from basischeck.citation import normalise
from basischeck.facts.territory import MUNICIPALITIES
from basischeck.pattern import regex

_PLACE = regex(
    r"^(?!城市|城乡|城区|都市)(?:[一-鿿]{2,10}?(?:自治区|自治州|自治县|自治旗|地区|省|盟|市|县|旗|新区|区)(?![场政容乡镇域])|地州市级?|州市级?|区县级?|[市县区省州旗](?![场政容乡镇域]))(?=[一-鿿]{2})"
)
_END = regex(
    r"(?:(?:综合)?(?:行政)?执法)?(?:委员会|管理局|办公室|总队|支队|大队|中队|分局|总局|中心|局|厅|委|办|署|院|所|站|处|队)$"
)
_SHORT = (
    ("市场监督管理", "市场监管"),
    ("监督管理", "监管"),
    ("监督", "监管"),
    ("城管", "城市管理"),
    ("卫生和计划生育", "卫生健康"),
    ("卫健", "卫生健康"),
    ("发改", "发展和改革"),
    ("人社", "人力资源和社会保障"),
    ("住建", "住房和城乡建设"),
    ("交通", "交通运输"),
    ("交通运输运输", "交通运输"),
    ("农业", "农业农村"),
    ("农业农村农村", "农业农村"),
)
_AND = regex(r"[和与及、]")


_LEVEL_OF_PLACE = (("自治区", "省"), ("省", "省"), ("市", "市"), ("州", "市"), ("盟", "市"), ("地区", "市"), ("县", "县"), ("区", "县"), ("旗", "县"))


@lru_cache(maxsize=4096)
def level_of(department: str) -> str:
    """Return 省, 市 or 县 for a department by the place it serves, "" where its name states none.

    The last place counts: 某市某区教育局 serves the district.

    >>> level_of("鹤壁市淇滨区教育局"), level_of("北京市教育委员会")
    ('县', '省')
    """
    name, level = normalise(department), ""
    while place := _PLACE.match(name):
        found = place.group()
        level = "省" if found in MUNICIPALITIES else next((level for end, level in _LEVEL_OF_PLACE if found.endswith(end)), "")
        name = name[place.end() :]
    return level


@lru_cache(maxsize=4096)
def field_of(department: str) -> str:
    """Return what a department is responsible for, to be compared: as `named_field` says it, without joining words."""
    return _AND.sub("", named_field(department))


@lru_cache(maxsize=4096)
def named_field(department: str) -> str:
    """Return what a department is responsible for, as its name says it, without place and kind of organ; "" for ""."""
    name = re.sub(r"[（(].*?[)）]", "", normalise(department))
    name = re.split(r"[,、;/]", name)[0]
    while (found := _PLACE.match(name)) and len(name) - found.end() >= 3:
        name = name[found.end() :]
    while (end := _END.search(name)) and end.start() >= 2:
        # 应急管理局 is 应急管理, not 应急; 综合行政执法局 is what it says.
        keeps = 2 if end.group() == "管理局" and end.start() <= 2 else 0
        name = name[: end.start() + keeps]
        if keeps:
            break
    for long, short in _SHORT:
        name = name.replace(long, short)
    return name
