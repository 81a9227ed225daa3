"""What a list repository has agreed not to see: waivers and baselines, checked before anything is read."""

from collections import Counter
from pathlib import Path

import click

from basischeck.cli.config import Config
from basischeck.cli.ruleset import all_rules
from basischeck.rules.baseline import BaselineError, read_baseline
from basischeck.rules.waiver import waiver_faults


def checked_waivers(settings: Config) -> None:
    """Raise click.UsageError (exit 2) with every waiver of the configuration that cannot be used."""
    if not settings.waivers:
        return
    faults = waiver_faults(settings.waivers, all_rules(settings))
    if faults:
        raise click.UsageError("配置文件的豁免有误：\n" + "\n".join(f"  {fault}" for fault in faults))


def load_baseline(path: Path) -> Counter[str]:
    """Read a baseline file.

    Raises click.UsageError (exit 2) where it is missing or none: a baseline that is not read hides nothing.
    """
    try:
        return read_baseline(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise click.UsageError(f"找不到基线文件 {path}。先用 --write-baseline 生成。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"无法读取基线文件 {path}：{error}。") from None
    except BaselineError as error:
        raise click.UsageError(f"{path}：{error}") from None
