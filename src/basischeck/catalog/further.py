"""Further tables in one sheet: headers above and below the one that names the most columns."""

from collections.abc import Mapping
from itertools import islice

from basischeck.catalog import columns
from basischeck.catalog.columns import match_header
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header, continues_header, header_at, headers_of, is_fuller, with_covered_rows
from basischeck.catalog.wording import header_words, is_blank, squeezed
from basischeck.pattern import regex

_SURE = 800
"""Score of a header without a column of serial numbers: four exact wordings, so that no item is taken for one."""
_LONGEST_LABEL = 30
_PROSE_ROWS = 500
_LONGEST_NAME_OF_COLUMN = 10
_LONGEST_REPEATED = 60
"""Characters of a cell above which it is no header's wording."""
_SERIAL_WORD = regex(r"\s*(?:总|分)?[序编项行]\s*号\s*|\s*[Nn][Oo]\.?\s*")
_CITES = regex(r"《|第[一二三四五六七八九十百零〇\d]+条")


def header_below(grid: Grid, row: int, named: Mapping[str, str]) -> Header | None:
    """Return the header that begins in this row, where another table with other columns stands below the first.

    Where a cell says 序号 the row is no item, however few columns it names; else it takes four exact wordings and a basis.
    """
    filled, texts = grid.filled[row], grid.rows[row]
    if len(filled) < 3 or any(len(texts[column]) > _LONGEST_LABEL or "《" in texts[column] for column in filled):
        return None
    numbered = any(_SERIAL_WORD.fullmatch(texts[column]) for column in filled)
    if not numbered and len(filled) < 4:
        return None
    found = header_at(grid, (row,), named)
    if row + 1 < len(grid.rows) and (numbered or found) and continues_header(grid, row, row + 1):
        deeper = header_at(grid, (row, row + 1), named)
        found = deeper if deeper and is_fuller(grid, deeper, found) else found
    if found is None or grid.merged_down(row, found.by_field[columns.NAME]):
        return None
    return found if numbered or (found.score >= _SURE and found.founds) else None


def find_header(grid: Grid, overrides: Mapping[str, str], *, least: int = 2) -> Header | None:
    """Return the header by which to read a sheet, or None where no rows name an item column and another one.

    That is the fullest in the first rows, or the first of several tables one below the other. `overrides` and `least` are those of
    `headers_of`.
    """
    headers = headers_of(grid, overrides, least=least)
    named = {squeezed(label): name for label, name in overrides.items()}
    if not headers:
        return _header_below_prose(grid, named)
    fullest = max(headers, key=lambda header: header.score)
    return with_covered_rows(grid, _first_table(grid, headers, fullest, named))


def _header_below_prose(grid: Grid, named: Mapping[str, str]) -> Header | None:
    """Return the header that stands further down than headers do, where all above it is running text（a notice with its list）."""
    for row in range(min(_PROSE_ROWS, len(grid.rows))):
        if len(grid.filled[row]) > 2:
            found = header_below(grid, row, named)
            return with_covered_rows(grid, found) if found and found.founds else None
    return None


def names_other_columns(grid: Grid, row: int) -> bool:
    """Whether a row among the items says but names of columns（责任事项 | 追责情形 | 承办机构）: each item takes several rows."""
    texts = [grid.rows[row][column] for column in grid.filled[row]]
    if len(texts) < 3 or max(map(len, texts)) > _LONGEST_NAME_OF_COLUMN:
        return False
    fields = {match.field for text in texts if (match := match_header(text)) and match.exact}
    return len(fields) == len(texts)


def cites_below(grid: Grid, header: Header) -> bool:
    """Whether the rows below a header cite statutes, though none of its columns is one of bases: it may be no table of its own."""
    for row in islice(filter(grid.filled.__getitem__, range(header.rows[-1] + 1, len(grid.rows))), 5):
        texts = [grid.rows[row][column] for column in grid.filled[row]]
        if any(map(_SERIAL_WORD.fullmatch, texts)):
            return False
        if any("《" in text for text in texts):
            return True
    return False


def _first_table(grid: Grid, headers: list[Header], best: Header, named: Mapping[str, str]) -> Header:
    """Return the header of the first table where several stand one below the other: the fullest header may be that of a lower one.

    An upper one counts only where items with a basis stand below it, and where the fullest is known again further down.
    """
    for header in headers:
        if header.rows[-1] >= best.rows[0]:
            break
        if header.founds and _heads_items(grid, header, best.rows[0]) and header_below(grid, best.rows[0], named):
            return header
    return best


def _heads_items(grid: Grid, header: Header, end: int) -> bool:
    name = header.by_field[columns.NAME]
    return any(
        not is_blank(grid.own(row, name))
        and match_header(grid.own(row, name)) is None
        and any(_CITES.search(grid.own(row, basis)[:200]) for basis in header.basis_columns)
        for row in range(header.rows[-1] + 1, end)
    )


def repeats(grid: Grid, row: int, header: Header) -> bool:
    """Whether a row below the header says the header's words again, as lists made for printing do on each page."""
    filled, texts = grid.filled[row], grid.rows[row]
    if len(filled) < 2:
        return False
    same = 0
    for place, column in enumerate(filled):
        if (place - same) * 10 > len(filled) * 3:
            return False
        text = texts[column]
        if len(text) > _LONGEST_REPEATED:
            if text not in [grid.rows[top][column] for top in header.rows]:
                return False
            same += 1
            continue
        # Folding leaves Chinese characters as they are, so most texts need not be folded to be told from a header.
        for word in header.first_words[column]:
            if word in text:
                words = header_words(text)[0]
                same += bool(words) and words in header.words[column]
                break
    return same >= 2 and same * 10 >= len(filled) * 7
