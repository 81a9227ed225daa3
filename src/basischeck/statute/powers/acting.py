"""Powers with the authority as the one who acts: inspection, coercive measures, levies, benefits, rewards and others."""

import re
from collections.abc import Iterator, Sequence

from basischeck.statute.powers.clauses import Piece
from basischeck.statute.powers.model import PowerCategory

_MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("查封", re.compile(r"查封")),
    ("扣押", re.compile(r"扣押|扣留(?!.{0,12}驾驶证)|暂扣(?!.{0,30}(?:许可|执照|资格|资质|证|牌))|暂予扣留|拖移|拖离|强制拖曳")),
    ("冻结", re.compile(r"冻结")),
    ("封存", re.compile(r"封存")),
    ("先行登记保存", re.compile(r"先行登记保存")),
    ("强制拆除", re.compile(r"(?:强制|依法|组织|代为|予以|强行)拆除")),
    ("代履行", re.compile(r"代履行|代为(?!申请|办理|缴纳|保管|提出|参加|行使|支付|传达|送达|接收|申报|通知|领取|签字)")),
    ("强制执行", re.compile(r"(?<!申请人民法院)(?<!法院)强制执行|强行(?:拆除|清除|驱离|带离|驱散|打捞|清理)|强制(?:设置|卸货|清除|打捞|带离|驱离|驱散|隔离|传唤|报废|戒毒|免疫|检疫|扑杀|治疗|铲除|卸载|拖离|清理|处置|措施(?!之日|的，|后)|收购|注销|医疗|转移|检测|停|划拨|检查)")),
    ("加收滞纳金", re.compile(r"(?:加收|加处|征收|缴纳).{0,16}(?:滞纳金|罚款)(?<=滞纳金)|加处罚款|加收.{0,24}滞纳金")),
    ("限制人身自由", re.compile(r"限制人身自由|强制传唤|继续盘问|留置盘问|约束至酒醒|收容教育|(?:予以|进行|实施)隔离|带离现场|驱逐|紧追")),
    ("停止供应", re.compile(r"停止供[电水气热]|停止供应")),
    ("紧急措施", re.compile(r"(?:临时|紧急)(?:性)?(?:控制|处置|管制|应急)措施|交通管制|(?:责令|决定|采取|实施|可以).{0,10}(?:交通)?管制|禁止.{0,10}离港|禁止进港|驶离|滞留")),
)
_INSPECT = re.compile(r"监督检查|(?:实施|进行)检疫(?=$|。|，)|现场检查|检查|抽查|抽样|抽检|巡查|稽查|查验|核查|(?:查阅|复制).{0,60}(?:资料|文件|账簿|记录|凭证|合同|材料|档案)|进入.{0,40}(?:检查|调查|场所|现场)|询问(?:有关|当事人|被|与|涉嫌|　)|(?:实施|进行|开展)[^，。；]{0,12}监察|调查(?:和|、)?取证|(?:组织|进行|开展|负责)[^，。；]{0,20}事故[^，。；]{0,12}调查|调查组进行调查")
_KIND = re.compile("(?:查封|扣押|冻结|扣留|封存)的(?:行政)?强制措施")
_MODAL = re.compile(r"应当|可以|有权|依法|负责|必须|须|定期|加强|组织|实施|进行|开展|采取")
_INSPECTION_TALK = re.compile(
    r"(?:执行|进行|履行|实施|开展|依法)?[^，。；]{0,12}检查(?:任务|职责)?时|检查、[^，。；]{0,12}结果|公开[^，。；]{0,40}检查|检查(?=，应当(?:有|出示|由))|(?=.{0,40}检查，应当(?:有|出示|由)).{0,40}检查|检查(?:职责|职权|职能)|(?:配合|支持)[^，]{0,24}调查|调查(?:、取证)?(?:结束|报告|结论)|(?:抽样)?(?:检查|抽查|检验|核查|巡查)(?:检验)?(?:结果|意见|记录|情况|人员|证|机构|计划|方案|名录|标准|报告|频次|的(?:依据|内容|人员|程序|方式|结果|情况|部门|时间|地点|重点|范围)|过程|中|工作(?!，|。|$)|制度|能力|活动|事项|清单)"
    r"|(?:接受|配合|拒绝|阻碍|阻挠|妨碍|逃避).{0,20}检查|自查|执法(?:行为|活动|工作|情况|人员|监督)|被检查|核查处理|检查督促|督促检查|检查站|检查(?:了解)?.{0,8}(?:政府|部门)(?!和单位)"
)
_INSPECT_INTERNAL = re.compile(
    r"对(?:下级|所属|本级|各级|同级|其所属|其|有关|相关)?(?:地方)?(?:人民)?(?:政府|部门|行政机关|主管部门|执法机关|管理部门)[^，]{0,24}(?:检查|督查|核查|抽查)|对其?(?:工作|执法)人员|对(?!象)[^，]{0,24}(?:所属|人员的)[^，]{0,16}检查|委托|考核检查|检查、?考核|下级[^，]{0,30}(?:检查|督查)"
)
_LEVY = re.compile(r"(?:征收|收取|计收|追缴|代征|核定).{0,40}(?:费|税|金)(?!用于|的使用|使用)|征收(?!标准|范围|对象|办法|管理|的|决定|部门|工作|实施|补偿)|征用")
_BENEFIT = re.compile(
    r"(?:给予|发放|发给|支付|提供|领取|享受|予以|落实).{0,24}(?:补助|救助|救济|抚恤|补贴|津贴|资助|社会保险待遇|保险金|养老金|低保|最低生活保障|优待金|供养|生活费|安置费|护理费|补偿)"
)
_ARBITRATE = re.compile(r"(?:裁决|裁定|行政处理|处理决定)|(?:争议|纠纷|权属).{0,80}(?:处理|裁决|确定|裁定)|(?:处理|裁决).{0,12}(?:争议|纠纷)")
_CONFIRM = re.compile(
    r"(?:予以|进行|依法|负责|作出|申请|办理|重新|确权).{0,16}(?:认定|鉴定|确认|检定|评定|定级|登记造册|公证|权属登记|不动产登记|产权登记|抵押登记|户口登记|婚姻登记|收养登记|船舶登记|鉴证)|认定(?:为|其)|^认定|(?:不动产|权属|产权|所有权|抵押权?|婚姻|收养|户口|船舶|国籍|使用权|转移|变更)登记|核发.{0,20}(?:所有权证|使用权证|权属证书|不动产权)|授予.{0,10}(?:称号|职称|资格)|(?:给予|组织|负责|进行).{0,12}等级评[定价]|工伤认定|商标(?:予以)?注册"
)
_TALK = re.compile(r"约谈")
_WITHDRAW = re.compile(r"(?:予以|依法|可以|应当|有权|决定|由其|负责|并)?(?:撤销|注销|撤回|收回|宣布.{0,10}(?:无效|作废)|公告作废)(?!案件)")
_WITHDRAWN = re.compile(r"许可|批准|登记|注册|证|资质|资格|执照|备案|文件|土地|使用权|决定|称号|补助|荣誉")
_MEDIATE = re.compile(r"调解")
_MAY_SEIZE = re.compile(r"^(?:并)?(?:可以|应当|有权)(?:依法)?(?:予以|先行)?(?:查封|扣押|冻结|封存)|^(?:依法)?(?:强制执行|强制拆除|代为)(?!.*的$)")
_WORKS = re.compile(r"^(?:依法|组织|强制|予以|负责|可以|代为)*(?:拆除|清除|打捞|恢复|清理|治理|补种|处置|处理|修复|铲除|销毁|搬迁|填平|回填|采取)")
_COST = re.compile(r"费用(?:由|，?由)|费用[^，]{0,12}(?:承担|负担)")
_NEGATED = re.compile(r"不得|禁止|不准|不予")
_PASSIVE = re.compile(r"被(?:依法)?(?:查封|扣押|冻结|封存|扣留|暂扣|征收|征用|检查|抽查|撤销|注销|收回|约谈|强制|裁决|认定)|(?:查封|扣押|冻结|封存|扣留|暂扣)(?:的(?!(?:行政)?强制|措施)|期限|期间|、扣押的(?!(?:行政)?强制|措施)|决定|清单|措施的|物品|财物|场所|费用)|(?:解除|逾期|不服|妥善保管|使用或者损毁|隐匿|转移).{0,12}(?:查封|扣押|冻结)|申请.{0,10}强制执行|解除[^，]{0,8}强制措施|变更强制措施|法院强制执行|(?:不得|擅自|非法).{0,12}(?:查封|扣押|冻结|扣留|征收|征用|收费)")


