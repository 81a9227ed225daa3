"""Sheets that hold powers, but not one in each row: forms of one item each, which are laid out as rows; swapped tables, which are refused."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from basischeck.catalog import columns
from basischeck.catalog.columns import match_header
from basischeck.catalog.draft import Draft
from basischeck.catalog.grid import Cell, Grid, make_grid
from basischeck.catalog.model import BasisText, FieldText, Skipped
from basischeck.catalog.wording import cell_name, is_blank, one_line

_SEARCHED_ROWS = 60
_LONGEST_LABEL = 20
_FORM = (
    "像是一个事项一张的登记表（一格写栏目，旁边一格写内容），而栏目和内容的位置无法辨认，没有读取；"
    "请改成首行写栏目（事项名称、权力类型、设定依据等）、以下每行一个事项的表，再检查"
)
_SWAPPED = "行和列是对调的（每行一个栏目，每列一个事项），没有读取；请在 Excel 或 WPS 中复制表格，用“选择性粘贴—转置”调换行和列，再检查"
_ASIDE = "登记表以外的文字"
NAMELESS = "登记表没有写事项名称"


def reason_of_form(grid: Grid) -> str:
    """Return why a sheet that names items and bases holds no list, with what to do; "" where it is no form."""
    labels = _labels(grid)
    if not _are_form(labels):
        return ""
    return _SWAPPED if _is_swapped(grid, labels) else _FORM


@dataclass
class Form:
    """One item's form: its 0-based rows, and for each label the cells of its value, top to bottom; a blank one where nothing is filled in."""

    rows: list[int] = field(default_factory=list)
    cells: dict[str, list[Cell]] = field(default_factory=dict)


@dataclass(frozen=True)
class Forms:
    """The forms of a sheet, and the same as a table: `table` has a row of labels and below it one row for each form that names its item."""

    grid: Grid
    forms: tuple[Form, ...]
    nameless: tuple[Form, ...]

    @cached_property
    def labels(self) -> list[str]:
        """The labels of all forms in the order in which they first come."""
        return list(dict.fromkeys(label for form in self.forms for label in form.cells))

    @cached_property
    def table(self) -> Grid:
        """The forms as a table of the same name."""
        rows = [["\n".join(self.grid.rows[row][column] for row, column in self._cells(form, label)) for label in self.labels] for form in self.forms]
        return make_grid(self.grid.name, [self.labels, *rows])

    def place(self, drafts: Iterable[Draft]) -> None:
        """Give the rows and cells of drafts read from `table` the places that they have on the sheet."""
        places = {
            cell_name(row, column): self._cells(form, label) or [(form.rows[0], 0)]
            for row, form in enumerate(self.forms, 1)
            for column, label in enumerate(self.labels)
        }
        for draft in drafts:
            draft.rows = [row for number in draft.rows for row in self.forms[number - 1].rows]
            draft.fields = {name: _placed_field(text, places) for name, text in draft.fields.items()}
            draft.also = {name: [_placed_field(text, places) for text in texts] for name, texts in draft.also.items()}
            draft.bases = {column: [self._placed(basis, places) for basis in texts] for column, texts in draft.bases.items()}
            draft.said_none = {name: self._placed(basis, places) for name, basis in draft.said_none.items()}

    def skipped(self) -> list[Skipped]:
        """Return the rows of the sheet that are in no form, and those of forms without a name, neighbours with one reason as one run."""
        used = {row for form in self.forms for row in form.rows}
        nameless = {row for form in self.nameless for row in form.rows}
        runs: list[Skipped] = []
        first = min(used)
        for row in range(len(self.grid.rows)):
            if row in used:
                continue
            text = "标题行" if row < first else _ASIDE
            reason = NAMELESS if row in nameless else text if self.grid.filled[row] else "空行"
            if runs and runs[-1].reason == reason and runs[-1].last == row:
                runs[-1] = replace(runs[-1], last=row + 1)
            else:
                runs.append(Skipped(self.grid.name, row + 1, row + 1, reason))
        return runs

    def _cells(self, form: Form, label: str) -> list[Cell]:
        """Return the cells of a value that say something; the first one where none does, none where the form lacks the label."""
        cells = form.cells.get(label, [])
        return [(row, column) for row, column in cells if not is_blank(self.grid.rows[row][column])] or cells[:1]

    def _placed(self, basis: BasisText, places: dict[str, list[Cell]]) -> BasisText:
        """Return a basis at its cells; a text of several cells says where each begins."""
        parts: list[tuple[int, str, int]] = []
        for begins, cell, _ in basis.parts or ((0, basis.cell, basis.row),):
            for row, column in places[cell]:
                parts.append((begins, cell_name(row, column), row + 1))
                begins += len(self.grid.rows[row][column]) + 1
        return replace(basis, cell=parts[0][1], row=parts[0][2], parts=tuple(parts) if len(parts) > 1 else ())


