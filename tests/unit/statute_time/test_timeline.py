from datetime import date

from basischeck.statute.claims import Claim
from basischeck.statute.decisions import Decision
from basischeck.statute.timeline import DIFFERS, PRESUMED, build_timeline

from .acts import act

CLOSING = "本法自2010年1月1日起施行。"
HISTORY = ["2009年6月27日 某会通过", "2018年12月29日 某会《关于修改〈甲法〉的决定》修正"]
BODY = ["为了规范甲，制定本法。", "甲应当乙。", "丙应当丁。", "戊不得己。", "违反本法的，处以罚款。"]


def days(timeline):  # type: ignore[no-untyped-def]
    return [(v.promulgated, v.effective, v.ended, v.held) for v in timeline.versions]


def test_the_closing_article_dates_the_original_act_not_the_amended_text() -> None:
    timeline = build_timeline([act("甲法", HISTORY, [*BODY, CLOSING])])
    assert days(timeline) == [
        (date(2009, 6, 27), date(2010, 1, 1), date(2018, 12, 29), False),
        (date(2018, 12, 29), date(2018, 12, 29), None, True),
    ]
    assert timeline.versions[0].basis["effective"] == "第6条"
    assert timeline.versions[1].basis["effective"] == PRESUMED


def test_the_amending_decision_dates_the_amended_text_and_a_source_with_the_original_day_is_not_believed() -> None:
    later = act("甲法", articles=[*BODY, "新增一条。", CLOSING], source="乙来源", promulgated=date(2025, 10, 28), effective=date(2010, 1, 1))
    decision = Decision("关于修改《甲法》的决定", date(2025, 10, 28), date(2026, 1, 1), ("甲法",), {})
    timeline = build_timeline([act("甲法", HISTORY, [*BODY, CLOSING]), later], [decision])
    last = timeline.versions[-1]
    assert (last.effective, last.kind) == (date(2026, 1, 1), "修正")
    assert "关于修改《甲法》的决定" in last.basis["effective"]
    assert "2010-01-01" in last.basis[f"{DIFFERS}施行日期"]


def test_a_revision_writes_a_closing_article_of_its_own() -> None:
    revised = act("甲法", [*HISTORY, "2025年4月30日 某会修订"], [*BODY, "本法自2025年9月1日起施行。"])
    assert build_timeline([revised]).versions[-1].effective == date(2025, 9, 1)


def test_one_text_under_two_dates_is_one_version() -> None:
    one = act("甲法", HISTORY[:1], [*BODY, CLOSING], promulgated=date(2009, 6, 27))
    other = act("甲法", ["2010年1月1日 施行"], [*(f"　{b} " for b in BODY), CLOSING], source="乙来源", path="甲法(2010-01-01).md")
    timeline = build_timeline([one, other])
    assert len(timeline.versions) == 1
    assert len(timeline.documents[timeline.versions[0].id]) == 2


def test_a_text_newer_than_its_history_lines_is_a_version_of_its_own() -> None:
    stale = act("甲条例", HISTORY[:1], [*BODY, CLOSING], promulgated=date(2019, 3, 2))
    timeline = build_timeline([stale])
    assert [(v.promulgated, v.held) for v in timeline.versions] == [(date(2009, 6, 27), False), (date(2019, 3, 2), True)]


def test_publication_some_weeks_after_approval_is_the_same_act() -> None:
    local = act("甲条例", ["2019年9月27日 某会批准"], [*BODY, "本条例自2020年1月1日起施行。"], promulgated=date(2019, 10, 8))
    (only,) = build_timeline([local]).versions
    assert (only.promulgated, only.effective) == (date(2019, 10, 8), date(2020, 1, 1))


def test_a_text_that_breaks_off_is_no_versions_text() -> None:
    whole = act("甲条例", ["2009年1月1日 国务院令第1号公布"], [*BODY, "本条例自2009年3月1日起施行。"])
    broken = act("甲条例", ["2009年1月1日 国务院令第1号公布", "2015年1月1日 《决定》修订"], BODY[:2], path="断.md")
    timeline = build_timeline([whole, broken])
    assert [(v.promulgated.year, v.held) for v in timeline.versions if v.promulgated] == [(2009, True), (2015, False)]


def test_where_texts_of_one_version_differ_the_faultless_one_is_taken_and_the_difference_is_kept() -> None:
    good = act("甲法", HISTORY[:1], [*BODY, CLOSING])
    lost = act("甲法", HISTORY[:1], [*BODY[:4], CLOSING], source="乙来源", faults=["条号不连续：第4条之后是第6条"])
    timeline = build_timeline([lost, good])
    (version,) = timeline.versions
    assert timeline.documents[version.id][0] is good
    assert any(d.subject == "文字" for d in timeline.disagreements)


def test_an_amended_text_that_comes_before_its_acts_effect_waits_for_it() -> None:
    document = act("甲法", ["2018年8月31日 某会通过", "2018年10月26日 某会《关于修改〈甲法〉的决定》修正"], [*BODY, "本法自2019年1月1日起施行。"])
    first, second = build_timeline([document]).versions
    assert (first.effective, first.ended, second.effective) == (date(2019, 1, 1),) * 3


def test_a_list_without_texts_dates_what_no_text_dates() -> None:
    document = act("甲细则", ["2010年1月9日 《关于修改〈甲细则〉的决定》第二次修订"], [*BODY])
    claim = Claim("甲细则", date(2010, 1, 9), date(2010, 2, 1), None, "清单-2025-04")
    (version,) = build_timeline([document], claims=[claim]).versions
    assert version.effective == date(2010, 2, 1)
    assert version.basis["effective"] == "来源标注（清单-2025-04）"


def test_a_text_without_any_date_is_a_version_without_dates() -> None:
    (version,) = build_timeline([act("甲办法", articles=BODY)]).versions
    assert (version.promulgated, version.effective, version.held) == (None, None, True)
