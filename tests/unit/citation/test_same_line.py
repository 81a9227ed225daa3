"""Several bases on one line, texts run in with their articles, and the form that service portals export."""

import pytest

from basischeck.citation import parse
from basischeck.citation.fields import with_plain_fields
from tests.unit.citation.reading import bases


@pytest.mark.parametrize("number", ["2.", "2、", " 2．", "（2）", "②", " 二、", "‚"])
def test_a_number_behind_a_sentence_begins_the_next_basis(number):
    text = f"1.《甲法》第七条：处罚款。{number}《乙条例》第九条：责令改正。"

    assert bases(text) == [("甲法", "第七条", "处罚款。"), ("乙条例", "第九条", "责令改正。")]


def test_an_act_behind_a_number_and_a_quotation_needs_no_article():
    text = "《甲法》第七条：“处罚款。” ‚《乙条例》第九条：“责令改正。” ƒ《关于下放丙事项的通知》（甲政发〔2012〕7号）。"

    assert [base[:2] for base in bases(text)] == [("甲法", "第七条"), ("乙条例", "第九条"), ("关于下放丙事项的通知", "")]


def test_an_article_behind_a_closed_quotation_is_one_of_the_same_act():
    text = "《甲法》第七条：“应当申请。” 第八条：“未申请的，处罚款。”"

    assert bases(text) == [("甲法", "第七条", "“应当申请。”"), ("甲法", "第八条", "“未申请的，处罚款。”")]


def test_a_quotation_goes_on_behind_the_marks_inside_it():
    text = "《甲法》规定“略”。《乙条例》第四条：“实施“卫生许可证”制度。“卫生许可证”由县签发。” 2.《丙法》第一条"

    assert ("乙条例", "第四条", "实施“卫生许可证”制度。“卫生许可证”由县签发。") in bases(text)


def test_what_a_document_with_its_number_leads_in_is_no_quotation():
    text = "《甲法》第五条 应当申请检查。 根据《关于下放检查权限的决定》（甲消〔2020〕8号），下放至县级"

    assert bases(text) == [("甲法", "第五条", "应当申请检查。"), ("关于下放检查权限的决定", "", "")]


@pytest.mark.parametrize("text", ["（二）《建设工程规划许可证》；", "依照《乙法》第三条规定处理。", "（三）《乙法》第三条规定的情形。"])
def test_what_a_quoted_text_itself_refers_to_is_no_basis(text):
    assert [base[:2] for base in bases(f"《甲法》第七条：应当提交下列材料：（一）申请书；{text}")] == [("甲法", "第七条")]


def test_a_text_run_in_with_its_article_is_quoted():
    text = "《甲法》第五条企业违反本法第三条的，处罚款。《乙条例》第九条国家实行许可制度。第十条申请人应当提交申请。"

    assert bases(text) == [
        ("甲法", "第五条", "企业违反本法第三条的，处罚款。"),
        ("乙条例", "第九条", "国家实行许可制度。"),
        ("乙条例", "第十条", "申请人应当提交申请。"),
    ]


def test_a_quotation_mark_may_stand_before_the_article():
    assert bases("《甲条例》（2007年通过）“第八条违反本条例的，由主管部门处罚。”") == [("甲条例", "第八条", "违反本条例的，由主管部门处罚。")]


def test_a_further_basis_beside_a_text_run_in_is_one():
    text = "《甲法》第五条国家实行许可制度，《乙条例》第九条申请人应当提交申请，依据第十条处罚"

    assert [base[:2] for base in bases(text)] == [("甲法", "第五条"), ("乙条例", "第九条"), (None, "第十条")]


@pytest.mark.parametrize("text", ["《甲法》第五条《甲法实施条例》第八条", "《甲法》第五条规定", "《甲法》第五条、第六条"])
def test_what_is_no_sentence_is_not_quoted(text):
    assert not any(quote for _, _, quote in bases(text))


