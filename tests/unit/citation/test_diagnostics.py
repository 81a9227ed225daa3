"""Faults of form: found, placed, and corrected where the meaning is plain."""

import pytest

from basischeck.citation import parse
from basischeck.citation.diagnostics import MESSAGES
from tests.unit.citation.reading import codes, read, suggestions


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("【法规】甲条例》（2010年公布）第三条", "BC101", "《甲条例》"),
        ("【法规】（甲条例》（2010年公布）第三条", "BC101", "《甲条例》"),
        ("《甲条例（2010年1月2日公布）\n第三条", "BC101", "《甲条例》"),
        ("<<甲条例>>第三条", "BC101", "《甲条例》"),
        ("《甲条例》实施细则》第三条", "BC101", "《甲条例实施细则》"),
        ("《甲 业条例（2010年1月2日公布）\n第三条", "BC101", "《甲业条例》"),
        ("《甲条例第三条》", "BC101", "《甲条例》第三条"),
        ("违反《甲法第三十条第二款第（一）项》的", "BC101", "《甲法》第三十条第二款第（一）项"),
        ("《甲条例》》第三条", "BC102", "《甲条例》"),
        ("《甲条例》笫三条", "BC103", "第三条"),
        ("【法规】甲省渡口条例（2010年1月2日公布）\n第三条：应当公示", "BC104", "《甲省渡口条例》"),
        ("【法律】甲渔业法 1986 年 1 月 20 日主席令第三十四号修改、\n应当申请。", "BC104", "《甲渔业法》"),
        ("《甲条例》第三条,山西省人民代表大会关于乙的决定,第5条", "BC104", "《山西省人民代表大会关于乙的决定》"),
        ("《甲条例》第三条,山西省人民代表大会关于乙的决定第5条", "BC104", "《山西省人民代表大会关于乙的决定》"),
        ("《甲条例》第三条、五条", "BC105", "第五条"),
        ("《甲条例》第三条（二）项", "BC105", "第（二）项"),
        ("《甲条例》第十六项第一款第二项", "BC106", "第十六条"),
        ("《甲条例》第五条至第三条", "BC107", None),
        ("《甲条例》第9000条", "BC108", None),
        ("《甲条例》第三条末款", "BC109", None),
        ("【大法】《甲条例》第三条", "BC110", None),
        ("《甲条例》（2010年国务院令第9次常务会议通过）第三条", "BC111", "国务院第9次常务会议"),
        ("《甲条例》第条", "BC112", None),
        ("《甲条例》第（一项", "BC113", None),
        ("《甲条例》第1.条", "BC113", None),
        ("依照三十八条规定", "BC113", "第三十八条"),
        ("《甲条例》（2010年1月2日公布\n第三条：应当公示", "BC114", "（2010年1月2日公布）"),
        ("《甲条例》2010年1月2日公布）\n第三条：应当公示", "BC114", "（2010年1月2日公布）"),
        ("《甲条例》（2010年4月62日公布）第三条", "BC115", None),
        ("《甲条例》（2010年13月1日公布，2012年国务院令第9号修订）第三条", "BC115", None),
        ("《甲\u200b条例》第三条", "BC116", "《甲条例》第三条"),
        ("《甲条例》第三\u200f条第\ufeff二款", "BC116", "《甲条例》第三条第二款"),
    ],
)
def test_each_fault_has_its_code_and_its_correction(text: str, code: str, suggestion: str | None) -> None:
    assert codes(text) == [code]
    assert suggestions(text) == [suggestion]


def test_every_code_is_tried_above() -> None:
    assert len(MESSAGES) == 16


def test_a_broken_title_is_read_all_the_same() -> None:
    assert read("【法规】甲条例》（2010年公布）第三条") == "《甲条例》3"
    assert read("《甲条例（2010年1月2日公布）\n第三条") == "《甲条例》3"
    assert read("《甲条例》实施细则》第三条") == "《甲条例实施细则》3"


def test_a_fault_inside_quoted_text_is_not_reported() -> None:
    assert codes("《甲法》（2020年修订）\n第三条：依照第五条、六条和第（一项办理。") == []


