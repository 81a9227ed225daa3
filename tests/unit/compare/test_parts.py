"""Names that say a part of what others say, and what comes near an item that stands alone."""

import json

import pytest

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare import Comparison, compare_lists
from basischeck.compare.as_text import to_text
from basischeck.compare.difference import nearness
from basischeck.compare.naming import conflict, read_name
from tests.unit.compare.lists import a_list, reader

ALL = "对未取得许可证经营种子;以欺骗手段取得种子经营许可证;伪造、买卖、租借种子经营许可证的处罚"
FIRST = "对未取得许可证经营种子等行为的处罚"
SEED = "《种子法》第七十六条"


def compared(ours: tuple[str, ...], theirs: tuple[str, ...], *more: tuple[str, ...]) -> Comparison:
    return compare_lists([a_list(ours), a_list(theirs, *more, file="望河县清单.json")], reader())


def told(found: Comparison) -> list[str]:
    return [one.how for group in found.of("similar") for member in group.members for one in member.differences]


def nearest(found: Comparison) -> list[str]:
    return [nearness(group.members[0].near) for group in found.of("unique") if group.members[0].near]


@pytest.mark.parametrize(("name", "is_open"), [(FIRST, True), ("对擅自取水等的行政处罚", True), ("对擅自取水的处罚", False), ("对等级评定的监督检查", False)])
def test_a_name_may_stand_for_more_than_it_says(name: str, is_open: bool) -> None:
    assert read_name(name).open is is_open


def test_the_first_of_several_acts_stands_for_all_of_its_provision() -> None:
    found = compared((ALL, "行政处罚", SEED), (FIRST, "行政处罚", SEED))
    assert told(found) == ["前者列举各种情形，后者只写其中一部分，用“等”概括"]


def test_on_another_provision_the_first_of_several_acts_stands_for_itself() -> None:
    assert not told(compared((ALL, "行政处罚", "《种子法》第七十五条"), (FIRST, "行政处罚", SEED)))


def test_what_an_open_name_leaves_unsaid_sets_nothing_apart() -> None:
    assert conflict(read_name("未按规定登记擅自使用的;未按规定办理变更登记的处罚"), read_name("对未按规定登记擅自使用等行为的处罚")) is None
    assert conflict(read_name("食品经营许可变更"), read_name("食品经营许可等的办理")) is not None


def test_everybody_is_nobody_in_particular() -> None:
    assert conflict(read_name("对单位和个体工商户迟报统计资料的处罚"), read_name("对迟报统计资料的处罚")) is None
    assert conflict(read_name("对个体工商户未公示年度报告的处罚"), read_name("对未公示年度报告的处罚")) is not None


def test_a_power_does_not_turn_into_one_of_another_category() -> None:
    found = compared(("对生猪定点屠宰厂（场）设立的检查", "行政检查", "《生猪屠宰管理条例》第九条"), ("生猪定点屠宰厂（场）设立审查", "行政许可", "《生猪屠宰管理条例》第九条"))
    assert [group.relation for group in found.groups] == ["unique", "unique"]
    assert set(nearest(found)) == {"“行政检查”与“行政许可”不是一项", "“行政许可”与“行政检查”不是一项"}
    assert told(compared(("取水许可审批", "行政许可", "《水法》第七条"), ("取水许可证核发", "其他行政权力", "《水法》第七条")))


def test_an_item_without_sub_items_is_what_another_list_splits() -> None:
    basis = "《职业教育法》第三十四条"
    rows = [{"事项名称": "设立技工学校审批", "子项名称": name, "权力类型": "行政许可", "设定依据": basis} for name in ("设立普通技工学校审批", "设立技师学院审批")]
    found = compare_lists([a_list(("设立技工学校审批", "行政许可", basis)), read_rows(rows)], reader())
    assert [len(group.members) for group in found.groups] == [2, 1]
    assert nearest(found) == ["已与另一项对应，可能是一项对几项"]


def read_rows(rows: list[dict[str, str]]) -> ListFile:
    return read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "望河县清单.json")


def test_what_stands_on_the_same_provision_is_near() -> None:
    found = compared(
        ("对预付卡发卡企业未公示章程的处罚", "行政处罚", "《单用途商业预付卡管理办法》第三十七条"),
        ("对商业预付卡违规行为的处罚", "行政处罚", "《单用途商业预付卡管理办法》第三十六条、第三十七条"),
        ("对商业预付卡的检查", "行政检查", "《单用途商业预付卡管理办法》第三十七条"),
    )
    assert nearest(found)[0] == "引同一条款，名称不同"
    assert [group.members[0].near.item.name for group in found.of("unique")[:1] if group.members[0].near] == ["对商业预付卡违规行为的处罚"]


@pytest.mark.parametrize(
    ("ours", "theirs", "how"),
    [
        ("对未按照规定保存档案的行政处罚", "未按规定保存档案的处罚。", "只是用字不同：“对未按照”作“未按”，“行政处罚”作“处罚。”"),
        ("对损毁档案材料的处罚", "对损毁、涂改档案材料行为的行政处罚", "多“、涂改”"),
        ("农业机械维修的检查", "农机维修的监督检查", "“业机械”作“机”，多“监督”"),
    ],
)
def test_only_words_that_mean_something_are_told_of(ours: str, theirs: str, how: str) -> None:
    basis = "《档案法》第四十九条"
    assert told(compared((ours, "行政处罚", basis), (theirs, "行政处罚", basis))) == [how]


def test_a_list_that_states_no_basis_names_no_other_one() -> None:
    found = compared(("对损毁档案的行政处罚", "行政处罚", "《档案法》第四十九条"), ("对损毁档案的处罚", "行政处罚", "/"))
    assert told(found)[-1] == "前者引《档案法》第四十九条，后者没有写依据"


def test_names_that_differ_in_writing_alone_are_counted_apart() -> None:
    basis = "《档案法》第四十九条"
    rows = [("对损毁档案的处罚", "行政处罚", basis), ("对涂改档案材料的处罚", "行政处罚", basis)]
    others = [("损毁档案行为的行政处罚", "行政处罚", basis), ("对涂改、伪造档案材料的处罚", "行政处罚", basis)]
    found = compare_lists([a_list(*rows), a_list(*others, file="望河县清单.json")], reader())
    assert [group.slight for group in found.groups] == [True, False]
    assert "相似 2 组（其中只是名称用字不同 1 组）" in to_text(found)