def acting(pieces: Sequence[Piece]) -> Iterator[tuple[PowerCategory, str, Piece]]:
    """Yield (category, act, piece) for each power that an acting authority has in these pieces."""
    for place, piece in enumerate(pieces):
        if piece.named and _WORKS.match(piece.acts) and _at_cost(pieces[place + 1 : place + 3]):
            yield "行政强制", "代履行", piece
        if not piece.agents and not piece.discipline and _MAY_SEIZE.search(piece.text):
            yield from _measures(piece, _PASSIVE.sub("　", piece.text), False)
        if not piece.agents or piece.discipline:
            continue
        text = piece.acts if piece.named else piece.text
        if piece.text.endswith(("的", "时")) and not (piece.named and piece.text.endswith("的")):
            continue
        if "是指" in piece.text:
            continue
        clean = _PASSIVE.sub("　", text)
        inspected = _INSPECTION_TALK.sub("　", clean)
        negated = _NEGATED.search(clean) is not None
        yield from _measures(piece, clean, negated)
        if piece.subject and not negated and _INSPECT.search(inspected) and _inspects(piece, clean):
            yield "行政检查", "检查", piece
        if not negated:
            yield from _others(piece, clean)


def _at_cost(following: Sequence[Piece]) -> bool:
    """Say whether what follows makes the offender bear the cost: the organ then does what he failed to do（代履行）."""
    return any(_COST.search(piece.text) for piece in following)


