"""Chinese numerals as statutes write them: read in every spelling, written in one.

Numbers of provisions are cardinal (第一百二十三条); years and document numbers are digit by digit (二〇二一). Both are read.
"""

from functools import lru_cache

_DIGITS = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    **{c: i for i, c in enumerate("0123456789")},
    **{c: i for i, c in enumerate("０１２３４５６７８９")},
    "〇": 0,
    "○": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_TENS = {"廿": 20, "卅": 30}
_WRITTEN = "零一二三四五六七八九"


@lru_cache(maxsize=8192)
def parse_numeral(text: str) -> int | None:
    """Read a numeral in Chinese, Arabic or full-width figures, spaces allowed anywhere; None where it is none.

    百零三 and 十五 have an implied one in front; 二百一 is 210 only in speech, a statute's 第二百一条 does not occur, and it is
    read as 201; figures without units are read digit by digit (二〇二一, 三〇).
    """
    total = current = 0
    digits_only, seen = True, False
    for char in text:
        if char.isspace():
            continue
        seen = True
        if char in _DIGITS:
            current = current * 10 + _DIGITS[char]
        elif char in _UNITS:
            digits_only = False
            total, current = _apply_unit(total, current, _UNITS[char])
        elif char in _TENS:
            digits_only = False
            total, current = total + _TENS[char], 0
        else:
            return None
    if not seen:
        return None
    return current if digits_only else total + current


def _apply_unit(total: int, current: int, unit: int) -> tuple[int, int]:
    """Fold what was read before a unit into the total: the one in front of 十 and 百 may be left out."""
    if unit == 10000:
        return (total + current) * unit, 0
    return total + (current or 1) * unit, 0


def render_numeral(number: int) -> str:
    """Write a cardinal from 0 to 9999 as statutes do: 十五, 一百零三, 一千零一十.

    Raises ValueError beyond that: no statute has as many provisions.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"条款编号应在 0 到 9999 之间：{number}")
    if number < 10:
        return _WRITTEN[number]
    parts: list[str] = []
    gap = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            if gap and parts:
                parts.append("零")
            parts.append(_WRITTEN[digit] + name)
            gap = False
        else:
            gap = True
    written = "".join(parts)
    return written[1:] if written.startswith("一十") else written
