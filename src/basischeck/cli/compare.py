"""`basischeck compare`: what lists agree on, what is alike, what only one has."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.choices import SEVERITIES, form_of
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working
from basischeck.cli.target import TARGET

if TYPE_CHECKING:
    from basischeck.catalog.model import ListFile
    from basischeck.compare.basis import BasisReader


@click.command(cls=Command, short_help="比较清单")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件...", type=click.Path())
@click.option("--as-of", type=DAY, help="核查日，用来辨认法规；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--format", "form", type=click.Choice(["text", "json", "xlsx", "html"]), help="输出格式；默认 text，用 -o 写入文件时按扩展名。")
@click.option("-o", "--output", type=TARGET, help="写入文件而不是屏幕。")
@click.option("-v", "--verbose", is_flag=True, help="列出全部事项，包括一致的。")
@click.option("--mandated", multiple=True, metavar="目录文件", help="改为核查：这些目录（下放事项、许可清单）中的事项是否都在清单中；可重复。")
@click.option("--over-time", is_flag=True, help="改为比较同一清单的前后两版：先给原来的，再给现在的。")
@click.option("--from", "start", type=DAY, help="前一版的日期，与 --over-time 同用；默认现在之前一年。")
@click.option("--to", "end", type=DAY, help="后一版的日期；默认核查日。")
@click.option("--levels", is_flag=True, help="改为核查层级权限：同一职权几级都有的，有没有划分。")
@click.option("--services", is_flag=True, help="改为核查“两张皮”：先给权责清单，再给政务服务事项清单。")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="核查时达到此级别以状态码 1 退出；默认 error。")
def compare(
    paths: tuple[str, ...],
    as_of: datetime | None,
    config: Path | None,
    form: str | None,
    output: Path | None,
    verbose: bool,
    mandated: tuple[str, ...],
    over_time: bool,
    start: datetime | None,
    end: datetime | None,
    levels: bool,
    services: bool,
    fail_on: str | None,
) -> None:
    """比较两份或者多份清单：哪些事项一致、相似、独有。

    \b
    basischeck compare 市清单.xlsx 县清单.xlsx
    basischeck compare 市.xlsx 县1.xlsx 县2.xlsx --format xlsx -o 比较.xlsx
    basischeck compare 清单.xlsx --mandated 下放事项目录.xlsx
    basischeck compare 去年.xlsx 今年.xlsx --over-time --from 2025-01-01
    basischeck compare 权责清单.xlsx 政务服务事项.xlsx --services

    一致：名称、类型相同，依据是相同的条款。相似：同一职权，名称、类型、依据有不同（逐项说明怎样不同）。独有：只有一份清单有。
    """
    from basischeck.cli.collecting import without_collecting
    from basischeck.cli.compared import read_compared
    from basischeck.cli.config import load_config
    from basischeck.cli.places import keep_from

    without_collecting()
    if sum((bool(mandated), over_time, levels, services)) > 1:
        raise InputError("--mandated、--over-time、--levels、--services 只能用一个。")
    if not over_time and (start or end):
        raise InputError("--from、--to 是前后两版的日期，与 --over-time 同用；核查日用 --as-of。")
    special = bool(mandated) or over_time or levels or services
    form = form or form_of(output, ("text", "json", "xlsx", "html"))
    if form in ("xlsx", "html") and special:
        raise InputError("对照目录、前后两版、层级、政务服务事项的结果只能写成文本或者 .json；工作簿和网页只用于比较清单。")
    if form in ("xlsx", "html") and output is None:
        raise InputError(f"--format {form} 需要用 -o 指定写入的文件。")
    if form == "xlsx" and output is not None and output.suffix.lower() != ".xlsx":
        raise InputError(f"比较的工作簿是 .xlsx 文件，不是 {output.name}。请写成 {output.stem}.xlsx。")
    settings = load_config(config)
    stated = end or as_of
    day = stated.date() if stated else date.today()
    lists, reader = read_compared(paths, settings, day, founded=not services)
    if len(lists) < 2 and not (mandated or levels):
        raise InputError("比较需要两份或者多份清单。")
    keep_from(output, [read.file for read in lists], settings.files(config))
    if not special:
        _peers(lists, reader, form, output, verbose=verbose)
        return
    from basischeck.cli.compare_modes import Task, about_levels, against_mandated, between_states, exit_code
    from basischeck.cli.lists import read_lists
    from basischeck.cli.ruleset import chosen_rules

    task = Task(lists, reader, chosen_rules(settings, (), ()), form, output, _width(output), verbose)
    if mandated:
        findings = against_mandated(task, read_lists(mandated, settings, founded=False))
    elif over_time:
        before = start.date() if start else day - timedelta(days=365)
        if before >= day:
            raise InputError(f"--from {before} 应当早于 --to {day}。")
        findings = between_states(task, before, day)
    else:
        findings = about_levels(task, services=services)
    sys.exit(exit_code(findings, fail_on or settings.fail_on))


def _peers(lists: "list[ListFile]", reader: "BasisReader", form: str, output: Path | None, *, verbose: bool) -> None:
    from basischeck.cli.output import write_file, write_output
    from basischeck.compare.compare import compare_lists

    with working(f"比较 {len(lists)} 份清单"):
        comparison = compare_lists(lists, reader)
    if form == "xlsx" and output is not None:
        from basischeck.compare.workbook import CellTooLongError, comparison_book

        try:
            write_file(comparison_book(comparison), output)
        except CellTooLongError as error:
            raise InputError(str(error)) from None
    elif form == "html":
        from basischeck.report.compare_html import to_html

        write_output(to_html(comparison), output)
    elif form == "json":
        from basischeck.compare.as_json import to_json

        write_output(to_json(comparison), output)
    else:
        from basischeck.compare.as_text import to_text

        write_output(to_text(comparison, width=_width(output), verbose=verbose), output)


def _width(output: Path | None) -> int:
    from shutil import get_terminal_size

    return 80 if output or not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))
