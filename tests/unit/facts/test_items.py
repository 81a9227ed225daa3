import pytest

from basischeck.catalog.model import Item, ListFile
from basischeck.facts.actors import actor_faults
from basischeck.facts.fields import DUTIES, FURTHER, REQUIRED, sheet_fields
from basischeck.facts.items import add_doubles, item_rows, list_rows
from basischeck.facts.names import name_faults
from tests.rules.lists import list_of


def _columns(read: ListFile) -> dict[tuple[str, str], frozenset[str]]:
    return {(read.file, sheet.name): frozenset(sheet.columns.values()) for sheet in read.sheets}


def _actors(*actors: str) -> tuple[Item, ...]:
    return list_of([{"行使主体": actor} for actor in actors]).items


def test_an_empty_field_is_missing_only_where_the_list_has_its_column() -> None:
    read = list_of([{"责任事项": "受理"}, {"责任事项": ""}])
    fields = sheet_fields(read.items, frozenset(read.sheets[0].columns.values()))
    assert [fields.of(n, DUTIES) for n in range(2)] == [[], ["责任事项"]]
    assert fields.of(1, FURTHER) == []


def test_a_column_that_most_items_leave_empty_is_one_fault() -> None:
    read = list_of([{"行使主体": ""}] * 30)
    fields = sheet_fields(read.items, frozenset(read.sheets[0].columns.values()))
    assert fields.mostly_empty == ("行使主体",)
    assert fields.of(0, REQUIRED) == []


def test_the_rows_of_a_table_keep_the_order_of_the_items() -> None:
    read = list_of([{"事项名称": f"对行为{n}的处罚"} for n in range(4)])
    rows = item_rows(read.items, _columns(read))
    assert [(row["item"], row["name"]) for row in rows] == [(n, f"对行为{n}的处罚") for n in range(4)]


def test_a_sheet_counts_items_numbers_and_names() -> None:
    read = list_of([{"序号": "1,2", "子项名称": "甲"}, {"序号": "3", "子项名称": "乙"}])
    row = next(iter(list_rows([read])))
    assert (row["items"], row["numbers"], row["names"]) == (2, 3, 1)


def test_no_two_files_are_compared() -> None:
    one, other = list_of([{}]), list_of([{}])
    moved = ListFile("另一.xlsx", other.sheets, tuple(_moved(item) for item in other.items), ())
    items = [*one.items, *moved.items]
    rows = item_rows(items, _columns(one) | _columns(moved))
    add_doubles(rows, items, {})
    assert [row.get("duplicate_of") for row in rows] == [None, None]


def _moved(item: Item) -> Item:
    return Item(**{**{name: getattr(item, name) for name in Item.__dataclass_fields__}, "file": "另一.xlsx"})


@pytest.mark.parametrize(
    ("actor", "kind"),
    [
        ("甲市某某局", None),
        ("市某某局", "写法不一"),
        ("地州市级某某局", "写法不一"),
        ("乙县某某局", "另一主体"),
        ("某某省某某局", "另一主体"),
        ("甲市公安局", "另一主体"),
        ("甲市某某局、甲市公安局", None),
        ("甲市公安局和甲市某某局", None),
    ],
)
def test_a_body_is_held_against_that_of_four_fifths(actor: str, kind: str | None) -> None:
    found = actor_faults(_actors(*["甲市某某局"] * 8, actor))
    assert [fault.kind for fault in found.values()] == ([kind] if kind else [])


def test_a_list_of_several_bodies_has_no_usual_one() -> None:
    assert actor_faults(_actors(*["甲市某某局"] * 4, *["甲市公安局"] * 4)) == {}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("行政处罚", "没有对象"),
        ("对违法行为的行政处罚", "没有对象"),
        ("对违反有关法律、法规规定的行为进行处罚", "没有对象"),
        ("监督检查", "没有对象"),
        ("对《某某条例》第五十九条列举的违法行为的处罚", "只写条号"),
        ("1.行政检查", "没有对象"),
        ("行政许可事项12", None),
        ("对某企业的检查", None),
        ("对违反《某某条例》规定倾倒垃圾的处罚", None),
        ("企业备案登记", None),
    ],
)
def test_a_name_of_general_words_says_nothing(name: str, fault: str | None) -> None:
    assert list(name_faults(list_of([{"事项名称": name}]).items).values()) == ([fault] if fault else [])
