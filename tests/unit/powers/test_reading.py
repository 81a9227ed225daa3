"""Which powers a provision confers: provisions written for these tests, each with what is to be read in it."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from basischeck.statute.powers import powers_of_text

_CASES: list[dict[str, Any]] = YAML(typ="safe").load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def _told(case: dict[str, Any]) -> list[str]:
    items = list(enumerate(case.get("items", ()), 1))
    return [f"{p.category} | {p.holder or '-'} | {'、'.join(p.acts)}" for p in powers_of_text(case["text"], items=items)]


@pytest.mark.parametrize("case", _CASES, ids=[case["says"] for case in _CASES])
def test_a_provision_confers(case: dict[str, Any]) -> None:
    assert sorted(_told(case)) == sorted(case["powers"])


def test_the_item_that_confers_is_named() -> None:
    items = [(1, "进入场所实施现场检查"), (2, "查封违法经营的场所")]
    powers = powers_of_text("公安机关依法履行职责，可以采取下列措施：", "65", 1, items)
    assert {p.category: p.item for p in powers} == {"行政检查": 1, "行政强制": 2}


def test_a_penalty_names_the_provisions_that_it_is_for() -> None:
    text = "违反本法第三十三条第一款、第三十五条规定的，由水务主管部门处一万元罚款。"
    assert [p.violated for p in powers_of_text(text)] == [("33.1", "35")]


def test_a_penalty_for_the_paragraph_before_names_it() -> None:
    text = "违反前款规定的，由水务主管部门处一万元罚款。"
    assert [p.violated for p in powers_of_text(text, "30", 2)] == [("30.1",)]


@pytest.mark.parametrize(
    ("holder", "level"),
    [
        ("国务院药品监督管理部门", "国家"),
        ("省、自治区、直辖市人民政府药品监督管理部门", "省级"),
        ("省级以上人民政府药品监督管理部门", "省级以上"),
        ("设区的市级人民政府药品监督管理部门", "市级"),
        ("设区的市级以上人民政府药品监督管理部门", "市级以上"),
        ("县级人民政府药品监督管理部门", "县级"),
        ("县级以上人民政府药品监督管理部门", "县级以上"),
        ("县级以上地方人民政府药品监督管理部门", "县级以上地方"),
        ("设区的市级或者直辖市的区人民政府司法行政部门", "市级"),
        ("省、自治区、直辖市或者设区的市人民政府司法行政部门", "市级以上"),
        ("市、县人民政府城乡规划主管部门", "市县级"),
        ("设区的市、县（市、区）人民政府水行政主管部门", "市县级"),
        ("县（市、区）人民政府教育行政部门", "县级"),
        ("乡镇人民政府", "乡级"),
        ("街道办事处", "乡级"),
        ("公安机关", None),
        ("住房城乡建设主管部门", None),
        ("市场监督管理部门", None),
    ],
)
def test_a_level_is_what_the_words_state(holder: str, level: str | None) -> None:
    text = f"违反本条规定的，由{holder}处一万元罚款。"
    assert [(p.holder, p.level) for p in powers_of_text(text)] == [(holder, level)]


@pytest.mark.parametrize(("text", "elsewhere"), [
    ("超过核定标准收取费用的，由价格主管部门依照《价格法》的有关规定给予处罚。", True),
    ("违反本条规定的，由市场监督管理部门依法予以处罚。", True),
    ("编制虚假文件的，由住房城乡建设主管部门依照招标投标法第五十条的规定给予处罚。", True),
    ("销售者违反本法第六十五条规定的，由市场监督管理部门依照第一款规定给予处罚。", False),
    ("有前款行为的，由海事管理机构依照前款规定予以处罚。", False),
    ("逾期不改正的，由水务主管部门依照本条例第四十条的规定处罚。", False),
    ("违反本条规定的，由水务主管部门处一万元罚款。", False),
])  # fmt: skip
def test_a_penalty_by_another_act_is_told_from_one_by_the_same(text: str, elsewhere: bool) -> None:
    assert [p.elsewhere for p in powers_of_text(text)] == [elsewhere]


@pytest.mark.parametrize(("text", "at_sea"), [
    ("在沿海水域作业的外国籍平台未经检验的，由海事管理机构处三万元罚款。", True),
    ("在内河、沿海航行的船舶未经检验的，由海事管理机构处三万元罚款。", False),
    ("水下文物未报告的，由文物主管部门或者海上执法机关处三万元罚款。", False),
])  # fmt: skip
def test_a_paragraph_on_the_sea_is_told(text: str, at_sea: bool) -> None:
    assert {p.at_sea for p in powers_of_text(text)} == {at_sea}
