"""Basis cells: what is basis, what is quoted, and which statute a line belongs to."""

import pytest

from basischeck.citation import NameSet, parse
from tests.unit.citation.reading import read

CELL = """【法律】《甲法》（1999年3月1日通过，2021年4月2日修正）
    第三条第一款：渡口应当取得许可。违反本法第九条规定的，依照《乙法》第二条处理。
    第二款规定的许可由县级以上人民政府颁发。
    （一）有码头的；
    （二）有渡船的。
    第五条：渡船应当检验。
【规章】《丙办法》（交通部令2010年第3号）
    第七条 应当公示。"""


def test_an_article_quoted_over_lines_ends_where_the_next_heading_begins() -> None:
    first, *_ = parse(CELL).citations
    assert first.quote is not None
    assert CELL[slice(*first.quote)].startswith("渡口应当取得许可")
    assert CELL[slice(*first.quote)].endswith("（二）有渡船的。")


def test_references_inside_quoted_text_are_no_basis() -> None:
    assert read(CELL) == "《甲法》3.1款 [本9] [《乙法》2] [2款] 《甲法》5 《丙办法》7"


def test_further_articles_inherit_title_tag_and_version() -> None:
    second = [citation for citation in parse(CELL).citations if not citation.quoted][1]
    assert (second.title, second.level_tag, second.version and second.version.year) == ("甲法", "法律", 2021)


def test_this_act_inside_a_quotation_is_the_quoted_statute() -> None:
    inner = next(citation for citation in parse(CELL).citations if citation.self_reference)
    assert (inner.quoted, inner.antecedent) == (True, "甲法")


def test_a_bare_article_inside_a_quotation_is_of_the_quoted_statute() -> None:
    *_, inner = parse("《甲法》（2020年修订）\n第三条：符合第七条规定的，予以许可。").citations
    assert (inner.quoted, inner.title, inner.antecedent) == (True, None, "甲法")


def test_a_line_that_runs_on_is_no_heading() -> None:
    assert read("《甲法》（2020年修订）\n第三条：有下列行为的\n第九条规定的除外。") == "《甲法》3 [9]"


def test_a_paragraph_with_a_colon_belongs_to_the_article_above() -> None:
    assert read("《甲法》（2020年修订）\n第三条第一款：应当公示。第二款：应当备案。") == "《甲法》3.1款 《甲法》3.2款"


def test_a_heading_may_lack_its_colon() -> None:
    assert read("《甲法》（2020年修订）\n第三条违反本法规定的，处罚款。\n第四条　应当公示。") == "《甲法》3 《甲法》4"


def test_a_heading_behind_a_sentence_is_found_on_the_same_line() -> None:
    assert read("【法规】《甲条例》第三条　应当公示。  第五条　应当备案。") == "《甲条例》3 《甲条例》5"


def test_statutes_on_one_line_with_nothing_between_them_are_told_apart() -> None:
    assert read("《甲法》第三条《乙条例》第四条；《丙办法》") == "《甲法》3 《乙条例》4 《丙办法》"


def test_a_certificate_at_the_head_of_a_quoted_line_is_no_statute() -> None:
    assert (
        read("《甲法》（2020年修订）\n第三条：提交下列材料：\n（一）《渡口申请表》；\n（二）其他。")
        == "《甲法》3 [《渡口申请表》]"
    )


def test_text_said_in_quotation_marks_is_quoted() -> None:
    text = "《甲法》第三条规定：“依照本法第五条办理。”《乙法》第一条"
    assert read(text) == "《甲法》3 [本5] 《乙法》1"


def test_a_statute_cited_by_its_text_alone_quotes_what_follows() -> None:
    (cited,) = parse("【规范性文件】《关于下放事项的通知》（甲政发〔2016〕9号）\n    下放渡口审批。").citations
    assert cited.document_number == "甲政发〔2016〕9号"
    assert cited.quote is not None


def test_chapters_in_a_list_have_no_quotation() -> None:
    text = "【法律】《甲法》（1996年3月17日通过）\n    第五章、第六章、第七章。"
    assert read(text) == "《甲法》5章 《甲法》6章 《甲法》7章"
    assert parse(text).citations[0].quote is None


def test_a_tag_in_the_middle_of_a_sentence_ends_no_quotation() -> None:
    assert read("《甲法》（2020年修订）\n第三条：依照【法规】《乙条例》第五条处罚。") == "《甲法》3 [《乙条例》5]"


