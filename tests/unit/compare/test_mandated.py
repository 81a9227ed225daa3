import json

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare.as_mandated import to_text
from basischeck.compare.mandated import MandatedResult, check_mandated
from tests.unit.compare.lists import FOOD, SEED, a_list, reader

LICENCE = ("食品经营许可", "行政许可", "《食品安全法》第三十五条", "市市场监督管理局", "市级")


def _check(items: list[tuple[str, ...]], entries: list[tuple[str, ...]]) -> MandatedResult:
    return check_mandated([_list(items)], [a_list(*entries, file="省下放事项目录.json")], reader())


def _list(items: list[tuple[str, ...]]) -> ListFile:
    return a_list(*items)


def _coverages(result: MandatedResult) -> list[str]:
    return [entry.coverage for entry in result.entries]


def test_an_entry_that_the_list_has_is_covered() -> None:
    assert _coverages(_check([FOOD, LICENCE], [LICENCE])) == ["已覆盖"]


def test_an_entry_that_it_does_not_have_is_missing_with_the_nearest_named() -> None:
    result = _check([FOOD], [("对未取得许可从事食品添加剂运输活动的处罚", *FOOD[1:]), SEED])
    assert _coverages(result)[1] == "缺少"


def test_an_entry_without_basis_is_covered_by_its_name() -> None:
    assert _coverages(_check([FOOD, LICENCE], [("食品经营许可", "行政许可", "")])) == ["已覆盖"]


def test_other_words_category_and_level_are_said() -> None:
    other_words = ("对无证从事食品生产行为的行政处罚", *FOOD[1:])
    other_category = (LICENCE[0], "其他职权", *LICENCE[2:])
    other_level = (*SEED[:4], "县级")
    assert _coverages(_check([FOOD, LICENCE, SEED], [other_words, other_category, other_level])) == [
        "名称不同",
        "类型不同",
        "层级不同",
    ]


def test_several_entries_may_be_one_item() -> None:
    item = ("养老机构设立、变更、注销审批", "行政许可", "《养老机构管理办法》第九条", "市民政局", "市级")
    entries = [("养老机构设立审批", *item[1:]), ("养老机构变更审批", *item[1:])]
    result = _check([item], entries)
    assert "缺少" not in _coverages(result)
    assert [entry.with_others for entry in result.entries] == [True, True]
    assert all(entry.item is not None for entry in result.entries)


def test_a_licence_of_another_operation_does_not_cover() -> None:
    assert _coverages(_check([("食品经营许可注销", *LICENCE[1:])], [LICENCE])) == ["缺少"]


def test_an_item_that_claims_the_list_wrongly_is_named() -> None:

    records = [{"事项名称": SEED[0], "权力类型": "行政处罚", "设定依据": SEED[2], "备注": "省下放事项目录第12项"}]
    mine = read_bytes(json.dumps(records, ensure_ascii=False).encode(), "清单.json")
    result = check_mandated([mine], [a_list(LICENCE, file="省下放事项目录.json")], reader())
    assert [claim.item.name for claim in result.claims] == [SEED[0]]


def test_of_several_lists_the_file_is_named() -> None:
    ours = [a_list(LICENCE, file="甲清单.json"), a_list(FOOD, file="乙清单.json")]
    entries = [(name.replace("食品", "食物"), *rest) for name, *rest in (LICENCE, FOOD)]
    told = to_text(check_mandated(ours, [a_list(*entries, file="目录.json")], reader()), verbose=True)
    assert "甲清单.json，第" in told.replace("\n", "").replace(" ", "")
    alone = to_text(check_mandated(ours[:1], [a_list(*entries, file="目录.json")], reader()), verbose=True)
    assert "甲清单.json" not in alone


def test_an_item_covers_the_parts_of_an_entry_of_its_name() -> None:
    rows = [{"事项名称": LICENCE[0], "子项名称": kind, "权力类型": LICENCE[1]} for kind in ("新办", "变更")]
    mandated = read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "目录.json", founded=False)
    result = check_mandated([a_list(LICENCE)], [mandated], reader())
    assert [(one.coverage, one.with_others) for one in result.entries] == [("已覆盖", True), ("已覆盖", True)]
