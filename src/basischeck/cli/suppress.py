"""What a list repository has agreed not to see: waivers and baselines, checked before anything is read."""

from collections import Counter
from pathlib import Path

from basischeck.cli.config import Config
from basischeck.cli.errors import InputError
from basischeck.cli.nearest import missing_file
from basischeck.cli.ruleset import all_rules
from basischeck.rules.baseline import BaselineError, read_baseline
from basischeck.rules.waiver import waiver_faults


def checked_waivers(settings: Config) -> None:
    """Raise InputError (exit 2) with every waiver of the configuration that cannot be used."""
    if not settings.waivers:
        return
    faults = waiver_faults(settings.waivers, all_rules(settings))
    if faults:
        raise InputError("配置文件的豁免有误：\n" + "\n".join(f"  {fault}" for fault in faults))


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
