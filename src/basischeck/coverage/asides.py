"""Provisions that an item cites only because the one it rests on refers to them.

对服务业经营者的处罚 cites 产品质量法第六十二条, whose text names the products of 第四十九条 to 第五十二条, and cites and quotes these too. The
penalties of those articles are none that the item claims.
"""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from basischeck.catalog.model import Item
from basischeck.citation import Citation, parse

_NAME = re.compile(r"^对|的?(?:行政)?处罚$")
_DECIDES = re.compile(r"规定的(?:行政)?处罚")
"""本法第…条规定的行政处罚由…决定 says who decides; what it refers to is what the item rests on."""
_LIKER = 15
"""By how many points of likeness the referring text must be nearer to the item's name than the text that it refers to."""


def asides(item: Item) -> Iterable[tuple[str, str]]:
    """Yield (title, article) of the provisions that an item cites only as what another one of its provisions refers to."""
    for basis in item.bases:
        parsed = parse(basis.text)
        quoting = [one for one in parsed.citations if one.quote is not None and not one.quoted and _title(one)]
        if len(quoting) < 2:
            continue
        inner = [one for one in parsed.citations if one.quoted and (one.self_reference or one.title is None)]
        likeness = {one.span: _likeness(item, basis.text[slice(*one.quote or (0, 0))]) for one in quoting}
        for main in quoting:
            if _DECIDES.search(basis.text[slice(*main.quote or (0, 0))]):
                continue
            referred = set(_referred(main, inner))
            for other in quoting:
                if other is main or _title(other) != _title(main) or likeness[main.span] < likeness[other.span] + _LIKER:
                    continue
                yield from ((_title(other), article) for article in _articles(other) if article in referred)


def _title(citation: Citation) -> str:
    return citation.title or citation.antecedent or ""


def _articles(citation: Citation) -> Iterator[str]:
    return (locator.article for locator in citation.locators if locator.article is not None)


def _referred(main: Citation, inner: Iterable[Citation]) -> Iterator[str]:
    start, end = main.quote or (0, 0)
    for citation in inner:
        if start <= citation.span[0] < end:
            yield from _articles(citation)


def _likeness(item: Item, text: str) -> float:
    return fuzz.partial_ratio(_NAME.sub("", item.sub_name or item.name), text)
