"""All that one run of `check` has to say, before it takes a form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from basischeck.catalog.model import ListFile
from basischeck.facts import Facts
from basischeck.rules import SEVERITIES, Finding


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Findings with what they were found in and against.

    `corpus` is the index's own account of itself; `waived` counts the findings that waivers cover, `known` those that the
    baseline already holds: suppressed findings are counted, never forgotten.
    """

    as_of: date
    lists: tuple[ListFile, ...]
    facts: Facts
    findings: tuple[Finding, ...]
    corpus: dict[str, Any]
    rules_run: tuple[str, ...]
    waived: int = 0
    known: int = 0

    def without_known(self, new: Sequence[Finding]) -> "CheckResult":
        """Return the result with only the findings `new`, the others counted as known."""
        return replace(self, findings=tuple(new), known=len(self.findings) - len(new))


def rows_of(read: ListFile) -> int:
    """Return the number of rows in all sheets of a list."""
    return sum(sheet.rows for sheet in read.sheets)


def summary(result: CheckResult) -> dict[str, Any]:
    """Count what was read, parsed, resolved, not resolved and outside the index, and what was found.

    `bases` is all cited provisions; it is the sum of `resolved` (held against a text), `known` (the statute is in the
    index, but its text in force is not, or no provision is cited), `outside_index` and `untitled`.
    """
    basis = result.facts.tables["basis"]
    status, found = basis["status"], basis["found"]
    outside = int((status == "未收录").sum())
    untitled = int(status.is_null().sum())
    checked = int(found.is_not_null().sum())
    severities = Counter(finding.severity for finding in result.findings)
    return {
        "files": len(result.lists),
        "rows": sum(rows_of(read) for read in result.lists),
        "items": len(result.facts.items),
        "skipped_rows": sum(s.last - s.first + 1 for read in result.lists for s in read.skipped),
        "basis_cells": result.facts.tables["cell"].height,
        "bases": basis.height,
        "resolved": checked,
        "known": basis.height - outside - untitled - checked,
        "outside_index": outside,
        "untitled": untitled,
        "quoted_references": result.facts.quoted,
        "relative_references": result.facts.relative,
        "statutes": basis["statute_id"].drop_nulls().n_unique(),
        "waived": result.waived,
        "in_baseline": result.known,
        "findings": {name: severities.get(name, 0) for name in SEVERITIES},
        "by_rule": dict(sorted(Counter(finding.rule for finding in result.findings).items())),
        "rules_run": len(result.rules_run),
    }


def outside_index(basis: pl.DataFrame) -> list[tuple[str, int]]:
    """Return the titles that are not in the index with how often they are cited, most often first."""
    table = basis.filter(pl.col("status") == "未收录").group_by("title").len()
    return [(title, count) for title, count in table.sort(["len", "title"], descending=[True, False]).iter_rows()]


def items_with(findings: Sequence[Finding], severity: str) -> int:
    """Return how many different items have a finding of `severity`."""
    keys = {(f.location.file, f.location.sheet, f.item.name, f.item.code, f.location.row) for f in findings if f.item and f.severity == severity}
    return len(keys)