def test_a_suggestion_replaces_exactly_its_span() -> None:
    text = "《甲条例》》第三条"
    (found,) = parse(text).diagnostics
    assert text[: found.span[0]] + (found.suggestion or "") + text[found.span[1] :] == "《甲条例》第三条"


@pytest.mark.parametrize(
    "text",
    ["《甲法》第三条", "【法律】《甲法》（2020年修订）第三条第一款第（二）项、第五条：应当", "本法第三条至第五条"],
)
def test_sound_citations_have_no_diagnostics(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("《甲法》第7．2条", "第7．2条"),
        ("《甲办法（试行）》第12.3条", "第12.3条"),
        ("《甲细则》 6.1、6.2", "6.1、6.2"),
        ("《甲法》第三条、第4.5条", "第4.5条"),
    ],
)
def test_a_statute_has_no_dotted_articles(text: str, fault: str) -> None:
    parsed = parse(text)
    (found,) = parsed.diagnostics
    assert (found.code, text[slice(*found.span)]) == ("BC113", fault)
    assert all(not citation.clauses and citation.standard is None for citation in parsed.citations)


@pytest.mark.parametrize(
    "text",
    [
        "《甲规程》第7.2条、第7.3条",
        "《甲设备安全技术规定》第7.2.1条",
        "《甲条例》2019.3.1",
        "《甲规范》（GB1-2001）3.1条；第4.2条",
    ],
)
def test_a_standard_has_dotted_clauses_and_a_date_has_dots(text: str) -> None:
    assert codes(text) == []


def test_behind_an_article_no_other_article_is_proposed() -> None:
    assert suggestions("《甲条例》第九条第二项第一款") == [None]


@pytest.mark.parametrize(
    ("text", "code", "fault"),
    [
        ("《甲法》第七条第2点", "BC113", "第2点"),
        ("《甲法》第七条第三小项", "BC113", "第三小项"),
        ("《甲法》第？款", "BC113", "第？款"),
        ("《甲法》第七条、第XX条", "BC113", "第XX条"),
        ("依照《甲法》第__条的规定", "BC113", "第__条"),
        ("《甲法》第四十条六", "BC113", "六"),
        ("《甲法》第四十条（六", "BC113", "（六"),
        ("《甲法》第四十条第六", "BC113", "第六"),
        ("《甲法》第四十", "BC113", "第四十"),
        ("《甲法》第12”条", "BC113", "第12”条"),
        ("《甲法》第7条第(2/)项", "BC113", "第(2/)项"),
        ("《甲法》苐七条", "BC113", "苐七条"),
        ("《甲法》第七条第（二）项项", "BC113", "项"),
        ("《甲法》第七条第", "BC112", "第"),
    ],
)
def test_nothing_that_looks_like_a_locator_is_passed_over(text: str, code: str, fault: str) -> None:
    (found,) = parse(text).diagnostics
    assert (found.code, text[slice(*found.span)].strip("、")) == (code, fault)


@pytest.mark.parametrize(
    "text",
    [
        "《甲法》第七条五日内",
        "《甲法》第七条 2.《乙法》第八条",
        "《甲法》第七条2、《乙法》第八条",
        "《甲法》第七条第一次修改",
        "《甲法》第二号",
        "《甲法》第一，渡口",
        "《甲法》第七条之规定",
        "第三方、第X次、第二点意见、第一项目，第五，条件",
        "《甲法》（2020年修订）\n第七条：渡船符合第X条、第四十条六的。",
    ],
)
def test_what_is_known_to_be_no_locator_is_not_reported(text: str) -> None:
    assert codes(text) == []


def test_a_fault_at_the_beginning_of_a_line_leaves_the_line_break_alone() -> None:
    text = "《某某虚构事项管理办法》（2008年公布）\n    三十八条"
    (found,) = [one for one in parse(text).diagnostics if one.code == "BC105"]
    assert text[slice(*found.span)] == "三十八条"


def test_every_meeting_written_as_an_order_is_reported() -> None:
    text = "《甲条例》（1994年国务院令第12次常务会议通过，2001年国务院令第34次常务会议修订）第三条"
    assert codes(text) == ["BC111", "BC111"]
