"""`basischeck.toml` as it was read: which settings are sound, and what is wrong with the others, each with its line."""

import tomllib
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from basischeck.catalog.columns import FIELDS
from basischeck.cli.nearest import guess
from basischeck.cli.settings import Settings
from basischeck.cli.toml_lines import Place, line_of, places
from basischeck.rules import Profile, Waiver  # noqa: F401  # Settings names them
from basischeck.rules.checked import LongId, Reason, Text  # noqa: F401  # Waiver names them

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Days = Annotated[int, Field(strict=True, ge=0, le=3660)]

_SETTINGS = TypeAdapter(with_config(ConfigDict(extra="forbid"))(Settings))
"""Checks raw settings; a name that is none of them is a fault."""
# Settings names types of this module's without importing them: here they are at hand.
_SETTINGS.rebuild()


class ConfigFile:
    """A configuration file as read: the settings that are sound, the faults of the others, and where each stands.

    `waivers` holds number and rule of every waiver written, `sound_waivers` the numbers of those among the settings.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.faults: list[str] = []
        self.sound_waivers: list[int] = []
        self._places: dict[Place, int] = places(text)
        self.waivers: list[tuple[int, str]] = []
        raw = tomllib.loads(text)
        config = self._sound(raw, self._numbered(raw))
        for header, field in config.columns.items():
            if field not in FIELDS:
                self.add(("columns", header), f"没有“{field}”这个标准字段。{guess(field, FIELDS)}可用：{'、'.join(FIELDS)}")
        self.settings = replace(
            config,
            columns={header: field for header, field in config.columns.items() if field in FIELDS},
            rules=self._files("rules", config.rules),
            mandated=self._files("mandated", config.mandated),
            peers=self._files("peers", config.peers),
            services=self._files("services", config.services),
        )

    def _files(self, name: str, paths: Sequence[Path]) -> list[Path]:
        """Return files of a setting, from the folder of the configuration; what names no file is noted as a fault."""
        named = [path for path in paths if path != Path() and "\0" not in str(path)]
        if len(named) < len(paths):
            self.add((name,), "文件名不能为空，也不能有看不见的字符")
        return [self.path.parent / path for path in named]

    def _numbered(self, raw: dict[str, Any]) -> list[int]:
        entries = raw.get("waivers")
        if not isinstance(entries, list):
            return []
        self.waivers = [(n, str(entry.get("rule", ""))) for n, entry in enumerate(entries) if isinstance(entry, dict)]
        return list(range(len(entries)))

    def _sound(self, raw: dict[str, Any], numbers: list[int]) -> Settings:
        """Return the settings that are sound; the others are noted, each alone, so that the rest is still checked."""
        try:
            config = _SETTINGS.validate_python(raw)
        except ValidationError as error:
            places = list(dict.fromkeys(fault["loc"] for fault in error.errors()))
            for fault in error.errors():
                self.add(_in_file(fault["loc"], numbers), _say(fault))
            gone = {place[1] for place in places if place[0] == "waivers" and len(place) > 1}
            left = [number for at, number in enumerate(numbers) if at not in gone]
            return self._sound(_without(raw, places), left)
        self.sound_waivers = numbers
        return config

    def add(self, place: Sequence[str | int], fault: str) -> None:
        """Note a fault of the setting at a place such as ("severity", "BC401")."""
        self.faults.append(f"{self.where(place)}：{'.'.join(map(str, place))}：{fault}")

    def where(self, place: Sequence[str | int]) -> str:
        """Return file and line of a setting, as they are shown."""
        line = line_of(self._places, place)
        return f"{self.path}" + (f" 第{line}行" if line else "")


def _in_file(place: Place, numbers: Sequence[int]) -> Place:
    """Return a place as it was before faulty entries of [[waivers]] were taken out."""
    if place[0] == "waivers" and len(place) > 1 and isinstance(place[1], int):
        return ("waivers", numbers[place[1]], *place[2:])
    return place


def _without(raw: dict[str, Any], places: Sequence[Place]) -> dict[str, Any]:
    """Return the settings without the faulty ones: of a table the one entry, of an array of tables the one table."""
    left = {name: value for name, value in raw.items() if (name,) not in places}
    for name in {str(place[0]) for place in places if len(place) > 1}:
        gone = {place[1] for place in places if place[0] == name and len(place) > 1}
        value = left.get(name)
        if isinstance(value, dict):
            left[name] = {key: held for key, held in value.items() if key not in gone}
        elif isinstance(value, list):
            left[name] = [held for number, held in enumerate(value) if number not in gone]
    return left


_KINDS = {
    "string_type": "应为文字，写在引号里",
    "string_too_short": "不能为空",
    "list_type": "应为方括号中的几个值",
    "dict_type": "应为一组“名称 = 值”",
    "path_type": "应为文件名，写在引号里",
    "date_type": "应为日期，如 2027-03-31，不加引号",
    "date_from_datetime_parsing": "应为日期，如 2027-03-31，不加引号",
    "date_from_datetime_inexact": "应为日期，如 2027-03-31，不带时刻",
    "missing": "没有写，必须写明",
    "dataclass_type": "应为一组“名称 = 值”",
    "string_pattern_mismatch": "写法不对",
    "int_type": "应为整数，不加引号",
    "int_parsing": "应为整数，不加引号",
    "greater_than_equal": "不能小于 0",
    "less_than_equal": "太大",
}


def _say(fault: "ErrorDetails") -> str:
    """Say in Chinese what is wrong with one setting, and what may stand there."""
    kind, name = fault["type"], str(fault["loc"][-1])
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        known = [one.name for one in fields(Settings)] if len(fault["loc"]) == 1 else [one.name for one in fields(Waiver)]
        return f"没有这个设置。{guess(name, known)}可用：{'、'.join(known)}"
    if kind == "literal_error":
        allowed = str(fault["ctx"]["expected"]).replace(" or ", ", ").replace(", ", "、")
        return f"不能是 {fault['input']!r}，可用：{allowed}"
    return _KINDS.get(kind) or f"取值不符合要求（{kind}）"
