"""Rows to Polars frames with the documented columns and types."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from basischeck.facts.columns import TABLES, Kind, Scope

_TYPES: dict[Kind, type[pl.DataType]] = {
    "text": pl.String,
    "int": pl.Int32,
    "bool": pl.Boolean,
    "date": pl.Date,
    "float": pl.Float64,
}


def schema(scope: Scope) -> dict[str, type[pl.DataType]]:
    """Return the Polars types of a table's columns, in their documented order."""
    return {column.name: _TYPES[column.kind] for column in TABLES[scope]}


def frame(scope: Scope, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Return the table of `rows`; a column that a row leaves out is null.

    Raises ValueError on a column that is not documented: facts nobody can look up are facts nobody can trust.
    """
    types = schema(scope)
    table = list(rows)
    given = set[str]().union(*table)
    unknown = given - types.keys()
    if unknown:
        raise ValueError(f"undocumented columns in table {scope}: {sorted(unknown)}")
    nothing = {kind: pl.repeat(None, len(table), dtype=kind, eager=True) for kind in _TYPES.values()}
    return pl.DataFrame(
        {
            name: pl.Series(name, [row.get(name) for row in table], dtype=kind) if name in given else nothing[kind].alias(name)
            for name, kind in types.items()
        }
    )
