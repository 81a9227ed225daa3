"""The committed pages in docs/rules are those that the rules themselves give."""

from pathlib import Path

import pytest

from basischeck.rules import Rule, load_rules
from basischeck.rules.page import contents, page

PAGES = Path(__file__).parents[2] / "docs" / "rules"
RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_page_of_a_rule_is_current(rule: Rule) -> None:
    assert (PAGES / f"{rule.id}.md").read_text(encoding="utf-8") == page(rule), "run: basischeck rule pages docs/rules"


def test_the_contents_are_current_and_no_page_is_left_over() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == contents(RULES)
    assert {path.stem for path in PAGES.glob("*.md")} == {rule.id for rule in RULES} | {"README"}
