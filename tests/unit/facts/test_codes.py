from collections.abc import Mapping, Sequence

from basischeck.catalog.model import Item
from basischeck.facts.codes import code_facts, code_of
from tests.rules.lists import list_of


def _items(given: Sequence[Mapping[str, str]]) -> tuple[Item, ...]:
    return list_of([{"事项名称": f"对行为{n}的处罚", **item} for n, item in enumerate(given)]).items


def test_a_stroke_is_no_code() -> None:
    assert [code_of(item) for item in _items([{"编码": "/"}, {"编码": "无"}, {"编码": "ａ１ 2"}])] == ["", "", "A12"]


def test_codes_of_one_form_are_sound() -> None:
    assert code_facts(_items([{"编码": f"6502CF{n:03}"} for n in range(20)])) == {}


def test_a_letter_in_place_of_a_figure_is_another_form() -> None:
    found = code_facts(_items([{"编码": f"6502CF{n:03}"} for n in range(20)] + [{"编码": "6502CFO21"}]))
    assert [fault.usual for fault in found.values()] == ["6502CF000"]


def test_every_further_item_of_a_code_names_the_first() -> None:
    found = code_facts(_items([{"编码": "A1"}, {"编码": "A1"}, {"编码": "A1"}]))
    assert [(position, fault.shared_with) for position, fault in found.items()] == [
        (1, "清单 第2行“对行为0的处罚”"),
        (2, "清单 第2行“对行为0的处罚”"),
    ]


def test_letters_mean_nothing_where_the_list_does_not_use_them_so() -> None:
    assert code_facts(_items([{"编码": f"CF{n:03}", "权力类型": "行政许可"} for n in range(6)])) == {}


def test_a_plain_count_grows_longer_without_fault() -> None:
    assert code_facts(_items([{"编码": f"CF-{n}"} for n in range(1, 60)])) == {}
