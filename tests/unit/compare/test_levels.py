import json

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare import compare_lists
from basischeck.compare.levels import LevelProblem, against_services, between_levels, within_list
from tests.unit.compare.lists import FOOD, SEED, a_list, reader

LICENCE = ("食品经营许可", "行政许可", "《食品安全法》第三十五条", "市市场监督管理局", "市级")


def _words(problems: tuple[LevelProblem, ...]) -> list[str]:
    return [one.problem for one in problems]


def _between(*lists: ListFile, stated: tuple[str, ...] = ()) -> tuple[LevelProblem, ...]:
    return between_levels(compare_lists(lists, reader()), reader(), stated)


def test_two_counties_divide_nothing() -> None:
    rows = [(*FOOD[:3], f"{place}市场监督管理局", "") for place in ("望河县", "东岭县")]
    assert _between(a_list(rows[0], file="望河县.json"), a_list(rows[1], file="东岭县.json")) == ()


def test_the_level_is_that_of_the_department_or_what_is_stated_of_the_list() -> None:
    city, county = (*FOOD[:3], "临川市市场监督管理局", ""), (*FOOD[:3], "市场监督管理局", "")
    assert _words(_between(a_list(city, file="市.json"), a_list((*FOOD[:3], "望河县市场监督管理局", ""), file="县.json"))) == ["没有划分"]
    assert _between(a_list(city, file="市.json"), a_list(county, file="县.json")) == ()
    assert _words(_between(a_list(city, file="市.json"), a_list(county, file="县.json"), stated=("", "县级"))) == ["没有划分"]


def test_one_power_of_city_and_county_has_one_basis() -> None:
    county = (*FOOD[:2], "《食品安全法》第一百二十六条", "望河县市场监督管理局", "县级")
    assert _words(_between(a_list(FOOD, file="市.json"), a_list(county, file="县.json"))) == ["层级依据不一"]


def test_a_power_of_city_and_county_has_to_be_divided() -> None:
    county = (*FOOD[:3], "望河县市场监督管理局", "县级")
    found = _between(a_list(FOOD, file="市.json"), a_list(county, file="县.json"))
    assert _words(found) == ["没有划分"]


def test_a_power_that_says_how_it_is_divided_is_in_order() -> None:
    county = (*FOOD[:3], "望河县市场监督管理局", "县级（货值十万元以下）")
    found = _between(a_list(FOOD, file="市.json"), a_list(county, file="县.json"))
    assert found == ()


def test_one_power_at_two_levels_has_one_basis() -> None:
    rows = (FOOD, SEED, (*FOOD[:2], "《食品安全法》第一百二十六条", FOOD[3], "县级"))
    assert _words(within_list(a_list(*rows), reader())) == ["层级依据不一"]


def test_rows_of_one_item_that_stand_together_are_held_against_each_other_too() -> None:
    rows = ((*FOOD[:2], "《食品安全法》第一百二十六条", FOOD[3], "省级"), FOOD, (*FOOD[:4], "县级"), SEED)
    read = a_list(*rows)
    assert len(read.items) == 2
    assert _words(within_list(read, reader())) == ["层级依据不一", "层级依据不一"]


def test_a_service_item_under_another_name_is_two_skins() -> None:
    service = ("食品经营许可证核发", *LICENCE[1:])
    assert _words(against_services([a_list(LICENCE, FOOD)], [a_list(service)], reader())) == ["两张皮"]


def test_powers_on_application_and_service_items_have_each_other() -> None:
    other = ("养老机构设立审批", "行政许可", "《养老机构管理办法》第九条", "市民政局", "市级")
    found = against_services([a_list(LICENCE, FOOD)], [a_list(other)], reader())
    assert sorted(_words(found)) == ["没有服务事项", "没有权力事项"]


def test_a_part_or_an_operation_is_the_power_that_it_is_of() -> None:
    rows = [{"主项名称": LICENCE[0], "办理项名称": f"{LICENCE[0]}（{kind}）", "权力类型": LICENCE[1]} for kind in ("新办", "变更")]
    parts = read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "服务.json", founded=False)
    assert all(item.sub_name for item in parts.items)
    assert against_services([a_list(LICENCE)], [parts], reader()) == ()
    operations = a_list(*((f"{LICENCE[0]}（{kind}）", *LICENCE[1:]) for kind in ("新办", "注销")))
    assert against_services([a_list(LICENCE)], [operations], reader()) == ()


def test_each_level_has_its_own_duties() -> None:
    rows = [
        {"序号": "1", "事项名称": LICENCE[0], "权力类型": LICENCE[1], "设定依据": LICENCE[2], "行使层级": level, "责任事项": duty}
        for level, duty in (("市级", "受理大型企业的申请"), ("县级", "受理个体工商户的申请"))
    ]
    found = read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "清单.json")
    assert len(found.items) == 1
    assert within_list(found, reader()) == ()
    rows[1]["责任事项"] = rows[0]["责任事项"]
    assert _words(within_list(read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "清单.json"), reader())) == ["层级责任相同"]


def test_every_two_levels_are_held_against_each_other() -> None:
    names = ("临川市市场监督管理局", "望河县市场监督管理局", "东岭县市场监督管理局")
    lists = [a_list((*FOOD[:3], name), file=f"{name}.json") for name in names]
    problems = _between(*lists)
    assert [(one.item.department, one.other.department) for one in problems if one.other] == [(names[0], names[1]), (names[0], names[2])]


def test_what_a_list_of_service_items_does_not_state_is_not_compared() -> None:
    assert against_services([a_list(LICENCE)], [a_list((LICENCE[0], "", LICENCE[2]))], reader()) == ()


def test_the_last_place_of_a_name_is_the_department_s() -> None:
    city, district = (FOOD[0], FOOD[1], FOOD[2], "临川市市场监督管理局"), (FOOD[0], FOOD[1], FOOD[2], "临川市南湖区市场监督管理局")
    assert _words(_between(a_list(city), a_list(district, file="南湖区清单.json"))) == ["没有划分"]
