"""Each power is asked for once, where it is conferred."""

from dataclasses import replace

import pytest

from basischeck.coverage.fields import fields_of
from basischeck.coverage.model import Coverage, HeldPower
from basischeck.coverage.sea import is_of_the_sea_alone
from basischeck.coverage.units import Surroundings, separate, subject_of
from basischeck.statute import Index, open_index
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import Power
from tests.unit.coverage.conftest import Holding, held_against
from tests.unit.coverage.test_claims import _one

_FINE = ("对不标明产地的处罚", "行政处罚", "《样品质量法》第十四条第一款")
_RULE = "样品经营监督管理办法"


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


@pytest.fixture(scope="module")
def alone(holding: Holding) -> Coverage:
    return holding([_FINE])


@pytest.fixture(scope="module")
def ruled(holding: Holding) -> Coverage:
    return holding([_FINE, ("对样品经营的处罚", "行政处罚", "《样品经营监督管理办法》第七条")], _RULE)


def test_the_inspections_of_an_act_are_one_gap(alone: Coverage) -> None:
    states = [one.state for one in alone.powers if one.power.category == "行政检查"]
    assert states == ["未列", "附带", "附带"]
    assert _one(alone, "8.1", "行政检查").how == "这类职权一部法规只报一处，见第七条第一款"


def test_two_rewards_of_an_act_are_two(holding: Holding) -> None:
    found = holding([("样品举报奖励", "行政奖励", "《样品质量法》第十条")])
    assert (_one(found, "10.1", "行政奖励").state, _one(found, "2.1", "行政奖励").state) == ("已列", "待核")


def test_the_article_after_a_listed_licence_says_how_it_is_granted(alone: Coverage, holding: Holding) -> None:
    found = holding([("样品经营许可", "行政许可", "《样品质量法》第四条")])
    assert (_one(found, "5.1", "行政许可").state, _one(found, "5.1", "行政许可").how) == ("附带", "与第四条第一款是同一职权")
    assert (_one(alone, "4.1", "行政许可").state, _one(alone, "5.1", "行政许可").state) == ("未列", "待核")


def test_a_licence_that_only_penalties_cite_is_not_listed_under_another_category(holding: Holding) -> None:
    licence = _one(holding([("对无证经营样品的处罚", "行政处罚", "《样品质量法》第四条")]), "4.1", "行政许可")
    assert (licence.state, licence.how) == ("未列", "只有处罚事项引这一条")


def test_a_chapter_on_liability_confers_no_fee_and_no_seizure_beside_a_fine(alone: Coverage) -> None:
    assert _one(alone, "18.1").state == "未列"
    for category in ("行政征收", "行政强制"):
        assert (_one(alone, "18.1", category).state, _one(alone, "18.1", category).how) == ("附带", "法律责任一章提到，不是授权")


def test_what_is_called_a_fine_in_the_first_chapter_is_none(alone: Coverage) -> None:
    assert not [one for one in alone.powers if one.power.article == "3" and one.state in ("未列", "类型不同")]


def test_a_penalty_named_beside_another_authoritys_is_not_asked_for(alone: Coverage) -> None:
    assert (_one(alone, "19.1").state, _one(alone, "19.1").how) == ("附带", "该款主要授予其他机关")


def test_who_decides_is_no_penalty_of_its_own(alone: Coverage) -> None:
    assert _one(alone, "20.1").state == "附带"


def test_a_licence_of_a_rule_is_the_laws(ruled: Coverage) -> None:
    assert (_one(ruled, "2.1", "行政许可").state, _one(ruled, "2.1", "行政许可").how) == (
        "附带",
        "规章、规范性文件不能设定这类职权，授权在上位法",
    )


def test_an_inspection_of_a_rule_is_the_laws(ruled: Coverage) -> None:
    assert (_one(ruled, "3.1", "行政检查").state, _one(ruled, "3.1", "行政检查").how) == ("附带", "上位法授予的同一职权")


def test_a_rule_sets_fines_and_restates_the_rest(ruled: Coverage) -> None:
    assert _one(ruled, "4.1").state == "未列"
    assert (_one(ruled, "5.1").state, _one(ruled, "5.1").how) == ("附带", "规章对上位法处罚的具体规定")


def test_a_rule_that_names_nobody_asks_nothing(ruled: Coverage) -> None:
    assert (_one(ruled, "6.1").state, _one(ruled, "6.1").how) == ("附带", "规章没有写明机关")


def test_an_inspection_listed_under_another_act_is_shown(holding: Holding) -> None:
    found = holding([_FINE, ("对样品经营的监督检查", "行政检查", "《某省样品管理条例》第三条")])
    inspection = _one(found, "7.1", "行政检查")
    assert (inspection.state, inspection.how) == ("已列", "已有同类事项，依据的是其他条款")
    assert [item.name for item in inspection.items] == ["对样品经营的监督检查"]


def test_a_seizure_listed_once_holds_the_acts_other_seizures(holding: Holding) -> None:
    found = holding([("对涉嫌传销行为的查封、扣押", "行政强制", "《样品质量法》第九条第（二）项")])
    assert _one(found, "9.1", "行政强制").state == "已列"


