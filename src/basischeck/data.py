"""Where the shipped data folders are: beside the package in a wheel, at the top level in a checkout."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: Literal["grammars", "rules", "corpus"]) -> Path:
    """Return the folder `name`, from the wheel's `_data` or from the checkout that an editable install points to.

    Raises FileNotFoundError where neither has it: the installation is broken, and no check may run without its data.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"安装不完整：找不到数据目录 {name}。请重新安装 basischeck。")
