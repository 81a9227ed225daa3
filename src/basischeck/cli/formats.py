"""The reports that a command was asked for: `NAME` or `NAME=FILE`, several in one run, each file complete or not there."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.choices import FORMATS, form_of
from basischeck.cli.errors import InputError, reason
from basischeck.cli.nearest import guess
from basischeck.cli.output import check_target, write_file
from basischeck.cli.places import keep_from
from basischeck.cli.progress import working
from basischeck.kept import digest
from basischeck.terminal import coloured

if TYPE_CHECKING:
    from basischeck.report.result import CheckResult
    from basischeck.rules import Rule
    from basischeck.statute.model import Version

_MARKED = ".核查.xlsx"


@dataclass(frozen=True, slots=True)
class Report:
    """One report to write: its format, and its file or None for standard output."""

    form: str
    target: Path | None


def parse_formats(values: Sequence[str], output: Path | None) -> list[Report]:
    """Return the reports that `--format` values and `-o` ask for; without `--format` the file's suffix tells.

    Raises click.UsageError (exit 2) on an unknown name, a file asked for twice, and two reports for standard output.
    """
    reports = [_parse(part) for value in values for part in value.split(",") if part.strip()]
    if not reports:
        reports = [Report(form_of(output, FORMATS), None)]
    without = [number for number, report in enumerate(reports) if report.target is None]
    if output is not None:
        if len(without) != 1:
            raise click.UsageError("-o 只能为一个没有写明文件的格式指定文件；几种格式请写成 --format sarif=a.sarif --format xlsx=b.xlsx。")
        reports[without[0]] = Report(reports[without[0]].form, output)
    _check(reports)
    return reports


def _parse(value: str) -> Report:
    name, given, file = value.strip().partition("=")
    if name not in FORMATS:
        raise click.UsageError(f"没有输出格式 {name}。{guess(name, FORMATS)}可用：{'、'.join(FORMATS)}，或写成 名称=文件，如 sarif=a.sarif。")
    if given and not file:
        raise click.UsageError(f"--format {value} 没有写文件名。")
    return Report(name, Path(file) if given and file != "-" else None)


def _check(reports: Sequence[Report]) -> None:
    screen = [report.form for report in reports if report.target is None and report.form != "xlsx"]
    if len(screen) > 1:
        raise click.UsageError(f"只有一种格式可以输出到屏幕，现有 {'、'.join(screen)}。请写明文件，如 {screen[1]}=文件名。")
    targets = [report.target.absolute() for report in reports if report.target]
    for target in targets:
        if targets.count(target) > 1:
            raise click.UsageError(f"几种格式要写入同一个文件 {target.name}。请分别写明文件。")


def check_targets(reports: Sequence[Report], lists: Sequence[str], others: Sequence[tuple[Path, str]] = ()) -> None:
    """Raise InputError (exit 2) where a report would be written over a list or one of `others`, or a workbook has no list to mark."""
    for report in reports:
        if report.form == "xlsx" and "-" in lists:
            raise InputError("标注工作簿需要清单文件，不能从标准输入读取。请写明文件名。")
        for target in _targets(report, lists):
            keep_from(target, lists, others)
            if target and target.is_dir():
                raise InputError(f"{target} 是文件夹。请写明文件名。")


def _targets(report: Report, lists: Sequence[str]) -> list[Path | None]:
    """Return the files a report is written to: an annotated workbook for each list, one file for all other formats.

    For workbooks a name without suffix is a folder.
    """
    if report.form != "xlsx":
        return [report.target]
    folder = report.target
    if folder is not None and folder.suffix and not folder.is_dir():
        if folder.suffix.lower() != ".xlsx":
            raise InputError(f"标注的工作簿是 .xlsx 文件，不是 {folder.name}。请写成 {folder.stem}.xlsx，或写一个文件夹名。")
        if len(lists) > 1:
            raise InputError(f"有 {len(lists)} 个清单，每个各有一个标注的工作簿：请把 {folder} 换成文件夹名。")
        return [folder]
    targets: list[Path | None] = []
    for file in lists:
        name, number = f"{Path(file).stem}{_MARKED}", 2
        while (place := (folder or Path()) / name) in targets:
            name, number = f"{Path(file).stem}{number}{_MARKED}", number + 1
        targets.append(place)
    return targets


def write_reports(
    result: "CheckResult", rules: "Sequence[Rule]", reports: Sequence[Report], *, width: int = 80, verbose: bool = False
) -> str | None:
    """Write every report; pages and workbooks, which people open next, are named on standard error with the counts.

    Return what was shown on the screen, None where all went to files.

    Raises InputError (exit 2) where a file cannot be written.
    """
    files = [read.file for read in result.lists]
    check_targets(reports, files)
    shown, colour = None, False
    ready: list[tuple[Path, bytes, bool]] = []
    # All is laid out before anything is written: what fails leaves no half of the reports behind.
    for report in reports:
        if report.form == "xlsx":
            with working("标注清单"):
                ready += [(target, book, True) for target, book in _books(result, rules, _targets(report, files))]
        elif report.target is None:
            colour = report.form == "text" and coloured(sys.stdout)
            shown = _render(report.form, result, rules, width, verbose, colour)
        else:
            with working(f"写出 {report.target.name}"):
                data = _render(report.form, result, rules, width, verbose).encode()
            ready.append((report.target, data, report.form == "html"))
    for target, _, _ in ready:
        check_target(target)
    for target, data, told in ready:
        write_file(data, target)
        if told:
            click.echo(f"已写入 {target}", err=True)
    if shown is not None:
        click.echo(shown, nl=False, color=colour or None)
    forms = {report.form for report in reports}
    if forms & {"xlsx", "html"} and all(report.target or report.form == "xlsx" for report in reports):
        click.echo(_counts(result), err=True)
    return shown


def _counts(result: "CheckResult") -> str:
    """Say what was found in one line, for a run that shows nothing else on the screen."""
    from basischeck.report.result import summary

    counts = summary(result)
    found = counts["findings"]
    unchecked = counts["outside_index"] + counts["untitled"]
    return (
        f"{counts['items']} 个事项、{counts['bases']} 条依据：错误 {found['error']} 处、警告 {found['warning']} 处、提示 {found['info']} 处；"
        f"{unchecked} 条依据没有核对。"
    )


def _books(result: "CheckResult", rules: "Sequence[Rule]", targets: Sequence[Path | None]) -> "Iterator[tuple[Path, bytes]]":
    from basischeck.report.workbook import to_xlsx

    for read, target in zip(result.lists, targets, strict=True):
        try:
            data = Path(read.file).read_bytes()
        except OSError as error:
            raise InputError(f"{read.file}：无法再次读取（{reason(error)}），没有写出标注的工作簿。") from None
        if digest(data) != read.digest:
            raise InputError(f"{read.file}：核查期间文件有变动，没有写出标注的工作簿。请重新运行。")
        if target:
            yield target, to_xlsx(result, read, data, rules)


def _render(form: str, result: "CheckResult", rules: "Sequence[Rule]", width: int, verbose: bool, colour: bool = False) -> str:
    return _writers(rules, width, verbose, colour)[form](result)


def _writers(rules: "Sequence[Rule]", width: int, verbose: bool, colour: bool) -> "dict[str, Callable[[CheckResult], str]]":
    # Each writer is imported where it is used: HTML alone needs Jinja2 (CRAFT, start-up).
    def text(result: "CheckResult") -> str:
        from basischeck.report.text import to_text

        return to_text(result, width=width, verbose=verbose, colour=colour)

    def json(result: "CheckResult") -> str:
        from basischeck.report.json_report import to_json

        return to_json(result)

    def jsonl(result: "CheckResult") -> str:
        from basischeck.report.jsonl import to_jsonl

        return to_jsonl(result)

    def sarif(result: "CheckResult") -> str:
        from basischeck.report.sarif import to_sarif

        return to_sarif(result, rules)

    def github(result: "CheckResult") -> str:
        from basischeck.report.github import to_github

        return to_github(result)

    def html(result: "CheckResult") -> str:
        from basischeck.report.html import to_html

        return to_html(result, rules, _lives(result))

    return {"text": text, "json": json, "jsonl": jsonl, "sarif": sarif, "github": github, "html": html}


def _lives(result: "CheckResult") -> "dict[str, Sequence[Version]]":
    """Return the versions of every statute that the list cites, for the time lines; none where no index can be opened."""
    from basischeck.statute import IndexFileError, open_index

    cited = result.facts.tables["basis"]["statute_id"].drop_nulls().unique()
    try:
        index = open_index()
    except IndexFileError:
        return {}
    return {name: statute.versions for name in cited if (statute := index.statute(name)) is not None}
