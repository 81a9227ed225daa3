"""A regular expression that is compiled at its first use is the one that it says."""

import re

import pytest

from basischeck.pattern import regex


def test_what_is_found_is_what_a_compiled_expression_finds() -> None:
    text = "第三条、第十条"
    for lazy, made in ((regex(r"第(.)条"), re.compile(r"第(.)条")), (regex("A|第", re.IGNORECASE), re.compile("A|第", re.IGNORECASE))):
        assert lazy.findall(text) == made.findall(text)
        assert lazy.sub("x", text) == made.sub("x", text)
        assert bool(lazy.match("a")) == bool(made.match("a"))
        assert (lazy.pattern, lazy.flags, lazy.groups) == (made.pattern, made.flags, made.groups)


def test_a_faulty_expression_is_told_at_its_first_use() -> None:
    faulty = regex("(")
    with pytest.raises(re.error):
        faulty.match("")


def test_it_has_nothing_that_an_expression_has_not() -> None:
    with pytest.raises(AttributeError):
        _ = regex("a").findme  # type: ignore[attr-defined]
