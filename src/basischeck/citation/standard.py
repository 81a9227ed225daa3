"""Technical standards (GB50156-2012) are cited among statutes, and are none."""

import re

from basischeck.citation.draft import Draft
from basischeck.pattern import regex

_CODE = regex(
    r"(?:GB|Gb|GA|AQ|JB|JG|JGJ|DB|TSG|HG|SH|SY|YB|MT|LD|DL|CJ|CJJ|QC|JT|JTG|NY|SN|LY|SL|WS|XF|IEC|ISO|EN|T)"
    r"[A-Z]{0,4}\s*[／/]?\s*[A-Za-z]?\s*[0-9lQ][0-9A-Za-z.\-]*(?:\s*[-—－–]+\s*[0-9]{2,4})?"
)
_DIGIT = regex(r"[0-9]")
# Statutes have articles, not dotted clauses; what is technical (规程, 安全技术规定) may have them.
_STATUTE = regex(
    r"^(?:(?!技术|工艺|规程|规范|标准|设计|安全规定|导则).)*(?:法典|法|条例|办法|规定|细则|解释|决定)(?:[（(][^（()）]{1,8}[）)])?$"
)
_DATE = regex(r"\s*[12][0-9]{3}[.．][0-9]{1,2}(?:[.．][0-9]{1,2})?\s*$")


def standard_near(text: str, draft: Draft) -> None:
    """Mark a title as a standard: a standard's number inside, before or behind it, or dotted clauses."""
    span = draft.title_span
    if span is None or draft.locators:
        return
    if not draft.clauses and not _DIGIT.search(text, max(0, span[0] - 1), span[1] + 12):
        return
    inner = _CODE.match(text, span[0] + 1)
    behind = _bracketed(text, span[1]) or (_bracketed(text, draft.end) if draft.clauses else None)
    before: re.Match[str] | None = None
    if span[0] and text[span[0] - 1].isdigit():
        for found in _CODE.finditer(text, max(0, span[0] - 24), span[0]):
            before = found if found.end() == span[0] else before
    code = inner or behind or before
    if code:
        draft.standard = "".join(code.group().split())
    elif draft.clauses and not _STATUTE.search(draft.title or ""):
        draft.standard = draft.title


def dotted_article(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a statute's dotted numbers, spaces aside: 《甲条例》第4.5条 cannot be read. None for a date."""
    if _DATE.match(text, start, end):
        return None
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end


def _bracketed(text: str, place: int) -> re.Match[str] | None:
    """Match a standard's number in a bracket that opens at a place."""
    return _CODE.match(text, place + 1) if text[place : place + 1] in ("（", "(") else None
