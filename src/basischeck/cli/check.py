"""`basischeck check`: the main job."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from basischeck.cli.choices import FORMATS, PROFILES, SEVERITIES
from basischeck.cli.collecting import without_collecting
from basischeck.cli.completing import formats, rule_ids
from basischeck.cli.day import DAY
from basischeck.cli.errors import InputError
from basischeck.cli.help import Command
from basischeck.cli.progress import working
from basischeck.cli.recall import key_of, recalled, remember, show
from basischeck.cli.target import TARGET
from basischeck.terminal import coloured

# What runs is imported where it runs: a help page has to be there at once.
if TYPE_CHECKING:
    from basischeck.ahead import Ahead
    from basischeck.catalog.model import ListFile, TakeBases
    from basischeck.citation import ParsedText
    from basischeck.cli.agreement import Others
    from basischeck.cli.settings import Settings
    from basischeck.compare.basis import BasisReader
    from basischeck.report import CheckResult
    from basischeck.rules import Profile, Rule, Waiver
    from basischeck.statute import Index


@click.command(cls=Command, short_help="核查清单")
@click.argument("paths", nargs=-1, required=True, metavar="清单文件或文件夹...", type=click.Path())
@click.option("--as-of", type=DAY, help="核查日，如 2026-11-22；默认今天。")
@click.option("--config", type=click.Path(path_type=Path), help="配置文件，默认为当前文件夹的 basischeck.toml。")
@click.option("--select", multiple=True, metavar="编号", shell_complete=rule_ids, help="只用这些规则（如 BC301）或规则族（如 BC3），可重复或以逗号分隔。")
@click.option("--ignore", multiple=True, metavar="编号", shell_complete=rule_ids, help="不用这些规则或规则族。")
@click.option("--profile", type=click.Choice(PROFILES), help="要求的宽严：basic 只查必备内容，standard 为默认，strict 查全部。")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="达到此级别时以状态码 1 退出；默认 error。")
@click.option(
    "--format", "forms", multiple=True, metavar="名称[=文件]", shell_complete=formats,
    help=f"输出格式：{'、'.join(FORMATS)}；可重复，如 --format sarif=a.sarif --format xlsx=b.xlsx。默认 text。",
)  # fmt: skip
@click.option("-o", "--output", type=TARGET, help="写入文件而不是屏幕。")
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), help="基线文件：其中已有的问题不再列出。")
@click.option("--write-baseline", "write_known", is_flag=True, help="把这次发现的问题写入 --baseline 指定的文件。")
@click.option("--strict", is_flag=True, help="不理会豁免和基线，列出全部问题。")
@click.option("-v", "--verbose", is_flag=True, help="逐条列出提示。")
@click.option("--no-cache", is_flag=True, help="重新核查。默认清单、配置、索引、规则和核查日都没有变时，直接给出上次的结果。")
def check(
    paths: tuple[str, ...],
    as_of: datetime | None,
    config: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: "Profile | None",
    fail_on: str | None,
    forms: tuple[str, ...],
    output: Path | None,
    baseline: Path | None,
    write_known: bool,
    strict: bool,
    verbose: bool,
    no_cache: bool,
) -> None:
    """核查权责清单，逐条报告依据的问题。

    \b
    basischeck check 清单.xlsx
    basischeck check 清单.xlsx -o 标注.xlsx
    basischeck check 清单文件夹 --format json=结果.json --format html=报告.html
    basischeck check 清单.xlsx --as-of 2027-01-01 --select BC3

    xlsx 为标注的清单：原样保留，问题所在单元格有底色和批注，首页为问题表。只写 -o 文件时，格式按扩展名。

    读入 .xlsx、.xls、.ods、.csv、.json、.jsonl；“-”为标准输入。没有达到 --fail-on 级别的问题时状态码为 0，有则为 1，用法
    有误或文件无法读取为 2。
    """
    day = as_of.date() if as_of else date.today()
    # Only a report to the screen is kept: what is written to a file is written each time.
    screen = output is None and not write_known and "-" not in paths and not any("=" in form or "xlsx" in form for form in forms)
    width, colour = _width(), coloured(sys.stdout)
    options = (select, ignore, profile, fail_on, forms, strict, verbose, width, colour)
    key = key_of(paths, config, baseline, day, options) if screen and not no_cache else None
    if (held := recalled(key)) is not None:
        show(held, colour=colour)
        sys.exit(held["code"])

    from basischeck.cli.formats import Report, parse_formats

    if write_known and baseline is None:
        raise InputError("--write-baseline 需要用 --baseline 指定写入的文件。")
    reports = parse_formats(forms, output)
    without_collecting()
    load = partial(_load_settings, config, select, ignore, profile)
    with _ahead(paths) as ahead:
        lists = _read_lists(paths, config, load, lambda cells: ahead.give(text for _, text in cells))
        ahead.give(text for read in lists for text in read.basis_texts())

        from basischeck.cli.agreement import read_others
        from basischeck.cli.formats import check_targets, write_reports
        from basischeck.cli.lists import say_remarks
        from basischeck.cli.suppress import check_baseline, load_baseline
        from basischeck.rules.baseline import new_findings

        settings, rules = load()
        known = None if strict or write_known or baseline is None else load_baseline(baseline)
        protected = settings.files(config) + ([(baseline, "基线")] if baseline and not write_known else [])
        targets = [*reports, Report("baseline", baseline)] if write_known else reports
        check_targets(targets, [read.file for read in lists], protected)
        if write_known and baseline is not None:
            check_baseline(baseline)
        others = read_others(settings)
        waivers = () if strict else settings.waivers
        with working(f"对照法规索引核查 {sum(len(read.items) for read in lists)} 个事项"):
            result = run_check(
                lists, rules, day, settings.region, waivers=waivers, others=others, horizon=settings.horizon, ahead=ahead
            )
    if write_known and baseline is not None:
        _write_baseline(result, baseline)
        return
    if known is not None:
        result = result.without_known(new_findings(result.findings, known))
    if not {report.form for report in reports} & {"text", "xlsx", "html"}:
        say_remarks(lists)
    text = write_reports(result, rules, reports, width=width, verbose=verbose)
    code = exit_code(result, fail_on or settings.fail_on)
    remember(key, text, code)
    sys.exit(code)


def _load_settings(
    config: Path | None, select: Sequence[str], ignore: Sequence[str], profile: "Profile | None"
) -> "tuple[Settings, list[Rule]]":
    from basischeck.cli.ruleset import load_settings

    return load_settings(config, select, ignore, profile)


def _read_lists(
    paths: Sequence[str], config: Path | None, load: Callable[[], object], bases: "TakeBases"
) -> "list[ListFile]":
    """Read the lists. Faults of the configuration are said before those of a list, by `load`, which knows all of them."""
    from basischeck.cli.config import read_config
    from basischeck.cli.lists import read_lists
    from basischeck.cli.settings import Settings

    stated = read_config(config)
    if stated is not None and stated.faults:
        load()
    # Reports for people say what was not read.
    return read_lists(paths, stated.settings if stated is not None else Settings(), bases=bases, tell=False)


_LARGE = 60_000
"""Bytes of a file that may hold bases enough for another process."""


def _ahead(paths: Sequence[str]) -> "Ahead[ParsedText]":
    """Let another process get ready to read bases while the lists are read from their files, if these are large."""
    from basischeck.ahead import Ahead
    from basischeck.statute.place import is_built

    large = any(not os.path.isfile(path) or os.path.getsize(path) > _LARGE for path in paths)
    return Ahead(_reader, start=large and is_built())


def _reader() -> "Callable[[str], ParsedText]":
    from basischeck.citation import NameSet, parse

    names = NameSet(_open_index().names())
    parse("《某法》第一条", names)  # builds the grammar's tables
    return partial(parse, names=names)


def _write_baseline(result: "CheckResult", baseline: Path) -> None:
    from basischeck.cli.output import write_output
    from basischeck.rules.baseline import write_baseline

    write_output(write_baseline(result.findings), baseline)
    click.echo(f"已把 {len(result.findings)} 处问题写入基线 {baseline}。")


def _width() -> int:
    from shutil import get_terminal_size

    return 80 if not sys.stdout.isatty() else max(60, min(120, get_terminal_size().columns))


def _open_index() -> "Index":
    from basischeck.statute import IndexFileError, open_index

    try:
        return open_index()
    except IndexFileError as error:
        raise InputError(str(error)) from None


def run_check(
    lists: Sequence["ListFile"],
    rules: Sequence["Rule"],
    day: date,
    region: str | None,
    *,
    waivers: Sequence["Waiver"] = (),
    others: "Others | None" = None,
    horizon: int = 90,
    ahead: "Ahead[ParsedText] | None" = None,
) -> "CheckResult":
    """Hold `lists` against the index on `day`, and against `others`: mandated lists, peers, service items.

    Findings that `waivers` cover are counted, not listed. What changes within `horizon` days is told. `ahead` is reading the
    bases of `lists` already.
    """
    from basischeck.citation import NameSet
    from basischeck.cli.agreement import Others, agreement_findings
    from basischeck.facts import build_facts, frame
    from basischeck.report import CheckResult
    from basischeck.rules.evaluate import evaluate, evaluate_table
    from basischeck.rules.waiver import apply_waivers, waiver_rows

    index = _open_index()
    facts = build_facts(lists, index, day, region=region, names=NameSet(index.names()), horizon=horizon, ahead=ahead)
    found = evaluate(rules, facts)
    beside = others or Others()
    scopes = {*facts.tables, "waiver", *beside.scopes}
    place = region or next((read.region for read in lists if read.region), None)
    found += agreement_findings(lists, beside, rules, partial(_basis_reader, index, day, place))
    waived = apply_waivers(found, waivers, day)
    rows = waiver_rows(waivers, waived.matched, "basischeck.toml", day)
    about_waivers = evaluate_table(rules, "waiver", frame("waiver", rows))
    return CheckResult(
        as_of=day,
        lists=tuple(lists),
        facts=facts,
        findings=(*waived.findings, *about_waivers),
        corpus=_account(index.info()),
        rules_run=tuple(rule.id for rule in rules if rule.scope in scopes),
        waived=waived.waived,
    )


def _basis_reader(index: "Index", day: date, place: str | None) -> "BasisReader":
    from basischeck.compare.basis import BasisReader

    return BasisReader(index, day, place)


def _account(info: dict[str, Any]) -> dict[str, Any]:
    """Return what a report has to say of the index: how many statutes of each level it knows, and until when."""
    return {
        "coverage": {"levels": info["levels"], "regions": info["regions"], **info["counts"]},
        "current_to": info["levels_current_to"] or info["current_to"],
    }


def exit_code(result: "CheckResult", fail_on: str) -> int:
    """Return 1 where a finding is at or above `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    severities = list[str](SEVERITIES)
    limit = severities.index(fail_on)
    return int(any(severities.index(finding.severity) <= limit for finding in result.findings))
