"""The numbers that Word sets before paragraphs by itself（ECMA-376 part 1, 17.9）: 序号 of a list, （一） of a provision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from basischeck.catalog.wordparts import W, WordParts
from basischeck.pattern import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = regex(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    ["chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"]
)
_ENDS_ITSELF = "、，.．:：)）】〕"


@dataclass(frozen=True, slots=True)
class _Level:
    begins: int
    form: str
    text: str


class Numbering:
    """Counts the numbered paragraphs of a document; each of them has to be asked for once, in their order."""

    def __init__(self, parts: WordParts) -> None:
        self._levels = {_value(each, "abstractNumId"): _levels(each) for each in parts.all("abstractNum")}
        self._lists: dict[str, str] = {}
        self._begins_again: dict[str, dict[int, int]] = {}
        self._styled: dict[str, _Element] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for each in parts.all("num"):
            number, of = _value(each, "numId"), each.find(f"{W}abstractNumId")
            self._lists[number] = _value(of) if of is not None else ""
            self._begins_again[number] = {
                _number(_value(one, "ilvl")): _number(_value(start))
                for one in each.iterchildren(f"{W}lvlOverride")
                if (start := one.find(f"{W}startOverride")) is not None
            }
        for style in parts.all("style"):
            if (found := style.find(f"{W}pPr/{W}numPr")) is not None:
                self._styled[_value(style, "styleId")] = found

    def label(self, paragraph: "_Element") -> str:
        """Return what stands before a paragraph, "" where it is not numbered."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None or not self._lists:
            return ""
        found = properties.find(f"{W}numPr")
        found = self._styled.get(_value(properties.find(f"{W}pStyle"))) if found is None else found
        if found is None:
            return ""
        number = _value(found.find(f"{W}numId"))
        depth, of = _number(_value(found.find(f"{W}ilvl"))), self._lists.get(number, "")
        levels = self._levels.get(of, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(of, {})
        for level, begins in self._begins_again.pop(number, {}).items():
            counts[level] = begins - 1
        counts[depth] = counts.get(depth, levels[depth].begins - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        return _written(levels, depth, counts)


def _written(levels: Mapping[int, _Level], depth: int, counts: Mapping[int, int]) -> str:
    if levels[depth].form in ("bullet", "none"):
        return ""
    text = _PLACE.sub(lambda place: _form(levels, int(place.group(1)) - 1, counts), levels[depth].text)
    return f"{text} " if text and text[-1] not in _ENDS_ITSELF else text


def _form(levels: Mapping[int, _Level], depth: int, counts: Mapping[int, int]) -> str:
    if depth not in levels:
        return ""
    level = levels[depth]
    count = counts.get(depth, level.begins)
    if level.form in _CHINESE and 0 < count < 100:
        tens, ones = divmod(count, 10)
        return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    if level.form.startswith("decimalEnclosedCircle") and 0 < count <= 20:
        return chr(0x245F + count)
    if level.form in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        return chr((0x60 if level.form == "lowerLetter" else 0x40) + count)
    return str(count)


def _levels(abstract: "_Element") -> dict[int, _Level]:
    return {
        _number(_value(level, "ilvl")): _Level(
            _number(_value(level.find(f"{W}start"))),
            _value(level.find(f"{W}numFmt")) or "decimal",
            _value(level.find(f"{W}lvlText")),
        )
        for level in abstract.iterchildren(f"{W}lvl")
    }


def _value(element: "_Element | None", attribute: str = "val") -> str:
    return (element.get(f"{W}{attribute}") or "") if element is not None else ""


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
