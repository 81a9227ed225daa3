import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.impact.word_diff import Piece, marked, word_diff

OLD = "由县级以上人民政府环境保护主管部门责令改正，处二万元以上二十万元以下的罚款。"
NEW = "由县级以上人民政府生态环境主管部门责令改正，处五万元以上二十万元以下的罚款；情节严重的，责令停业。"


def test_what_went_and_what_came_is_marked_in_its_place() -> None:
    assert marked(word_diff(OLD, NEW)) == (
        "由县级以上人民政府〔删：环境保护〕〔增：生态环境〕主管部门责令改正，处〔删：二〕〔增：五〕万元以上二十万元以下的罚款"
        "〔增：；情节严重的，责令停业〕。"
    )


def test_the_same_text_is_one_piece() -> None:
    assert word_diff(OLD, OLD) == (Piece("same", OLD),)


def test_texts_that_are_not_alike_are_not_mixed() -> None:
    assert word_diff(OLD, "本法所称船舶，是指各类排水或者非排水船、艇、筏。") == ()


@pytest.mark.parametrize("kind", ["old", "new"])
@given(st.text("责令改正，处罚款。的", max_size=30), st.text("责令改正，处罚款。的", max_size=30))
def test_对照去增或去删即为原文(kind: str, old: str, new: str) -> None:
    pieces = word_diff(old, new)
    left_out, whole = ("added", old) if kind == "old" else ("deleted", new)
    assert not pieces or "".join(piece.text for piece in pieces if piece.kind != left_out) == whole