def test_a_standard_is_marked_as_one_and_keeps_its_clauses() -> None:
    standard, plain = parse("《甲规范》(GB50156-2012)6.1、6.2；《乙规程》第4.12条").citations
    assert (standard.standard, standard.clauses, standard.locators) == ("GB50156-2012", ("6.1", "6.2"), ())
    assert (plain.standard, plain.clauses) == ("乙规程", ("4.12",))


def test_a_short_name_set_in_the_text_is_bound() -> None:
    *_, short = parse("《甲省渡口条例》（以下简称《条例》）第三条规定，《条例》第五条").citations
    assert (short.title, short.antecedent) == ("条例", "甲省渡口条例")


def test_an_order_number_stands_for_a_statute_without_a_name() -> None:
    (cited,) = parse("国务院563号令第八条").citations
    assert (cited.title, cited.document_number) == (None, "国务院563号令")


def test_every_code_point_has_its_segment() -> None:
    parsed = parse(CELL)
    assert "".join(CELL[slice(*segment.span)] for segment in parsed.segments) == CELL
    assert [segment.kind for segment in parsed.segments][:3] == ["tag", "title", "bracket"]


def test_a_statute_without_brackets_at_the_head_of_a_line_heads_its_lines_too() -> None:
    names = NameSet(["渡口法"])
    assert read("渡口法第三条：应当公示。\n第五条：依照渡口法第九条办理。", names) == "渡口法3 渡口法5 [渡口法9]"


@pytest.mark.parametrize("tag", ["[法律]", "［ 行政法规 ］", "〔地方政府规章〕"])
def test_a_level_in_square_brackets_is_a_tag(tag: str) -> None:
    text = f"《乙条例》第六条。\n{tag}《甲法》第三条；{tag}《丙办法》第七条"
    first, second, third = parse(text).citations
    assert (first.quote, second.quote, third.quote) == (None, None, None)
    assert [cited.quoted for cited in (first, second, third)] == [False, False, False]
    assert second.level_tag == third.level_tag == "".join(tag[1:-1].split())


def test_square_brackets_in_a_sentence_are_no_tag() -> None:
    assert read("《甲法》（2020年修订）\n第三条：依照[法规]《乙条例》第五条处罚。") == "《甲法》3 [《乙条例》5]"
    assert read("《甲法》[法律]第三条") == "《甲法》3"
    assert read("《甲法》第三条［渡船］、第四条") == "《甲法》3 《甲法》4"


def test_a_title_without_brackets_behind_a_square_tag_is_reported() -> None:
    parsed = parse("[法规]甲省渡口条例第三条")
    assert [found.code for found in parsed.diagnostics] == ["BC104"]
    assert parsed.citations[0].level_tag == "法规"


def test_a_tag_in_a_list_of_statutes_that_is_no_level_is_reported() -> None:
    assert [found.code for found in parse("《甲法》第三条、【另见】《乙法》第四条").diagnostics] == ["BC110"]
    assert parse("《甲法》第三条：依照【另见】《乙法》第四条").diagnostics == ()


@pytest.mark.parametrize("guide", ["规定：", "明确规定: ", "的规定：", "规定如下：", "规定，“", "的规定：“"])
def test_what_a_guiding_word_announces_is_the_quotation(guide: str) -> None:
    closing = "”" if guide.endswith("“") else ""
    text = f"《甲法》第三条第二款{guide}渡口应当依照《乙法》的规定检验。{closing}"
    cited, inner = parse(text).citations
    assert cited.quote is not None
    assert text[slice(*cited.quote)] == "渡口应当依照《乙法》的规定检验。"
    assert inner.quoted


def test_a_term_in_quotation_marks_is_no_quotation() -> None:
    assert parse("《甲法》第三条规定，“渡船”应当检验").citations[0].quote is None


def test_what_follows_a_breach_is_no_quotation() -> None:
    assert parse("违反《甲法》第三条规定：处罚款").citations[0].quote is None


def test_each_entry_of_a_numbered_list_has_its_own_quotation() -> None:
    text = "1、《甲法》第六条第(1)项\r\n2、《乙条例》第七条规定：违反本条例的，处罚款。\n\n3、《丙办法》第八条"
    first, second, third = parse(text).citations
    assert (first.quote, third.quote) == (None, None)
    assert second.quote is not None
    assert text[slice(*second.quote)] == "违反本条例的，处罚款。"
    assert not third.quoted


