"""The grammar itself."""

import random

from lark import Lark
from lark.lexer import Token

from basischeck.citation.grammar import grammar_path, read_units
from basischeck.citation.tablebuild import UncheckedLexer


def test_the_grammar_builds_strictly_without_a_conflict() -> None:
    grammar = grammar_path().read_text(encoding="utf-8")
    strict = Lark(grammar, parser="lalr", lexer="contextual", strict=True, maybe_placeholders=False)
    assert strict.parse("《甲法》第三条、《乙法》第四条\n").data == "start"


def test_the_units_of_a_text_leave_nothing_out() -> None:
    text = "【法律】《甲法》（2020年修订）第三条、第一，二是：第九方 <"
    reached = 0
    for unit in read_units(text):
        for lexeme in [*unit.heads, *(unit.locators or []), *unit.rest]:
            assert lexeme.start == reached
            reached = lexeme.end
    assert reached == len(text) + 1


def test_whatever_the_lexer_may_offer_in_a_state_the_parser_takes() -> None:
    # A terminal that a state offers to the lexer but that a later reduction refuses would make a text unreadable.
    grammar = Lark(
        grammar_path().read_text(encoding="utf-8"), parser="lalr", _plugins={"ContextualLexer": UncheckedLexer}
    )
    rng = random.Random(20240229)  # noqa: S311 - a repeatable walk, no secret
    for _ in range(600):
        walk = grammar.parse_interactive("")
        for _ in range(25):
            offered = sorted(name for name in walk.choices() if name.isupper() and name != "$END")
            walk.feed_token(Token(rng.choice(offered), "x"))
        walk.feed_eof()
