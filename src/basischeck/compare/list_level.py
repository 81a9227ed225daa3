"""The level of government that a list's rows name when they name no place: 县农业农村局 in every row."""

from collections import Counter
from collections.abc import Callable, Sequence

from basischeck.catalog.model import Item
from basischeck.citation import normalise
from basischeck.compare.organ import level_of
from basischeck.pattern import regex

_OF_SEVERAL = regex(r"以上|以下|各级|[,、;/]|^市[县区]")
"""县级以上农业农村部门、市县农业农村局 are of several levels."""
_COUNTIES = regex(r"^县[(]市[、,]?区[)]|^县市区|^市辖区|^县级市")
_ACTOR = "行使主体"
_AGREED = 0.95
"""From which share of the rows that name a level they agree: a county's list may have a row or two of 市生态环境局的分局."""


def level_said(items: Sequence[Item]) -> str:
    """Return 省, 市 or 县 as the departments, else the actors, of most rows name it and all but none agree; "" where they do not.

    市 may be a city that is a county's equal: who knows the place has to look.
    """
    sides: tuple[Callable[[Item], str], ...] = (lambda item: item.department, _actor)
    for side in sides:
        counts = Counter(_level(side(item)) for item in items)
        silent = counts.pop("", 0)
        if counts:
            level, count = counts.most_common(1)[0]
            return level if count > silent and count >= _AGREED * counts.total() else ""
    return ""


def _level(name: str) -> str:
    plain = _COUNTIES.sub("县", normalise(name))
    return "" if _OF_SEVERAL.search(plain) else level_of(plain)


def _actor(item: Item) -> str:
    return "" if _ACTOR in item.also or _ACTOR not in item.fields else "".join(item.fields[_ACTOR].text.split())
