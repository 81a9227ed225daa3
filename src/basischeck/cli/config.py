"""`basischeck.toml`: what a list repository states once instead of at every call."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from basischeck.cli.errors import InputError
from basischeck.rules import Profile, Waiver

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
        raise InputError(f"找不到配置文件 {path}。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取配置文件 {path}：{error}。请检查文件权限，并以 UTF-8 编码保存。") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"配置文件 {path} 不是有效的 TOML：{error}。") from None
    try:
        config = Config.model_validate(raw)
    except ValidationError as error:
        faults = [f"  {'.'.join(map(str, fault['loc']))}：{_say(fault['type'])}" for fault in error.errors()]
        raise InputError(f"配置文件 {path} 有误：\n" + "\n".join(faults)) from None
    inside = {field: [path.parent / file for file in getattr(config, field)] for field in ("rules", "mandated")}
    return config.model_copy(update=inside)


def _say(kind: str) -> str:
    known = "、".join(Config.model_fields)
    return f"没有这个设置（可用：{known}）" if kind == "extra_forbidden" else f"取值不符合要求（{kind}）"
