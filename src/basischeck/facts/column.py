"""What a column of a fact table is, and the columns that several tables begin with."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["list", "item", "cell", "form", "basis", "waiver", "mandated", "peer", "power"]
Kind = Literal["text", "int", "bool", "date", "float"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type and, in Chinese, what it holds and when it is null."""

    name: str
    kind: Kind
    doc: str


WHERE = (
    Column("item", "int", "所属事项在 item 表中的行号（内部编号，从 0 起）"),
    Column("file", "text", "清单文件"),
    Column("sheet", "text", "工作表"),
    Column("cell", "text", "单元格，如 E4"),
    Column("row", "int", "行号，从 1 起"),
)
OF_ITEM = (
    Column("name", "text", "事项名称"),
    Column("sub_name", "text", "子项名称，没有则为空字符串"),
    Column("code", "text", "职权编码，没有则为空字符串"),
    Column("category", "text", "权力类型，原文（来自列、工作表名或标题）"),
    Column("department", "text", "部门"),
    Column("contradicting_category", "text", "事项名称自身表明、而与所列权力类型矛盾的类型；没有矛盾为空"),
)
ROLE = Column("role", "text", "依据的角色：设定依据、责任事项依据、追责依据")
SPAN = (
    Column("start", "int", "在单元格文本中的起点（Unicode 码点）"),
    Column("end", "int", "在单元格文本中的终点（不含）"),
)
