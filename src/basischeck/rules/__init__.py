"""Rules as data: load, compile, evaluate; findings."""

from basischeck.rules.evaluate import evaluate, flags
from basischeck.rules.finding import Finding, FindingItem, Location, ProposedFix
from basischeck.rules.load import RuleError, load_rules
from basischeck.rules.model import SEVERITIES, Rule, Severity
from basischeck.rules.select import select_rules
from basischeck.rules.waiver import Waiver

__all__ = [
    "SEVERITIES",
    "Finding",
    "FindingItem",
    "Location",
    "ProposedFix",
    "Rule",
    "RuleError",
    "Severity",
    "Waiver",
    "evaluate",
    "flags",
    "load_rules",
    "select_rules",
]
