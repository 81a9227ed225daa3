"""SQL conditions to Polars expressions, checked against the documented columns before any list is read."""

from difflib import get_close_matches

import polars as pl

from basischeck.facts import Scope, schema


def compile_condition(condition: str) -> pl.Expr:
    """Return the expression of a SQL boolean; null counts as not flagged."""
    return pl.sql_expr(condition).fill_null(False)


def expression_fault(condition: str, scope: Scope) -> str | None:
    """Return what is wrong with a condition over the table `scope`, in Chinese, None where nothing is."""
    known = schema(scope)
    try:
        expression = pl.sql_expr(condition)
        names = expression.meta.root_names()
    except pl.exceptions.PolarsError as error:
        return f"无法读懂的条件（{_first_line(error)}）"
    for name in names:
        if name not in known:
            near = get_close_matches(name, list(known), 1, cutoff=0.5)
            return f"没有字段 {name}" + (f"，是否指 {near[0]}？" if near else "")
    if not names:
        return "条件没有用到任何字段，对每一行结果都相同"
    try:
        # Types show only when the expression runs: on a row of nulls, and on no rows.
        result = pl.DataFrame({name: [None] for name in known}, schema=known).select(expression.alias("_"))
    except pl.exceptions.PolarsError as error:
        return f"类型不符（{_first_line(error)}）"
    if result.schema["_"] != pl.Boolean:
        return "条件的结果应为真或假"
    return None


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
