from basischeck.compare.basis import likeness, same_basis
from tests.unit.compare.lists import a_list, reader


def _provisions(text: str):  # type: ignore[no-untyped-def]  # a tuple of Provision
    return reader().provisions(a_list(("事项", "行政处罚", text)).items[0])


def test_short_and_full_title_name_the_same_provision() -> None:
    assert same_basis(_provisions("《食品安全法》第五十条"), _provisions("【法律】《中华人民共和国食品安全法》（2021年修正）第五十条"))


def test_a_paragraph_that_only_one_side_states_is_no_difference() -> None:
    assert same_basis(_provisions("《食品安全法》第五十条"), _provisions("《食品安全法》第五十条第二款"))


def test_other_paragraphs_are_other_provisions() -> None:
    assert not same_basis(_provisions("《食品安全法》第五十条第一款"), _provisions("《食品安全法》第五十条第二款"))


def test_a_provision_more_is_a_difference() -> None:
    one, two = _provisions("《食品安全法》第五十条"), _provisions("《食品安全法》第五十条、第五十一条")
    assert not same_basis(one, two)
    assert 0.5 < likeness(one, two) < 1


def test_a_basis_that_cannot_be_read_is_compared_as_text() -> None:
    assert same_basis(_provisions("三定方案"), _provisions("三 定方案"))
    assert not same_basis(_provisions("三定方案"), _provisions("会议纪要"))
