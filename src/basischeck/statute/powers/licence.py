"""行政许可: an organ's prior consent that citizens and organisations need（行政许可法第二条、第十二条）.

Consent that one organ needs of another is none（行政许可法第三条）: a sentence whose subject is an authority asks for no licence, nor
does a plan, a standard or a regulation that is handed up for approval.
"""

import re
from collections.abc import Iterator

from basischeck.statute.powers import licence_words as words
from basischeck.statute.powers.authority import find_subject, split_authorities
from basischeck.statute.powers.licence_decided import dealt_with
from basischeck.statute.powers.licence_held import forbidden, held_paper
from basischeck.statute.powers.licence_sought import agreed_to, applied_for, by_consent, decided_by, is_entry

Holders = tuple[str, ...]

_ASIDE = re.compile(r"^(?:但是?|其中|必要时|并|同时)，?")
_STAFF = ("的工作人员", "工作人员", "及其工作人员")
_PRIVATE_LIST = re.compile(r"医疗|学校|企业(?!的?(?:主管|监督|登记|管理)?(?:部门|机关))|研究|检测机构|人员$")
_NO_GRANT = re.compile(
    r"不得|不再|禁止|违法|违反|情况|未经|未取得|可以委托|暂停办理|停止办理|报(?!告).{2,30}(?:批准|审批|核准|审核|审定)|收取|报[^，。；]{2,30}备案|备案的|通报|作出终止|荣誉|奖章|撤销|吊销|注销"
    r"|是指|方便[^，。；]{0,12}办理|便利申请|指南|实施行政许可|任命|监督员|执法证|执法人员"
)
_PAPER_GIVEN = re.compile(r"^(?:颁发|核发|发给|发放|换发|补发|签发|换领|出具)|^作出|是否")
_APPLIED_TO = re.compile("受理[^，。；]{0,12}(?:注册|许可|登记|审批)申请的")
_EXAMINES = re.compile("应当对[^。；]{2,80}(?:进行|予以)审查(?:[。；]|$)")
_OPEN = re.compile("程序(?:必须|应当)公开")
_FEES = re.compile(r"工本费|成本费|(?:不得|可以)[^，。；]{0,6}收取|收费")
_ACCEPTS = re.compile("(?:组织|进行)[^，。；]{0,6}验收[，；。](?:经)?验收合格(?:后|的)?，?(?![^，。；]{0,6}(?:发给|出具))[^，。；]{0,10}(?:方可|可以)")
_REGISTRAR = re.compile(r"(?:登记|发证|审批|许可)机关$")
_REGISTERS = re.compile(r"予以(?:办理|登记)(?!的)|办理[^，。；]{0,30}(?:设立|变更|企业|公司)[^，。；]{0,6}登记|办理登记")
_OF_STATE = re.compile(
    r"[^。]*(?:设立由[^，。；]{2,20}组成的|处罚决定(?:法制)?审核|收缴的物品|方可执行公务|记分|兵员|服现役|调查(?:人员|员)(?:应当|须)|(?:审计|检察|执法|审判)人员实行|公务员|招录机关|调任人选|统计调查(?:项目|制度|对象)|统计机构(?:单独|和)|普查|规划的?(?:审批|编制)机关|，编制机关应当|最低生活保障)"
    r"|^[^，。；]{0,16}(?:机关|部门|机构)(?:中|内|从事[^，。；]{0,20}(?:执法|审核))[^，。；]{0,30}人员"
)
_NO_ISSUER = re.compile(r"(?:医疗机构|学校|用人单位|企业)应当[^。]{0,80}授予[^，。；]{2,20}资格|[^。]{0,60}资格后，方可在本(?:医疗机构|单位|企业)|(?:认可|认证|培训|检测)机构|通过认可|协会")
_NO_LICENCE = re.compile(r"方可编制|^[^，。；]{0,24}规划由[^。；]{2,120}编制|申请注销登记|(?:行政机关|本单位|本机关|机构|部门)负责人[^。；]{0,12}(?:报告|批准)|颁发[^，。；]{0,8}(?:所有权|产权)证|(?:认可|认证|培训|检测)机构[^，。；]{0,20}(?:颁发|发给|出具)|通过认可|协会|规划的，|规划，应当(?:依照|按照)|登记造册|^经批准的[^，。；]{0,12}(?:规划|计划|大纲)|^(?:依照|按照)[^，。；]{2,30}批准的[^，。；]{0,12}(?:规划|计划|大纲)，|确需征收|现役|预备役|军队|征收[^，。；]{0,12}的，")
_OWNERS = re.compile(r"开放许可|许可使用费|许可他人|专利权人|著作权人(?!的授权)|商标注册人")
_OPERATORS = re.compile("(?:机场|车站|港口|景区|公园|市场|水库)管理机构$")
_APPLIED_BEFORE = re.compile("申请，$")
_CONSENTS = re.compile("(?:审查|审核)?(?:同意|批准|核准|许可)(?:后|的)?，")
_INDUSTRIAL_RIGHTS = re.compile("专利(?:行政部门|复审)|商标(?:局|评审|注册申请)|注册商标")
_SEIZES = re.compile(r"是指|住房公积金|公积金(?:账户|缴存)|扣押|查封|税收保全")
_FAULT = re.compile(r"处分|刑事责任|玩忽职守|滥用职权|徇私")

