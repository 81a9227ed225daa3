from datetime import date

import pytest

from basischeck.statute.history import find_commencement, read_acts, read_commencement

from .acts import act


def kinds(*lines: str) -> list[tuple[str, str]]:
    return [(a.promulgated.isoformat(), a.kind) for a in read_acts(lines)]


def test_adoption_approval_and_publication_are_one_act_and_the_last_is_its_promulgation() -> None:
    lines = [
        "2016年4月28日 甲市第十二届人民代表大会常务委员会第三十七次会议通过",
        "2016年7月29日 乙省第十二届人民代表大会常务委员会第三十一次会议批准",
        "2016年8月4日 甲市第十二届人民代表大会常务委员会公告第72号公布",
        "2016年10月1日 施行",
    ]
    (only,) = read_acts(lines)
    assert (only.promulgated, only.effective) == (date(2016, 8, 4), date(2016, 10, 1))
    assert only.number == "甲市第十二届人民代表大会常务委员会公告第72号"
    assert only.whole


def test_an_amendment_adopted_by_a_city_and_approved_by_its_province_is_one_act() -> None:
    assert kinds(
        "2003年12月19日 甲市第十届人民代表大会常务委员会第十四次会议通过",
        "2004年5月28日 乙省第十届人民代表大会常务委员会第十一次会议批准",
        "2010年8月25日 甲市第十一届人民代表大会常务委员会第二十六次会议通过",
        "2010年11月25日 乙省第十一届人民代表大会常务委员会批准的《甲市关于修改〈甲市水源条例〉的决定》修改",
    ) == [("2004-05-28", "批准"), ("2010-11-25", "修正")]


def test_the_whole_history_in_one_bracket_is_read() -> None:
    acts = read_acts(
        [
            "（2009年2月28日第十一届全国人民代表大会常务委员会第七次会议通过 2015年4月24日第十二届全国人民代表大会常务委员会"
            "第十四次会议修订 根据2018年12月29日第十三届全国人民代表大会常务委员会第七次会议《关于修改〈某法〉等五部法律的决定》"
            "第一次修正）"
        ]
    )
    assert [(a.promulgated.year, a.kind, a.whole) for a in acts] == [(2009, "通过", True), (2015, "修订", True), (2018, "修正", False)]
    assert acts[2].decision == "关于修改〈某法〉等五部法律的决定"


def test_a_day_inside_a_title_is_no_event() -> None:
    assert kinds("2020年1月1日 《关于2019年5月1日以前事项的规定》公布") == [("2020-01-01", "公布")]


def test_a_day_of_effect_goes_to_the_act_before_it_not_to_a_later_amendment() -> None:
    acts = read_acts(["（2014年5月22日某部令第61号公布 根据2019年7月16日《某部关于修改部分规章的决定》修正 自2014年9月1日起实施）"])
    assert [a.effective for a in acts] == [date(2014, 9, 1), None]


def test_several_amendments_that_share_one_verb_are_several_acts() -> None:
    line = "（2012年5月2日某部令2012年第3号公布，2013年12月31日某部令2013年第5号、2016年5月30日某部令2016年第3号修订）"
    assert kinds(line) == [("2012-05-02", "公布"), ("2013-12-31", "修订"), ("2016-05-30", "修订")]


def test_the_order_that_promulgates_an_act_carries_its_day_at_the_foot() -> None:
    lines = ["中华人民共和国国务院令", "第713号", "现公布《某条例》，自2019年9月1日起施行。", "总　理", "2019年4月20日"]
    (only,) = read_acts(lines)
    assert (only.promulgated, only.effective) == (date(2019, 4, 20), date(2019, 9, 1))


def test_an_amendment_known_by_its_year_and_day_of_effect_alone_is_an_act() -> None:
    acts = read_acts(["（1994年2月26日发布，自1994年9月1日起施行。2022年，国务院令第752号对部分条款予以修改，自2022年5月1日起施行）"])
    assert [(a.promulgated.year, a.kind) for a in acts] == [(1994, "公布"), (2022, "修改")]


@pytest.mark.parametrize("line", ["", "（第八十八号）", "目录", "根据 修正", "2021年13月45日 通过"])
def test_what_holds_no_event_gives_none(line: str) -> None:
    assert read_acts([line]) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("本法自2015年10月1日起施行。", date(2015, 10, 1)),
        ("本条例于2007年9月1日起施行。", date(2007, 9, 1)),
        ("本规定自一九九三年十月一日起施行。", date(1993, 10, 1)),
        ("本办法自公布之日起施行。", date(2020, 3, 1)),
        ("本办法自发布之日起30日后施行。", date(2020, 3, 31)),
        ("本细则自公布之日起六个月后施行。", date(2020, 9, 1)),
    ],
)
def test_the_commencement_is_a_day_or_counts_from_publication(words: str, day: date) -> None:
    found = find_commencement(words)
    assert found is not None
    assert found.from_promulgation(date(2020, 3, 1)) == day


@pytest.mark.parametrize("words", ["本法施行前已经注册的商标继续有效。", "许可证自颁发之日起五年内有效。", "自受理之日起20日内作出决定。"])
def test_words_about_something_else_are_no_commencement(words: str) -> None:
    assert find_commencement(words) is None


def test_the_closing_article_wins_over_days_of_effect_of_other_things() -> None:
    text = ["为了规范，制定本法。", "依照《某法》设定的制度自2013年7月1日起施行。", "本法自2013年1月1日起施行。《旧法》同时废止。"]
    found = read_commencement(act("某法", articles=text))
    assert found is not None
    assert (found.day, found.article) == (date(2013, 1, 1), "3")
