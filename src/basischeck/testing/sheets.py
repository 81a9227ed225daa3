"""A list as a workbook: rows under headers in some layout, with the cell of every field of every row."""

import io
import random
from dataclasses import dataclass, field
from typing import Final

from basischeck.catalog import ListFile, read_bytes
from basischeck.testing.dress import BasisCell
from basischeck.testing.sound import CITY

HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "序号": ("序号",),
    "编码": ("职权编码", "编码", "事项编码"),
    "事项名称": ("事项名称", "职权名称", "权力名称", "项目名称"),
    "权力类型": ("职权类别", "权力类型", "权力类别", "职权类型"),
    "设定依据": ("设定依据", "实施依据", "职权依据", "法律依据"),
    "行使主体": ("行使主体", "实施主体"),
    "责任事项": ("责任事项",),
    "追责情形": ("追责情形",),
}
"""The wordings of headers; all mean the field."""

CODES: Final = {
    "行政处罚": "CF",
    "行政许可": "XK",
    "行政强制": "QZ",
    "行政征收": "ZS",
    "行政给付": "JF",
    "行政检查": "JC",
    "行政确认": "QR",
    "行政奖励": "JL",
    "行政裁决": "CJ",
    "其他职权": "QT",
}
_DUTIES: Final = "1.受理责任；2.调查责任；3.审查责任；4.决定责任；5.送达责任；6.监管责任。"
_BLAME: Final = "1.应当履行而不履行职责的；2.滥用职权、玩忽职守的；3.其他违反规定的行为。"


@dataclass(slots=True)
class Row:
    """One item of a list in writing; `serial` None is counted out by the sheet."""

    organ: str
    category: str
    name: str
    basis: BasisCell
    code: str = ""
    serial: str | None = None
    actor: str = ""
    duties: str = _DUTIES
    blame: str = _BLAME

    def values(self, serial: str) -> dict[str, str]:
        """Return the text of each field."""
        return {
            "序号": serial if self.serial is None else self.serial,
            "编码": self.code,
            "事项名称": self.name,
            "权力类型": self.category,
            "设定依据": self.basis.text(),
            "行使主体": self.actor,
            "责任事项": self.duties,
            "追责情形": self.blame,
        }


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows become sheets: which columns under which headers, a title row, a sheet for each category."""

    columns: tuple[tuple[str, str], ...]
    title: bool = True
    by_category: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: its sheet and its name in A1 notation."""

    sheet: str
    cell: str


@dataclass(slots=True)
class Written:
    """A workbook with, for each row in the order given, the place of each field; `sheets` names the sheets in order."""

    data: bytes
    places: list[dict[str, Place]]
    file: str = ""
    sheets: list[str] = field(default_factory=list)

    def read(self) -> ListFile:
        """Return the list as the project's own reader reads it."""
        return read_bytes(self.data, self.file)


def layouts(rng: random.Random) -> Layout:
    """Return a layout: order and wording of columns, title row, sheets."""
    fields = list(HEADERS)
    middle = fields[1:]
    rng.shuffle(middle)
    columns = tuple((name, rng.choice(HEADERS[name])) for name in (fields[0], *middle))
    by_category = rng.random() < 0.4
    return Layout(columns, rng.random() < 0.7, by_category, by_category and rng.random() < 0.6)


def write(rows: list[Row], layout: Layout, stated: dict[str, int] | None = None) -> Written:
    """Write `rows` as a workbook; `stated` gives a sheet (by category) another count in its name than it has rows."""
    import xlsxwriter

    groups = _groups(rows, layout)
    organ = rows[0].organ if len({row.organ for row in rows}) == 1 else ""
    buffer = io.BytesIO()
    places: list[dict[str, Place]] = [{} for _ in rows]
    names = []
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        for category, members in groups.items():
            count = (stated or {}).get(category, len(members))
            name = f"{category}（{count}项）" if layout.counted else category
            names.append(name)
            sheet = book.add_worksheet(name)
            top = 0
            if layout.title:
                sheet.merge_range(0, 0, 0, len(layout.columns) - 1, f"{CITY}{organ}权责清单")
                top = 1
            for column, (_, header) in enumerate(layout.columns):
                sheet.write_string(top, column, header)
            for number, index in enumerate(members, 1):
                values = rows[index].values(str(number))
                for column, (fieldname, _) in enumerate(layout.columns):
                    sheet.write_string(top + number, column, values[fieldname])
                    places[index][fieldname] = Place(name, f"{chr(65 + column)}{top + number + 1}")
    return Written(buffer.getvalue(), places, f"{CITY}{organ}权责清单.xlsx", names)


def _groups(rows: list[Row], layout: Layout) -> dict[str, list[int]]:
    if not layout.by_category:
        return {"清单": list(range(len(rows)))}
    groups: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        groups.setdefault(row.category if row.category in CODES else "其他职权", []).append(index)
    return groups