def test_an_order_without_a_bracket_stands_between_title_and_article():
    (citation,) = parse("《甲条例》中华人民共和国国务院令第463号，第五十条。").citations

    assert citation.locators[0].article == "50"
    assert citation.version is not None
    assert citation.version.text == "中华人民共和国国务院令第463号"


def test_a_date_with_dots_is_a_date():
    (citation,) = parse("《甲法》（某次会议通过 1994.1.1）第25条").citations

    assert citation.version is not None
    assert (citation.version.year, citation.version.dates) == (1994, ("1994-01-01",))


def test_what_documents_number_below_their_parts_is_not_called_unreadable():
    assert parse("《甲意见》（甲政发〔2009〕9号）第三部分第（七）、第六部分第（十九）").diagnostics == ()


@pytest.mark.parametrize("numbers", ["第三部分第（七）、第六部分第（九）", "第三部分第7、第9", "第二部分第七、九"])
def test_what_documents_number_below_their_parts_is_read_as_items(numbers):
    text = f"《甲意见》（甲政发〔2009〕9号）{numbers}：城市应当集约建设。"

    assert bases(text) == [("甲意见", "第（七）项、第（九）项", "城市应当集约建设。")]


PORTAL = "法律法规名称：甲法 依据文号：主席令第7号 条款号：第三条 条款内容：国家实行许可制度。\n法律法规名称：《乙条例》；文号：；条款号：第九条；条款内容：责令改正。"


def test_the_form_of_a_portal_is_read_as_titles_and_articles():
    assert bases(PORTAL) == [("甲法", "第三条", "国家实行许可制度。"), ("乙条例", "第九条", "责令改正。")]
    assert parse(PORTAL).diagnostics == ()
    assert parse(PORTAL).citations[0].version.orders == ("主席令第7号",)


@pytest.mark.parametrize("text", [PORTAL, "条款号和名称见附件", "依据名称：甲法 条款号：", "条款号：名称：名称：条款号："])
def test_each_character_of_a_portals_form_keeps_its_place(text):
    shown = with_plain_fields(text)

    assert len(shown) == len(text)
    assert all(here == there or here in " \n《》（）：" for here, there in zip(shown, text, strict=True))


@pytest.mark.parametrize("number", [" 2.", " 二、", " （二）", " 2", "\n2."])
def test_a_number_behind_an_article_begins_the_next_basis(number):
    assert bases(f"《甲法》第七条第（五）项{number}《乙条例》第九条") == [("甲法", "第七条第（五）项", ""), ("乙条例", "第九条", "")]


@pytest.mark.parametrize(
    "maker", ["\n3.安徽省人民政府", " 2、规章：", "\n民政部", "\n部门规章：", " （2）国务院"], ids=["government", "level", "ministry", "level on its line", "council"]
)
def test_who_made_an_act_may_stand_before_its_title(maker):
    text = f"《甲法》第七条：甲应当申请。{maker}《关于乙的决定》（甲政发〔2014〕4号）第二条"

    assert bases(text) == [("甲法", "第七条", "甲应当申请。"), ("关于乙的决定", "第二条", "")]


def test_what_a_text_names_with_its_maker_is_no_basis():
    assert [base[0] for base in bases("《甲法》第七条：违反国务院《乙条例》第九条规定的，处罚款。")] == ["甲法"]


def test_an_annex_behind_a_blank_is_one_of_the_document():
    text = "《关于取消事项的决定》（国发〔2020〕13号） 附件1第9项：取消甲；附件2第2项：将乙下放。"

    assert [base[:2] for base in bases(text)] == [("关于取消事项的决定", "附件1第九项"), ("关于取消事项的决定", "附件2第二项")]


def test_a_plus_sign_stands_between_act_order_and_article():
    (citation,) = parse("《甲办法》+2016年民政部令第58号+第三条").citations

    assert citation.locators[0].article == "3"
    assert citation.version is not None
    assert (citation.version.year, citation.version.orders) == (2016, ("民政部令第58号",))