def forms_of(grid: Grid) -> Forms | None:
    """Return the forms of a sheet, one below the other; None where it has none, or more in one row than labels and values."""
    labels = _labels(grid)
    if not _are_form(labels) or _is_swapped(grid, labels):
        return None
    found = _read(grid)
    named: list[Form] = []
    nameless: list[Form] = []
    for form in found:
        (named if any(_says(grid, form, columns.NAME)) else nameless).append(form)
    return Forms(grid, tuple(named), tuple(nameless)) if named else None


def _read(grid: Grid) -> list[Form]:
    """Read the labels with their values; a form begins with the labels that stand before the name of the first one."""
    ends = _ends(grid)
    pairs: list[tuple[int, str, list[Cell]]] = []
    reach: list[tuple[int, int, list[Cell]]] = []
    """Labels merged downwards: last row, column, the cells of the value."""
    for row in range(len(grid.rows)):
        reach = [one for one in reach if one[0] >= row]
        label: list[Cell] | None = None
        for place, column in enumerate(filled := grid.filled[row]):
            text = grid.rows[row][column]
            held = next((one for one in reversed(reach) if one[1] < column), None)
            if _field(grid, row, column) or (label is None and held is None and place + 1 < len(filled) and len(text) <= _LONGEST_LABEL):
                label = []
                pairs.append((row, one_line(text), label))
                bottom, right = ends.get((row, column), (row, column))
                if _has_room(filled, place, right) and right + 1 < grid.width:
                    label.append((row, right + 1))
                if bottom > row:
                    reach.append((bottom, column, label))
            elif label is not None:
                label.append((row, column))
            elif held is not None:
                held[2].append((row, column))
    return _split(grid, pairs)


def _split(grid: Grid, pairs: Sequence[tuple[int, str, list[Cell]]]) -> list[Form]:
    kinds = [_field_of(label) for _, label, _ in pairs]
    names = [number for number, kind in enumerate(kinds) if kind == columns.NAME]
    before = [kind for kind in kinds[: names[0]] if kind]
    starts = []
    for number in names:
        start = number
        while start and kinds[start - 1] and kinds[start - 1] in before and kinds[start - 1] not in kinds[start:number]:
            start -= 1
        starts.append(start)
    forms = []
    for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True):
        form = Form()
        for row, label, cells in pairs[start:end]:
            form.cells.setdefault(label, []).extend(cells)
            form.rows += [row, *(below for below, _ in cells)]
        first, last = min(form.rows), max(form.rows)
        form.rows = [row for row in range(first, last + 1) if not grid.is_void(row)]
        forms.append(form)
    return forms


def _says(grid: Grid, form: Form, name: str) -> Iterator[str]:
    for label, cells in form.cells.items():
        if _field_of(label) == name:
            yield from (text for row, column in cells if not is_blank(text := grid.rows[row][column]))


def _ends(grid: Grid) -> dict[Cell, Cell]:
    """Return the last cell of each merged range by its first."""
    ends: dict[Cell, Cell] = {}
    for cell, first in grid.covered.items():
        ends[first] = max(ends.get(first, first), cell)
    return ends


def _placed_field(text: FieldText, places: dict[str, list[Cell]]) -> FieldText:
    row, column = places[text.cell][0]
    return FieldText(text.text, cell_name(row, column), row + 1)


def _are_form(labels: Sequence[tuple[int, int, str]]) -> bool:
    fields = [name for _, _, name in labels]
    return columns.NAME in fields and columns.FOUNDING in fields and len(labels) >= 3 and len({row for row, _, _ in labels}) > 1


def _is_swapped(grid: Grid, labels: Sequence[tuple[int, int, str]]) -> bool:
    one_column = len({column for _, column, _ in labels}) == 1
    wide = all(len(grid.filled[row]) > 3 for row, _, name in labels if name in (columns.NAME, columns.FOUNDING))
    return one_column and wide and [name for _, _, name in labels].count(columns.NAME) == 1


def _labels(grid: Grid) -> list[tuple[int, int, str]]:
    """Return the cells of the first rows that name a field and have beside them a text that names none, or room for one: row, column, field."""
    found, ends = [], _ends(grid)
    for row in range(min(_SEARCHED_ROWS, len(grid.rows))):
        filled = grid.filled[row]
        for place, column in enumerate(filled):
            name = _field(grid, row, column)
            if name and (_has_room(filled, place, ends.get((row, column), (row, column))[1]) or not _field(grid, row, filled[place + 1])):
                found.append((row, column, name))
    return found


def _has_room(filled: Sequence[int], place: int, right: int) -> bool:
    """Whether nothing stands directly behind a cell that ends in the column `right`."""
    return place + 1 == len(filled) or filled[place + 1] > right + 1


def _field(grid: Grid, row: int, column: int) -> str:
    return _field_of(grid.rows[row][column])


def _field_of(text: str) -> str:
    match = match_header(text) if len(text) <= _LONGEST_LABEL else None
    return match.field if match and match.exact else ""
