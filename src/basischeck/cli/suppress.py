"""What a list repository has agreed not to see: the baseline, read before anything else is."""

from collections import Counter
from pathlib import Path

from basischeck.cli.errors import InputError
from basischeck.cli.nearest import missing_file
from basischeck.rules.baseline import BaselineError, read_baseline


def load_baseline(path: Path) -> Counter[str]:
    """Read a baseline file.

    Raises InputError (exit 2) where it is missing or none: a baseline that is not read hides nothing.
    """
    try:
        return read_baseline(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{missing_file(path, ['.json'], what='基线文件')}还没有基线的，先用 --write-baseline 生成。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"无法读取基线文件 {path}：{error}。") from None
    except BaselineError as error:
        raise InputError(f"{path}：{error}") from None
