"""The documented columns of every fact table: the only names that a rule may use.

Four tables, one row each for an item, a basis (one cited provision), a basis cell, and a fault of form found by the
parser; and one row a list. Names and meanings are a contract with users' own rules (`basischeck facts`).
"""

from basischeck.facts.basis_columns import BASIS
from basischeck.facts.column import OF_ITEM, ROLE, SPAN, WHERE, Column, Kind, Scope

__all__ = ["TABLES", "TABLE_DOCS", "Column", "Kind", "Scope"]

LIST = (
    Column("item", "int", "始终为空：清单级事实不属于某一事项"),
    Column("file", "text", "清单文件"),
    Column("sheet", "text", "工作表"),
    Column("cell", "text", "始终为空"),
    Column("row", "int", "始终为空"),
    Column("items", "int", "该工作表读出的事项数"),
    Column("stated_count", "int", "工作表名自称的事项数（如“行政许可（11项）”），未写为空"),
    Column("numbers", "int", "序号的个数：“2,3”为两个，几行合用一个序号的为一个"),
    Column("names", "int", "不同的事项名称的个数"),
    Column("has_founding_column", "bool", "该工作表有设定依据列"),
    Column("missing_columns", "text", "缺少的必备列，以顿号分隔；不缺为空"),
    Column("missing_further_columns", "text", "缺少的其他列（责任事项、追责情形、编码、承办机构等），以顿号分隔；不缺为空"),
    Column("chapter_items", "int", "责任事项依据、追责依据只引到编、章、节的事项数"),
    Column("chapter_example", "text", "其中一条依据；没有则为空"),
    Column("empty_columns", "text", "有此列而多数事项没有填写的内容，以顿号分隔；没有则为空"),
)

ITEM = (
    *WHERE,
    *OF_ITEM,
    Column("standard_category", "text", "规范的权力类型（9+X），无法归入则为空"),
    Column("category_from", "text", "权力类型从哪里得知：column（列）、sheet（工作表名）、title（标题行）、file（文件名）；不知为空"),
    Column("founding_cells", "int", "有文字的设定依据单元格数"),
    Column("founding_bases", "int", "设定依据中读出的依据条数"),
    Column("has_founding_column", "bool", "该工作表有设定依据列"),
    Column("founding_cell", "text", "设定依据所在的单元格，未填的为应填的单元格"),
    Column("category_cell", "text", "权力类型所在的单元格"),
    Column("code_cell", "text", "编码所在的单元格"),
    Column("contradiction_cell", "text", "权力类型与事项名称矛盾的，应当先看的单元格"),
    Column("contradiction_beside", "text", "与它矛盾的另一个单元格；类型不在本事项自己的单元格的为空"),
    Column("code_kind_cell", "text", "编码与权力类型矛盾的，应当先看的单元格"),
    Column("code_kind_beside", "text", "与它矛盾的另一个单元格；类型不在本事项自己的单元格的为空"),
    Column("actor_cell", "text", "行使主体所在的单元格"),
    Column("serial_cell", "text", "序号所在的单元格"),
    Column("missing_fields", "text", "该工作表有此列而本事项未填的必备字段（事项名称、权力类型、行使主体），以顿号分隔；不缺为空"),
    Column("missing_fields_cell", "text", "其中第一个字段应填的单元格"),
    Column("missing_duties", "text", "该工作表有此列而本事项未填的责任事项、追责情形，以顿号分隔；不缺为空"),
    Column("missing_duties_cell", "text", "其中第一个字段应填的单元格"),
    Column("missing_further", "text", "该工作表有此列而本事项未填的编码、承办机构、行使层级、责任事项依据、追责依据，以顿号分隔；不缺为空"),
    Column("missing_further_cell", "text", "其中第一个字段应填的单元格"),
    Column("duplicate_of", "text", "与本事项部门、类型、名称、子项相同的前一事项的位置；层级、对象、行使主体不同的不算；没有则为空"),
    Column("near_duplicate_of", "text", "名称与本事项只在无关紧要的字词上不同的前一事项的位置；没有则为空"),
    Column("slip_of", "text", "依据相同、名称只差一个字而疑为笔误的前一事项的位置；没有则为空"),
    Column("like_name", "text", "上述前一事项的名称"),
    Column("same_bases", "bool", "与上述前一事项的设定依据（所引条款）完全相同；都没有读出依据的为空"),
    Column("like_related", "bool", "与上述前一事项在同一工作表，或者依据同一部法规；都没有读出依据的也算"),
    Column("code_shared_with", "text", "名称不同而编码相同的前一事项；没有则为空"),
    Column("code_usual", "text", "编码格式与本部门至少八成事项不同的，通行格式的一例；否则为空"),
    Column("code_means", "text", "编码中的字母（XK、CF 等）所表示的权力类型与本事项的类型不同的，该类型；否则为空"),
    Column("serial", "text", "序号，几个序号以顿号分隔；没有则为空"),
    Column("serial_fault", "text", "序号的问题：重复、缺号、起始（不从 1 开始）、乱序、空缺；没有则为空"),
    Column("serial_note", "text", "对序号问题的说明"),
    Column("name_fault", "text", "名称的问题：没有对象、没有行为、只写条号；没有则为空"),
    Column("actor", "text", "行使主体"),
    Column("actor_fault", "text", "行使主体与本部门至少八成事项不同：写法不一、另一主体；否则为空"),
    Column("actor_usual", "text", "本部门（或者本工作表等）至少八成事项的行使主体"),
    Column("actor_peers", "text", "以哪些事项为准：本部门其他事项、本工作表其他事项、编码开头相同的其他事项、前后相邻的事项"),
)

