import json
from pathlib import Path

from basischeck.catalog import read_bytes, read_list
from basischeck.compare import BasisReader, merge_lists
from basischeck.compare.choice import rule_of
from basischeck.compare.earlier import read_earlier, to_json
from basischeck.compare.general import find_city
from basischeck.compare.workbook import general_book
from basischeck.statute import open_index
from tests.unit.compare.lists import DAY, FOOD, SEED, a_list, reader

COUNTY_FOOD = ("对无证从事食品生产行为的行政处罚", "行政处罚", FOOD[2], "望河县市场监督管理局", "县级")


def _city(*rows: tuple[str, ...]):  # type: ignore[no-untyped-def]  # -> ListFile
    return a_list(*rows, file="临川市权责清单.json")


def _county(*rows: tuple[str, ...]):  # type: ignore[no-untyped-def]  # -> ListFile
    return a_list(*rows, file="望河县权责清单.json")


def test_one_power_is_one_row_in_the_citys_wording() -> None:
    general = merge_lists([_county(COUNTY_FOOD), _city(FOOD, SEED)], reader())
    assert [row.name for row in general.rows] == [FOOD[0], SEED[0]]
    assert general.city == "临川市权责清单"


def test_every_input_row_is_among_the_origins() -> None:
    general = merge_lists([_county(COUNTY_FOOD, SEED), _city(SEED, FOOD, (*SEED[:4], "县级"))], reader())
    assert sorted((o.list, o.row) for row in general.rows for o in row.origins) == [
        ("临川市权责清单", 2),
        ("临川市权责清单", 3),
        ("临川市权责清单", 4),
        ("望河县权责清单", 2),
        ("望河县权责清单", 3),
    ]


def test_what_was_decided_and_who_lacks_the_row_is_said() -> None:
    general = merge_lists([_city(FOOD, SEED), _county(COUNTY_FOOD)], reader())
    assert "名称不一致（望河县权责清单）" in general.rows[0].decided[0]
    assert "市级清单" in general.rows[0].decided[0]
    assert general.rows[1].lacking == ("望河县权责清单",)


def test_levels_are_brought_together() -> None:
    general = merge_lists([_city(FOOD), _county(COUNTY_FOOD)], reader())
    assert general.rows[0].level == "市级、县级"


def test_departments_of_two_fields_are_both_named() -> None:
    moved = (*FOOD[:3], "望河县综合行政执法局", "县级")
    general = merge_lists([_city(FOOD), _county(moved)], reader())
    assert general.rows[0].department == "市市场监督管理局、望河县综合行政执法局"
    assert merge_lists([_city(FOOD), _county(COUNTY_FOOD)], reader()).rows[0].department == "市市场监督管理局"


def test_the_majority_wins_where_no_list_is_the_citys() -> None:
    lists = [a_list(row, file=f"{n}.json") for n, row in enumerate((COUNTY_FOOD, FOOD, FOOD))]
    assert find_city(lists) is None
    assert merge_lists(lists, reader()).rows[0].name == FOOD[0]


def test_merging_a_general_list_again_changes_nothing(tmp_path: Path) -> None:
    lists = [_city(FOOD, SEED), _county(COUNTY_FOOD)]
    general = merge_lists(lists, reader())
    book, text = tmp_path / "通用目录.xlsx", tmp_path / "通用目录.json"
    book.write_bytes(general_book(general))
    text.write_text(to_json(general), encoding="utf-8")
    for path in (book, text):
        known = read_earlier(path)
        assert known is not None
        again = merge_lists([read_list(path)], reader(), earlier={str(path): known})
        assert again == general
        more = merge_lists([read_list(path), *lists], reader(), earlier={str(path): known})
        assert more.rows == general.rows


def test_any_other_file_is_no_general_list(tmp_path: Path) -> None:
    path = tmp_path / "清单.json"
    path.write_text('{"items": []}', encoding="utf-8")
    assert read_earlier(path) is None
    assert read_earlier(tmp_path / "没有.xlsx") is None


