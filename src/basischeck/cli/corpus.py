"""`basischeck corpus`: the index of statutes."""

import importlib
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli import corpus_text
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Group

if TYPE_CHECKING:
    from basischeck.statute import Index

_ELSEWHERE = {"diff": ("basischeck.cli.corpus_diff", "diff"), "verify": ("basischeck.cli.corpus_verify", "verify")}
_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
_AS_OF = click.option("--as-of", type=DAY, help="核查日，如 2026-11-22；默认今天。")
_INDEX = click.option(
    "--index", "place", type=click.Path(path_type=Path, exists=True), help="索引文件夹或数据库；默认为内置索引。"
)


class CorpusGroup(Group):
    """The group `corpus`; its commands `diff` and `verify` are in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of their use."""
        return ["show", "search", "diff", "info", "add", "build", "verify"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported when it is in another module."""
        if cmd_name in _ELSEWHERE:
            module, attribute = _ELSEWHERE[cmd_name]
            command: click.Command = getattr(importlib.import_module(module), attribute)
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=CorpusGroup, short_help="法规索引")
def corpus() -> None:
    """法规索引：查询、检索、对比、构建、校验。

    \b
    basischeck corpus show 食品安全法
    basischeck corpus search 渔业 实施
    """


@corpus.command(short_help="查询一部法规或一个条款")
@click.argument("title", metavar="法规名称")
@click.argument("locator", required=False, metavar="[条款]")
@_AS_OF
@click.option("--region", metavar="地区", help="所在省级行政区，用于名称中省略地名的地方性法规，如 新疆维吾尔自治区。")
@_FORMAT
@_INDEX
def show(
    title: str, locator: str | None, as_of: datetime | None, region: str | None, form: str, place: Path | None
) -> None:
    """显示一部法规的沿革和效力，或核对一个条款是否存在。

    \b
    basischeck corpus show 食品安全法
    basischeck corpus show 食品安全法 第三十五条第一款 --as-of 2025-12-01
    """
    from basischeck.statute import lookup

    if not title.strip():
        raise click.UsageError("没有写法规名称。例如：basischeck corpus show 食品安全法")
    index = _open(place)
    day = as_of.date() if as_of else date.today()
    try:
        report = lookup.show(index, title, locator, day, region)
    except lookup.LocatorError as error:
        raise click.UsageError(str(error)) from error
    click.echo(corpus_text.dump(report) if form == "json" else corpus_text.shown(index, report, title, day, region))


@corpus.command(short_help="按名称检索")
@click.argument("words", nargs=-1, required=True, metavar="词...")
@click.option("--limit", metavar="数量", type=click.IntRange(min=1), default=50, show_default=True, help="最多显示几部。")
@_AS_OF
@_FORMAT
@_INDEX
def search(words: tuple[str, ...], limit: int, as_of: datetime | None, form: str, place: Path | None) -> None:
    """检索名称中含有全部词语的法规。

    \b
    basischeck corpus search 渔业 实施
    """
    from basischeck.statute import lookup

    index = _open(place)
    day = as_of.date() if as_of else date.today()
    found = [lookup.summary(index, statute, day) for statute in index.search(" ".join(words), limit)]
    click.echo(corpus_text.dump(found) if form == "json" else corpus_text.listed(found))


@corpus.command(short_help="索引的收录范围")
@_FORMAT
@_INDEX
def info(form: str, place: Path | None) -> None:
    """显示索引收录了什么、收到哪一天。

    \b
    basischeck corpus info
    """
    report = _open(place).info()
    click.echo(corpus_text.dump(report) if form == "json" else corpus_text.about(report))


@corpus.command(short_help="从法规文本构建索引")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="来源...")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="索引文件夹。")
def build(sources: tuple[Path, ...], output: Path) -> None:
    """从法规文本（文件、文件夹或压缩包，各种格式均可）构建索引。

    \b
    basischeck corpus build 法规文本/ flk.tar.xz laws.sqlite.xz -o corpus
    """
    from basischeck.statute.build import build_corpus
    from basischeck.statute.gather import BuildReport, read_sources
    from basischeck.statute.readers import SourceError
    from basischeck.statute.shards import own_catalogues, read_supplement, write_corpus

    report = BuildReport()
    say = _progress
    try:
        documents = read_sources([*sources, *own_catalogues(output)], report, say)
        if not documents:
            left = "；".join(f"{file}：{why}" for _, file, why in report.skipped[:5])
            raise InputError(f"来源中没有可读的法规文本，没有写出索引。{left}")
        write_corpus(build_corpus(documents, report, say, read_supplement(output)), output)
    except SourceError as error:
        raise InputError(str(error)) from None
    click.echo(corpus_text.built(report, output))


@corpus.command(short_help="把自己的法规文本加入自己的索引")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="自己的索引文件夹；默认在用户数据目录。")
def add(files: tuple[Path, ...], into: Path | None) -> None:
    """把本单位的法规文本（.docx、.md、.txt、.sqlite）加入自己的索引；内置索引不变。

    \b
    basischeck corpus add 本地规定.docx
    """
    from basischeck.statute.own import add_files, own_folder
    from basischeck.statute.readers import SourceError

    folder = into or own_folder()
    try:
        added = add_files(files, folder)
    except SourceError as error:
        raise InputError(str(error)) from None
    click.echo(corpus_text.added(added, folder))


def _progress(words: str) -> None:
    click.echo(words, err=True)


def _open(place: Path | None) -> "Index":
    """Open the index, with the user's own where no other is named."""
    from basischeck.statute import IndexFileError, open_index

    try:
        return open_index(place)
    except IndexFileError as error:
        raise InputError(str(error)) from None
