"""`basischeck.toml`: what a list repository states once instead of at every call."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.cli.errors import InputError
from basischeck.cli.nearest import missing_file
from basischeck.cli.settings import Settings

if TYPE_CHECKING:
    from basischeck.cli.configfile import ConfigFile

FILE_NAME = "basischeck.toml"


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

    try:
        return ConfigFile(path, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(missing_file(path, [".toml"], what="配置文件")) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取配置文件 {path}：{error}。请检查文件权限，并以 UTF-8 编码保存。") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"配置文件 {path} 不是有效的 TOML：{error}。") from None


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
