"""Real lists: item counts against a count with other logic, and what every reading of them must keep."""

import io
import re
from pathlib import Path

import pytest
import python_calamine

from basischeck.catalog import Item, ListFile, read_list

STATED = {
    "农业农村局": 311,
    "市场监督管理局": 442,
    "交通运输局": 360,
    "消防监督执法": 75,
    "人力资源和社会保障局": 108,
    "商务局": 21,
    "财政局": 19,
    "档案局": 12,
    "机关事务管理局": 10,
    "科学技术局": 4,
    "统计局": 3,
}
"""Items of each workbook as an independent count gives them, rows that repeat an item for another level merged."""


def workbook_of(shared: Path, words: str) -> Path:
    found = [path for path in sorted((shared / "catalogs" / "karamay").iterdir()) if words in path.name]
    assert len(found) == 1
    return found[0]


def counted(path: Path) -> int:
    """Count without the reader: the serial numbers a sheet gives, and the names and sub-names that stand without one.

    Each number counts once for each name（1 and again 1 for another level is one item; "2,3" is two); merged cells hold
    their text in the first cell only, so rows below an item give nothing.
    """
    book = opened(path)
    total = 0
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python()
        top = next((n for n, row in enumerate(rows) if re.sub(r"\s", "", str(row[0])) == "序号"), None)
        if top is None:
            continue
        words = [re.sub(r"\s", "", str(cell)) for cell in rows[top]]
        name = words.index("事项名称") if "事项名称" in words else words.index("项目")
        sub = words.index("子项名称") if "子项名称" in words else None
        seen: set[tuple[str, str, str]] = set()
        for row in rows[top + 1 :]:
            numbers = re.findall(r"\d+(?:-\d+)?", re.sub(r"\.0$", "", str(row[0]))) or [""]
            text = re.sub(r"\s", "", str(row[name]))
            below = re.sub(r"\s", "", str(row[sub])) if sub is not None else ""
            if not text and not below:
                continue
            seen.update((number, text, below) for number in numbers)
        total += len(seen)
    return total


@pytest.mark.parametrize("words", STATED)
def test_items_agree_with_an_independent_count(shared: Path, words: str) -> None:
    path = workbook_of(shared, words)
    found = sum(len(item.serials) or 1 for item in read_list(path).items)
    assert counted(path) == STATED[words]
    assert found == STATED[words]


@pytest.fixture(scope="module")
def lists(shared: Path) -> list[ListFile]:
    folder = shared / "catalogs"
    return [read_list(path) for path in (*sorted((folder / "karamay").iterdir()), folder / "江门市生态环境裁量表.xls")]


def test_every_row_of_every_sheet_is_an_item_or_skipped_once(lists: list[ListFile]) -> None:
    for found in lists:
        for info in found.sheets:
            items = {row for item in found.items if item.sheet == info.name for row in item.rows}
            skipped = [row for skip in found.skipped if skip.sheet == info.name for row in range(skip.first, skip.last + 1)]
            assert items.isdisjoint(skipped)
            assert items | set(skipped) - {0} == set(range(1, info.rows + 1))


def test_every_item_has_a_name_a_category_and_a_founding_basis(lists: list[ListFile]) -> None:
    for found in lists:
        for item in found.items:
            assert item.name
            assert item.category
            assert any(basis.role == "设定依据" for basis in item.bases)


def test_every_basis_is_the_text_of_its_own_cell_and_column(lists: list[ListFile]) -> None:
    """Read each cell again by its address: no text of a neighbour, none cut short, none under a header of another role."""
    for found in lists:
        book = opened(Path(found.file))
        cells = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
        for item in found.items:
            for basis in item.bases:
                pieces = pieces_of(item, basis.parts or ((0, basis.cell, basis.row),), basis.text)
                for cell, text in pieces:
                    column, row = column_and_row(cell)
                    assert str(cells[item.sheet][row][column]).split() == text.split()
                assert ("责任事项" in re.sub(r"\s", "", basis.header)) == (basis.role == "责任事项依据")


def test_no_cell_under_a_basis_header_is_lost(lists: list[ListFile]) -> None:
    for found in lists:
        book = opened(Path(found.file))
        for info in found.sheets:
            columns = [column_and_row(f"{letters}1")[0] for letters, field in info.columns.items() if field.endswith("依据")]
            columns = [column for column in columns if info.columns[letters_of(column)] != "收费依据"]
            read = {
                cell
                for item in found.items
                if item.sheet == info.name
                for basis in item.bases
                for _, cell, _ in basis.parts or ((0, basis.cell, basis.row),)
            }
            hidden = {note for note in found.notes if "盖住" in note and info.name in note}
            rows = book.get_sheet_by_name(info.name).to_python(skip_empty_area=False) if info.header_rows else []
            for number, row in enumerate(rows[max(info.header_rows, default=0) :], max(info.header_rows, default=0) + 1):
                for column in columns:
                    cell = f"{letters_of(column)}{number}"
                    if "《" in str(row[column]) and not any(f" {cell} " in note for note in hidden):
                        assert cell in read


def test_the_discretion_table_is_read_with_its_acts_as_items(lists: list[ListFile]) -> None:
    found = lists[-1]
    serials = [serial for item in found.items for serial in item.serials]
    assert len(found.items) == 165
    assert len(set(serials)) == len(serials) == 165
    assert {item.category for item in found.items} == {"行政处罚"}
    assert [info.name for info in found.sheets if not info.header_rows] == ["Sheet4", "Sheet5"]
    shared_basis = [item for item in found.items if item.bases[0].row < item.row]
    assert [item.serials for item in shared_basis] == [("9-2",)]


def pieces_of(item: Item, parts: tuple[tuple[int, str, int], ...], text: str) -> list[tuple[str, str]]:
    ends = [start for start, _, _ in parts[1:]] + [len(text)]
    return [(cell, text[start:end]) for (start, cell, _), end in zip(parts, ends, strict=True)]


def column_and_row(cell: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(digits) - 1


def letters_of(column: int) -> str:
    return chr(65 + column)


def opened(path: Path) -> python_calamine.CalamineWorkbook:
    """Open by content: the names of these files lie about their format."""
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
