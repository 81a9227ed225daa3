"""Grids to a list file: which sheets hold the list, which do not and why, what all items of a sheet share."""

from collections.abc import Mapping
from pathlib import PurePath

from basischeck.catalog import columns
from basischeck.catalog.draft import Draft
from basischeck.catalog.forms import forms_of, reason_of_form
from basischeck.catalog.further import find_header
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header, header_at
from basischeck.catalog.identity import Setting, category_of_columns, to_items, usual_actor, without_file_name
from basischeck.catalog.model import ListError, ListFile, SheetInfo, Skipped, TakeBases
from basischeck.catalog.notices import notices, where
from basischeck.catalog.origin import category_in, count_in, names_several, organ_in, region_in
from basischeck.catalog.refine import clauses_joined, column_of_citations, refined, with_basis
from basischeck.catalog.remarks import EMPTY
from basischeck.catalog.sheet import SheetReading
from basischeck.catalog.wording import column_letters, one_line, squeezed
from basischeck.pattern import regex

_SHOWN = 5
_NUMBERED = regex(r"\s*[（(]?[一二三四五六七八九十]+[）)、.．]")


class Listing:
    """Gathers the sheets of one file; `result` is the list file, or raises `ListError` where no sheet holds a list."""

    def __init__(
        self, file: str, overrides: Mapping[str, str], *, founded: bool, bases: TakeBases | None = None
    ) -> None:
        self.file = file
        self.founded = founded
        self.overrides = overrides
        self.sheets: list[SheetInfo] = []
        self._drafts: list[tuple[Draft, Setting]] = []
        self.skipped: list[Skipped] = []
        self.notes: list[str] = []
        self.region = ""
        self._bases = bases
        self._unread: list[tuple[str, str]] = []
        self._forms = 0

    def add(self, grid: Grid) -> None:
        """Read one sheet, or notes why it is skipped."""
        if not any(grid.filled):
            self._skip(grid, EMPTY)
            return
        if grid.hidden:
            self._skip(grid, "隐藏的工作表，未读取")
            return
        header = find_header(grid, self.overrides, least=2 if self.founded else 1)
        # A form's first row may name an item and its category as a header does; its bases stand in none of the columns.
        if (header is None or not header.founds) and self._read_forms(grid):
            return
        if header is None and (reason := reason_of_form(grid)):
            self._forms += 1
            self._skip(grid, reason)
            return
        if header is None:
            self._skip(grid, f"没有找到表头（前 30 行中没有“事项名称”一类的列）{_seen_words(grid)}")
            return
        header = self._refined(grid, header)
        if self.founded and not header.founds:
            found = "、".join(one_line(label) for label in header.labels.values())
            reason = reason_of_form(grid)
            self._forms += bool(reason)
            self._skip(grid, reason or f"没有“实施依据／设定依据”一类的列（表头有：{found}）")
            return
        self._read(grid, header)

    def result(self) -> ListFile:
        """Return the list as read."""
        if not any(info.columns for info in self.sheets):
            raise ListError(self._complaint())
        return ListFile(
            self.file, tuple(self.sheets), to_items(without_file_name(self._drafts)), tuple(self.skipped), self.region, tuple(self.notes)
        )

    def _read(self, grid: Grid, header: Header) -> None:
        self._offer(grid, header)
        named = {squeezed(key): name for key, name in self.overrides.items()}
        reading = SheetReading(grid, header, named, founded=self.founded)
        reading.read()
        titles = [self_text for row in range(header.rows[0]) for self_text in _texts(grid, row)]
        setting = self._setting(grid, header, titles)
        self._find_region(titles, setting, reading.drafts)
        self._drafts += [(draft, setting) for draft in reading.drafts]
        self.skipped += reading.skipped
        self.sheets.append(
            SheetInfo(
                name=grid.name,
                rows=len(grid.rows),
                header_rows=tuple(row + 1 for row in header.rows),
                columns={column_letters(column): name for column, name in sorted(header.fields.items())},
                stated_count=count_in(grid.name) or _count_in(titles, grouped=any(skip.reason == "分组标题" for skip in reading.skipped)),
                unmapped=tuple(header.unmapped),
                headers={column_letters(column): label for column, label in sorted(header.labels.items())},
                further=tuple(dict.fromkeys(label for lower in reading.further for label in lower.labels.values())),
            )
        )
        self.notes += [f"{where(grid)}{note}" for note in reading.notes]
        self.notes += notices(grid, [header, *reading.further])

    def _read_forms(self, grid: Grid) -> bool:
        """Read a sheet of forms, one for each item; False where it has none that can be read."""
        forms = forms_of(grid)
        named = {squeezed(key): name for key, name in self.overrides.items()}
        header = header_at(forms.table, (0,), named) if forms else None
        if forms is None or header is None or (self.founded and not header.founds):
            return False
        self._offer(forms.table, header)
        reading = SheetReading(forms.table, header, named, founded=self.founded)
        reading.read()
        forms.place(reading.drafts)
        first = min(row for form in forms.forms for row in form.rows)
        titles = [text for row in range(first) for text in _texts(grid, row)]
        setting = self._setting(grid, header, titles)
        self._find_region(titles, setting, reading.drafts)
        self._drafts += [(draft, setting) for draft in reading.drafts]
        self.skipped += forms.skipped()
        fields = {column_letters(column): name for column, name in sorted(header.fields.items())}
        labels = {column_letters(column): label for column, label in sorted(header.labels.items())}
        self.sheets.append(SheetInfo(grid.name, len(grid.rows), (), fields, count_in(grid.name), tuple(header.unmapped), labels))
        self.notes.append(f"{where(grid) or '清单'}是一个事项一张的登记表，读出 {len(reading.drafts)} 个事项。")
        if forms.nameless:
            rows = "、".join(str(form.rows[0] + 1) for form in forms.nameless[:_SHOWN])
            self.notes.append(f"{where(grid)}第 {rows} 行起的登记表没有写事项名称，没有读取。")
        return True

    def _offer(self, grid: Grid, header: Header) -> None:
        """Let the texts of the bases be read meanwhile."""
        if self._bases is not None:
            roles = [(column, columns.BASIS_FIELDS[header.fields[column]]) for column in header.basis_columns]
            below = grid.rows[header.rows[-1] + 1 :]
            self._bases((role, row[column]) for row in below for column, role in roles if row[column])

    def _setting(self, grid: Grid, header: Header, titles: list[str]) -> Setting:
        stem = PurePath(self.file).name
        sources = [("sheet", grid.name), *(("title", title) for title in titles), ("file", stem)]
        stated = next(((kind, text) for kind, text in sources if category_in(text) or names_several(text)), None)
        category = (category_in(stated[1]), stated[0]) if stated and not names_several(stated[1]) else None
        implied = category_of_columns(header)
        category = category or (implied, "column" if implied else "")
        order = [("title", title) for title in titles] + [("sheet", grid.name), ("file", stem)]
        department = next(((found, kind) for kind, text in order if (found := organ_in(text))), ("", ""))
        return Setting(self.file, grid.name, *category, *department)

    def _find_region(self, titles: list[str], setting: Setting, drafts: list[Draft]) -> None:
        if self.region:
            return
        stated = {draft.fields[columns.REGION].text for draft in drafts if columns.REGION in draft.fields} - {""}
        texts = [*(stated if len(stated) == 1 else ()), *titles, PurePath(self.file).name, setting.department]
        texts.append(usual_actor(drafts))
        self.region = next((found for text in texts if (found := region_in(text))), "")

    def _refined(self, grid: Grid, header: Header) -> Header:
        header = refined(grid, header)
        if not header.founds and (column := column_of_citations(grid, header)) is not None:
            label = header.labels[column]
            self.notes.append(f"{where(grid)}列 {column_letters(column)}“{label}”的内容是法律依据，按设定依据检查。")
            header = with_basis(header, column)
        return clauses_joined(grid, header)

    def _skip(self, grid: Grid, reason: str) -> None:
        rows = len(grid.rows)
        self.skipped.append(Skipped(grid.name, min(1, rows), rows, reason))
        self.sheets.append(SheetInfo(grid.name, rows, (), {}, count_in(grid.name)))
        self._unread.append((grid.name, reason))

    def _complaint(self) -> str:
        sheets: dict[str, list[str]] = {}
        for name, reason in self._unread:
            sheets.setdefault(reason, []).append(name)
        told = "；".join(_sheets(names) + reason for reason, names in sheets.items())
        hint = (
            f"。请确认表头中有事项名称列{'和实施依据（设定依据、法律依据）列' if self.founded else '和另外一列（序号、权力类型等）'}；"
            "若列名特殊，请在 basischeck.toml 中用列对应关系指明。"
        )
        return f"{self.file}：没有可检查的清单。{told}{'。' if self._forms == len(self._unread) else hint}"



