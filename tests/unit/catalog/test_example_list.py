import runpy
from pathlib import Path

import pytest

from basischeck.catalog import ListFile, read_list
from tests.unit.catalog.sheets import assert_every_row_is_accounted_for

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def example() -> ListFile:
    return read_list(EXAMPLES / "示例清单.xlsx")


def test_the_example_list_is_what_its_script_writes(example: ListFile, tmp_path: Path) -> None:
    script = runpy.run_path(str(EXAMPLES / "build_example.py"))
    script["build"](tmp_path / "示例清单.xlsx")
    again = read_list(tmp_path / "示例清单.xlsx")
    assert [(item.key, item.bases, item.rows) for item in again.items] == [
        (item.key, item.bases, item.rows) for item in example.items
    ]


def test_the_example_list_is_read_whole(example: ListFile) -> None:
    assert_every_row_is_accounted_for(example)
    assert len(example.items) == 47
    assert example.sheets[0].header_rows == (3, 4)
    assert example.sheets[1].stated_count == 15
    assert example.region == "示例市"
    assert {item.category_from for item in example.items if item.sheet != "权责清单"} == {"sheet"}
    assert [item.row for item in example.items if not item.fields["设定依据"].text] == [16, 17]


def test_each_row_the_guide_names_holds_the_item_it_names(example: ListFile) -> None:
    guide = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for sheet, part in zip(example.sheets, guide.split("## 工作表")[1:], strict=True):
        names = {item.row: item.name for item in example.items if item.sheet == sheet.name}
        rows = [line.split(" | ") for line in part.splitlines() if line[:3].startswith("| ") and line[2].isdigit()]
        assert rows
        for numbers, name, *_ in rows:
            for number in numbers.strip("| ").split("、"):
                assert names[int(number)] == name