@pytest.mark.parametrize(
    ("locator", "code"), [("第七条第 项", "BC112"), ("第七条第（）款", "BC112"), ("第七条第1.项", "BC113")]
)
def test_an_entry_with_a_broken_locator_is_no_quotation_of_the_one_before(locator: str, code: str) -> None:
    parsed = parse(f"1.《甲法》（2020年修订）第六条\n2.《乙条例》{locator}\n3.《丙办法》第八条")
    assert [(cited.title, cited.quote, cited.quoted) for cited in parsed.citations] == [
        ("甲法", None, False),
        ("乙条例", None, False),
        ("丙办法", None, False),
    ]
    assert [found.code for found in parsed.diagnostics] == [code]


def test_a_line_that_begins_with_a_known_name_is_a_citation() -> None:
    text = "《甲法》（2020年修订）第六条\n\n渡口法（2011修正）第七条第一款\n河道条例第八条"
    first, second, third = parse(text, NameSet(["渡口法", "河道条例"])).citations
    assert (first.quote, second.quote, third.quote) == (None, None, None)
    assert (second.title, second.version and second.version.year, third.title) == ("渡口法", 2011, "河道条例")


@pytest.mark.parametrize("between", ["；", "、", "，", "\n", "。\n\n"])
def test_each_name_without_brackets_in_a_list_is_reported(between: str) -> None:
    names = NameSet(["渡口法", "河道条例"])
    found = parse(
        f"《甲法》（2020年修订）第六条第(一)项{between}渡口法第七条{between}河道条例第八条第一款", names
    ).diagnostics
    assert [(one.code, one.suggestion) for one in found] == [("BC104", "《渡口法》"), ("BC104", "《河道条例》")]


def test_a_basis_may_end_with_the_word_that_it_provides() -> None:
    text = "《甲法》第三条：应当检验。\n《乙条例》第四条规定；\n《丙办法》第五条第二款规定"
    assert [(one.title, one.quoted) for one in parse(text).citations] == [("甲法", False), ("乙条例", False), ("丙办法", False)]


def test_a_reference_broken_over_two_lines_of_quoted_text_is_no_basis() -> None:
    text = "《甲法》第三条：违反本法\n第六条规定\n的，处罚款。"
    assert [one.quoted for one in parse(text).citations][1:] == [True]


def test_a_name_without_brackets_in_a_sentence_is_not_reported() -> None:
    names = NameSet(["渡口法"])
    assert parse("依照《甲法》第六条、渡口法第七条的规定处罚", names).diagnostics == ()
    assert parse("《甲法》第六条：应当检验、渡口法第七条", names).diagnostics == ()


@pytest.mark.parametrize("tag", ["【规章】", "[规章]", "［规章］"])
def test_a_tag_in_a_list_of_statutes_is_of_the_next_one(tag: str) -> None:
    first, second = parse(f"【法律】《甲法》第三条、{tag}《乙办法》第四条").citations
    assert (first.level_tag, second.level_tag) == ("法律", "规章")


def test_a_basis_led_in_at_the_head_of_a_line_ends_the_quotation_above_it() -> None:
    text = "《甲法》第三条：渡口应当取得许可。；\n2.依据《乙条例》第七条第一款：渡船应当检验。"
    first, second = parse(text).citations
    assert (second.title, second.quoted) == ("乙条例", False)
    assert first.quote is not None
    assert text[slice(*first.quote)] == "渡口应当取得许可。"


def test_a_quoted_text_that_refers_to_another_act_at_the_head_of_a_line_goes_on() -> None:
    text = "《甲法》第三条：渡口应当取得许可。\n依照《乙法》第三条的规定处罚；\n根据《丙法》第五条，制定本法。"
    assert read(text) == "《甲法》3 [《乙法》3] [《丙法》5]"


def test_a_basis_that_is_led_in_quotes_what_stands_behind_a_space_or_in_the_next_line() -> None:
    line = "依据《甲法》第三条第二项\n    渡口应当检验，按照《乙法》的规定处理。"
    assert read(line) == "《甲法》3.2项 [《乙法》]"
    same = "1.依据《甲法》第三条 渡口应当检验；有第二项所列行为的，吊销《渡口许可证》。"
    assert read(same) == "《甲法》3 [2项] [《渡口许可证》]"


def test_bases_led_in_one_below_the_other_quote_nothing() -> None:
    text = "（1）依据《甲法》第三条第（二）项；\n（2）依据《乙条例》第七条；\n依据《丙办法》第一条"
    assert [(c.title, c.quoted, c.quote) for c in parse(text).citations] == [(t, False, None) for t in ("甲法", "乙条例", "丙办法")]
