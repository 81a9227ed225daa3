"""Powers told from the other side: whom a citizen files with, pays to, applies to, and what the state promises."""

import re
from collections.abc import Iterator

from basischeck.statute.powers.authority import find_authority, find_subject, is_holder, split_authorities
from basischeck.statute.powers.licence import is_entry
from basischeck.statute.powers.model import PowerCategory

Addressed = tuple[PowerCategory, str, tuple[str, ...]]

_TO = re.compile(r"(?:向|报|送|到|请求|申请|提请|经(?!营|济|过|费|办)|由)(?=(?P<who>[^，。；：]{2,80}))")
_FILED = re.compile(r"^(?:办理|进行|申请|提交|报告|申报|提出)?[^，。；]{0,24}?(?:(?<!取消)(?<!撤销)(?<!注销)备案|报备|备查)(?!的)")
_PAID = re.compile(r"^[^，。；]{0,20}?(?:缴纳|交纳|缴付|上缴)[^，。；]{0,30}?(?:费|税|金)")
_DUE = re.compile(r"(?:应当|必须|须|由用人单位)[^。；]{0,60}?(?<!未)(?<!依法)(?:缴纳|交纳)[^，。；]{0,24}?(?:税|资源费|补偿费|使用费|社会保险费|保险费|排污费|处理费|建设费|配套费|占用费|恢复费|补偿金|保障金|基金|使用金|管理费|养护费|水费|规费|绿化费)(?!用|款)")
_ENTITLED = re.compile(r"(?<!停止)享受[^，。；]{0,24}(?:待遇|补助|津贴|抚恤|补贴)(?!的?(?:条件|人员|资格|记录|等个人))|(?:按月|依法)领取[^，。；]{0,24}(?:金|待遇|补贴|津贴)|[从由][^，。；]{0,16}基金(?:中)?(?:先行)?(?:按月|按照[^，。；]{0,8})?[^，。；]{0,8}支付")
_INSPECTED = re.compile(r"(?:应当|必须|须)[^。；]{0,40}申报[^，。；]{0,6}(?:检验|检疫)(?:$|，|：)")
_INSPECTION = re.compile(r"(?:检验|检疫)，由$")
_CARRIED_OUT = re.compile(r"^(?:统一组织|统一|组织|负责)?实施")
_WITHDRAWS = re.compile(r"应当(?:依法|予以)?(?:注销|撤销|收回)[^，。；]{0,20}(?:证书|许可证|登记证|许可|批准文件|资格|执照)")
_PRIVATE_DUE = re.compile(r"会员|学费|物业|租金|合同|投保人|保险公司")
_ARBITRATED = re.compile(r"^[^，。；]{0,30}?(?:裁决|裁定|处理|确权|行政处理|调解处理)")
_DISPUTE = re.compile(r"争议|纠纷|权属|协商不成|不能达成")
_CONFIRMED = re.compile(r"^[^，。；]{0,40}?(?:认定|鉴定|确认|权属登记|不动产登记|产权登记|婚姻登记|收养登记|户口登记|船舶登记|抵押登记|转移登记|检定|评定|鉴证|公证|办理[^，。；]{0,8}登记|申请[^，。；]{0,8}登记|产权|所有权)")
_ASSESSED = re.compile(r"[^，。；]{0,12}(?:鉴定|认定)由|[^，。；]{0,16}申请(?:品种权|专利)的")
_APPLIED = re.compile("(?:提出|提交|递交)[^，。；]{0,24}申请|提交")
_OF_DECISION = re.compile(r"处罚决定[^。；]{0,12}[报向送][^。；]{2,40}备案")
_CANCELLED = re.compile(r"^[^，。；]{0,30}?注销(?:登记|手续)")
_MEDIATED = re.compile(r"^[^，。；]{0,20}?调解")
_BENEFITED = re.compile(r"^[^，。；]{0,30}?申请[^，。；]{0,20}?(?:补助|救助|补贴|抚恤|待遇|保障金|保险金)|^[^，。；]{0,10}?(?:申领|领取)[^，。；]{0,20}?(?:补助|救助|补贴|待遇|金)")
_STATE_REWARDS = re.compile(r"(?:给予|予以|授予|进行)[^，。；]{0,20}?(?:表彰|奖励|表扬|荣誉)|(?:表彰|奖励)(?:和奖励|、奖励)?(?:。|$)")
_PRIVATE = re.compile(r"用人单位|企业(?:应当|可以|对)|所在单位|学校|本单位|单位应当|协会|组织应当|经营者")


