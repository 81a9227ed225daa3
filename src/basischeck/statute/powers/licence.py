"""行政许可: an organ's prior consent that citizens and organisations need（行政许可法第二条、第十二条）.

Consent that one organ needs of another is none（行政许可法第三条）: a sentence whose subject is an authority asks for no licence, nor
does a plan, a standard or a regulation that is handed up for approval.
"""

import re
from collections.abc import Iterator

from basischeck.statute.powers import licence_words as words
from basischeck.statute.powers.authority import find_authority, find_subject, is_holder, split_authorities

Holders = tuple[str, ...]

_ASIDE = re.compile(r"^(?:但是?|其中|必要时|并|同时)，?")
_STAFF = ("的工作人员", "工作人员", "及其工作人员")
_OBLIGES = re.compile(r"应当|须|必须|方可|需要?")
_NO_GRANT = re.compile(r"不得|不再|禁止|违法|违反|情况|未经|未取得|可以委托|报.{2,30}批准|收取|备案|荣誉|奖章|撤销|吊销|注销|的审批|是指")
_OWNERS = re.compile(r"开放许可|许可使用费|许可他人|专利权人|著作权人|商标注册人")
_NO_ORGAN = re.compile(
    r"(?:权利人|所有权人|当事人|本人|业主|董事会|股东|出资人|监护人|法院|检察院|债权人|用户|家属|他人|单位|授权人|商标注册人|专利权人|著作权人)"
    r"|(?:人|者|方|会|公司|企业|交易所)$"
)
_ORGAN_UNNAMED = re.compile(r"依法|有关|主管|审批|部门|机关")
_QUALIFIES = re.compile(r"^(?!的$|或者|、|和|及)[^，]*的")
_ISSUES = re.compile(r"^(?:负责|统一|审核|审查|组织|依法)*(?:核发|颁发|发放|签发|发给|审批|办理)")
_SEIZES = re.compile(r"是指|扣押|查封")
_FAULT = re.compile(r"处分|刑事责任|玩忽职守|滥用职权|徇私")
_DOCUMENT_BEHIND = re.compile(r"^(?:的|过的|后的)?[^，]{0,12}(?:规划|标准|方案|目录|计划|设计文件|图纸)")


def licences(sentence: str) -> Iterator[Holders]:
    """Yield the holders of each licence that a sentence asks for or grants, empty where none is named.

    `sentence` must not be one that sets a penalty: there a licence is only spoken of.
    """
    if _SEIZES.search(sentence):
        return
    place = 0
    for piece in re.split("(?<=[，：；])", sentence):
        official = find_subject(_ASIDE.sub("", piece))
        behind = piece[piece.find(official) + len(official) :] if official else ""
        if official and words.ACTS.match(behind):
            if official != "行政机关" and "受委托" not in official and not behind.startswith(_STAFF):
                yield from _granted(behind + sentence[place + len(piece) :], split_authorities(official))
            if place:
                yield from _consented(sentence[:place])
            return
        place += len(piece)
    yield from _consented(sentence)


def _granted(text: str, subject: Holders) -> Iterator[Holders]:
    """Read a sentence with an authority as subject: it decides on an application."""
    if _FAULT.search(text):
        return
    for piece in re.split("[，；：]", text):
        if piece.endswith(("的", "时")) or piece.startswith("作出的") or words.RECORDS.search(piece) or not words.GRANT.search(piece) or _NO_GRANT.search(piece):
            continue
        if words.INTERNAL.search(piece) and "许可" not in piece and "申请" not in text:
            continue
        yield subject
        return


def _consented(text: str) -> Iterator[Holders]:
    """Read a sentence with anybody else as subject: who needs consent, and of whom."""
    if _OWNERS.search(text) or _FAULT.search(text):
        return
    found = [*_by_consent(text), *_applied_for(text), *_decided_by(text)] or [*_held_paper(text)] or [*_forbidden(text)]
    if not found and any(pattern.search(text) for pattern in (words.SYSTEM, words.PROCEDURE, words.FORBIDDEN_WITHOUT)):
        found = [()]
    yield from found


def is_entry(text: str) -> bool:
    """Say whether a registration that the text speaks of lets somebody begin an activity（设立登记）; others only record."""
    return words.ENTRY.search(text) is not None and words.RECORDS.search(text) is None


def _organ(who: str) -> str | None:
    """Return the authority that words begin with, None for none and for one that cannot hold powers."""
    found = find_authority(who)
    return found if found is not None and is_holder(found) else None


