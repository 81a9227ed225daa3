"""The text of a provision that stands right behind its number（第四十一条作为统计调查对象的…）, where no mark tells that it is quoted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from basischeck.catalog.model import Item
from basischeck.citation import Locator
from basischeck.facts.quotation import Quotations
from basischeck.pattern import regex
from basischeck.statute import Index

_SHORTEST = 20
"""Characters from which what follows a number may be its text."""
_CUT_OFF = regex(r"[，,；;、][^，,；;。]*$")
"""The last clause of a text that was cut off: it says less than the provision does."""
_BELOW = regex(r"第[一二三四五六七八九十百]+款.*$")
_TELLS = ("旧版本", "其他条")
"""What the text shows by standing somewhere else: what stands nowhere may be no quotation at all."""

Row = Mapping[str, Any]


def with_following(rows: Iterable[Row], items: Sequence[Item], index: Index, as_of: date) -> Iterator[Row]:
    """Yield the rows of table `basis` in order, those without a quotation as if what follows their number were one, where it shows that the number is an old one."""
    quotations = Quotations(index)
    texts = {(number, basis.cell): basis.text for number, item in enumerate(items) for basis in item.bases}
    for row, after in pairwise([*rows, None]):
        if row is not None:
            place = row["item"], row["cell"]
            end = after["start"] if after is not None and (after["item"], after["cell"]) == place else None
            yield _read(row, texts.get(place, "")[row["end"] : end], quotations, index, as_of)


def _read(row: Row, text: str, quotations: Quotations, index: Index, as_of: date) -> Row:
    unread = row["quote_state"] is None and row["article"] is not None and row["status"] == "有效" and row["statute_id"]
    statute = index.statute(row["statute_id"]) if unread and len(text) >= _SHORTEST else None
    version = statute.in_force(as_of) if statute is not None else None
    if statute is None or version is None or not version.held:
        return row
    locator = Locator(article=row["article"], paragraph=row["paragraph"], item=row["item_number"])
    whole = not text.rstrip()[-1:].isalnum()
    shown = quotations.facts(statute, version, (locator,), text if whole else _CUT_OFF.sub("", text.rstrip()))
    if not whole and (place := shown.get("quote_provision")):
        shown["quote_provision"] = _BELOW.sub("", place)  # more paragraphs may have followed
    return {**row, **{name: value for name, value in shown.items() if name in row}} if shown.get("quote_state") in _TELLS else row
