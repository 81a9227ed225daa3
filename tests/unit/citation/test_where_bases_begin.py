"""Where a quotation ends and the next basis begins, whatever stands between the two; who made an act behind its title."""

import pytest

from basischeck.citation import parse
from tests.unit.citation.reading import bases


@pytest.mark.parametrize("number", ["。2", "。 2 ", "；2", "。”3", "。12"])
def test_a_number_without_a_dot_behind_a_sentence_begins_the_next_basis(number):
    text = f"《甲条例》第三条：应当申请{number}《乙决定》（国务院令第2号）附件第3项：丙许可。4《丁法》第八条：责令改正。"

    assert [base[:2] for base in bases(text)] == [("甲条例", "第三条"), ("乙决定", "附件第三项"), ("丁法", "第八条")]


@pytest.mark.parametrize(
    "between", ["查看原文", "依据", "另见", "2", "https://example.org/1.html", " |\n查看原文 |\n", "", " 以及"]
)
def test_a_quotation_ends_at_its_mark_whatever_stands_behind_it(between):
    text = f"《甲法》第三条：“甲应当申请。”{between}《乙办法》第四条：“处罚款。”"

    assert [base[:2] for base in bases(text)] == [("甲法", "第三条"), ("乙办法", "第四条")]
    assert bases(text)[0][2] == "“甲应当申请。”"


@pytest.mark.parametrize(
    "quoted", ["“渡口”是指码头。违反《乙办法》的，处罚款。", "“渡口。”“渡船，依照《乙办法》管理。”", "“将第五条修改为：“依照《乙办法》处罚。”施行。”"]
)
def test_marks_inside_a_quotation_do_not_end_it(quoted):
    assert bases(f"《甲法》第三条：{quoted}") == [("甲法", "第三条", quoted)]


@pytest.mark.parametrize("between", ["。”，", "。”,", "……” ", "……”", "。”、"])
def test_articles_are_chained_by_closed_quotations(between):
    text = f"《甲法》第四十二条：“甲应当申请{between}第五十九条：“乙依法查处。”"

    assert [base[:2] for base in bases(text)] == [("甲法", "第四十二条"), ("甲法", "第五十九条")]


def test_a_stray_bracket_behind_a_title_does_not_take_its_articles_away():
    text = "《甲规定》第七条、第十五条；\n\n《乙办法修正案》)第十八条、第二十条。"

    assert bases(text) == [("甲规定", "第七条、第十五条", ""), ("乙办法修正案", "第十八条、第二十条", "")]


@pytest.mark.parametrize("gap", ["；；", ";;", " ；; "])
def test_a_portals_semicolons_may_be_doubled(gap):
    text = f"法律法规名称：《关于甲的通知》{gap}依据文号：甲政办〔2013〕4号{gap}条款号：附件2第17项{gap}条款内容：甲许可下放。"
    (citation,) = parse(text).citations

    assert citation.document_number == "甲政办〔2013〕4号"
    assert bases(text) == [("关于甲的通知", "附件2第十七项", "甲许可下放。")]


@pytest.mark.parametrize(
    "maker", ["全国人民代表大会常务委员会", "\n全国人大常委会\n", " |\n民政部 |\n", "6民政部", "国务院"], ids=["same line", "line", "table", "number", "short"]
)
def test_who_made_an_act_may_stand_between_its_title_and_its_bracket(maker):
    text = f"《甲法》{maker}（2018年12月29日修正）\n第三条：“甲应当申请。”"
    (citation,) = parse(text).citations

    assert citation.version is not None
    assert citation.version.year == 2018
    assert [base[:2] for base in bases(text)] == [("甲法", "第三条")]


def test_a_section_with_its_article_heads_a_text_as_an_article_does():
    text = "《甲办法》第十九条对退役士兵，发给补助。\n\n第二节第二十九条符合条件的，可以安排工作。"

    assert bases(text) == [
        ("甲办法", "第十九条", "对退役士兵，发给补助。"),
        ("甲办法", "第二节第二十九条", "符合条件的，可以安排工作。"),
    ]
