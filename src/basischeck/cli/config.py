"""`basischeck.toml`: what a list repository states once instead of at every call."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from basischeck.cli.errors import InputError
from basischeck.cli.nearest import guess, missing_file
from basischeck.cli.toml_lines import Place, line_of, places
from basischeck.facts.prospect import HORIZON
from basischeck.rules import Profile, Waiver

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE_NAME = "basischeck.toml"


class Config(BaseModel):
    """The settings of a list repository; every field may be left out.

    `region` is the list's province or city, `columns` maps header wordings to standard fields, `severity` rule ids to a
    severity or "off", `rules` names further rule files, relative to the configuration file, `waivers` are findings that
    somebody answers for. `mandated` names lists whose every entry has to be covered, relative as well; `peers` lists of other
    levels that may claim the same powers, `services` lists of service items, `level` at which level the list is kept.
    `profile` says how much is asked of the list: basic, standard or strict. `horizon` is the number of days within which a
    coming change of law is told.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    region: str | None = None
    columns: dict[str, str] = {}
    select: list[str] = []
    ignore: list[str] = []
    profile: Profile = "standard"
    horizon: Annotated[int, Field(ge=0, le=3660)] = HORIZON
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    rules: list[Path] = []
    mandated: list[Path] = []
    peers: list[Path] = []
    services: list[Path] = []
    level: str | None = None
    waivers: list[Waiver] = []


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
        inside = {field: [path.parent / file for file in getattr(config, field)] for field in ("rules", "mandated", "peers", "services")}
        self.settings = config.model_copy(update=inside)

    def _numbered(self, raw: dict[str, Any]) -> list[int]:
        entries = raw.get("waivers")
        if not isinstance(entries, list):
            return []
        self.waivers = [(n, str(entry.get("rule", ""))) for n, entry in enumerate(entries) if isinstance(entry, dict)]
        return list(range(len(entries)))

    def _sound(self, raw: dict[str, Any], numbers: list[int]) -> Config:
        """Return the settings that are sound; the others are noted, each alone, so that the rest is still checked."""
        try:
            config = Config.model_validate(raw)
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


def read_config(path: Path | None) -> ConfigFile | None:
    """Read `path`, or `basischeck.toml` in the working folder; None where there is none.

    Raises InputError (exit 2) where the file cannot be read, or is no TOML; what is wrong with its settings is in the
    file's `faults`.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return None
    try:
        return ConfigFile(path, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(missing_file(path, [".toml"], what="配置文件")) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取配置文件 {path}：{error}。请检查文件权限，并以 UTF-8 编码保存。") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"配置文件 {path} 不是有效的 TOML：{error}。") from None


def load_config(path: Path | None) -> Config:
    """Return the settings of `path`, of `basischeck.toml` in the working folder, or the defaults.

    Raises InputError (exit 2) with every fault of the file in Chinese.
    """
    read = read_config(path)
    if read is None:
        return Config()
    raise_faults(read.faults)
    return read.settings


def raise_faults(faults: Sequence[str]) -> None:
    """Raise InputError (exit 2) where there are faults of a configuration, all in one message."""
    if faults:
        raise InputError("配置有误：\n" + "\n".join(f"  {fault}" for fault in faults))


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
    "int_type": "应为整数，不加引号",
    "int_parsing": "应为整数，不加引号",
    "greater_than_equal": "不能小于 0",
    "less_than_equal": "太大",
}


def _say(fault: "ErrorDetails") -> str:
    """Say in Chinese what is wrong with one setting, and what may stand there."""
    kind, name = fault["type"], str(fault["loc"][-1])
    if kind == "extra_forbidden":
        known = Config.model_fields if len(fault["loc"]) == 1 else Waiver.model_fields
        return f"没有这个设置。{guess(name, known)}可用：{'、'.join(known)}"
    if kind == "literal_error":
        allowed = str(fault["ctx"]["expected"]).replace(" or ", ", ").replace(", ", "、")
        return f"不能是 {fault['input']!r}，可用：{allowed}"
    return _KINDS.get(kind) or f"取值不符合要求（{kind}）"
