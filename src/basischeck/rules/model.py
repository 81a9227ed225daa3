"""A rule as it is written in YAML, validated at the edge."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from basischeck.facts import Scope

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Profile = Literal["basic", "standard", "strict"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
PROFILES: tuple[Profile, ...] = ("basic", "standard", "strict")

_Text = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Fix(_Strict):
    """What to write instead: a message template; only `safe` may be applied unattended (DESIGN, what a finding is)."""

    text: _Text
    kind: Literal["safe", "proposal"] = "proposal"
    confidence: Annotated[float, Field(ge=0, le=1)]


class Examples(_Strict):
    """Fact rows that the rule has to flag and to pass; a column left out is null."""

    flag: Annotated[list[dict[str, Any]], Field(min_length=1)]
    ok: Annotated[list[dict[str, Any]], Field(min_length=1, alias="pass")]


class Rule(_Strict):
    """One check. `when` is a SQL boolean expression over the documented columns of the table `scope`.

    `message` and `fix.text` are templates (see `rules.template`). `once_per` names the columns by which repeated rows
    are reported once (the same statute cited five times in a cell). A `mandatory` rule's findings cannot be waived
    without an end date. `evidence` names the columns that make it true. `cell` names the column that holds the cell at
    fault, where that is not the row's own. `profile` is the least profile in which the
    rule runs: a list that is only being built answers for less than one about to be published.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{2,6}\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: _Text
    scope: Scope
    severity: Severity
    confidence: Confidence = "high"
    mandatory: bool = False
    profile: Profile = "standard"
    when: _Text
    message: _Text
    what: _Text
    why: _Text
    source: _Text
    remedy: _Text
    evidence: list[str] = []
    once_per: list[str] = []
    cell: str = "cell"
    fix: Fix | None = None
    examples: Examples
