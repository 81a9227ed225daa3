"""The number of the order in a version bracket against that by which the first text is known to have been promulgated."""

import re

from basischeck.citation import VersionMark
from basischeck.facts.bracket_days import AMENDED, YEAR, Fault
from basischeck.pattern import regex
from basischeck.statute.model import Statute
from basischeck.statute.numbers import read_numbers

_ORDER = regex(r"(?P<body>[一-鿿]+)令(?:(?P<year>\d{4})年)?第(?P<number>\d+)号")
_ORIGINAL = ("公布", "通过")


def order_fault(statute: Statute, mark: VersionMark) -> Fault | None:
    """Find an order of the issuer and the year of the first text that has another number than the one known of it.

    A bracket that tells of an amendment, or names several orders (of joint issuers, of earlier acts), tells nothing for sure.
    """
    said = read_numbers(mark.text)
    if len(said) != 1 or mark.kind in AMENDED or re.search(r"修[正订改]", mark.text):
        return None
    order = _ORDER.fullmatch(said[0])
    year = int(order["year"]) if order and order["year"] else mark.year
    if year is None or any(int(later) > year for later in YEAR.findall(mark.text)):
        return None  # 2002年公布，国务院令第645号，自2013年12月7日起施行: the order may be that of the later year
    first = [v for v in statute.versions if v.promulgated is not None and v.promulgated.year == year]
    if order is None or len(first) != 1 or first[0].kind not in _ORIGINAL or order["body"] == "主席":
        return None
    known = read_numbers(first[0].document_number or "")
    other = _ORDER.fullmatch(known[0]) if len(known) == 1 else None
    if other is None or other["body"] != order["body"] or other["number"] == order["number"]:
        return None
    return Fault("令号", said[0], f"{year}年公布它的是{known[0]}")
