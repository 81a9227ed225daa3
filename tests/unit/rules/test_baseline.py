import pytest

from basischeck.rules.baseline import BaselineError, new_findings, read_baseline, stable_key, write_baseline
from tests.unit.rules.findings import finding


def test_a_finding_of_the_baseline_is_not_new_when_its_row_moves() -> None:
    known = read_baseline(write_baseline([finding(row=4)]))
    assert new_findings([finding(row=99)], known) == []


def test_a_second_finding_with_the_same_key_is_new() -> None:
    known = read_baseline(write_baseline([finding(row=4)]))
    assert len(new_findings([finding(row=4), finding(row=5)], known)) == 1


def test_another_rule_item_or_citation_is_new() -> None:
    known = read_baseline(write_baseline([finding()]))
    others = [finding(rule="BC301"), finding(name="另一事项"), finding(citation="《某法》第四条")]
    assert new_findings(others, known) == others


def test_an_item_with_a_code_keeps_its_key_when_it_is_renamed() -> None:
    assert stable_key(finding(name="甲", code="A1")) == stable_key(finding(name="乙", code="A1"))


def test_the_file_is_the_same_for_the_same_findings_in_any_order() -> None:
    findings = [finding(), finding(rule="BC301"), finding(name="另一事项")]
    assert write_baseline(findings) == write_baseline(findings[::-1])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": {"x": "y"}}', '{"findings": {"": 1}}', '{"basischeck_baseline": 9, "findings": {}}'])
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text)
