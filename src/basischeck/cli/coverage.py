"""`basischeck coverage`: powers that the statutes confer and no item claims, and the reverse."""

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from basischeck.cli.choices import form_of
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working
from basischeck.cli.target import TARGET

_LEVELS = ("省级", "市级", "县级", "乡级")


@click.command(cls=Command, short_help="法规授予而清单没有的职权，以及没有条款授权的事项")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件...", type=click.Path())
@click.option("--statute", "titles", multiple=True, metavar="法规名称", help="只看这些法规；可重复。默认为清单所依据的全部法规。")
@click.option("--holder", "holders", multiple=True, metavar="机关", help="本部门在法规中的名称，如 药品监督管理部门；可重复。默认按部门名称辨认。")
@click.option("--level", type=click.Choice(_LEVELS), help="清单的层级；默认按部门名称、行使层级列辨认。")
@click.option("--as-of", type=DAY, help="核查日，如 2026-11-22；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--format", "form", type=click.Choice(["text", "json", "xlsx"]), help="输出格式；默认 text，用 -o 写入文件时按扩展名。xlsx 含热图。")
@click.option("-o", "--output", type=TARGET, help="写入文件而不是屏幕。")
@click.option("-v", "--verbose", is_flag=True, help="全部列出。")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), help="达到此级别以状态码 1 退出；默认 error。")
def coverage(
    paths: tuple[str, ...],
    titles: tuple[str, ...],
    holders: tuple[str, ...],
    level: str | None,
    as_of: datetime | None,
    config: Path | None,
    form: str | None,
    output: Path | None,
    verbose: bool,
    fail_on: str | None,
) -> None:
    """对照法规授予的职权：哪些职权清单没有列（不漏责任），哪些事项所引的条款没有授权（不缺依据）。

    \b
    basischeck coverage 清单.xlsx
    basischeck coverage 清单.xlsx --statute 食品安全法 --statute 广告法
    basischeck coverage 清单.xlsx --format xlsx -o 职权对照.xlsx
    basischeck coverage 清单.xlsx --level 县级 --holder 应急管理部门

    只看清单所依据的法规（或者 --statute 写明的）、本部门、本级的职权。职权在构建索引时从条文读出，不是全部条文都读得准，请对照条文核实。
    """
    from basischeck.citation import NameSet
    from basischeck.cli.compare_modes import exit_code
    from basischeck.cli.config import load_config
    from basischeck.cli.lists import read_lists
    from basischeck.cli.output import write_file, write_output
    from basischeck.cli.places import keep_from
    from basischeck.cli.ruleset import chosen_rules
    from basischeck.coverage.as_json import document
    from basischeck.coverage.as_text import to_text
    from basischeck.coverage.coverage import Wanted, find_coverage
    from basischeck.coverage.findings import of_coverage
    from basischeck.report.json_report import finding_json
    from basischeck.statute import IndexFileError, open_index

    form = form or form_of(output, ("text", "json", "xlsx"))
    if form == "xlsx" and output is None:
        raise InputError("--format xlsx 需要用 -o 指定写入的文件。")
    settings = load_config(config)
    rules = chosen_rules(settings, (), ())
    lists = read_lists(paths, settings)
    keep_from(output, [read.file for read in lists], settings.files(config))
    try:
        index = open_index()
    except IndexFileError as error:
        raise InputError(str(error)) from None
    wanted = Wanted(titles, level or settings.level, settings.region, holders)
    day = as_of.date() if as_of else date.today()
    try:
        with working(f"对照法规授予的职权 {sum(len(read.items) for read in lists)} 个事项"):
            found = find_coverage(lists, index, day, wanted, NameSet(index.names()))
    except LookupError as error:
        raise InputError(str(error.args[0])) from None
    findings = of_coverage(found, rules)
    info = index.info()
    days = info["levels_current_to"] or {"": info["current_to"]}
    current_to = "；".join(f"{name} {day}".strip() for name, day in days.items())
    if form == "xlsx" and output is not None:
        from basischeck.coverage.workbook import coverage_book

        write_file(coverage_book(found, current_to), output)
    elif form == "json":
        whole = document(found) | {"current_to": days, "findings": [finding_json(one) for one in findings]}
        write_output(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", output)
    else:
        width = 80 if output is not None else _width()
        write_output(to_text(found, current_to=current_to, width=width, verbose=verbose or output is not None), output)
    sys.exit(exit_code(findings, fail_on or settings.fail_on))


def _width() -> int:
    from shutil import get_terminal_size

    return 80 if not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))
