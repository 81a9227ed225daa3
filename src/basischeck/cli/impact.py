"""`basischeck impact`: which items what changed in law between two days touches."""

import json
from datetime import datetime
from pathlib import Path

import click

from basischeck.cli.choices import form_of
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working
from basischeck.cli.target import TARGET


@click.command(cls=Command, short_help="两个日期之间的法规变动涉及哪些事项")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件...", type=click.Path())
@click.option("--from", "start", type=DAY, required=True, help="前一日期，如上次核查之日 2025-11-22。")
@click.option("--to", "end", type=DAY, help="后一日期；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="输出格式；默认 text，用 -o 写入文件时按扩展名。")
@click.option("-o", "--output", type=TARGET, help="写入文件而不是屏幕。")
@click.option("-v", "--verbose", is_flag=True, help="全部列出，包括所引条款没有变动的；写入文件时总是全部列出。")
def impact(
    paths: tuple[str, ...],
    start: datetime,
    end: datetime | None,
    config: Path | None,
    form: str | None,
    output: Path | None,
    verbose: bool,
) -> None:
    """列出两个日期之间废止、修改、新施行的法规涉及的事项，以及所引条款的去向。

    \b
    basischeck impact 清单.xlsx --from 2025-11-22 --to 2026-11-22
    basischeck impact 清单.xlsx --from 2026-08-01 --format json -o 影响.json

    被废止法规的条款，去向是从条文比对得出的建议，附有把握；索引只有 corpus add 加入的法规才显示条文。
    """
    first, last = start.date(), (end or datetime.now()).date()
    if first >= last:
        raise InputError(f"--from（{first}）应当早于 --to（{last}）。")
    from basischeck.citation import NameSet
    from basischeck.cli.config import load_config
    from basischeck.cli.lists import read_lists
    from basischeck.cli.output import write_output
    from basischeck.cli.places import keep_from
    from basischeck.impact import find_impact
    from basischeck.impact.as_json import document
    from basischeck.impact.as_text import to_text
    from basischeck.statute import IndexFileError, open_index

    form = form or form_of(output, ("text", "json"))
    settings = load_config(config)
    lists = read_lists(paths, settings)
    keep_from(output, [read.file for read in lists], settings.files(config))
    try:
        index = open_index()
    except IndexFileError as error:
        raise InputError(str(error)) from None
    with working(f"对照法规变动 {sum(len(read.items) for read in lists)} 个事项"):
        found = find_impact(lists, index, first, last, region=settings.region, names=NameSet(index.names()))
    info = index.info()
    days = info["levels_current_to"] or {"": info["current_to"]}
    if form == "json":
        write_output(json.dumps(document(found, days), ensure_ascii=False, indent=2) + "\n", output)
        return
    told = "；".join(f"{name} {day}".strip() for name, day in days.items())
    width = 80 if output is not None else _width()
    write_output(to_text(found, current_to=told, width=width, verbose=verbose or output is not None), output)


def _width() -> int:
    import sys
    from shutil import get_terminal_size

    return 80 if not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))
