"""The level of government that a list is of."""

import pytest

from basischeck.catalog import read_bytes
from basischeck.coverage.doubts import Reasons, doubt
from basischeck.coverage.level import level_of_list
from tests.unit.coverage.test_doubts import _gap


def _level(department: str, region: str | None = None, level: str = "") -> str | None:
    rows = "".join(f"{n},对某行为{n}的处罚,行政处罚,《某法》第{n}条,{department},{level}\n" for n in range(1, 4))
    text = f"序号,事项名称,权力类型,实施依据,实施主体,行使层级\n{rows}"
    return level_of_list(region, read_bytes(text.encode(), "清单.csv").items)


@pytest.mark.parametrize(("department", "region", "level"), [
    ("县农业农村局", None, "县级"),
    ("区农业农村局", "克拉玛依市", "县级"),
    ("市农业农村局", None, "市级"),
    ("市农业农村局", "新疆维吾尔自治区", "市级"),
    ("市农业农村局", "江苏省苏州市昆山市", "县级"),
    ("市农业农村局", "昆山市", None),
    ("市农业农村局", "北京市", "省级"),
    ("自治区农业农村厅", None, "省级"),
    ("农业农村局", "克拉玛依市", "市级"),
    ("农业农村局", None, None),
])  # fmt: skip
def test_the_level_is_what_the_departments_say_as_far_as_the_place_bears_it_out(department: str, region: str | None, level: str | None) -> None:
    assert _level(department, region) == level


def test_a_column_of_levels_goes_before_names_without_a_place() -> None:
    assert _level("市农业农村局", level="县级") == "县级"


def test_where_the_level_is_not_known_anothers_power_is_not_said_to_be_missing() -> None:
    fine = _gap("行政处罚", "罚款", level="省级以上")
    assert doubt(fine, [fine], Reasons(levelled=False)) == "清单的层级没有辨认出来，这是省级以上的职权"
    assert doubt(_gap("行政处罚", "罚款"), [fine], Reasons(levelled=False)) == ""
