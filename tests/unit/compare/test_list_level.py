"""The level of a list whose departments name no place."""

import pytest

from basischeck.catalog import ListFile
from basischeck.compare.general import find_city
from basischeck.compare.list_level import level_said
from tests.unit.compare.lists import FOOD, a_list


def _of(*departments: str, file: str = "清单.json") -> ListFile:
    return a_list(*((f"{FOOD[0]}之{n}", *FOOD[1:3], name, "") for n, name in enumerate(departments)), file=file)


@pytest.mark.parametrize(("department", "level"), [
    ("县农业农村局", "县"), ("区卫生健康局", "县"), ("县（市、区）农业农村局", "县"), ("县级市农业农村局", "县"), ("市农业农村局", "市"),
    ("地州市农业农村局", "市"), ("自治区农业农村厅", "省"), ("市场监督管理局", ""), ("县级以上农业农村部门", ""), ("市县农业农村局", ""),
])  # fmt: skip
def test_the_level_is_what_every_row_says(department: str, level: str) -> None:
    assert level_said(_of(department, department).items) == level


def test_rows_that_contradict_or_are_few_say_nothing() -> None:
    assert level_said(_of("县农业农村局", "市农业农村局").items) == ""
    assert level_said(_of("县农业农村局", "农业农村局", "林业局").items) == ""
    assert level_said(_of("县农业农村局", "县林业局", "水利局").items) == "县"


def test_the_citys_list_is_found_by_what_its_rows_say_beside_a_countys() -> None:
    county, district, city = _of("县农业农村局"), _of("区农业农村局"), _of("市农业农村局")
    assert find_city([county, district, city]) == 2
    assert find_city([city, city]) is None
    named = _of("人力资源和社会保障局", file="临川市人力资源和社会保障局权责清单.json")
    assert find_city([county, named]) == 1


def test_of_two_that_say_so_without_a_place_none_is_the_city() -> None:
    county, city = _of("县农业农村局"), _of("市农业农村局")
    assert find_city([county, city, city]) is None
    assert find_city([county, city, _of("农业农村局", file="临川市权责清单.json")]) == 2
