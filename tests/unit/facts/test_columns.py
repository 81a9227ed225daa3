import pytest

from basischeck.facts import TABLES, Scope, frame, schema


@pytest.mark.parametrize("scope", list(TABLES))
def test_every_column_is_documented_once_in_chinese(scope: Scope) -> None:
    names = [column.name for column in TABLES[scope]]
    assert len(names) == len(set(names))
    assert all(any("一" <= char <= "鿿" for char in column.doc) for column in TABLES[scope])


def test_a_row_with_a_column_that_is_not_documented_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        frame("item", [{"colour": "red"}])


def test_a_column_that_a_row_leaves_out_is_null() -> None:
    table = frame("basis", [{"title": "某法"}])
    assert table["title"].to_list() == ["某法"]
    assert table.columns == list(schema("basis"))
    assert table["status"].to_list() == [None]
