"""The penalties that an item's own provisions refer to: 违反本条例的，依照《药品管理法》第八十五条的规定给予处罚.

Such an item rests on the regulation and exercises the law's power. The number is that of the law as it stood when the regulation's
text came into force.
"""

import re
from collections.abc import Iterator
from datetime import date

from basischeck.catalog.model import Item
from basischeck.citation import parse
from basischeck.statute import Index
from basischeck.statute.model import Statute

_UNDER = re.compile(r"(?:依照|按照|依据|根据|适用)\s*$")
_MENTIONED = re.compile(r"(?:依照|按照|依据|根据|适用)\s*《[^《》]{2,60}》[^。；\n]{0,60}(?:处罚|查处|处理)")
_PUNISHED = re.compile(r"^\s*(?:的)?(?:规定)?(?:，|,)?(?:依法)?(?:给予|予以|进行|实施)?(?:行政)?(?:处罚|查处|处理)")


def punished_under(item: Item) -> Iterator[tuple[int, int, str, str]]:
    """Yield (place of the basis, code point in it, title, article) of each provision by which the text that an item quotes has somebody punished."""
    for place, basis in enumerate(item.bases):
        for citation in parse(basis.text).citations if _MENTIONED.search(basis.text) else ():
            start, end = citation.span
            if not (citation.quoted and citation.title and _UNDER.search(basis.text[:start])):
                continue
            if _PUNISHED.match(basis.text[end:]):
                yield from ((place, start, citation.title, locator.article) for locator in citation.locators if locator.article)


def articles_today(statute: Statute, article: str, since: date | None, index: Index, as_of: date) -> tuple[tuple[str, ...], bool]:
    """Return what an article is today that a text refers to which came into force on `since`, and whether that is sure.

    Where the act's text of that day is not held, or the day not known, the number is returned as it stands, and is not sure.
    """
    then, now = statute.in_force(since) if since else None, statute.in_force(as_of)
    if then is None or now is None or not then.held:
        return (article,), False
    return (article,) if then.id == now.id else index.change(then.id, article, as_of).articles, True
