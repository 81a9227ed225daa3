"""Licences that are told by the paper one must hold（应当取得…许可证）or by what is forbidden without it（未经…批准，不得…）."""

import re
from collections.abc import Iterator

from basischeck.statute.powers import licence_words as words
from basischeck.statute.powers.authority import find_authority, is_holder, split_authorities
from basischeck.statute.powers.licence_sought import organ

Holders = tuple[str, ...]

_OBLIGES = re.compile(r"应当|须|必须|方可|需要?")
_ABROAD = re.compile(r"输出国|输入国|外国政府|本国|境外|国外|所在国")
_NOT_SOUGHT = ("提交", "出示", "附具", "未", "没有", "自", "已", "已经", "已依法", "依法已", "不", "手段", "规避", "免予")
_CONDITION = re.compile(r"时|(?:(?:并|且|、|和|或者)[^，。；]{0,12})?的(?=，)(?!，方可)|的(?!，方可)|(?:之日|后[^，。；]{0,6}[日月]内)")
_CHOOSES = re.compile(r"(?:选择|委托|由|与|向|使用|聘用)[^，。；]{0,24}$")
_ENTRUSTED = re.compile("由(?:依法)?(?:设立的)?$")
_WITH_HOLDER = re.compile("(?:与|委托|选择|聘用|聘请)(?:依法)?$")
_CHOSEN_MAKERS = re.compile("(?:必须|应当)由(?P<who>[^，。；]{2,40}?)指定的(?:企业|单位)[^，。；]{2,12}[；，](?:非指定|未经指定|其他)[^，。；]{0,10}不得")
_ONLY_BY_HOLDERS = re.compile(
    "(?:应当|必须)由(?:依法)?取得[^，。；]{2,24}(?:许可证?|资质|证书?)的[^，。；]{2,16}，(?:其他|未取得[^，。；]{2,16}的)[^，。；]{0,12}不得"
    "|(?:应当|必须)使用(?:依法)?取得[^，。；]{2,24}(?:许可证|证书)的[^，。；]{2,10}[。；]"
    "|(?:没有|未附有|未附具|未持有|无)(?:有效的?)?(?:动物|植物)?(?:检疫(?:合格)?证明|准运证明?|准运证件)的，[^，。；]{0,10}不得(?:承运|运输|运递|收寄|屠宰|销售|经营)"
)
_QUARANTINED = re.compile("经(?:所在地|当地|产地)?(?P<who>[^，。；]{2,30}?)检疫合格，?(?:并且?)?(?:附有|取得|持有|出具)[^，。；]{0,8}检疫(?:合格)?证明")
_OF_HOLDER = re.compile("^[^，。；]{0,10}的[^，。；]{0,16}(?:机构|单位|企业|人员)")
_INFORMATION = re.compile("^等[^，。；]{0,6}信息")
_HAS_ALREADY = re.compile("的[^，。；]{1,8}应当|范围内")
_CHOSEN = re.compile(r"》的|(?:并|且|、|和|或者)[^，。；]{0,12}的")
_OTHER_PAPER = re.compile(r"法人资格|国籍|所有权|产权|保险|担保|保函|财务|税|注销|(?:应当|须)(?:具备|有|符合)|取得的|执法证|学历|毕业证|身份证|公证")
_ENDED = re.compile(r"注销|撤销|吊销")
_HANDED_TO = re.compile(r"(?:不得|禁止)[^，。；]{0,12}(?:向|给|委托|聘用|雇用)$")
_PLAN = re.compile("规划|区划")
_REVISED = re.compile("修改|变更|调整|改变")
_ENDS_IN_PAPER = re.compile(rf"{words.PAPER}$")
_OTHER_CASE = re.compile(r"由|处(?!理|置|分|于|方)|；")
_NO_ORGAN = re.compile(
    r"(?:权利人|所有权人|当事人|本人|业主|董事会|股东|出资人|监护人|法院|检察院|债权人|用户|家属|他人|单位|授权人|商标注册人|专利权人|著作权人)"
    r"|(?:人|者|方|会|公司|企业|交易所|交易场所)$"
)
_ORGAN_UNNAMED = re.compile(r"依法|有关|主管|审批|部门|机关")


def held_paper(text: str) -> Iterator[Holders]:
    """应当取得…部门颁发的…许可证, 应当依法取得…资质."""
    issued = False
    for match in words.HOLDS_ISSUED.finditer(text):
        who = None if _ABROAD.search(match["who"]) else organ(match["who"])
        if who is not None and (_OBLIGES.search(text[: match.end() + 20]) or _ENTRUSTED.search(text[: match.start()])) and not text[match.end() :].startswith("的，"):
            issued = True
            yield split_authorities(who)
    for match in _CHOSEN_MAKERS.finditer(text):
        who = organ(match["who"])
        if who is not None:
            issued = True
            yield split_authorities(who)
    if issued:
        return
    if _ONLY_BY_HOLDERS.search(text):
        yield ()
        return
    for match in _QUARANTINED.finditer(text):
        who = organ(match["who"])
        if who is not None and _OBLIGES.search(text):
            yield split_authorities(who)
            return
    for match in words.HOLDS_PAPER.finditer(text):
        if not _ABROAD.search(match["who"]) and _must_hold(text[: match.start()], match[0], text[match.end() :]):
            who = organ(match["who"])
            yield split_authorities(who) if who is not None else ()
            return


def _must_hold(before: str, paper: str, rest: str) -> bool:
    """Say whether somebody is bound to get the paper, rather than has it, needs none, or deals with those who have it."""
    if before.endswith(_NOT_SOUGHT) or not _OBLIGES.search(before[-70:] + paper):
        return False
    if _CONDITION.match(rest) or _HAS_ALREADY.search(paper) or (_CHOOSES.search(before) and _CHOSEN.match(rest)):
        return False
    if _INFORMATION.match(rest) or (_WITH_HOLDER.search(before) and _OF_HOLDER.match(rest)):
        return False
    if words.NEEDS_NONE.search(before[-12:] + paper) or _ENDED.search(before[-15:]):
        return False
    return _OTHER_PAPER.search(paper) is None


def forbidden(text: str) -> Iterator[Holders]:
    """未经…批准，不得…, 未取得…许可证的，不得…."""
    for match in words.WITHOUT.finditer(text):
        before, rest, who = text[: match.start()], text[match.end() :], find_authority(match["who"])
        if not words.FORBIDS.search(_OTHER_CASE.split(rest)[0][:60]) or re.search("查封|扣押", rest):
            continue
        if before.endswith("规划") or _HANDED_TO.search(before) or (_PLAN.search(before) and _REVISED.search(rest)):
            continue
        if "军事" in match["who"] or not _is_an_organs(match, who):
            continue
        yield split_authorities(who) if who is not None and is_holder(who) else ()


def _is_an_organs(match: re.Match[str], who: str | None) -> bool:
    """Say whether what is missing at `match` is an organ's consent, not an owner's."""
    if who is not None:
        return is_holder(who) or "同意" not in match[0]
    if "同意" in match[0] or _NO_ORGAN.search(match["who"]):
        return False
    paper = _ENDS_IN_PAPER.search(match[0]) is not None
    return not match["who"] or paper or (len(match["who"]) <= 12 and _ORGAN_UNNAMED.search(match["who"]) is not None)
