"""An item while its rows are being gathered: texts of the anchor columns, bases, other fields."""

from dataclasses import dataclass, field, replace

from basischeck.catalog import columns
from basischeck.catalog.columns import BASIS_FIELDS
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.model import BasisText, FieldText
from basischeck.catalog.wording import cell_name, is_blank, one_line
from basischeck.pattern import regex

_OPENS_CITATION = regex(r"\s*(?:[(（]?[一二三四五六七八九十\d][一二三四五六七八九十\d\-—.]{0,6}[)）、.．]?\s*)?[【\[〔《<〈「]")
_ON_ONE_LINE = frozenset(
    {columns.SERIAL, columns.CODE, columns.SUB_CODE, columns.NAME, columns.SUB_NAME, columns.CATEGORY, columns.LEVEL, columns.REGION}
)
_BEGINS_WITH_PROVISION = regex(r"\s*第[一二三四五六七八九十百零〇\d]+[条章款项]")
_SHARED = (columns.CATEGORY, columns.DEPARTMENT, columns.ACTOR, columns.OFFICE, columns.LEVEL, columns.REGION, *BASIS_FIELDS)
"""What the sub-items of an item share where their own cells are blank."""

_ENDS = regex(r"[。；;：:！!？?）)》>〉】\]”\"』」条款项]$")


@dataclass
class Draft:
    """One item in the making. `rows` are 0-based; `inherited` says that its name stands in an earlier row.

    `bare` says that its row holds nothing but the name. `said_none` holds, for each basis field, the first cell that says
    there is no basis（无, /）. `below_merged` says that its name is that of a range merged over its row, `lent` is its own blank
    basis cell where it shares the founding bases of the item above.
    """

    name: str = ""
    sub_name: str = ""
    serial: str = ""
    code: str = ""
    heading_category: str = ""
    heading_department: str = ""
    inherited: bool = False
    bare: bool = False
    below_merged: bool = False
    lent: FieldText | None = None
    rows: list[int] = field(default_factory=list)
    bases: dict[int, list[BasisText]] = field(default_factory=dict)
    said_none: dict[str, BasisText] = field(default_factory=dict)
    fields: dict[str, FieldText] = field(default_factory=dict)
    also: dict[str, list[FieldText]] = field(default_factory=dict)

    def take_row(self, grid: Grid, header: Header, row: int, *, level_row: bool) -> None:
        """Add a row's texts: each cell to the bases or the fields, with the address where it is seen."""
        first = not self.rows
        self.rows.append(row)
        covered = grid.covered
        # A row with provisions of its own cites a statute of its own: its title is not the rest of the one above.
        apart = {titles for column, titles in header.clauses.items() if grid.own(row, column).strip()} if header.clauses else ()
        for column, name, letters in header.places:
            at = row
            if covered and (top := covered.get((row, column))) is not None:
                if top[1] != column or not first:
                    continue
                at = top[0]
            text = grid.rows[at][column]
            if name in BASIS_FIELDS:
                alone = level_row or column in apart
                self._take_basis(text, column, f"{letters}{at + 1}", at + 1, name, header.labels[column], level_row=alone)
            else:
                self._take_field(name, text, f"{letters}{at + 1}", at + 1)
        for column, titles in sorted(header.clauses.items()) if header.clauses else ():
            seen = grid.top(row, column)
            if seen[1] == column and (seen[0] == row or first):
                self._take_clause(grid.rows[seen[0]][column], seen, titles, header)
        if first:
            self._place_empty_bases(header, row)

    def inherit(self, other: "Draft") -> None:
        """Take over what a sub-item shares with the item above it: the bases and fields that its own row leaves blank."""
        if other.founded and not self.founded and columns.FOUNDING not in self.said_none:
            self.lent = self.fields.get(columns.FOUNDING)
        for column, texts in other.bases.items():
            self.bases.setdefault(column, list(texts))
        for name in _SHARED:
            if name in other.fields and not (name in self.fields and self.fields[name].text):
                self.fields[name] = other.fields[name]

    def give_back(self) -> None:
        """Undo the sharing of the founding bases: the blank cell is a gap."""
        if self.lent is not None:
            self.bases = {column: texts for column, texts in self.bases.items() if texts[0].role != "设定依据"}
            self.fields[columns.FOUNDING], self.lent = self.lent, None

    def _take_basis(
        self, text: str, column: int, address: str, row: int, name: str, label: str, *, level_row: bool
    ) -> None:
        if is_blank(text):
            if text.strip():
                self.said_none.setdefault(name, BasisText(BASIS_FIELDS[name], text, address, row, label))
            return
        earlier = self.bases.setdefault(column, [])
        if earlier and not level_row and goes_on(earlier[-1].text, text):
            earlier[-1] = _joined(earlier[-1], text, address, row)
        else:
            earlier.append(BasisText(BASIS_FIELDS[name], text, address, row, label))

    def all_bases(self) -> tuple[BasisText, ...]:
        """Return the bases column by column; where all cells of a role only say 无 or "/", that word as it stands."""
        if len(self.bases) == 1 and not self.said_none:
            return tuple(next(iter(self.bases.values())))
        found = [basis for column in sorted(self.bases) for basis in self.bases[column]]
        roles = {basis.role for basis in found}
        return (*found, *(basis for basis in self.said_none.values() if basis.role not in roles))

    def _take_clause(self, text: str, at: tuple[int, int], titles: int, header: Header) -> None:
        """Put the provisions of one column behind the titles of another, line by line where both have as many lines."""
        if is_blank(text):
            return
        address, row = cell_name(*at), at[0] + 1
        earlier = self.bases.setdefault(titles, [])
        if earlier:
            earlier[-1] = _with_clause(earlier[-1], text, address, row)
        else:
            role = BASIS_FIELDS[header.fields[titles]]
            earlier.append(BasisText(role, text, address, row, header.labels[at[1]]))

    def _take_field(self, name: str, text: str, address: str, row: int) -> None:
        plain = "" if is_blank(text) else one_line(text) if name in _ON_ONE_LINE else text.strip()
        value = FieldText(plain, address, row)
        known = self.fields.get(name)
        if known is None or (not known.text and plain):
            self.fields[name] = value
        elif plain and plain != known.text:
            self.also.setdefault(name, []).append(value)

    def _place_empty_bases(self, header: Header, row: int) -> None:
        for column in header.basis_columns:
            name = header.fields[column]
            texts = self.bases.get(column)
            if name not in self.fields or (texts and not self.fields[name].text):
                text = texts[0].text if texts else ""
                at = (texts[0].cell, texts[0].row) if texts else (cell_name(row, column), row + 1)
                self.fields[name] = FieldText(text, *at)

    @property
    def founded(self) -> bool:
        """Tell whether a cell of the item says what founds its power."""
        return any(basis.role == "设定依据" for texts in self.bases.values() for basis in texts)

    def short(self, name: str) -> str:
        """Return a field's text on one line, "" where the item has none."""
        if name not in self.fields:
            return ""
        text = self.fields[name].text
        return text if name in _ON_ONE_LINE else one_line(text)