def _measures(piece: Piece, clean: str, negated: bool) -> Iterator[tuple[PowerCategory, str, Piece]]:
    if negated and not re.search(r"可以|有权|责令|采取", clean):
        return
    found = [act for act, pattern in _MEASURES if pattern.search(clean)]
    for act in found:
        if act != "强制执行" or found == [act] or not _KIND.search(clean):
            yield "行政强制", act, piece


def _inspects(piece: Piece, clean: str) -> bool:
    if re.search(r"申请材料|申请资料|申请人", piece.text):
        return False
    if "对本行政区域" in clean or piece.text.endswith("时") or _INSPECT_INTERNAL.search(clean) or "举报" in piece.text:
        return False
    return piece.inner or piece.named or _MODAL.search(piece.text) is not None


def _others(piece: Piece, clean: str) -> Iterator[tuple[PowerCategory, str, Piece]]:
    if _LEVY.search(clean) and "退还" not in clean and not piece.text.endswith("的") and not re.search("没收|罚款", piece.text):
        yield "行政征收", "征用" if "征用" in clean and "征收" not in clean else "征收", piece
    if _BENEFIT.search(clean) and piece.subject and not re.search("基金出现|记录|查询", piece.text):
        yield "行政给付", "给付", piece
    if _CONFIRM.search(clean):
        yield "行政确认", "确认", piece
    if _ARBITRATE.search(clean) and re.search(r"争议|纠纷|裁决|权属", piece.text):
        yield "行政裁决", "裁决", piece
    if _TALK.search(clean) and "其主要负责人" not in clean and not re.search(r"被约谈|约谈(?:情况|记录|制度|的)", clean):
        yield "其他职权", "约谈", piece
    if (match := _WITHDRAW.search(clean)) and _WITHDRAWN.search(clean[match.start() :]) and (piece.named or piece.consequence) and "吊销" not in piece.text and "资格" not in clean:
        yield "其他职权", "撤销", piece
    if _MEDIATE.search(clean) and re.search(r"(?:进行|组织|可以|应当|予以|申请|负责)[^，]{0,14}调解", piece.text):
        yield "其他职权", "调解", piece
