"""`basischeck corpus diff`: what became of each article between two days, or in a successor statute."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command

if TYPE_CHECKING:
    from basischeck.statute.difference import Difference
    from basischeck.statute.model import ArticleChange
    from basischeck.statute.parts import PartChange

_WORDS = {
    "same": "未变",
    "renumbered": "仅条号变动",
    "revised": "修改",
    "added": "新增",
    "deleted": "删去",
    "split": "拆分",
    "merged": "合并",
}


@click.command(cls=Command, short_help="对比两个日期之间各条的变化")
@click.argument("title", metavar="法规名称")
@click.option("--from", "start", type=DAY, help="旧文本的日期，如 2025-12-31。")
@click.option("--to", "end", type=DAY, help="新文本的日期，如 2026-01-01。")
@click.option("--into", metavar="法规名称", help="承继的法规：查看被废止法规各条的去向。")
@click.option("--region", metavar="地区", help="所在省级行政区，用于名称中省略地名的地方性法规。")
@click.option("--all", "everything", is_flag=True, help="文本输出中也列出未变的条。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--index", "place", type=click.Path(path_type=Path, exists=True), help="索引文件夹或数据库；默认为内置索引。")
def diff(
    title: str,
    start: datetime | None,
    end: datetime | None,
    into: str | None,
    region: str | None,
    everything: bool,
    form: str,
    place: Path | None,
) -> None:
    """对比一部法规在两个日期施行的文本：每一条是否变动、移到第几条、合并或删去。

    \b
    basischeck corpus diff 网络安全法 --from 2025-12-31 --to 2026-01-01
    basischeck corpus diff 大气污染防治法 --into 生态环境法典
    """
    from basischeck.statute import IndexFileError, open_index
    from basischeck.statute.difference import DifferenceError, difference, to_json

    try:
        index = open_index(place)
        found = difference(index, title, start.date() if start else None, end.date() if end else None, into, region)
    except IndexFileError as error:
        raise InputError(str(error)) from None
    except DifferenceError as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        click.echo(json.dumps(to_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(found, everything)))


def _text(found: "Difference", everything: bool) -> list[str]:
    from basischeck.statute.difference import version_words

    into = f"《{found.into}》" if found.into else ""
    lines = [f"《{found.title}》{version_words(found.old)}　→　{into}{version_words(found.new)}"]
    lines += [f"注意：{note}。" for note in found.notes]
    counts: Counter[str] = Counter(c.change for c in found.changes)
    lines.append("　".join(f"{_WORDS[kind]} {counts[kind]}" for kind in _WORDS if counts[kind]))
    for change in found.changes:
        if everything or change.change != "same":
            lines.append(_row(found, change))
            lines += [_part(part) for part in found.parts.get((change.old or "", change.new or ""), ()) if part.change != "same"]
    return lines


def _part(change: "PartChange") -> str:
    details = f"（文句相同 {change.similarity:.0%}）" if change.change == "revised" else ""
    words = "仅序号变动" if change.change == "renumbered" else _WORDS[change.change]
    return f"　　{_place(change.old)} → {_place(change.new)}　{words}{details}"


def _place(part: tuple[int, int | None] | None) -> str:
    from basischeck.citation import Locator, render_locator

    return render_locator(Locator(paragraph=part[0], item=part[1])) if part else "—"


def _row(found: "Difference", change: "ArticleChange") -> str:
    old, new = _article(change.old), _article(change.new)
    details = []
    if change.new and change.old and change.change not in ("same", "renumbered"):
        details.append(f"{'把握' if found.into else '相似'} {change.similarity:.0%}")
    if change.stated:
        details.append("修改决定载明")
    if found.uncertain(change):
        details.append("存疑，请核对")
    words = "无对应条文" if found.into and change.new is None else _WORDS[change.change]
    return f"{old} → {new}　{words}" + (f"（{'；'.join(details)}）" if details else "")


def _article(number: str | None) -> str:
    from basischeck.citation import Locator, render_locator

    return render_locator(Locator(article=number)) if number else "—"
