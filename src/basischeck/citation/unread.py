"""What looks like a locator and was left as plain text: nothing is passed over."""

import re
from collections.abc import Iterable, Iterator

from basischeck.citation.diagnostics import diagnostic
from basischeck.citation.model import Diagnostic

# 第（一项, 第1.条, 第十)款. What is known to be none stays out: 第三方, 第一项目, 第五条例.
_LOOKS_LIKE = re.compile(
    r"[第笫]\s*[0-9０-９零〇○一二三四五六七八九十百千（()）\[\]［］〔〕、，,.．·\s至到—－-]*"
    r"[0-9０-９零〇○一二三四五六七八九十百千（(][）)\]\s.．·]*[条款项](?![例件目款])"
)


# 依照三十八条规定: an article without 第 and without a statute in front. 共三条, 两条渔船 are none.
_ARTICLE = re.compile(
    r"(?<![第笫前后上下共计0-9０-９零〇○一二三四五六七八九十百千])([零〇一二三四五六七八九十百千]{2,}条)(?=第[一二三四五六七八九十（(]|的?规定)"
)


# 第__条, 第X条, 第××条, 第 条, 第（）项: a number to be filled in; 第一万条: more than any statute has.
_BLANK = re.compile(r"[第笫](?:\s*[_＿XxＸ×＊*…?？□]{1,6}\s*|\s+|\s*[（(]\s*[）)]\s*)[条款项章节](?![例件目])")
_MYRIAD = re.compile(r"[第笫]\s*[0-9零〇一二三四五六七八九十百千]*[万亿][零〇一二三四五六七八九十百千万]*\s*[条款项]")
# 第九十二 with nothing behind it, right behind a title or an article.
_NO_UNIT = re.compile(r"\s*([第笫]\s*[0-9零〇一二三四五六七八九十百]+)\s*(?=$|[、，。；;\n])")


def unread(text: str, pieces: Iterable[tuple[str, int, int]]) -> Iterator[Diagnostic]:
    """Report each run in plain text that has the looks of a locator; pieces are (kind, start, end)."""
    before = ""
    for kind, start, end in pieces:
        if kind == "text":
            for found in _BLANK.finditer(text, start, end):
                yield diagnostic("BC112", found.span())
            for found in _MYRIAD.finditer(text, start, end):
                yield diagnostic("BC108", found.span())
            bare = _NO_UNIT.match(text, start, end) if before in ("title", "bracket", "locator") else None
            if bare:
                yield diagnostic("BC105", bare.span(1), f"{bare.group(1)}{'款' if before == 'locator' else '条'}")
            for found in _LOOKS_LIKE.finditer(text, start, end):
                yield diagnostic("BC113", found.span())
            for found in _ARTICLE.finditer(text, start, end):
                yield diagnostic("BC113", found.span(), f"第{found.group()}")
        before = kind
