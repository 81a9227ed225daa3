"""Rules as data: load, compile, evaluate; findings.

Names are imported when first used: what only reads a configuration needs no table engine. `evaluate` is in
`basischeck.rules.evaluate`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    "in_profile",
    "load_rules",
    "select_rules",
]

_MODULES = {
    "Finding": "finding",
    "FindingItem": "finding",
    "Location": "finding",
    "ProposedFix": "finding",
    "RuleError": "load",
    "load_rules": "load",
    "PROFILES": "model",
    "SEVERITIES": "model",
    "Profile": "model",
    "Rule": "model",
    "Severity": "model",
    "in_profile": "select",
    "select_rules": "select",
    "Waiver": "waiver",
}


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)  # asked for once
    return found
