"""Whose a power is, where the provision names several authorities, or none."""

from datetime import date

import pytest

from basischeck.catalog import read_bytes
from basischeck.coverage.coverage import Wanted, find_coverage
from basischeck.coverage.fields import fields_of, is_generic
from basischeck.coverage.holders import Holders
from basischeck.coverage.level import level_of_holder
from basischeck.statute import Index, open_index
from basischeck.statute.powers.model import Power
from tests.unit.coverage.conftest import Holding, held_against
from tests.unit.coverage.test_claims import _one

DAY = date(2026, 11, 22)
_CITED = [("对不标明产地的处罚", "行政处罚", "《样品质量法》第十四条第一款")]


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _power(article: str, category: str, acts: tuple[str, ...], holder: str | None, paragraph: int = 1, level: str | None = None) -> Power:
    return Power(article, paragraph, None, category, acts, holder, level)  # type: ignore[arg-type]  # a literal of the test


def test_detention_by_the_police_does_not_make_the_next_paragraph_theirs(holding: Holding) -> None:
    seized = _one(holding(_CITED), "17.2")
    assert (seized.holders, seized.inferred, seized.level) == (("县级以上人民政府市场监督管理部门",), False, "县级以上")


def test_of_several_authorities_only_the_departments_acts_are_asked_for() -> None:
    mine = _power("5", "行政处罚", ("罚款",), "市场监督管理部门")
    theirs = _power("5", "行政处罚", ("拘留",), "公安机关")
    holders = Holders([mine, theirs], "某条例")
    assert holders.of(theirs).fields == {"公安"}
    assert holders.of(mine).fields == {"市场监管"}


def test_a_power_of_another_level_is_not_asked_for_because_another_authority_states_none(index: Index) -> None:
    statute = index.find("疫苗管理法")
    assert statute is not None
    version = statute.in_force(DAY)
    assert version is not None
    known = index.powers(version.id)
    ours = next(p for p in known if (p.article, p.paragraph) == ("80", 3) and p.holder and "药品" in p.holder)
    assert Holders(known, statute.title).of(ours).level == "省级以上"


def test_traffic_police_are_police(holding: Holding) -> None:
    assert fields_of("公安机关交通管理部门") == {"公安"}
    assert fields_of("交通运输主管部门") == {"交通运输"}
    assert _one(holding(_CITED, department="鹤壁市交通运输局"), "11.1", "行政许可").state == "他机关"


def test_registrars_of_marriages_are_none_of_enterprises() -> None:
    assert fields_of("婚姻登记机关") == {"民政"}
    assert fields_of("公司登记机关") == {"市场监管"}


@pytest.mark.parametrize("name", ["商标评审委员会", "国家知识产权局", "农业部", "海关总署", "中华人民共和国渔政渔港监督管理局"])
def test_organs_of_which_there_is_one_in_the_country_are_the_states(name: str) -> None:
    assert level_of_holder(name) == "国家"


@pytest.mark.parametrize("name", ["质检部门", "市场监督管理局", "公安机关", "劳动能力鉴定委员会"])
def test_a_name_without_a_level_tells_none(name: str) -> None:
    assert level_of_holder(name) is None


def test_an_authority_named_with_one_of_the_state_is_of_the_same_level() -> None:
    health = _power("28", "行政许可", ("许可",), "国务院卫生主管部门", level="国家")
    animals = _power("28", "行政许可", ("许可",), "兽医主管部门")
    assert Holders([health, animals], "某条例").of(animals).level == "国家"


def test_who_examines_an_application_is_of_the_level_that_receives_it() -> None:
    asked = _power("32", "行政许可", ("许可",), "省、自治区、直辖市人民政府药品监督管理部门", level="省级")
    examines = _power("32", "行政许可", ("许可",), "药品监督管理部门", paragraph=2)
    assert Holders([asked, examines], "某条例").of(examines).level == "省级"


def test_who_issued_the_licence_is_whom_the_paragraph_names_beside() -> None:
    orders = _power("86", "其他职权", ("责令",), "卫生健康主管部门", paragraph=2)
    revokes = _power("86", "行政处罚", ("吊销许可证件",), "原发证部门", paragraph=2)
    fines = _power("86", "行政处罚", ("罚款",), "药品监督管理部门")
    assert Holders([fines, orders, revokes], "某法").of(revokes).names == ("卫生健康主管部门",)


