"""Findings for tests that need some, without a list."""

from basischeck.rules import Finding, FindingItem, Location


def finding(rule: str = "BC401", name: str = "对某行为的处罚", citation: str | None = "《某法》第三条", row: int = 4, code: str = "") -> Finding:
    """Return a finding at row `row`."""
    return Finding(
        rule=rule,
        name="some-rule",
        title="某规则",
        severity="error",
        confidence="high",
        message="某问题",
        item=FindingItem(code, name, "某局", "行政处罚"),
        location=Location("清单.xlsx", "清单", f"E{row}", row),
        span=(0, 8),
        citation=citation,
        evidence={},
        fix=None,
    )
