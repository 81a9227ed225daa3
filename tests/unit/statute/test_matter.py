"""What a provision is about, as hashes: written and read back, blind to common words and to what is done about it."""

from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute.matter import decode_matter, encode_matter, pairs_of
from basischeck.statute.model import ArticleText, ItemText, ParagraphText

_WORDS = st.text("花木栽种示范许可违反规定，由林业部门罚款。", max_size=40)
_ITEMS = st.lists(_WORDS, max_size=3).map(lambda texts: tuple(ItemText(n, text) for n, text in enumerate(texts, 1)))
_PARAGRAPHS = st.lists(st.builds(ParagraphText, _WORDS, _ITEMS), max_size=3).map(tuple)
_ARTICLES = st.lists(st.builds(ArticleText, st.just("1"), _PARAGRAPHS), min_size=1, max_size=4)


@given(_ARTICLES)
def test_编码再解码不变(articles: list[ArticleText]) -> None:
    wanted = [
        (a, p, i, pairs)
        for a, article in enumerate(articles)
        for p, paragraph in enumerate(article.paragraphs)
        for i, text in enumerate([paragraph.text, *(item.text for item in paragraph.items)], -1)
        if (pairs := pairs_of(text))
    ]
    found = [(one.article, one.paragraph, one.item, one.pairs) for one in decode_matter(encode_matter(articles))]
    assert found == wanted


def test_common_words_and_consequences_are_no_matter() -> None:
    wild = "擅自采挖示范花木的"
    assert pairs_of(wild) == pairs_of("违反本条例规定，未按照规定采挖示范花木的，由林业部门责令改正，处五百元以下的罚款。")
    assert pairs_of("违反本法规定的，由有关部门处以罚款。") == frozenset()


def test_the_order_of_the_pairs_tells_nothing() -> None:
    (one,) = decode_matter(encode_matter([ArticleText("1", (ParagraphText("采挖示范花木。"),))]))
    (other,) = decode_matter(encode_matter([ArticleText("1", (ParagraphText("示范花木，采挖。"),))]))
    assert other.pairs <= one.pairs
