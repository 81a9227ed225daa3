"""The wording of cells: cleaning, squeezing for comparison, placeholders, A1 notation."""

import unicodedata
from datetime import date, datetime
from functools import lru_cache

from basischeck.pattern import regex

PLACEHOLDERS = frozenset({"", "/", "//", "\\", "-", "--", "—", "——", "–", "无", "无。", "空", "暂无", "没有", "略", "不涉及", "／", "N/A", "n/a", "NA", "null", "None"})
"""Cell texts that say no more than an empty cell."""

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_UNSEEN_OR_SPACE = "".join(_UNSEEN) + " \t\n\r\u3000\xa0"
_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_INNER_SPACE = regex(rf"(?<={_HAN}) | (?={_HAN})")
_BRACKETED = regex(r"\([^()]*\)|\[[^\[\]]*\]")
_LIST_MARK = regex(r"^(?:\*+|[0-9]{1,2}[.、]|[一二三四五六七八九十]+、)")
_HEADER_NOISE = regex(r"[\s、,，:：;；*※·.。/\\|_\-—]+")


def cell_text(value: object) -> str:
    """Return the text of a cell as a reader of the sheet sees it; whole numbers without the ".0" that a spreadsheet stores."""
    if isinstance(value, str):
        if "\r" in value or "_x000" in value:
            value = value.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n")
        # Nobody sees that anything is there.
        return "" if value[:1] in _UNSEEN and not value.strip(_UNSEEN_OR_SPACE) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def one_line(text: str) -> str:
    r"""`text` on one line: line breaks and spaces between Chinese characters vanish, others become one space.

    Cells are broken by hand to fit a column（对拒绝\n配合统\n计调查）; a name must not carry these breaks.
    """
    return _short_line(text) if len(text) < 200 else _one_line(text)


@lru_cache(maxsize=50_000)
def _short_line(text: str) -> str:
    return _one_line(text)


def _one_line(text: str) -> str:
    words = text.split()
    return _INNER_SPACE.sub("", " ".join(words)) if len(words) > 1 else "".join(words)


def squeezed(text: str) -> str:
    """`text` folded for comparison: width, case, spaces and the two round zeros are made equal."""
    return _squeezed_short(text) if len(text) < 200 else _squeeze(text)


@lru_cache(maxsize=50_000)
def _squeezed_short(text: str) -> str:
    return _squeeze(text)


def _squeeze(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).replace("○", "〇")


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing, or only a placeholder such as "/" or 无."""
    return len(text) < 40 and text.strip() in PLACEHOLDERS


@lru_cache(maxsize=20_000)
def header_words(text: str) -> tuple[str, str]:
    """Return a header cell's wording for lookup: (with what stands in brackets, without it), both squeezed."""
    whole = squeezed(text)
    bare = _BRACKETED.sub("", whole)
    return _plain_header(whole), _plain_header(bare)


def _plain_header(text: str) -> str:
    return _HEADER_NOISE.sub("", _LIST_MARK.sub("", text))


@lru_cache(maxsize=16_384)
def column_letters(index: int) -> str:
    """Return the letters of a 0-based column: 0 is "A", 26 is "AA"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def row_name(sheet: str, row: int | None) -> str:
    """Return how a report names a 1-based row: Sheet1 第5行, 第5行 in a file without sheets; without a row the sheet alone.

    >>> row_name("", 5)
    '第5行'
    """
    return " ".join(part for part in (sheet, f"第{row}行" if row else "") if part)


def cell_name(row: int, column: int) -> str:
    """A1 notation of a cell given by 0-based row and column."""
    return f"{column_letters(column)}{row + 1}"
