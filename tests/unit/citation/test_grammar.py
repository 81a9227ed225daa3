"""The grammar itself."""

from lark import Lark

from basischeck.citation.grammar import grammar_path, read_units


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
