"""Licences that are told by the authority whose consent is sought: 经…批准, 向…申请, 由…核发."""

import re
from collections.abc import Iterator

from basischeck.statute.powers import licence_words as words
from basischeck.statute.powers.authority import find_authority, is_holder, split_authorities

Holders = tuple[str, ...]

_QUALIFIES = re.compile(r"^(?!的$|的书面$|对|就|按照|依照|根据|或者|、|和|及)[^，]*的")
_CHIEF = re.compile(r"(?:关长|[局处厅部]长|负责人|领导)$")
_ON_APPLICATION = re.compile(r"[^，。；]{0,8}(?:申请|论证|评审)(?:和|并经|后经)(?P<who>.+)")
_SPOKEN_OF = re.compile(
    r"(?:确认)?后?，(?:撤销|停止)|后?，方可编制|的，[^。；]{0,12}(?:提交|出示|附|报送[^，。；]{0,12}文件)|后?(?:予以公告|公告|公布|发布|颁布|下达)|后施行|仍|发现|认为"
    r"|，?(?:后，)?可以(?:在[^，。；]{2,20})?(?:划定|划出|调整|决定|对[^。；]{2,80}采取|设立[^，。；]{0,12}(?:保护区|站|机构|委员会))"
    r"|，?[^，。；]{0,16}期限[^，。；]{0,4}(?:可以|可)[^，。；]{0,4}延长"
)
_SPOKEN_OF_BEFORE = re.compile(r"情节严重|(?:^[^，。；]*批准前，(?:还)?(?:应当)?|处罚，需|处罚，应当|处罚，须)$")
_HAS = re.compile(r"取得|获得|得到|征得")
_COERCES = re.compile(r"经军队|保全措施|监视居住|取保候审|犯罪嫌疑人|接受年度检查|强制隔离|盘问|传唤|拘留|约束措施|监护的")
_REVISES = re.compile(r"(?:调整|修改|变更)[^，。；]{0,8}的，[^，。；]{0,12}$")
_PROLONGS = re.compile(r"^，?(?:可以|可)?(?:适当|再)?(?:延长|延期(?!缴))")
_TERM = re.compile(r"有效期|资格|许可|证|筹建|开工|施工")
_AGREES = re.compile(r"申请，(?:报|经)?(?P<who>[^，。；]{2,40}?)(?:审查|审核)?(?:同意|批准|核准|许可)(?:后|的)?，")
_BY_PAPER_OF = re.compile(
    r"凭(?P<who>[^，。；]{2,40}?)(?:签发|核发|颁发|出具|发给)的[^，。；]{0,16}(?:单证|许可证|准运证|证明书?|通关单|批准文件)》?(?:[^，。；]{0,24}查验放行|办理(?:托运|承运|运输)|运递|放行|通行|承运|运输|销售|购买)"
    r"|(?:必须|应当)按照(?P<by>[^，。；]{2,40}?)(?:批准|核准|审定)的[^，。；]{0,10}(?:设计|方案|图纸|范围)[^，。；]{0,8}(?:施工|建设|作业|开采)"
)
_DOCUMENT_BEHIND = re.compile(r"^(?:的|过的|后的)?[^，]{0,12}(?:规划|标准|方案|目录|计划|设计文件|图纸)")
_NEXT = re.compile(r"^(?:后|以后|之后)?，(?!并|在|凭|持|按)(?:由)?(?P<next>[^，。；]+)")
_GOVERNMENTS = re.compile(
    r"(?:政府|部门|机构)(?:应当)?$|(?:^|由|，)[^，。；]{0,30}政府[^。；]{0,40}(?:商|制定|提出|同意|编制|会同|征求)"
)
_CITIZENS = re.compile(
    r"单位|个人|企业|公民|经营|申请|公司|者|船舶|从事|产品|设备|设立|开办|举办|转让|变更|合并|新建|改建|扩建|生产|销售|运输|采集|飞行|进口|出口|进出口"
    r"|占用|取用|取水|开挖|挖掘|砍伐|移植|临时用地|准运|开采|勘查|建设|使用|利用|用海|项目|出境|入境"
)
_OFFERED = ("组织的", "认可的", "指定的", "委托的", "批准的")
_AFTER = re.compile(r"(?:登记|手续|许可证?|批准)后[^，。；]{0,8}[日月天]内")
_CONTESTS = re.compile(r"申请[^，。；]{0,14}(?:供养|救助|低保|最低生活保障|补助|补贴|待遇|援助)|申请(?:品种权|专利)|^[^，。；]{0,12}(?:鉴定|认定)由|(?:申请|请求)[^，。；]{0,20}(?:宣告|撤销|无效|复审|复核)|异议|不服的")
_FORMALITIES = re.compile(r"^(?!延期|延长|许可|审批)[^，。；]{0,4}手续")
_FIRST = re.compile("(?:应当|必须)在(?:依法)?$")
_ISSUES = re.compile(r"^(?:或者?其(?:授权|委托)的[^，。；]{0,10}?(?:部门|机构))?(?:负责|统一|审核|审查|组织|依法|共同|联合|分别|予以)*(?:核发|颁发|发放|签发|发给|审批|办理)")
_PAPER_BEFORE = re.compile(rf"(?:{words.PAPER}[》”]?的?|(?<!身份)(?<!毕业)(?<!权)证》?)，?$")
_CANCELS = re.compile(r"[^；。或]{0,40}注销")
_EXAMINES = re.compile("^对[^，。；]{2,40}(?:考核|考试)合格(?:[，。；]|$)")
_HANDS_PAPER = re.compile(r"^(?:负责|统一|审核|审查)*(?:核发|颁发)[^，。；]{2,16}许可证")
_OWNERS_PAPER = re.compile(r"^[^，。；]{0,8}(?:颁发|核发|发给)[^，。；]{0,12}(?:所有权|产权)证")
_HANDS_OUT = re.compile(r"(?:负责|统一|审核|审查)*(?:核发|颁发)(?:[，。；]|$)")
_APPROVES = re.compile(
    r"^(?:或者?其(?:授权|委托)的[^，。；]{0,10}?(?:部门|机构))?(?:(?:按照|参照|依照|根据)[^，。；]{2,16}规定|会同[^，。；]{2,30}?|商[^，。；]{2,30}?|审查|审核|依法|统一)*"
    r"(?:批准|许可|审批|核准|审核批准|审核(?=[。；]|$)|进行(?:[\u4e00-\u9fff]{2,8}条件|设计|方案|技术|安全)?审[核查](?=[。；]|$)|(?:组织)?验收(?=[，。；]|$)|登记注册)(?:[，。；、：]|予以|划拨|后|$|或者)"
)
_AND_ISSUES = re.compile(r"[^。；]{2,120}?(?:审查|审核|考核|核查|评审|审定)[^。；]{0,60}?，并?(?:予以)?(?:颁发|核发|发给|签发)[^，。；]{2,20}(?:证书?|执照|批准文件)")
_MATTER = re.compile(r"(?:审批|审核|许可|核准|核发|考核发证|注册|(?:执业|设立|变更)登记|(?:资质|许可|资格)证?书?(?:变更|延续|换证)手续)(?:工作|和[^，。；]{2,8}|、[^，。；]{2,8})?，?$")
_CARRIES_OUT = re.compile(r"^(?:按照[^，。；]{2,12}|统一|分别|组织|依法)*(?:负责|实施|办理)")
_APPOINTS = re.compile(r"^[^，。；]{0,8}任命|^提出(?!申请)|监督员|执法证")
_ISSUED = re.compile(r"(?:统一)?(?:颁发|核发|签发|发给|出具)的")
_SEEKS = re.compile(r"(?:取得|领取|申领|办理)[^，。；]{0,8}$")


