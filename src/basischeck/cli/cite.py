"""`basischeck cite`: the citations of a text, as JSON a line or for reading."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from basischeck.cli.help import Command

if TYPE_CHECKING:
    from basischeck.citation import Citation, NameSet, ParsedText


@click.command(cls=Command, short_help="解析文本中的法律引用")
@click.argument("texts", nargs=-1, metavar="[文本]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default=None,
    help="输出格式；缺省：标准输入用 json，参数用 text",
)
@click.option("--stats", is_flag=True, help="统计每类片段的字数，而不是列出引用")
def cite(texts: tuple[str, ...], form: str | None, stats: bool) -> None:
    """解析文本中的法律引用；不给文本或者给 - 时从标准输入逐行读取，每行一段，每段输出一行 JSON。

    \b
    basischeck cite "《食品安全法》第三十五条第一款"
    basischeck cite --format json "依据《行政处罚法》第九条"

    标准输入中的 \\n 两个字符表示单元格内的换行。
    """
    from basischeck.citation import to_json

    names = _known_names()
    if texts == ("-",):
        texts = ()
    lines = list(texts) if texts else _lines()
    parsed = (_parse_line(text, names) for text in lines)
    if stats:
        _print_stats(parsed, form or "text")
    elif (form or ("text" if texts else "json")) == "json":
        for one in parsed:
            click.echo(json.dumps(to_json(one), ensure_ascii=False))
    else:
        for one in parsed:
            _print_text(one)


def _parse_line(line: str, names: "NameSet | None") -> "ParsedText":
    """Parse a line in which the two characters \\n stand for a line break; spans are those of the line as given."""
    from basischeck.citation import parse

    if "\\n" not in line:
        return parse(line, names)
    return replace(parse(line.replace("\\n", " \n"), names), text=line)


def _lines() -> Iterator[str]:
    """Read standard input as UTF-8, a text a line."""
    try:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise click.UsageError("标准输入不是 UTF-8 编码。") from error


def _known_names() -> "NameSet | None":
    """Return the titles and aliases of the index; None, and a word to the user, where it cannot be opened."""
    from basischeck.citation import NameSet
    from basischeck.statute import IndexFileError, open_index

    try:
        return NameSet(open_index().names())
    except (OSError, IndexFileError) as error:
        click.echo(f"法规索引无法打开，未加书名号的法规名称只能按字面识别：{error}", err=True)
        return None


def _print_text(parsed: "ParsedText") -> None:
    click.echo(parsed.text)
    for citation in parsed.citations:
        where = "（引文内）" if citation.quoted else ""
        for written in _written(citation):
            click.echo(f"  {citation.span[0]}-{citation.span[1]} {written}{where}")
    for found in parsed.diagnostics:
        advice = f"，建议：{found.suggestion}" if found.suggestion else ""
        click.echo(f"  {found.span[0]}-{found.span[1]} {found.code} {found.message}{advice}")


def _written(citation: "Citation") -> list[str]:
    from basischeck.citation import render_locator

    title = citation.antecedent or citation.title
    name = f"《{title}》" if title else citation.relative or ("本法" if citation.self_reference else "")
    if not citation.locators:
        return [name + "".join(f" {clause}" for clause in citation.clauses)]
    return [name + render_locator(locator) for locator in citation.locators]


def _print_stats(texts: Iterable["ParsedText"], form: str) -> None:
    points: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for parsed in texts:
        counts["texts"] += 1
        counts["code_points"] += len(parsed.text)
        counts["citations"] += len(parsed.citations)
        counts["quoted_citations"] += sum(citation.quoted for citation in parsed.citations)
        counts["locators"] += sum(len(citation.locators) for citation in parsed.citations)
        counts["texts_unread"] += any(found.code == "BC113" for found in parsed.diagnostics)
        codes.update(found.code for found in parsed.diagnostics)
        for segment in parsed.segments:
            points[segment.kind] += segment.span[1] - segment.span[0]
    result = {**counts, "segments": dict(points.most_common()), "diagnostics": dict(sorted(codes.items()))}
    result["unaccounted"] = counts["code_points"] - sum(points.values())
    if form == "json":
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    click.echo(
        f"文本 {counts['texts']} 段，{counts['code_points']} 字；引用 {counts['citations']} 处，其中引文内 {counts['quoted_citations']} 处"
    )
    for kind, size in points.most_common():
        click.echo(f"  {kind:<11}{size:>9} 字  {size / max(1, counts['code_points']):.1%}")
    click.echo(f"  未归类     {result['unaccounted']:>9} 字")
    for code, count in sorted(codes.items()):
        click.echo(f"  {code} {count}")
    click.echo(f"  含无法识别条款的文本 {counts['texts_unread']} 段")
