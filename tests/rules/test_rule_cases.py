"""Cases in YAML: a few list items, the day, and what the rule has to find in them, with the embedded index.

    - case: in words
      as_of: 2026-11-22        # default
      region: 新疆维吾尔自治区   # default none
      index: invented          # default the embedded one; statutes/ holds the invented statutes
      count: 11                # the number of items that the sheet's name states, default none
      repeat: 21               # the items so many times over, default once
      items: [{设定依据: 《…》第…条}]
      finds: [{cell: E2, citation: …, message: part of the message}]     # [] where it has to stay silent

Rules over several lists see, besides `items`, one of `mandated`, `peer`, `services` or `before`, with items as well; `before`
is the list on the day `from`, `items` on the day `to`. Without any of them a list is held against itself, level by level.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from basischeck.catalog import ListFile
from basischeck.citation import NameSet
from basischeck.compare import BasisReader, compare_lists
from basischeck.compare.findings import of_changes, of_levels, of_mandated
from basischeck.compare.law import LawBetween
from basischeck.compare.levels import against_services, between_levels, within_list
from basischeck.compare.mandated import check_mandated
from basischeck.compare.over_time import over_time
from basischeck.facts import build_facts
from basischeck.rules import Finding, Rule, load_rules
from basischeck.rules.evaluate import evaluate
from basischeck.statute import Index
from tests.rules.lists import list_of

_KEYS = {
    "case", "as_of", "region", "index", "count", "repeat", "items", "finds", "mandated", "peer", "services", "before", "from", "to",
}  # fmt: skip
CASES = Path(__file__).parent / "cases"
RULES = {rule.id: rule for rule in load_rules()}


def _cases() -> list[Any]:
    files = [(path.stem, YAML(typ="safe").load(path.read_text(encoding="utf-8"))) for path in sorted(CASES.glob("*.yaml"))]
    return [pytest.param(rule, case, id=f"{rule}-{case['case']}") for rule, cases in files for case in cases]


def _run(rule: str, case: dict[str, Any], indexes: dict[str, Index]) -> list[Finding]:
    read = list_of(case["items"] * case.get("repeat", 1), region=case.get("region", ""), count=case.get("count"))
    index = indexes[case.get("index", "")]
    if RULES[rule].scope in ("mandated", "peer"):
        return _beside(RULES[rule], read, case, index)
    facts = build_facts([read], index, case.get("as_of", date(2026, 11, 22)), names=NameSet(index.names()))
    return evaluate([RULES[rule]], facts)


def _beside(rule: Rule, read: ListFile, case: dict[str, Any], index: Index) -> list[Finding]:
    reader = BasisReader(index, case.get("as_of", date(2026, 11, 22)), case.get("region"))
    other = next((key for key in ("mandated", "peer", "services", "before") if key in case), None)
    if other is None:
        return of_levels(within_list(read, reader), [rule])
    beside = list_of(case[other], file=_OTHERS[other])
    if other == "mandated":
        return of_mandated(check_mandated([read], [beside], reader), [rule])
    if other == "peer":
        return of_levels(between_levels(compare_lists([read, beside], reader), reader), [rule])
    if other == "services":
        return of_levels(against_services([read], [beside], reader), [rule])
    return of_changes(over_time(beside, read, reader, LawBetween(index, case["from"], case["to"])), [rule])


_OTHERS = {"mandated": "下放事项目录.xlsx", "peer": "县清单.xlsx", "services": "政务服务事项.xlsx", "before": "去年.xlsx"}


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_the_rule_finds_just_what_the_case_says(rule: str, case: dict[str, Any], indexes: dict[str, Index]) -> None:
    findings = _run(rule, case, indexes)
    assert len(findings) == len(case["finds"]), [(f.citation, f.message) for f in findings]
    assert case.keys() <= _KEYS, case.keys() - _KEYS
    for finding, wanted in zip(findings, case["finds"], strict=True):
        assert wanted.keys() <= {"cell", "citation", "message"}
        assert wanted.get("message", "") in finding.message
        assert finding.location.cell == wanted.get("cell", finding.location.cell)
        assert finding.citation == wanted.get("citation", finding.citation)


def test_every_rule_has_cases() -> None:
    # Rules over waivers see a configuration, not a list: tests/unit/rules/test_waiver.py; those over powers are in
    # tests/unit/coverage.
    about_lists = {rule.id for rule in RULES.values() if rule.scope not in ("waiver", "power")}
    assert {path.stem for path in CASES.glob("*.yaml")} == about_lists
