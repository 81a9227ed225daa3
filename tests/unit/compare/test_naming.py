import pytest

from basischeck.compare.naming import conflict, read_name


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("对使用童工的处罚", "对使用童工的行政强制"),
        ("对企业未公示年度报告的处罚", "对个体工商户未公示年度报告的处罚"),
        ("县级文物保护单位修缮审批", "市级文物保护单位修缮审批"),
        ("养老机构设立审批", "养老机构注销审批"),
        ("养老机构设立审批", "养老机构变更审批"),
        ("食品生产许可", "食品经营许可"),
        ("食品经营许可", "食品经营许可变更"),
        ("第一类医疗器械生产备案", "第二类医疗器械生产备案"),
        ("道路旅客运输经营许可", "道路货物运输经营许可"),
        ("对水路运输业务的监督检查", "对公路运输业务的监督检查"),
        ("使用4500千克以下货车的许可", "使用7500千克以下货车的许可"),
        ("公办学校设立审批", "民办学校设立审批"),
        ("新建燃气设施审批", "改建燃气设施审批"),
        ("陆生野生动物猎捕许可", "水生野生动物猎捕许可"),
        ("对机动车违法停放的处罚", "对非机动车违法停放的处罚"),
        ("对单位违反统计规定的处罚", "对个人违反统计规定的处罚"),
        ("对违法建筑的查封", "对违法建筑的扣押"),
        ("省际道路客运许可", "市际道路客运许可"),
        ("建设工程设计资质审批", "建设工程施工资质审批"),
        ("对经营者未明码标价的处罚", "对消费者未明码标价的处罚"),
        ("对招标人串通投标的处罚", "对投标人串通投标的处罚"),
        ("初级职称评审", "中级职称评审"),
        ("国有土地使用权审批", "集体土地使用权审批"),
        ("医疗机构设置审批", "医疗机构执业登记"),
    ],
)
def test_a_legally_relevant_word_makes_two_items(ours: str, theirs: str) -> None:
    assert conflict(read_name(ours), read_name(theirs)) is not None
    assert conflict(read_name(theirs), read_name(ours)) is not None


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("对无证经营的处罚", "对无证经营行为的行政处罚"),
        ("养老机构设立审批", "养老机构设立、变更审批"),
        ("对企业的监督检查", "对企业的行政检查"),
        ("不动产权属登记", "不动产权属确认"),
        ("取水许可", "取水许可审批"),
        ("公共场所卫生许可", "公共场所卫生许可证发放"),
        ("对查封、扣押物品的处理", "对扣押、查封物品的处理"),
    ],
)
def test_what_is_said_in_other_words_is_no_conflict(ours: str, theirs: str) -> None:
    assert conflict(read_name(ours), read_name(theirs)) is None


def test_width_spaces_and_punctuation_make_no_other_name() -> None:
    assert read_name("对 伪造，变造证书（牌照）的处罚。").plain == read_name("对伪造、变造证书(牌照)的处罚").plain


def test_a_leading_number_is_no_part_of_a_name() -> None:
    assert read_name("审批", "2.分立审批").plain == read_name("审批", "分立审批").plain


def test_frames_of_one_meaning_have_one_core() -> None:
    cores = {read_name(text).core for text in ("对伪造检验报告的处罚", "对伪造检验报告行为的行政处罚", "对伪造检验报告等行为的处罚")}
    assert len(cores) == 1


def test_a_name_of_nothing_but_frame_keeps_a_core() -> None:
    assert read_name("行政处罚").core
