"""The laws of conferred powers: written and read again they are the same; no text makes reading fail."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from basischeck.statute.powers import CATEGORIES, Power, powers_of_text
from basischeck.statute.powers.encoding import decode_powers, encode_powers
from basischeck.statute.powers.level import level_of
from basischeck.statute.powers.model import ACTS
from basischeck.statute.powers.readings import Readings, read_over, readings_from_line, readings_to_line

_HOLDERS = ["公安机关", "县级以上人民政府水行政主管部门", "国务院药品监督管理部门", "发证机关"]
_NUMBERS = st.from_regex(r"[1-9][0-9]{0,3}(-[1-9])?", fullmatch=True)


@st.composite
def _powers(draw: st.DrawFn) -> Power:
    holder = draw(st.none() | st.sampled_from(_HOLDERS))
    return Power(
        draw(_NUMBERS),
        draw(st.integers(1, 30)),
        draw(st.none() | st.integers(1, 30)),
        draw(st.sampled_from(CATEGORIES)),
        tuple(draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=5, unique=True))),
        holder,
        level_of(holder) if holder else None,
        tuple(draw(st.lists(st.from_regex(r"[1-9][0-9]?(-[1-9])?(\.[1-9]){0,2}", fullmatch=True), max_size=3))),
        *(draw(st.booleans()) for _ in range(5)),
    )


@given(st.lists(_powers(), max_size=12))
def test_写出再读入不变(powers: list[Power]) -> None:
    assert decode_powers(*encode_powers(powers)) == tuple(powers)


_KEYS = st.from_regex(r"[A-Za-z0-9_-]{8}", fullmatch=True)


def _without_place(powers: list[Power]) -> tuple[Power, ...]:
    return tuple({(power.category, power.holder): replace(power, article="0", paragraph=0) for power in powers}.values())


_READ = st.dictionaries(_KEYS, st.lists(_powers(), max_size=4).map(_without_place), max_size=6)


@given(_READ)
def test_核读的结果写出再读入不变(paragraphs: dict[str, tuple[Power, ...]]) -> None:
    readings = Readings("a1948802a4", paragraphs)
    assert readings_from_line(readings_to_line(readings)) == readings


@given(_READ, st.data())
def test_核读过的款以核读为准其余不变且再套用一次不变(paragraphs: dict[str, tuple[Power, ...]], data: st.DataObject) -> None:
    places = [("7", n, key) for n, key in enumerate([*paragraphs, "unread__"], 1)]
    drawn = data.draw(st.lists(_powers(), max_size=8))
    ours = sorted((replace(power, article="7", paragraph=1 + n % len(places)) for n, power in enumerate(drawn)), key=lambda p: p.paragraph)
    merged = read_over(ours, Readings("a", paragraphs), places)
    for article, paragraph, key in places:
        here = [(p.category, p.acts, p.holder, p.item) for p in merged if (p.article, p.paragraph) == (article, paragraph)]
        source = paragraphs.get(key, tuple(p for p in ours if p.paragraph == paragraph))
        assert here == [(p.category, p.acts, p.holder, p.item) for p in source]
    assert read_over(merged, Readings("a", paragraphs), places) == merged


_WORDS = ["由", "县级以上人民政府", "水务主管部门", "责令改正", "，", "处", "罚款", "；", "。", "经", "批准", "的", "查封", "向", "申请", "许可证", "不得", "未经", "可以", "第三条", "：", "违反本法", "规定"]


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join) | st.text(max_size=80))
def test_任何文本都能读(text: str) -> None:
    for power in powers_of_text(text):
        assert power.category in CATEGORIES
        assert power.acts
        assert set(power.acts) <= set(ACTS)


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join))
def test_一款之内一类职权一个机关只有一条(text: str) -> None:
    found = [(power.category, power.holder) for power in powers_of_text(text)]
    assert len(found) == len(set(found))
