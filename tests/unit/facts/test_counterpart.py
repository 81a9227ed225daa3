"""Which 款 or 项 of another article has the words of a cited one."""

from typing import Any, cast

import pytest

from basischeck.citation import Locator
from basischeck.facts.counterpart import Counterpart, Target, about_the_same, counterpart, stands_elsewhere
from basischeck.statute import Index
from basischeck.statute.fingerprint import decode, encode
from basischeck.statute.matter import decode_matter, encode_matter
from basischeck.statute.model import ArticleText, Document, ItemText, ParagraphText, Source
from basischeck.statute.skeleton import decode_skeleton, encode_skeleton


def _article(number: str, *paragraphs: tuple[str, ...]) -> ArticleText:
    """Return an article; of each paragraph the first text is its own, the others are its items."""
    return ArticleText(
        number,
        tuple(ParagraphText(own, tuple(ItemText(n, text) for n, text in enumerate(items, 1))) for own, *items in paragraphs),
    )


OLD = (
    _article(
        "3",
        ("检查时可以采取下列措施：", "进入场所查看；", "查封工具；", "询问有关人员，要求其说明情况；", "法律规定的其他措施。"),
        ("检查人员应当出示证件，并制作笔录。",),
    ),
    _article("4", ("未登记的，由主管部门责令改正，处一千元罚款。",), ("未报告的，由主管部门责令改正，处二千元罚款。",)),
    _article("5", ("放养牲畜的，责令改正。",), ("使用禁用药剂的，没收药剂，处三百元罚款。",)),
)
NEW = (
    _article(
        "4",
        ("检查时可以采取下列措施：", "进入场所查看；", "询问有关人员，要求其说明情况；", "查阅记录；", "查封工具；"),
        ("检查人员应当出示证件，并制作笔录。",),
    ),
    _article("6", ("未公示的，由主管部门责令改正，处一千元罚款。",), ("未备案的，由主管部门责令改正，处五千元罚款。",)),
    _article("7", ("伪造档案的，处五百元罚款。",), ("使用禁用药剂的，没收药剂，处三百元罚款。",)),
    _article("8", ("检查人员应当出示证件，并制作笔录。",)),
    _article("9", ("牲畜放养在园区内的，处罚款。",), ("喷洒使用国家禁用药剂的，没收药剂，处罚款。",)),
)


class _Held:
    """The part of an index that is asked: the skeletons and fingerprints of two texts."""

    def __init__(self) -> None:
        self._texts = {"old": OLD, "new": NEW}

    def skeleton(self, version: str) -> Any:
        return decode_skeleton(encode_skeleton(Document("某条例", Source("", ""), articles=self._texts[version])))

    def has_matter(self, version: str) -> bool:
        return True

    def matter(self, version: str) -> Any:
        return tuple(decode_matter(encode_matter(self._texts[version])))

    def prints(self, version: str) -> Any:
        return tuple(decode(encode(self._texts[version])))


INDEX = cast(Index, _Held())


def _at(article: str, paragraph: int | None = None, item: int | None = None) -> Locator:
    return Locator(article=article, paragraph=paragraph, item=item)


def _found(cited: Locator, *articles: str) -> Counterpart:
    return counterpart(INDEX, "old", cited, [Target("new", article) for article in articles])


@pytest.mark.parametrize(
    ("cited", "place"),
    [
        pytest.param(_at("3", 1, 2), _at("4", 1, 4), id="an item under another number"),
        pytest.param(_at("3", None, 3), _at("4", 1, 2), id="an item cited without its paragraph"),
        pytest.param(_at("3", 2), _at("4", 2), id="a paragraph"),
        pytest.param(_at("3"), _at("4"), id="an article"),
    ],
)
def test_the_place_of_the_cited_words_is_named(cited: Locator, place: Locator) -> None:
    found = _found(cited, "4")
    assert [locator for _, locator in found.places] == [place]
    assert found.open is None


def test_an_item_that_is_gone_leaves_its_paragraph_and_says_so() -> None:
    found = _found(_at("3", 1, 4), "4")
    assert [locator for _, locator in found.places] == [_at("4", 1)]
    assert found.open == "项"


def test_words_that_every_paragraph_of_the_article_has_tell_no_paragraph_from_another() -> None:
    found = _found(_at("4", 1), "6")
    assert [locator for _, locator in found.places] == [_at("6")]
    assert found.open == "款"


def test_an_article_of_one_paragraph_may_have_taken_the_place_of_another_one() -> None:
    found = _found(_at("3", 1), "8")  # it has the words of 3(2)
    assert [locator for _, locator in found.places] == [_at("8")]
    assert found.open == "款"
    assert _found(_at("3", 2), "8").open is None


def test_a_paragraph_that_stands_in_two_of_several_articles_is_named_in_none() -> None:
    assert [locator for _, locator in _found(_at("3", 2), "4", "8").places] == [_at("4"), _at("8")]


def test_a_paragraph_of_a_deleted_article_is_found_where_it_stands_word_for_word() -> None:
    assert stands_elsewhere(INDEX, "old", _at("5", 2), "new") == _at("7", 2)
    assert stands_elsewhere(INDEX, "old", _at("5", 1), "new") is None
    assert stands_elsewhere(INDEX, "old", _at("5"), "new") is None


def test_a_paragraph_that_stands_twice_is_found_nowhere() -> None:
    assert stands_elsewhere(INDEX, "old", _at("3", 2), "new") is None


def test_a_reworded_paragraph_is_the_one_that_is_about_the_same() -> None:
    assert about_the_same(INDEX, "old", _at("5", 2), [Target("new", "9")]) == _at("9", 2)


def test_a_paragraph_that_nothing_is_about_is_found_nowhere() -> None:
    assert about_the_same(INDEX, "old", _at("5", 2), [Target("new", "6")]) is None
    assert about_the_same(INDEX, "old", _at("3", 1, 9), [Target("new", "4")]) is None
