"""Canonical writing of what was read."""

import pytest

from basischeck.citation import Locator, parse, render, render_locator


@pytest.mark.parametrize("text", ["《甲条例》第60307条", "《甲条例》第二条第10001款", "《甲条例》第二条第(54321)项"])
def test_a_number_beyond_any_statute_is_reported_and_can_be_written(text: str) -> None:
    parsed = parse(text)
    (cited,) = parsed.citations
    (locator,) = cited.locators
    assert [found.code for found in parsed.diagnostics] == ["BC108"]
    assert render(cited, locator).startswith("《甲条例》第")


def test_a_number_with_five_digits_stays_in_digits() -> None:
    assert render_locator(Locator(article="12000-3", paragraph=2)) == "第12000条之三第二款"
