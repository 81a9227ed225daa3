"""What whoever uses a list has to know of the columns and cells of a sheet that were not read."""

from collections.abc import Sequence, Set

from basischeck.catalog import columns
from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.wording import cell_name, column_letters
from basischeck.pattern import regex

CITATION = regex(r"《[^《》]{2,60}》[\s\S]{0,200}?第[一二三四五六七八九十百零〇\d]+条|第[一二三四五六七八九十百零〇\d]+条")
_MOST_RUNS = 5
_OTHER_NAMES = (f"{columns.NAME}（另）", f"{columns.SUB_NAME}（另）")


def notices(grid: Grid, headers: Sequence[Header]) -> list[str]:
    """Return a sentence for each thing of a sheet that was not read; `headers` are those of its tables, top to bottom."""
    header = headers[0]
    labelled = {column for each in headers for column in each.labels}
    ends = [each.rows[0] for each in headers[1:]] + [len(grid.rows)]
    told = [*_above(grid, header), *_second_names(header)]
    told += dict.fromkeys(note for each, end in zip(headers, ends, strict=True) for note in _unread_bases(grid, each, end))
    told += [*_hidden(grid, header), *_unlabelled(grid, header, labelled), *_read_though_hidden(grid, header), *_errors(grid)]
    return [f"{where(grid)}{sentence}" for sentence in told]


def where(grid: Grid) -> str:
    """Return how a message names a sheet, "" for a file without sheets."""
    return f"工作表“{grid.name}”" if grid.name else ""


def column_texts(grid: Grid, header: Header, column: int, end: int | None = None) -> list[str]:
    """Return the texts of the first rows of a column below the header, or of those before the row `end`."""
    below = range(header.rows[-1] + 1, min(len(grid.rows) if end is None else end, header.rows[-1] + 301))
    return [text.strip() for row in below if (text := grid.own(row, column)).strip()]


def _above(grid: Grid, header: Header) -> list[str]:
    return [
        f"第 {row + 1} 行在表头之上，像是事项，没有读取。请把它移到表头之下。"
        for row in range(header.rows[0])
        if len(texts := {grid.rows[row][column] for column in grid.filled[row]}) > 2 and any("《" in text for text in texts)
    ]


def _second_names(header: Header) -> list[str]:
    """Tell of a second column of names: of two tables side by side, of three levels of names, one is not read."""
    told = []
    for column, name in sorted(header.fields.items()):
        if name not in _OTHER_NAMES:
            continue
        field = name.removesuffix("（另）")
        first, label = column_letters(header.by_field[field]), header.labels[column]
        hint = "各行是不同事项的，请并成一列或者用列对应关系指明。" if column > header.by_field[field] else ""
        if field == columns.NAME:
            same = "违法" in label or "情形" in label
            hint = f"各行是不同事项的，请用列对应关系指明（{label} → {columns.SUB_NAME}）。" if same else "是并排的两张表的，请分到两个工作表。"
        told.append(f"{field}按列 {first} 读取，列 {column_letters(column)}“{label}”没有读取。{hint}")
    return told


def _unread_bases(grid: Grid, header: Header, end: int) -> list[str]:
    """Tell of columns of citations under a heading that means no field: their bases are not checked."""
    told = []
    for column, label in sorted(header.labels.items()):
        if column in header.fields or column in header.clauses:
            continue
        texts = column_texts(grid, header, column, end)
        if texts and sum("《" in text and bool(CITATION.search(text)) for text in texts) * 2 >= len(texts):
            told.append(
                f"列 {column_letters(column)}“{label}”的内容是法律条款，没有作为依据检查。要检查的，请在 basischeck.toml 中用列对应关系指明"
                f"（{label} → {columns.FOUNDING}）。"
            )
    return told


def _hidden(grid: Grid, header: Header) -> list[str]:
    return [
        f"单元格 {cell_name(row, column)} 被合并单元格 {cell_name(*first)} 盖住，其中的文字看不见，未检查。"
        for (row, column), first in grid.hidden_texts()
        if column in header.fields
    ]


def _unlabelled(grid: Grid, header: Header, labelled: Set[int]) -> list[str]:
    below = range(header.rows[-1] + 1, len(grid.rows))
    return [
        f"列 {column_letters(column)} 没有表头而有文字，未读取。"
        for column in range(grid.width)
        if column not in labelled and any(column in grid.filled[row] for row in below)
    ]


def _read_though_hidden(grid: Grid, header: Header) -> list[str]:
    """Tell of hidden rows and columns: whoever looks at the sheet does not see what the report is about."""
    rows = [row + 1 for row in grid.hides.rows if header.rows[-1] < row < len(grid.rows) and grid.filled[row]]
    letters = [f"列 {column_letters(column)}“{header.labels[column]}”" for column in grid.hides.columns if column in header.fields]
    parts = [f"第 {_runs(rows)} 行"] if rows else []
    return [f"{'、'.join([*parts, *letters])}在表格中是隐藏的，也读取了。"] if parts or letters else []


def _errors(grid: Grid) -> list[str]:
    errors = grid.hides.errors
    if not errors:
        return []
    shown = "、".join(f"{cell}（{error}）" for cell, error in errors[:_MOST_RUNS])
    more = f"等 {len(errors)} 格" if len(errors) > _MOST_RUNS else ""
    return [f"单元格 {shown}{more}的公式有错误，按没有填写读取。请在 Excel 或 WPS 中改正公式，或者改写为文字，再检查。"]


def _runs(rows: list[int]) -> str:
    """Return row numbers with runs as spans, the first few of them."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1][1:] = [row]
        else:
            runs.append([row])
    told = "、".join("–".join(map(str, run)) for run in runs[:_MOST_RUNS])
    return told if len(runs) <= _MOST_RUNS else f"{told} 等 {len(rows)}"
