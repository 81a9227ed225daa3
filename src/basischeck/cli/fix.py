"""`basischeck fix`: safe corrections in a new file, with a log; everything else is proposed."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.choices import SUFFIXES
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError, reason
from basischeck.cli.help import Command
from basischeck.cli.nearest import missing_file
from basischeck.cli.places import keep_from, real
from basischeck.cli.progress import working

if TYPE_CHECKING:
    from basischeck.catalog.model import ListFile
    from basischeck.cli.settings import Settings

_LOG = ".改动记录"


@click.command(cls=Command, short_help="改正有把握的问题，写入新文件")
@click.argument("path", metavar="清单文件", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="新文件；默认为同一文件夹的“清单.改.xlsx”。")
@click.option(
    "--marked", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="另写一个标注的工作簿：改后的清单，余下的问题和建议标在单元格上。",
)  # fmt: skip
@click.option("--as-of", type=DAY, help="核查日，如 2026-11-22；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--dry-run", is_flag=True, help="只列出会改动什么，不写文件。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="屏幕输出的格式。")
@click.option("-v", "--verbose", is_flag=True, help="列出全部建议。")
def fix(
    path: Path,
    output: Path | None,
    marked: Path | None,
    as_of: datetime | None,
    config: Path | None,
    dry_run: bool,
    form: str,
    verbose: bool,
) -> None:
    """改正清单中有把握的问题，写入新文件和改动记录；其余列为建议。原文件从不改动。

    \b
    basischeck fix 清单.xlsx
    basischeck fix 清单.xls -o 改后.xlsx
    basischeck fix 清单.xlsx --marked 标注.xlsx
    basischeck fix 清单.xlsx --dry-run

    只改三种：同一条文的新条号（文字完全相同，或者引文完整见于新条号）、只有一种可能的名称笔误、能由条文印证的书写错误。
    .xlsx 原样保留格式；.xls、.ods 另写 .xlsx，.csv 另写 .csv。改动记录与新文件同名，扩展名为 .改动记录.json 和 .改动记录.txt。
    """
    from basischeck.catalog import ListError, read_list
    from basischeck.cli.config import load_config
    from basischeck.cli.lists import NO_ITEMS, say_remarks

    if str(path) == "-":
        raise InputError("fix 要写出改后的清单，不能从标准输入读取。请写明清单文件。")
    settings = load_config(config)
    try:
        read, data = read_list(path, columns=settings.columns), path.read_bytes()
    except ListError as error:
        raise InputError(str(error) if path.exists() else missing_file(path, SUFFIXES)) from None
    except OSError as error:
        raise InputError(f"{path}：无法读取（{reason(error)}）。") from None
    if not read.items:
        raise InputError(f"{path}：{NO_ITEMS}")
    say_remarks([read])
    day = as_of.date() if as_of else date.today()
    target = _target(path, data, output, dry_run=dry_run)
    for file in filter(None, (target, marked)):
        keep_from(file, (), settings.files(config))
    if marked is not None:
        _check_marked(marked, path, target, dry_run=dry_run)
    rest = _run(read, data, target, settings, day, dry_run=dry_run, form=form, verbose=verbose)
    if marked is not None:
        _write_marked(rest, marked, settings, day)


def _check_marked(marked: Path, path: Path, target: Path, *, dry_run: bool) -> None:
    """Raise InputError (exit 2) where the annotated workbook cannot be what it is asked to be."""
    if dry_run:
        raise InputError("--dry-run 不写文件，不能与 --marked 同用。")
    if marked.suffix.lower() != ".xlsx":
        raise InputError(f"标注的工作簿是 .xlsx 文件，不是 {marked.name}。请写成 {marked.stem}.xlsx。")
    if real(marked) in (real(path), real(target)):
        raise InputError(f"{marked} 是清单或者改后的清单，不能写入。请另写一个文件名。")


def _write_marked(rest: "tuple[ListFile, bytes]", marked: Path, settings: "Settings", day: date) -> None:
    from basischeck.cli.check import run_check
    from basischeck.cli.output import write_file
    from basischeck.cli.ruleset import chosen_rules
    from basischeck.report.workbook import to_xlsx

    read, data = rest
    rules = chosen_rules(settings, (), ())
    with working("标注余下的问题"):
        result = run_check([read], rules, day, settings.region, waivers=settings.waivers)
        write_file(to_xlsx(result, read, data, rules), marked)
    click.echo(f"已写入 {marked}", err=True)


def _target(path: Path, data: bytes, output: Path | None, *, dry_run: bool) -> Path:
    """Return the new file. Raises InputError (exit 2) where it is the list itself or has another suffix than its content."""
    from basischeck.report.workbook.mend import kind_after
    from basischeck.report.workbook.runs import MendError

    try:
        kind = kind_after(data, str(path))
    except MendError as error:
        raise InputError(f"{path}：{error}") from None
    target = output or path.with_name(f"{path.stem}.改.{kind if kind == 'xlsx' else path.suffix.lstrip('.') or 'csv'}")
    keep_from(target, [str(path)])
    if kind == "xlsx" and target.suffix.lower() != ".xlsx":
        raise InputError(f"改后的清单是 .xlsx 文件，不是 {target.name}。请写成 {target.stem}.xlsx。")
    if kind != "xlsx" and target.suffix.lower() in (".xlsx", ".xls", ".ods"):
        raise InputError(f"改后的清单与原来一样是文本文件，不是 {target.name}。请写成 {target.stem}{path.suffix or '.csv'}。")
    if output is None and target.exists() and not dry_run:
        raise InputError(f"{target} 已经存在。请用 -o 指定文件名。")
    return target


def _run(
    read: "ListFile", data: bytes, target: Path, settings: "Settings", day: date, *, dry_run: bool, form: str, verbose: bool
) -> "tuple[ListFile, bytes]":
    """Write the new list and its log, say what was done; return the list as it is afterwards."""
    from basischeck.catalog import read_bytes
    from basischeck.citation import NameSet
    from basischeck.cli.check import run_check
    from basischeck.cli.output import write_file
    from basischeck.cli.ruleset import chosen_rules
    from basischeck.impact.log import document, to_text
    from basischeck.impact.planning import Planner
    from basischeck.report.workbook.mend import mend
    from basischeck.report.workbook.runs import MendError
    from basischeck.statute import open_index

    with working(f"核查 {len(read.items)} 个事项"):
        result = run_check([read], chosen_rules(settings, (), ()), day, settings.region, waivers=settings.waivers)
    index = open_index()
    planner = Planner(read, index, day, region=settings.region, names=NameSet(index.names()))
    plan = planner.plan(result.findings)
    source, written = read.file, target if plan.edits and not dry_run else None
    log = json.dumps(document(plan, read.file, written, day), ensure_ascii=False, indent=2) + "\n"
    if written is not None:
        try:
            mended = mend(data, read, plan.edits)
        except MendError as error:
            raise InputError(f"{read.file}：{error}，没有写出新文件。") from None
        write_file(mended, written)
        for suffix, text in ((".json", log), (".txt", to_text(plan, read.file, written))):
            write_file(text.encode(), written.with_name(f"{written.stem}{_LOG}{suffix}"))
        read, data = read_bytes(mended, str(written), columns=settings.columns), mended
    shown = to_text(plan, source, target, width=_width(), shown=None if verbose else 10, dry=dry_run)
    click.echo(log if form == "json" else shown, nl=False)
    return read, data


def _width() -> int:
    from shutil import get_terminal_size

    return 80 if not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))
