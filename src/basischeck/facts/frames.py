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
    # Many rows have the same few of the columns: together they are turned into columns at once.
    alike: dict[tuple[str, ...], list[tuple[int, Mapping[str, Any]]]] = {}
    for place, row in enumerate(rows):
        alike.setdefault(tuple(row), []).append((place, row))
    given = set[str]().union(*alike)
    unknown = given - types.keys()
    if unknown:
        raise ValueError(f"undocumented columns in table {scope}: {sorted(unknown)}")
    values: dict[str, list[Any]] = {name: [] for name in given}
    places: list[int] = []
    for names, members in alike.items():
        places.extend(place for place, _ in members)
        for name, column in zip(names, zip(*(row.values() for _, row in members), strict=True), strict=True):
            values[name].extend(column)
        for name in given.difference(names):
            values[name].extend([None] * len(members))
    table = pl.DataFrame(
        {
            name: pl.Series(name, values[name], dtype=kind)
            if name in given
            else pl.repeat(None, len(places), dtype=kind, eager=True).alias(name)
            for name, kind in types.items()
        }
    )
    return table if len(alike) < 2 else table[pl.Series(places).arg_sort()]
