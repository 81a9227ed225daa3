"""`basischeck corpus verify`: is the index consistent in itself, and what in it rests on presumption."""

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.errors import InputError
from basischeck.cli.help import Command

if TYPE_CHECKING:
    from basischeck.statute.verify import Verification

_SHOWN = 10


@click.command(cls=Command, short_help="校验索引")
@click.option("--all", "everything", is_flag=True, help="文本输出中列出每一类的全部结果。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--index", "place", type=click.Path(path_type=Path, exists=True), help="索引文件夹或数据库；默认为内置索引。")
def verify(everything: bool, form: str, place: Path | None) -> None:
    """校验索引：各版本的施行区间是否重叠，条号是否连续，引用的法规是否收录，哪些日期是推定的，来源有何分歧。

    \b
    basischeck corpus verify

    有错误（区间重叠、倒置，指向缺失）时退出码为 1；其余为提示。
    """
    from basischeck.statute import IndexFileError, open_index
    from basischeck.statute.verify import verify as check

    try:
        found = check(open_index(place))
    except IndexFileError as error:
        raise InputError(str(error)) from None
    if form == "json":
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(found, everything)))
    if found.errors:
        raise click.exceptions.Exit(1)


def _text(found: "Verification", everything: bool) -> list[str]:
    lines = ["已校验：" + "，".join(f"{name} {count}" for name, count in found.checked.items())]
    lines.append(f"错误 {found.errors}，提示 {len(found.faults) - found.errors}")
    ordered = sorted(found.faults, key=lambda f: (not f.error, f.kind, f.title))
    for (error, kind), group in groupby(ordered, key=lambda f: (f.error, f.kind)):
        faults = list(group)
        lines.append(f"{'错误' if error else '提示'}　{kind}　{len(faults)}")
        shown = faults if everything or error else faults[:_SHOWN]
        lines.extend(f"　《{fault.title}》{fault.words}" for fault in shown)
        if len(shown) < len(faults):
            lines.append(f"　……另有 {len(faults) - len(shown)} 项，用 --all 列出")
    return lines
