"""Which rules run: --select and --ignore take whole ids (BC301) or the beginning of ids (BC3)."""

from collections.abc import Sequence

from basischeck.rules.model import Rule


class UnknownRuleError(ValueError):
    """A pattern that matches no rule: a mistyped id must not quietly switch a check off."""


def select_rules(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    """Return the rules whose id begins with one of `select` (all where empty) and with none of `ignore`.

    Raises UnknownRuleError for a pattern that no rule's id begins with.
    """
    for pattern in (*select, *ignore):
        if not any(rule.id.startswith(pattern) for rule in rules):
            raise UnknownRuleError(f"没有编号为 {pattern} 或以它开头的规则。用 basischeck rule list 查看全部规则。")
    chosen = [rule for rule in rules if not select or rule.id.startswith(tuple(select))]
    return [rule for rule in chosen if not (ignore and rule.id.startswith(tuple(ignore)))]
