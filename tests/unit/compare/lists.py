"""Small lists for the tests of comparison: invented items on statutes that exist."""

import json
from datetime import date

from basischeck.catalog import ListFile, read_bytes
from basischeck.compare import BasisReader

DAY = date(2026, 11, 22)


def reader() -> BasisReader:
    return BasisReader(None, DAY)


def a_list(*rows: tuple[str, ...], file: str = "临川市清单.json") -> ListFile:
    """Rows of name, category, basis, and where given department and level."""
    heads = ("事项名称", "权力类型", "设定依据", "部门", "行使层级")
    records = [dict(zip(heads, row, strict=False)) for row in rows]
    return read_bytes(json.dumps(records, ensure_ascii=False).encode(), file)


FOOD = ("对未取得许可从事食品生产活动的处罚", "行政处罚", "《食品安全法》第一百二十二条第一款", "市市场监督管理局", "市级")
SEED = ("对销售的种子没有标签的处罚", "行政处罚", "《种子法》第七十九条", "市农业农村局", "市级")