_DECIDED = re.compile(r"由[^，。；]{2,40}(?:部门|机关|机构|政府)")
_UNADDRESSED: tuple[tuple[re.Pattern[str], PowerCategory, str], ...] = (
    (_DUE, "行政征收", "征收"),
    (_ENTITLED, "行政给付", "给付"),
    (_WITHDRAWS, "其他职权", "撤销"),
    (_INSPECTED, "行政检查", "检查"),
)


def addressed(sentence: str) -> Iterator[Addressed]:
    """Yield (category, act, holders) for what a sentence without acting authority says of one."""
    if _official(sentence):
        return
    for pattern, category, act in _UNADDRESSED:
        if pattern.search(sentence) and not (category == "行政征收" and _PRIVATE_DUE.search(sentence)):
            yield category, act, ()
    decided = _DECIDED.search(sentence)
    for match in _TO.finditer(sentence):
        who = find_authority(match["who"])
        if who is None or not is_holder(who):
            continue
        rest = match["who"][len(who) :]
        told = _told(match[0], rest, sentence)
        if _INSPECTION.search(sentence[: match.end()]) and _CARRIED_OUT.match(rest):
            told = "行政检查", "检查"
        # 由县级部门核准，报市级部门备案: what is filed there is between authorities.
        if told is not None and not (told[1] == "备案" and decided is not None and decided.end() <= match.start()):
            yield *told, split_authorities(who)


def _told(how: str, rest: str, sentence: str) -> tuple[PowerCategory, str] | None:
    """Return what a citizen seeks of an authority: `how` is the word before it（向, 报, 请求 …）, `rest` what stands behind it."""
    if _FILED.match(rest) and not _OF_DECISION.search(sentence):
        return "其他职权", "备案"
    if _PAID.match(rest):
        return "行政征收", "征收"
    if _DISPUTE.search(sentence) and _ARBITRATED.match(rest):
        return "行政裁决", "裁决"
    if _CANCELLED.match(rest):
        return "其他职权", "撤销"
    if how == "向" and _ASSESSED.match(sentence) and _APPLIED.match(rest):
        return "行政确认", "确认"
    if how in ("向", "到", "请求", "申请") and _CONFIRMED.match(rest) and not ("登记" in rest and is_entry(sentence)):
        return "行政确认", "确认"
    if _MEDIATED.match(rest):
        return "其他职权", "调解"
    return ("行政给付", "给付") if _BENEFITED.match(rest) else None


def rewards(sentence: str) -> tuple[str, ...] | None:
    """Return the holders that a sentence lets reward somebody, empty where none is named, None where it rewards nobody."""
    if not _STATE_REWARDS.search(sentence) or _PRIVATE.search(sentence) or re.search(r"补助奖励|以奖代补|奖励(?:制度|机制)|不得|处分|优惠", sentence):
        return None
    found = find_authority(re.sub(r"^对[^，。；]{2,80}?[，的]?(?:由)?(?=各级|县级|国务院|省|市|有关|人民)", "", sentence))
    for match in re.finditer("由|(?<=，)", sentence):
        found = found or find_authority(sentence[match.end() :])
    return split_authorities(found) if found else ()


def _official(sentence: str) -> bool:
    """Say whether the subject is an authority: what it files or hands up is between authorities."""
    found = find_subject(sentence)
    return found is not None and is_holder(found) and not sentence[len(found) :].startswith("的")
