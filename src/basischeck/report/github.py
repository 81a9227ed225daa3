"""Annotations for GitHub Actions: workflow commands on standard output (GitHub Docs, Workflow commands).

GitHub shows ten annotations of a kind for a step, so the gravest come first and a last line states the counts.
"""

from basischeck.report.place import shown_file
from basischeck.report.result import CheckResult, summary
from basischeck.rules import SEVERITIES, Finding

_SHOWN = 10
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(result: CheckResult) -> str:
    """Return one workflow command a line: every finding, errors first, then the counts of the run."""
    ordered = sorted(result.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return "".join(f"{line}\n" for line in (*map(_command, ordered), _closing(result)))


def _command(finding: Finding) -> str:
    where = finding.location
    properties = {"file": shown_file(where.file)}
    if where.row:
        properties["line"] = str(where.row)
    properties["title"] = f"{finding.rule} {finding.title}"
    place = "!".join(part for part in (where.sheet, where.cell or "") if part)
    about = "：".join(part for part in (place, finding.item.name if finding.item else "") if part)
    message = "\n".join(part for part in (about, finding.message, f"建议写作：{finding.fix.text}" if finding.fix else "") if part)
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(message)}"


def _closing(result: CheckResult) -> str:
    counts = summary(result)
    found = counts["findings"]
    text = (
        f"{counts['items']} 个事项、{counts['bases']} 条依据：错误 {found['error']} 处、警告 {found['warning']} 处、提示 {found['info']} 处；"
        f"{counts['outside_index']} 条的法规不在索引内，没有核对。核查日 {result.as_of.isoformat()}。"
    )
    if max(found.values()) > _SHOWN:
        text += f"GitHub 每一步每种级别只显示 {_SHOWN} 条批注，全部问题见这一步的日志，或者用 --format sarif、html 写成文件。"
    return f"::notice title={_property('basischeck 核查结果')}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
