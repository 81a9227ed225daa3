"""List items as read from a file: frozen types."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal["设定依据", "责任事项依据", "追责依据"]
"""设定依据 covers 实施依据/执法依据/法律依据: what founds the power. Rules about founding look at it alone."""
TakeBases = Callable[[Iterable[tuple[Role, str]]], None]
"""What takes the basis cells of a sheet as soon as its columns are known, each with its role, so that they can be read meanwhile."""


@dataclass(frozen=True, slots=True)
class BasisText:
    """The text of one basis cell with its role and where it stands; `cell` is in A1 notation ("E4"), `row` 1-based.

    A text that a page break spreads over several cells is joined; `parts` then says for each cell where its text begins
    in `text`: (offset, cell, row). It is empty where the text stands in one cell, verbatim.
    """

    role: Role
    text: str
    cell: str
    row: int
    header: str
    parts: tuple[tuple[int, str, int], ...] = ()


class FieldText(NamedTuple):
    """The text of any other field with the cell it stands in."""

    text: str
    cell: str
    row: int


@dataclass(frozen=True, slots=True)
class Item:
    """One list item. `rows` are all 1-based rows it was read from (merged cells, continued rows, one row a level).

    `fields` holds the mapped columns by their standard name (see `catalog.columns`), among them: 序号, 事项名称, 子项名称,
    权力类型, 行使主体, 承办机构, 行使层级, 编码, 责任事项, 追责情形, 备注, 部门. `category` and `department` are worked out (column, sheet
    name, title row, file name), with `category_from` and `department_from` saying which of column, sheet, title, file,
    or "" where nothing was found. A field's text may be empty: the cell is then where the missing text belongs.

    `serials` are the serial numbers the item stands for ("2,3" is one row for two items); `also` holds further cells of a
    field in the item's other rows (行使主体 of each level).
    """

    file: str
    sheet: str
    row: int
    rows: tuple[int, ...]
    key: str
    name: str
    sub_name: str
    code: str
    category: str
    category_from: str
    department: str
    department_from: str
    fields: dict[str, FieldText]
    bases: tuple[BasisText, ...]
    serials: tuple[str, ...] = ()
    also: dict[str, tuple[FieldText, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that are part of no item, with the reason in Chinese (空行, 标题行, 表头, 重复表头, 脚注, 合计 …).

    `first` and `last` are 1-based and inclusive; 0 and 0 for a sheet without any row.
    """

    sheet: str
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet as read: size, header rows, which column became which field, a count stated in its name or None.

    `columns` goes from a column's letters ("E") to its standard field, `headers` from the letters to the header's wording;
    `unmapped` are the wordings of headers that mean no field, `further` those of the headers of tables below the
    first. A sheet that holds no list has no columns; one of forms, an item each, has no header rows, and its columns
    are the labels in their order.
    """

    name: str
    rows: int
    header_rows: tuple[int, ...]
    columns: dict[str, str]
    stated_count: int | None
    unmapped: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFile:
    """One list file as read. Every row of every sheet is in an item's `rows` or in `skipped`.

    `region` is the region the list names itself (克拉玛依市), "" where it names none. `notes` are Chinese remarks on what a
    reader of the report should know about the reading: text hidden under merged cells, columns without a header. `digest` is
    that of the bytes read, "" where there were none: who reads the file again can tell whether it is still the same.
    """

    file: str
    sheets: tuple[SheetInfo, ...]
    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    region: str = ""
    notes: tuple[str, ...] = ()
    digest: str = field(default="", compare=False)

    def basis_texts(self) -> Iterator[str]:
        """Yield the texts of all bases, item by item; empty ones are left out."""
        return (basis.text for item in self.items for basis in item.bases if basis.text.strip())


class ListError(Exception):
    """A list that cannot be read; the message is Chinese and names file, sheet, cell and what to do."""
