from collections.abc import Sequence
from datetime import date

import pytest

from basischeck.statute.life import Life, read_changes, read_lives
from basischeck.statute.model import Document

from .acts import act

BODY = ["为了规范甲，制定本法。", "甲应当乙。", "丙应当丁。"]


def lives(*documents: Document, current: dict[str, date] | None = None) -> dict[str, Life]:
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.title, []).append(document)
    return read_lives(groups, lambda title, _: title, current)


def code(closing: str = "本法典自2026年8月15日起施行。《甲法》、《乙法》同时废止。") -> Document:
    return act("丙法典", ["2026年3月12日 某会通过"], [*BODY, closing])


def spans(life: Life) -> list[tuple[date | None, date | None]]:
    return [(v.effective, v.ended) for v in life.timeline.versions]


def test_a_repealed_act_ends_on_the_day_the_repealing_one_takes_effect_and_has_it_as_successor() -> None:
    found = lives(act("甲法", ["2014年4月24日 某会修订"], [*BODY, "本法自2015年1月1日起施行。"]), code())
    assert spans(found["甲法"]) == [(date(2015, 1, 1), date(2026, 8, 15))]
    assert [(r.title, r.article, r.date) for r in found["甲法"].repealed_by] == [("丙法典", "4", date(2026, 8, 15))]
    assert found["甲法"].successors == ("丙法典",)


def test_an_act_known_only_by_its_repeal_has_a_life() -> None:
    found = lives(code())["乙法"]
    assert not found.timeline.versions[0].held
    assert found.timeline.versions[0].ended == date(2026, 8, 15)
    assert found.successors == ("丙法典",)


def test_an_act_that_replaces_one_of_its_own_title_is_not_repealed_by_itself() -> None:
    text = [*BODY, "本条例自2002年8月1日起施行。1986年12月16日国务院发布的《丁条例》同时废止。"]
    found = lives(act("丁条例", ["2002年6月28日 国务院令第355号公布"], text))["丁条例"]
    assert found.repealed_by == ()
    assert spans(found) == [(date(1986, 12, 16), date(2002, 8, 1)), (date(2002, 8, 1), None)]
    assert not found.timeline.gaps


def test_a_later_act_of_the_repealed_title_lives_on_and_the_gap_is_stated() -> None:
    repealing = act("戊法", ["2014年11月1日 某会通过"], [*BODY, "本法自公布之日起施行。1993年2月22日通过的《丁法》同时废止。"])
    again = act("丁法", ["2015年7月1日 某会通过"], [*BODY, "本法自公布之日起施行。"])
    found = lives(repealing, again)["丁法"]
    assert spans(found) == [(date(1993, 2, 22), date(2014, 11, 1)), (date(2015, 7, 1), None)]
    assert found.repealed_by == ()
    assert [(g.start, g.end) for g in found.timeline.gaps] == [(date(2014, 11, 1), date(2015, 7, 1))]


def test_a_repeal_of_a_part_ends_nothing() -> None:
    text = [*BODY, "本条例自2002年1月1日起施行。《甲条例》中关于反倾销的规定同时废止。"]
    found = lives(act("甲条例", ["1997年3月25日 国务院令第214号公布"], BODY), act("乙条例", ["2001年11月26日 公布"], text))
    assert found["甲条例"].repealed_by == ()
    assert found["甲条例"].partial[0][0] == "中关于反倾销的规定"


def test_a_decision_that_only_repeals_is_no_successor() -> None:
    decision = act("关于废止部分法规的决定", ["2020年1月1日 某会通过"], ["废止《甲条例》。", "本决定自公布之日起施行。"])
    found = lives(act("甲条例", ["1997年3月25日 公布"], BODY), decision)["甲条例"]
    assert found.timeline.versions[-1].ended == date(2020, 1, 1)
    assert found.successors == ()


@pytest.mark.parametrize(
    ("marks", "ended"),
    [
        ([("甲来源-2025-04", True)], date(2025, 4, 1)),
        ([("甲来源-2025-04", True), ("乙来源-2025-06", False)], date(2025, 4, 1)),
        ([("甲来源-2023-01", True), ("乙来源-2026-08", False)], None),
        ([("甲来源-2025-04", False), ("乙来源-2026-08", True)], date(2026, 8, 1)),
        ([("甲来源", True)], None),
    ],
)
def test_the_mark_of_a_source_ends_an_act_unless_one_of_a_year_later_leaves_it_out(
    marks: Sequence[tuple[str, bool]], ended: date | None
) -> None:
    documents = [act("甲条例", ["1997年3月25日 公布"], BODY, source=s, path=s, expired=e) for s, e in marks]
    assert lives(*documents)["甲条例"].timeline.versions[-1].ended == ended


def test_the_text_decides_against_a_source_that_marks_nothing() -> None:
    marked = act("甲法", ["2014年4月24日 某会修订"], BODY, source="丁来源-2026-09", expired=False)
    found = lives(marked, code())["甲法"]
    assert found.timeline.versions[-1].ended == date(2026, 8, 15)
    assert [d.decided for d in found.timeline.disagreements if d.subject == "废止"] == ["以废止条文为准"]


def test_a_decision_is_used_for_the_step_that_it_made() -> None:
    old = act("甲法", ["2016年11月7日 某会通过"], ["一。", "二应当甲。", "本法自2017年6月1日起施行。"])
    new = act("甲法", articles=["一。", "全新的一条。", "二应当甲。", "本法自2017年6月1日起施行。"], source="乙", promulgated=date(2025, 10, 28))
    decision = act("关于修改《甲法》的决定", articles=["增加一条，作为第二条：“全新的一条。”", "本决定自2026年1月1日起施行。"], promulgated=date(2025, 10, 28))
    found = lives(old, new, decision)["甲法"]
    ((before, after, changes),) = read_changes(found)
    assert (before.effective, after.effective) == (date(2017, 6, 1), date(2026, 1, 1))
    assert [(c.old, c.new, c.change, c.stated) for c in changes] == [
        ("1", "1", "same", False),
        (None, "2", "added", True),
        ("2", "3", "renumbered", False),
        ("3", "4", "renumbered", False),
    ]