def begins_with_provision(text: str) -> bool:
    """Whether a text begins with the number of an article: the title of its statute stands before it."""
    return bool(_BEGINS_WITH_PROVISION.match(text))


def goes_on(before: str, text: str) -> bool:
    """Whether `text` in the next row continues `before`, as where a page break splits a cell, and is no basis of its own.

    A text that begins with a title stands for itself, unless the text before breaks off in the middle of a sentence.
    """
    return not _OPENS_CITATION.match(text) or not _ENDS.search(before[-40:].rstrip())


def _joined(before: BasisText, text: str, address: str, row: int) -> BasisText:
    parts = before.parts or ((0, before.cell, before.row),)
    ends = _ENDS.search(before.text[-40:].rstrip()) and not before.text.endswith("\n")
    title_alone = before.text.endswith("》") and begins_with_provision(text)
    gap = "\n" if ends and not title_alone else ""
    offset = len(before.text) + len(gap)
    return replace(before, text=f"{before.text}{gap}{text}", parts=(*parts, (offset, address, row)))


def _with_clause(before: BasisText, text: str, address: str, row: int) -> BasisText:
    titles, clauses = before.text.split("\n"), text.split("\n")
    parts = list(before.parts or ((0, before.cell, before.row),))
    if len(titles) != len(clauses) or len(titles) == 1 or before.parts:
        mark = "" if begins_with_provision(text) else "："
        parts.append((len(before.text) + len(mark), address, row))
        return replace(before, text=f"{before.text}{mark}{text}", parts=tuple(parts))
    parts, whole = [], ""
    for title, clause in zip(titles, clauses, strict=True):
        whole += "\n" if whole else ""
        parts += [(len(whole), before.cell, before.row), (len(whole) + len(title), address, row)]
        whole += title + clause
    return replace(before, text=whole, parts=tuple(parts))
