"""What the name of an item leaves out: whom or what the power is over, what is done.

The list has to say each power one by one (中办发〔2015〕21号); a name that states neither object nor act cannot be told from the
category it stands under.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, Literal

from basischeck.catalog.model import Item
from basischeck.citation import normalise
from basischeck.facts.categories import standard_category
from basischeck.pattern import regex

NameFault = Literal["没有对象", "没有行为", "只写条号"]

_GENERIC = regex(
    r"行政|采取|监督|日常|违法|违规|违反|规定|法律|法规|规章|行为|活动|事项|有关|相关|其他|其它|本法|本条例|本办法|情形|情况|依法|进行|实施|予以|给予|作出|"
    r"列举|所列|禁止|之一|各类|一般|处罚|处理|处分|罚款|检查|抽查|巡查|强制|措施|执行|许可|审批|核准|批准|审核|审查|备案|登记|确认|认定|"
    r"奖励|表彰|给付|征收|裁决|仲裁|调解|管理|监管|职权|权力|权限|权|类|项|的|对|等|和|及|与|或|者|了|中|在|为"
)
_NOISE = regex(r"[\s,，、。.;；:：\"'()（）\[\]\-]|^\d+(?=[.、])")
_PROVISION = regex(r"[《<][^《》<>]{2,}[》>]|第[一二三四五六七八九十百零\d]+[条款项章节]")

_ACTS: Final[dict[str, re.Pattern[str]]] = {
    "行政处罚": regex(r"罚|没收|警告|吊销|暂扣|撤销|拘留|责令|查处|通报|降低|限制|取缔|处理|处分|关闭|停业|注销"),
    "行政许可": regex(
        r"许可|审批|核准|批准|审核|审查|审定|核定|登记|注册|备案|认定|认证|确认|核发|颁发|签发|发放|换发|补发|检疫|检验|检查|检定|鉴定|考核|考试|验收|"
        r"授权|指定|同意|认可|证|设立|设置|变更|延续|注销|延期|年审|审验|批|准|办理|资格|资质|申请|决定|验证|测试|评审"
    ),
    "行政强制": regex(
        r"强制|查封|扣押|扣留|封存|冻结|划拨|拍卖|滞纳金|加处|代履行|代为|拆除|清除|清理|暂扣|暂停|停|收缴|没收|责令|查处|处理|处置|处分|隔离|约束|"
        r"登记保存|销毁|捕杀|扑杀|措施|强行|征收|拖|移|押|禁止|限制|追缴|补缴"
    ),
    "行政征收": regex(r"征|收|缴|费|税|金|款"),
    "行政给付": regex(
        r"给付|救助|救济|补助|补贴|补偿|津贴|津补|发放|抚恤|优待|优抚|保障|待遇|资助|扶助|扶持|供养|供应|支付|安置|慰问|金|援助|减免|服务|费|奖"
    ),
    "行政检查": regex(r"检|监管|监督|监测|监控|巡|抽|调查|核查|查|稽|督|审|验收|管理|评|评估|考核|测"),
    "行政确认": regex(
        r"确认|认定|认证|认可|登记|注册|鉴定|鉴证|核定|核准|核实|核验|核|评|定级|等级|划定|划分|备案|资质|资格|证|审|公证|裁定|界定|命名|验|检|测|"
        r"给付|批|办理|注销|变更|设立"
    ),
    "行政奖励": regex(r"奖|表彰|表扬|褒|荣誉|优秀|先进|激励|鼓励"),
    "行政裁决": regex(r"裁|调解|处理|认定|确认|争议|纠纷|投诉|决定|复核|复验|调处"),
}
"""The words by which names of each category say what is done: wide on purpose, a name is at fault only without any."""

_CUSTOM = 0.8
_ENOUGH = 5


def name_faults(items: Sequence[Item]) -> dict[int, NameFault]:
    """Return what the names of one file's items leave out, by position in `items`.

    A missing act is a fault only where the department writes it elsewhere: lists whose name column holds the conduct alone
    （违法行为）leave it to the category.
    """
    found: dict[int, NameFault] = {}
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        if not item.name.strip():
            continue
        fault = _object_fault(item)
        if fault:
            found[position] = fault
        category = standard_category(item.category)
        if category in _ACTS:
            groups[item.sheet, item.department, category].append(position)
    for (_, _, category), positions in groups.items():
        without = [n for n in positions if not _ACTS[category].search(_full(items[n]))]
        if len(positions) >= _ENOUGH and len(positions) - len(without) >= _CUSTOM * len(positions):
            for position in without:
                found.setdefault(position, "没有行为")
    return found


def _object_fault(item: Item) -> NameFault | None:
    name = _full(item)
    if _GENERIC.sub("", _NOISE.sub("", _PROVISION.sub("", name))):
        return None
    return "只写条号" if _PROVISION.search(name) else "没有对象"


def _full(item: Item) -> str:
    return normalise(f"{item.name}{item.sub_name}")
