"""Comparison of real lists: three departments of one city, and one list against a state of it with known changes.

The departments share little. What is matched was read and judged by hand: each pair is one power that fisheries and
waterways (or agriculture and market supervision) hold each in its own field, on the same provisions.
"""

import json
from datetime import date
from pathlib import Path

from basischeck.catalog import ListFile, read_bytes, read_list
from basischeck.compare import BasisReader, compare_lists
from basischeck.compare.over_time import over_time
from basischeck.statute import open_index

REGION = "新疆维吾尔自治区"

# (list, sheet's category, row): agriculture 0, market supervision 1, transport 2.
JUDGED = {
    ((0, 3), (1, 359)): "查封、扣押 of unsafe products: article 15 of one State Council regulation, farm produce and products",
    ((0, 21), (2, 704)): "removal of ships' waste from water: article 90 of 水污染防治法, fishing vessels and others",
    ((0, 215), (2, 526)): "substandard marine fuel: article 106 of 大气污染防治法",
    ((0, 222), (2, 532)): "ships without equipment against pollution: article 89 of 水污染防治法",
    ((0, 223), (2, 534)): "discharging work without the record book: article 89 of 水污染防治法",
    ((0, 224), (2, 536)): "dumping ships' waste: article 90 of 水污染防治法",
    ((0, 234), (1, 347)): "food made from protected wild animals: 野生动物保护法, cited by both as article 49",
}


def _lists(shared: Path) -> list[ListFile]:
    folder = shared / "catalogs" / "karamay"
    return [read_list(next(folder.glob(f"*{word}*"))) for word in ("农业农村", "市场监督", "交通运输")]


def test_three_departments_share_seven_powers(shared: Path) -> None:
    lists = _lists(shared)
    found = compare_lists(lists, BasisReader(open_index(), date(2026, 11, 22), REGION))
    assert len(found.of("identical")) == 0
    pairs = {tuple((member.list, member.item.row) for member in group.members) for group in found.of("similar")}
    assert pairs == JUDGED.keys()
    assert sum(len(group.members) for group in found.groups) == sum(len(read.items) for read in lists)


def _records(read: ListFile) -> list[dict[str, str]]:
    records = []
    for item in read.items:
        fields = {name: item.fields[name].text for name in ("承办机构", "行使层级", "责任事项", "备注") if name in item.fields}
        basis = "\n".join(one.text for one in item.bases if one.role == "设定依据")
        records.append({"事项名称": item.name, "权力类型": item.category, "设定依据": basis, "行使主体": item.department, **fields})
    return records


def _file(records: list[dict[str, str]], name: str) -> ListFile:
    return read_bytes(json.dumps(records, ensure_ascii=False).encode(), name)


def test_all_thirty_known_changes_are_found_and_nothing_else(shared: Path) -> None:
    now = _records(_lists(shared)[1])
    then = [dict(record) for record in now]
    expected: list[tuple[str, str, frozenset[str]]] = []

    def change(number: int, field: str, old: str) -> None:
        then[number][field] = old
        expected.append(("修改", now[number]["事项名称"], frozenset({field})))

    for number in (20, 61, 102, 143, 184):
        change(number, "事项名称", now[number]["事项名称"].replace("的处罚", "等行为的行政处罚").replace("对", "对违反规定，", 1))
    for number in (25, 66, 107, 148, 189, 230):
        change(number, "设定依据", "《中华人民共和国标准化法》第三十七条：生产、销售不符合强制性标准的。")
    for number in (30, 71, 112):
        change(number, "承办机构", "综合科")
    for number in (35, 76):
        change(number, "行使层级", "县级")
    for number in (40, 81):
        change(number, "权力类型", "其他行政权力")
    for number in (45, 86):
        change(number, "责任事项", "1.立案责任。2.告知责任。")
    added, removed = (300, 320, 340, 360, 380), (250, 260, 270, 280, 290)
    gone = [dict(now[number], 事项名称=f"对已经取消的第{number}号活动擅自开展的处罚", 设定依据="《某市旧办法》第三条") for number in removed]
    expected += [("新增", now[number]["事项名称"], frozenset()) for number in added]
    expected += [("取消", record["事项名称"], frozenset()) for record in gone]
    then = [record for number, record in enumerate(then) if number not in added] + gone
    found = over_time(_file(then, "去年.json"), _file(now, "今年.json"), BasisReader(open_index(), date(2026, 11, 22), REGION))
    assert len(expected) == 30
    told = [(one.state, one.item.name, frozenset(field.field for field in one.fields)) for one in found]
    assert sorted(told, key=repr) == sorted(expected, key=repr)
