"""Which rules run: --select and --ignore take whole ids (BC301) or the beginning of ids (BC3)."""

from collections.abc import Sequence
from difflib import get_close_matches

from basischeck.rules.model import PROFILES, Profile, Rule

SLIPS = str.maketrans("OoIilL", "001111")
"""Letters that are typed for digits in an id."""


class UnknownRuleError(ValueError):
    """A pattern that matches no rule: a mistyped id must not quietly switch a check off."""


def select_rules(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    """Return the rules whose id begins with one of `select` (all where empty) and with none of `ignore`.

    Raises UnknownRuleError for a pattern that no rule's id begins with.
    """
    for pattern in (*select, *ignore):
        if not any(rule.id.startswith(pattern) for rule in rules):
            typed, ids = pattern.translate(SLIPS), [rule.id for rule in rules]
            near = [name for name in ids if typed.startswith(name)] or get_close_matches(typed, ids, 1)
            hint = f"是否指 {near[0]}？" if near else "用 basischeck rule list 查看全部规则。"
            raise UnknownRuleError(f"没有编号为 {pattern} 或以它开头的规则。{hint}")
    chosen = [rule for rule in rules if not select or rule.id.startswith(tuple(select))]
    return [rule for rule in chosen if not (ignore and rule.id.startswith(tuple(ignore)))]


def in_profile(rules: Sequence[Rule], profile: Profile, named: Sequence[str] = ()) -> list[Rule]:
    """Return the rules that run in `profile`, and those that `named` names by their whole id.

    Who asks for one rule wants that rule, whatever the profile; who asks for a family wants the family as the profile has it.
    """
    limit = PROFILES.index(profile)
    return [rule for rule in rules if PROFILES.index(rule.profile) <= limit or rule.id in named]
