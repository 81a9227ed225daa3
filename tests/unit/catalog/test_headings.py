"""Rows above and between the items: what they say of the items below them, and what only looks like it."""

import pytest

from basischeck.catalog import read_bytes
from basischeck.catalog.origin import category_in, organ_in
from tests.unit.catalog.sheets import Rows, assert_every_row_is_accounted_for, founding, read, reasons

HEAD: list[object] = ["序号", "事项名称", "实施依据", "备注"]


def settings(rows: Rows, merged: list[str] | None = None) -> list[tuple[str, str, str]]:
    found = read(rows, merged)
    assert_every_row_is_accounted_for(found)
    return [(item.name, item.category, item.department) for item in found.items]


@pytest.mark.parametrize("note", ["注：以上事项由市林业局实施。", "*号事项为委托实施", "说明：另有垂直管理事项未列入。"])
def test_a_note_between_groups_swallows_no_heading(note: str) -> None:
    rows: Rows = [
        HEAD,
        ["一、市林业局行政许可事项"],
        [1, "甲", "《甲法》第一条"],
        [note],
        ["二、市水务局行政处罚事项"],
        [1, "乙", "《乙法》第一条"],
        [note],
        ["（二）未尽事宜另行通知"],
    ]
    assert settings(rows) == [("甲", "行政许可", "市林业局"), ("乙", "行政处罚", "市水务局")]
    assert reasons(read(rows))[-1] == (7, 8, "脚注")


def test_the_points_of_a_note_head_nothing() -> None:
    rows: Rows = [
        HEAD,
        ["行政许可（2项）"],
        [1, "甲", "《甲法》第一条"],
        ["注：1.本页未完"],
        ["2.行政处罚另见附表"],
        [2, "乙", "《乙法》第一条"],
    ]
    assert settings(rows) == [("甲", "行政许可", ""), ("乙", "行政许可", "")]


def test_a_row_that_states_the_department_holds_for_the_rows_below_it() -> None:
    rows: Rows = [
        ["填报单位（印章）：某市水务局"],
        HEAD,
        [1, "甲", "《甲法》第一条"],
        ["单位名称：某市林业局（共1项）"],
        HEAD,
        [1, "乙", "《乙法》第一条"],
        ["审核单位：某市司法局"],
    ]
    assert settings(rows) == [("甲", "", "某市水务局"), ("乙", "", "某市林业局")]


def test_a_heading_may_give_its_count_in_another_cell() -> None:
    rows: Rows = [HEAD, ["一、行政许可", None, None, "共1项"], [1, "甲", "《甲法》第一条"], ["行政处罚", None, None, "1项"], [2, "乙", "《乙法》第一条"]]
    assert settings(rows) == [("甲", "行政许可", ""), ("乙", "行政处罚", "")]


def test_a_heading_of_several_categories_says_none_of_them() -> None:
    rows: Rows = [
        ["某市水务局行政许可、行政处罚事项清单"],
        HEAD,
        [1, "甲", "《甲法》第一条"],
        ["一、行政许可"],
        [2, "乙", "《甲法》第二条"],
        ["二、行政确认和行政奖励"],
        [3, "丙", "《甲法》第三条"],
    ]
    assert [category for _, category, _ in settings(rows)] == ["", "行政许可", ""]


def test_the_foot_of_a_list_is_no_item_and_no_part_of_one() -> None:
    rows: Rows = [
        HEAD,
        [1, "甲", "《甲法》第一条"],
        ["备注", "1.《甲法》简称甲法；2.层级为市级。"],
        [None, "3.另有规定的从其规定。"],
        [None, "抄送：市政府办公室。"],
        ["主要负责人签字：", None, None, "（盖章）"],
        [None, None, "某市林业局"],
        [None, None, "2025年12月1日"],
    ]
    found = read(rows)
    assert [(item.name, item.rows, founding(item)) for item in found.items] == [("甲", (2,), ["《甲法》第一条"])]
    assert reasons(found) == [(1, 1, "表头"), (3, 4, "脚注"), (5, 8, "填表信息")]


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("某县水务局委托镇街实施的行政处罚事项清单", "某县水务局"),
        ("某县教育局办理事项清单", "某县教育局"),
        ("一、城市管理委托执法类行政处罚（4项）", ""),
        ("二、违法建筑查处类行政强制（1项）", ""),
        ("三、取水许可办理类", ""),
        ("某县水务局（共8项）", "某县水务局"),
        ("某县林业局（绿化办）", "某县林业局（绿化办）"),
        ("法律、行政法规、国务院决定设定的行政许可事项清单", ""),
        ("中共某市委办公室", "中共某市委办公室"),
        ("某市水利工程管理处权责清单", "某市水利工程管理处"),
        ("单位：万元", ""),
    ],
)
def test_a_department_ends_where_its_name_does(text: str, organ: str) -> None:
    assert organ_in(text) == organ


def test_a_title_that_mentions_a_second_category_in_brackets_keeps_the_first() -> None:
    assert category_in("行政许可（含行政确认）") == "行政许可"
    assert category_in("行政许可和行政确认") == ""


@pytest.mark.parametrize("label", ["市级主管部门", "主管部门", "省级主管部门", "县级部门"])
def test_the_department_in_charge_is_the_department(label: str) -> None:
    found = read([["序号", label, "事项名称", "实施依据"], [1, "市水务局", "甲", "《甲法》第一条"]])
    assert [(item.department, item.department_from) for item in found.items] == [("市水务局", "column")]


@pytest.mark.parametrize(("file", "actors", "departments"), [
    ("人社.csv", ("县人力资源和社会保障局", "县人力资源和社会保障局"), {"县人力资源和社会保障局"}),
    ("人社.csv", ("县人力资源和社会保障局", "县就业服务中心"), {"人社"}),
    ("人社.csv", ("县人力资源和社会保障局", ""), {"人社"}),
    ("市商务局权责清单.csv", ("县级以上人民政府商务主管部门", "县级以上人民政府商务主管部门"), {"市商务局"}),
    ("市商务局权责清单.csv", ("市商务局、县商务局", "市商务局、县商务局"), {"市商务局"}),
    ("临川市商务局权责清单.csv", ("地州市商务主管部门", "地州市商务主管部门"), {"临川市商务局"}),
])  # fmt: skip
def test_what_every_row_says_goes_before_a_files_short_name(file: str, actors: tuple[str, ...], departments: set[str]) -> None:
    rows = "".join(f"{n},某事项{n},行政处罚,{actor},《某法》第{n}条\n" for n, actor in enumerate(actors, 1))
    found = read_bytes(f"序号,职权名称,职权类型,实施主体,实施依据\n{rows}".encode(), file)
    assert {item.department for item in found.items} == departments
