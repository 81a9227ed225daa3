"""Words left out within a quotation, on an article made up for the purpose."""

import pytest

from basischeck.facts.clauses import match, quoted_clauses
from basischeck.facts.omission import omits
from basischeck.statute.fingerprint import Print, decode, encode
from basischeck.statute.model import ArticleText, ItemText, ParagraphText

FINED = "擅自占用水面的，由渔政机构责令改正，处一千元罚款；情节较重的，收回养殖证："
ITEMS = ("搭建浮屋的；", "投放外来鱼种，未经检疫的；", "夜间作业，灯光不足，屡教不改的。")
MOVED = "水面调换，应当报渔政机构核准，并换领养殖证。租期变更的，应当在十日内告知。"
ARTICLE = ArticleText(
    "7",
    (
        ParagraphText(FINED, tuple(ItemText(n, text) for n, text in enumerate(ITEMS, 1))),
        ParagraphText("水面转让，应当报渔政机构核准，并换领养殖证。"),
        ParagraphText(MOVED),
    ),
)


def _omits(quote: str, *, parts: bool = False) -> bool:
    prints = list(decode(encode([ARTICLE])))
    wanted = quoted_clauses(quote)
    found = match(wanted, {one.hash for one in prints})
    assert found.whole
    text: list[list[Print]] = [[one for one in prints if one.paragraph == n] for n in range(3)] if parts else [prints]
    return omits(wanted, found, text)


@pytest.mark.parametrize(
    "quote",
    [
        "擅自占用水面的，由渔政机构责令改正，处一千元罚款：（一）搭建浮屋的",
        "擅自占用水面的，处一千元罚款；情节较重的，收回养殖证",
        "搭建浮屋的；投放外来鱼种；夜间作业，灯光不足，屡教不改的",
        "水面转让，应当报渔政机构核准，并换领养殖证。租期变更的，应当在十日内告知。",
        "水面转让，应当报渔政机构核准。水面调换，应当报渔政机构核准，并换领养殖证。",
    ],
)
def test_a_part_passed_over_between_two_that_are_quoted_is_an_omission(quote: str) -> None:
    assert _omits(quote)


@pytest.mark.parametrize(
    "quote",
    [
        FINED + "".join(ITEMS),
        FINED + ITEMS[0] + ITEMS[2],
        "由渔政机构责令改正，处一千元罚款；情节较重的，收回养殖证：（一）搭建浮屋的；（二）投放外来鱼种",
        FINED + MOVED,
        "租期变更的，应当在十日内告知",
        "水面转让，应当报渔政机构核准，并换领养殖证。",
        "擅自占用水面的，由渔政机构责令改正……：（一）搭建浮屋的",
        "擅自占用水面的，……处一千元罚款；情节较重的，收回养殖证",
    ],
)
def test_breaking_off_taking_some_parts_and_marking_what_is_left_out_is_none(quote: str) -> None:
    assert not _omits(quote)


def test_from_one_cited_provision_to_the_next_anything_may_be_passed_over() -> None:
    quote = "水面转让，应当报渔政机构核准。水面调换，应当报渔政机构核准，并换领养殖证。"
    assert not _omits(quote, parts=True)