def is_entry(text: str, told: str | None = None) -> bool:
    """Say whether a registration that the text speaks of lets somebody begin an activity（设立登记）; others only record.

    `told` are the words of the text that speak of what is registered, all of it where left out.
    """
    return words.ENTRY.search(text) is not None and words.RECORDS.search(text if told is None else told) is None


def organ(who: str) -> str | None:
    """Return the authority that words begin with, None for none and for one that cannot hold powers."""
    found = find_authority(who)
    return found if found is not None and is_holder(found) else None


def by_consent(text: str, after: str) -> Iterator[Holders]:
    """应当经…部门批准, 报…审批, 须取得…同意; `after` is what an authority does behind the text."""
    for match in words.BY_CONSENT.finditer(text):
        applied = _ON_APPLICATION.match(match["who"])
        who = organ(applied["who"] if applied else match["who"])
        if who is None or (_COERCES.search(text) and "自愿" not in text):
            continue
        leftover = match["who"].rpartition(who)[2]
        if _CHIEF.search(leftover) or (_QUALIFIES.match(leftover) and not match[0].endswith("审定")):
            continue
        before, rest = _clause(text[: match.start()]), text[match.end() :] + after
        if who.startswith("原") and _REVISES.search(before) and re.search("规划|(?<!取水)计划|大纲|区划", text[: match.start()]) and not re.search("单位|个人", before):
            continue
        if _is_internal(before + match[0][:2]) or _among_governments(who, before):
            continue
        if not _only_spoken_of(match[0], before, rest, who):
            yield split_authorities(who)


def agreed_to(text: str) -> Iterator[Holders]:
    """经收货人申请，海关同意，可以…: who consents stands behind who applies; 凭…机关签发的单证运递: whose paper is needed."""
    for match in _AGREES.finditer(text):
        who = organ(match["who"])
        if who is not None and match["who"] == who and "、" not in who:
            yield split_authorities(who)
    for match in _BY_PAPER_OF.finditer(text):
        who = organ(match["who"] or match["by"])
        if who is not None:
            yield split_authorities(who)


