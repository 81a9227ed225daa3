from basischeck.compare import compare_lists
from basischeck.compare.findings import of_changes, of_levels, of_mandated
from basischeck.compare.levels import between_levels
from basischeck.compare.mandated import check_mandated
from basischeck.compare.over_time import ItemChange
from basischeck.rules import load_rules
from tests.unit.compare.lists import FOOD, SEED, a_list, reader

RULES = load_rules()


def test_a_missing_entry_is_found_in_its_own_list() -> None:
    result = check_mandated([a_list(FOOD)], [a_list(FOOD, SEED, file="下放事项目录.json")], reader())
    (finding,) = of_mandated(result, RULES)
    assert finding.rule == "BC801"
    assert (finding.location.file, finding.location.row) == ("下放事项目录.json", 3)
    assert SEED[0] in finding.message


def test_an_undivided_power_is_found_in_the_first_list() -> None:
    county = (*FOOD[:3], "望河县市场监督管理局", "县级")
    problems = between_levels(compare_lists([a_list(FOOD, file="市.json"), a_list(county, file="县.json")], reader()), reader())
    assert [(f.rule, f.location.file) for f in of_levels(problems, RULES)] == [("BC901", "市.json")]


def test_a_verdict_over_time_is_found() -> None:
    (item,) = a_list(FOOD).items
    changes = [ItemChange("取消", item, None, verdict="没有法律原因"), ItemChange("修改", item, item)]
    (finding,) = of_changes(changes, RULES)
    assert finding.rule == "BC913"
    assert "本项取消" in finding.message
