"""The field of a department and of an authority that a statute names: 市场监督管理局 has the powers of 工商行政管理部门.

The words are in rules/competence/holders.yaml, from the reform plans that merged and renamed the authorities.
"""

import re
from functools import lru_cache

from basischeck.facts.tables import shipped_table

_GENERIC = re.compile(
    r"^(?:(?:受理|收到|接到)[^，。；]{0,20}(?:申请|备案)的|前款规定的)?(?:其他|有关|相关|主管|行政|各级|本级|同级|所在地|当地|原)*(?:县级以上|设区的市级以上)?(?:地方)?(?:各级)?(?:人民政府(?:和|及其)?)?(?:的)?(?:其他|有关|相关|主管|行政|职能|行业主管|项目审批|许可|发证|颁证|审批|登记|登记管理|批准|核准|核发|备案|资质许可|实施|监督检查|监督管理|监管|执法|行政执法|决定|原发证|原审批|原备案|原核发|原登记|作出决定的|作出许可决定的)*(?:部门|机关|机构)$"
)


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, str], ...]:
    """Return (word, field), longer words first."""
    table: dict[str, str] = shipped_table("holders.yaml")
    pairs = [(word, field) for field, words in table.items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1 << 14)
def fields_of(name: str) -> frozenset[str]:
    """Return the fields whose longest word stands in the name of a department or authority, of each that it joins; empty where none does.

    >>> sorted(fields_of("克拉玛依市市场监督管理局"))
    ['市场监管']
    >>> sorted(fields_of("应急管理、市场监督管理等部门"))
    ['市场监管', '应急管理']
    """
    if "、" in name:
        return frozenset().union(*map(fields_of, name.split("、")))
    name = name.replace("人民政府", "政府")  # which holds 民政
    best = 0
    found: set[str] = set()
    for word, field in _words():
        if len(word) < best:
            break
        if word in name:
            best = len(word)
            found.add(field)
    return frozenset(found)


_OF_ITS_OWN = frozenset({"药品监管", "知识产权", "医药"})
"""Fields that are a part of another department's, and in some places a department of their own."""


def fields_of_department(name: str) -> frozenset[str]:
    """Return the fields that a department has: 药品监督管理局 has not the rest of what 市场监督管理局 has.

    >>> sorted(fields_of_department("河南省药品监督管理局"))
    ['药品监管']
    """
    found = fields_of(name)
    return found & _OF_ITS_OWN or found


@lru_cache(maxsize=1 << 14)
def is_generic(holder: str) -> bool:
    """Say whether an authority is named without its field（有关部门, 发证机关, 县级以上人民政府主管部门）."""
    return _GENERIC.match(holder) is not None


def is_government(holder: str) -> bool:
    """Say whether the holder is a government as a whole, no department of it."""
    return holder.endswith(("人民政府", "政府", "街道办事处"))
