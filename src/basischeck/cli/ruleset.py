"""The rules that a command runs: the shipped ones and the user's own, selected and re-graded by the configuration."""

from collections.abc import Sequence

from basischeck.cli.config import Config
from basischeck.cli.errors import InputError
from basischeck.rules import Profile, Rule, RuleError, in_profile, load_rules, select_rules
from basischeck.rules.load import shipped_files
from basischeck.rules.select import UnknownRuleError


def all_rules(settings: Config) -> list[Rule]:
    """Return the shipped rules and those that the configuration names.

    Raises InputError (exit 2) with every fault of every rule file.
    """
    try:
        return load_rules([*shipped_files(), *settings.rules])
    except RuleError as error:
        raise InputError("规则有误：\n" + "\n".join(f"  {fault}" for fault in error.faults)) from None


def chosen_rules(
    settings: Config, select: Sequence[str], ignore: Sequence[str], profile: Profile | None = None
) -> list[Rule]:
    """Return the rules to run: `select`, `ignore` and `profile` as given on the command line, then the configuration.

    Raises InputError (exit 2) for rules that cannot be loaded and for ids that match nothing.
    """
    rules = all_rules(settings)
    off = [rule for rule, severity in settings.severity.items() if severity == "off"]
    try:
        select_rules(rules, list(settings.severity), [])
        wanted = _ids(select) or settings.select
        chosen = select_rules(rules, wanted, [*_ids(ignore), *settings.ignore, *off])
    except UnknownRuleError as error:
        raise InputError(str(error)) from None
    chosen = in_profile(chosen, profile or settings.profile, wanted)
    changed = {rule: severity for rule, severity in settings.severity.items() if severity != "off"}
    return [rule.model_copy(update={"severity": changed[rule.id]}) if rule.id in changed else rule for rule in chosen]


def _ids(values: Sequence[str]) -> list[str]:
    return [part.strip().upper() for value in values for part in value.split(",") if part.strip()]
