"""What many rows share is turned into columns once, and the columns are what each row says."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from basischeck.catalog import read_list
from basischeck.citation import NameSet
from basischeck.facts import Scope, build, frame
from basischeck.statute import open_index

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "示例清单.xlsx"
REPEATED = """序号,事项名称,权力类型,实施依据,行使主体
1,对无证经营的处罚,行政处罚,《中华人民共和国食品安全法》第一百二十二条第一款；《中华人民共和国食品安全法》第一百二十二条,某局
2,对无证经营的处罚（市级）,行政处罚,《中华人民共和国食品安全法》第一百二十二条：未取得许可从事食品生产的；《中华人民共和国环境保护法》第六十条,某局
3,对监督检查的处罚,行政处罚,《中华人民共和国食品安全法》第一百二十二条第一款；《某条例》；《食品安全法》第三条、第六十九条：第三条 食品安全工作,某局
4,对未备案的处罚,行政处罚,《中华人民共和国食品安全法》第一百二十二条；《建设工程质量管理条例》第六十一条至第六十三条,某局
"""


def test_the_table_of_bases_is_what_its_rows_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Scope] = []

    def both(scope: Scope, rows: Iterable[Mapping[str, Any]], **shared: Any) -> pl.DataFrame:
        rows = list(rows)
        table = frame(scope, rows, **shared)
        if shared:
            compared.append(scope)
            assert_frame_equal(table, frame(scope, rows))
        return table

    monkeypatch.setattr(build, "frame", both)
    (tmp_path / "清单.csv").write_text(REPEATED, encoding="utf-8")
    index = open_index()
    lists = [read_list(tmp_path / "清单.csv"), read_list(EXAMPLE)]
    facts = build.build_facts(lists, index, date(2026, 11, 22), names=NameSet(index.names()))
    assert compared == ["basis"]
    assert facts.tables["basis"].height > 15


def test_a_table_without_rows_has_its_columns() -> None:
    assert frame("basis", [], shared=[]).columns == frame("basis", []).columns
