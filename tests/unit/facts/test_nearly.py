"""Quotations that are about just what the cited article is about, on articles made up for the purpose."""

from typing import Any, cast

import pytest

from basischeck.facts.nearly import nearly_stands
from basischeck.statute import Index
from basischeck.statute.matter import decode_matter, encode_matter
from basischeck.statute.model import ArticleText, Document, ParagraphText, Source
from basischeck.statute.skeleton import decode_skeleton, encode_skeleton

ARTICLES = (
    ArticleText("3", (ParagraphText("渡口经营者（以下简称经营者）应当在每年汛期以前检修趸船和跳板，并将检修记录报送渡口主管机构。"),)),
    ArticleText("4", (ParagraphText("渡工应当经过救生培训，并取得驾驶渡船的证书。"),)),
)


class _Held:
    """The part of an index that is asked."""

    def skeleton(self, version: str) -> Any:
        return decode_skeleton(encode_skeleton(Document("某条例", Source("", ""), articles=ARTICLES)))

    def has_matter(self, version: str) -> bool:
        return version == "held"

    def matter(self, version: str) -> Any:
        return tuple(decode_matter(encode_matter(ARTICLES)))


INDEX = cast(Index, _Held())
QUOTE = "渡口经营者应当在每年汛期以前检修趸船和跳板，将检修记录报送渡口管理机"


def test_a_bracket_left_out_and_a_clause_broken_off_leave_the_matter_the_same() -> None:
    assert nearly_stands(INDEX, "held", {"3"}, QUOTE)


@pytest.mark.parametrize(
    ("version", "article", "quote"),
    [
        ("held", "4", QUOTE),
        ("other", "3", QUOTE),
        ("held", "3", "检修趸船"),
        ("held", "3", "渡口经营者应当为乘客办理保险，保险金额由渡口主管机构与保险公司商定"),
    ],
)
def test_another_article_few_words_and_other_matter_are_not_the_same(version: str, article: str, quote: str) -> None:
    assert not nearly_stands(INDEX, version, {article}, quote)
