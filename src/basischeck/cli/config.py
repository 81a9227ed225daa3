"""`basischeck.toml`: what a list repository states once instead of at every call."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from basischeck.cli.errors import InputError
from basischeck.cli.nearest import guess, missing_file
from basischeck.rules import Profile, Waiver

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE_NAME = "basischeck.toml"


class Config(BaseModel):
    """The settings of a list repository; every field may be left out.

    `region` is the list's province or city, `columns` maps header wordings to standard fields, `severity` rule ids to a
    severity or "off", `rules` names further rule files, relative to the configuration file, `waivers` are findings that
    somebody answers for. `mandated` names lists whose every entry has to be covered, relative as well. `profile` says how
    much is asked of the list: basic, standard or strict.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    region: str | None = None
    columns: dict[str, str] = {}
    select: list[str] = []
    ignore: list[str] = []
    profile: Profile = "standard"
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    rules: list[Path] = []
    mandated: list[Path] = []
    waivers: list[Waiver] = []


def load_config(path: Path | None) -> Config:
    """Read `path`, or `basischeck.toml` in the working folder, or return the defaults.

    Raises InputError (exit 2) with every fault of the file in Chinese.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Config()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(missing_file(path, [".toml"], what="配置文件")) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取配置文件 {path}：{error}。请检查文件权限，并以 UTF-8 编码保存。") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"配置文件 {path} 不是有效的 TOML：{error}。") from None
    try:
        config = Config.model_validate(raw)
    except ValidationError as error:
        faults = [f"  {'.'.join(map(str, fault['loc']))}：{_say(fault)}" for fault in error.errors()]
        raise InputError(f"配置文件 {path} 有误：\n" + "\n".join(faults)) from None
    inside = {field: [path.parent / file for file in getattr(config, field)] for field in ("rules", "mandated")}
    return config.model_copy(update=inside)


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
