"""Finding the header of a list: over one to three rows, below titles, in any order and wording of columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from basischeck.catalog import columns
from basischeck.catalog.columns import BASIS_FIELDS, Match, match_header
from basischeck.catalog.grid import Grid
from basischeck.catalog.wording import column_letters, header_words, one_line, squeezed
from basischeck.pattern import regex

SEARCHED_ROWS = 30
_HAN = regex(r"[\u4e00-\u9fff]")
_DEEPEST = 3
_LONGEST_WORDING = 80
_LONGEST_WITH_TITLE = 30
_BRACKETS = regex(r"[(（][^()（）]*[)）]")
_CITES = regex(r"《|〈|第[一二三四五六七八九十百零〇\d]+条")
_LABEL_OF_BASIS = frozenset({columns.NAME, columns.SERIAL, columns.CODE, columns.FOUNDING, columns.PUBLICITY})
"""What a sub-column of a basis column may seem to mean by its own wording（依据：名称、条款）: it stays a basis column."""


@dataclass(frozen=True)
class Header:
    """A header as found: `rows` 0-based; `fields` and `labels` go from 0-based columns to field and wording.

    `clauses` goes from a column that holds only provisions（第三条第一款）to the basis column with their statutes' titles. `words`
    holds for each column the words of its header cells, top to bottom, folded for comparison.
    """

    rows: tuple[int, ...]
    fields: dict[int, str]
    labels: dict[int, str]
    score: int = 0
    by_field: dict[str, int] = field(default_factory=dict)
    clauses: dict[int, int] = field(default_factory=dict)
    words: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def first_words(self) -> list[tuple[str, ...]]:
        """For each column the first Chinese character of each wording, "" for one that begins with none."""
        return [tuple(top[0] if _HAN.match(top) else "" for top in tops if top) for tops in self.words]

    @cached_property
    def places(self) -> list[tuple[int, str, str]]:
        """Each column with its field and its letters."""
        return [(column, name, column_letters(column)) for column, name in self.fields.items()]

    @cached_property
    def basis_columns(self) -> list[int]:
        """Columns that hold legal bases, left to right."""
        return sorted(column for column, name in self.fields.items() if name in BASIS_FIELDS)

    @property
    def founds(self) -> bool:
        """Whether one of the columns holds what founds the power."""
        return columns.FOUNDING in self.fields.values()

    @property
    def unmapped(self) -> list[str]:
        """Wordings of the headers that mean no field."""
        return [label for column, label in sorted(self.labels.items()) if column not in self.fields]


def headers_of(grid: Grid, overrides: Mapping[str, str], *, least: int = 2) -> list[Header]:
    """Return the best header that begins in each of the first rows of a sheet, top to bottom.

    `least` is how many fields it has to name: 1 takes a column of names alone, where the sheet has no other. `overrides` goes from
    a header's wording to a standard field (the user's configuration) and wins over everything.
    """
    named = {squeezed(header): name for header, name in overrides.items()}
    headers = []
    for top in range(min(SEARCHED_ROWS, len(grid.rows))):
        best: Header | None = None
        for depth in range(1, _DEEPEST + 1):
            if top + depth > len(grid.rows) or (depth > 1 and not continues_header(grid, top, top + depth - 1)):
                break
            found = header_at(grid, tuple(range(top, top + depth)), named, least=least)
            if found and is_fuller(grid, found, best):
                best = found
        headers += [best] if best else []
    return headers


def is_fuller(grid: Grid, header: Header, other: Header | None) -> bool:
    """Whether a header of more rows is to be preferred: it names more, or as much and the row above reaches down into its last row."""
    if other is None or header.score > other.score:
        return True
    if header.by_field.keys() != other.by_field.keys():
        return False
    last = header.rows[-1]
    return any(grid.merged_down(last, column) and grid.top(last, column)[0] in other.rows for column in header.labels)


def with_covered_rows(grid: Grid, header: Header) -> Header:
    """Return the same header with the rows below it that hold nothing but the lower halves of its merged cells."""
    return replace(header, rows=(*header.rows, *_covered_below(grid, header.rows)))


def _covered_below(grid: Grid, rows: tuple[int, ...]) -> list[int]:
    """Return the rows below a header that hold nothing but the lower halves of its merged cells."""
    below = []
    row = rows[-1] + 1
    while row < len(grid.rows) and not grid.filled[row] and any(grid.top(row, c)[0] in rows for c in range(grid.width)):
        below.append(row)
        row += 1
    return below


def header_at(grid: Grid, rows: tuple[int, ...], named: Mapping[str, str], *, least: int = 2) -> Header | None:
    """Return the header that these rows make, or None where they do not name the items and one more field."""
    labels: dict[int, str] = {}
    matches: dict[int, Match] = {}
    for column in range(grid.width):
        parts = _parts(grid, rows, column)
        if not parts:
            continue
        match = _overridden(parts, named)
        label = "·".join(one_line(part) for part in parts)
        parts = [_without_instructions(part) for part in parts]
        if match is None and any(map(_is_no_label, parts)):
            return None
        labels[column] = label
        match = match or _match_parts(parts)
        if match:
            matches[column] = match
    found = {match.field for match in matches.values()}
    if columns.NAME not in found and {columns.SERIAL, columns.FOUNDING} <= found and (names := _names_at_last(labels, matches)) is not None:
        matches[names] = Match(columns.NAME, 0, exact=True)
        found.add(columns.NAME)
    if columns.NAME not in found or len(found) < least:
        return None
    if len(found) == 1 and (grid.width > 1 or not next(iter(matches.values())).exact):
        return None
    best: dict[str, int] = {}
    for column, match in sorted(matches.items(), key=lambda pair: (not pair[1].exact, pair[1].rank, pair[0])):
        best.setdefault(match.field, column)
    # More fields decide; between equal ones the header that also names the columns of a second row is the fuller one.
    score = 100 * sum(2 if matches[column].exact else 1 for column in best.values()) + len(matches)
    fields = {
        column: match.field if match.field in BASIS_FIELDS or best[match.field] == column else f"{match.field}（另）"
        for column, match in matches.items()
    }
    words = tuple(tuple(header_words(grid.text(row, column))[0] for row in rows) for column in range(grid.width))
    return Header(rows, fields, labels, score, best, words=words)


def _names_at_last(labels: Mapping[int, str], matches: Mapping[int, Match]) -> int | None:
    words = columns.NAME_AT_LAST
    return next((column for column in labels if column not in matches and words.fullmatch(header_words(labels[column])[1])), None)


def _parts(grid: Grid, rows: tuple[int, ...], column: int) -> list[str]:
    """Return the wordings above one column from top to bottom, each once; a blank upper cell takes its left neighbour's."""
    parts: list[str] = []
    for row in rows:
        text = grid.text(row, column).strip()
        if not text and row != rows[-1] and any(grid.own(low, column).strip() for low in rows[rows.index(row) + 1 :]):
            text = _left_of(grid, row, column)
        if text and text not in parts:
            parts.append(text)
    return parts


