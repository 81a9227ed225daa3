from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from basischeck.terminal import wrap

LINES = st.text(alphabet="法条第一（）《》。，、 ab1", max_size=200)


@given(LINES, st.integers(20, 100))
def test_折行不丢字(text: str, width: int) -> None:
    joined = "".join(wrap(text, width, "", ""))
    assert joined.replace(" ", "") == text.replace(" ", "")


@given(LINES, st.integers(20, 100))
def test_折行不超宽(text: str, width: int) -> None:
    # Closing punctuation hangs over the edge rather than begin a line.
    for line in wrap(text, width, "  头 ", "    "):
        assert cell_len(line.rstrip("，。；：、）》〉”’！？】")) <= width


def test_no_line_begins_with_closing_punctuation() -> None:
    lines = wrap("一二三四五六七八九十，一二三四五六七八九十。", 20)
    assert all(line[0] not in "，。" for line in lines)
