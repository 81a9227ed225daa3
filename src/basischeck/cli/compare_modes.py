"""What `basischeck compare` does besides peers: mandated lists, two states of a list, levels, service items."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from basischeck.catalog.model import ListFile
from basischeck.catalog.wording import row_name
from basischeck.cli.errors import InputError
from basischeck.cli.output import write_output
from basischeck.compare.basis import BasisReader
from basischeck.compare.compare import compare_lists, shown_names
from basischeck.report.json_report import finding_json
from basischeck.rules import SEVERITIES, Finding, Rule
from basischeck.terminal import wrap

_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}


@dataclass(frozen=True, slots=True)
class Task:
    """The lists of one run with what is needed to hold them against something, and where the report goes."""

    lists: list[ListFile]
    reader: BasisReader
    rules: list[Rule]
    form: str
    output: Path | None
    width: int
    verbose: bool

    def write(self, text: str, document: dict[str, Any], findings: Sequence[Finding]) -> None:
        """Write the report: the JSON with its findings, or the text with a line each."""
        if self.form == "json":
            whole = document | {"findings": [finding_json(finding) for finding in findings]}
            write_output(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", self.output)
            return
        lines = [line for finding in findings for line in _line(finding, self.width)]
        write_output(text + "".join(f"{line}\n" for line in lines), self.output)


def _line(finding: Finding, width: int) -> list[str]:
    where = finding.location
    head = f"{_WORDS[finding.severity]} {finding.rule} "
    name = f"{finding.item.name}：" if finding.item else ""
    return wrap(f"{row_name(where.sheet, where.row)} {name}{finding.message}", width, head, " " * 4)


def against_mandated(task: Task, mandated: list[ListFile]) -> list[Finding]:
    """Hold the lists together against every mandated list."""
    from basischeck.compare import as_mandated
    from basischeck.compare.findings import of_mandated
    from basischeck.compare.mandated import check_mandated

    result = check_mandated(task.lists, mandated, task.reader)
    findings = of_mandated(result, task.rules)
    text = as_mandated.to_text(result, width=task.width, verbose=task.verbose)
    shown = findings if task.form == "json" else []
    task.write(text, as_mandated.document(result, shown_names(task.lists)), shown)
    return findings


def between_states(task: Task, start: date, end: date) -> list[Finding]:
    """Hold a list against its earlier state, and both against what changed in law."""
    from basischeck.compare import as_changes
    from basischeck.compare.findings import of_changes
    from basischeck.compare.law import LawBetween
    from basischeck.compare.over_time import over_time
    from basischeck.statute import open_index

    old, new = two(task.lists, "--over-time")
    changes = over_time(old, new, task.reader, LawBetween(open_index(), start, end))
    findings = of_changes(changes, task.rules)
    names = shown_names(task.lists)
    text = as_changes.to_text(changes, names, start, end, width=task.width, verbose=task.verbose)
    task.write(text, as_changes.document(changes, names, start, end), findings if task.form == "json" else [])
    return findings


def about_levels(task: Task, *, services: bool) -> list[Finding]:
    """Look into the division between levels, or hold powers against service items."""
    from basischeck.compare.findings import of_levels
    from basischeck.compare.levels import against_services, between_levels, within_list

    if services:
        power_list, service_list = two(task.lists, "--services")
        problems = against_services([power_list], [service_list], task.reader)
    else:
        problems = tuple(one for read in task.lists for one in within_list(read, task.reader))
        if len(task.lists) > 1:
            problems += between_levels(compare_lists(task.lists, task.reader), task.reader)
    findings = of_levels(problems, task.rules)
    names = shown_names(task.lists)
    title = "权责清单与政务服务事项清单" if services else "层级权限"
    task.write(f"{title}：{len(findings)} 处\n\n", {"lists": list(names)}, findings)
    return findings


def two(lists: list[ListFile], option: str) -> tuple[ListFile, ListFile]:
    """Return the two lists that an option needs. Raises InputError (exit 2) where there are not two."""
    if len(lists) != 2:
        raise InputError(f"{option} 需要恰好两份清单，给出了 {len(lists)} 份。")
    return lists[0], lists[1]


def exit_code(findings: Sequence[Finding], fail_on: str) -> int:
    """Return 1 where a finding is at or above `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    order = list[str](SEVERITIES)
    return int(any(order.index(finding.severity) <= order.index(fail_on) for finding in findings))