def test_a_basis_that_is_law_today_goes_before_the_citys_wording() -> None:
    name, category = "结婚登记", "行政确认"
    city = _city((name, category, "《中华人民共和国婚姻法》第八条", "市民政局", "市级"))
    county = _county((name, category, "《中华人民共和国民法典》第一千零四十九条", "县民政局", "县级"))
    general = merge_lists([city, county], BasisReader(open_index(), DAY))
    assert len(general.rows) == 1
    assert "民法典" in general.rows[0].bases[0][1]
    assert "依据在核查日全部有效" in general.rows[0].decided[0]


def _chosen(ours: str, theirs: str, **more: int) -> tuple[str, str]:
    """Return the basis taken of two wordings of one power, the county's first, and what is said about it."""
    lists = [a_list(("对统计调查对象拒绝提供统计资料的处罚", "行政处罚", basis, f"{place}统计局"), file=f"{place}清单.json") for place, basis in (("望河县", ours), ("东岭县", theirs))]
    (row,) = merge_lists(lists, BasisReader(open_index(), DAY), **more).rows
    return dict(row.bases)["设定依据"], "".join(row.decided)


def test_a_basis_on_an_old_number_or_an_old_wording_goes_behind_one_that_is_sound() -> None:
    sound = "《中华人民共和国统计法》第四十四条"
    basis, why = _chosen("《中华人民共和国统计法》（2009年修订）第四十一条", sound)
    assert basis == sound
    assert "其他写法抄的是旧条文，或者条号已经变动" in why
    assert _chosen("《中华人民共和国统计法》第四十四条：不按时填报月饼统计表的，由月饼统计机构处一元罚款。", sound)[0] == sound


def test_a_bare_number_that_another_wording_shows_to_be_old_is_no_better() -> None:
    dated = "《中华人民共和国统计法》（2009年修订）第四十一条"
    basis, why = _chosen(dated, "《中华人民共和国统计法》第四十一条")
    assert basis == dated
    assert "旧条文" not in why


def test_the_reason_is_what_decided_between_the_wording_taken_and_the_next() -> None:
    basis, why = _chosen("《中华人民共和国统计法》第四十四条", "《中华人民共和国统计法》第四十五条")
    assert (basis[-5:], "（排在前面的清单）" in why) == ("第四十四条", True)
    assert "（市级清单）" in _chosen("《中华人民共和国统计法》第四十四条", "《中华人民共和国统计法》第四十五条", city=1)[1]
    assert "（其他写法没有写依据）" in _chosen("", "《中华人民共和国统计法》第四十五条")[1]


def test_a_wording_without_a_level_takes_none_of_another_list() -> None:
    county = _county((*COUNTY_FOOD[:4], ""))
    assert merge_lists([_city(FOOD), county], reader()).rows[0].level == "市级"
    assert merge_lists([county, _city(FOOD)], reader(), city=0).rows[0].level == ""


def test_a_city_that_is_not_known_is_not_said_to_decide() -> None:
    assert "市级" in rule_of("临川市清单")
    assert "市级" not in rule_of(None)


def test_what_the_index_does_not_hold_counts_against_nobody() -> None:
    held, unheld = "《中华人民共和国行政处罚法》第九条", "《临川市没有这个条例》第三条"
    city = a_list(("对某行为的处罚", "行政处罚", unheld, "临川市某局"), file="临川市清单.json")
    county = a_list(("对某行为的处罚", "行政处罚", held, "望河县某局"), file="望河县清单.json")
    general = merge_lists([city, county], BasisReader(open_index(), DAY), city=0)
    assert dict(general.rows[0].bases)["设定依据"] == unheld
    assert "全部有效" not in "".join(general.rows[0].decided)


def test_every_row_of_an_item_is_named() -> None:
    rows = [{"序号": "1", "事项名称": FOOD[0], "权力类型": FOOD[1], "设定依据": FOOD[2], "行使层级": level} for level in ("市级", "县级")]
    general = merge_lists([read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "甲.json"), a_list(SEED)], reader())
    assert [(origin.row, origin.more_rows) for row in general.rows for origin in row.origins] == [(2, "3"), (2, "")]
