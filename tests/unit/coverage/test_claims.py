"""Which provisions an item rests on: as deep as it cites and quotes, carried on from old texts, and not what it names in passing."""

from datetime import date

import pytest

from basischeck.citation import parse
from basischeck.coverage.model import Coverage, HeldPower
from basischeck.coverage.referred import articles_today
from basischeck.statute import Index, open_index
from tests.unit.coverage.conftest import Holding, held_against

_DEVICES = ("对生产不合格样品的处罚", "行政处罚", "《样品质量法》第十五条")


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _one(found: Coverage, place: str, category: str = "行政处罚") -> HeldPower:
    article, paragraph = place.split(".")
    return next(
        one for one in found.powers if (one.power.article, one.power.paragraph, one.power.category) == (article, int(paragraph), category)
    )


def test_an_item_at_an_offence_of_a_list_does_not_hold_the_paragraph_after_the_list(holding: Holding) -> None:
    found = holding([("对不标明产地的处罚", "行政处罚", "《样品质量法》第十四条第（一）项")])
    assert _one(found, "14.1").state == "已列"
    assert _one(found, "14.2").how == "有事项引同一条的其他款，这一款可能在同一事项之中"


def test_an_item_at_a_measure_does_not_hold_the_order_beside_it(holding: Holding) -> None:
    seizure = ("查封不合格样品", "行政强制", "《样品质量法》第九条第（二）项")
    assert _one(holding([seizure]), "9.1", "其他职权").state == "待核"
    whole = ("查封不合格样品", "行政强制", "《样品质量法》第九条")
    assert _one(holding([whole]), "9.1", "其他职权").state == "已列"


def test_an_item_that_cites_an_article_and_quotes_one_paragraph_rests_on_that(holding: Holding) -> None:
    quote = "未取得许可证从事样品经营的，没收违法所得，可以由公安机关处五日以下拘留。"
    quoting = holding([("对无证经营样品的处罚", "行政处罚", f"《样品质量法》第十七条：{quote}")])
    assert _one(quoting, "17.2").state == "待核"
    citing = holding([("对无证经营样品的处罚", "行政处罚", "《样品质量法》第十七条")])
    assert _one(citing, "17.2").state == "已列"


def test_a_provision_named_only_because_another_refers_to_it_is_not_held(holding: Holding) -> None:
    basis = (
        "《样品质量法》第十五条：生产不合格样品的，没收样品，并处一万元以下罚款。\n"
        "第十六条：服务业的经营者使用本法第十五条规定的样品的，处五千元以下罚款。"
    )
    found = holding([("对服务业的经营者使用不合格样品的处罚", "行政处罚", basis)])
    assert _one(found, "16.1").state == "已列"
    assert _one(found, "15.1").state == "未列"
    both = holding([("对服务业的经营者使用不合格样品的处罚", "行政处罚", basis), _DEVICES])
    assert [item.name for item in _one(both, "15.1").items] == ["对生产不合格样品的处罚"]


def test_the_clause_that_says_who_decides_makes_no_aside_of_what_it_refers_to(holding: Holding) -> None:
    basis = (
        "《样品质量法》第十五条：生产不合格样品的，没收样品，并处一万元以下罚款。\n"
        "第二十条：本法第十四条至第十九条规定的行政处罚，由县级以上人民政府市场监督管理部门决定。"
    )
    found = holding([("对《样品质量法》第十五条规定行为的行政处罚", "行政处罚", basis)])
    assert _one(found, "15.1").state == "已列"


def test_an_old_number_claims_the_new_one_and_not_what_stands_there_now(holding: Holding) -> None:
    found = holding([("对无证经营样品的处罚", "行政处罚", "《样品质量法》（2010年通过）第十五条")])
    assert _one(found, "17.2").state == "已列"
    assert _one(found, "15.1").state == "未列"


def test_the_text_right_behind_an_old_number_shows_where_it_stands_now(holding: Holding) -> None:
    text = "作为样品经营者的单位或者个人隐匿样品的，由市场监督管理部门处三千元以下罚款，扣押样品"
    assert parse(f"《样品质量法》第十六条{text}").citations[0].quote is None
    for written in (f"{text}。", f"{text}；由市场监督管"):
        found = holding([("对隐匿样品的处罚", "行政处罚", f"《样品质量法》第十六条{written}")])
        assert (_one(found, "18.1").state, found.unfounded) == ("已列", ())
    other = holding([("对隐匿样品的处罚", "行政处罚", "《样品质量法》第十六条及其他关于月饼的规定，由月饼主管部门负责实施，按月报送")])
    assert _one(other, "18.1").state == "未列"


