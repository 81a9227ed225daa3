"""YAML files to rules, with every fault of a file named by line in one go."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from basischeck.data import data_dir
from basischeck.rules.cache import cached_entries, keep_entries
from basischeck.rules.model import Rule, rule_from_plain


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
        return [(entry["line"], rule_from_plain(entry["rule"])) for entry in cached]
    # What checks a rule is slow to begin, and needed only where a file is new or changed.
    from basischeck.rules.checked import rule_to_plain
    from basischeck.rules.entries import checked_rules

    found: list[str] = []
    checked = checked_rules(path, text, found)
    if not found:
        keep_entries(text, [{"line": line, "rule": rule_to_plain(rule)} for line, rule in checked])
    faults.extend(found)
    return checked
