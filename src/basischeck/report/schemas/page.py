"""The reference page of all JSON: every field of every document with its type, from the models."""

from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from basischeck.report.schemas import SCHEMAS

_HEAD = """# JSON 格式

命令加 `--format json` 写出的每一种文档都有模型和 JSON Schema（2020-12），由 `python -m basischeck.report.schemas` 从模型生成，并与真实的输出核对。
对象以后可以增加字段；已有字段的名称、类型和意思不变。位置（`span`）按 Unicode 码点计，左闭右开；日期写作 2026-11-22；`[]` 表示数组中的每一个，
`{}` 表示以名称为键的每一个。
"""
_PLAIN = {str: "文本", int: "整数", float: "小数", bool: "真假", date: "日期", Any: "任意"}


def page() -> str:
    """Return the page in Markdown."""
    return _HEAD + "".join(f"\n{section}" for section in map(_section, SCHEMAS))


def _section(name: str) -> str:
    model, command = SCHEMAS[name]
    lines = [f"## {name}", "", f"{command}。[{name}.schema.json](schemas/{name}.schema.json)", "", "| 字段 | 类型 | 说明 |", "|---|---|---|"]
    lines += [f"| `{path}` | {kind} | {told} |" for path, kind, told in _fields(model, "")]
    return "\n".join(lines) + "\n"


def _fields(model: type[BaseModel], path: str) -> Iterator[tuple[str, str, str]]:
    if issubclass(model, RootModel):
        yield from _inside(model.model_fields["root"].annotation, path)
        return
    for name, field in model.model_fields.items():
        where = f"{path}.{field.alias or name}".lstrip(".")
        yield where, _kind(field.annotation), field.description or ""
        yield from _inside(field.annotation, where)


def _inside(kind: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield the fields of the objects that a value of this type holds."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is list:
        yield from _inside(parts[0], f"{path}[]")
    elif origin is dict:
        yield from _inside(parts[1], f"{path}{{}}")
    elif origin in (Union, UnionType):
        for part in parts:
            yield from _inside(part, path)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _fields(kind, path)


def _kind(kind: Any) -> str:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return " 或 ".join("空" if part is NoneType else _kind(part) for part in parts)
    if origin is Literal:
        return "、".join(f"`{part}`" for part in parts)
    if origin is list:
        return f"数组，每个为{_kind(parts[0])}"
    if origin is tuple:
        return f"{len(parts)} 个{_kind(parts[0])}"
    if origin is dict:
        return f"对象，每个值为{_kind(parts[1])}"
    return _PLAIN.get(kind, "对象")