__all__ = ["is_entry", "licences"]


def licences(sentence: str, before: str = "") -> Iterator[Holders]:
    """Yield the holders of each licence that a sentence asks for or grants, empty where none is named.

    `sentence` must not be one that sets a penalty: there a licence is only spoken of. `before` are the
    sentences that stand before it in the paragraph.
    """
    yield from [*_asked_for(sentence)] or [*dealt_with(sentence, before)]


def _asked_for(sentence: str) -> Iterator[Holders]:
    """Read who asks for consent, or which authority grants it."""
    if _SEIZES.search(sentence) or _NO_ISSUER.match(sentence) or _OF_STATE.match(sentence):
        return
    if _INDUSTRIAL_RIGHTS.search(sentence) and not re.search("强制许可|进行保密审查", sentence) and "代理" not in sentence.replace("或者其代理", "").replace("委托代理", ""):
        return
    place = 0
    for piece in re.split("(?<=[，：；])", sentence):
        official = find_subject(_ASIDE.sub("", piece))
        behind = piece[piece.find(official) + len(official) :] if official else ""
        if official and words.ACTS.match(behind) and not _PRIVATE_LIST.search(official) and not _OPERATORS.search(official):
            if official != "行政机关" and "受委托" not in official and not behind.startswith(_STAFF):
                yield from _official(sentence, place, official, behind + sentence[place + len(piece) :])
            if place:
                yield from _consented(sentence[:place], sentence[place:])
            return
        place += len(piece)
    yield from _consented(sentence)


def _official(sentence: str, place: int, official: str, behind: str) -> Iterator[Holders]:
    """Read a sentence in which, from `place` on, an authority is the subject and `behind` are the words behind it."""
    found = [*_granted(behind, official, sentence[:place])] or [*agreed_to(behind)]
    if not found and "申请" in sentence and "征收" not in sentence:  # it hands the application up
        found = [*by_consent(behind, ""), *(applied_for(behind) if _OPERATORS.search(official) else ())]
    if not found and _APPLIED_BEFORE.search(sentence[:place]) and _CONSENTS.match(behind):
        found = [split_authorities(official)]
    yield from found
    later = sentence[place:].partition("；")[2]
    if later and not found:
        yield from licences(later)


def _granted(text: str, subject_words: str, before: str) -> Iterator[Holders]:
    """Read the words behind an authority: it decides on an application."""
    subject = split_authorities(subject_words)
    if subject_words.startswith("上级"):
        return
    if _FAULT.search(text) or _FEES.search(text) or _OPEN.search(text):
        return
    if _examines_application(subject_words, text):
        yield subject
        return
    registered = _registers(subject, text) and "登记" in before + text and not words.RECORDS.search(before + text)
    if registered or _ACCEPTS.search(text) or any(_grants(piece, text, before) for piece in re.split("[，；：]", text)):
        yield subject


def _examines_application(official: str, text: str) -> bool:
    """Say whether an authority described as the one that was applied to examines what is applied for."""
    return _APPLIED_TO.match(official) is not None and _EXAMINES.match(text) is not None


def _registers(subject: Holders, text: str) -> bool:
    """Say whether a registrar（登记机关）enters in its register what it is applied to for."""
    return bool(subject) and _REGISTRAR.search(subject[0]) is not None and _REGISTERS.search(text) is not None


def _grants(piece: str, text: str, before: str) -> bool:
    """Say whether a piece of an authority's sentence grants a licence or decides on it."""
    grant = words.GRANT.search(piece)
    if grant is None or piece.endswith(("的", "时", "中", "前")) or piece.startswith("作出的"):
        return False
    if words.RECORDS.search(piece) or _NO_GRANT.search(piece):
        return False
    if grant[0].endswith("登记") and not is_entry(before + text):
        return False
    told = piece[: grant.start()] if _PAPER_GIVEN.search(grant[0]) else piece
    internal = words.INTERNAL.search(told) is not None and "许可" not in piece
    return not internal or re.search("申请|收到|受理", text) is not None


def _consented(text: str, after: str = "") -> Iterator[Holders]:
    """Read a sentence with anybody else as subject: who needs consent, and of whom; `after` is what an authority then does."""
    if _OWNERS.search(text) or _FAULT.search(text):
        return
    found = [*by_consent(text, after), *applied_for(text), *decided_by(text)] or [*agreed_to(text)] or [*held_paper(text)] or [*forbidden(text)]
    unnamed = (words.SYSTEM, words.PROCEDURE, words.FORBIDDEN_WITHOUT)
    if not found and not _NO_LICENCE.search(text) and any(pattern.search(text) for pattern in unnamed):
        found = [()]
    yield from found