def _by_consent(text: str) -> Iterator[Holders]:
    """应当经…部门批准, 报…审批, 须取得…同意."""
    for match in words.BY_CONSENT.finditer(text):
        before, rest, who = text[: match.start()], text[match.end() :], _organ(match["who"])
        if who is None or _is_internal(before) or _QUALIFIES.match(match["who"][len(who) :]):
            continue
        if before.endswith(("处罚，需", "处罚，应当", "处罚，须")) or _acts_next(rest):
            continue
        if re.match(r"^，?(?:后，)?可以(?:划定|设立|调整|决定)", rest):
            continue
        if re.match(r"^，?(?:可以|可)?(?:适当|再)?(?:延长|延期)", rest) and not re.search(r"有效期|许可|证", before):
            continue
        if _DOCUMENT_BEHIND.match(rest) and "不得" not in rest:
            continue
        yield split_authorities(who)


def _applied_for(text: str) -> Iterator[Holders]:
    """向…部门提出申请, 向…申领…许可证."""
    for match in words.APPLY.finditer(text):
        who, before = _organ(match["who"]), text[: match.start()]
        if who is None or match["who"][len(who) :].startswith(("组织的", "认可的", "指定的", "委托的", "批准的")):
            continue
        what = match["what"].partition("，")[0]
        told = match[0] + what
        if not words.APPLIED.search(told + before) or words.NO_APPLICATION.search(what + before[-6:]):
            continue
        entry = "登记" in told and not re.search("许可|证|批准|资格|资质", told)
        if entry and not is_entry(told + before):
            continue
        yield split_authorities(who)


def _decided_by(text: str) -> Iterator[Holders]:
    """由…部门审批, 许可证由…核发."""
    for match in re.finditer(r"由(?P<who>[^，。；]{2,60})", text):
        who = _organ(match["who"])
        behind = match["who"][len(who or "") :] + text[match.end() : match.end() + 40]
        before = text[: match.start()]
        grants = words.GRANT.search(behind) or (_ISSUES.match(behind) and re.search(rf"{words.PAPER}，?$", before))
        if who is not None and grants and not _is_internal(before):
            yield split_authorities(who)


def _held_paper(text: str) -> Iterator[Holders]:
    """应当取得…部门颁发的…许可证, 应当依法取得…资质."""
    issued = False
    for match in words.HOLDS_ISSUED.finditer(text):
        who = _organ(match["who"])
        if who is not None and _OBLIGES.search(text[: match.end() + 20]) and not text[match.end() :].startswith("的，"):
            issued = True
            yield split_authorities(who)
    if issued:
        return
    for match in words.HOLDS_PAPER.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if before.endswith(("未", "没有", "已", "已经", "已依法", "依法已", "不")) or not _OBLIGES.search(before[-70:] + match[0]):
            continue
        if rest.startswith("的") or "注销" in match[0] or words.NEEDS_NONE.search(before[-12:] + match[0]):
            continue
        if re.search("注销|撤销|吊销", before[-15:]) or re.search(r"(?:应当|须)(?:具备|有|符合)|取得的|执法证|学历|毕业证|身份证|公证", match[0]):
            continue
        who = _organ(match["who"])
        yield split_authorities(who) if who is not None else ()
        return


def _forbidden(text: str) -> Iterator[Holders]:
    """未经…批准，不得…, 未取得…许可证的，不得…."""
    for match in words.WITHOUT.finditer(text):
        before, rest, who = text[: match.start()], text[match.end() :], find_authority(match["who"])
        if not words.FORBIDS.search(re.split("由|处|；", rest)[0][:30]):
            continue
        if "规划" in before and re.search("修改|变更|调整", rest):
            continue
        paper = re.search(rf"{words.PAPER}$", match[0])
        if who is None and match["who"] and not paper and (len(match["who"]) > 12 or not _ORGAN_UNNAMED.search(match["who"])):
            continue
        if who is None and ("同意" in match[0] or _NO_ORGAN.search(match["who"])):
            continue
        if re.search("查封|扣押", rest):
            continue
        yield split_authorities(who) if who is not None and is_holder(who) else ()


def _acts_next(rest: str) -> bool:
    """Say whether an authority is what acts after the consent（经国务院批准，公安部可以…）: then the consent is between authorities."""
    match = re.match(r"^(?:后|以后|之后)?，(?:由)?(?P<next>[^，。；]+)", rest)
    found = _organ(match["next"]) if match else None
    if match is None or found is None:
        return False
    return not re.search(r"颁发|核发|发给|登记|办理|审批|审查|批准", match["next"][len(found) :])


def _is_internal(before: str) -> bool:
    """Say whether what stands before the consent is an authority's own plan or regulation, not anybody's activity."""
    if words.PLAN_FIRST.search(before) or words.HANDED_UP.search(before):
        return True
    return words.TOPIC.search(before) is not None and words.PRIVATE.search(before) is None
