"""行政许可: an organ's prior consent that citizens and organisations need（行政许可法第二条、第十二条）.

Consent that one organ needs of another is none（行政许可法第三条）: a sentence whose subject is an authority asks for no licence, nor
does a plan, a standard or a regulation that is handed up for approval.
"""

import re
from collections.abc import Iterator

from basischeck.statute.powers.authority import find_authority, find_subject, is_holder, split_authorities

_DECIDE = r"(?:审查批准|审核批准|审批同意|审查同意|审核同意|审批|批准|核准|许可|同意|审核|审查|核发|考核合格|考试合格|考核|资格认定|认定|备案同意)(?!机关|部门|委员会|机构|意见书|制度)"
_PAPER = (
    r"(?:许可证书?|许可证件|执照|准运证|准驾证|资格证书?|资质证书?|资格|资质|经营权|准许证|批准文件|批准书|批准文号|注册证书?|登记证书?|登记证|合格证书?|合格证|执业证书?|上岗证|从业资格证?"
    r"|证明文件|证书|证件|通行证|采伐证|捕捞证|狩猎证|特许|准予.{0,8}(?:决定|证明)|许可|运营权|工作证|检疫证|检疫证明|准购证|购买证|运输证|牌照|号牌|行驶证|驾驶证|营业执照|(?:设立|开业|市场主体|企业|工商|注册|法人|经营)登记)"
)
_BY_CONSENT = re.compile(rf"(?:(?<!未)(?<!非)经(?!济|贸|营|信|办|费)|经过|须经|报经|应经|报请|报送|报(?!表|刊|纸|社|名|告|道|关|检|验|警|经|请|送)|取得|征得|获得|得到)(?P<who>[^，。；]*?){_DECIDE}(?:设立|开办|举办|从事|发布|出版|进行|建设|使用)?(?!的[^，。；]|文件|意见|证明)")
_APPLY = re.compile(r"向(?P<who>[^，。；]*?)(?:提出|递交|提交|书面|办理|申请|申办|申领|报送|报(?!告|备))(?P<what>.*)")
ENTRY = re.compile(r"进口登记|农药|饲料|兽药|产品|品种|设立|成立|开业|注册|市场主体|企业|公司|法人|社会团体|事业单位|民办非企业|基金会|经营|开办|变更登记|农民专业合作社|个体工商户")
_APPLIED = re.compile(r"申请|申领|申办(?!者|人)|办理.{0,20}(?:手续|许可|证|审批|登记|注册|批准)")
_NO_APPLICATION = re.compile(
    r"复议|裁决|赔偿|鉴定|救助|强制执行|补贴|补助|补偿|调解|复查|复核|复检|仲裁|听证|检验|支付|抚恤|回避|查阅|公开|信息|诉讼|优抚|资助|贷款|协调|处理|奖励|报销|认定|退税|减税|免税|延期缴纳|报告|备案|举报|投诉|申诉|异议"
    r"|保护|法律援助|待遇|保险金|停止执行|暂缓|撤销|异议|宣告|确认|确权|评估|检测|检定|注销|报关|通关|验放|申报纳税|补税|分割|继承|更正|停止执行"
)
_GRANT = re.compile(
    r"(?:颁发|核发|发给|发放|换发|补发|签发|换领|授予|发还|出具(?=[^，。；]{0,12}(?:批准|许可|核准)))[^，。；]{0,40}?(?:许可证|执照|资格证|资质证书|批准文件|批准书|批准证书|注册证书|登记证书|登记证|合格证|执业证书|(?<!保)(?<!荣誉)证书|证件|证照|准运证|检疫证明|许可文件|资质|资格|通行证|驾驶证|行驶证|号牌|证明文件|从业资格证?|工作证|运输证|经营权|许可(?!他人|使用费))"
    r"|(?:准予|不准予|不予|予以|决定|是否|同意|作出|依法|组织)(?:行政)?(?:许可|批准|核准|审批|注册|登记|延续|续展|变更)|作出.{0,16}(?:批准|许可|核准|注册|准予|审批|同意|延续).{0,10}(?:决定|决议)|决定是否|(?:逐级|分级)?(?:审批|核准|审查批准)(?:权限|$|并|，|：)"
    r"|(?:实施|办理|负责).{0,24}(?:许可|审批|核准|注册)(?!情况|信息|制度|的组织|的监督|工作|管理|手续)|出具检疫证明|检疫合格证|审查发证|审核发放|补领手续"
)
_HOLDS_ISSUED = re.compile(
    r"(?:取得|领取|申领|申请领取|办理|提交|出示|持有(?!人)|获得|换领)(?P<who>[^，。；]{2,60}?)(?:颁发|核发|发放|发给|签发|制发|核准|出具|统一印制)的?[^，。；]{0,30}?(?:许可证|准运证|准许证|证(?!明|据|件)|准予[^，。；]{0,4}证明|执照|批准文件|批准书|资格|资质|批文|文号)"
)
_HOLDS_PAPER = re.compile(
    rf"(?:应当|须|必须|方可|可以|需|可)?(?:依法|按照[^，]*?规定|依照[^，]*?规定)?(?:先|首先)?(?:取得|领取|申领|申请领取|办理|获得|申请(?!人)|换领)(?P<who>[^，。；]*?)(?:颁发|核发|发放|发给|签发|制发|批准|核准|出具|统一印制)?的?(?P<what>[^，。；]{{0,30}}?){_PAPER}"
)
_WITHOUT = re.compile(
    rf"(?:未经|未依法经|非经|没有经过|未获得|未取得|没有取得|无|未领取|未办理|不具备|未持有)(?P<who>[^，。；]*?)(?:{_DECIDE}|登记|注册|{_PAPER})"
)
_FORBIDS = re.compile(r"不得|禁止|不准|方可|不予|任何(?:单位|组织|个人)")
_NEEDS_NONE = re.compile(r"不需要|无需|无须|不必|免于|可以不|不用")
_ACTS = re.compile(
    r"^(?:[（(][^）)]*[）)])?(?:应当|应|可以|可|负责|对|在|自|根据|按照|依照|依法|依据|收到|受理|接到|接受|经|审查|审批|审核|核发|颁发|作出|做出|认为|办理|实施|会同|会商|和|或者|以及|须|必须|有权"
    r"|不予|不得|，|批准|决定|组织|统一|同意|准予|为|从|因|未|主管|制定|编制|拟订|提出|发现|报|将|向|建立|规定|确定|并|及|与|加强)"
)
_PROCEDURE = re.compile(
    r"(?:应当|须|必须)[^。；]{0,60}?(?:办理|履行)[^，。；]{0,12}?(?:审批|报批|批准|许可|核准|准入)手续|(?:应当|须|必须)[^。；]{0,40}?申请(?:办理)?(?:续展|延续|换证|换发|换领|重新申请)|(?:应当|须)[^，。；]{0,24}?重新(?:申请|办理)[^，。；]{0,20}?(?:许可|证|审批|核准|批准)|重新审查发证|(?:的，|，|并)(?:发给|颁发|核发|换发)[^，。；]{0,24}?(?:许可证|执照|批准书|证书)(?:[，。；]|$)|(?:应当|须)[^，。；]{0,30}?申请(?:注册|补领|取得[^，。；]{2,20}(?:证|许可|资格|资质))|确需[^，。；]{0,12}的，[^，。；]{0,20}办理审批手续"
)
_FORBIDDEN_WITHOUT = re.compile(r"(?:禁止|不得)[^，。；]{0,16}(?:未取得|未经|没有取得|无)[^，。；]{0,30}?(?:证|许可|批准|核准|资质|资格|注册)的|未经定点[^。；]{0,24}不得")
_SYSTEM = re.compile(r"(?:实行|实施|执行)[^，。；]{0,24}(?:许可|审批|核准|注册|准入|特许|资质|资格)(?:制度|管理|证|经营)|(?:实行|实施)[^，。；]{0,16}许可证?(?:制度|管理)?$")
_INTERNAL = re.compile(
    r"规划|计划|标准(?!物)|方案|目录|名录|办法|预算|区划|编制(?!单位)|规定(?!的)|预案|规程|条例|决定|草案|意见|政策|命令|任命|任免|机构设置|行政区划|保护区|名胜区|会同|制定|划定|拟订|拟定|收费标准|指标|公布|命名|建设项目清单|征收"
)
_TOPIC = re.compile(
    r"^[^，。；]{0,24}?(?:规划|计划|标准|方案|目录|名录|办法|预算|区划|预案|条例|草案|指标|保护区|名胜区|命名)[^，。；]{0,16}?，?(?:由|经|报)|(?:制定|编制|拟订|拟定|划定|修改|调整|修订)[^，。；]{0,20}?(?:规划|计划|标准|方案|目录|名录|办法|区划|预案|规定)"
)
_PLAN_FIRST = re.compile(r"^[^，。；]{0,16}(?:规划|计划|标准|区划|目录|名录)，?(?:由|经|报|应当报|须报)")
_HANDED_UP = re.compile(
    r"由[^，。；]{2,40}?(?:部门|机关|机构|政府|委员会|中心|国务院|外交部)[^，。；]{0,30}?(?:报请国务院|提出(?!申请)|拟定|拟订|制定|编制|划定|确定|提请|汇总)"
)
_PRIVATE = re.compile(r"单位|个人|企业|公民|经营者|申请人|公司|组织|从业者|生产者|者的|船舶|所有人|持有人|当事人|机构(?:应当|需要|变更|设立)|从事|开办|设立|举办|开展")
_OFFICIAL = re.compile(r"(?:部门|机关|政府|机构|委员会|国务院|工作人员)(?:应当|可以|不得|会同|负责|对|在|依法|根据|按照|组织|制定|确定|，|$)")


