"""Small lists for property-based suites: each comes with what it means, and shrinks to one row of the plainest kind.

The lists of `list_faults` and `lists` are drawn from a seed, to be true to life; a seed says nothing about why a test
failed. These are drawn part by part, so that what Hypothesis reports is the least list that still fails. All titles and
names are invented.
"""

import csv
import io
from dataclasses import dataclass

from hypothesis import strategies as st

from basischeck.catalog import ListFile, read_bytes
from basischeck.citation import Citation
from basischeck.testing.citations import citations, write

_CATEGORIES = ("行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政检查", "行政确认", "行政奖励", "行政裁决", "其他职权")
_NAMES = {
    "行政许可": "{}许可",
    "行政处罚": "对违规{}的处罚",
    "行政强制": "查封违规{}的场所",
    "行政征收": "{}费征收",
    "行政给付": "{}补助发放",
    "行政检查": "对{}的监督检查",
    "行政确认": "{}登记",
    "行政奖励": "对{}有功人员的奖励",
    "行政裁决": "{}纠纷裁决",
    "其他职权": "{}备案",
}
_OBJECTS = ("渡口设置", "古树移植", "蚕种生产", "灯塔维护", "粮仓使用", "集市计量", "河道采石", "船闸运行")
_ORGANS = ("甲市水利局", "甲市林业局", "乙县市场监督管理局")
_HEADERS = {
    "name": ("事项名称", "职权名称", "权力名称"),
    "category": ("权力类型", "职权类型", "事项类型"),
    "basis": ("设定依据", "实施依据", "法律依据"),
    "department": ("行使主体", "实施机关", "责任部门"),
}


@dataclass(frozen=True, slots=True)
class SmallRow:
    """One item: `citations` is what its basis text cites, in order of writing."""

    name: str
    category: str
    department: str
    basis: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SmallList:
    """A list of administrative powers: its rows, the headers in the order of the columns, a title above them or none."""

    rows: tuple[SmallRow, ...]
    headers: tuple[tuple[str, str], ...]
    title: str | None

    def table(self) -> list[list[str]]:
        """Return the cells, header and title rows included."""
        above = [[self.title, *[""] * len(self.headers)]] if self.title else []
        head = ["序号", *(header for _, header in self.headers)]
        body = [[str(number), *(getattr(row, field) for field, _ in self.headers)] for number, row in enumerate(self.rows, 1)]
        return [*above, head, *body]

    def csv(self, encoding: str = "utf-8-sig") -> bytes:
        """Return the list as a CSV file."""
        stream = io.StringIO()
        csv.writer(stream).writerows(self.table())
        return stream.getvalue().encode(encoding)

    def xlsx(self) -> bytes:
        """Return the list as a workbook of one sheet."""
        import xlsxwriter

        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            sheet = book.add_worksheet("权责清单")
            for number, row in enumerate(self.table()):
                sheet.write_row(number, 0, row)
        return stream.getvalue()

    def read(self) -> ListFile:
        """Return the list as the project's own reader reads it."""
        return read_bytes(self.csv(), "小清单.csv")


def small_rows() -> st.SearchStrategy[SmallRow]:
    """Draw one item with one to three citations, each on a line of its own."""
    return st.builds(
        _row, st.sampled_from(_CATEGORIES), st.sampled_from(_OBJECTS), st.sampled_from(_ORGANS), st.lists(citations(), min_size=1, max_size=3)
    )


def _row(category: str, matter: str, organ: str, cited: list[Citation]) -> SmallRow:
    basis = "\n".join(write(one.title or "", list(one.locators)) for one in cited)
    return SmallRow(_NAMES[category].format(matter), category, organ, basis, tuple(cited))


@st.composite
def small_lists(draw: st.DrawFn, *, most: int = 6) -> SmallList:
    """Draw a list of one to `most` items of different names; columns in any order, headers as published lists word them."""
    rows = draw(st.lists(small_rows(), min_size=1, max_size=most, unique_by=lambda row: row.name))
    columns = draw(st.permutations(list(_HEADERS)))
    headers = tuple((field, draw(st.sampled_from(_HEADERS[field]))) for field in columns)
    return SmallList(tuple(rows), headers, draw(st.sampled_from([None, "甲市权责清单"])))