def list_of(
    grids: list[Grid],
    file: str,
    overrides: Mapping[str, str],
    *,
    founded: bool = True,
    bases: TakeBases | None = None,
) -> ListFile:
    """Return the list that the sheets of a file make. Raises `ListError` where none of them holds one.

    A list has a column of bases; a catalogue of names alone is read where `founded` is false. `bases` takes the texts of the
    basis cells of each sheet before its items are gathered.
    """
    listing = Listing(file, overrides, founded=founded, bases=bases)
    for grid in grids:
        listing.add(grid)
    return listing.result()


def _sheets(names: list[str]) -> str:
    if not any(names):
        return ""
    told = "、".join(f"“{name}”" for name in names[:3])
    return f"工作表{told}{f'等 {len(names)} 张' if len(names) > 3 else ''}："


def _count_in(titles: list[str], *, grouped: bool) -> int | None:
    """Return the number of items that a title states; where headings of groups follow, one like them（一、行政许可（3项））heads a group."""
    return next((count for title in titles if (count := count_in(title)) and not (grouped and _NUMBERED.match(title))), None)


def _texts(grid: Grid, row: int) -> list[str]:
    return [grid.rows[row][column] for column in grid.filled[row] if len(grid.rows[row][column]) < 400]


def _seen_words(grid: Grid) -> str:
    """Return the words of the row that looks most like a header, for the message to the user."""
    rows = range(min(30, len(grid.rows)))
    best = max(rows, key=lambda row: (sum(len(text) <= 20 for text in _texts(grid, row)), -row), default=None)
    words = [one_line(text)[:20] for text in _texts(grid, best)] if best is not None else []
    return f"；最像表头的第 {best + 1} 行是：{'、'.join(words[:20])}" if words and best is not None else ""
