"""Grids to a list file: which sheets hold the list, which do not and why, what all items of a sheet share."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePath

from basischeck.catalog import columns
from basischeck.catalog.draft import Draft
from basischeck.catalog.further import find_header
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header, with_basis, with_clauses, with_count, without
from basischeck.catalog.identity import Setting, category_of_header, to_items, usual_actor
from basischeck.catalog.model import ListError, ListFile, SheetInfo, Skipped, TakeBases
from basischeck.catalog.notices import CITATION, column_texts, notices, where
from basischeck.catalog.origin import category_in, count_in, names_several, organ_in, region_in
from basischeck.catalog.remarks import EMPTY
from basischeck.catalog.sheet import SheetReading
from basischeck.catalog.wording import column_letters, one_line, squeezed
from basischeck.pattern import regex

_CLAUSE = regex(r"[(（]?第?[一二三四五六七八九十百零〇\d]+[)）]?条")
_QUOTE_LABEL = regex(r"(?:内容|原文|全文|条文|条款)$")
_LEVEL_WORD = regex(
    r"[\[【(]?(?:宪法|法律|(?:行政|地方性|党内|监察)?法规|(?:部门|政府|地方政府)?规章|(?:其他)?规范性文件|司法解释|国务院决定|政策文件)(?:[、,/](?:法律|法规|规章|规范性文件))*[\]】)]?"
)
_NUMBER = regex(r"[\d.\-—~～、,，]+")


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

    def add(self, grid: Grid) -> None:
        """Read one sheet, or notes why it is skipped."""
        if not any(grid.filled):
            self._skip(grid, EMPTY)
            return
        if grid.hidden:
            self._skip(grid, "隐藏的工作表，未读取")
            return
        header = find_header(grid, self.overrides, least=2 if self.founded else 1)
        if header is None:
            self._skip(grid, f"没有找到表头（前 30 行中没有“事项名称”一类的列）{_seen_words(grid)}")
            return
        header = self._refined(grid, header)
        if self.founded and not header.founds:
            found = "、".join(one_line(label) for label in header.labels.values())
            self._skip(grid, f"没有“实施依据／设定依据”一类的列（表头有：{found}）")
            return
        self._read(grid, header)

    def result(self) -> ListFile:
        """Return the list as read."""
        if not any(info.header_rows for info in self.sheets):
            raise ListError(self._complaint())
        return ListFile(
            self.file, tuple(self.sheets), to_items(self._drafts), tuple(self.skipped), self.region, tuple(self.notes)
        )

    def _read(self, grid: Grid, header: Header) -> None:
        if self._bases is not None:
            roles = [(column, columns.BASIS_FIELDS[header.fields[column]]) for column in header.basis_columns]
            below = grid.rows[header.rows[-1] + 1 :]
            self._bases((role, row[column]) for row in below for column, role in roles if row[column])
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
                stated_count=count_in(grid.name) or next((n for n in map(count_in, titles) if n), None),
                unmapped=tuple(header.unmapped),
                headers={column_letters(column): label for column, label in sorted(header.labels.items())},
            )
        )
        self.notes += [f"{where(grid)}{note}" for note in reading.notes]
        self.notes += notices(grid, header, reading.labelled)

    def _setting(self, grid: Grid, header: Header, titles: list[str]) -> Setting:
        stem = PurePath(self.file).name
        label = header.labels[header.by_field[columns.NAME]]
        sources = [("sheet", grid.name), *(("title", title) for title in titles), ("file", stem)]
        stated = next(((kind, text) for kind, text in sources if category_in(text) or names_several(text)), None)
        category = (category_in(stated[1]), stated[0]) if stated and not names_several(stated[1]) else None
        category = category or (category_of_header(label), "column" if category_of_header(label) else "")
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
        """Return the header after a look at the values: 类别 over numbers is no category, 编号 that counts rows no code."""
        category = header.by_field.get(columns.CATEGORY)
        values = column_texts(grid, header, category) if category is not None else []
        if values and category is not None and sum(bool(_NUMBER.fullmatch(text)) for text in values) * 2 > len(values):
            header = without(header, category)
        codes = [column for column, name in header.fields.items() if name in (columns.CODE, columns.SECOND_CODE)]
        counting = [column for column in codes if _counts(column_texts(grid, header, column))]
        if len(counting) == 1 and columns.SERIAL not in header.by_field:
            header = with_count(header, counting[0])
        for column, name in header.fields.items():
            others = list(header.fields.values()).count(columns.FOUNDING) > 1
            if name == columns.FOUNDING and others and _holds_level_words(column_texts(grid, header, column)):
                header = without(header, column)
        if not header.founds:
            header = self._with_found_basis(grid, header)
        for column, label in sorted(header.labels.items()):
            titles = header.clauses.get(column - 1, column - 1)
            if header.fields.get(titles) in columns.BASIS_FIELDS and _holds_clauses(grid, header, column, label):
                header = with_clauses(header, column, titles)
        return header

    def _with_found_basis(self, grid: Grid, header: Header) -> Header:
        """Return the header with the first column whose cells are citations, though its wording does not say so."""
        for column, label in header.labels.items():
            texts = column_texts(grid, header, column) if column not in header.fields else []
            if texts and sum("《" in text and bool(CITATION.search(text)) for text in texts) * 5 >= len(texts) * 3:
                self.notes.append(f"{where(grid)}列 {column_letters(column)}“{label}”的内容是法律依据，按设定依据检查。")
                return with_basis(header, column)
        return header

    def _skip(self, grid: Grid, reason: str) -> None:
        rows = len(grid.rows)
        self.skipped.append(Skipped(grid.name, min(1, rows), rows, reason))
        self.sheets.append(SheetInfo(grid.name, rows, (), {}, count_in(grid.name)))
        self._unread.append((grid.name, reason))

    def _complaint(self) -> str:
        told = "；".join(f"工作表“{name}”：{reason}" if name else reason for name, reason in self._unread)
        return (
            f"{self.file}：没有可检查的清单。{told}。请确认表头中有事项名称列"
            f"{'和实施依据（设定依据、法律依据）列' if self.founded else '和另外一列（序号、权力类型等）'}；"
            "若列名特殊，请在 basischeck.toml 中用列对应关系指明。"
        )


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


def _texts(grid: Grid, row: int) -> list[str]:
    return [grid.rows[row][column] for column in grid.filled[row] if len(grid.rows[row][column]) < 400]


def _seen_words(grid: Grid) -> str:
    """Return the words of the row that looks most like a header, for the message to the user."""
    rows = range(min(30, len(grid.rows)))
    best = max(rows, key=lambda row: (sum(len(text) <= 20 for text in _texts(grid, row)), -row), default=None)
    words = [one_line(text)[:20] for text in _texts(grid, best)] if best is not None else []
    return f"；最像表头的第 {best + 1} 行是：{'、'.join(words[:20])}" if words and best is not None else ""


def _counts(texts: list[str]) -> bool:
    """Tell whether a column headed 编号 only counts its rows from 1: numbers that mostly are one more than the last."""
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 5]
    if len(numbers) < 2 or numbers[0] != 1 or len(numbers) * 5 < len(texts) * 4:
        return False
    return sum(later == earlier + 1 for earlier, later in pairwise(numbers)) * 5 >= (len(numbers) - 1) * 4


def _holds_level_words(texts: list[str]) -> bool:
    """Tell whether a column under a basis header only says what kind of act the next column cites（法律, 行政法规）."""
    return bool(texts) and all(_LEVEL_WORD.fullmatch(squeezed(text)) for text in texts)


def _holds_clauses(grid: Grid, header: Header, column: int, label: str) -> bool:
    """Whether a column beside a basis column holds but the provisions, or the wording, of the statutes named there."""
    if header.fields.get(column, columns.FOUNDING) not in columns.BASIS_FIELDS:
        return False
    texts = column_texts(grid, header, column)
    clauses = sum(bool(_CLAUSE.match(text)) for text in texts)
    if clauses * 5 >= len(texts) * 3 and texts:
        return True
    quoted = column in header.fields and bool(_QUOTE_LABEL.search(squeezed(label)))
    return quoted and bool(texts) and sum("《" in text[:40] for text in texts) * 5 < len(texts)
