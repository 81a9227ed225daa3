"""How statute text numbers its parts: 编 分编 章 节 条 款 项 目 (立法法 article 65, 2023), and headings of annexes.

Pure functions from a line of text to the mark at its start. Whether a mark *is* a heading or a cross reference depends
on what stands before it; that is decided in `structure`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from basischeck.pattern import regex

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = "〇零○Ｏ一二三四五六七八九十百千两0-9０-９"
_SPACE = " \t\u3000\u2002\u2003\u00a0"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line: its style, its value and the text behind it.

    Styles: （一） "cn-paren", 一、 "cn", （1） "num-paren", 1. "num", ① "circled".
    """

    style: str
    number: int
    rest: str


@lru_cache(maxsize=4096)
def to_int(text: str) -> int | None:
    """Return the value of a numeral 一百三十三, 一百零三, 二〇, 33 or ３３, None where it is none."""
    if text.isdigit() and text.isascii():
        return int(text)
    folded = text.translate({0xFF10 + i: str(i) for i in range(10)})
    if folded.isascii() and folded.isdigit():
        return int(folded)
    if not any(c in _UNITS for c in text):
        digits = [_DIGITS.get(c) for c in text]
        return None if not digits or None in digits else int("".join(str(d) for d in digits))
    total = current = 0
    for char in text:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        elif char in _DIGITS:
            current = _DIGITS[char]
        else:
            return None
    return total + current


_ARTICLE = regex(
    rf"^第[{_SPACE}]*([{_NUMBER}]+)[{_SPACE}]*条(?:之([一二三四五六七八九十]+))?([{_SPACE}]*)(.*)$", re.DOTALL
)
_HEADING = regex(rf"^第[{_SPACE}]*([{_NUMBER}]+)[{_SPACE}]*(编|分编|章|节)([{_SPACE}]*)(.*)$")
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cn-paren",
        regex(
            rf"^[（(〔﹙][{_SPACE}]*([〇零一二三四五六七八九十百]+)[{_SPACE}]*[）)〕﹚〉][{_SPACE}]*(.*)$", re.DOTALL
        ),
    ),
    ("cn", regex(rf"^([一二三四五六七八九十百]+)[{_SPACE}]*[、．][{_SPACE}]*(.*)$", re.DOTALL)),
    ("num-paren", regex(rf"^[（(][{_SPACE}]*([0-9０-９]{{1,3}})[{_SPACE}]*[）)][{_SPACE}]*(.*)$", re.DOTALL)),
    ("num", regex(rf"^([0-9０-９]{{1,3}})[{_SPACE}]*[.．、](?![0-9０-９])[{_SPACE}]*(.*)$", re.DOTALL)),
)
_FIRST = frozenset(
    "（(〔﹙一二三四五六七八九十百0123456789０１２３４５６７８９㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
_ENCLOSED = regex(rf"^([㈠-㈩①-⑳])[{_SPACE}]*(.*)$", re.DOTALL)
_ANNEX = regex(
    rf"^(附件|附录|附表|附图|附)[{_SPACE}]*([一二三四五六七八九十]{{0,3}}|[0-9０-９]{{0,2}})[{_SPACE}]*(?:[：:.、．]|$|(?=[{_SPACE}《]))(.*)$"
)
# 第三条第二款…, 第三条规定的…, 第三条、第四条…: words of a sentence that refers to an article, not of the article itself.
_REFERENCE = regex(
    rf"^(第[{_NUMBER}]+[款项条]|第[（(]|规定[的，]|所(列|称|规定|述)|的|、|，|,|和|至|到|或者?第|以及|中的|之规定|修改|删去|改为|增加|及第)"
)
_JOINED = regex(rf"^(、|，|,|的|和第|至第|到第|或者?第|以及第|及第|第[{_NUMBER}]+款(、|的|规定的)|中的|之规定)")


def refers(rest: str, *, expected: bool) -> bool:
    """Whether the words behind 第X条 make it a cross reference at the start of a line, not a heading.

    Where the number is the next one and white space follows (`expected`), only words that cannot begin an article tell:
    an article may well begin with 修改… or 第一条所称….
    """
    return bool((_JOINED if expected else _REFERENCE).match(rest))


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """第X条 or 第X条之Y at a line's start; `gap` says whether white space (or nothing at all) follows it."""

    number: int
    suffix: int
    gap: bool
    rest: str


def article_mark(line: str) -> ArticleMark | None:
    """Read 第X条 at the start of a line."""
    if line[:1] != "第":
        return None
    match = _ARTICLE.match(line)
    number = to_int(match[1]) if match else None
    if match is None or number is None:
        return None
    rest = match[4].strip()
    return ArticleMark(number, to_int(match[2] or "") or 0, bool(match[3]) or not rest, rest)


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """第X编, 第X分编, 第X章 or 第X节 at a line's start with its title, inner spaces removed."""

    level: str
    number: int
    title: str


_LEVELS = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section"}


def heading_mark(line: str, hinted: bool) -> HeadingMark | None:
    """Read a heading 第二章 监督管理; `hinted` says that the source itself marks the line as a heading.

    A sentence that begins with 第二章规定的… is none: a heading has no sentence punctuation and is short.
    """
    if line[:1] != "第":
        return None
    match = _HEADING.match(line)
    number = to_int(match[1]) if match else None
    if match is None or number is None:
        return None
    title = re.sub(r"\s+", "", match[4])
    if not hinted and (len(title) > 40 or re.search(r"[。；：，]", title) or refers(title, expected=False)):
        return None
    return HeadingMark(_LEVELS[match[2]], number, title)


# （一）至（三）项所列, 一、二级道路: numbers in a sentence, not of it.
_AMONG = regex(
    r"^(至[（(第]|、|(和|或者?|与|及)[（(第]|项(?!目)|款(?!项)|，|,)|^[一二三四五六七八九十]+(、|类|级|等品)"
)


def item_mark(line: str) -> Mark | None:
    """Read the number of a 项 or 目 at the start of a line."""
    head = line[:1]
    if not head or head not in _FIRST:
        return None
    for style, pattern in _MARKS:
        match = pattern.match(line)
        if match:
            number = to_int(match[1])
            return None if number is None or _AMONG.match(match[2]) else Mark(style, number, match[2])
    match = _ENCLOSED.match(line)
    if match:
        code = ord(match[1])
        if code >= 0x3220:
            return Mark("cn-paren", code - 0x3220 + 1, match[2])
        return Mark("circled", code - 0x2460 + 1, match[2])
    return None


def annex_label(line: str) -> tuple[str, str] | None:
    """Return (normalised label, rest) where a line opens an annex: 附件1, 附表, 附录2; 附则 and 附带… are none."""
    if line[:1] != "附" or len(line) > 60 or line.endswith(("。", "；")):
        return None
    match = _ANNEX.match(line)
    if match is None:
        return None
    number = to_int(match[2]) if match[2] else None
    kind = "附件" if match[1] == "附" else match[1]
    return kind + (str(number) if number else ""), match[3].strip()
