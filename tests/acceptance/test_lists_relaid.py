"""Real lists laid out anew, in other wordings, orders, formats and merges, are read as the same items."""

import contextlib
import csv
import io
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest

from basischeck.catalog import Item, ListError, ListFile, read_bytes, read_list

WORDINGS = {
    "序号": ["序号", "序 号", "项目序号"],
    "事项名称": ["职权名称", "权力名称", "权责事项名称", "行政职权名称", "事项\n名称", "项目名称", "主项名称"],
    "子项名称": ["子项", "子项名称", "小项名称", "子项目"],
    "权力类型": ["职权类型", "职权类别", "事项类型", "权力类别", "类别"],
    "设定依据": ["设定依据", "法律依据", "实施依据", "职权依据", "设立依据", "法律法规依据", "执法依据", "依据", "实施依据（法律法规及条款）"],
    "责任事项依据": ["责任事项依据", "责任依据", "责任事项的依据", "履职依据"],
    "行使主体": ["实施主体", "责任主体", "实施机关", "职权行使主体"],
    "备注": ["备注"],
}
NUMBERED = re.compile(r"\s*[(（]?[一二三四五六七八九十\d]|\s*[《【]")
SEEDS = range(24)


@dataclass
class Layout:
    """A list written anew: rows, merged ranges (0-based corners), and what should be read from it."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    expected: list[tuple[str, ...]] = field(default_factory=list)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def basis_text(item: Item, role: str) -> str:
    return next((basis.text for basis in item.bases if basis.role == role), "")


def split_place(text: str) -> int:
    """Give a place in the middle of a text where what follows could not begin a basis of its own."""
    place = len(text) // 2
    while place < len(text) - 1 and NUMBERED.match(text[place:]):
        place += 1
    return place


def lay_out(items: list[Item], dice: random.Random, *, merging: bool, splitting: bool) -> Layout:
    made = Layout([["某某县某某局权责清单"]] if dice.random() < 0.8 else [])
    order = list(WORDINGS)
    dice.shuffle(order)
    made.rows.append([dice.choice(WORDINGS[name]) for name in order])
    for number, item in enumerate(items, 1):
        texts = {
            "序号": str(number),
            "事项名称": item.name,
            "子项名称": item.sub_name,
            "权力类型": item.category,
            "设定依据": basis_text(item, "设定依据"),
            "责任事项依据": basis_text(item, "责任事项依据"),
            "行使主体": item.fields["行使主体"].text,
            "备注": "",
        }
        bases = (plain(texts["设定依据"]), plain(texts["责任事项依据"]))
        made.expected.append((plain(item.name), plain(item.sub_name), item.category, *bases))
        rest = ""
        if splitting and dice.random() < 0.3 and len(texts["设定依据"]) > 60:
            place = split_place(texts["设定依据"])
            texts["设定依据"], rest = texts["设定依据"][:place], texts["设定依据"][place:]
        made.rows.append([texts[name] for name in order])
        if rest:
            made.rows.append([rest if name == "设定依据" else "" for name in order])
            last = len(made.rows) - 1
            made.merged += [(last - 1, column, last, column) for column, name in enumerate(order) if merging and name != "设定依据"]
    return made


def as_xlsx(layout: Layout) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in layout.rows:
        sheet.append([re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text) or None for text in row])
    for top, left, bottom, right in layout.merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_csv(layout: Layout, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(layout.rows)
    return text.getvalue().encode(encoding)


def read_again(found: ListFile) -> list[tuple[str, ...]]:
    return [
        (
            plain(item.name),
            plain(item.sub_name),
            item.category,
            *(plain("".join(basis.text for basis in item.bases if basis.role == role)) for role in ("设定依据", "责任事项依据")),
        )
        for item in found.items
    ]


@pytest.fixture(scope="module")
def lists(shared: Path) -> list[ListFile]:
    return [read_list(path) for path in sorted((shared / "catalogs" / "karamay").iterdir())]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_list_laid_out_anew_is_read_as_the_same_items(lists: list[ListFile], seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - layouts, no secrets
    source = dice.choice(lists)
    items = dice.sample(list(source.items), min(40, len(source.items)))
    merging = dice.random() < 0.5
    layout = lay_out(items, dice, merging=merging, splitting=dice.random() < 0.7)
    data = as_xlsx(layout) if merging else as_csv(layout, dice.choice(["utf-8-sig", "gb18030"]))
    assert read_again(read_bytes(data, "x")) == layout.expected


def test_a_workbook_cut_short_gives_everything_or_one_error(shared: Path, lists: list[ListFile]) -> None:
    for path, whole in zip(sorted((shared / "catalogs" / "karamay").iterdir()), lists, strict=True):
        data = path.read_bytes()
        for share in (0.02, 0.3, 0.6, 0.9, 0.99, 0.9999):
            assert read_or_none(data[: int(len(data) * share)], str(path)) in (whole, None)


def read_or_none(data: bytes, name: str) -> ListFile | None:
    with contextlib.suppress(ListError):
        return read_bytes(data, name)
    return None
