"""`basischeck init`: settings, hook and first baseline of a list repository, from the lists that are there."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.choices import SUFFIXES
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working

if TYPE_CHECKING:
    from basischeck.catalog.model import ListFile


@click.command(cls=Command, short_help="写出配置文件、提交前检查和基线")
@click.argument("paths", nargs=-1, metavar="[清单文件或文件夹]...", type=click.Path())
@click.option("--as-of", type=DAY, help="基线的核查日；默认今天。")
@click.option("--force", is_flag=True, help="覆盖已有的配置文件和基线。")
@click.option("--no-baseline", is_flag=True, help="不写基线：已有的问题每次都列出。")
def init(paths: tuple[str, ...], as_of: datetime | None, force: bool, no_baseline: bool) -> None:
    """在当前文件夹写出 basischeck.toml、.pre-commit-config.yaml 中的检查、以及现有问题的基线。

    \b
    basischeck init 清单.xlsx
    basischeck init 清单文件夹

    地区和特殊的列名从清单中辨认，不提问。不给清单时读当前文件夹中的清单。基线记下现有的问题，以后检查只列新的。
    已有的配置文件和基线不会被覆盖，除非加 --force；已有的 .pre-commit-config.yaml 只增加一项。
    """
    from basischeck.cli.init_files import (
        BASELINE,
        HOOKS,
        columns_in_lists,
        hook,
        hooks_text,
        region_in_lists,
        settings_text,
    )
    from basischeck.cli.lists import read_lists
    from basischeck.cli.output import check_target, write_output
    from basischeck.cli.settings import FILE_NAME, Settings

    names = list(paths) or (["."] if _lists_here() else [])
    with_baseline = bool(names) and not no_baseline
    _refuse([FILE_NAME, *([BASELINE] if with_baseline else [])], force=force)
    lists = read_lists(names, Settings()) if names else []
    shown = _relative(names)
    region, columns = region_in_lists(lists), columns_in_lists(lists)
    root = _repository()
    below = root is not None and root != Path.cwd().resolve()
    hooks = hooks_text(Path(HOOKS), hook(shown or ["."], with_baseline)) if (shown or not lists) and not below else None
    written = {FILE_NAME: settings_text(lists, region, columns)}
    known = 0
    if with_baseline:
        written[BASELINE], known = _baseline(lists, region, as_of.date() if as_of else date.today())
    if hooks is not None:
        written[HOOKS] = hooks
    for name in written:
        check_target(Path(name))
    for name, text in written.items():
        write_output(text, Path(name))
    _report(lists, region, columns, known, written, root if below else None, inside=bool(shown) or not lists)


def _repository() -> Path | None:
    """Return the root of the repository that the working folder is in, None outside of one."""
    here = Path.cwd().resolve()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)


def _lists_here() -> bool:
    return any(path.suffix.lower() in SUFFIXES and path.name[0] not in ".~" for path in Path().iterdir())


def _refuse(names: Sequence[str], *, force: bool) -> None:
    known = [name for name in names if Path(name).exists()]
    if known and not force:
        raise InputError(f"已经有 {'、'.join(known)}，没有改动。要重新写出，请加 --force。")


def _relative(names: Sequence[str]) -> list[str]:
    """Return the lists' paths from the working folder; none where one is outside: a hook sees only its repository."""
    here = Path.cwd().resolve()
    found = [Path(name).resolve() for name in names]
    if "-" in names or not all(path.is_relative_to(here) for path in found):
        return []
    return [path.relative_to(here).as_posix() for path in found]


def _baseline(lists: Sequence["ListFile"], region: str | None, day: date) -> tuple[str, int]:
    from basischeck.cli.check import run_check
    from basischeck.cli.ruleset import chosen_rules
    from basischeck.cli.settings import Settings
    from basischeck.rules.baseline import write_baseline

    with working(f"核查现有的 {sum(len(read.items) for read in lists)} 个事项"):
        result = run_check(lists, chosen_rules(Settings(), (), ()), day, region)
    return write_baseline(result.findings), len(result.findings)


def _report(
    lists: Sequence["ListFile"],
    region: str | None,
    columns: dict[str, str],
    known: int,
    written: dict[str, str],
    root: Path | None,
    *,
    inside: bool,
) -> None:
    click.echo(f"已写入：{'、'.join(written)}")
    if lists:
        items = sum(len(read.items) for read in lists)
        click.echo(f"清单 {len(lists)} 个，事项 {items} 个；地区：{region or '没有看出，请在 basischeck.toml 中写明 region'}。")
    for header, field in columns.items():
        click.echo(f"列“{header}”按内容作为{field}。")
    if "basischeck-baseline.json" in written:
        click.echo(f"基线记下现有的 {known} 处问题；以后用 basischeck check 清单 --baseline basischeck-baseline.json 只列新的。")
    if root is not None:
        here = Path.cwd().resolve().relative_to(root).as_posix()
        click.echo(f"没有写提交前检查：pre-commit 只读仓库根目录的配置。请到 {root} 运行 basischeck init {here}。")
    elif not inside:
        click.echo("清单不在当前文件夹之内，没有写提交前检查。")
    elif ".pre-commit-config.yaml" not in written:
        click.echo(".pre-commit-config.yaml 中已有 basischeck，没有改动。")
    else:
        click.echo("提交前检查：在 Git 仓库中运行一次 pre-commit install 即可。")
