"""Several version brackets for one statute within one list: which of them mean different texts.

Brackets that say the same act in other words are the same: what counts is the version they name where the index knows
the statute, and the day or year of the last amendment where it does not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from basischeck.facts.bracket_days import AMENDED, dated_clauses

_SAME_ACT_DAYS = 120
"""Adoption and promulgation of one act may lie so far apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one bracket names: versions by id, or the day, or the year of an amendment; `label` is how it is shown."""

    versions: frozenset[str]
    day: date | None
    year: int | None
    amended: bool
    label: str


def add_variants(bases: Sequence[dict[str, Any]]) -> None:
    """Write the columns `bracket_this`, `bracket_usual` and the two counts where one list has several brackets.

    They stand at the first basis of each bracket that does not agree with the list's usual one for that statute: the
    most frequent, and of equally frequent ones the latest.
    """
    by_statute: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in bases:
        if row.get("version_text") and row.get("title"):
            by_statute.setdefault((row["file"], row.get("statute_id") or row["title"]), []).append(row)
    for rows in by_statute.values():
        if len({row["version_text"] for row in rows}) > 1:
            _compare(rows)


def _compare(rows: Sequence[dict[str, Any]]) -> None:
    named = {row["version_text"]: bracket for row in rows if (bracket := _named(row)) is not None}
    counts: Counter[Named] = Counter()
    for text, _, _ in {(row["version_text"], row["sheet"], row["cell"]) for row in rows}:
        if text in named:
            counts[named[text]] += 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda bracket: (_weight(bracket, counts), bracket.year or 0, bracket.label))
    seen: list[Named] = []
    for row in rows:
        bracket = named.get(row["version_text"])
        if bracket is None or _agree(bracket, usual) or any(_agree(bracket, other) for other in seen):
            continue
        seen.append(bracket)
        row |= {
            "bracket_this": bracket.label,
            "bracket_usual": usual.label,
            # What is later than all that the index knows is no first promulgation, nor is what stands beside it.
            "bracket_both_amended": (bracket.amended and usual.amended) or bool(bracket.versions) != bool(usual.versions),
            "bracket_count": _weight(bracket, counts),
            "bracket_usual_count": _weight(usual, counts),
            "bracket_in_force": _in_force(rows, row, next(text for text, one in named.items() if one == usual)),
        }


def _in_force(rows: Sequence[dict[str, Any]], row: dict[str, Any], others: str) -> str | None:
    """Say which of two brackets names the text in force, that of `row` or that of the rows with the text `others`."""
    other = next((one for one in rows if one["version_text"] == others), {})
    if row.get("status") == "有效" and (_is_newer(row) or _is_newer(other)):
        return "较新的文本索引没有收录，写较早文本的各处是按索引所收的文本核对的"
    here, there = row.get("named"), other.get("named")
    if here == "现行" and there == "旧版":
        return "现行的是此处所写的文本，应改的是另外各处"
    if here == "旧版" and there == "现行":
        return "现行的是另外各处所写的文本，应改的是此处"
    return "两种写法都不是现行文本" if here == there == "旧版" else None


def _weight(bracket: Named, counts: Counter[Named]) -> int:
    return sum(count for other, count in counts.items() if _agree(bracket, other))


def _named(row: dict[str, Any]) -> Named | None:
    ids = (row.get("bracket_versions") or "").split()
    kind, year = row.get("version_kind"), row.get("version_year")
    if ids:
        return Named(frozenset(ids), None, year, kind in AMENDED, row["bracket_named"])
    if year is None or (row.get("statute_id") and not _is_newer(row)):
        return None
    days = [clause.day for clause in dated_clauses(row["version_text"]) if not clause.is_of_effect]
    amended = kind in AMENDED
    day = days[-1] if days and days[-1].year == year else None
    return Named(frozenset(), day, year, amended, f"{year}年{kind if amended else ''}")


def _is_newer(row: dict[str, Any]) -> bool:
    return bool(row.get("bracket_newer")) and not row.get("bracket_fault")


def _agree(one: Named, other: Named) -> bool:
    """Whether two brackets may name the same text."""
    if one.versions or other.versions:
        return bool(one.versions & other.versions)
    if not one.amended and not other.amended:
        # A day of meeting, of publication and of effect may each stand alone for one act.
        return abs((one.year or 0) - (other.year or 0)) <= 1
    if one.day and other.day:
        return abs((one.day - other.day).days) <= _SAME_ACT_DAYS
    return one.year == other.year


def add_fault_counts(bases: Sequence[dict[str, Any]]) -> None:
    """Write at the first basis of each fault of a bracket in one list in how many cells it stands: the same fault is one.

    `bracket_fault_count` is of faults, `bracket_newer_count` of brackets that name what the index does not know: these cells,
    which were not checked, are named (`bracket_newer_cells`).
    """
    cells: dict[tuple[Any, ...], dict[tuple[str, str], None]] = {}
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in bases:
        key = (row["file"], row.get("statute_id"), row.get("bracket_fault"), row.get("bracket_says"))
        if row.get("bracket_fault") or row.get("bracket_newer"):
            first.setdefault(key, row)
            cells.setdefault(key, {})[row["sheet"], row["cell"]] = None
    for key, row in first.items():
        row["bracket_fault_count" if key[2] else "bracket_newer_count"] = len(cells[key])
        if not key[2] and len(cells[key]) > 1:
            sheets = {sheet for sheet, _ in cells[key]}
            row["bracket_newer_cells"] = "、".join(f"{sheet}!{cell}" if len(sheets) > 1 else cell for sheet, cell in cells[key])


def add_parent_counts(bases: Sequence[dict[str, Any]]) -> None:
    """Write at the first basis of each act whose parent changed in how many cells of the list it is cited.

    Where as many brackets name a later amendment as do not, the act has been amended since the index knows, perhaps after its parent.
    """
    cells: dict[str, set[tuple[str, str]]] = {}
    later: dict[str, set[tuple[str, str]]] = {}
    first: dict[str, dict[str, Any]] = {}
    for row in bases:
        if row.get("parent"):
            first.setdefault(row["statute_id"], row)
            cells.setdefault(row["statute_id"], set()).add((row["sheet"], row["cell"]))
            if row.get("bracket_newer"):
                later.setdefault(row["statute_id"], set()).add((row["sheet"], row["cell"]))
    for name, row in first.items():
        if 2 * len(later.get(name, ())) < len(cells[name]):
            row["parent_count"] = len(cells[name])
