from datetime import date

from basischeck.compare.basis import BasisReader, likeness, same_basis, same_provisions
from basischeck.statute import open_index
from tests.unit.compare.lists import reader


def _provisions(text: str):  # type: ignore[no-untyped-def]  # a tuple of Provision
    return reader().provisions([text])


def test_short_and_full_title_name_the_same_provision() -> None:
    assert same_basis(_provisions("《食品安全法》第五十条"), _provisions("【法律】《中华人民共和国食品安全法》（2021年修正）第五十条"))


def test_a_paragraph_that_only_one_side_states_agrees_and_is_another_provision() -> None:
    whole, part = _provisions("《食品安全法》第五十条"), _provisions("《食品安全法》第五十条第二款")
    assert same_basis(whole, part)
    assert not same_provisions(whole, part)


def test_an_item_is_the_same_whether_or_not_its_paragraph_is_stated() -> None:
    assert same_provisions(_provisions("《食品安全法》第五十条第（二）项"), _provisions("《食品安全法》第五十条第一款第（二）项"))


def test_the_first_paragraph_of_an_article_of_one_is_the_article() -> None:
    known = BasisReader(open_index(), date(2026, 11, 22))

    def read(text: str):  # type: ignore[no-untyped-def]  # a tuple of Provision
        return known.provisions([text])

    assert same_provisions(read("《行政处罚法》第九条"), read("《行政处罚法》第九条第一款"))
    assert not same_provisions(read("《食品安全法》第五十条"), read("《食品安全法》第五十条第一款"))


def test_the_order_of_provisions_does_not_matter() -> None:
    one, two = _provisions("《食品安全法》第五十条、第五十一条"), _provisions("《食品安全法》第五十一条规定；\n《食品安全法》第五十条规定")
    assert same_provisions(one, two)


def test_other_paragraphs_are_other_provisions() -> None:
    assert not same_basis(_provisions("《食品安全法》第五十条第一款"), _provisions("《食品安全法》第五十条第二款"))


def test_a_provision_more_is_a_difference() -> None:
    one, two = _provisions("《食品安全法》第五十条"), _provisions("《食品安全法》第五十条、第五十一条")
    assert not same_basis(one, two)
    assert 0.5 < likeness(one, two) < 1


def test_a_basis_that_cannot_be_read_is_compared_as_text() -> None:
    assert same_basis(_provisions("三定方案"), _provisions("三 定方案"))
    assert not same_basis(_provisions("三定方案"), _provisions("会议纪要"))
