"""The documented columns of every fact table: the only names that a rule may use.

Four tables, one row each for an item, a basis (one cited provision), a basis cell, and a fault of form found by the
parser; and one row a list. Names and meanings are a contract with users' own rules (`basischeck facts`).
"""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["list", "item", "cell", "form", "basis", "waiver", "mandated", "peer"]
Kind = Literal["text", "int", "bool", "date", "float"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type and, in Chinese, what it holds and when it is null."""

    name: str
    kind: Kind
    doc: str


_WHERE = (
    Column("item", "int", "所属事项在 item 表中的行号（内部编号，从 0 起）"),
    Column("file", "text", "清单文件"),
    Column("sheet", "text", "工作表"),
    Column("cell", "text", "单元格，如 E4"),
    Column("row", "int", "行号，从 1 起"),
)
_ITEM = (
    Column("name", "text", "事项名称"),
    Column("sub_name", "text", "子项名称，没有则为空字符串"),
    Column("code", "text", "职权编码，没有则为空字符串"),
    Column("category", "text", "权力类型，原文（来自列、工作表名或标题）"),
    Column("department", "text", "部门"),
    Column("contradicting_category", "text", "事项名称自身表明、而与所列权力类型矛盾的类型；没有矛盾为空"),
)
_ROLE = Column("role", "text", "依据的角色：设定依据、责任事项依据、追责依据")
_SPAN = (
    Column("start", "int", "在单元格文本中的起点（Unicode 码点）"),
    Column("end", "int", "在单元格文本中的终点（不含）"),
)

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
    *_WHERE,
    *_ITEM,
    Column("standard_category", "text", "规范的权力类型（9+X），无法归入则为空"),
    Column("category_from", "text", "权力类型从哪里得知：column（列）、sheet（工作表名）、title（标题行）、file（文件名）；不知为空"),
    Column("founding_cells", "int", "有文字的设定依据单元格数"),
    Column("founding_bases", "int", "设定依据中读出的依据条数"),
    Column("has_founding_column", "bool", "该工作表有设定依据列"),
    Column("founding_cell", "text", "设定依据所在的单元格，未填的为应填的单元格"),
    Column("category_cell", "text", "权力类型所在的单元格"),
    Column("code_cell", "text", "编码所在的单元格"),
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
    Column("actor_usual", "text", "本部门至少八成事项的行使主体"),
)

CELL = (
    *_WHERE,
    *_ITEM,
    _ROLE,
    Column("text", "text", "单元格文本的开头（至多 60 字）"),
    Column("length", "int", "文本长度（码点）"),
    Column("citations", "int", "读出的引用数（不含引文内部的引用）"),
    Column("standards", "bool", "含技术标准（GB 等）编号"),
    Column("refers", "bool", "含“同上”“见上”之类的指代，没有自己的引用"),
    Column("absent", "bool", "只写了“无”“/”之类，表示没有"),
)

FORM = (
    *_WHERE,
    *_ITEM,
    _ROLE,
    *_SPAN,
    Column("diagnostic", "text", "解析诊断代码"),
    Column("problem", "text", "解析器对问题的说明"),
    Column("text", "text", "出问题的原文（至多 60 字）"),
    Column("suggestion", "text", "建议的写法，没有则为空"),
)

BASIS = (
    *_WHERE,
    *_ITEM,
    Column("standard_category", "text", "规范的权力类型（9+X），无法归入则为空"),
    _ROLE,
    *_SPAN,
    Column("title", "text", "引用的法规名称，原文；从上文承接的为上文名称；没有写明为空"),
    Column("citation", "text", "规范写法，如《中华人民共和国食品安全法》第三十五条第一款"),
    Column("locator", "text", "规范写法的条款，如第三十五条第一款；只引法规名称为空字符串"),
    Column("level_tag", "text", "原文的层级标签，如 法律、法规；没有则为空"),
    Column("version_text", "text", "名称后的版本括号原文；没有则为空"),
    Column("version_year", "int", "版本括号所写的年份"),
    Column("document_number", "text", "文号"),
    Column("depth", "text", "引用深度：法规、编、分编、章、节、条、款、项、目、附件"),
    Column("part", "int", "编"),
    Column("subpart", "int", "分编"),
    Column("chapter", "int", "章"),
    Column("section", "int", "节"),
    Column("article", "text", "条，如 35、133-1"),
    Column("paragraph", "int", "款"),
    Column("item_number", "int", "项"),
    Column("subitem", "int", "目"),
    Column("annex", "text", "附件"),
    Column("statute_id", "text", "索引中的法规编号；未收录为空"),
    Column("statute", "text", "索引中的法规名称；未收录为空"),
    Column("statute_level", "text", "效力位阶"),
    Column("statute_region", "text", "地方性法规、规章的地区；全国性的为空"),
    Column("issuer", "text", "制定机关"),
    Column("suggested_title", "text", "未收录且疑为笔误时，索引中最接近的名称；否则为空"),
    Column("status", "text", "核查日的状态：有效、已废止、尚未生效、未收录；没有写明法规名称为空"),
    Column("held", "bool", "索引掌握核查日有效文本的条文结构"),
    Column("promulgated", "date", "有效版本的公布日"),
    Column("effective", "date", "有效版本的施行日（尚未生效的为将来施行日）"),
    Column("ended", "date", "已废止的，失效日"),
    Column("repealed_by", "text", "废止它的法规"),
    Column("repealed_by_article", "text", "作出废止规定的条，如 1242"),
    Column("repeal", "text", "作出废止规定的条款，规范写法"),
    Column("successors", "text", "接替它的法规，以顿号分隔"),
    Column("next_effective", "date", "下一版本的施行日；没有则为空"),
    Column("days_to_change", "int", "距下一版本施行的天数；没有则为空"),
    Column("found", "bool", "所引条款在有效文本中存在；没有核对（未收录、未掌握文本、没有引到条款）为空"),
    Column("missing", "text", "不存在的最高层级：编、分编、章、节、条、款、项、目、附件"),
    Column("valid_range", "text", "该层级的有效范围，如 第一条至第一百五十四条"),
    Column("found_in_named", "bool", "所引条款在版本括号所指的旧版本中存在；不适用为空"),
    Column("paragraphs", "int", "所引条下有几款"),
    Column("items", "int", "所引条或款下有几项"),
    Column("articled", "bool", "只引法规名称的，其名称表明分条（法、条例、规定、办法等；通知、批复、意见、方案等不是）；引到条款的为空"),
    Column("located_in_cell", "bool", "只引法规名称的，同一单元格另有引到该法规条款的；引到条款的为空"),
    Column("tail", "text", "只引法规名称的，名称之后写的是：编号（没有读出的条款编号）、文字、无；引到条款的为空"),
    Column("divided", "bool", "所引条分款或者分项；没有核对为空"),
    Column("below", "text", "所引条款之下、条文还分到的下一级：款、项、目；不再分、没有核对为空"),
    Column("below_count", "int", "下一级有几款、几项、几目"),
    Column("plain_locator", "text", "条下只有一款而引作“第一款”的，不写款的写法；否则为空"),
    Column("quote_stands", "bool", "引用之后所抄原文至少一半在所引的条中，抄录也没有省略；没有抄、不需要核对为空"),
    Column("quoted_parts", "int", "引用之后所抄原文涉及下一级的几款、几项（只抄列项之前的话的，为全部项数）；没有抄、对不上、分不清为空"),
    Column("quoted_part", "text", "所抄原文只有其中一款、一项的，引到该款、项的写法；否则为空"),
    Column("stops_above", "bool", "引用停在上一级：条文还分款、项、目，所抄原文也不能说明是整体引用；没有核对、所抄原文不在所引的条中、所引旧版本的条已有变化为空"),
    Column("above_kind", "text", "停在上一级的，最能说明问题的情形：原文可定、偏离通行、事项不一、清单不一、未说明；没有停在上一级为空"),
    Column("above_in_cell", "text", "本单元格中停在上一级而情形相同的依据不止一条的，全部依据，以顿号分隔；只有一条为空"),
    Column("above_count", "int", "本单元格中停在上一级而情形相同的依据条数"),
    Column("deeper_in_item", "text", "本条依据停在上一级，而本事项同一栏中引到最末一级的一条依据；没有则为空"),
    Column("deeper_elsewhere", "text", "本条依据停在上一级，而同一清单的其他事项对同一条引到了款、项，该处的位置和写法；没有则为空"),
    Column("norm", "text", "本部门本类事项引用的通行深度（至少八成）：到底、到款、到条；没有通行深度、不足 5 条可比的依据为空"),
    Column("norm_share", "int", "达到通行深度的依据占百分之几"),
    Column("norm_bases", "int", "可比的依据条数（条文分款、项的）"),
    Column("off_norm", "text", "与通行深度不同：偏浅、偏深；相同、不可比为空"),
    Column("named", "text", "版本括号所指：现行、旧版、将来版、不符、无法判断；没有括号为空"),
    Column("named_effective", "date", "括号所指旧版本的施行日"),
    Column("named_ended", "date", "括号所指旧版本的失效日"),
    Column("named_year", "int", "括号所指旧版本的公布年"),
    Column("named_kind", "text", "括号所指旧版本的形成方式：公布、修正、修订"),
    Column("in_force_year", "int", "有效版本的公布年"),
    Column("in_force_kind", "text", "有效版本的形成方式：公布、修正、修订"),
    Column("named_last_change", "text", "所引条自旧版本以来的变化：same、renumbered、revised、deleted、split、merged；不知为空"),
    Column("named_article", "text", "所引条，如 第六十二条；不知其变化为空"),
    Column("named_new_article", "text", "所引条在有效版本中的条；不知为空"),
    Column("named_similarity", "float", "所引条从旧版本到有效版本的文本相似度，0 至 1；不知为空"),
    Column(
        "quote_state",
        "text",
        "引文与有效文本的比对：一致、有删节、超出所引款项、其他条、旧版本、部分不一致、大部分不一致、查无、未核对；没有引文为空",
    ),
    Column("quote_clauses", "int", "引文的分句数（以标点分，忽略单字）"),
    Column("quote_matched", "int", "其中见于所引条款的分句数"),
    Column("quote_differs", "text", "引文中所引条没有的分句（至多 60 字）"),
    Column("quote_provision", "text", "引文实际所在的条款；不知为空"),
    Column("quote_version_effective", "date", "引文出自旧版本的，该版本的施行日"),
    Column("quote_version_ended", "date", "引文出自旧版本的，该版本的失效日"),
    Column("quote_version_year", "int", "引文出自旧版本的，该版本的公布年"),
    Column("successor_provision", "text", "已废止法规所引条在接替法规中的对应条款（规范写法）；不知为空"),
    Column("successor_similarity", "float", "对应条款的文本相似度，0 至 1"),
    Column("version_kind", "text", "版本括号所写最近一次的形成方式：公布、修正、修订等；没有写明为空"),
    Column("levels", "text", "可能的效力位阶，以顿号分隔；不知为空。省级政府规章、市级政府规章、国务院文件分别列出"),
    Column("level_from", "text", "位阶从哪里得知：索引、文号、名称、标签；不知为空"),
    Column("tag_fits", "bool", "层级标签与位阶相符；没有标签或者位阶不知为空"),
    Column("power", "text", "设定权限表中的职权种类，如 行政许可、吊销营业执照的行政处罚；表中没有或者不是设定依据为空"),
    Column("may_found", "text", "本条依据可否设定该职权：可以、临时、不可以、不判断；没有职权种类为空"),
    Column("item_may_found", "text", "本事项的设定依据合起来可否设定该职权：可以、临时、不可以、不判断"),
    Column("item_level_from", "text", "本事项设定依据的位阶从哪里得知，取最不可靠的：索引、文号、名称、标签；有一条不知为空"),
    Column("quoted_kind", "text", "所抄原文直接规定、而本事项全部设定依据都不能设定的处罚或者强制种类，如 没收违法所得；没有为空"),
    Column("quoted_kind_levels", "text", "可以设定 quoted_kind 的位阶，以顿号分隔"),
    Column("competent_levels", "text", "可以设定该职权的位阶，以顿号分隔"),
    Column("competence_source", "text", "不可以设定或者只能临时设定的，所依据的条款"),
    Column("days_in_force", "int", "临时设定许可的省级政府规章已施行的天数；不适用为空"),
    Column("territory", "text", "地方立法的地区与清单地区：本地、外省、外市；全国性的、不知地区的为空"),
    Column("list_region", "text", "清单的地区（与 territory 同时有值）"),
    Column("bracket_versions", "text", "版本括号可能指的版本（编号，以空格分隔）；没有括号、不在索引内、与各版本都不符为空"),
    Column("bracket_newer", "bool", "版本括号写的修改晚于索引所知的最后一次，索引可能没有现行文本；不是这样为空"),
    Column("bracket_newer_count", "int", "同一清单中这样的单元格数；只在首次出现处有值"),
    Column("bracket_fault", "text", "版本括号与法规沿革的矛盾：年份、施行日、日期、方式、修改决定、令号、制定机关；没有发现为空"),
    Column("bracket_says", "text", "版本括号中矛盾之处"),
    Column("bracket_known", "text", "法规的沿革、所写文号属于哪部法规、或者这一位阶由谁制定"),
    Column("bracket_fault_count", "int", "同一清单中有同一矛盾的单元格数；只在首次出现处有值"),
    Column("bracket_this", "text", "本处版本括号所指的版本；只在与清单中最常见的版本不同时、首次出现处有值"),
    Column("bracket_usual", "text", "同一清单引用该法规时最常见的版本（与 bracket_this 同时有值）"),
    Column("bracket_usual_count", "int", "写最常见版本的单元格数"),
    Column("bracket_count", "int", "写本版本的单元格数"),
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
    Column("reviewer", "text", "审核人"),
    Column("stage", "text", "审核环节：部门自审、编办复核、司法行政部门终审"),
    Column("until", "date", "截止日期，没有写明为空"),
    Column("matches", "int", "豁免了几处发现"),
    Column("expired", "bool", "截止日期已过"),
)

MANDATED = (
    *_WHERE,
    *_ITEM,
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
    *_WHERE,
    *_ITEM,
    Column("comparison", "text", "与什么比较：层级、政务服务、前后"),
    Column("problem", "text", "没有划分、层级依据不一、层级责任相同、两张皮、没有服务事项、没有权力事项、应改未改、应当复核、没有法律原因"),
    Column("other_file", "text", "所比较的清单文件；没有对应事项为空"),
    Column("other_name", "text", "所比较的事项名称；没有对应事项为空"),
    Column("other_row", "int", "所比较的事项的行号；没有对应事项为空"),
    Column("how", "text", "怎样不同"),
    Column("law", "text", "两个日期之间触及其依据的法律变动；没有为空"),
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
}
