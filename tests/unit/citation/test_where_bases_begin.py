"""Where a quotation ends and the next basis begins, whatever stands between the two; who made an act behind its title."""

import pytest

from basischeck.citation import NameSet, parse
from tests.unit.citation.reading import bases, read


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


@pytest.mark.parametrize("end", ["审批；……\n2.", "审批。2.", "审批；\n二、", "审批。（2）"])
def test_a_numbered_act_needs_no_article_where_its_text_follows(end):
    text = f"《甲法》第七条：应当申请{end}《乙条例》设立机构的，由省级人民政府审批。\n《丙决定》"

    assert [base[:2] for base in bases(text)] == [("甲法", "第七条"), ("乙条例", ""), ("丙决定", "")]
    assert bases(text)[1][2] == "设立机构的，由省级人民政府审批。"


@pytest.mark.parametrize("item", ["1.《营业执照》复印件一份，", "\n2.《身份证》复印件一份，", "\n（一）《乙条例》许可的场所名单，", "\n《乙条例》许可的场所名单，"])
def test_papers_and_items_of_a_text_are_no_acts(item):
    assert [base[0] for base in bases(f"《甲法》第七条：应当提交下列材料：{item}加盖公章。")] == ["甲法"]


def test_an_articles_text_may_begin_with_the_title_of_a_paper():
    text = "《甲办法》第二十条 应当更换《执业证》。 第二十二条 《执业证》不得伪造、涂改。"

    assert bases(text) == [("甲办法", "第二十条", "应当更换《执业证》。"), ("甲办法", "第二十二条", "《执业证》不得伪造、涂改。")]
    assert bases("《甲办法》第二十条 《乙法》第三条申请领取执照。")[0][2] == ""


@pytest.mark.parametrize(
    ("basis", "quote"),
    [
        ("《甲法》（1993年主席令第十五号）", "中小学教师资格由教育行政部门认定。"),
        ("1、《甲通知》（国发〔2016〕72号）", "一、企业投资建设本目录内的项目，应当报核准。"),
        ("《甲意见》（国发〔2010〕41号）", "五、加强幼儿园准入管理 各地实行分类管理。"),
        ("《甲决定》（国务院令第671号）第36项", "旅馆业特种行业许可证核发由公安机关实施。"),
        ("《甲意见》（湘政发〔2013〕35号）文件：", "规范发放程序。发放时应当公示。"),
    ],
)
def test_a_text_right_behind_issue_data_is_quoted(basis, quote):
    assert [base[2] for base in bases(basis + quote)] == [quote]


@pytest.mark.parametrize("number", ["", "1.", "2、"])
def test_a_level_in_square_brackets_may_stand_behind_a_number(number):
    assert bases(f"{number}[法规]《甲条例》第三条国家实行许可制度。")[0][2] == "国家实行许可制度。"


@pytest.mark.parametrize("words", ["规定的，处罚款。", "等文件，下放至县级。", "二、《乙法》", "二、江西省人民政府《乙决定》。", "，下放至县级。"])
def test_what_goes_on_behind_issue_data_is_not_quoted(words):
    assert bases(f"《甲通知》（国发〔2016〕72号）{words}")[0][2] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("劳动法第89条 劳动合同法第80条", "劳动法89 劳动合同法80"),
        ("劳动法第89条 劳动合同法第80条、第81条第二款", "劳动法89 劳动合同法80 劳动合同法81.2款"),
        ("劳动法第89条 违反本办法第八十条，处罚款。", "劳动法89 [本80]"),
        ("劳动法第89条 依照劳动合同法第80条处罚。", "劳动法89 [劳动合同法80]"),
    ],
)
def test_a_law_named_without_marks_behind_a_blank_is_the_next_basis(text, expected):
    assert read(text, NameSet(["劳动法", "劳动合同法"])) == expected


@pytest.mark.parametrize("words", ["法律另有规定", "由省级人民政府制定办法", "依照有关规定"])
def test_words_between_commas_are_no_title(words):
    assert [base[0] for base in bases(f"《甲条例》第三条，{words}，第5条")][1:] == [None]


@pytest.mark.parametrize("place", ["第三十三条", "第3条第二款", "第一百条第（一）项", "第廿条第二款第3项"])
def test_an_article_inside_the_marks_of_its_act_is_read(place):
    (citation,) = parse(f"违反《甲管理条例{place}》规定的，处罚款").citations

    assert citation.title == "甲管理条例"
    assert len(citation.locators) == 1
    assert citation.span == (2, 9 + len(place))


@pytest.mark.parametrize("title", ["关于适用甲法第三条的解释", "甲条例第三条例"])
def test_an_article_in_the_middle_of_a_title_is_part_of_it(title):
    assert [base[:2] for base in bases(f"《{title}》")] == [(title, "")]


@pytest.mark.parametrize(("annex", "expected"), [("附件《乙目录》", ["甲决定"]), ("附件2：《乙目录》", ["甲决定"]), ("附件《乙办法》", ["甲决定", "乙办法"]), ("和《乙目录》", ["甲决定", "乙目录"])])
def test_the_title_of_an_annex_is_no_act(annex, expected):
    assert [base[0] for base in bases(f"《甲决定》（国务院令第638号）{annex}取消的项目。")] == expected


@pytest.mark.parametrize("last", ["第六十条第一款", "第六十条第一款。", "第六十条第一款；"])
def test_the_number_of_an_article_behind_a_sentence_is_no_part_of_it(last):
    found = bases(f"《甲法》第三十四条：“甲应当申请。”{last}")

    assert [base[:2] for base in found] == [("甲法", "第三十四条"), ("甲法", "第六十条第一款")]
    assert found[0][2] == "“甲应当申请。”"


def test_a_stop_and_a_blank_typed_for_a_colon_lead_in_the_text():
    text = "国务院令第 458 号 《甲条例》第九条; 设立娱乐场所,应当向文化主管部门提出申请。"

    assert bases(text) == [("甲条例", "第九条", "设立娱乐场所,应当向文化主管部门提出申请。")]
    assert parse(text).citations[0].version.orders == ("国务院令第458号",)


def test_an_article_behind_the_decision_that_amended_its_act_is_the_acts():
    text = "《甲条例》（2006年国务院令第466号）、《国务院关于修改部分行政法规的决定》（2014年国务院令第653号）第十八条、第四十五条"
    act, *articles = parse(text).citations

    assert [(one.antecedent, one.locators[0].article) for one in articles] == [("甲条例", "18")]
    assert [locator.article for locator in articles[0].locators] == ["18", "45"]
    assert (act.version.year, act.version.kind) == (2014, "修改")


@pytest.mark.parametrize("decision", ["全国人大常委会关于修改〈甲法〉的决定", "国务院关于修改部分行政法规的决定"])
def test_the_number_of_a_decision_stays_its_own(decision):
    of_one = f"《甲法》、《{decision}》第三条" if "甲法" in decision else f"《甲法》第二条、《{decision}》第三条"

    assert parse(of_one).citations[-1].antecedent is None
