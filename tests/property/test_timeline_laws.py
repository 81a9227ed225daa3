"""Laws of timelines; named for the law."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute.days import read_day, write_day
from basischeck.statute.history import read_acts
from basischeck.statute.model import Document
from basischeck.statute.timeline import build_timeline
from tests.unit.statute_time.acts import act

DAYS = st.dates(date(1980, 1, 1), date(2026, 12, 31))
KINDS = st.sampled_from(["某会通过", "某会修订", "《关于修改〈甲法〉的决定》修正", "国务院令第1号公布", "施行", "某会批准"])
LINES = st.lists(st.builds(lambda d, k: f"{write_day(d)} {k}", DAYS, KINDS), max_size=5)
CLOSINGS = st.one_of(st.just("本法自公布之日起施行。"), DAYS.map(lambda d: f"本法自{write_day(d)}起施行。"), st.just("附则。"))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    body = draw(st.lists(st.sampled_from(["甲应当乙。", "丙应当丁。", "戊不得己。", "处以罚款。"]), min_size=1, max_size=5))
    return act(
        "甲法",
        draw(LINES),
        [*body, draw(CLOSINGS)],
        source=draw(st.sampled_from(["甲来源-2025-04", "乙来源"])),
        path=f"{draw(st.integers(0, 10**9))}.md",
        promulgated=draw(st.none() | DAYS),
        effective=draw(st.none() | DAYS),
    )


@given(st.lists(documents(), max_size=5))
def test_各版本施行区间不重叠(texts: list[Document]) -> None:
    versions = [v for v in build_timeline(texts).versions if v.effective]
    for before, after in pairwise(versions):
        assert before.ended is not None
        assert (before.effective or date.max) <= before.ended <= (after.effective or date.min)


@given(st.lists(documents(), max_size=5))
def test_每个文本只归一个版本_无一丢失(texts: list[Document]) -> None:
    timeline = build_timeline(texts)
    held = [d for group in timeline.documents.values() for d in group]
    dropped = {path.partition(":")[2] for n in timeline.disagreements if n.subject == "文本不全" for path, _ in n.facts}
    assert len(held) == len({id(d) for d in held})
    assert {id(d) for d in texts if d.source.path not in dropped} <= {id(d) for d in held}
    assert all(v.held == (v.id in timeline.documents) for v in timeline.versions)


@given(st.lists(documents(), max_size=5))
def test_每个日期都说明来历(texts: list[Document]) -> None:
    for version in build_timeline(texts).versions:
        assert version.effective is None or version.basis["effective"]
        assert version.promulgated is None or version.basis["promulgated"]
        assert version.ended is None or version.basis["ended"]


@given(st.lists(documents(), max_size=4))
def test_版本标识不重复(texts: list[Document]) -> None:
    ids = [v.id for v in build_timeline(texts, statute="a1").versions]
    assert len(ids) == len(set(ids))


@given(DAYS)
def test_日期写出再读入不变(day: date) -> None:
    assert read_day(write_day(day)) == day


@given(LINES, st.text(max_size=30))
def test_任何题注都能读_各次修改按日期排列(lines: list[str], noise: str) -> None:
    assert all(a.promulgated <= b.promulgated for a, b in pairwise(read_acts([*lines, noise])))