def _without_instructions(text: str) -> str:
    """Return a long wording without what its brackets say on how to fill in the column（设定依据（请逐项填写……））."""
    if len(text) <= _LONGEST_WORDING and "《" not in text:
        return text
    bare = text
    while (shorter := _BRACKETS.sub("", bare)) != bare:
        bare = shorter
    return bare.strip() or text


def _is_no_label(text: str) -> bool:
    """Whether a cell is too long for the wording of a header, or cites; a title within a wording（与《……目录》对应序号）does not."""
    if len(text) > _LONGEST_WORDING:
        return True
    within = len(text) <= _LONGEST_WITH_TITLE and text[:1] not in "《〈【[（(" and "条" not in text
    return bool(_CITES.search(text)) and not within


def _left_of(grid: Grid, row: int, column: int) -> str:
    while column >= 0:
        text = grid.text(row, column).strip()
        if text:
            return text
        column -= 1
    return ""


def continues_header(grid: Grid, top: int, row: int) -> bool:
    """Whether `row` can be a further header row below `top`: short words, and only where the row above leaves room.

    Room is left by a range merged over several columns, or by blank cells to the right of a word.
    """
    filled = grid.filled[row]
    above = grid.filled[row - 1]
    if not filled or len(above) < 2:
        return False
    for column in filled:
        text = grid.rows[row][column].strip()
        if len(text) > 40 or _CITES.search(text) or text.isdigit():
            return False
        first = grid.top(row - 1, column)
        spread = grid.width > column + 1 and grid.top(row - 1, column + 1) == first
        if first == (row - 1, column) and grid.rows[row - 1][column].strip() and not spread:
            right = column + 1
            if right >= grid.width or grid.own(row - 1, right).strip() or right not in filled:
                return False
    return top < row


def _overridden(parts: list[str], named: Mapping[str, str]) -> Match | None:
    for text in ("".join(parts), parts[-1], parts[0]):
        if squeezed(text) in named:
            return Match(named[squeezed(text)], -1, exact=True)
    return None


def _match_parts(parts: list[str]) -> Match | None:
    """Return the field of a column from its wordings, top to bottom: 追责 over 依据 is 追责依据, 实施依据 over 名称 is a basis."""
    lower = match_header(parts[-1])
    if len(parts) == 1:
        return lower
    upper = match_header(parts[0])
    joined = match_header("".join(parts)) if len("".join(parts)) < 40 else None
    if upper and upper.field in BASIS_FIELDS:
        return upper if lower is None or lower.field in _LABEL_OF_BASIS else lower
    if lower and lower.field == columns.FOUNDING and joined and joined.field in BASIS_FIELDS:
        return joined
    if upper and upper.field == columns.NAME:
        # A sub-column whose own wording means nothing（处罚事项：名称、种类）is less sure to hold the names than its neighbour.
        upper = replace(upper, exact=False)
    return lower or joined or upper
