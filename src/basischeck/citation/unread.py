"""What looks like a locator and was left as plain text: nothing is passed over."""

from collections.abc import Iterable, Iterator

from basischeck.citation.diagnostics import diagnostic
from basischeck.citation.model import Diagnostic
from basischeck.pattern import regex

_NUM = "0-9０-９零〇○一二三四五六七八九十百千"
_END = r"(?=\s*(?:$|\n|[。；;，,）)]|[的之]?规定))"

# 第（一项, 第1.条, 第十)款. What is known to be none stays out: 第三方, 第一项目, 第五条例.
_LOOKS_LIKE = regex(
    rf"[第笫]\s*[{_NUM}（()）\[\]［］〔〕、，,.．·\s至到—－-]*[{_NUM}（(][）)\]\s.．·]*[条款项條項](?![例件目款])"
    r"|[第笫]\s*[?？XxＸｘ×✕*＊_＿…○□△●某]+\s*[条款项條項](?![例件目款])"  # a place left open: 第X条
    rf"|[第笫]\s*[{_NUM}（()）]*[^{_NUM}（()）\u4e00-\u9fff《》。；\s][{_NUM}（()）]*[条款项](?![例件目款项式])"  # one slip: 第12”条
    rf"|苐\s*[{_NUM}]+\s*[条款项]"
    rf"|§+\s*[{_NUM}]+"
)

# 第一万条: more than any statute has.
_MYRIAD = regex(rf"[第笫]\s*[{_NUM}]*[万亿][{_NUM}万]*\s*[条款项](?![例件目])")

# 依照三十八条规定: an article without 第 and without a statute in front. 共三条, 两条渔船 are none.
_ARTICLE = regex(
    rf"(?<![第笫前后上下共计{_NUM}])([零〇一二三四五六七八九十百千]{{2,}}条)(?=第[一二三四五六七八九十（(]|的?规定)"
)

# Right behind a locator: 第三条第2点, 第三十条五. 第三十条五日内 is none, nor is the number of the next entry (第三条2、…).
_GOES_ON = regex(
    rf"[^\S\n]*第\s*[（(]?[{_NUM}]+[）)]?\s*(?:点(?![名击钟])|段|句|小[条款项点])"
    rf"|[（(]?[{_NUM}]+[）)]?{_END}"
    rf"|[^\S\n]*[、至和及]?[第笫]\s*[（(]?[{_NUM}]*[）)]?[、?？]?{_END}"
    rf"|[^\s\u4e00-\u9fff《》。；]{{1,2}}[{_NUM}]+条(?:(?=第)|{_END})"
    r"|[条款项](?=[第。；、，]|\s*$)"
)
# Right behind a title: 《甲法》第二十一. 第二号, 第一、… are none.
_WITHOUT_UNIT = regex(
    rf"[^\s\u4e00-\u9fff《》。；]{{1,2}}[{_NUM}]+条(?:(?=第)|{_END})|\s*[第笫]\s*[{_NUM}]+(?![，,]){_END}|\s*[第笫]{_END}|\s*弟\s*[{_NUM}]+\s*[条款项]"
)

Piece = tuple[str, int, int]


def unread(text: str, pieces: Iterable[Piece]) -> Iterator[Diagnostic]:
    """Report each run in plain text that has the looks of a locator; pieces are (kind, start, end)."""
    before = ""
    for kind, start, end in pieces:
        if kind in ("text", "connective"):
            reached = start
            found = _behind(text, before, start, end)
            if found is not None:
                yield found
                reached = found.span[1]
            if kind == "text":
                yield from _anywhere(text, reached, end)
        before = kind


def _anywhere(text: str, start: int, end: int) -> Iterator[Diagnostic]:
    for found in _MYRIAD.finditer(text, start, end):
        yield diagnostic("BC108", found.span())
    for found in _LOOKS_LIKE.finditer(text, start, end):
        yield diagnostic("BC113", found.span())
    for found in _ARTICLE.finditer(text, start, end):
        yield diagnostic("BC113", found.span(), f"第{found.group()}")


def _behind(text: str, before: str, start: int, end: int) -> Diagnostic | None:
    """Look at what goes on right behind a locator or a title."""
    if before == "locator":
        if text.endswith("部分", 0, start):  # 第三部分第（九）: documents number as they like below their parts
            return None
        found = _GOES_ON.match(text, start, end)
    elif before in ("title", "bracket"):
        found = _WITHOUT_UNIT.match(text, start, end)
    else:
        return None
    if found is None:
        return None
    span = (found.end() - len(found.group().lstrip()), found.end())
    empty = found.group().strip(" \t\u3000、至和及") in ("第", "笫")
    return diagnostic("BC112" if empty else "BC113", span)
