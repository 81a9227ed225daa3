"""What the fields of a rule and of a waiver may hold, checked where a rule file or the configuration is read anew."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from basischeck.facts import Scope  # noqa: F401  # the rule names it
from basischeck.rules.model import Examples, Fix, Rule
from basischeck.rules.waiver import Waiver

Text = Annotated[str, Field(min_length=1)]
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{2,6}\d{3}$")]
RuleName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Share = Annotated[float, Field(ge=0, le=1)]
LongId = Annotated[str, Field(min_length=5)]
Reason = Annotated[str, Field(min_length=2)]
Rows = Annotated[list[dict[str, Any]], Field(min_length=1)]

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
for _part in (Fix, Examples, Waiver):
    with_config(_STRICT)(_part)
_RULE = TypeAdapter(with_config(_STRICT)(Rule))
# The model names types of this module's without importing them: here they are at hand.
_RULE.rebuild()


# `pass` is no name in Python.
_WRITTEN = {"pass": "ok", "ok": "pass"}


class UnfitRuleError(ValueError):
    """An entry that states no rule; `faults` holds for each field at fault its path and what is wrong with it."""

    def __init__(self, faults: Sequence[tuple[tuple[str, ...], str]]) -> None:
        super().__init__("; ".join(f"{'.'.join(path)}: {kind}" for path, kind in faults))
        self.faults = tuple(faults)


def rule_from_raw(raw: Mapping[str, Any]) -> Rule:
    """Return the rule that a YAML entry states. Raises UnfitRuleError with every field that is at fault."""
    try:
        return _RULE.validate_python(_renamed(raw))
    except ValidationError as error:
        raise UnfitRuleError([(_path(fault["loc"]), fault["type"]) for fault in error.errors()]) from None


def _path(place: tuple[str | int, ...]) -> tuple[str, ...]:
    path = tuple(map(str, place))
    return (path[0], _WRITTEN.get(path[1], path[1]), *path[2:]) if path[:1] == ("examples",) and path[1:] else path


def _renamed(fields: Mapping[str, Any]) -> dict[str, Any]:
    examples = fields.get("examples")
    if not isinstance(examples, Mapping):
        return dict(fields)
    return {**fields, "examples": {_WRITTEN.get(name, name): rows for name, rows in examples.items()}}


def rule_to_plain(rule: Rule, *, json: bool = False) -> dict[str, Any]:
    """Return the fields of a rule as YAML names them, in the types of JSON where `json` is true."""
    return _renamed(_RULE.dump_python(rule, mode="json" if json else "python"))
