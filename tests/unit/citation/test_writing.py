"""Canonical writing, identifiers, numerals, folding, JSON."""

import json

import pytest

from basischeck.citation import (
    Locator,
    normalise,
    parse,
    parse_numeral,
    provision_id,
    render,
    render_numeral,
    to_json,
)


def test_a_citation_is_written_canonically() -> None:
    locator = Locator(article="124", paragraph=1, item=1)
    assert render("中华人民共和国食品安全法", locator) == "《中华人民共和国食品安全法》第一百二十四条第一款第（一）项"


def test_two_writings_of_one_provision_have_one_identifier() -> None:
    (one,) = parse("《甲法》第１３３条之一第一款").citations
    (other,) = parse("《 甲法》第一百三十三条之一第1款").citations
    assert provision_id("甲法", one.locators[0]) == provision_id("甲法", other.locators[0]) == "甲法/art:133-1/para:1"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("百零三", 103),
        ("一百〇三", 103),
        ("廿三", 23),
        ("一千零一十", 1010),
        ("二〇二一", 2021),
        ("１２", 12),
        ("十", 10),
        ("条", None),
        ("", None),
    ],
)
def test_numerals_are_read_in_every_spelling(text: str, number: int | None) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (15, "十五"), (103, "一百零三"), (110, "一百一十"), (1260, "一千二百六十")],
)
def test_numerals_are_written_as_statutes_write_them(number: int, text: str) -> None:
    assert render_numeral(number) == text


def test_a_number_no_statute_has_is_refused() -> None:
    with pytest.raises(ValueError, match="0 到 9999"):
        render_numeral(10000)


@pytest.mark.parametrize(
    ("one", "other"),
    [("第〇条 ", "第○条"), ("“甲”", '"甲"'), ("（１）", "(1)"), ("〈甲〉—", "<甲>-"), ("甲\u3000\n乙", "甲乙")],
)
def test_what_differs_in_writing_only_is_folded(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_the_json_has_the_names_of_the_contract() -> None:
    text = "【法律】《甲法》（2018年修正）第三十五条第一款第（三）项：应当"
    values = json.loads(json.dumps(to_json(parse(text)), ensure_ascii=False))
    assert set(values) == {"text", "citations", "diagnostics"}
    (cited,) = values["citations"]
    assert set(cited) == {
        *(
            "title",
            "bracketed",
            "self",
            "relative",
            "span",
            "level_tag",
            "quoted",
            "version",
            "document_number",
            "quote",
        ),
        *("antecedent", "locators"),
    }
    assert cited["version"]["year"] == 2018
    (locator,) = cited["locators"]
    assert locator["article"] == "35"
    assert (locator["paragraph"], locator["item"], locator["subitem"]) == (1, 3, None)
    assert text[slice(*locator["span"])] == "第三十五条第一款第（三）项"


def test_a_reading_is_cached_by_text() -> None:
    assert parse("《甲法》第三条") is parse("《甲法》第三条")