def licences(sentence: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (act, holders) for each licence that a sentence asks for or grants; holders are empty where none is named.

    `sentence` must not be one that sets a penalty: there a licence is only spoken of.
    """
    place = 0
    for piece in re.split("(?<=[，：；])", sentence):
        official = find_subject(re.sub(r"^(?:但是?|其中|必要时|并|同时)，?", "", piece))
        behind = piece[piece.find(official) + len(official) :] if official else ""
        if official and _ACTS.match(behind):
            if official != "行政机关" and "受委托" not in official and not behind.startswith(("的工作人员", "工作人员", "及其工作人员")):
                yield from _granted(behind + sentence[place + len(piece) :], split_authorities(official))
            if place:
                yield from _consented(sentence[:place])
            return
        place += len(piece)
    yield from _consented(sentence)


def _acts_next(rest: str) -> bool:
    """Say whether an authority is what acts after the consent（经国务院批准，公安部可以…）: then the consent is between authorities."""
    match = re.match(r"^(?:后|以后|之后)?，(?:由)?(?P<next>[^，。；]+)", rest)
    found = find_authority(match["next"]) if match else None
    return found is not None and is_holder(found) and not re.search(r"颁发|核发|发给|登记|办理|审批|审查|批准", match["next"][len(found) :] if match else "")


def _internal(before: str) -> bool:
    """Say whether what stands before the consent is an authority's own plan or regulation, not anybody's activity."""
    if _PLAN_FIRST.search(before):
        return True
    return _HANDED_UP.search(before) is not None or (_TOPIC.search(before) is not None and not _PRIVATE.search(before))


def _granted(text: str, subject: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """An authority as subject: it decides on an application."""
    for piece in re.split("[，；：]", text):
        if piece.endswith("的") or "的审批" in piece or "是指" in piece:
            continue
        if _GRANT.search(piece) and not re.search(r"不得|不再|禁止|违法|违反|情况|未经|未取得|可以委托|报.{2,30}批准|收取|备案|荣誉|奖章|撤销|吊销|注销", piece):
            if _INTERNAL.search(piece) and "许可" not in piece and "申请" not in text:
                continue
            yield "许可", subject
            return


def _consented(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Anybody else as subject: who needs consent, of whom."""
    done = False
    if re.search(r"开放许可|许可使用费|许可他人|专利权人|著作权人|商标注册人", text):
        return
    for match in _BY_CONSENT.finditer(text):
        who = find_authority(match["who"])
        before = text[: match.start()]
        if who is None or not is_holder(who) or _internal(before) or "的" in match["who"][len(who) :]:
            continue
        rest = text[match.end() :]
        if before.endswith(("处罚，需", "处罚，应当", "处罚，须")) or _acts_next(rest):
            continue
        if re.match(r"^，?(?:可以|可)?(?:适当|再)?(?:延长|延期)", rest) and not re.search(r"有效期|许可|证", before):
            continue
        if re.match(r"^(?:的|过的|后的)?(?:[^，]{0,12})?(?:规划|标准|方案|目录|计划|设计文件|图纸)", rest) and "不得" not in rest:
            continue
        done = True
        yield "许可", split_authorities(who)
    for match in _APPLY.finditer(text):
        who = find_authority(match["who"])
        if who is None or not is_holder(who) or match["who"][len(who) :].startswith(("组织的", "认可的", "指定的", "委托的", "批准的")):
            continue
        what = match["what"] + text[: match.start()][-12:]
        if not _APPLIED.search(match[0] + text[: match.start()]) or _NO_APPLICATION.search(what):
            continue
        if "登记" in match[0] and not ENTRY.search(match[0] + text[: match.start()]) and not re.search("许可|证|批准|资格|资质", match[0]):
            continue
        done = True
        yield "许可", split_authorities(who)
    for match in re.finditer(r"由(?P<who>[^，。；]{2,60})", text):
        who = find_authority(match["who"])
        if who and is_holder(who) and _GRANT.search(match["who"][len(who) :] + text[match.end() : match.end() + 40]):
            if not _internal(text[: match.start()]):
                done = True
                yield "许可", split_authorities(who)
    for match in _HOLDS_ISSUED.finditer(text):
        who = find_authority(match["who"])
        if who and is_holder(who) and re.search(r"应当|须|必须|方可|需要?", text[: match.end() + 20]) and not text[match.end() :].startswith("的，"):
            done = True
            yield "许可", split_authorities(who)
    if done:
        return
    for match in _HOLDS_PAPER.finditer(text):
        before = text[: match.start()]
        if before.endswith(("未", "没有", "已", "已经", "已依法", "依法已", "不")) or not re.search(r"应当|须|必须|方可|需要?", before[-70:] + match[0]):
            continue
        if text[match.end() :].startswith("的") or "注销" in match[0] or _NEEDS_NONE.search(before[-12:] + match[0]) or re.search("注销|撤销|吊销", before[-15:]):
            continue
        if re.search(r"(?:应当|须)(?:具备|有|符合)|学历|毕业证|身份证|公证", match[0]):
            continue
        who = find_authority(match["who"])
        done = True
        yield "许可", split_authorities(who) if who and is_holder(who) else ()
        break
    if done:
        return
    for match in _WITHOUT.finditer(text):
        if _FORBIDS.search(re.split("由|处|；", text[match.end() :])[0][:30]):
            who = find_authority(match["who"])
            if match["who"] and who is None and len(match["who"]) > 12 and not re.search(_PAPER, match[0]):
                continue
            if "规划" in text[: match.start()] and re.search("修改|变更|调整", text[match.end() :]):
                continue
            if who is None and match["who"] and not re.search(rf"{_PAPER}$", match[0]) and not re.search("依法|有关|主管|审批|部门|机关", match["who"]):
                continue
            if who is None and re.search(r"(?:人|者|方|会|公司|单位|企业|法院|交易所)$", match["who"]):
                continue
            if who is None and "同意" in match[0]:
                continue
            if who is None and re.search(r"(?:权利人|所有权人|当事人|本人|业主|董事会|股东|监护人|法院|检察院|债权人|用户|家属|他人|单位|建设单位|授权人|商标注册人|专利权人|著作权人)", match["who"]):
                continue
            yield "许可", split_authorities(who) if who and is_holder(who) else ()
            return
    if _SYSTEM.search(text) or _PROCEDURE.search(text) or _FORBIDDEN_WITHOUT.search(text):
        yield "许可", ()
