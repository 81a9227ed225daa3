"""What makes a gap doubtful, one reason each; what nothing makes doubtful is said to be missing."""

from dataclasses import replace
from datetime import date

import pytest

from basischeck.coverage.doubts import Reasons, doubt, unsettled
from basischeck.coverage.model import INFERRED, SHOWN, UNNAMED, HeldPower
from basischeck.coverage.newer import law_with_chapter, newer_law
from basischeck.statute import Index, open_index
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import Power, PowerCategory
from tests.unit.coverage.conftest import Holding, held_against
from tests.unit.coverage.test_claims import _one

_DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _gap(category: PowerCategory, *acts: str, holder: str | None = "县级以上人民政府市场监督管理部门", level: str | None = "县级以上") -> HeldPower:
    power = Power("9", 1, None, category, acts, holder, level, judged=True)
    return HeldPower("a", "某条例", "《某条例》第九条第一款", power, "未列", (holder,) if holder else (), level=level)


_FINE = _gap("行政处罚", "罚款")
_DRUGS = "药品监督管理部门"


@pytest.mark.parametrize("sure", [
    _FINE,
    _gap("行政处罚", "没收", "罚款", holder="市场监督管理部门", level=None),
    _gap("行政处罚", "罚款", holder="设区的市级人民政府药品监督管理部门", level="市级"),
    _gap("行政处罚", "罚款", holder="食品药品监督管理部门", level=None),
    _gap("行政许可", "许可"),
    _gap("行政奖励", "奖励", holder="市场监督管理部门", level=None),
    _gap("其他职权", "备案"),
    replace(_FINE, inferred=True, exercised=True),
    replace(_FINE, title="中华人民共和国药品管理法", power=replace(_FINE.power, article="119")),
])  # fmt: skip
def test_nothing_makes_these_doubtful(sure: HeldPower) -> None:
    assert doubt(sure, [sure], Reasons(inland=True)) == ""


@pytest.mark.parametrize(("gap", "known", "why"), [
    (replace(_FINE, power=replace(_FINE.power, at_sea=True)), Reasons(inland=True), "管的是海上、沿海，清单所在地不临海"),
    (_gap("行政征收", "征收"), Reasons(), "收费、征收以现行收费目录为准"),
    (_gap("行政给付", "给付"), Reasons(), "给付以现行待遇规定为准"),
    (_gap("行政裁决", "裁决"), Reasons(), "处理纠纷也可以随查处列出"),
    (_gap("行政强制", "加收滞纳金"), Reasons(), "滞纳金随征收，以现行的征收机关为准"),
    (replace(_FINE, power=replace(_FINE.power, doubted=True)), Reasons(), "这一款授不授予这项职权，核读时有疑问"),
    (_FINE, Reasons(lambda category: f"{category}另有事项"), "行政处罚另有事项"),
    (_FINE, Reasons(newer="某法"), "《某法》在这部法规之后修改，同一职权可能已在其中"),
    (replace(_FINE, power=replace(_FINE.power, elsewhere=True)), Reasons(), "条款指引按其他法规处罚，职权在其他法规"),
    (_gap("行政处罚", "没收"), Reasons(), "只是没收，可能随同一法规的其他处罚行使"),
    (_gap("行政处罚", "罚款", holder=_DRUGS, level=None), Reasons(), "这一领域的职权按层级分工，条款没有写明市县有"),
    (_gap("行政许可", "许可", holder="市场监督管理部门", level=None), Reasons(), "条款没有写明由哪一级行使"),
    (_gap("行政检查", "检查", holder="市场监督管理部门", level=None), Reasons(), "条款没有写明由哪一级行使"),
    (_gap("其他职权", "责令"), Reasons(), "责令一类的措施，也可以随检查、处罚列出"),
    (_gap("行政奖励", "奖励", holder=None, level=None), Reasons(), "条款没有写明由哪个机关表彰、奖励"),
    (replace(_FINE, inferred=True), Reasons(), INFERRED),
    (replace(_FINE, foreign=True, exercised=True), Reasons(), SHOWN),
    (replace(_FINE, foreign=True, exercised=True, holders=()), Reasons(), UNNAMED),
    (_FINE, Reasons(beside=lambda _: "有事项引同一条的其他款"), "有事项引同一条的其他款"),
    (_gap("行政处罚", "吊销许可证件", "取消资格", holder=None), Reasons(), "只是吊销、取消资格，由发证、认可的机关决定"),
    (replace(_FINE, power=replace(_FINE.power, holder=None, refers=True)), Reasons(), "条款指引按同一法规的其他条款处罚，可以随那一条列出"),
    (replace(_FINE, title="中华人民共和国药品管理法", power=replace(_FINE.power, article="131")), Reasons(), "这一领域的职权按层级分工，条款没有写明市县有"),
])  # fmt: skip
def test_each_of_these_makes_a_gap_doubtful(gap: HeldPower, known: Reasons, why: str) -> None:
    assert doubt(gap, [gap], known) == why


def test_a_paragraph_on_the_sea_is_sure_on_the_coast() -> None:
    assert doubt(replace(_FINE, power=replace(_FINE.power, at_sea=True)), [], Reasons()) == ""


def test_a_licence_beside_a_listed_one_may_be_part_of_it() -> None:
    licence = _gap("行政许可", "许可")
    listed = replace(licence, state="已列")
    assert doubt(licence, [licence, listed], Reasons()) == "同一法规的许可已有事项，这一条可能是它的程序或者子项"


