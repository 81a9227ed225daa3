"""What an item's name states of its own category and kind."""

import pytest

from basischeck.facts.naming import contradicting_category, stated_category, states_kind


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("对违反某规定行为的处罚", "行政处罚"),
        ("对某行为的行政处罚（市级）", "行政处罚"),
        ("对某单位的监督检查", "行政检查"),
        ("食品经营许可证核发", "行政许可"),
        ("对有功人员的奖励", "行政奖励"),
        ("对某场所的行政强制", "行政强制"),
        ("某某费征收", "行政征收"),
        ("对擅自取水的罚款", "行政处罚"),
        ("没收违法所得", "行政处罚"),
        ("扣押违法运输车辆", "行政强制"),
        ("对先进单位的表彰", "行政奖励"),
        ("对举报违反某法行为有功人员的奖励", "行政奖励"),
        ("最低生活保障金给付", "行政给付"),
    ],
)
def test_an_ending_without_doubt_states_the_category(name: str, stated: str) -> None:
    assert stated_category(name) == stated


@pytest.mark.parametrize("name", ["未取得许可从事经营", "拒绝监督检查", "某项目审批", "营业前消防安全检查", "某登记"])
def test_a_description_of_a_wrong_and_an_open_ending_state_nothing(name: str) -> None:
    assert stated_category(name) is None


@pytest.mark.parametrize(
    ("name", "category", "wanted"),
    [
        ("对某行为的处罚", "行政许可", "行政处罚"),
        ("对某行为的处罚", "其他职权", "行政处罚"),
        ("食品经营许可", "行政处罚", "行政许可"),
        ("某某项目审批", "行政处罚", "审批事项"),
        ("未办理某登记", "行政处罚", None),
        ("某某项目审批", "其他职权", None),
        ("对某行为的处罚", "行政处罚", None),
        ("对某单位的监督检查", "其他职权", None),
        ("对某资格的确认", "行政许可", None),
        ("对某行为的处罚", None, None),
    ],
)
def test_a_name_contradicts_another_category_only_where_the_two_cannot_stand_together(
    name: str, category: str | None, wanted: str | None
) -> None:
    assert contradicting_category(name, category) == wanted


@pytest.mark.parametrize(
    "name", ["对吊销某资格证的行政处罚", "违反某规定的，吊销营业执照", "吊销营业执照", "对某行为责令停产停业、吊销许可证的处罚"]
)
def test_a_kind_at_the_end_is_the_power(name: str) -> None:
    assert states_kind(name, ("吊销",)) == "吊销"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("对民宿经营者虚报材料的行政拘留处罚", "行政拘留"),
        ("对擅自停业的行政拘留", "行政拘留"),
        ("吊销伪造记录的某企业营业执照", "吊销营业执照"),
        ("对某场所超范围经营没收违法所得的处罚", "没收违法所得"),
        ("对使用不合格原料的没收违法所得", "没收违法所得"),
        ("冻结涉嫌违法的账户", "冻结账户"),
        ("冻结某经营者的存款、汇款", "冻结汇款"),
        ("对某场所擅自停业没收违法所得的处罚", "没收违法所得"),
        ("对某经营者拒不改正安全隐患吊销营业执照的处罚", "吊销营业执照"),
        ("吊销未按规定备案的某企业营业执照", "吊销营业执照"),
        ("对某行为的处罚（吊销营业执照）", "吊销营业执照"),
    ],
)
def test_the_wrong_before_the_kind_and_the_object_inside_it_do_not_hide_the_power(name: str, kind: str) -> None:
    assert states_kind(name, ("行政拘留", "吊销营业执照", "没收违法所得", "冻结账户", "冻结汇款")) == kind


@pytest.mark.parametrize(
    "name",
    ["对被吊销许可证的单位的处罚", "对吊销许可证后仍从事经营活动的处罚", "吊销许可证未满三年重新申请的处罚", "对因违规被吊销证书而谎报遗失行为的处罚", "对拒不执行吊销决定的处罚",
     "对擅自动用吊销证书的处罚"],
)
def test_a_kind_that_only_describes_the_case_is_not(name: str) -> None:
    assert states_kind(name, ("吊销",)) is None
