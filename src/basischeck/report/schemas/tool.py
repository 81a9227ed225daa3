"""The JSON of what is about the tool itself: rules, facts, baselines."""

from typing import Any, Literal

from pydantic import Field, RootModel

from basischeck.report.schemas.record import Record


class BaselineFile(Record):
    """The file of `check --write-baseline`: how often each finding is known, by rule and stable key."""

    basischeck_baseline: Literal[1]
    findings: dict[str, int]


class FactColumn(Record):
    """One column that a rule may use."""

    name: str
    type: str
    doc: str


class FactTable(Record):
    """One table of facts."""

    doc: str
    columns: list[FactColumn]


class FixTemplate(Record):
    """What a rule proposes to write."""

    text: str
    kind: Literal["safe", "proposal"]
    confidence: float
    confidence_of: str | None


class RuleExamples(Record):
    """Fact rows that a rule has to flag and to pass."""

    flag: list[dict[str, Any]]
    pass_: list[dict[str, Any]] = Field(alias="pass")


class RuleRecord(Record):
    """One rule, as in rules/*.yaml."""

    id: str
    name: str
    title: str
    scope: str
    severity: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    mandatory: bool
    profile: Literal["basic", "standard", "strict"]
    when: str
    message: str
    what: str
    why: str
    source: str
    remedy: str
    evidence: list[str]
    once_per: list[str]
    cell: str
    fix: FixTemplate | None
    examples: RuleExamples


class RuleList(RootModel[list[RuleRecord]]):
    """The document of `rule list`."""


class FactTables(RootModel[dict[str, FactTable]]):
    """The document of `facts`: the tables by the scope of the rules that see them."""
