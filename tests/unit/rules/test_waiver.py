from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from basischeck.cli.configfile import ConfigFile
from basischeck.facts import frame
from basischeck.rules import Location, Waiver, load_rules
from basischeck.rules.evaluate import evaluate_table
from basischeck.rules.waiver import apply_waivers, waiver_faults, waiver_rows
from tests.unit.rules.findings import finding

DAY = date(2026, 11, 22)


def waiver(**given: Any) -> Waiver:
    return Waiver(**{"rule": "BC401", "item": "对某行为的处罚", "reason": "上级正在修订", "reviewer": "某人", "stage": "编办复核", **given})


def test_a_waiver_covers_the_rule_item_and_citation_that_it_names() -> None:
    others = [finding(rule="BC301"), finding(name="另一事项"), finding(citation="《某法》第四条")]
    done = apply_waivers([finding(), *others], [waiver(citation="《某法》第三条")], DAY)
    assert list(done.findings) == others
    assert (done.waived, done.matched) == (1, (1,))


def test_an_item_may_be_named_by_its_code() -> None:
    assert apply_waivers([finding(code="A1")], [waiver(item="A1")], DAY).findings == ()


def test_what_is_said_of_a_whole_sheet_is_waived_by_its_name() -> None:
    whole = replace(finding(citation=None), item=None)
    named = waiver(item=None, sheet="清单")
    assert apply_waivers([whole], [named], DAY).waived == 1
    assert apply_waivers([finding()], [named], DAY).waived == 0
    assert apply_waivers([replace(whole, location=Location("夹/甲.csv", "", None, None))], [waiver(item=None, sheet="甲.csv")], DAY).waived == 1
    assert apply_waivers([whole], [waiver(item=None, sheet="另一张")], DAY).waived == 0
    ((_, fault),) = waiver_faults([waiver(item=None)], load_rules())
    assert "sheet" in fault


def test_on_its_last_day_a_waiver_holds_and_on_the_next_it_does_not() -> None:
    last = waiver(until=DAY)
    assert apply_waivers([finding()], [last], DAY).waived == 1
    assert apply_waivers([finding()], [last], date(2026, 11, 23)).waived == 0


@pytest.mark.parametrize(
    ("given", "findings", "rule"),
    [({"item": "没有的事项"}, [finding()], "BC011"), ({"until": date(2026, 1, 1)}, [finding()], "BC012"), ({}, [finding()], None)],
)
def test_a_waiver_that_matches_nothing_or_has_run_out_is_a_finding(given: dict[str, Any], findings: list[Any], rule: str | None) -> None:
    waivers = [waiver(**given)]
    done = apply_waivers(findings, waivers, DAY)
    table = frame("waiver", waiver_rows(waivers, done.matched, "basischeck.toml", DAY))
    found = evaluate_table(load_rules(), "waiver", table)
    assert [f.rule for f in found] == ([rule] if rule else [])


def test_a_waiver_may_name_the_act_as_lists_do() -> None:
    long = finding(citation="《中华人民共和国某法》第三条")
    assert apply_waivers([long], [waiver(citation="《某法》第三条")], DAY).findings == ()


def test_a_repealed_basis_cannot_be_waived_without_an_end() -> None:
    rules = load_rules()
    ((number, fault),) = waiver_faults([waiver(), waiver(rule="BC301")], rules)
    assert number == 1
    assert "截止日期" in fault
    assert waiver_faults([waiver(rule="BC301", until=DAY)], rules) == []


def test_a_waiver_of_an_unknown_rule_or_of_everything_is_refused() -> None:
    faults = waiver_faults([waiver(rule="BC999"), waiver(item=None)], load_rules())
    assert [(number, said[:4]) for number, said in faults] == [(0, "没有规则"), (1, "item")]


@pytest.mark.parametrize("missing", ["reason", "reviewer", "stage"])
def test_a_waiver_says_why_who_and_at_which_stage(missing: str) -> None:
    stated = {"rule": "BC401", "item": "对某行为的处罚", "reason": "上级正在修订", "reviewer": "某人", "stage": "编办复核"}
    written = "".join(f'{name} = "{value}"\n' for name, value in stated.items() if name != missing)
    [fault] = ConfigFile(Path("basischeck.toml"), "[[waivers]]\n" + written).faults
    assert f"waivers.0.{missing}" in fault
