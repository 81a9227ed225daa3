"""What a list repository has agreed not to see: the baseline, read before anything else is."""

from collections import Counter
from pathlib import Path

from basischeck.cli.errors import InputError, reason, said
from basischeck.cli.nearest import missing_file
from basischeck.rules.baseline import BaselineError, read_baseline


def load_baseline(path: Path) -> Counter[str]:
    """Read a baseline file.

    Raises InputError (exit 2) where it is missing or none: a baseline that is not read hides nothing.
    """
    try:
        return read_baseline(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(f"{missing_file(path, ['.json'], what='基线文件')}还没有基线的，先用 --write-baseline 生成。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取基线文件 {path}：{said(error)}。") from None
    except BaselineError as error:
        raise InputError(f"{path}：{error}") from None


def check_baseline(path: Path) -> None:
    """Raise InputError (exit 2) where a baseline is to be written over a file that is none."""
    try:
        held = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise InputError(f"无法读取 {path}：{reason(error)}。") from None
    if held.strip() and b"basischeck_baseline" not in held:
        raise InputError(f"{path} 已经存在，不是基线文件，不会覆盖它。请另写一个文件名。")