def _only_spoken_of(words_of_consent: str, before: str, rest: str, who: str) -> bool:
    """Say whether the consent is not asked for here: it is a condition of something else, or an authority's own step."""
    if _SPOKEN_OF.match(rest) or _SPOKEN_OF_BEFORE.search(before) or _acts_next(rest):
        return True
    if rest.startswith("的，") and _HAS.match(words_of_consent):
        return True
    if _PROLONGS.match(rest) and not _TERM.search(before) and not who.startswith("原") and not who.endswith(("海关", "税务机关")):
        return True
    return _DOCUMENT_BEHIND.match(rest) is not None and "不得" not in rest


def applied_for(text: str) -> Iterator[Holders]:
    """向…部门提出申请, 向…申领…许可证, 将申请材料报送…."""
    for match in words.APPLY.finditer(text):
        who = organ(match["who"])
        if who is not None and not match["who"][len(who) :].startswith(_OFFERED) and _seeks(text, match, who):
            yield split_authorities(who)
    for match in words.SUBMIT.finditer(text):
        who = organ(match["who"])
        if who is not None and not words.NO_APPLICATION.search(text[: match.start()][-12:] + match[0]):
            yield split_authorities(who)


def _seeks(text: str, match: re.Match[str], who: str) -> bool:
    """Say whether what is applied for at `match` is a licence."""
    before = text[: match.start()]
    what, _, following = match["what"].partition("，")
    what = re.sub("(?:、|和|或者)注销(?:登记)?|(?:相应的)?注销(?:、|和|或者)(?=变更)", "", what)
    if "监督销毁" in following or re.search("(?:公布|施行|实施)前[^，。；]*$", before):
        return False
    if following.startswith("申请"):
        what += following.partition("，")[0]
    if before.endswith("视为") or (_FIRST.search(before) and "手续后" in what) or "凭电子单证" in before or who.startswith("原备案") or _AFTER.search(match[0] + what) or (who.endswith(("海关", "税务机关")) and _FORMALITIES.search(what)):
        return False
    told = match[0][: match.start("who") - match.start()] + match[0][match.end("who") - match.start() :] + what
    if not words.APPLIED.search(f"{told}，{before}"):
        return False
    if words.NO_APPLICATION.search(what + before[-6:]) or _CONTESTS.search(before):
        return False
    if "登记" not in told or re.search("许可|证|批准|资格|资质", told):
        return True
    return is_entry(before + match[0] + what + text[match.end() :], before[-12:] + told)


def decided_by(text: str) -> Iterator[Holders]:
    """由…部门审批, 许可证由…核发."""
    for match in re.finditer(r"由(?P<who>[^，。；]{2,60})", text):
        who = organ(match["who"])
        if who is None:
            continue
        behind = match["who"][len(who) :] + text[match.end() : match.end() + 40]
        before = _clause(text[: match.start()])
        if (_is_internal(before + "由") and not _HANDS_PAPER.match(behind)) or _among_governments(who, before) or _APPOINTS.search(behind):
            continue
        handed = _AND_ISSUES.match(match["who"][len(who) :] + text[match.end() :])
        if _decides(before, behind) or (handed is not None and not _OWNERS_PAPER.search(behind)):
            yield split_authorities(who)


def _decides(before: str, behind: str) -> bool:
    """Say whether the words behind an authority make it decide on what stands before."""
    if words.NEEDS_NONE.search(behind[:12]) or (_ISSUED.match(behind) and not _SEEKS.search(before)):
        return False
    if _CANCELS.match(behind) or _OWNERS_PAPER.search(behind):
        return False
    if _EXAMINES.match(behind):
        return True
    if "登记" in behind and words.RECORDS.search(before + behind):
        return False
    if _HANDS_OUT.match(behind) or words.GRANT.search(behind) or (_ISSUES.match(behind) and _PAPER_BEFORE.search(before)):
        return True
    if _APPROVES.match(behind) and _CITIZENS.search(before) and "责令" not in before:
        return True
    return _MATTER.search(before) is not None and _CARRIES_OUT.match(behind) is not None


def _acts_next(rest: str) -> bool:
    """Say whether an authority is what acts after the consent（经国务院批准，公安部可以…）: then the consent is between authorities."""
    match = _NEXT.match(rest)
    found = organ(match["next"]) if match else None
    if match is None or found is None:
        return False
    return not re.search(r"颁发|核发|发给|登记|办理|审批|审查|批准", match["next"][len(found) :])


def _among_governments(who: str, before: str) -> bool:
    """Say whether the 国务院 consents to what governments or departments do; citizens need its consent for few things."""
    return who == "国务院" and (_GOVERNMENTS.search(before) is not None or _CITIZENS.search(before) is None)


def _clause(before: str) -> str:
    """Return the words of the same clause: what stands before a semicolon is another case."""
    return re.sub("^其中，", "", before.rpartition("；")[2])


def _is_internal(before: str) -> bool:
    """Say whether what stands before the consent is an authority's own plan or regulation, not anybody's activity."""
    if words.PLAN_FIRST.search(before) or words.HANDED_UP.search(before):
        return True
    return words.TOPIC.search(before) is not None and words.PRIVATE.search(before) is None
