"""How deep a citation goes, against how deep the text goes that it cites.

编、章、节、条、款、项、目 are the levels of 《中华人民共和国立法法》 article 65. A citation of an article of several paragraphs is no fault
where all of them are meant: a quotation behind the citation shows which parts are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from basischeck.citation import Locator, parse_numeral, render
from basischeck.pattern import regex
from basischeck.statute import Index
from basischeck.statute.fingerprint import Print, hashes
from basischeck.statute.model import Statute, Version
from basischeck.statute.skeleton import Article, Paragraph, Skeleton

_STANDS = 0.5
_SHOWN = 0.8
"""A quotation shows one part only where at least this share of its clauses stands somewhere in the statute as it is now."""
_CLAUSES = 2
"""So many clauses of one paragraph at least, or all that is quoted: one among others may be quoted in passing."""
_LEFT_OUT = regex(r"…|\.{3,}|。{3,}|（[略下]|（?以下(?:省略|略)|\([略下]")
_MARKER = regex(r"[（(]\s*(?:[一二三四五六七八九十百]{1,4}|\d{1,2})\s*[)）]|(?<![\d第.．])\d{1,2}\s*[.．、](?!\d)")

_AROUND = "（）()．.、 \u3000\t\n"


@dataclass(frozen=True, slots=True)
class Below:
    """What the text has directly below a cited provision: paragraphs, items or subitems, how many."""

    level: str
    count: int


def depth_facts(skeleton: Skeleton, locator: Locator) -> dict[str, Any]:
    """Return the columns that compare a locator that stands in the skeleton with the text at it.

    `below` and `below_count` are the next level of the text and its size where it has at least two parts (one item alone
    leaves no choice); `divided` whether the article is divided at all; `plain_locator` the same provision without the
    first paragraph of an article that has only one.
    """
    article = skeleton.article(locator.article) if locator.article is not None else None
    if article is None or locator.annex is not None:
        return {}
    facts: dict[str, Any] = {"divided": _divided(article)}
    below = _below(article, locator)
    if below is not None:
        facts |= {"below": below.level, "below_count": below.count}
    if locator.paragraph == 1 and len(article.paragraphs) == 1:
        facts["plain_locator"] = render(None, replace(locator, paragraph=None))
    return facts


def divided_before(index: Index, statute: Statute, version: Version, locator: Locator) -> int | None:
    """Return the year of the last held text before `version` in which the cited article had several paragraphs, else None.

    Who cites the first paragraph of an article that has only one may have the older text before him.
    """
    for earlier in reversed(statute.versions):
        if not earlier.held or not earlier.effective or not version.effective or earlier.effective >= version.effective:
            continue
        skeleton = index.skeleton(earlier.id)
        article = skeleton.article(locator.article) if skeleton is not None and locator.article is not None else None
        if article is not None and len(article.paragraphs) > 1:
            return (earlier.promulgated or earlier.effective).year
    return None


def _divided(article: Article) -> bool:
    return len(article.paragraphs) > 1 or any(len(paragraph.items) > 1 for paragraph in article.paragraphs)


def _below(article: Article, locator: Locator) -> Below | None:
    if locator.paragraph is None and locator.item is None and len(article.paragraphs) > 1:
        return Below("款", len(article.paragraphs))
    paragraph = paragraph_of(article, locator)
    if paragraph is None or locator.subitem is not None:
        return None
    if locator.item is None:
        return Below("项", len(paragraph.items)) if len(paragraph.items) > 1 else None
    if locator.item not in paragraph.items:
        return None
    subitems = paragraph.subitems[paragraph.items.index(locator.item)] if paragraph.subitems else 0
    return Below("目", subitems) if subitems > 1 else None


def paragraph_of(article: Article, locator: Locator) -> Paragraph | None:
    """Return the paragraph a locator means: the one it names, the only one, or the one that has its item."""
    if locator.paragraph is not None:
        return article.paragraphs[locator.paragraph - 1] if locator.paragraph <= len(article.paragraphs) else None
    if len(article.paragraphs) == 1:
        return article.paragraphs[0]
    holders = [paragraph for paragraph in article.paragraphs if locator.item is not None and locator.item in paragraph.items]
    return holders[0] if len(holders) == 1 else None


def quoted_parts(skeleton: Skeleton, prints: Sequence[Print], locator: Locator, quote: str) -> dict[str, Any]:
    """Return which parts of the cited provision a quotation shows.

    `quote_stands` says whether at least half of the quotation stands in the cited article, and nothing is left out of it:
    an older text, another article or an abridged one says nothing about depth. `quoted_parts` counts the parts of the
    next level (paragraphs, else items) of which the quotation has clauses; `quoted_part` is the locator of the only one,
    down to the last level where the quotation leaves no doubt.
    """
    article = skeleton.article(locator.article) if locator.article is not None else None
    markers = {match[0].strip() for match in _MARKER.finditer(quote)}
    wanted = hashes(_MARKER.sub("\n", quote))
    if article is None or not wanted or not prints:
        return {}
    if _LEFT_OUT.search(quote):
        # What is left out may be the other paragraphs and items.
        return {"quote_stands": False}
    own = prints_of(prints, skeleton.positions[article.number])
    inside = {one.hash for one in own}
    facts: dict[str, Any] = {"quote_stands": sum(clause in inside for clause in wanted) >= _STANDS * len(wanted)}
    while (below := _below(article, locator)) is not None and below.level != "目":
        parts, lead = _parts(article, own, locator, below.level, wanted)
        if below.level == "项" and len(markers) > 1:
            # The marks say that several items are quoted, even where the words of some stand in no held text.
            parts = parts if len(parts) > 1 else dict.fromkeys(range(len(markers)), 1)
        if lead and not parts:
            # The words before the items are quoted without any: they speak for all of them.
            facts.setdefault("quoted_parts", below.count)
        if not parts:
            if "quoted_parts" not in facts and not _is_current(wanted, own, prints):
                # What stands there is common to several parts, and the rest in none: an older text of one that is not known.
                facts["quote_stands"] = False
            break
        facts.setdefault("quoted_parts", len(parts))
        part, hits = max(parts.items(), key=lambda entry: entry[1])
        alone = hits >= _CLAUSES or hits == len(wanted)
        enough = alone or (below.level == "项" and (lead > 0 or len(markers) == 1))
        if len(parts) > 1 or not enough:
            break
        narrower = _narrowed(article, locator, below.level, part)
        marked = _is_marked(article, own, narrower, markers, wanted)
        if "quoted_part" not in facts and not marked and not _is_current(wanted, own, prints):
            if below.level == "款" and len(wanted) > sum(one.paragraph == part for one in own) + 1:
                # Longer than the paragraph it has clauses of: an older text of that and others, so nothing is shown.
                facts["quote_stands"] = False
            break
        locator = narrower
        facts["quoted_part"] = render(None, locator)
    return facts


def _is_marked(
    article: Article, own: Sequence[Print], locator: Locator, markers: Collection[str], wanted: Collection[str]
) -> bool:
    """Whether a quotation numbers one item（（五）、5.）, and has words of the item of that number at the locator."""
    paragraph = paragraph_of(article, locator)
    if len(markers) != 1 or paragraph is None:
        return False
    words = next(iter(markers)).strip(_AROUND)
    number = int(words) if words.isdecimal() else parse_numeral(words)
    if number not in paragraph.items or locator.item not in (None, number):
        return False
    place = (next(n for n, held in enumerate(article.paragraphs) if held is paragraph), paragraph.items.index(number))
    return any((one.paragraph, one.item) == place and one.hash in wanted for one in own)


def _parts(
    article: Article, own: Sequence[Print], locator: Locator, level: str, wanted: Sequence[str]
) -> tuple[dict[int, int], int]:
    """Count the quoted clauses by the part they stand in, and those in the words before the first item."""
    if level == "款":
        return _counted(wanted, ((one.hash, one.paragraph) for one in own)), 0
    paragraph = paragraph_of(article, locator)
    number = next(n for n, held in enumerate(article.paragraphs) if held is paragraph)
    parts = _counted(wanted, ((one.hash, one.item) for one in own if one.paragraph == number))
    return parts, parts.pop(-1, 0)


def _is_current(wanted: Sequence[str], own: Sequence[Print], prints: Sequence[Print]) -> bool:
    """Return whether nearly all of a quotation stands in the statute as it is: an older text may have been divided otherwise."""
    inside = {one.hash for one in own}
    rest = [clause for clause in wanted if clause not in inside]
    if len(rest) <= (1 - _SHOWN) * len(wanted):
        return True
    known = {one.hash for one in prints}
    return sum(clause not in known for clause in rest) <= (1 - _SHOWN) * len(wanted)


def prints_of(prints: Sequence[Print], position: int) -> Sequence[Print]:
    """Return the clauses of one article: prints are in the order of the articles."""
    low = bisect_left(prints, position, key=lambda one: one.article)
    return prints[low : bisect_right(prints, position, lo=low, key=lambda one: one.article)]


def _counted(wanted: Sequence[str], places: Iterable[tuple[str, int]]) -> dict[int, int]:
    """Count for each part the quoted clauses that stand in it and in no other part."""
    homes: dict[str, set[int]] = {}
    for clause, part in places:
        homes.setdefault(clause, set()).add(part)
    counts: dict[int, int] = {}
    for clause in wanted:
        parts = homes.get(clause, set())
        if len(parts) == 1:
            part = next(iter(parts))
            counts[part] = counts.get(part, 0) + 1
    return counts


def _narrowed(article: Article, locator: Locator, level: str, part: int) -> Locator:
    if level == "款":
        return replace(locator, paragraph=part + 1)
    paragraph = paragraph_of(article, locator)
    return replace(locator, item=paragraph.items[part] if paragraph is not None else None)
