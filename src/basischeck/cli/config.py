"""`basischeck.toml`: what a list repository states once instead of at every call."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.cli.errors import InputError, said
from basischeck.cli.nearest import missing_file
from basischeck.cli.notes import note
from basischeck.cli.settings import FILE_NAME, Settings

if TYPE_CHECKING:
    from basischeck.cli.configfile import ConfigFile

def read_config(path: Path | None) -> "ConfigFile | None":
    """Read `path`, or `basischeck.toml` in the working folder; None where there is none.

    Raises InputError (exit 2) where the file cannot be read, or is no TOML; what is wrong with its settings is in the
    file's `faults`.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return None
    # The library that checks settings is slow to begin, and most runs have none.
    from basischeck.cli.configfile import ConfigFile
    from basischeck.facts.territory import home_of

    try:
        read = ConfigFile(path, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(missing_file(path, [".toml"], what="配置文件")) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取配置文件 {path}：{said(error)}。") from None
    except RecursionError:
        raise InputError(f"配置文件 {path} 嵌套过深，不是配置。") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"配置文件 {path} 不是有效的 TOML（{_place(error)}）。请检查等号、引号和方括号。") from None
    region = read.settings.region
    if region and home_of(region) is None:
        note(f"{path}：不认识地区“{region}”，按没有写明地区核查。请写省、市的全称，如 新疆维吾尔自治区克拉玛依市。")
    return read


def _place(error: tomllib.TOMLDecodeError) -> str:
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return f"第 {found[1]} 行第 {found[2]} 列" if found else "文件末尾"


def load_config(path: Path | None) -> Settings:
    """Return the settings of `path`, of `basischeck.toml` in the working folder, or the defaults.

    Raises InputError (exit 2) with every fault of the file in Chinese.
    """
    read = read_config(path)
    if read is None:
        return Settings()
    raise_faults(read.faults)
    return read.settings


def raise_faults(faults: Sequence[str]) -> None:
    """Raise InputError (exit 2) where there are faults of a configuration, all in one message."""
    if faults:
        raise InputError("配置有误：\n" + "\n".join(f"  {fault}" for fault in faults))
