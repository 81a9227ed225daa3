import json

from rich.cells import cell_len

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare import compare_lists
from basischeck.compare.as_json import document, to_json
from basischeck.compare.as_text import to_text
from basischeck.compare.counts import by_department
from basischeck.compare.workbook import comparison_book
from tests.unit.compare.lists import FOOD, SEED, a_list, reader


def _compare(*lists):  # type: ignore[no-untyped-def]  # ListFile ... -> Comparison
    return compare_lists([a_list(*rows, file=f"清单{n}.json") for n, rows in enumerate(lists)], reader())


def test_the_same_item_written_differently_is_identical() -> None:
    other = ("对未取得许可从事食品生产活动的处罚 ", "行政处罚类", "《中华人民共和国食品安全法》（2021年修正）第一百二十二条第一款", "望河县市场监督管理局", "县级")
    found = _compare([FOOD], [other])
    assert [group.relation for group in found.groups] == ["identical"]
    assert {one.field for one in found.groups[0].members[1].differences} == {"level"}
    assert found.share_identical == 1


def test_another_wording_is_similar_and_says_how() -> None:
    other = ("对无证从事食品生产行为的行政处罚", *FOOD[1:])
    found = _compare([FOOD, SEED], [other, SEED])
    similar = found.of("similar")
    assert len(similar) == 1
    assert [one.field for one in similar[0].members[1].differences] == ["name"]


def test_another_basis_is_similar_and_names_the_provisions() -> None:
    found = _compare([FOOD], [(FOOD[0], FOOD[1], "《食品安全法》第一百二十三条", *FOOD[3:])])
    (difference,) = found.of("similar")[0].members[1].differences
    assert difference.field == "basis"
    assert "第一百二十二条" in difference.how
    assert "第一百二十三条" in difference.how


def test_powers_that_a_list_keeps_apart_are_not_matched_in_another() -> None:
    def item(thing: str) -> tuple[str, ...]:
        return (f"对{thing}未按规定定期检验的处罚", "行政处罚", "《特种设备安全法》第八十三条", "市市场监督管理局", "市级")

    found = _compare([item("电梯"), item("锅炉")], [item("气瓶")])
    assert len(found.of("unique")) == 3


def test_one_item_has_one_counterpart() -> None:
    found = _compare([FOOD], [FOOD, ("对无证从事食品生产行为的行政处罚", *FOOD[1:])])
    assert len(found.of("identical")) == 1
    assert len(found.of("unique")) == 1


def _bad_goods(what: str) -> tuple[str, ...]:
    return (f"对{what}不合格产品的处罚", "行政处罚", "《产品质量法》第四十九条", "市市场监督管理局", "市级")


def test_an_item_that_the_other_list_splits_names_what_it_is_near() -> None:
    found = _compare([_bad_goods("生产、销售")], [_bad_goods("生产"), _bad_goods("销售")])
    (lone,) = found.of("unique")
    near = lone.members[0].near
    assert near is not None
    assert (near.list, near.item.name, near.apart) == (0, "对生产、销售不合格产品的处罚", None)
    assert "最接近：清单1" in to_text(found)
    (told,) = document(found)["unique"]["清单1"]
    assert (told["near"]["list"], told["near"]["apart"]) == ("清单0", None)


def test_what_a_word_keeps_apart_is_named_with_the_word_on_both_sides() -> None:
    found = _compare([("食品经营许可（市级权限）", *FOOD[1:])], [("食品经营许可（县级权限）", *FOOD[1:])])
    apart = {group.members[0].list: group.members[0].near.apart for group in found.of("unique") if group.members[0].near}
    assert apart == {0: ("市", "县"), 1: ("县", "市")}
    assert "“市级”与“县级”不是一项" in to_text(found, verbose=True)
    assert "最接近" not in to_text(found)


def test_an_item_like_no_other_has_nothing_near() -> None:
    found = _compare([FOOD], [SEED])
    assert [entry["near"] for entries in document(found)["unique"].values() for entry in entries] == [None, None]


def test_rows_of_one_power_at_two_levels_are_not_unique() -> None:
    found = _compare([FOOD], [FOOD, SEED, (*FOOD[:4], "县级")])
    assert [len(group.members) for group in found.of("identical")] == [3]


def test_three_lists_make_one_group() -> None:
    found = _compare([FOOD], [SEED], [("对无证从事食品生产行为的行政处罚", *FOOD[1:]), SEED])
    assert sorted(len(group.members) for group in found.groups) == [2, 2]


def test_json_has_the_fields_of_the_contract() -> None:
    found = document(_compare([FOOD, SEED], [FOOD]))
    assert {"lists", "identical", "similar", "unique", "by_category", "share_identical"} <= found.keys()
    assert found["share_identical"] == 0.6667
    assert [item["name"] for item in found["unique"]["清单0"]] == [SEED[0]]
    assert found["by_category"]["行政处罚"]["items"] == {"清单0": 2, "清单1": 1}
    assert json.loads(to_json(_compare([FOOD], [SEED])))["share_identical"] == 0


def test_two_files_of_one_name_are_told_apart() -> None:
    found = compare_lists([a_list(FOOD, file="一/清单.json"), a_list(FOOD, file="二/清单.json")], reader())
    assert found.names == ("清单", "清单（2）")


def test_text_keeps_to_the_width() -> None:
    found = _compare([FOOD, SEED], [("对无证从事食品生产行为的行政处罚", *FOOD[1:])], [SEED])
    assert max(map(cell_len, to_text(found, width=80, verbose=True).splitlines())) <= 80


def test_the_tables_of_many_lists_keep_to_the_width() -> None:
    text = to_text(_compare(*([FOOD] for _ in range(9))), width=80)
    tables = text.split("按部门")[0]
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert all(tables.count(f"清单{n} ") + tables.count(f"清单{n}\n") >= 2 for n in range(1, 10))


def test_a_workbook_is_the_same_each_time() -> None:
    found = _compare([FOOD, SEED], [("=1+1", *FOOD[1:])])
    assert comparison_book(found) == comparison_book(found)


def test_lists_without_items_can_be_compared() -> None:
    found = _compare([FOOD], [("某项工作", "", "/")])
    assert len(found.of("unique")) == 2


def test_a_row_that_another_organ_exercises_differs_in_its_department() -> None:
    def listed(file: str, *actors: str) -> ListFile:
        rows = [
            {"事项名称": f"对行为{number}的处罚", "权力类型": "行政处罚", "设定依据": "《某法》第一条", "部门": "临川市市场监督管理局", "行使主体": actor}
            for number, actor in enumerate(actors)
        ]
        return read_bytes(json.dumps(rows, ensure_ascii=False).encode(), file)

    usual = "地州市市场监督管理部门"
    ours, theirs = listed("甲.json", usual, usual, usual), listed("乙.json", usual, usual, "临川市各街道办事处")
    told = [[one.how for one in group.members[1].differences] for group in compare_lists([ours, theirs], reader()).groups]
    assert told == [[], [], ["“临川市市场监督管理局”与“临川市各街道办事处”"]]


def test_a_group_is_counted_in_every_department_that_it_stands_in() -> None:
    ours = a_list(FOOD, file="甲.json")
    theirs = a_list((*FOOD[:3], "市综合行政执法局"), file="乙.json")
    counts = by_department(compare_lists([ours, theirs], reader()))
    assert {name: (count.items, count.groups["identical"]) for name, count in counts.items()} == {
        "市场监管": ([1, 0], 1),
        "综合行政执法局": ([0, 1], 1),
    }
