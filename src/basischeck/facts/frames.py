"""Rows to Polars frames with the documented columns and types."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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


def frame(
    scope: Scope,
    rows: Iterable[Mapping[str, Any]],
    *,
    shared: Sequence[Mapping[str, Any]] = (),
    own: Collection[str] = (),
) -> pl.DataFrame:
    """Return the table of `rows`; a column that a row leaves out is null.

    `shared` holds for each row the mapping that its values come from where many rows share one, all but those of the columns
    `own`: these values are turned into columns once a mapping, not once a row.

    Raises ValueError on a column that is not documented: facts nobody can look up are facts nobody can trust.
    """
    types = schema(scope)
    table = list(rows)
    given = set[str]().union(*table)
    unknown = given - types.keys()
    if unknown:
        raise ValueError(f"undocumented columns in table {scope}: {sorted(unknown)}")
    nothing = {kind: pl.repeat(None, len(table), dtype=kind, eager=True) for kind in _TYPES.values()}
    columns = {} if not shared else _spread(shared, set(own), types)
    for name, kind in types.items():
        if name not in columns:
            columns[name] = pl.Series(name, [row.get(name) for row in table], dtype=kind) if name in given else nothing[kind].alias(name)
    return pl.DataFrame([columns[name] for name in types])


def _spread(
    shared: Sequence[Mapping[str, Any]], own: set[str], types: Mapping[str, type[pl.DataType]]
) -> dict[str, pl.Series]:
    """Return the columns of the mappings that rows share, one value a row."""
    distinct = {id(mapping): mapping for mapping in shared}
    places = {key: place for place, key in enumerate(distinct)}
    names = set[str]().union(*distinct.values()) - own
    held = pl.DataFrame(
        {name: pl.Series(name, [mapping.get(name) for mapping in distinct.values()], dtype=types[name]) for name in names}
    )
    spread = held[pl.Series([places[id(mapping)] for mapping in shared], dtype=pl.UInt32)]
    return {column.name: column for column in spread}