def test_a_fee_or_a_licence_without_an_organ_is_nobodys(holding: Holding) -> None:
    named = [_power("1", "行政处罚", ("罚款",), "市场监督管理部门")] * 3
    fee = _power("2", "行政征收", ("征收",), None)
    fine = _power("3", "行政处罚", ("罚款",), None)
    holders = Holders([*named, fee, fine], "某法")
    assert holders.of(fee).names == ()
    assert holders.of(fine).names == ("市场监督管理部门",)
    assert _one(holding(_CITED), "6.1", "行政许可").state == "未写机关"


def test_an_act_of_many_authorities_has_no_main_one() -> None:
    several = [_power(str(n), "行政处罚", ("罚款",), name) for n, name in enumerate(("公安机关", "民政部门", "税务机关"), 1)]
    nobody = _power("9", "行政处罚", ("罚款",), None)
    assert Holders([*several, nobody], "某法").of(nobody).names == ()


def test_governments_and_their_departments_are_each_department_in_its_field() -> None:
    reward = _power("15", "行政奖励", ("奖励",), "县级以上人民政府及其有关部门", level="县级以上")
    fine = _power("99", "行政处罚", ("罚款",), "药品监督管理部门")
    held = Holders([fine, reward], "某法").of(reward)
    assert (held.names, held.level, held.inferred) == (("县级以上人民政府及其有关部门",), "县级以上", True)
    assert "市场监管" in held.fields


def test_a_registrar_without_a_field_is_the_acts() -> None:
    check = _power("38", "行政检查", ("检查",), "登记机关")
    held = Holders([check], "中华人民共和国市场主体登记管理条例").of(check)
    assert (held.names, held.fields) == (("登记机关",), {"市场监管"})


def test_what_an_offender_left_undone_is_no_authority() -> None:
    penalty = _power("40", "行政处罚", ("没收", "罚款"), "公安机关")
    undone = _power("40", "行政处罚", ("没收", "罚款"), "未及时到市场监督管理部门", paragraph=2)
    holders = Holders([penalty, undone], "易制毒化学品管理条例")
    assert (holders.of(undone).fields, holders.of(undone).inferred) == ({"公安"}, True)


def test_an_organ_of_a_ministry_is_the_states() -> None:
    assert level_of_holder("交通运输部海事局") == "国家"
    assert level_of_holder("海事管理机构") is None


def test_many_authorities_that_punish_by_their_own_acts_are_given_nothing(index: Index) -> None:
    found = held_against(index, [("对互联网信息服务的处罚", "行政处罚", "《互联网信息服务管理办法》第十九条")], "互联网信息服务管理办法")
    assert (_one(found, "24.1").state, _one(found, "24.1").how) == ("附带", "由各机关依照各自的法规处罚")


@pytest.mark.parametrize("name", ["受理申请的机关", "前款规定的部门", "收到备案的主管部门", "监督检查部门", "资质许可机关", "原核发机关"])
def test_the_organ_that_was_applied_to_names_no_field(name: str) -> None:
    assert is_generic(name)
    assert not is_generic("受理申请的公安机关")


@pytest.mark.parametrize(("name", "fields"), [
    ("县级以上人民政府教育行政部门", {"教育"}),
    ("县级以上地方人民政府民政部门", {"民政"}),
    ("环境卫生主管部门", {"城市管理"}),
    ("负责特种设备安全监督的管理部门", {"市场监管"}),
    ("应急管理、住房城乡建设、公安等有关部门", {"应急管理", "住房城乡建设", "公安"}),
    ("燃气管理部门", {"住房城乡建设", "城市管理"}),
    ("公安机关消防机构", {"消防救援"}),
    ("各级医药管理部门", {"市场监管", "药品监管"}),
    ("中医药管理部门", {"卫生健康", "医药"}),
    ("供热行政主管部门", {"住房城乡建设", "城市管理"}),
    ("风景名胜区管理机构", set()),
])  # fmt: skip
def test_the_field_of_an_authority_is_that_of_its_longest_word(name: str, fields: set[str]) -> None:
    assert fields_of(name) == fields


def test_what_a_municipality_calls_the_city_is_itself(index: Index) -> None:
    """上海市档案条例 gives powers to 市或者区档案主管部门: the first is the list's own."""
    table = "序号,事项名称,权力类型,实施依据,行使主体\n1,对档案违法行为的处罚,行政处罚,《上海市档案条例》第四十六条,上海市档案局\n"
    read = read_bytes(table.encode("utf-8-sig"), "清单.csv")
    found = find_coverage([read], index, date(2026, 11, 22), Wanted(("上海市档案条例",), None, "上海市"))
    named = [one for one in found.powers if one.power.level == "市县级" and "档案" in (one.power.holder or "")]
    assert found.level == "省级"
    assert named
    assert "非本级" not in {one.state for one in named}
