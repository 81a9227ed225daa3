"""A rule as it is written in YAML. Known without the library that checks it: a rule file found sound before is not checked again."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from basischeck.facts import Scope

if TYPE_CHECKING:
    from basischeck.rules.checked import Rows, RuleId, RuleName, Share, Text

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Profile = Literal["basic", "standard", "strict"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
PROFILES: tuple[Profile, ...] = ("basic", "standard", "strict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What to write instead: a message template; only `safe` may be applied unattended (DESIGN, what a finding is).

    `confidence_of` names a column that says how sure it is in the row at hand; `confidence` holds where that is empty.
    """

    text: "Text"
    kind: Literal["safe", "proposal"] = "proposal"
    confidence: "Share"
    confidence_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Fact rows that the rule has to flag and to pass; a column left out is null."""

    flag: "Rows"
    ok: "Rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check. `when` is a SQL boolean expression over the documented columns of the table `scope`.

    `message` and `fix.text` are templates (see `rules.template`). `once_per` names the columns by which repeated rows
    are reported once (the same statute cited five times in a cell). A `mandatory` rule's findings cannot be waived
    without an end date. `evidence` names the columns that make it true. `cell` names the column that holds the cell at
    fault, where that is not the row's own. `profile` is the least profile in which the
    rule runs: a list that is only being built answers for less than one about to be published.
    """

    id: "RuleId"
    name: "RuleName"
    title: "Text"
    scope: Scope
    severity: Severity
    confidence: Confidence = "high"
    mandatory: bool = False
    profile: Profile = "standard"
    when: "Text"
    message: "Text"
    what: "Text"
    why: "Text"
    source: "Text"
    remedy: "Text"
    evidence: list[str] = field(default_factory=list)
    once_per: list[str] = field(default_factory=list)
    cell: str = "cell"
    fix: Fix | None = None
    examples: Examples


def rule_from_plain(held: dict[str, Any]) -> Rule:
    """Return a rule that was checked before, from its fields as YAML names them."""
    fix, examples = held["fix"], held["examples"]
    parts = {"fix": Fix(**fix) if fix else None, "examples": Examples(flag=examples["flag"], ok=examples["pass"])}
    return Rule(**{**held, **parts})
