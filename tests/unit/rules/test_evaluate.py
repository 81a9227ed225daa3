"""What rules say of bases, on the real index."""

from datetime import date

import pytest

from basischeck.catalog import read_bytes
from basischeck.facts import build_facts
from basischeck.report.text import _item
from basischeck.rules import Finding, load_rules
from basischeck.rules.evaluate import evaluate
from basischeck.statute import Index, open_index


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _found(index: Index, rule: str, *bases: str) -> list[Finding]:
    rows = "".join(f"{number},对违法行为之{number}的处罚,行政处罚,{basis},某市某局\n" for number, basis in enumerate(bases, 1))
    read = read_bytes(f"序号,事项名称,权力类型,实施依据,行使主体\n{rows}".encode("utf-8-sig"), "清单.csv")
    return evaluate([one for one in load_rules() if one.id == rule], build_facts([read], index, date(2026, 11, 22)))


def test_of_a_range_each_article_is_kept_and_its_successor_is_named_with_it(index: Index) -> None:
    found = _found(index, "BC301", "《公司登记管理条例》第六十三条至第七十三条")
    assert len({one.citation for one in found}) == len(found) == 11
    proposing = [one.message for one in found if "的对应规定可能是" in one.message]
    assert proposing
    assert all("所引第六十" in message or "所引第七十" in message for message in proposing)


def test_a_repealed_statute_is_not_asked_for_an_article_too(index: Index) -> None:
    assert _found(index, "BC301", "《食品生产经营日常监督检查管理办法》")
    assert not _found(index, "BC401", "《食品生产经营日常监督检查管理办法》")
    assert _found(index, "BC401", "《食品安全法》")


def test_a_row_of_a_file_without_sheets_is_named_by_its_number(index: Index) -> None:
    (found,) = _found(index, "BC410", "《企业经营异常名录管理暂行办法》第四条", "《企业经营异常名录管理暂行办法》第四条第一款第（三）项")
    assert "；第3行引到第四条第一款第（三）项" in found.message


def test_a_parent_that_changed_is_not_reported_where_the_brackets_name_a_later_amendment_than_the_index(index: Index) -> None:
    plain = "《道路旅客运输及客运站管理规定》（2022年修正）第十二条"
    later = "《道路旅客运输及客运站管理规定》（2020年7月6日交通运输部令第17号公布，2023年11月10日修正）第十二条"
    assert len(_found(index, "BC312", plain, plain, later)) == 1
    assert not _found(index, "BC312", plain, later, later)


def test_what_is_not_in_the_text_in_force_is_said_of_that_text(index: Index) -> None:
    (found,) = _found(index, "BC205", "《中华人民共和国种子法》（2015年修订）第五十条第一款第（四）项")
    assert found.message == "《中华人民共和国种子法》现行文本没有第五十条第一款第（四）项：该款不分项；括号写的是2015年的文本，请按现行文本查明。"


def test_a_quotation_that_is_found_nowhere_says_how_many_texts_could_not_be_asked(index: Index) -> None:
    basis = "《中华人民共和国种子法》第三十一条：种子站每年向国务院报告全国种子的颜色、气味和重量，并附上十粒样品供人观赏。"
    (found,) = _found(index, "BC604", basis)
    assert "个旧文本没有收录，不能比对）" in found.message


def test_a_quotation_that_joins_two_articles_is_told_the_second(index: Index) -> None:
    penalties = "组织策划传销的，由工商行政管理部门没收非法财物，没收违法所得，处50万元以上200万元以下的罚款；构成犯罪的，依法追究刑事责任。"
    acts = "组织者或者经营者通过发展人员，要求被发展人员发展其他人员加入，形成上下线关系，并以下线的销售业绩为依据计算和给付上线报酬，牟取非法利益的。"
    (found,) = _found(index, "BC603", f"《禁止传销条例》第二十四条：{penalties}{acts}")
    assert found.message.endswith("；这些文字在第七条。")
    (slip,) = _found(index, "BC603", f"《禁止传销条例》第二十四条：{penalties.replace('没收非法财物', '没收全部样品')}")
    assert "这些文字在" not in slip.message


def test_a_quotation_of_another_paragraph_is_said_to_be_that_one(index: Index) -> None:
    fourth = "禁止以野生动物收容救护为名买卖野生动物及其制品。"
    (other,) = _found(index, "BC605", f"《中华人民共和国野生动物保护法》第十五条第三款：{fourth}")
    assert other.message == "引文与现行文本的《中华人民共和国野生动物保护法》第十五条第三款不合，是第十五条第四款的内容。"


def test_on_the_screen_what_is_the_same_of_several_articles_is_written_once(index: Index) -> None:
    found = _found(index, "BC301", "《公司登记管理条例》第六十七条、第六十九条、第七十条")
    assert len(found) == 3
    lines = "".join("".join(_item(found, 200, colour=False)).split())
    assert lines.count("不能再作为依据") == 1
    assert "（本单元格同样的共3处）" in lines
