"""Message templates: `{column}` is replaced, `[...]` is left out where a column inside it is null.

「已于{ended}废止[，由《{repealed_by}》[第{repealed_by_article}条]废止]」: a message never says None, and never says half of a
sentence. Dates are written as in official documents（GB/T 15835）: 2026年8月15日. `[[` and `]]` stand for brackets themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from basischeck.pattern import regex

_MARK = regex(r"\[\[|\]\]|\{(\w+)\}|[\[\]]")


class TemplateError(ValueError):
    """The template's brackets do not match."""


def columns_of(template: str) -> set[str]:
    """Return the columns that `template` uses."""
    return {match[1] for match in _MARK.finditer(template) if match[1]}


def render_template(template: str, row: Mapping[str, Any]) -> str:
    """Return `template` filled from `row`.

    >>> render_template("《{a}》废止[，见{b}]。", {"a": "某法", "b": None})
    '《某法》废止。'
    """
    return _rendered(_parts(template), row)[0]


@dataclass(frozen=True, slots=True)
class _Optional:
    """A part in brackets, left out where one of its columns is null."""

    parts: "_Parts"


@dataclass(frozen=True, slots=True)
class _Value:
    """The value of a column."""

    column: str


_Parts = tuple["str | _Value | _Optional", ...]


@lru_cache(maxsize=1024)
def _parts(template: str) -> _Parts:
    """Take a template apart: thousands of findings are made from one."""
    stack: list[list[str | _Value | _Optional]] = [[]]
    end = 0
    for match in _MARK.finditer(template):
        stack[-1].append(template[end : match.start()])
        end = match.end()
        mark = match[0]
        if mark in ("[[", "]]"):
            stack[-1].append(mark[0])
        elif mark == "[":
            stack.append([])
        elif mark == "]":
            if len(stack) == 1:
                raise TemplateError(f"多余的 ]：{template}")
            inner = tuple(stack.pop())
            stack[-1].append(_Optional(inner))
        else:
            stack[-1].append(_Value(match[1]))
    if len(stack) > 1:
        raise TemplateError(f"缺少 ]：{template}")
    return (*stack[0], template[end:])


def _rendered(parts: _Parts, row: Mapping[str, Any]) -> tuple[str, bool]:
    """Return the parts filled from `row`, and whether none of their own columns is null."""
    told: list[str] = []
    whole = True
    for part in parts:
        if isinstance(part, str):
            told.append(part)
        elif isinstance(part, _Value):
            value = row.get(part.column)
            told.append(_show(value))
            whole = whole and value not in (None, "")
        else:
            inner, kept = _rendered(part.parts, row)
            if kept:
                told.append(inner)
    return "".join(told), whole


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
