"""A sound list: real powers, each with the provision that founds it, without a word of statute text.

The list is kept as titles, locators and names (`sound_list.txt`), the names written for it. It has no error and no warning
on 2026-11-22, in whatever dress and layout it is written (`basischeck.testing.dress`, `.sheets`).
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from basischeck.citation import Locator

CATEGORIES: Final = {
    "罚": "行政处罚",
    "许": "行政许可",
    "强": "行政强制",
    "征": "行政征收",
    "给": "行政给付",
    "检": "行政检查",
    "确": "行政确认",
    "奖": "行政奖励",
    "裁": "行政裁决",
    "他": "其他职权",
}

CITY: Final = "开封市"
"""The city whose list it is: in a province of which the index holds the local statutes."""

PROVINCE: Final = "河南省"


@dataclass(frozen=True, slots=True)
class SoundItem:
    """One power: the organ that holds it, its category and name, the statute and the provisions of it that found it."""

    organ: str
    category: str
    name: str
    title: str
    locators: tuple[Locator, ...]


@lru_cache(maxsize=1)
def sound_items() -> tuple[SoundItem, ...]:
    """Return the items of the sound list, organ by organ."""
    found: list[SoundItem] = []
    organ = title = ""
    for line in files("basischeck.testing").joinpath("sound_list.txt").read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            organ = rest
        elif mark == "@":
            title = rest
        elif mark in CATEGORIES:
            provisions, _, name = rest.partition(" ")
            locators = tuple(provision(path) for path in provisions.split("+"))
            found.append(SoundItem(organ, CATEGORIES[mark], name, title, locators))
    return tuple(found)


def provision(path: str) -> Locator:
    """Return the locator of a path of article, paragraph and item: "65.1.4", without a paragraph "65..4"; "133-1" is 第一百三十三条之一."""
    article, *rest = path.split(".")
    numbers = [int(number) if number else None for number in rest] + [None] * (2 - len(rest))
    return Locator(article=article, paragraph=numbers[0], item=numbers[1])