def test_what_is_read_poorly_is_to_be_looked_at() -> None:
    power = Power("20", 1, None, "行政强制", ("强制执行",), "植物检疫机构")
    held = HeldPower("a", "某条例", "《某条例》第二十条第一款", power, "未列", ("植物检疫机构",))
    (found,) = separate([held], Surroundings(Statute("a", "某条例", (), "行政法规", None, None, ()), None, (), frozenset()), ())
    assert (found.state, found.how) == ("待核", "这类职权从条文读得不够准")
    taxed = replace(held, power=replace(power, category="行政征收", acts=("征收",)))
    (found,) = separate([taxed], Surroundings(Statute("a", "某条例", (), "行政法规", None, None, ()), None, (), frozenset()), ())
    assert found.state == "待核"


def test_the_registration_of_enterprises_is_asked_for_once_in_a_list(holding: Holding) -> None:
    register = Power("9", 1, None, "行政许可", ("许可",), "企业登记机关")
    held = HeldPower("a", "某法", "《某法》第九条第一款", register, "未列", ("企业登记机关",))
    around = Surroundings(Statute("a", "某法", (), "法律", None, None, ()), None, (), frozenset())
    items = [one.items[0] for one in holding([("企业登记注册", "行政许可", "《样品质量法》第四条")]).powers if one.items]
    (found,) = separate([held], around, items)
    assert (found.state, found.how) == ("附带", "企业登记、备案已有事项")
    (found,) = separate([held], around, ())
    assert (found.state, found.how) == ("待核", "条款没有写明由哪一级行使")


def test_penalties_of_a_law_are_not_sure_where_the_items_rest_on_its_implementing_regulation(index: Index) -> None:
    rows = [(f"对计量违法行为{n}的处罚", "行政处罚", f"《中华人民共和国计量法实施细则》第四十{n}条") for n in "三四"]
    found = held_against(index, rows, "计量法")
    assert {one.state for one in found.powers if one.power.category == "行政处罚"} & {"未列", "待核"} == {"待核"}


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("麻醉药品和精神药品管理条例", "麻醉药品和精神药品"),
        ("特种设备安全监督检查办法", "特种设备"),
        ("中华人民共和国渔业法", "渔业"),
        ("监督检查办法", ""),
    ],
)
def test_what_an_act_is_about_is_its_title_without_the_words_of_form(title: str, subject: str) -> None:
    assert subject_of(title) == subject


@pytest.mark.parametrize(("region", "title", "alone"), [
    ("新疆维吾尔自治区", "中华人民共和国海上交通安全法", True),
    ("克拉玛依市", "中华人民共和国渔港水域交通安全管理条例", True),
    ("河北省", "中华人民共和国海上交通安全法", False),
    ("新疆维吾尔自治区", "中华人民共和国内河交通安全管理条例", False),
    ("某地", "中华人民共和国海上交通安全法", False),
    (None, "中华人民共和国海上交通安全法", False),
])
def test_acts_on_the_sea_ask_nothing_of_a_list_without_a_coast(region: str | None, title: str, alone: bool) -> None:
    assert is_of_the_sea_alone(title, region) is alone


def test_what_an_act_on_the_sea_confers_is_to_be_looked_at_inland(index: Index) -> None:
    rows = [("船员适任证书核发", "行政许可", "《海上交通安全法》第十三条")]
    found = held_against(index, rows, "海上交通安全法", department="鹤壁市交通运输局")
    assert not {one.state for one in found.powers} & {"未列", "类型不同"}
    assert "管的是海上、沿海，清单所在地不临海" in {one.how for one in found.powers if one.state == "待核"}


def test_the_articles_of_a_code_on_the_sea_are_to_be_looked_at_inland(index: Index) -> None:
    rows = [("船舶污染监督检查", "行政检查", "《生态环境法典》第三百八十条")]
    found = held_against(index, rows, "生态环境法典", department="鹤壁市交通运输局")
    marine = [one for one in found.powers if one.how == "管的是海上、沿海，清单所在地不临海"]
    assert marine
    assert {one.state for one in marine} == {"待核"}
    assert len({one.power.article for one in marine}) < len({one.power.article for one in found.powers})


def test_a_list_on_a_newer_text_than_the_index_holds_is_told_no_gap(index: Index) -> None:
    newer = "《道路货物运输及站场管理规定》（2023年11月10日第七次修正）第六十三条第一款"
    held = "《道路货物运输及站场管理规定》第六十三条第一款"
    department = "鹤壁市交通运输局"
    for basis, gaps in ((newer, False), (held, True)):
        found = held_against(index, [("对无证运输的处罚", "行政处罚", basis)], "道路货物运输及站场管理规定", department=department)
        penalties = [one for one in found.powers if one.power.category == "行政处罚"]
        assert ("未列" in {one.state for one in penalties}) is gaps
        assert ("1 个事项引的是索引没有收录的文本" in {one.how for one in penalties}) is not gaps


def test_the_survey_of_fishing_vessels_is_transport_s_since_2018() -> None:
    assert fields_of("渔业船舶检验机构") == {"交通运输"}