@pytest.mark.parametrize(
    ("brackets", "year", "kind", "orders"),
    [
        ("（主席令第29号）（2015年修正）", 2015, "修正", ("主席令第29号",)),
        ("（2015年修正）（主席令第29号）", 2015, "修正", ("主席令第29号",)),
        ("（2015年修正）（2015年修正）", 2015, "修正", ()),
        ("2011年（甲部令第602号）", 2011, None, ("甲部令第602号",)),
        ("2011年", 2011, None, ()),
        ("（国令第308号）", None, None, ("国务院令第308号",)),
        ("（1994年10月27日主席令第33号2017年11月4日修  正）", 2017, "修正", ("主席令第33号",)),
        ("（根据2016年2月6日发布的国务院令第666号修改）", 2016, "修改", ("国务院令第666号",)),
    ],
)
def test_what_stands_between_title_and_article_is_read_together(brackets, year, kind, orders):
    (citation,) = parse(f"《甲法》{brackets}第三条").citations

    assert citation.locators[0].article == "3"
    assert citation.version is not None
    assert (citation.version.year, citation.version.kind, citation.version.orders) == (year, kind, orders)


def test_a_quotation_that_nothing_closes_goes_on_to_the_end():
    text = "《甲法》第五条：“甲应当由乙批准。”二、《乙条例》第三条：“丙应当由丁批准。"

    assert [base[:2] for base in bases(text)] == [("甲法", "第五条"), ("乙条例", "第三条")]
    assert bases(text)[1][2].endswith("丙应当由丁批准。")


def test_an_article_at_the_head_of_a_line_may_begin_with_what_is_already_so():
    text = "《甲条例》第三十九条 可以领取证明。\n第四十九条已经领取证明的，注销其证明。"

    assert [base[:2] for base in bases(text)] == [("甲条例", "第三十九条"), ("甲条例", "第四十九条")]


def test_the_last_of_several_bases_quotes_what_is_run_in():
    assert bases("《甲法》第六条、《乙条例》第八条有下列行为之一的，处罚款：（一）未经批准；")[1][2] == "有下列行为之一的，处罚款：（一）未经批准；"


def test_a_word_that_holds_the_place_of_a_quotation_is_none():
    assert bases("《甲条例》第四条 （内容）。") == [("甲条例", "第四条", "")]


@pytest.mark.parametrize("heading", [" 关系转移 ", "关系转移"])
def test_an_article_behind_the_heading_of_its_chapter_is_the_basis(heading):
    text = f"《甲办法》第四章{heading}第十九条 申请人应当申请。《乙法》第三条"

    assert bases(text) == [("甲办法", "第四章第十九条", "申请人应当申请。"), ("乙法", "第三条", "")]


def test_a_title_with_an_open_bracket_at_the_head_of_a_line_is_a_basis():
    assert [base[0] for base in bases("《甲办法》第五条 甲应当申请。\n《乙条例》（甲令第2号")] == ["甲办法", "乙条例"]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_paragraphs_that_are_counted_on_are_bases_of_their_own(gap):
    text = f"《甲法》第九条 第一款饮酒后驾驶机动车的，处罚款。{gap}第二款 醉酒驾驶机动车的，吊销证件。第二款规定的期限为五日。"

    assert [base[:2] for base in bases(text)] == [("甲法", "第九条第一款"), ("甲法", "第九条第二款")]
    assert bases(text)[0][2] == "饮酒后驾驶机动车的，处罚款。"


@pytest.mark.parametrize("stop", ["。", "；"])
def test_a_stop_may_be_typed_for_the_colon(stop):
    assert bases(f"《甲法》第八条{stop}设立旅行社，应当申请。") == [("甲法", "第八条", "设立旅行社，应当申请。")]
    assert [base[2] for base in bases(f"《甲法》第八条{stop}《乙法》第六条")] == ["", ""]


def test_a_documents_words_behind_a_colon_are_quoted():
    text = "《关于甲的通知》（甲发〔2016〕4号）：一、依照《乙法》第三条调整。\n《国务院关于丙的决定》：国家实行丙。"

    assert [base[0] for base in bases(text)] == ["关于甲的通知", "国务院关于丙的决定"]
