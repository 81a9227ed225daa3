"""JSON and JSON lines to a grid: a list of objects whose keys are header wordings or standard field names."""

import json
from collections.abc import Iterable

from basischeck.catalog.delimited import decode
from basischeck.catalog.grid import Grid, make_grid
from basischeck.catalog.model import ListError
from basischeck.catalog.wording import cell_text
from basischeck.pattern import regex

_HALF = regex("[\ud800-\udfff]")
_WRAPPERS = ("items", "rows", "data", "list", "records", "清单", "事项", "权责清单")
_EXPECTED = '应为对象的数组，如 [{"事项名称": "…", "权力类型": "…", "实施依据": "…"}]，或 {"items": [...]}'

ENGLISH = {
    "serial": "序号",
    "no": "序号",
    "code": "编码",
    "name": "事项名称",
    "sub_name": "子项名称",
    "category": "权力类型",
    "type": "权力类型",
    "basis": "设定依据",
    "bases": "设定依据",
    "duty_basis": "责任事项依据",
    "liability_basis": "追责依据",
    "department": "部门",
    "actor": "行使主体",
    "office": "承办机构",
    "level": "行使层级",
    "region": "行政区划",
    "remark": "备注",
}
"""English keys that other programs write, with the standard field each means."""


def read_json(data: bytes, name: str) -> list[Grid]:
    """One grid: row 1 the keys, then a row for each object (so object n of the array stands in row n + 1).

    The values of a list (several bases) are put on lines of their own. Raises `ListError` for anything but objects.
    """
    records = _records(decode(data, name).lstrip("\ufeff"), name)
    keys: dict[str, None] = {}
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict):
            raise ListError(f"{name}：第 {number} 个元素不是对象。{_EXPECTED}。")
        keys.update(dict.fromkeys(record))
    if not keys:
        raise ListError(f"{name}：JSON 中没有任何事项。{_EXPECTED}。")
    header = [ENGLISH.get(key.strip().casefold(), key) for key in keys]
    rows = [[_value(record.get(key)) for key in keys] for record in records if isinstance(record, dict)]
    for number, row in enumerate([header, *rows]):
        if any(map(_HALF.search, row)):
            where = f"第 {number} 个元素" if number else "键名"
            raise ListError(f"{name}：{where}中有不成字的字符（\\ud800 一类的半个字符）。请改正或删去它。")
    return [make_grid("", [header, *rows])]


def _records(text: str, name: str) -> list[object]:
    try:
        whole = json.loads(text)
    except RecursionError:
        raise ListError(f"{name}：JSON 嵌套过深。{_EXPECTED}。") from None
    except ValueError as error:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for _, line in lines[:3]):
            return list(_json_lines(lines, name))
        where = f"第 {error.lineno} 行第 {error.colno} 列" if isinstance(error, json.JSONDecodeError) else "某处"
        raise ListError(f"{name}：不是有效的 JSON（{where}有错误）。请检查引号、逗号和括号。") from None
    if isinstance(whole, dict):
        inner = [value for key in _WRAPPERS if isinstance(value := whole.get(key), list)]
        return inner[0] if inner else [whole]
    if isinstance(whole, list):
        return whole
    raise ListError(f"{name}：JSON 中没有清单。{_EXPECTED}。")


def _json_lines(lines: Iterable[tuple[int, str]], name: str) -> Iterable[object]:
    for number, line in lines:
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            raise ListError(f"{name}：第 {number} 行不是有效的 JSON 对象。") from None


def _value(value: object) -> str:
    """Return a field's text: lists line by line, objects by their values (a basis may come as title and locator)."""
    if isinstance(value, (list, tuple)):
        return "\n".join(_value(part) for part in value)
    if isinstance(value, dict):
        return "".join(_value(part) for part in value.values())
    return cell_text(value)
