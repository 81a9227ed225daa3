"""Rules as data: load, compile, evaluate; findings."""

from basischeck.rules.evaluate import evaluate, flags
from basischeck.rules.finding import Finding, FindingItem, Location, ProposedFix
from basischeck.rules.load import RuleError, load_rules
from basischeck.rules.model import PROFILES, SEVERITIES, Profile, Rule, Severity
from basischeck.rules.select import in_profile, select_rules
from basischeck.rules.waiver import Waiver

__all__ = [
    "PROFILES",
    "SEVERITIES",
    "Finding",
    "FindingItem",
    "Location",
    "Profile",
    "ProposedFix",
    "Rule",
    "RuleError",
    "Severity",
    "Waiver",
    "evaluate",
    "flags",
    "in_profile",
    "load_rules",
    "select_rules",
]
