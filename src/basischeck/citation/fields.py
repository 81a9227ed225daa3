"""The form in which government service portals export a basis: 法律法规名称：…… 依据文号：…… 条款号：…… 条款内容：……, without 《》 or brackets."""

import re

from basischeck.pattern import regex

_SIGN = r"\s*[：:]\s*"
_GAP = r"\s*(?:[；;，,]\s*){0,3}"
_ENTRY = regex(
    rf"(?:法律法规名称|依据名称){_SIGN}(?P<title>[^：:\n]+?){_GAP}(?:(?:依据)?文号{_SIGN}(?P<number>[^：:\n]*?){_GAP})?"
    rf"条款号{_SIGN}(?P<locator>[^：:\n]*?){_GAP}(?:(?P<content>条款内容{_SIGN})|(?=法律法规名称|依据名称|\n|$))"
)
_BETWEEN = regex(r"\+([^+《》（）()\n]{2,60})\+(?=第\s*[0-9一二三四五六七八九十百])")
_PLUS = regex(r"(?<=[》）)号])\+|\+(?=第\s*[0-9一二三四五六七八九十百])")


def with_plain_fields(text: str) -> str:
    """Return the text with such entries as 《……》（……）第……条：, each character of title, number and locator in its place.

    Spans stay those of the original: the labels give their places to the marks and to spaces, and so does the + that other
    portals put between what they export（《某办法》+2016年民政部令第58号+第三条）.
    """
    if "条款号" in text and "名称" in text:
        text = _ENTRY.sub(_plain, text)
    return _PLUS.sub(" ", _BETWEEN.sub(r"（\1）", text)) if "+" in text else text


def _plain(entry: re.Match[str]) -> str:
    shown = [" "] * len(entry[0])
    shown[0] = "\n"  # what stood before is over
    for name, opening, closing in (("title", "《", "》"), ("number", "（", "）"), ("locator", "", "")):
        if entry[name]:
            start, end = entry.start(name) - entry.start(), entry.end(name) - entry.start()
            shown[start:end] = entry[name]
            if opening and entry[name][0] not in "《（(〔":
                shown[start - 1], shown[end] = opening, closing
    if entry["content"]:
        shown[-1] = "："
    return "".join(shown)
