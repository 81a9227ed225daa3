from datetime import date

import pytest

from basischeck.rules.template import TemplateError, columns_of, render_template


def test_a_part_in_brackets_is_left_out_where_a_column_in_it_is_null() -> None:
    template = "已[于{ended}]废止[，由《{by}》[第{article}条]废止]。"
    assert render_template(template, {"ended": date(2026, 8, 15), "by": "某法"}) == "已于2026年8月15日废止，由《某法》废止。"
    assert render_template(template, {}) == "已废止。"


def test_an_empty_text_counts_as_null() -> None:
    assert render_template("甲[（{note}）]", {"note": ""}) == "甲"


def test_zero_and_false_are_values() -> None:
    assert render_template("共[{n}]项", {"n": 0}) == "共0项"


def test_doubled_brackets_stand_for_themselves() -> None:
    assert render_template("[[{a}]]", {"a": "甲"}) == "[甲]"


@pytest.mark.parametrize("template", ["[{a}", "{a}]"])
def test_brackets_that_do_not_match_are_an_error(template: str) -> None:
    with pytest.raises(TemplateError):
        render_template(template, {"a": "甲"})


def test_the_columns_of_a_template_are_those_in_braces() -> None:
    assert columns_of("{a}[（{b}）]{a}") == {"a", "b"}
