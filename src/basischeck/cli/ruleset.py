"""The rules that a command runs: the shipped ones and the user's own, selected and re-graded by the configuration."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.cli.config import raise_faults, read_config
from basischeck.cli.errors import InputError
from basischeck.cli.settings import Settings
from basischeck.rules import Profile, Rule, RuleError, in_profile, load_rules, select_rules
from basischeck.rules.load import shipped_files
from basischeck.rules.select import UnknownRuleError
from basischeck.rules.waiver import unknown_rule, waiver_faults

if TYPE_CHECKING:
    from basischeck.cli.configfile import ConfigFile


def load_settings(
    path: Path | None, select: Sequence[str] = (), ignore: Sequence[str] = (), profile: Profile | None = None
) -> tuple[Settings, list[Rule]]:
    """Return the settings and the rules to run.

    Raises InputError (exit 2) with every fault of the configuration, of the rule files it names and of the command line
    in one message: who mends one fault should not meet the next in the next run.
    """
    read = read_config(path)
    settings = read.settings if read is not None else Settings()
    faults = list(read.faults) if read is not None else []
    rules, faulty = _rules(settings)
    faults += faulty
    faults += [f"命令行：{option} 后面没有写编号" for option, given in (("--select", select), ("--ignore", ignore)) if given and not _ids(given)]
    for pattern in (*_ids(select), *_ids(ignore)):
        faults += _unknown(rules, pattern, "命令行")
    if read is not None:
        faults += _faults_of(read, rules, known=not faulty)
    raise_faults(faults)
    chosen = _chosen(rules, settings, select, ignore, profile)
    if not chosen:
        raise InputError("没有一条规则可用，什么也不会核查。请检查 --select、--ignore、--profile 和配置中的 select、ignore、severity。")
    return settings, chosen


def chosen_rules(
    settings: Settings, select: Sequence[str], ignore: Sequence[str], profile: Profile | None = None
) -> list[Rule]:
    """Return the rules to run: `select`, `ignore` and `profile` as given on the command line, then the configuration.

    Raises InputError (exit 2) for rules that cannot be loaded and for ids that match nothing.
    """
    rules, faults = _rules(settings)
    named = (*_ids(select), *_ids(ignore), *settings.select, *settings.ignore, *settings.severity)
    raise_faults([*faults, *(fault for pattern in named for fault in _unknown(rules, pattern, "规则"))])
    return _chosen(rules, settings, select, ignore, profile)


def _rules(settings: Settings) -> tuple[list[Rule], list[str]]:
    """Return the shipped rules and those that the configuration names; where a file is faulty the shipped ones alone."""
    try:
        return load_rules([*shipped_files(), *settings.rules]), []
    except RuleError as error:
        return load_rules(), list(error.faults)


def _faults_of(read: "ConfigFile", rules: Sequence[Rule], *, known: bool) -> list[str]:
    """Return what is wrong with the ids and waivers of a configuration.

    Where a rule file is faulty (not `known`) its rules are not known: only ids of shipped rules are then said to be wrong.
    """
    settings, faults = read.settings, list[str]()
    for field in ("select", "ignore", "severity"):
        for pattern in getattr(settings, field):
            if not known and not pattern.startswith("BC"):
                continue
            place = (field, pattern) if field == "severity" else (field,)
            faults += _unknown(rules, pattern, f"{read.where(place)}：{field}")
    found = [(read.sound_waivers[at], fault) for at, fault in waiver_faults(settings.waivers, rules)]
    unsound = ((number, rule) for number, rule in read.waivers if number not in read.sound_waivers and rule)
    found += [(number, fault) for number, rule in unsound if (fault := unknown_rule(rule, rules))]
    for number, fault in sorted(found):
        if not known and not read.waivers[number][1].startswith("BC"):
            continue
        faults.append(f"{read.where(('waivers', number))}：第{number + 1}条豁免：{fault}")
    return faults


def _unknown(rules: Sequence[Rule], pattern: str, where: str) -> list[str]:
    try:
        select_rules(rules, [pattern], [])
    except UnknownRuleError as error:
        return [f"{where}：{error}"]
    return []


def _chosen(
    rules: Sequence[Rule], settings: Settings, select: Sequence[str], ignore: Sequence[str], profile: Profile | None
) -> list[Rule]:
    off = [rule for rule, severity in settings.severity.items() if severity == "off"]
    wanted = _ids(select) or settings.select
    chosen = select_rules(rules, wanted, [*_ids(ignore), *settings.ignore, *off])
    chosen = in_profile(chosen, profile or settings.profile, wanted)
    changed = {rule: severity for rule, severity in settings.severity.items() if severity != "off"}
    return [replace(rule, severity=changed[rule.id]) if rule.id in changed else rule for rule in chosen]


def _ids(values: Sequence[str]) -> list[str]:
    return [part.strip().upper() for value in values for part in value.split(",") if part.strip()]