def test_a_power_of_another_category_is_shown_as_that_though_no_level_is_stated() -> None:
    gap = replace(_gap("行政强制", "查封", holder="市场监督管理部门", level=None), state="类型不同")
    assert doubt(gap, [gap], Reasons()) == ""


def _act(index: Index, title: str) -> Statute:
    act = index.find(title)
    assert act is not None
    return act


def test_a_law_younger_than_the_regulation_that_bears_its_name(index: Index) -> None:
    laws = [_act(index, "特种设备安全法"), _act(index, "公路法")]
    assert newer_law(_act(index, "特种设备安全监察条例"), laws, _DAY) == "中华人民共和国特种设备安全法"
    assert newer_law(_act(index, "棉花质量监督管理条例"), laws, _DAY) == ""
    assert newer_law(_act(index, "网络交易监督管理办法"), [_act(index, "电子商务法")], _DAY) == ""
    assert newer_law(_act(index, "公路法"), laws, _DAY) == ""


def test_a_law_made_later_with_a_chapter_on_the_acts_subject_may_have_its_penalties(index: Index) -> None:
    law = [_act(index, "社会保险法")]
    for title in ("失业保险条例", "社会保险费征缴暂行条例"):
        assert law_with_chapter(_act(index, title), law, index, _DAY) == "中华人民共和国社会保险法"
    assert law_with_chapter(_act(index, "住房公积金管理条例"), law, index, _DAY) == ""
    known = Reasons(chapter_in="某法")
    assert doubt(_FINE, [_FINE], known) == "《某法》在这部法规之后制定，有专章规定同一事项，同一职权可能已在其中"
    licence = _gap("行政许可", "许可")
    assert doubt(licence, [licence], known) == ""


def test_a_table_says_which_articles_are_another_departments_by_now(index: Index) -> None:
    rows = [("对违反劳动法的处罚", "行政处罚", "《劳动法》第九十条")]
    found = held_against(index, rows, "劳动法", department="鹤壁市人力资源和社会保障局")
    assert _one(found, "92.1").how == "劳动安全卫生的职权现在多由应急管理、卫生健康部门行使"


def test_an_authority_that_not_every_place_has_is_asked_for_where_the_list_cites_it(index: Index) -> None:
    act, transport = "危险化学品安全管理条例", "鹤壁市交通运输局"
    road = ("对危险化学品道路运输违法行为的处罚", "行政处罚", f"《{act}》第八十六条")
    port = ("对港口经营人违法行为的处罚", "行政处罚", f"《{act}》第七十六条第二款")
    without, with_port = (held_against(index, rows, act, department=transport) for rows in ([road], [road, port]))
    assert (_one(without, "78.2").state, _one(without, "78.2").how[:8]) == ("待核", "有的地方没有港口")
    assert _one(with_port, "78.2").state == "未列"


def test_who_only_takes_the_licence_of_whom_another_authority_punishes_may_leave_it_out(index: Index) -> None:
    rows = [("对危险化学品包装物违法行为的处罚", "行政处罚", "《危险化学品安全管理条例》第七十九条第一款")]
    found = held_against(index, rows, "危险化学品安全管理条例")
    (taken,) = [one for one in found.powers if (one.power.article, one.power.paragraph, one.power.category) == ("84", 1, "行政处罚")]
    assert (taken.state, taken.how) == ("待核", "随其他机关的处罚吊销证照，可以不单列")


def test_offences_that_no_item_cites_are_to_be_looked_at_where_items_cite_them_one_by_one(holding: Holding) -> None:
    one = ("对不标明产地的处罚", "行政处罚", "《样品质量法》第十四条第一款第（一）项")
    two = ("对不标明日期的处罚", "行政处罚", "《样品质量法》第十四条第一款第（二）项")
    (gap,) = [p for p in holding([one]).powers if p.how.startswith("同一款的其他各项已列")]
    assert (gap.citation, gap.state) == ("《中华人民共和国样品质量法》第十四条第一款第（二）项", "待核")
    assert not [p for p in holding([one, two]).powers if p.how.startswith("同一款的其他各项已列")]
    whole = ("对不标明的处罚", "行政处罚", "《样品质量法》第十四条第一款")
    assert not [p for p in holding([one, whole]).powers if p.how.startswith("同一款的其他各项已列")]
    assert _one(holding([one]), "14.2").how == "有事项引同一条的其他款，这一款可能在同一事项之中"


def test_several_open_offences_are_one_that_names_them_all(index: Index) -> None:
    rows = [(f"对违反第{n}项的处罚", "行政处罚", f"《广告法》第五十八条第一款第（{n}）项") for n in ("一", "二", "四", "六", "七", "八", "九", "十一", "十二", "十三", "十四")]
    (gap,) = [p for p in held_against(index, rows, "广告法").powers if p.how.startswith("同一款的其他各项已列")]
    assert gap.citation == "《中华人民共和国广告法》第五十八条第一款第（三）、（五）、（十）项"


def test_an_authority_that_is_another_department_elsewhere_is_sure_only_where_the_list_has_powers_of_it() -> None:
    gas = _gap("行政处罚", "罚款", holder="县级以上地方人民政府燃气管理部门")
    fields = frozenset({"住房城乡建设"})
    (alone,) = unsettled([gas], fields)
    assert (alone.state, alone.how) == ("待核", "各地归不同的部门管，清单中没有这类机关的职权")
    assert [one.state for one in unsettled([gas, replace(gas, state="已列")], fields)] == ["未列", "已列"]
    built = _gap("行政处罚", "罚款", holder="建设行政主管部门、燃气管理部门")
    assert [one.state for one in unsettled([built], fields)] == ["未列"]
