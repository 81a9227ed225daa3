"""Message templates: `{column}` is replaced, `[...]` is left out where a column inside it is null.

「已于{ended}废止[，由《{repealed_by}》[第{repealed_by_article}条]废止]」: a message never says None, and never says half of a
sentence. Dates are written as in official documents（GB/T 15835）: 2026年8月15日. `[[` and `]]` stand for brackets themselves.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_MARK = re.compile(r"\[\[|\]\]|\{(\w+)\}|[\[\]]")


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
    stack: list[list[str]] = [[]]
    whole = [True]
    end = 0
    for match in _MARK.finditer(template):
        stack[-1].append(template[end : match.start()])
        end = match.end()
        mark = match[0]
        if mark in ("[[", "]]"):
            stack[-1].append(mark[0])
        elif mark == "[":
            stack.append([])
            whole.append(True)
        elif mark == "]":
            if len(stack) == 1:
                raise TemplateError(f"多余的 ]：{template}")
            part, kept = stack.pop(), whole.pop()
            if kept:
                stack[-1].append("".join(part))
        else:
            value = row.get(match[1])
            stack[-1].append(_show(value))
            whole[-1] = whole[-1] and value not in (None, "")
    if len(stack) > 1:
        raise TemplateError(f"缺少 ]：{template}")
    return "".join([*stack[0], template[end:]])


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
