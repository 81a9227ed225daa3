"""The entries of a YAML rule file to rules, with every fault of the file named by line."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError

from basischeck.facts import schema
from basischeck.rules.checked import UnfitRuleError, rule_from_raw
from basischeck.rules.compile import expression_fault
from basischeck.rules.model import Fix, Rule
from basischeck.rules.template import TemplateError, columns_of, render_template


def checked_rules(path: Path, text: bytes, faults: list[str]) -> list[tuple[int, Rule]]:
    """Return the sound rules of a file with their lines; what is wrong with the others is added to `faults`, in Chinese."""
    entries = _entries(path, text, faults)
    return [(line, rule) for line, raw in entries if (rule := _rule(raw, _Place(path.name, line, raw), faults))]


def _entries(path: Path, text: bytes, faults: list[str]) -> list[tuple[int, dict[str, Any]]]:
    yaml = YAML(typ="rt")
    try:
        entries = yaml.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.append(f"{path.name} 第{line}行：不是有效的 YAML（{error.problem}）")
        return []
    except (YAMLStreamError, YAMLError, UnicodeDecodeError):
        faults.append(f"{path.name}：不是 UTF-8 编码，或者有不能显示的字符。请另存为 UTF-8 编码的文本")
        return []
    except RecursionError:
        faults.append(f"{path.name}：嵌套过深，不是规则文件")
        return []
    except ValueError as error:
        faults.append(f"{path.name}：有不能用的值（{error}），如不存在的日期")
        return []
    if not isinstance(entries, list):
        faults.append(f"{path.name} 第1行：规则文件应为列表，每条规则以“- id:”开头")
        return []
    found = []
    for number, entry in enumerate(entries):
        line = entries.lc.item(number)[0] + 1  # type: ignore[attr-defined]  # ruamel's sequences carry positions
        if isinstance(entry, dict):
            found.append((line, entry))
        else:
            faults.append(f"{path.name} 第{line}行：规则应为“键: 值”的形式")
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule stands: its file, its first line, and the entry as YAML read it, which knows the line of each field."""

    file: str
    line: int
    raw: Any

    def of(self, field: str) -> str:
        """Return file and line of a field; of the whole rule where the field is not written."""
        lines = getattr(self.raw, "lc", None)
        line = lines.key(field)[0] + 1 if lines is not None and field in self.raw else self.line
        return f"{self.file} 第{line}行"


def _rule(raw: dict[str, Any], where: _Place, faults: list[str]) -> Rule | None:
    try:
        rule = rule_from_raw(raw)
    except UnfitRuleError as error:
        name = raw.get("id", "（无编号）")
        for field, kind in error.faults:
            written = ".".join(field)
            faults.append(f"{where.of(field[0])}：规则 {name} 的 {written}：{_field_fault(kind, written)}")
        return None
    found = [*_column_faults(rule), *_expression_faults(rule), *_template_faults(rule)]
    faults.extend(f"{where.of(fault.partition('：')[0])}：规则 {rule.id} 的 {fault}" for fault in found)
    return None if found else rule


def _field_fault(kind: str, field: str) -> str:
    if kind == "unexpected_keyword_argument":
        near = get_close_matches(field, [one.name for one in fields(Rule)], 1)
        return "没有这个字段" + (f"，是否指 {near[0]}？" if near else "")
    if kind == "missing":
        return "缺少此字段"
    return f"取值不符合要求（{kind}）"


def _column_faults(rule: Rule) -> list[str]:
    known = schema(rule.scope)
    faults: list[str] = []
    used = {
        "message": columns_of(rule.message),
        "fix": _columns_of_fix(rule.fix) if rule.fix else set(),
        "evidence": set(rule.evidence),
        "once_per": set(rule.once_per),
        "cell": {rule.cell},
        "examples": {name for row in (*rule.examples.flag, *rule.examples.ok) for name in row},
    }
    for field, names in used.items():
        faults.extend(f"{field}：{unknown_column(name, known)}" for name in sorted(names - known.keys()))
    return faults


def _columns_of_fix(fix: Fix) -> set[str]:
    return columns_of(fix.text) | ({fix.confidence_of} if fix.confidence_of else set())


def unknown_column(name: str, known: Iterable[str]) -> str:
    """Return a message for a column that is not documented, with the nearest right name."""
    near = get_close_matches(name, list(known), 1, cutoff=0.5)
    return f"没有字段 {name}" + (f"，是否指 {near[0]}？" if near else "") + "（basischeck facts 列出全部字段）"


def _expression_faults(rule: Rule) -> list[str]:
    fault = expression_fault(rule.when, rule.scope)
    return [f"when：{fault}"] if fault else []


def _template_faults(rule: Rule) -> list[str]:
    faults = []
    for field, template in (("message", rule.message), ("fix", rule.fix.text if rule.fix else "")):
        try:
            render_template(template, {})
        except TemplateError as error:
            faults.append(f"{field}：{error}")
    return faults
