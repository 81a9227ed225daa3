"""The rows of one sheet to items: where an item begins, which rows go on with it, what is skipped and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from basischeck.catalog import columns
from basischeck.catalog.draft import Draft, begins_with_provision
from basischeck.catalog.further import cites_below, header_below, names_other_columns
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.lines import heads_items, is_title_again, kind_of_line
from basischeck.catalog.model import Skipped
from basischeck.catalog.names import continues, is_numbered
from basischeck.catalog.origin import category_in, labelled_organ_in, names_several, organ_in
from basischeck.catalog.remarks import HOMELESS
from basischeck.catalog.sharing import fill_down, give_back_gaps, share_with_names, without_main_rows
from basischeck.catalog.wording import is_blank, one_line, squeezed

_PAGE_BREAK = frozenset({"空行", "页码", "标题行", "重复表头", "栏次行"})
"""What may stand between two parts of an item that a page break splits."""
_UNFOUNDED = "另一张表，没有“实施依据／设定依据”一类的列"


@dataclass
class SheetReading:
    """Reads the rows below the header in one pass; `drafts` and `skipped` then hold every row of the sheet once.

    `notes` says what is worth knowing of it, without the name of the sheet; `further` are the headers below the first.
    """

    grid: Grid
    header: Header
    named: Mapping[str, str] = field(default_factory=dict)
    founded: bool = True
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _reasons: dict[int, str] = field(default_factory=dict)
    _current: Draft | None = None
    _category: str = ""
    _department: str = ""
    further: list[Header] = field(default_factory=list)
    _in_footnote: bool = False
    _unfounded: bool = False
    _told_of_groups: bool = False

    def read(self) -> None:
        """Goes over all rows of the sheet."""
        for row in range(self.header.rows[0]):
            self._skip(row, "标题行" if self.grid.filled[row] else "空行")
        for row in self.header.rows:
            self._skip(row, "表头")
        for row in range(self.header.rows[-1] + 1, len(self.grid.rows)):
            if self.grid.is_void(row):
                self._skip(row, "空行")
            else:
                self._read_row(row)
        self.drafts, heads = without_main_rows(self.drafts)
        for row in heads:
            self._skip(row, "主项行（依据在其下的子项中）")
        if unsure := give_back_gaps(self.drafts):
            self.notes.append(
                f"第 {unsure[0].rows[0] + 1} 行等 {len(unsure)} 个子项的依据单元格空着而没有合并，按与上一行共用依据读取。漏填的请补上，共用的请合并单元格。"
            )
        if shared := share_with_names(self.drafts):
            self.notes.append(
                f"第 {shared[0].rows[0] + 1} 行等 {len(shared)} 行只有事项名称，按与上一行共用序号、类型、依据读取。各有依据的，请逐行填写。"
            )
        for name in (columns.DEPARTMENT, columns.CATEGORY):
            fill_down(self.drafts, name)
        self.skipped = self._runs()

    def _read_row(self, row: int) -> None:
        if row in self.header.rows:
            return
        kind = kind_of_line(self.grid, row, self.header)
        if kind == "空行" and self._current and self._held_by_merge(row):
            self._current.rows.append(row)
        elif kind == "正文":
            self._read_text(row)
        else:
            self._read_aside(row, kind)

    def _read_aside(self, row: int, kind: str) -> None:
        if kind == "分组标题" and not (self._category or self._department) and is_title_again(self.grid, row, self.header):
            self._skip(row, "标题行")
            return
        if kind == "分组标题" and self._in_footnote and not heads_items(self.grid, row, self.header):
            kind = "脚注"
        self._skip(row, kind)
        if kind == "空行":
            return
        self._in_footnote = kind == "脚注" or (self._in_footnote and kind != "分组标题")
        text = one_line(" ".join(self.grid.rows[row][column] for column in self.grid.filled[row]))
        if kind == "分组标题":
            self._category = category_in(text) or ("" if names_several(text) else self._category)
            self._department = organ_in(text) or self._department
            self._current = None
        elif kind == "填表信息":
            self._department = labelled_organ_in(text) or self._department

    def _read_text(self, row: int) -> None:
        if self._in_footnote and len(self.grid.filled[row]) == 1:
            self._skip(row, "脚注")
            return
        fresh = header_below(self.grid, row, self.named)
        if fresh and (fresh.founds or not self.founded or not cites_below(self.grid, fresh)):
            self._take_header(fresh)
            return
        if self._unfounded:
            self._skip(row, _UNFOUNDED)
            return
        if names_other_columns(self.grid, row) and not self._told_of_groups:
            self._told_of_groups = True
            self.notes.append(f"第 {row + 1} 行写的是栏目，像是一个事项分几行填写的表，以下可能读错。请改成首行写栏目、以下每行一个事项的表。")
        self._in_footnote = False
        begun = self._begins(row)
        if begun is not None:
            self.drafts.append(begun)
            previous, self._current = self._current, begun
            begun.heading_category, begun.heading_department = self._category, self._department
            begun.take_row(self.grid, self.header, row, level_row=False)
            if begun.inherited and previous:
                begun.below_merged = self.grid.merged_down(row, self.header.by_field[columns.NAME])
                begun.inherit(previous)
        elif self._current:
            self._continue(row, self._current)
        else:
            self._skip(row, HOMELESS)

    def _take_header(self, fresh: Header) -> None:
        """Go on with another header. A table that has no bases is told of and left out, as a sheet without them is."""
        self.header, self._current = fresh, None
        self.further.append(fresh)
        self._unfounded = self.founded and not fresh.founds
        for row in fresh.rows:
            self._skip(row, _UNFOUNDED if self._unfounded else "表头")
        if self._unfounded:
            found = "、".join(one_line(label) for label in fresh.labels.values())
            self.notes.append(f"第 {fresh.rows[0] + 1} 行起是{_UNFOUNDED}（表头有：{found}），没有读取。")

    def _continue(self, row: int, draft: Draft) -> None:
        name_column = self.header.by_field[columns.NAME]
        rest = self.grid.own(row, name_column)
        if not is_blank(rest) and squeezed(rest) != squeezed(draft.name):
            draft.name += one_line(rest)
        level_row = any(not is_blank(self._own(row, name)) for name in (columns.LEVEL, columns.ACTOR))
        draft.take_row(self.grid, self.header, row, level_row=level_row)

    def _begins(self, row: int) -> Draft | None:
        """Return a new draft where the row begins an item, None where it goes on with the current one (or is about none)."""
        serial, code = self._short(row, columns.SERIAL), self._short(row, columns.CODE)
        name, sub = self._short(row, columns.NAME), self._short(row, columns.SUB_NAME)
        current = self._current
        if name:
            if current and (self._same_item(row, serial, code, name, sub) or self._rest_of_name(row, serial, code, name)):
                return None
            bare = len(self.grid.filled[row]) == 1 and row not in self.grid.covered_rows and not is_numbered(name)
            return Draft(name, sub or self._seen(row, columns.SUB_NAME), serial or self._seen(row, columns.SERIAL), code, bare=bare)
        above = self._seen(row, columns.NAME)
        if serial and code and current and not (sub or above) and current.serial not in ("", serial) and current.code not in ("", code):
            # Numbered and coded like every other item: its name is missing, not the one above.
            return Draft("", "", serial, code)
        if sub or (code and current and code != current.code):
            if current and sub and squeezed(sub) == squeezed(current.sub_name) and code in ("", current.code):
                return None
            return Draft(above or (current.name if current else ""), sub, serial or (current.serial if current else ""), code,
                         inherited=True)  # fmt: skip
        if serial and (current is None or serial != current.serial):
            return Draft(above, self._seen(row, columns.SUB_NAME), serial, code, inherited=bool(above))
        return None

    def _same_item(self, row: int, serial: str, code: str, name: str, sub: str) -> bool:
        """Whether a row that names its item again is one more level, or one more line, of the current item."""
        current = self._current
        if current is None or code not in ("", current.code) or squeezed(name) != squeezed(current.name):
            return False
        if squeezed(sub) != squeezed(current.sub_name) or self._is_copy(row, current) or self._of_another(row, current):
            return False
        if serial or current.serial:
            return serial in ("", current.serial)
        return any(
            (here := self._short(row, field_name)) and here != current.short(field_name)
            for field_name in (columns.LEVEL, columns.ACTOR)
        )

    def _of_another(self, row: int, current: Draft) -> bool:
        """Whether the row gives the item to another department, on the same level as the first."""
        department, level = self._short(row, columns.DEPARTMENT), self._short(row, columns.LEVEL)
        given = current.short(columns.DEPARTMENT)
        return bool(department and given and squeezed(department) != squeezed(given)) and level in ("", current.short(columns.LEVEL))

    def _is_copy(self, row: int, current: Draft) -> bool:
        """Whether the row says word for word what the item's first row says: the same item entered twice."""
        first = current.rows[0]
        return all(
            squeezed(self.grid.text(row, column)) == squeezed(self.grid.text(first, column)) for column in self.header.fields
        )

    def _rest_of_name(self, row: int, serial: str, code: str, name: str) -> bool:
        """Whether a text in the name column is the rest of the name above, split by a page break.

        Only where the list numbers its items and fills their category, and this row has neither, nor a basis of its own. Where it
        has nothing but this text, the name above has to break off: else it is an item whose other cells are missing or shared.
        """
        current = self._current
        if serial or code or current is None or not current.serial or not current.short(columns.CATEGORY):
            return False
        between = {self._reasons.get(above) for above in range(current.rows[-1] + 1, row)}
        if between == {"空行"} or not between <= _PAGE_BREAK or len(self.grid.filled[row]) > 4:
            return False
        if any(not is_blank(self._own(row, field)) for field in (columns.CATEGORY, columns.ACTOR, columns.LEVEL)):
            return False
        if len(self.grid.filled[row]) == 1 and not continues(current.name, name, current.short(columns.CATEGORY)):
            return False
        bases = [self.grid.own(row, column) for column in self.header.basis_columns]
        return not any("《" in text and not begins_with_provision(text) for text in bases)

    def _held_by_merge(self, row: int) -> bool:
        """Whether an empty row lies inside a merged cell of the current item."""
        current = self._current
        if current is None:
            return False
        return any(
            self.grid.merged_down(row, column) and self.grid.top(row, column)[0] in current.rows for column in self.header.fields
        )

    def _own(self, row: int, field_name: str) -> str:
        column = self.header.by_field.get(field_name)
        return "" if column is None else self.grid.own(row, column)

    def _short(self, row: int, field_name: str) -> str:
        column = self.header.by_field.get(field_name)
        if column is None:
            return ""
        text = self.grid.own(row, column)
        return "" if is_blank(text) else one_line(text)

    def _seen(self, row: int, field_name: str) -> str:
        """Return the text seen in a column through a range merged downwards, on one line."""
        column = self.header.by_field.get(field_name)
        if column is None or not self.grid.covered or not self.grid.merged_down(row, column):
            return ""
        text = self.grid.text(row, column)
        return "" if is_blank(text) else one_line(text)

    def _skip(self, row: int, reason: str) -> None:
        self._reasons[row] = reason

    def _runs(self) -> list[Skipped]:
        """Return the skipped rows, neighbours with one reason as one run."""
        runs: list[tuple[int, int, str]] = []
        for row, reason in sorted(self._reasons.items()):
            if runs and runs[-1][2] == reason and runs[-1][1] == row:
                runs[-1] = (runs[-1][0], row + 1, reason)
            else:
                runs.append((row + 1, row + 1, reason))
        return [Skipped(self.grid.name, first, last, reason) for first, last, reason in runs]
