from datetime import date

import pytest

from basischeck.statute.relations import read_parents, read_relations, read_repeals

from .acts import act


def repealed(text: str) -> list[str]:
    return [r.title for r in read_repeals(text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("本法自2021年1月1日起施行。《甲法》、《乙法》和《丙法》同时废止。", ["甲法", "乙法", "丙法"]),
        ("1991年4月9日公布的《甲法》和1993年12月13日国务院发布的《乙暂行条例》同时废止。", ["甲法", "乙暂行条例"]),
        ("《甲办法》（某部令第5号）同时废止。", ["甲办法"]),
        ("《甲规定》自本办法施行之日起即行废止。", ["甲规定"]),
        ("自本规定施行之日起，《甲规定（试行）》即行废止；以前的解释与本规定不一致的，以本规定为准。", ["甲规定（试行）"]),
        ("本条例公布施行后，《甲暂行规定》即行废止。", ["甲暂行规定"]),
        ("一、废止《甲条例》（1992年9月19日某会通过）", ["甲条例"]),
        ("决定废止《甲条例》、《乙办法》和《丙规定》。", ["甲条例", "乙办法", "丙规定"]),
        ("根据1997年4月16日《关于修改〈甲条例〉的决定》第一次修正的《甲条例》同时废止。", ["甲条例"]),
        ("某通知（甲发〔2008〕562号）中的《乙规范》《丙规范》同时废止。", ["乙规范", "丙规范"]),
        ("《甲省〈乙条例〉实施办法》同时废止。", ["甲省〈乙条例〉实施办法"]),
    ],
)
def test_repeals_are_read_with_or_without_issue_data(text: str, titles: list[str]) -> None:
    assert repealed(text) == titles


@pytest.mark.parametrize(
    "text",
    [
        "有关甲的规定与本法抵触的，同时失效。",
        "《检验合格证书》自行失效。",
        "依照《甲法》关于销售失效、变质的产品的规定处罚。",
        "规章的制定、修改和废止，依照《甲法》的规定执行。",
        "2011年1月8日《国务院关于废止和修改部分行政法规的决定》修订",
        "《甲条例》与本条例不一致的，以本条例为准。",
        "行政复议期间《甲决定书》不停止执行。",
    ],
)
def test_what_names_no_repealed_act_repeals_none(text: str) -> None:
    assert repealed(text) == []


def test_a_repeal_of_a_part_says_which() -> None:
    (found,) = read_repeals("一九五四年九月七日公布的《甲条例》中有关看守所的规定即行废止。")
    assert (found.title, found.part, found.issued) == ("甲条例", "中有关看守所的规定", date(1954, 9, 7))


def test_the_day_of_adoption_stands_before_the_days_of_amendment() -> None:
    text = "1994年9月8日某会通过，根据1997年9月4日《关于修改〈甲条例〉的决定》第一次修正的《甲条例》同时废止。"
    (found,) = read_repeals("本条例自2016年1月1日起施行。" + text)
    assert found.issued == date(1994, 9, 8)


def test_a_number_in_the_bracket_behind_the_title_belongs_to_it() -> None:
    found = read_repeals("《甲办法》（某部令2012年第9号）、《乙办法》（某发〔2004〕269号）同时废止。")
    assert [r.number for r in found] == ["某部令2012年第9号", "某发〔2004〕269号"]


def test_the_acts_an_act_is_made_under_are_its_parents() -> None:
    text = "为了规范甲，根据《甲法》、《甲法实施条例》（以下简称《条例》）和有关规定，结合本市实际，制定本办法。"
    assert [r.title for r in read_parents(text)] == ["甲法", "甲法实施条例"]
    assert read_parents("为实施《甲法》，保障乙，制定本办法。")[0].title == "甲法"
    assert read_parents("根据《甲法》的规定处罚。") == []


def test_a_former_name_is_read() -> None:
    document = act("现役军人法", articles=["第一。", "本法（原称《军人服役条例》）自1989年1月1日起施行。"])
    assert [(r.kind, r.title, r.article) for r in read_relations(document)] == [("原称", "军人服役条例", "2")]
