"""The report for people: grouped by item, then what was not checked, then the counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

from basischeck.catalog.remarks import remarks, told_sheets
from basischeck.catalog.wording import row_name
from basischeck.report.depths import depths_text
from basischeck.report.result import CheckResult, items_with, outside_index, summary
from basischeck.rules import Finding
from basischeck.terminal import painted, printable, wrap

WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
_SHOWN_TITLES = 15


def to_text(result: CheckResult, *, width: int = 80, verbose: bool = False, colour: bool = False) -> str:
    """Return the report in lines of at most `width` terminal cells (a Chinese character takes two).

    Findings of severity info are counted by rule; `verbose` lists them one by one. `colour` paints the severities.
    """
    lines: list[str] = []
    shown = [f for f in result.findings if verbose or f.severity != "info"]
    for file, findings in groupby(shown, key=lambda f: f.location.file):
        lines.append(printable(Path(file).name))
        lines.append("=" * min(width, cell_len(lines[-1])))
        for _, group in groupby(findings, key=lambda f: (f.location.sheet, f.item, f.location.row if f.item else None)):
            lines.extend(_item(list(group), width, colour))
        lines.append("")
    if not verbose:
        lines.extend(_infos([f for f in result.findings if f.severity == "info"], width))
    if any(rule.startswith("BC4") for rule in result.rules_run):
        lines.extend(depths_text(result.facts.tables["basis"], verbose=verbose))
    lines.extend(_outside(result, width))
    lines.extend(_skipped(result, width))
    lines.extend(_summary(result, width))
    return "\n".join(lines) + "\n"


def _item(findings: Sequence[Finding], width: int, colour: bool) -> Iterator[str]:
    first = findings[0]
    where = row_name(first.location.sheet, first.location.row)
    if first.item:
        name = f"{first.item.name}／{first.item.sub_name}" if first.item.sub_name else first.item.name
        about = f"{name}（{first.item.category}）" if first.item.category else name
        where = f"{where}  {about}"
    yield ""
    yield from wrap(" ".join(where.split()), width)
    # Of several articles of a range, of a repealed act, a rule says the same: the report keeps each, the reader is told once.
    same = Counter((finding.location.cell, finding.rule, finding.message) for finding in findings)
    for finding in findings:
        cell = finding.location.cell or "-"
        word = WORDS[finding.severity]
        count = same.pop((finding.location.cell, finding.rule, finding.message), 0)
        if not count:
            continue
        message = f"{finding.message}（本单元格同样的共{count}处）" if count > 1 else finding.message
        lines = wrap(message, width, f"  {cell:<5} {word} {finding.rule} ", " " * 8)
        # Painted when it is broken into lines: the marks of a colour take no cells.
        yield lines[0].replace(word, painted(word, finding.severity), 1) if colour else lines[0]
        yield from lines[1:]
        if finding.fix and finding.fix.text not in finding.message:
            yield from wrap(finding.fix.text, width, " " * 8 + "建议写作：", " " * 8)


def _infos(findings: Sequence[Finding], width: int) -> Iterator[str]:
    if not findings:
        return
    yield "提示（加 --verbose 逐条列出）"
    counts = Counter((f.rule, f.title) for f in findings)
    for (rule, title), count in sorted(counts.items()):
        yield from wrap(f"{title}：{count} 处", width, f"  {rule} ", " " * 8)
    yield ""


def _outside(result: CheckResult, width: int) -> Iterator[str]:
    titles = outside_index(result.facts.tables["basis"])
    if not titles:
        return
    yield f"索引未收录的法规（{len(titles)} 部，所引条款未核对，请人工核实）"
    for title, count in titles[:_SHOWN_TITLES]:
        yield from wrap(f"《{title}》 {count} 处", width, "  ", "    ")
    if len(titles) > _SHOWN_TITLES:
        yield f"  …… 其余 {len(titles) - _SHOWN_TITLES} 部见 --format json 的 findings"
    yield ""


def _skipped(result: CheckResult, width: int) -> Iterator[str]:
    reasons = Counter[str]()
    for read in result.lists:
        told = told_sheets(read)
        for part in read.skipped:
            if part.sheet not in told and part.last:
                reasons[part.reason] += part.last - part.first + 1
    if reasons:
        text = "，".join(f"{reason} {count} 行" for reason, count in reasons.most_common())
        yield from wrap(text, width, "不属于事项的行：", "  ")
        yield ""
    said = [(read, remark) for read in result.lists for remark in remarks(read)]
    if said:
        yield "读取时的说明"
        for read, remark in said:
            name = f"{Path(read.file).name}：" if len(result.lists) > 1 else ""
            yield from wrap(f"{name}{remark}", width, "  ", "    ")
        yield ""


def _summary(result: CheckResult, width: int) -> Iterator[str]:
    counts = summary(result)
    found = counts["findings"]
    yield "结果"
    yield "-" * min(width, 4)
    yield from wrap(
        f"读取 {counts['files']} 个文件、{counts['rows']} 行，得到 {counts['items']} 个事项、"
        f"{counts['basis_cells']} 个依据单元格、{counts['bases']} 条依据（涉及索引内法规 {counts['statutes']} 部）。",
        width,
    )
    yield from wrap(
        f"其中 {counts['resolved']} 条已与现行条文核对；{counts['known']} 条只核对了法规效力（未引到条款，或索引未掌握有效文本）；"
        f"{counts['outside_index']} 条的法规索引未收录；{counts['untitled']} 条没有写明法规名称。",
        width,
    )
    yield from wrap(
        f"发现错误 {found['error']} 处（{items_with(result.findings, 'error')} 个事项）、"
        f"警告 {found['warning']} 处（{items_with(result.findings, 'warning')} 个事项）、提示 {found['info']} 处。",
        width,
    )
    if result.waived or result.known:
        yield from wrap(f"另有 {result.waived} 处已豁免、{result.known} 处已在基线中，没有列出（--strict 列出全部）。", width)
    known = result.corpus["current_to"]
    current = "；".join(f"{level}至 {day}" for level, day in known.items()) if isinstance(known, dict) else f"至 {known}"
    yield from wrap(f"核查日 {result.as_of.isoformat()}，用了 {counts['rules_run']} 条规则。索引的时间范围：{current}。此后的法规变动不在核查范围内，此前的也可能没有收全。", width)
