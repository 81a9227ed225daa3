"""Laws of comparing two texts; named for the law."""

from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute.align import Stated, align
from tests.unit.statute_time.acts import act

WORDS = st.lists(st.sampled_from("甲乙丙丁戊己庚辛应当不得处罚款检查登记许可部门"), min_size=0, max_size=40).map("".join)
TEXTS = st.lists(WORDS, max_size=9)
STATED = st.lists(
    st.builds(
        Stated,
        st.sampled_from(["renumbered", "revised", "added", "deleted", "split", "merged"]),
        st.none() | st.integers(1, 12).map(str),
        st.none() | st.integers(1, 12).map(str),
        st.booleans(),
    ),
    max_size=5,
)


@given(TEXTS, TEXTS, STATED)
def test_每条旧条都有去向_每条新条都有来历(old: list[str], new: list[str], stated: list[Stated]) -> None:
    changes = align(act("甲", articles=old), act("甲", articles=new), stated)
    assert {c.old for c in changes} - {None} == {str(n) for n in range(1, len(old) + 1)}
    assert {c.new for c in changes} - {None} == {str(n) for n in range(1, len(new) + 1)}


@given(TEXTS, TEXTS, STATED)
def test_各类变动与两侧条号相符(old: list[str], new: list[str], stated: list[Stated]) -> None:
    for c in align(act("甲", articles=old), act("甲", articles=new), stated):
        assert (c.old is None) == (c.change == "added")
        assert (c.new is None) == (c.change == "deleted")
        assert 0 <= c.similarity <= 1
        assert c.change != "same" or (c.old == c.new and c.similarity == 1)
        assert c.change != "renumbered" or (c.old != c.new and c.similarity == 1)


@given(st.lists(WORDS.filter(lambda w: len(w) > 8), max_size=9, unique=True))
def test_与自身对比全部未变(text: list[str]) -> None:
    assert all(c.change == "same" for c in align(act("甲", articles=text), act("甲", articles=text)))


@given(st.lists(WORDS.filter(lambda w: len(w) > 8), min_size=1, max_size=9, unique=True), st.integers(0, 8))
def test_插入一条_其余只变条号(text: list[str], place: int) -> None:
    place = min(place, len(text))
    new = [*text[:place], "与众不同的一条新规定专讲风力发电机组之保养", *text[place:]]
    found = [(c.old, c.new, c.change) for c in align(act("甲", articles=text), act("甲", articles=new))]
    assert (None, str(place + 1), "added") in found
    kept = [(o, n) for o, n, change in found if change in ("same", "renumbered")]
    assert kept == [(str(i), str(i + (i > place))) for i in range(1, len(text) + 1)]


@given(TEXTS, TEXTS, STATED)
def test_修改决定载明的并入不被推翻(old: list[str], new: list[str], stated: list[Stated]) -> None:
    merged = [s for s in stated if s.change == "merged" and s.old and s.new]
    rows = {(c.old, c.new): c for c in align(act("甲", articles=old), act("甲", articles=new), merged)}
    for s in merged:
        if int(s.old or 0) <= len(old) and int(s.new or 0) <= len(new):
            assert rows[s.old, s.new].stated