CELL = (
    *WHERE,
    *OF_ITEM,
    ROLE,
    Column("text", "text", "单元格文本的开头（至多 60 字）"),
    Column("length", "int", "文本长度（码点）"),
    Column("citations", "int", "读出的引用数（不含引文内部的引用）"),
    Column("standards", "bool", "含技术标准（GB 等）编号"),
    Column("refers", "bool", "含“同上”“见上”之类的指代，没有自己的引用"),
    Column("absent", "bool", "只写了“无”“/”之类，表示没有"),
)

FORM = (
    *WHERE,
    *OF_ITEM,
    ROLE,
    *SPAN,
    Column("diagnostic", "text", "解析诊断代码"),
    Column("problem", "text", "解析器对问题的说明"),
    Column("text", "text", "出问题的原文（至多 60 字）"),
    Column("suggestion", "text", "建议的写法，没有则为空"),
)

WAIVER = (
    Column("item", "int", "始终为空"),
    Column("file", "text", "配置文件"),
    Column("sheet", "text", "始终为空字符串"),
    Column("cell", "text", "始终为空"),
    Column("row", "int", "始终为空"),
    Column("waived_rule", "text", "豁免的规则"),
    Column("waived_item", "text", "豁免的事项（编码或名称），没有写明为空"),
    Column("waived_citation", "text", "豁免的条款，没有写明为空"),
    Column("waived_sheet", "text", "豁免的是整张工作表的问题的，工作表名；没有写明为空"),
    Column("reviewer", "text", "审核人"),
    Column("stage", "text", "审核环节：部门自审、编办复核、司法行政部门终审"),
    Column("until", "date", "截止日期，没有写明为空"),
    Column("matches", "int", "豁免了几处发现"),
    Column("expired", "bool", "截止日期已过"),
)

MANDATED = (
    *WHERE,
    *OF_ITEM,
    Column("mandated_list", "text", "必须承接的目录"),
    Column("entry", "text", "目录中的事项名称"),
    Column("entry_row", "int", "该事项在目录中的行号"),
    Column("entry_category", "text", "目录中的权力类型，原文"),
    Column("entry_level", "text", "目录中的行使层级，没有则为空字符串"),
    Column("coverage", "text", "已覆盖、名称不同、类型不同、层级不同、待核实、缺少；虚称：本清单事项自称来自该目录而目录中没有"),
    Column("how", "text", "与目录的差别；没有差别为空"),
    Column("nearest", "text", "缺少的，清单中名称最接近的事项；没有则为空"),
    Column("with_others", "bool", "该事项同时覆盖目录中的其他事项"),
    Column("score", "float", "对应的把握，0 至 1"),
)

PEER = (
    *WHERE,
    *OF_ITEM,
    Column("comparison", "text", "与什么比较：层级、政务服务、前后"),
    Column("problem", "text", "没有划分、层级依据不一、层级责任相同、两张皮、没有服务事项、没有权力事项、应改未改、应当复核、没有法律原因"),
    Column("other_file", "text", "所比较的清单文件；没有对应事项为空"),
    Column("other_name", "text", "所比较的事项名称；没有对应事项为空"),
    Column("other_row", "int", "所比较的事项的行号；没有对应事项为空"),
    Column("how", "text", "怎样不同"),
    Column("law", "text", "两个日期之间触及其依据的法律变动；没有为空"),
)

POWER = (
    *WHERE,
    *OF_ITEM,
    Column("claim", "text", "清单对该职权：未列、类型不同；无依据：事项所引的条款都没有授予该类型的职权"),
    Column("power_statute", "text", "授予职权的法规；claim 为无依据的为空"),
    Column("provision", "text", "授予职权的条款，规范写法；claim 为无依据的，为事项所引的条款，以顿号分隔"),
    Column("power_category", "text", "该职权的类型（9+X）；claim 为无依据的，为事项的类型"),
    Column("acts", "text", "该职权的行为，如 罚款、没收，以顿号分隔；claim 为无依据的为空"),
    Column("holder", "text", "条款写明的行使机关，几个以顿号分隔；没有写明为空"),
    Column("likely_holder", "text", "条款没有写明行使机关的，从同一法规的其他条款推定的机关；写明的、推定不出的为空"),
    Column("power_level", "text", "条款写明的层级，如 县级以上、市级；没有写明为空"),
    Column("claimed_by", "text", "引用该条款的事项名称（至多三个）；没有为空"),
    Column("claimed_as", "text", "引用该条款的事项的类型，以顿号分隔；没有为空"),
    Column("confers", "text", "claim 为无依据的，所引条款实际授予的职权类型；都不授予职权为空"),
    Column("how", "text", "补充说明；没有为空"),
)

TABLES: dict[Scope, tuple[Column, ...]] = {
    "list": LIST,
    "item": ITEM,
    "cell": CELL,
    "form": FORM,
    "basis": BASIS,
    "waiver": WAIVER,
    "mandated": MANDATED,
    "peer": PEER,
    "power": POWER,
}

TABLE_DOCS: dict[Scope, str] = {
    "list": "每个工作表一行",
    "item": "每个事项一行",
    "cell": "每个有文字的依据单元格一行",
    "form": "解析器发现的每处书写问题一行",
    "basis": "每条依据（引用的一个条款）一行；引文内部的引用不是依据",
    "waiver": "配置文件中的每条豁免一行",
    "mandated": "必须承接的目录中的每个事项一行（compare --mandated）",
    "peer": "与另一清单比较发现的每处问题一行（compare --levels、--services、--over-time）",
    "power": "法规授予的职权与清单对照发现的每处问题一行（coverage）",
}
