"""Which standard field a header wording means: the wordings in use in published lists, exact before partial."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from basischeck.catalog.model import Role
from basischeck.catalog.wording import header_words
from basischeck.pattern import regex

SERIAL: Final = "序号"
CODE: Final = "编码"
SECOND_CODE: Final = "编码（另）"
SUB_CODE: Final = "子项编码"
NAME: Final = "事项名称"
SUB_NAME: Final = "子项名称"
CATEGORY: Final = "权力类型"
FOUNDING: Final = "设定依据"
DUTY_BASIS: Final = "责任事项依据"
LIABILITY_BASIS: Final = "追责依据"
ACTOR: Final = "行使主体"
OFFICE: Final = "承办机构"
LEVEL: Final = "行使层级"
DEPARTMENT: Final = "部门"
REGION: Final = "行政区划"
DUTY: Final = "责任事项"
LIABILITY: Final = "追责情形"
LIABLE: Final = "追责对象"
REMARK: Final = "备注"
FEE_BASIS: Final = "收费依据"
PROCEDURE: Final = "办理流程"
PUBLICITY: Final = "公开范围"
TASKS: Final = "部门职责"
SUBJECT: Final = "实施对象"
LIMIT: Final = "办理时限"
SUPERVISION: Final = "监督方式"

BASIS_FIELDS: Final[dict[str, Role]] = {
    FOUNDING: "设定依据",
    DUTY_BASIS: "责任事项依据",
    LIABILITY_BASIS: "追责依据",
}
"""The fields whose cells hold legal bases, with the role of these bases."""

_KINDS = (
    "许可|处罚|强制措施|强制执行|强制|征收|征用|给付|检查|确认|奖励|裁决|执法|监管|监督检查|服务|管理|审批|抽查|随机抽查|备案|证明|赋权|委托|下放"
)
_THING = f"(?:权责|权力|职权|行政|权责清单|政务服务|公共服务|依申请|依职权|通用|具体|标准|{_KINDS}|服务|清单|目录)"
_MAIN = "(?:主项|大项|一级|一级项|一级事项|母项|总项)"
_SUB = "(?:子项|子事项|子项目|小项|二级|二级项|二级事项|分项|细项|三级|三级项|下级)"
_BASIS_OF = (
    f"(?:{_THING}|行使|实施|设定|设立|设置|法律法规规章|法律法规|法律|法规|规章|法定|政策|文件|主要|事项|项目|办理|认定|"
    "定性|制定|授权|来源|权力来源|职权来源|直接|对应|相关|有关|依法|及|和|与|的)*"
)

_EXACT: Final[tuple[tuple[str, str], ...]] = (
    (SERIAL, r"序号|序|项号|总序号?|分序号?|顺序号?|行号|no|序列号?|事项序号|项目序号|编序"),
    (SUB_CODE, rf"{_SUB}(?:事项)?(?:编码|代码|编号)"),
    (
        CODE,
        rf"(?:{_THING}|{_MAIN}|事项|项目|基本|实施|统一|国家|省级?|市级?|唯一|事项基本|事项实施)*"
        r"(?:编码|代码|编号|编码号|标识码|权力码|事项码)",
    ),
    (SUB_NAME, rf"{_THING}*(?:事项)?{_SUB}(?:事项|项目)?(?:名称|内容)?|{_SUB}(?:目录)?名称|业务办理项(?:名称)?|办理项(?:名称)?"),
    (NAME, rf"{_THING}*(?:事项|项目)名称|事项|{_MAIN}(?:事项|项目)?(?:名称)?"),
    (NAME, rf"{_THING}+(?:(?:事项|项目)(?:名称)?|名称)|(?:政府|行政)?(?:权责|权力|职权)"),
    (NAME, r"项目|名称|事项内容|违法行为(?:名称|种类|表现|类型)?|案由|处罚案由|违法事项|违法情形|事由"),
    (
        CATEGORY,
        rf"(?:{_THING}|事项|项目)+(?:类型|类别|分类|性质|属性)|类型|类别|权力事项类型|执法行为(?:类型|类别|种类)?",
    ),
    (LIABILITY_BASIS, r"(?:追责|问责|责任追究|追究责任|追责问责|追责追究|追责情形|问责情形|监督问责|追责情况)(?:及|和|与|的|情形|情况|内容)*依据"),
    (
        DUTY_BASIS,
        r"(?:直接|对应|具体)?(?:责任事项|责任内容|责任事项内容|责任|职责|履责|履职|部门职责|责任清单|义务)"
        r"(?:的|及|和|与|内容|设定|法律|法定|对应)*依据",
    ),
    (
        FOUNDING,
        rf"{_BASIS_OF}依据(?:名称|内容|条款|条文|原文|全文|文件|及条款|和条款|及文号|及内容|及来源|情况|描述)*|权力来源|职权来源|事项来源"
        r"|法律法规(?:条款|规定|条文|名称|名称及条款)?|法律(?:条款|条文|规定)|违反条款|处罚条款|违则|罚则|相关法律(?:法规)?",
    ),
    (
        FOUNDING,
        r"法律|行政法规|法规|地方性法规|国务院决定|规章|部门规章|政府规章|地方政府规章|地方规章|省政府规章|国务院部门规章|(?:其他)?规范性文件"
        r"|司法解释|党内法规|国务院文件|(?:其他)?政策文件|国家法律|(?:法律|法规)(?:行政法规|及行政法规)",
    ),
    (
        ACTOR,
        r"(?:法定|具体|主要)?(?:行使|实施|责任|执法|职权|权力|行政|权责|许可|处罚|审批|决定|执行|监管|检查|办理)"
        r"(?:主体|机关|部门|单位|机构)(?:名称|全称)?|事项主体|主体",
    ),
    (
        OFFICE,
        r"(?:具体)?(?:承办|经办|责任|内设|业务|牵头)(?:的|处|内设)?(?:机构|科室|处室|股室|科|股|处科室|处室科|科室单位|单位|部门|处室站|处室单位)(?:名称)?",
    ),
    (LEVEL, r"(?:行使|实施|职权|权力|审批|管理|执法|事项|权责|办理|监管)?(?:层级|级别|层次)(?:及|和|与|的|划分|权限|内容)*|权限划分"),
    (
        DEPARTMENT,
        r"(?:所属|市级|区级|县级|省级|主管|市直|区直|县直|中央|中央主管|权责|业务主管|行业主管|责任主管){0,2}(?:部门|单位)(?:名称)?|机构名称|部门单位(?:名称)?",
    ),
    (REGION, r"(?:所属)?行政区划(?:名称)?|区划|地区|县区|区县|县市区"),
    (DUTY, r"(?:直接|对应|具体)?(?:实施)?责任(?:事项)?(?:内容|描述|清单)?|履职责任|对应责任"),
    (LIABILITY, r"(?:追责|问责|责任追究|追责问责)(?:情形|情况|内容|条款|事项|机制)?(?:内容)?"),
    (LIABLE, r"(?:追责|问责)(?:对象|主体)(?:范围)?"),
    (REMARK, r"备注|附注|其他说明|备注说明|说明"),
    (PROCEDURE, r"(?:办理|运行|权力运行|外部|内部|工作|职权运行)?流程图?|办理程序|实施程序"),
    (PUBLICITY, r"公开(?:范围|方式|类型|形式|属性|时间)?"),
    (TASKS, r"(?:部门|单位|主要)职责|职责边界|实施权限"),
    (SUBJECT, r"(?:实施|服务|办理|行政相对人|许可|检查|处罚|行政)?(?:对象|相对人)(?:类型)?"),
    (LIMIT, r"(?:法定|承诺|办理|办结)(?:期限|时限)(?:天日)?|(?:期限|时限)"),
    (SUPERVISION, r"(?:监督|投诉|诉求|救济|救助|咨询|举报)(?:方式|渠道|电话|途径|投诉|投诉电话)*"),
)

_NO_BASIS = regex(r"收费|征收标准|标准|材料|条件|期限|时限|中介|办理数量|裁量|取消|调整|下放|划转|承接|前置|是否|变动|变更|公开|年检|数量|听证")

_PARTIAL: Final[tuple[tuple[str, str], ...]] = (
    (FEE_BASIS, r"收费.*(?:依据|标准)|收费"),
    (LIABILITY_BASIS, r"(?:追责|问责|责任追究|追究).*依据|依据.*(?:追责|问责)"),
    (DUTY_BASIS, r"(?:责任|职责|履责|履职).*依据"),
    (FOUNDING, r"依据"),
    (SUB_NAME, r"(?:子项|小项|二级项).*名称"),
    (NAME, r"(?:事项|权力|职权|权责|项目|行为)(?:的)?名称"),
    (CATEGORY, r"(?:权力|职权|权责|事项|执法|行政).*(?:类型|类别)"),
    (LEVEL, r"层级"),
    (CODE, r"(?:事项|职权|权力|权责|清单).*编码"),
    (ACTOR, r"(?:行使|实施|执法|责任)(?:的)?主体|实施机关"),
    (OFFICE, r"承办"),
    (LIABLE, r"(?:追责|问责)对象"),
    (LIABILITY, r"(?:追责|问责).*情形"),
    (DUTY, r"责任事项"),
    (REMARK, r"备注"),
)

FIELDS: Final[tuple[str, ...]] = tuple(dict.fromkeys([field for field, _ in _EXACT] + [FEE_BASIS]))
"""All standard field names, as `fields` of an item and the column mapping of the configuration use them."""

_EXACT_RULES = tuple((field, regex(pattern)) for field, pattern in _EXACT)
_PARTIAL_RULES = tuple((field, regex(pattern)) for field, pattern in _PARTIAL)
# Most cells are no header: one look tells so.
_ANY_EXACT = regex("|".join(f"(?:{pattern})" for _, pattern in _EXACT))
_ANY_PARTIAL = regex("|".join(f"(?:{pattern})" for _, pattern in _PARTIAL))
_NOT_CATEGORY = regex(r"相对人|对象|证件|主体|收费")
_NOT_CODE = regex(r"部门|机构|单位|组织|信用|主体|区划|邮政|邮编")


NAME_AT_LAST = regex(r"(?:具体|主要)?(?:职责|检查|执法|监管|抽查)(?:事项|内容)|(?:权力|职权|权责|事项)清单")
"""Wordings that mean the names where no other column does, and something else beside one."""


@dataclass(frozen=True, slots=True)
class Match:
    """A header wording's field; a lower `rank` is a surer reading (exact wordings stand before partial ones)."""

    field: str
    rank: int
    exact: bool


@lru_cache(maxsize=20_000)
def match_header(text: str) -> Match | None:
    """Return the field a header cell means, or None. Exact wordings go first, so that 责任事项依据 is never taken for 依据."""
    if not text.strip() or len(text) > 80:
        return None
    whole, bare = header_words(text)
    if not bare and not whole:
        return None
    for words in dict.fromkeys((whole, bare)):
        if not _ANY_EXACT.fullmatch(words):
            continue
        for rank, (field, pattern) in enumerate(_EXACT_RULES):
            if pattern.fullmatch(words):
                return Match(field, rank, exact=True)
    if len(bare) > 24 or not _ANY_PARTIAL.search(bare):
        return None
    return _partial(bare)


def _partial(words: str) -> Match | None:
    for rank, (field, pattern) in enumerate(_PARTIAL_RULES, len(_EXACT_RULES)):
        if not pattern.search(words):
            continue
        if field in BASIS_FIELDS and _NO_BASIS.search(words):
            continue
        if (field == CODE and _NOT_CODE.search(words)) or (field == CATEGORY and _NOT_CATEGORY.search(words)):
            continue
        return Match(field, rank, exact=False)
    return None
