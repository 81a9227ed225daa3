"""`basischeck compare`: what lists agree on, what is alike, what only one has."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from basischeck.catalog.model import ListFile
from basischeck.cli.config import Config, load_config
from basischeck.cli.lists import read_lists
from basischeck.cli.output import write_output
from basischeck.compare.basis import BasisReader
from basischeck.compare.compare import compare_lists


@click.command(short_help="比较清单")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件...")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="核查日，用来辨认法规；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--format", "form", type=click.Choice(["text", "json", "xlsx"]), default="text", show_default=True, help="输出格式。")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写入文件而不是屏幕。")
@click.option("-v", "--verbose", is_flag=True, help="列出全部事项，包括一致的。")
def compare(
    paths: tuple[str, ...], as_of: datetime | None, config: Path | None, form: str, output: Path | None, verbose: bool
) -> None:
    """比较两份或者多份清单：哪些事项一致、相似、独有。

    \b
    basischeck compare 市清单.xlsx 县清单.xlsx
    basischeck compare 市.xlsx 县1.xlsx 县2.xlsx --format xlsx -o 比较.xlsx

    一致：名称、类型相同，依据是相同的条款。相似：同一职权，名称、类型、依据有不同（逐项说明怎样不同）。独有：只有一份清单有。
    """
    if form == "xlsx" and output is None:
        raise click.UsageError("--format xlsx 需要用 -o 指定写入的文件。")
    settings = load_config(config)
    lists = read_lists(paths, settings)
    if len(lists) < 2:
        raise click.UsageError("比较需要两份或者多份清单。")
    comparison = compare_lists(lists, basis_reader(lists, settings, as_of.date() if as_of else date.today()))
    if form == "xlsx" and output is not None:
        from basischeck.compare.workbook import CellTooLongError, comparison_book

        try:
            write_bytes(comparison_book(comparison), output)
        except CellTooLongError as error:
            raise click.UsageError(str(error)) from None
    elif form == "json":
        from basischeck.compare.as_json import to_json

        write_output(to_json(comparison), output)
    else:
        from basischeck.compare.as_text import to_text

        write_output(to_text(comparison, width=_width(output), verbose=verbose), output)


def write_bytes(data: bytes, target: Path) -> None:
    """Write `data` to `target`, which is then either complete or as it was. Raises click.UsageError (exit 2)."""
    import os
    import tempfile

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise click.UsageError(f"无法写入 {target}：{error.strerror}。请检查文件夹是否存在、是否有写入权限。") from None


def basis_reader(lists: Sequence[ListFile], settings: Config, day: date) -> BasisReader:
    """Return a reader of bases for these lists: of the configured region, or the one that most lists name."""
    from collections import Counter

    from basischeck.statute import IndexFileError, open_index

    try:
        index = open_index()
    except IndexFileError as error:
        raise click.ClickException(str(error)) from None
    named = Counter(read.region for read in lists if read.region)
    region = settings.region or (named.most_common(1)[0][0] if named else None)
    return BasisReader(index, day, region)


def _width(output: Path | None) -> int:
    from shutil import get_terminal_size

    return 80 if output or not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))
