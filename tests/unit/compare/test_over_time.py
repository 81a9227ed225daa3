import json
from datetime import date

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare.as_changes import to_text
from basischeck.compare.law import LawChange
from basischeck.compare.model import Provision
from basischeck.compare.over_time import ItemChange, not_known, over_time
from tests.unit.compare.lists import FOOD, SEED, a_list, reader


class InventedLaw:
    """Law in which article 122 was moved."""

    def touching(self, provision: Provision, *, new: bool = False) -> LawChange | None:
        moved = provision.article == ("125" if new else "122")
        return LawChange("renumbered", "原第一百二十二条现为第一百二十五条，条文未改", None) if moved else None


def _changes(old: list[tuple[str, ...]], new: list[tuple[str, ...]], law: InventedLaw | None = None) -> tuple[ItemChange, ...]:
    return over_time(_list(old), _list(new), reader(), law)  # type: ignore[arg-type]  # only `touching` is asked


def _list(rows: list[tuple[str, ...]]) -> ListFile:
    return a_list(*rows)


def test_the_same_list_has_no_changes() -> None:
    assert _changes([FOOD, SEED], [SEED, FOOD]) == ()


def test_added_and_removed_items_are_named() -> None:
    found = _changes([FOOD], [SEED])
    assert [(change.state, change.item.name) for change in found] == [("新增", SEED[0]), ("取消", FOOD[0])]


def test_every_changed_field_is_named() -> None:
    found = _changes([FOOD], [("对无证从事食品生产行为的行政处罚", FOOD[1], "《食品安全法》第一百二十三条", FOOD[3], "县级")])
    told = {one.field: one.how for one in found[0].fields}
    assert told.keys() == {"事项名称", "设定依据", "行使层级"}
    assert "第一百二十三条" in told["设定依据"]


def test_spaces_and_width_are_no_change() -> None:
    assert _changes([FOOD], [(FOOD[0] + " ", FOOD[1], FOOD[2].replace("《", " 《"), *FOOD[3:])]) == ()


def test_a_list_that_did_not_follow_the_law_is_told_so() -> None:
    assert [change.verdict for change in _changes([FOOD], [FOOD], InventedLaw())] == ["应改未改"]


def test_a_list_that_followed_the_law_has_a_cause() -> None:
    moved = (FOOD[0], FOOD[1], "《食品安全法》第一百二十五条第一款", *FOOD[3:])
    (change,) = _changes([FOOD], [moved], InventedLaw())
    assert change.verdict == ""
    assert change.laws


def test_a_change_without_cause_in_law_is_told_so() -> None:
    moved = (SEED[0], SEED[1], "《种子法》第八十条", *SEED[3:])
    assert [change.verdict for change in _changes([SEED], [moved], InventedLaw())] == ["没有法律原因"]


def test_beside_a_verdict_the_acts_that_are_not_held_are_named() -> None:
    moved = (SEED[0], SEED[1], "《种子法》第八十条", *SEED[3:])
    (change,) = _changes([SEED], [moved], InventedLaw())
    assert not_known(change) == "（《种子法》索引未收录，没有核对）"
    assert not_known(_changes([FOOD], [FOOD], InventedLaw())[0]) == ""


def test_a_change_of_an_office_is_no_answer_to_a_change_of_law() -> None:
    class Revised:
        def touching(self, provision: Provision, *, new: bool = False) -> LawChange | None:
            return LawChange("revised", "第一百二十二条有修改", None) if provision.article == "122" else None

    def changed(**fields: str) -> ListFile:
        record = dict(zip(("事项名称", "权力类型", "设定依据", "部门"), FOOD, strict=False)) | {"承办机构": "甲科"} | fields
        return read_bytes(json.dumps([record], ensure_ascii=False).encode(), "清单.json")

    def verdict(**fields: str) -> list[str]:
        return [one.verdict for one in over_time(changed(), changed(**fields), reader(), Revised())]  # type: ignore[arg-type]  # only `touching` is asked

    assert verdict() == ["应当复核"]
    assert verdict(承办机构="乙科") == ["应当复核"]
    assert verdict(事项名称="对未取得许可从事食品生产行为的处罚") == [""]


def test_a_change_that_many_items_have_alike_is_told_once() -> None:
    def listed(actor: str, *changed: int) -> ListFile:
        rows = [
            {"事项名称": f"对行为{number}的处罚", "权力类型": "行政处罚", "设定依据": f"《某法》第{number + 1}条", "行使主体": actor, "备注": "新" if number in changed else ""}
            for number in range(12)
        ]
        return read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "清单.json")

    changes = over_time(listed("甲局"), listed("乙局", 3), reader())
    days = date(2025, 1, 1), date(2026, 1, 1)
    text = to_text(changes, ("旧", "新"), *days)
    assert "“甲局”改为“乙局”（12 项）" in text
    assert "其余 11 项只有上述改动" in text
    assert "对行为3的处罚" in text
    assert "对行为4的处罚" not in text
    assert "对行为4的处罚" in to_text(changes, ("旧", "新"), *days, verbose=True)