def test_a_paragraph_that_the_revision_added_is_not_claimed_by_the_text_before_it(holding: Holding) -> None:
    found = holding([("对不标明产地的处罚", "行政处罚", "《样品质量法》（2010年通过）第十二条")])
    assert _one(found, "14.1").state == "已列"
    added = _one(found, "14.2")
    assert added.state == "未列"
    assert added.how == "2019年6月1日起施行的修改新增，事项引的是修改前的条文"


def test_where_old_penalties_cannot_be_followed_none_is_said_to_be_missing(holding: Holding) -> None:
    found = holding([("对寄送样品不登记的处罚", "行政处罚", "《样品质量法》（2010年通过）第十九条")])
    missing = _one(found, "18.1")
    assert (missing.state, missing.how) == ("待核", "1 个事项引的不是现行条文，去向不明")


def test_where_an_item_cites_only_the_act_no_penalty_of_it_is_said_to_be_missing(holding: Holding) -> None:
    found = holding([("对隐匿样品的处罚", "行政处罚", "《样品质量法》")])
    assert (_one(found, "18.1").state, _one(found, "18.1").how) == ("待核", "1 个事项只引到该法规")
    beside = holding([("对隐匿样品的处罚", "行政处罚", "《样品质量法》"), _DEVICES])
    assert _one(beside, "18.1").state == "未列"


def test_a_licence_item_that_cites_only_the_act_holds_its_licences(holding: Holding) -> None:
    found = holding([("样品经营许可", "行政许可", "《样品质量法》")])
    assert (_one(found, "4.1", "行政许可").state, _one(found, "4.1", "行政许可").how) == ("已列", "事项只引到该法规")


def test_an_item_of_the_other_category_holds_what_is_neither_imposed(holding: Holding) -> None:
    found = holding([("样品举报奖励", "其他职权", "《样品质量法》第十条")])
    assert (_one(found, "10.1", "行政奖励").state, _one(found, "10.1", "行政奖励").how) == ("已列", "事项列在其他类型")
    measure = holding([("样品查封", "其他职权", "《样品质量法》第九条")])
    assert _one(measure, "9.1", "行政强制").state == "类型不同"


def test_a_provision_under_which_an_items_text_has_somebody_punished_is_held(index: Index) -> None:
    quote = "生产不符合标准的样品的，依照《中华人民共和国特种设备安全法》第八十一条的规定处罚。"
    basis = f"《特种设备安全监督检查办法》第四十条：{quote}"
    (one,) = [p for p in _machines(index, basis).powers if (p.power.article, p.power.paragraph, p.power.category) == ("81", 1, "行政处罚")]
    assert (one.state, one.how) == ("已列", "事项所引的条款指引按这一条处罚")
    named = _machines(index, basis.replace("的规定处罚", "规定的标准生产"))
    assert not [p for p in named.powers if p.power.article == "81" and p.state == "已列"]


def _machines(index: Index, basis: str) -> Coverage:
    return held_against(index, [("对生产不符合标准的样品的处罚", "行政处罚", basis)], "特种设备安全法")


def test_where_the_text_of_that_day_is_not_held_the_number_is_not_sure(index: Index) -> None:
    act = index.find("药品管理法")
    assert act is not None
    assert articles_today(act, "85", date(2016, 1, 1), index, date(2026, 11, 22)) == (("85",), False)
    assert articles_today(act, "119", date(2020, 1, 1), index, date(2026, 11, 22)) == (("119",), True)
    basis = "《某省药品条例》第三十条：使用假药的，依照《中华人民共和国药品管理法》第一百一十九条的规定处罚。"
    found = held_against(index, [("对使用假药的处罚", "行政处罚", basis)], "药品管理法")
    (one,) = [p for p in found.powers if (p.power.article, p.power.category) == ("119", "行政处罚")]
    assert (one.state, one.how) == ("待核", "有事项抄的条文指引按这一条号处罚，当时的条号没有收录")
