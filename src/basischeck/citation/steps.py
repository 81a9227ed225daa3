"""One terminal of a locator to the numbers it states: 第十九、二十、二十一条 → article 19, 20, 21."""

import re
from dataclasses import dataclass
from functools import lru_cache

from basischeck.citation.numerals import parse_numeral
from basischeck.pattern import regex

LEVELS = ("part", "subpart", "chapter", "section", "annex", "article", "paragraph", "item", "subitem")
"""The levels from the widest to the narrowest, as 立法法 article 65 orders them; an annex stands in an article's place."""

RANK = {level: rank for rank, level in enumerate(LEVELS)}

LIMIT = 2000
"""No statute has more provisions of one level: 民法典, the longest, has 1,260 articles."""

_LEVEL_OF = {
    "PART": "part",
    "SUBPART": "subpart",
    "CHAPTER": "chapter",
    "BARE_CHAPTER": "chapter",
    "SECTION": "section",
    "ARTICLE": "article",
    "BARE_ARTICLE": "article",
    "FIRST_BARE_ARTICLE": "article",
    "ARTICLE_WITHOUT_UNIT": "article",
    "PARAGRAPH": "paragraph",
    "BARE_PARAGRAPH": "paragraph",
    "ITEM": "item",
    "DIVISION_ITEM": "item",
    "BARE_ITEM": "item",
    "PAREN_ITEM": "item",
    "SUBITEM": "subitem",
    "ANNEX": "annex",
}

_NUM = r"[0-9０-９零〇○一二三四五六七八九十百千廿卅]"
_NUMBER = regex(rf"{_NUM}(?:\s*{_NUM})*")
_BRANCHES = regex(rf"之\s*{_NUM}(?:\s*{_NUM})*(?:\s*[、和至]\s*之\s*{_NUM}(?:\s*{_NUM})*)*")
_COUNT = regex(r"(?<=[）)])\s*[两三四五六七八九十]\s*(?=[款项]$)")  # 第（一）、（二）、（三）三项
_TO = regex(r"[至到—–－~～-]")


@dataclass(frozen=True, slots=True)
class Step:
    """A level with its numbers ("133-1" for an article's branch; the words of an annex).

    `faults` are BC1xx codes of its numbers. Where it is written with something missing or wrong, `better` is how it should
    be written and `code` the fault; `written` is the words as they stand.
    """

    level: str
    numbers: tuple[str, ...]
    faults: tuple[str, ...] = ()
    written: str = ""
    code: str | None = None
    better: str | None = None


@lru_cache(maxsize=16384)
def read_step(terminal: str, text: str) -> Step | None:
    """Read one terminal; None where it is no level (a conjunction, a gloss)."""
    if terminal in ("FIRST_FEW", "LAST_STEP"):
        return _relative_step(terminal, text)
    level = _LEVEL_OF.get(terminal)
    if level is None:
        return None
    if level == "annex":
        return Step(level, (re.sub(r"[\s（()）]|《.*", "", text),))
    written = "".join(text.split())
    code, better = _better(terminal, written)
    branches: tuple[str, ...] = ()
    if level == "article":
        text, branches = _branches(text)
    if terminal == "DIVISION_ITEM":
        text = text.partition("部分")[2]  # the part is no level of a statute
    numbers, faults = _numbers(_COUNT.sub("", text))
    if branches and numbers:
        numbers = (*numbers[:-1], *(f"{numbers[-1]}-{branch}" for branch in branches))
    return Step(level, numbers, faults, written, code, better)


def _branches(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut off what stands behind 之: 第一百二十条之一、之二 → 第一百二十条 with the branches 1 and 2."""
    found = _BRANCHES.search(text)
    if found is None:
        return text, ()
    numbers, _ = _numbers(found.group())
    return text[: found.start()] + text[found.end() :], numbers


def _better(terminal: str, written: str) -> tuple[str | None, str | None]:
    """Return the fault of a writing and the right writing: 笫三条, 三十八条, （二）项, 第六十七 before 第三款."""
    if "笫" in written:
        return "BC103", written.replace("笫", "第")
    if terminal == "ARTICLE_WITHOUT_UNIT":
        return "BC105", f"{written}条"
    if terminal == "PAREN_ITEM":
        return "BC105", f"第{written}项"
    if terminal.startswith(("BARE_", "FIRST_BARE_")):
        return "BC105", f"第{written}"
    return None, None


def _relative_step(terminal: str, text: str) -> Step:
    level = "paragraph" if text.endswith("款") else "item"
    if terminal == "LAST_STEP":
        return Step(level, (), ("BC109",))
    count = parse_numeral(re.sub(r"[前款项\s]", "", text)) or 0
    return Step(level, tuple(str(n) for n in range(1, min(count, LIMIT) + 1)))


def _numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the numbers of a shortened list or range."""
    numbers: list[str] = []
    faults: list[str] = []
    end = 0
    for found in _NUMBER.finditer(text):
        value = parse_numeral(found.group())
        if value is None:
            continue
        if numbers and _TO.search(text[end : found.start()]):
            spread = span_of(numbers[-1], str(value))
            if spread is None:
                faults.append("BC107")
                numbers.append(str(value))
            else:
                numbers.extend(spread)
        else:
            numbers.append(str(value))
        end = found.end()
    if any(int(number) > LIMIT or number == "0" for number in numbers):
        faults.append("BC108")
    return tuple(numbers), tuple(faults)


def span_of(first: str, last: str) -> tuple[str, ...] | None:
    """Return what follows `first` up to and with `last`; None where the range runs backwards or is beyond any statute.

    Syntactic: 134 to 139-1 is 135 … 139, 139-1, whatever branches the statute has in between.
    """
    start, start_branch = _split(first)
    end, end_branch = _split(last)
    if end - start > LIMIT or (end, end_branch) <= (start, start_branch):
        return None
    if start == end:
        return tuple(f"{end}-{branch}" for branch in range(start_branch + 1, end_branch + 1))
    whole = tuple(str(number) for number in range(start + 1, end + 1))
    return whole + tuple(f"{end}-{branch}" for branch in range(1, end_branch + 1))


def _split(number: str) -> tuple[int, int]:
    base, _, branch = number.partition("-")
    return int(base), int(branch or 0)
