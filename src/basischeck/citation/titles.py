"""What stands between 《 and 》, and titles whose brackets are broken."""

import re
from functools import lru_cache

from basischeck.citation.draft import Draft
from basischeck.citation.driver import Lexeme
from basischeck.pattern import regex

_ACT_END = regex(
    r"(?:法典|法|条例|办法|规定|规则|细则|解释|决定|意见|通知|标准|规程|规范|目录|通则|准则|方案|公告|章程|制度)(?:[（(][^（()）]{1,8}[）)])?$"
)
_BOUNDARY = regex(r"[。；;，,、：:\n】]|[（(〈<](?=[\u4e00-\u9fff]{2,}$)|\s{2,}")


@lru_cache(maxsize=16384)
def clean_title(raw: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the title inside 《》 verbatim (line breaks and outer spaces aside) and the codes of what is wrong with it."""
    faults: tuple[str, ...] = ()
    inner = raw[1:-1]
    if raw.startswith("《《") or raw.endswith("》》"):
        opened = len(raw) - len(raw.lstrip("《"))
        closed = len(raw) - len(raw.rstrip("》"))
        nested = (
            inner.count("《") == inner.count("》")
            and raw.count("《") == raw.count("》")
            and "《" in inner[1:-1].strip("《》")
        )
        balanced = raw.count("《") == raw.count("》") and opened != closed
        if not (nested or balanced):
            inner = raw.strip("《》") if raw.strip("《》").count("《") == raw.strip("《》").count("》") else inner
            faults = ("BC102",)
    title = re.sub(r"\s*\n\s*", "", inner).strip()
    return title or None, faults


def broken_title(text: str, head: Lexeme, before: Draft | None) -> tuple[str, int] | None:
    """Return the obvious title and where it starts; None where nothing in reach looks like a statute's name.

    《A（2019年修订） is read up to its bracket, A》 back to the nearest boundary; 《A》实施细则》 goes on with the title `before`.
    """
    if head.type == "BROKEN_TITLE":
        title = text[head.start + 1 : head.end].strip()
        return (title, head.start) if len(title) >= 2 else None
    window = max(0, head.start - 80)
    stretch = text[window : head.start]
    if before is not None and before.title_span and before.end >= window and not before.locators:
        rest = text[before.title_span[1] : head.start]
        if rest and not re.search(r"[\s。；，、：《（(]", rest) and _ACT_END.search(rest):
            return f"{before.title}{rest}", before.title_span[0]
    start = 0
    for boundary in _BOUNDARY.finditer(stretch):
        start = boundary.end()
    title = stretch[start:].strip()
    if len(title) < 2 or not _ACT_END.search(title):
        return None
    start += len(stretch[start:]) - len(stretch[start:].lstrip())
    if start and stretch[start - 1] in "（(〈<":
        start -= 1  # a bracket was typed for 《
    return title, window + start
