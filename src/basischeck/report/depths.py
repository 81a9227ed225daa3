"""The table of depths: how deep each category of each department cites, and whether a depth is usual there."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import polars as pl
from rich.cells import cell_len

from basischeck.facts.depths import NORM_BASES, DepthRow, depth_table

_COLUMNS = (
    "file", "department", "category", "standard_category", "role", "title", "depth", "divided", "stops_above",
)  # fmt: skip
_LEVELS = (("法规", ("法规",)), ("章节", ("编", "分编", "章", "节")), ("条", ("条",)), ("款", ("款",)), ("项", ("项", "目")))
_HEAD = ("类型", "依据", *(name for name, _ in _LEVELS), "可比", "到底", "通行深度")
_WIDTHS = (14, 6, 6, 6, 6, 6, 6, 6, 6)
_SHOWN_ROWS = 40


def depth_rows(basis: pl.DataFrame) -> list[DepthRow]:
    """Return the table of the founding bases of a run; see `facts.depths` for what a row says."""
    return depth_table(basis.select(_COLUMNS).to_dicts())


def depths_json(basis: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the table as plain values; `norm` is null where no depth has 80 %, `share` then that of the most frequent."""
    return [
        {
            "file": row.file,
            "department": row.department,
            "category": row.category,
            "bases": row.bases,
            "depths": row.depths,
            "comparable": row.comparable,
            "reach": row.reach,
            "norm": row.norm,
            "share": None if row.share is None else round(row.share, 4),
        }
        for row in depth_rows(basis)
    ]


def depths_text(basis: pl.DataFrame, *, verbose: bool = False) -> Iterator[str]:
    """Yield the lines of the table, a block a department.

    Without `verbose` only the rows with enough comparable bases to tell a usual depth, at most 40, those with most bases.
    """
    rows = depth_rows(basis)
    if not rows:
        return
    telling = [row for row in rows if verbose or row.comparable >= NORM_BASES]
    kept = telling if verbose else sorted(telling, key=lambda row: -row.bases)[:_SHOWN_ROWS]
    order = list(dict.fromkeys((row.file, row.department) for row in rows))
    shown = sorted((row for row in rows if row in kept), key=lambda row: order.index((row.file, row.department)))
    if not shown:
        yield f"引用深度：可比的依据不足 {NORM_BASES} 条，没有列表（用 --verbose 列出）"
        yield ""
        return
    yield "引用深度（设定依据引到哪一级）"
    yield "  可比：条文分款、分项的依据；到底：其中引到最末一级或者整体引用的"
    yield _line(_HEAD)
    for (file, department), group in groupby(shown, key=lambda row: (row.file, row.department)):
        yield f"  {department or Path(file).name}"
        for row in group:
            yield _line(_cells(row))
    if len(shown) < len(rows):
        yield f"  …… 其余 {len(rows) - len(shown)} 组用 --verbose 列出（多为可比依据不足 {NORM_BASES} 条的）"
    yield ""


def _cells(row: DepthRow) -> tuple[str, ...]:
    levels = (sum(row.depths.get(depth, 0) for depth in depths) for _, depths in _LEVELS)
    down = f"{row.reach.get('到底', 0) * 100 // row.comparable}%" if row.comparable else "-"
    return (row.category or "-", str(row.bases), *(str(n or "-") for n in levels), str(row.comparable), down, _usual(row))


def _usual(row: DepthRow) -> str:
    if row.norm is not None:
        return row.norm
    return "不足以比较" if row.comparable < NORM_BASES else "没有（不足八成）"


def _line(cells: tuple[str, ...]) -> str:
    first, *rest = cells
    *numbers, last = rest
    padded = first + " " * max(1, _WIDTHS[0] - cell_len(first))
    padded += "".join(" " * max(1, width - cell_len(text)) + text for text, width in zip(numbers, _WIDTHS[1:], strict=True))
    return f"    {padded}  {last}"
