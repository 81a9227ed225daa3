import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.citation import Locator
from basischeck.facts.granularity import depth_facts, quoted_parts
from basischeck.statute.fingerprint import Print, decode, encode
from basischeck.statute.model import ArticleText, ItemText, ParagraphText
from basischeck.statute.skeleton import Article, Paragraph, Skeleton

# An invented statute: article 1 of one paragraph, 2 of three, 3 with items, 4 of two paragraphs, the first with items.
_ARTICLES = (
    ArticleText("1", (ParagraphText("甲单位应当登记，登记不收费。"),)),
    ArticleText(
        "2",
        (
            ParagraphText("乙单位应当报告，报告每年一次。"),
            ParagraphText("丙单位应当备案，备案不设期限。"),
            ParagraphText("丁单位不适用前两款规定。"),
        ),
    ),
    ArticleText("3", (ParagraphText("有下列情形之一的，责令改正：", (ItemText(1, "未登记的；"), ItemText(2, "未报告，或者报告不实的；"))),)),
    ArticleText(
        "4",
        (
            ParagraphText("有下列情形之一的，处以罚款：", (ItemText(1, "未备案，逾期不改的；"), ItemText(2, "拒绝检查，情节严重的。"))),
            ParagraphText("前款罚款由主管部门决定，上缴国库。"),
        ),
    ),
)


def _shape(article: ArticleText) -> Article:
    paragraphs = (Paragraph(tuple(i.number for i in p.items), tuple(len(i.subitems) for i in p.items)) for p in article.paragraphs)
    return Article(article.number, tuple(paragraphs), (None, None, None, None))


SKELETON = Skeleton(tuple(map(_shape, _ARTICLES)), ())
PRINTS: tuple[Print, ...] = tuple(decode(encode(_ARTICLES)))


def _below(**path: object) -> tuple[object, object]:
    facts = depth_facts(SKELETON, Locator(**path))  # type: ignore[arg-type]
    return facts.get("below"), facts.get("below_count")


@pytest.mark.parametrize(
    ("path", "below"),
    [
        ({"article": "1"}, (None, None)),
        ({"article": "2"}, ("款", 3)),
        ({"article": "2", "paragraph": 3}, (None, None)),
        ({"article": "3"}, ("项", 2)),
        ({"article": "3", "item": 1}, (None, None)),
        ({"article": "4"}, ("款", 2)),
        ({"article": "4", "paragraph": 1}, ("项", 2)),
        ({"article": "4", "item": 2}, (None, None)),
        ({"chapter": 1}, (None, None)),
        ({"annex": "附件1"}, (None, None)),
    ],
)
def test_what_stands_below_a_citation_is_the_next_level_of_the_text(path: dict[str, object], below: tuple[object, object]) -> None:
    assert _below(**path) == below


def test_the_first_paragraph_of_an_article_of_one_is_no_paragraph() -> None:
    assert depth_facts(SKELETON, Locator(article="3", paragraph=1, item=2))["plain_locator"] == "第三条第（二）项"
    assert "plain_locator" not in depth_facts(SKELETON, Locator(article="2", paragraph=1))


@pytest.mark.parametrize(
    ("path", "quote", "part"),
    [
        ({"article": "2"}, "丙单位应当备案，备案不设期限。", "第二条第二款"),
        ({"article": "3"}, "有下列情形之一的，责令改正：（二）未报告，或者报告不实的", "第三条第（二）项"),
        ({"article": "4"}, "有下列情形之一的，处以罚款：（一）未备案，逾期不改的", "第四条第一款第（一）项"),
        ({"article": "4"}, "前款罚款由主管部门决定，上缴国库。", "第四条第二款"),
        ({"article": "4", "paragraph": 1}, "有下列情形之一的，处以罚款：2.拒绝检查，情节严重的", "第四条第一款第（二）项"),
    ],
)
def test_a_quotation_of_one_part_shows_which(path: dict[str, str], quote: str, part: str) -> None:
    facts = quoted_parts(SKELETON, PRINTS, Locator(**path), quote)  # type: ignore[arg-type]
    assert (facts["quoted_part"], facts["quoted_parts"]) == (part, 1)


@pytest.mark.parametrize(
    ("article", "quote", "parts"),
    [
        ("2", "乙单位应当报告，报告每年一次。丙单位应当备案，备案不设期限。", 2),
        ("3", "有下列情形之一的，责令改正：（一）未登记的；（二）未报告，或者报告不实的", 2),
        # The marks speak for items whose words were changed since.
        ("3", "有下列情形之一的，责令改正：（一）未办登记的；（二）未报告，或者报告不实的", 2),
    ],
)
def test_a_quotation_of_several_parts_means_them_all(article: str, quote: str, parts: int) -> None:
    facts = quoted_parts(SKELETON, PRINTS, Locator(article=article), quote)
    assert facts["quoted_parts"] == parts
    assert "quoted_part" not in facts


def test_an_opening_sentence_alone_speaks_for_all_its_items() -> None:
    facts = quoted_parts(SKELETON, PRINTS, Locator(article="3"), "有下列情形之一的，责令改正：")
    assert facts == {"quote_stands": True, "quoted_parts": 2}


def test_a_single_clause_shows_its_paragraph_where_nothing_else_is_quoted() -> None:
    assert quoted_parts(SKELETON, PRINTS, Locator(article="2"), "丁单位不适用前两款规定。")["quoted_part"] == "第二条第三款"


def test_an_older_text_of_several_paragraphs_shows_nothing() -> None:
    quote = "乙单位应当申报，申报每年两次。丙单位应当备案，备案不设期限，另行规定的除外。"
    facts = quoted_parts(SKELETON, PRINTS, Locator(article="2"), quote)
    assert facts["quote_stands"] is False
    assert "quoted_part" not in facts


def test_what_a_quotation_leaves_out_may_be_the_other_paragraphs() -> None:
    assert quoted_parts(SKELETON, PRINTS, Locator(article="2"), "乙单位应当报告，报告每年一次。……") == {"quote_stands": False}


def test_one_clause_among_strange_ones_shows_no_paragraph() -> None:
    facts = quoted_parts(SKELETON, PRINTS, Locator(article="2"), "丙单位应当备案，旧文本另有规定，旧文本又有规定。")
    assert facts["quote_stands"] is False
    assert "quoted_part" not in facts


@given(st.sampled_from(["1", "2", "3", "4"]), st.text("甲乙丙丁，。（一）（二）；：", max_size=40))
def test_抄什么都不出错(article: str, quote: str) -> None:
    facts = quoted_parts(SKELETON, PRINTS, Locator(article=article), quote)
    assert facts.get("quoted_part") is None or facts["quoted_parts"] == 1
