"""The decision tables, and how they judge an item by all its bases."""

from datetime import date
from typing import Any

import pytest

from basischeck.facts.categories import STANDARD
from basischeck.facts.competence import TableError, add_competence, power_of, powers, read_powers
from tests.rules.lists import list_of

DAY = date(2026, 11, 22)
LAW = {"title": "甲法", "statute": "甲法", "statute_level": "法律", "level_from": "索引"}
RULE = {"title": "乙规定", "statute": "乙规定", "statute_level": "部门规章", "level_from": "索引"}
NOTICE = {"title": "丙通知", "statute": "丙通知", "statute_level": "规范性文件", "level_from": "索引"}
UNKNOWN = {"title": "丁办法"}


def _judged(category: str, name: str, *bases: dict[str, Any], citations: int = 1) -> list[dict[str, Any]]:
    items = list_of([{"事项名称": name, "权力类型": category}]).items
    rows = [{"item": 0, "role": "设定依据", "cell": "E2", "start": n, "end": n + 1, **base} for n, base in enumerate(bases)]
    add_competence(rows, [{"item": 0, "role": "设定依据", "citations": citations, "absent": False}], items, DAY)
    return rows


def test_every_cell_of_every_table_has_a_verdict_and_a_source() -> None:
    assert all(source for power in powers() for _, source in power.cells.values())
    assert len({power.name for power in powers()}) == len(powers())


def test_every_category_of_the_tables_is_a_standard_one() -> None:
    assert {power.category for power in powers()} <= {*STANDARD, "行政征用"}


def test_of_a_category_the_entry_without_words_comes_last() -> None:
    for category in {power.category for power in powers()}:
        words = [bool(power.words) for power in powers() if power.category == category]
        assert words == sorted(words, reverse=True)
        assert not words[-1]


def test_a_cell_without_source_is_an_error_that_names_the_entry() -> None:
    with pytest.raises(TableError, match="“某权力”的“法律”"):
        read_powers([{"power": "某权力", "category": "行政许可", "cells": {"法律": {"may": "可以"}}}])


@pytest.mark.parametrize(
    ("category", "name", "power"),
    [
        ("行政许可", "某许可", "行政许可"),
        ("行政处罚", "对某行为的处罚", "行政处罚"),
        ("行政处罚", "对某行为的行政拘留", "限制人身自由的行政处罚"),
        ("行政处罚", "对某行为吊销营业执照的处罚", "吊销营业执照的行政处罚"),
        ("行政处罚", "对某行为的没收违法所得", "警告、通报批评、罚款以外的行政处罚"),
        ("行政强制", "对某义务的代履行", "行政强制执行"),
        ("行政强制", "对某场所的查封", "行政强制措施"),
        ("行政征收", "征收房产税", "税的征收"),
        ("行政征收", "某某费的征收", "行政收费"),
    ],
)
def test_the_name_of_an_item_tells_the_kind_of_power(category: str, name: str, power: str) -> None:
    found = power_of(category, name)
    assert found is not None
    assert found.name == power


def test_a_category_without_a_table_is_not_judged() -> None:
    assert power_of("行政奖励", "对某人的奖励") is None
    assert "power" not in _judged("行政奖励", "对某人的奖励", NOTICE)[0]


def test_a_licence_on_a_rule_alone_is_at_fault() -> None:
    row = _judged("行政许可", "某许可", RULE)[0]
    assert (row["may_found"], row["item_may_found"], row["item_level_from"]) == ("不可以", "不可以", "索引")
    assert "第十七条" in row["competence_source"]


def test_a_rule_beside_the_law_that_founds_the_licence_is_no_fault() -> None:
    assert [row["item_may_found"] for row in _judged("行政许可", "某许可", RULE, LAW)] == ["可以", "可以"]


def test_an_act_of_unknown_level_leaves_the_item_open() -> None:
    assert {row["item_may_found"] for row in _judged("行政许可", "某许可", RULE, UNKNOWN)} == {"不判断"}


def test_a_founding_cell_that_was_not_read_leaves_the_item_open() -> None:
    assert _judged("行政许可", "某许可", RULE, citations=0)[0]["item_may_found"] == "不判断"


def test_bases_of_duties_do_not_found_a_power() -> None:
    row = {"item": 0, "role": "责任事项依据", **RULE}
    add_competence([row], [], list_of([{"权力类型": "行政许可"}]).items, DAY)
    assert "power" not in row


def test_a_provincial_rule_founds_a_licence_for_a_time() -> None:
    rule = {"title": "河南省某办法", "statute": "河南省某办法", "statute_level": "地方政府规章", "level_from": "索引"}
    row = _judged("行政许可", "某许可", rule | {"effective": date(2020, 1, 1)})[0]
    assert (row["may_found"], row["item_may_found"], row["days_in_force"]) == ("临时", "临时", 2517)


def _quoting(quote: str, *bases: dict[str, Any]) -> dict[str, Any]:
    items = list_of([{"事项名称": "对某行为的处罚", "权力类型": "行政处罚", "设定依据": "甲" + quote}]).items
    rows = [{"item": 0, "role": "设定依据", "cell": "E2", "start": 0, "end": 1, **base} for base in bases]
    add_competence(rows, [], items, DAY)
    return rows[0]


def test_a_quoted_kind_that_no_basis_may_found_is_told() -> None:
    row = _quoting("有下列行为的，没收违法所得，处一万元以下罚款。", RULE)
    assert (row["quoted_kind"], row["quoted_kind_levels"]) == ("没收违法所得", "法律、行政法规、地方性法规")


@pytest.mark.parametrize("quote", ["依照某条例的规定没收违法所得。", "被吊销许可证后仍经营的，处罚款。", "有下列行为的，处罚款。"])
def test_a_kind_that_belongs_to_another_statute_or_to_the_case_is_not(quote: str) -> None:
    assert "quoted_kind" not in _quoting(quote, RULE)


def test_a_quoted_kind_is_no_fault_beside_a_law() -> None:
    assert "quoted_kind" not in _quoting("有下列行为的，没收违法所得。", RULE, LAW)
