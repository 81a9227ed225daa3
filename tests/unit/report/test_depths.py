from typing import Any

from basischeck.facts import frame
from basischeck.report.depths import depths_json, depths_text
from basischeck.terminal import wrap


def _basis(number: int, department: str = "某局", depth: str = "款", **more: Any) -> dict[str, Any]:
    row = {"item": number, "file": "清单.xlsx", "department": department, "category": "行政处罚", "role": "设定依据", "title": "某法"}
    return row | {"depth": depth, "divided": True, "stops_above": depth == "条"} | more


def test_a_category_without_a_norm_says_so() -> None:
    rows = [_basis(n) for n in range(3)] + [_basis(n, depth="条") for n in range(3, 6)]
    assert any("没有（不足八成）" in line for line in depths_text(frame("basis", rows)))


def test_a_handful_of_bases_is_too_few_to_compare() -> None:
    assert any("不足以比较" in line for line in depths_text(frame("basis", [_basis(0)]), verbose=True))
    assert list(depths_text(frame("basis", [_basis(0)]))) == ["引用深度：可比的依据不足 5 条，没有列表（用 --verbose 列出）", ""]


def test_the_json_counts_each_level_and_gives_the_norm_with_its_share() -> None:
    (row,) = depths_json(frame("basis", [_basis(n) for n in range(9)] + [_basis(9, depth="条")]))
    assert row["depths"] == {"条": 1, "款": 9}
    assert (row["comparable"], row["reach"], row["norm"], row["share"]) == (10, {"到底": 9, "到条": 1}, "到底", 0.9)


def test_duties_are_no_part_of_the_table() -> None:
    assert depths_json(frame("basis", [_basis(0, role="责任事项依据")])) == []
    assert list(depths_text(frame("basis", []))) == []


def test_many_departments_are_cut_and_the_rest_counted() -> None:
    table = frame("basis", [_basis(n, department=f"第{n % 50}局") for n in range(300)])
    assert any("其余 10 组" in line for line in depths_text(table))
    assert not any("其余" in line for line in depths_text(table, verbose=True))


def test_the_lines_fit_a_terminal() -> None:
    rows = [_basis(n, standard_category="其他职权") for n in range(2000)]
    for line in depths_text(frame("basis", rows)):
        assert wrap(line, 80) == [line]
