"""`basischeck merge`: the general list out of several lists."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working

if TYPE_CHECKING:
    from basischeck.catalog.model import ListFile
    from basischeck.compare.model import GeneralList


@click.command(cls=Command, short_help="合并为通用目录")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件...", type=click.Path())
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="写入的文件：.xlsx 或 .json。")
@click.option("--city", metavar="文件", help="市级清单是哪一份；默认按各清单的地区辨认。")
@click.option("--as-of", type=DAY, help="核查日，用来判断依据是否有效；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
def merge(paths: tuple[str, ...], output: Path, city: str | None, as_of: datetime | None, config: Path | None) -> None:
    """把多份清单合并为一份通用目录，一项职权一行，注明每一行来自哪里、哪份清单没有、有什么需要决定。

    \b
    basischeck merge 市.xlsx 县1.xlsx 县2.xlsx -o 通用目录.xlsx

    不丢弃任何一行：每份清单的每一行都在“合并明细”中。把通用目录再合并一次，结果不变。
    """
    from basischeck.cli.collecting import without_collecting
    from basischeck.cli.compared import read_compared
    from basischeck.cli.config import load_config
    from basischeck.cli.output import write_file, write_output
    from basischeck.cli.places import keep_from
    from basischeck.compare.earlier import read_earlier, to_json
    from basischeck.compare.general import merge_lists

    without_collecting()
    if output.suffix.lower() not in (".xlsx", ".json"):
        raise InputError(f"{output}：合并的结果只能写成 .xlsx 或 .json 文件。")
    settings = load_config(config)
    lists, reader = read_compared(paths, settings, as_of.date() if as_of else date.today())
    files = [read.file for read in lists]
    number = None
    if city is not None:
        fitting = [n for n, file in enumerate(files) if file == city or Path(file).name == city or Path(file).stem == city]
        if not fitting:
            raise InputError(f"--city {city}：不是所给的清单之一（{'、'.join(files)}）。")
        number = fitting[0]
    earlier = {file: found for file in files if (found := read_earlier(file)) is not None}
    keep_from(output, [file for file in files if file not in earlier], settings.files(config))
    with working(f"合并 {len(lists)} 份清单"):
        general = merge_lists(lists, reader, earlier=earlier, city=number)
    if output.suffix.lower() == ".json":
        write_output(to_json(general), output)
    else:
        from basischeck.compare.workbook import CellTooLongError, general_book

        try:
            write_file(general_book(general), output)
        except CellTooLongError as error:
            raise InputError(str(error)) from None
    click.echo(_told(general, sum(len(read.items) for read in lists), output))
    if left_out := _left_out([read for read in lists if read.file not in earlier]):
        click.echo(f"通用目录没有这些列，内容仍只在各清单中：{'、'.join(left_out)}。")


def _told(general: "GeneralList", items: int, output: Path) -> str:
    from basischeck.compare.choice import rule_of

    origins = sum(len(row.origins) for row in general.rows)
    decide = sum(bool(row.decided) for row in general.rows)
    common = sum(not row.lacking for row in general.rows)
    return (
        f"{items} 个事项合并为 {len(general.rows)} 行（来自 {len(general.names)} 份清单的 {origins} 行），写入 {output}。\n"
        f"各清单都有的 {common} 行；写法不一致、需要决定的 {decide} 行，见“需要决定”一列。\n"
        f"写法的选择：{rule_of(general.city)}。" + (f"市级清单：{general.city}。" if general.city else "没有认出市级清单，有的话用 --city 指明。")
    )


_MERGED = frozenset(
    {"序号", "编码", "事项名称", "子项名称", "权力类型", "设定依据", "责任事项依据", "追责依据", "部门", "行使层级", "行政区划"}
)
"""Fields that a general list has, or that say of which list a row is."""


def _left_out(lists: "Sequence[ListFile]") -> list[str]:
    """Return the columns of the lists, filled in some row, that a general list has no place for."""
    items = [item for read in lists for item in read.items]
    # The actor is the department of a general row where nothing else names one.
    filled = (name for item in items for name, field in item.fields.items() if field.text and (name, field.text) != ("行使主体", item.department))
    found = [name for name in dict.fromkeys(filled) if name not in _MERGED]
    return [*found, *dict.fromkeys(label for read in lists for sheet in read.sheets for label in sheet.unmapped)]
