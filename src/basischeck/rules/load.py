"""YAML files to rules, with every fault of a file named by line in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from basischeck.data import data_dir
from basischeck.facts import schema
from basischeck.rules.cache import cached_entries, keep_entries
from basischeck.rules.compile import expression_fault
from basischeck.rules.model import Rule
from basischeck.rules.template import TemplateError, columns_of, render_template


class RuleError(Exception):
    """Rules that cannot be used; `faults` are Chinese lines, each with file and line."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def shipped_files() -> list[Path]:
    """Return the rule files that come with basischeck, in order of family."""
    return sorted(data_dir("rules").glob("*.yaml"))


def load_rules(files: Iterable[Path] | None = None) -> list[Rule]:
    """Load the rules of `files` (the shipped ones where None), in order of id.

    Raises RuleError with every fault found: unreadable YAML, unknown or missing fields, a column that is not
    documented (with the nearest right name), an expression that is no boolean, an id used twice.
    """
    rules: dict[str, Rule] = {}
    faults: list[str] = []
    for path in shipped_files() if files is None else files:
        for line, rule in _rules_of(path, faults):
            if rule.id in rules:
                faults.append(f"{path.name} 第{line}行：规则编号 {rule.id} 重复")
            rules[rule.id] = rule
    if faults:
        raise RuleError(faults)
    return [rules[key] for key in sorted(rules)]


def _rules_of(path: Path, faults: list[str]) -> list[tuple[int, Rule]]:
    """Return the sound rules of a file with their lines; a file found sound before is not checked again."""
    try:
        text = path.read_bytes()
    except OSError as error:
        faults.append(f"{path}：无法读取规则文件（{error.strerror}）")
        return []
    cached = cached_entries(text)
    if cached is not None:
        return [(entry["line"], Rule.model_validate(entry["rule"])) for entry in cached]
    found: list[str] = []
    entries = _entries(path, text, found)
    checked = [(line, rule) for line, raw in entries if (rule := _rule(raw, _Place(path.name, line, raw), found))]
    if not found:
        keep_entries(text, [{"line": line, "rule": rule.model_dump(by_alias=True)} for line, rule in checked])
    faults.extend(found)
    return checked


def _entries(path: Path, text: bytes, faults: list[str]) -> list[tuple[int, dict[str, Any]]]:
    # YAML is read only where a file is new or changed: its import alone takes longer than the cache.
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    yaml = YAML(typ="rt")
    try:
        entries = yaml.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.append(f"{path.name} 第{line}行：不是有效的 YAML（{error.problem}）")
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
        rule = Rule.model_validate(raw)
    except ValidationError as error:
        name = raw.get("id", "（无编号）")
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            place = where.of(str(fault["loc"][0]))
            faults.append(f"{place}：规则 {name} 的 {field}：{_field_fault(fault['type'], field)}")
        return None
    found = [*_column_faults(rule), *_expression_faults(rule), *_template_faults(rule)]
    faults.extend(f"{where.of(fault.partition('：')[0])}：规则 {rule.id} 的 {fault}" for fault in found)
    return None if found else rule


def _field_fault(kind: str, field: str) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(field, Rule.model_fields, 1)
        return "没有这个字段" + (f"，是否指 {near[0]}？" if near else "")
    if kind == "missing":
        return "缺少此字段"
    return f"取值不符合要求（{kind}）"


def _column_faults(rule: Rule) -> list[str]:
    known = schema(rule.scope)
    faults: list[str] = []
    used = {
        "message": columns_of(rule.message),
        "fix": columns_of(rule.fix.text) if rule.fix else set(),
        "evidence": set(rule.evidence),
        "once_per": set(rule.once_per),
        "cell": {rule.cell},
        "examples": {name for row in (*rule.examples.flag, *rule.examples.ok) for name in row},
    }
    for field, names in used.items():
        faults.extend(f"{field}：{unknown_column(name, known)}" for name in sorted(names - known.keys()))
    return faults


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
