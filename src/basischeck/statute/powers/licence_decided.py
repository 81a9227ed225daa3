"""Licences told by how an application is dealt with: 不予注册, 自受理申请之日起…答复, 审批设立…单位, 不得颁发…许可证.

These are read where nothing else in the sentence asks for a licence: an authority that decides on an application in a term, by a
ground or after a hearing has the licence to give（行政许可法第三十四条、第三十八条、第四十二条）.
"""

import re
from collections.abc import Iterator

from basischeck.statute.powers.authority import find_authority, is_holder, split_authorities

Holders = tuple[str, ...]

_GIVEN = r"(?:许可证|执照|资质证书|资格证书|执业证书|批准文件|批准书|注册证书?|登记证书?|合格证|采伐证|捕捞证)"
_OTHER_MATTER = re.compile(
    r"复议|复审|裁决|异议|投诉|举报|鉴定|救助|补贴|补助|供养|信息公开|公开申请|仲裁|赔偿|回避|法律援助|低保|生活保障|工伤|退税|减税|免税|抵免|品种权|调解|复查|复核|检举|信访|申诉"
    r"|商标(?!代理|印制)|著作权|待遇|保险金|抚恤|不动产|户口|户籍|婚姻|收养|债权|破产(?:清算|程序|申请|案)|其他申请人|处分|刑事责任|玩忽职守|滥用职权|逮捕|执行申请|立案|假释|减刑|强制医疗|公证|认定申请|抵押|质押|所有权|规划草案|贷款|采购人|质疑|招标人|逾期申报|(?:收到|接到)[^。；]{0,20}通知|是否受理|公积金|法制审核|处罚|编制机关|用户|消费者|投资者|客户|(?<![产农林行企])业主(?!管)|视为同时|会员|统计调查项目|提高办事效率|负责人批准|不予受理的理由"
    r"|执法(?:人员|证)|监督检查人员|检查人员|公务|议案|代表大会|公务员|录用|政府采购"
)
_PLANS = re.compile(r"(?:审批|审查|审核|批准|核准)(?!机构|不?符合|合格)[^，。；]{0,8}(?:规划|计划|标准|预算|决算|区划|预案|目录|章程|草案)|规划[^，。；]{0,6}(?:批准|审批|报批)")
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        # the ground for a refusal
        r"(?:的|，|部门|机关|机构|协会|一律|或者|应当)不予(?:注册|批准|许可|核准|延续|换证|审批|行政许可|(?:办理)?(?:设立|变更|企业|公司|使用)?登记)(?=[，。；：]|$)",
        rf"不得(?:颁发|核发|发放|发给|换发|办理)[^，。；]{{0,24}}{_GIVEN}",
        r"(?:不符合|不予|不合格)[^。；]{0,40}(?:通知|告知|向)[^，。；]{0,8}申请人[^。；]{0,14}理由",
        # the term in which it is decided
        r"(?:受理|收到|接到|接受)[^。；]{0,30}(?:申请|申报|报批|许可|审批|审核|核准|图纸|报告书|报告表)[^。；]{0,20}(?:之日|后)起?[^。；]{0,24}[日月天内][^。；]{0,40}(?:答复|[作做]出[^，。；]{0,20}决定|(?:审查|审核|审批|审定)(?:完毕|决定)|完成[^，。；]{0,8}(?:审查|审核|审批)|(?:审查|审核)意见)",
        r"(?:申请[^。]{2,80}|审批(?:机关|部门)应当)自(?:受理|收到)[^。；]{0,20}之日起[^。；]{0,30}(?:答复|[作做]出[^，。；]{0,12}决定)",
        r"申请(?:材料|资料|文件)?[^。；]{0,30}(?:初审|审核|审查)意见[^。；]{0,16}(?:报送?|上报|转报)[^，。；]{2,30}(?:部门|机关|机构|政府|局|院)",
        r"受理[^，。；]{0,8}申请后，[^。；]{0,60}(?:审查|审核|核查|评审)",
        r"对[^，。；]{2,40}(?:许可|审批|注册)申请[^，。；]{0,6}，应当[^，。；]{0,20}(?:处理|决定)",
        r"受理[^，。；]{0,16}申请[^。；]{0,40}应当[^。；]{0,30}(?:现场核查|实地核查|专家评审|技术审查|技术评审)",
        # what is weighed when it is decided
        r"(?:^|，|部门|机关|机构|政府)(?:审批|核准)(?!管理|机关|部门|权|事项|程序|制度)(?:设立|成立|开办|开设|新建)?[^，。；]{2,24}?(?:，除|，?应当|时，)",
        r"(?:审批|审查|审核|批准|核准)(?:(?!的(?:机关|部门|机构))[^，。；]){2,40}(?:申请|许可)(?:(?!的)[^，。；]){0,6}(?:时，[^，。；]{0,12}应当|，?应当)",
        r"(?:审批|发证|颁证|许可)(?:部门|机关)应当(?!自)[^，。；]{0,16}(?:审查|审核|评审|核查)",
        r"应当(?:依法)?(?:予以|给予|准予)(?:行政)?(?:许可|批准|核准|注册)(?=[，。；]|$)",
        r"(?:招标|拍卖|挂牌|抽签)[^，。；]{0,12}(?:方式|形式)[^，。；]{0,8}[作做]出[^，。；]{0,8}许可",
        r"对许可证[^，。；]{0,12}事项[^，。；]{0,8}(?:调整|变更)",
        # entry in a register, and out of it
        r"由[^，。；]{0,12}登记机关[^，。；]{0,6}登记为",
        r"(?:登记(?:管理)?机关|申请[^。；]{2,60}应当)[^，。；]{0,4}(?:当场)?办理[^，。；]{0,8}登记手续",
        r"向[^，。；]{0,20}登记(?:管理)?机关[^，。；]{0,4}(?:申请|办理)[^，。；]{0,10}注销登记",
        r"(?:执照|[\u4e00-\u9fff]证)[^。；]{2,80}(?:部门|机关|机构|单位)(?:负责)?(?:核发|颁发)(?=[，。；]|$)",
        r"凭[^，。；]{2,30}(?:证书?|文件|单)》?(?:到|向)[^，。；]{2,40}(?:部门|机关|海关|局)(?:办理|申领|领取|申请)[^，。；]{0,16}(?:通关单|许可证|准运证|执照|批件)",
        # applied for anew
        r"(?:应当|可以|须|必须|或者)(?:依法|按照[^，。；]{2,16})?重新(?:提出|申请|办理)[^，。；]{0,12}(?:申请|注册|许可|登记|手续|审批|批准|证)",
    )
)
_BEFORE = re.compile(r"复议|补贴|补助|救助|异议|投诉|鉴定|调解|公积金|待遇|退税|信息公开|复核|仲裁|抚恤|供养|不服|(?<!机关)负责人批准")
_ACTOR = re.compile(r"(?:^|[，；：]|由|向(?=[^，。；]{0,20}登记(?:管理)?机关))(?:对[^，。；]{2,40}?，)?")


def dealt_with(sentence: str, before: str = "") -> Iterator[Holders]:
    """Read a sentence in which an application for a licence is decided on, refused, or must be made anew.

    `before` are the sentences of the paragraph that come first: they tell what else may have been applied for.
    """
    if _OTHER_MATTER.search(sentence) or _BEFORE.search(before) or _PLANS.search(sentence):
        return
    match = next((found for sign in _SIGNS if (found := sign.search(sentence))), None)
    if match is not None:
        yield _who(sentence[: match.end()])


def _who(text: str) -> Holders:
    """Return the authority that acts last in the text, none where it names none."""
    found: Holders = ()
    for match in _ACTOR.finditer(text):
        who = find_authority(text[match.end() :])
        if who is not None and is_holder(who):
            found = split_authorities(who)
    return found
