"""Comparison of real lists: three departments of one city, and one list against a state of it with known changes.

The departments share little. What is matched was read and judged by hand: each pair is one power that fisheries and
waterways (or agriculture and market supervision) hold each in its own field, on the same provisions.
"""

import json
import random
import re
from datetime import date
from pathlib import Path

from basischeck.catalog import ListFile, read_bytes, read_list
from basischeck.compare import BasisReader, compare_lists
from basischeck.compare.law import LawBetween
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
    ((1, 358), (2, 664)): "扣押 of vehicles that carry dangerous chemicals: article 7 of 危险化学品安全管理条例, with much else in one item of market supervision",
    ((0, 234), (1, 347)): "food made from protected wild animals: 野生动物保护法, cited by both as article 49",
}


def _lists(shared: Path) -> list[ListFile]:
    folder = shared / "catalogs" / "karamay"
    return [read_list(next(folder.glob(f"*{word}*"))) for word in ("农业农村", "市场监督", "交通运输")]


def test_three_departments_share_eight_powers(shared: Path) -> None:
    lists = _lists(shared)
    found = compare_lists(lists, BasisReader(open_index(), date(2026, 11, 22), REGION))
    assert len(found.of("identical")) == 0
    pairs = {tuple((member.list, member.item.row) for member in group.members) for group in found.of("similar")}
    assert pairs == JUDGED.keys()
    assert sum(len(group.members) for group in found.groups) == sum(len(read.items) for read in lists)


def _records(read: ListFile) -> list[dict[str, str]]:
    records = []
    for item in read.items:
        fields = {name: item.fields[name].text for name in ("承办机构", "行使层级", "部门职责", "责任事项", "备注") if name in item.fields}
        basis = "\n".join(one.text for one in item.bases if one.role == "设定依据")
        records.append({"事项名称": item.name, "权力类型": item.category, "设定依据": basis, "行使主体": item.department, **fields})
    return records


def _file(records: list[dict[str, str]], name: str) -> ListFile:
    return read_bytes(json.dumps(records, ensure_ascii=False).encode(), name)


START, END = date(2024, 12, 31), date(2026, 11, 22)

# Between the two days 反不正当竞争法 was revised and its articles renumbered (in force 2025-10-15), and articles 124 and 132 of
# 食品安全法 were amended under their numbers (in force 2025-12-01). Items, by their number in the workbook, that cite them; read by hand.
MOVED = {329, 330, 331, 332, 333, 334, 335, 336, 360, 380}
AMENDED = {212, 216, 217}

# Changed on purpose: number of the item, field, what stood there a year ago, and what was to be found.
Changed = tuple[int, str, str, str]


def _changes(now: list[dict[str, str]]) -> list[Changed]:
    """Return 21 changes of fields; the bases' own are either without a cause in law, or follow 反不正当竞争法."""
    no_cause, none = "没有法律原因", ""
    old_names = {n: now[n]["事项名称"].replace("的处罚", "等行为的行政处罚").replace("对", "对违反规定，", 1) for n in (20, 61, 102, 143)}
    told: list[Changed] = [(n, "事项名称", name, no_cause) for n, name in old_names.items()]
    told += [(n, "设定依据", "《中华人民共和国标准化法》第三十七条：生产、销售不符合强制性标准的。", no_cause) for n in (25, 66, 107, 148)]
    # The law moved these articles, and the list has followed (its state of today is made so below).
    told += [(n, "设定依据", now[n]["设定依据"], none) for n in (332, 333)]
    # Only the bracket behind the title is older: the same provisions.
    told += [(n, "设定依据", re.sub(r"》（[^）]*）", "》（1993年9月2日通过）", now[n]["设定依据"], count=1), none) for n in (189, 230)]
    told += [(n, "权力类型", "其他行政权力", no_cause) for n in (40, 81)]
    told += [(n, "行使主体", "克拉玛依市工商行政管理局", none) for n in (30, 71)]
    told += [(n, "承办机构", "综合科", none) for n in (112, 120)]
    told += [(n, "责任事项", "1.立案责任。2.告知责任。", none) for n in (45, 86)]
    return [*told, (35, "行使层级", "县级", none)]


def _followed(record: dict[str, str], articles: str) -> dict[str, str]:
    return dict(record, 设定依据=f"《中华人民共和国反不正当竞争法》（2025年修订）{articles}")


def test_all_thirty_known_changes_are_found_each_with_its_verdict_and_nothing_else(shared: Path) -> None:
    now = _records(_lists(shared)[1])
    then = [dict(record) for record in now]
    changes = _changes(now)
    for number, field, old, _ in changes:
        then[number][field] = old
    # 侵犯商业秘密: 第九条、第二十一条 became 第十条、第二十六条; 不正当有奖销售: 第十条、第二十二条 became 第十一条、第二十七条.
    now[332], now[333] = _followed(now[332], "第十条、第二十六条"), _followed(now[333], "第十一条、第二十七条")
    added = (300, 320, 340, 345, 350)
    removed = [
        dict(now[number], 事项名称=f"对已经取消的第{number}号活动擅自开展的处罚", 设定依据="《某市旧办法》第三条") for number in (250, 260, 270)
    ]
    # One power that the law itself took away with its statute.
    removed.append(dict(now[280], 事项名称="对违反旧固体废物管理制度的处罚", 设定依据="《中华人民共和国固体废物污染环境防治法》第一百零二条"))
    then = [record for number, record in enumerate(then) if number not in added] + removed
    random.Random(9).shuffle(then)  # noqa: S311  # test data, no secret

    expected = [("修改", now[n]["事项名称"], frozenset({field}), verdict) for n, field, _, verdict in changes]
    expected += [("新增", now[n]["事项名称"], frozenset(), "没有法律原因") for n in added]
    expected += [("取消", record["事项名称"], frozenset(), "没有法律原因") for record in removed[:3]]
    expected.append(("取消", removed[3]["事项名称"], frozenset(), ""))
    assert len(expected) == 30
    untouched = [("未改", now[n]["事项名称"], frozenset(), "应改未改") for n in MOVED - {332, 333}]
    untouched += [("未改", now[n]["事项名称"], frozenset(), "应当复核") for n in AMENDED]

    index = open_index()
    found = over_time(_file(then, "去年.json"), _file(now, "今年.json"), BasisReader(index, END, REGION), LawBetween(index, START, END))
    told = [(one.state, one.item.name, frozenset(field.field for field in one.fields), one.verdict) for one in found]
    assert sorted(told, key=repr) == sorted(expected + untouched, key=repr)
