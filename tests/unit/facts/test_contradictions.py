"""Of category, name and code that contradict each other, the cell of the odd one out is where a reader is sent."""

from dataclasses import replace

from basischeck.catalog.model import FieldText, Item
from basischeck.facts.codes import code_facts
from basischeck.facts.contradictions import contradictions
from tests.rules.lists import list_of

_COLUMNS = {"权力类型": "A", "事项名称": "B", "编码": "C"}


def _items(*rows: tuple[str, str, str], merged: bool = False) -> list[Item]:
    built = list_of([{"权力类型": category, "事项名称": name, "编码": code} for category, name, code in rows]).items
    found = []
    for item in built:
        fields = {
            f: FieldText(t.text, f"{_COLUMNS[f]}{item.row}", item.row) for f, t in item.fields.items() if f in _COLUMNS
        }
        if merged:
            fields["权力类型"] = FieldText(item.category, "A2", 2)
        found.append(replace(item, fields=fields))
    return found


_FINES = [
    ("行政处罚", f"对{trade}行为的处罚", f"CF00{n}") for n, trade in enumerate(("甲", "乙", "丙", "丁", "戊", "己"), 1)
]


def _facts(*rows: tuple[str, str, str], merged: bool = False) -> dict[int, dict[str, str | None]]:
    items = _items(*rows, merged=merged)
    return dict(contradictions(items, code_facts(items)))


def test_the_category_is_looked_at_first_where_nothing_else_speaks() -> None:
    facts = _facts(("行政许可", "对甲行为的处罚", ""), ("行政许可", "某某经营许可", ""))
    assert facts == {
        0: {"contradicting_category": "行政处罚", "contradiction_cell": "A2", "contradiction_beside": "B2"},
    }


def test_the_name_is_looked_at_where_code_and_category_agree() -> None:
    facts = _facts(*_FINES, ("行政处罚", "某某经营许可", "CF007"))
    assert facts[6]["contradiction_cell"] == "B8"
    assert facts[6]["contradiction_beside"] == "A8"


def test_the_category_is_looked_at_where_code_and_name_agree() -> None:
    facts = _facts(*_FINES, ("行政许可", "对庚行为的处罚", "CF007"))
    assert facts[6]["contradiction_cell"] == facts[6]["code_kind_cell"] == "A8"


def test_the_code_is_looked_at_where_name_and_category_agree_or_the_name_says_nothing() -> None:
    for name in ("对庚行为的处罚", "未经批准经营"):
        assert _facts(*_FINES, ("行政处罚", name, "XK007"))[6]["code_kind_cell"] == "C8"


def test_a_category_merged_over_many_items_is_not_the_cell_of_one() -> None:
    facts = _facts(("行政许可", "对甲行为的处罚", ""), ("行政许可", "某某经营许可", ""), merged=True)
    assert facts[0]["contradiction_cell"] == "B2"
    assert facts[0]["contradiction_beside"] is None
