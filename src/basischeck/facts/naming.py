"""What the name of an item states: the category of the power, and the kind of penalty or measure.

Only endings that leave no doubt count: 对某行为的处罚 is a penalty, 对被吊销执照的企业的处罚 is no revocation.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from basischeck.pattern import regex

_TAIL = regex(r"(?:[（(][^（）()]*[）)]|[\s。．.，,；;：:、*※]|（[^（）]*$)+$")
_NUMBERING = regex(r"^\s*(?:\d+|[一二三四五六七八九十]+)\s*[.．、]\s*")
# A name that describes a wrong: what it ends with is what was not done, not the power.
_WRONG = regex(
    r"未|不|拒|擅自|违反|违法|违规|非法|逾期|伪造|变造|虚假|假冒|冒用|骗|无证|超|阻碍|阻挠|隐瞒|泄露|私自|滥用|侵|损|逃|妨碍|干扰|弄虚|欺诈"
)
# 的处罚 and 的强制 end the name of a power whatever goes before; rewards and rulings are about wrongs of others.
_DENIED = regex(r"拒|不履行|不执行|不服|违反|骗|擅自|未|冒领|克扣|截留|挪用")
# Who reports a wrong is rewarded for it: the wrong in the name of a reward is then another's.
_REPORTED = regex(r"举报|检举|揭发")
_WRONG_FOR = {"行政处罚": None, "行政强制": None, "行政奖励": _DENIED, "行政裁决": _DENIED}
_STATED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("行政处罚", regex(r"(?:的|行政|给予|予以|实施)处罚$|^对.*(?:的|处以?|给予)(?:罚款|警告|通报批评|(?:行政)?拘留)$|^(?:没收违法所得|没收非法财物)$")),
    ("行政强制", regex(r"(?:行政强制(?:措施|执行)?|的强制(?:措施|执行)|的代履行|的强制拆除)$|(?:的|予以|实施|采取|进行)(?:临时)?(?:查封|扣押|冻结|封存)(?:(?:、|或者?|和|及)(?:查封|扣押|冻结|封存))*$|^(?:查封|扣押|冻结)[^的]*(?:场所|车辆|物品|财物|设施|设备|工具|存款|账户)$")),
    ("行政奖励", regex(r"(?:的|行政|给予|予以|举报)奖励$|^表彰奖励|的表彰(?:奖励|和奖励)?$")),
    ("行政检查", regex(r"(?:监督|行政|执法|日常|专项)检查$|^对.*的(?:检查|监督抽查|抽查)$")),
    ("行政许可", regex(r"行政许可$|经营许可证?(?:核发|审批)?$|许可证(?:的)?(?:核发|审批|颁发|发放)$|(?:生产|从业|使用|排放|采矿|取水|施工|规划)许可$")),
    ("行政裁决", regex(r"(?:的|行政)裁决$|(?:纠纷|争议)裁决$")),
    ("行政征收", regex(r"(?:费|税|金|的|行政)征收$")),
    ("行政给付", regex(r"(?:的|行政)给付$|(?:救助金|补助金|抚恤金|保障金|低保金|补贴)(?:的)?(?:给付|发放)$")),
    ("行政确认", regex(r"行政确认$|^对.*的确认$")),
)
# Pairs of (category, stated) that do not contradict each other: a confirmation may be called by the certificate it issues.
_TOLERATED = frozenset(
    (
        ("行政确认", "行政许可"),
        ("行政许可", "行政确认"),
        ("行政给付", "行政奖励"),
        ("行政奖励", "行政给付"),
        ("行政征用", "行政征收"),
        ("行政监督", "行政检查"),
    )
)
# X of 9+X takes what the nine do not: a name that states one of the nine is in the wrong place there as well, save for
# checks and rewards, which lists of services and guidance hold in their own right.
_OPEN = frozenset(("其他职权", "公共服务", "行政备案", "行政指导", "行政规划", "行政监督", "行政复议", "行政赔偿"))
_NEVER_OPEN = frozenset(("行政处罚", "行政强制", "行政许可"))

# What no penalty, measure or inspection is called, whatever kind of service it is.
_SERVICE = regex(r"(审批|核准|登记|备案|注册|核发|认定)$")
_NO_SERVICE = frozenset(("行政处罚", "行政强制", "行政检查"))

_ACT = regex(r"(?:的|等)?(?:行政)?(?:处罚|强制)(?:措施|执行)?$")
# The kind was imposed before, or what it was imposed on is being hidden or used: the case, not the power.
_CASE_BEFORE = regex(r"(?:被|已|(?<!已)经(?![营销办费理济纪])|曾|因|受到|受过|遭)[^，,；;。]{0,8}$")
_HINDERED = regex(
    r"(?:拒不|拒绝|妨碍|阻碍|逃避|抗拒|违反|处理|转移|隐匿|动用|使用|销毁|损毁|变卖|拆除|启封|撕毁|擅自|私自)"
    r"(?:执行|履行|接受|配合|服从|停止|交出|交还|有关|关于|[已被经、或者和]){0,4}$"
)
_IN_BRACKETS = regex(r"[（(]([^（()）]*)[）)]$")
_VERBS = ("吊销", "暂扣", "没收", "冻结", "限制")
_AFTERWARDS = regex(r"[后仍]|期间|未满|再次|继续")
_OBJECT_IS_WHO = regex(r"行为|人员|单位|企业|公司|期间|个人|之后|以后|当事人|[者后仍人未满]")


def bare_name(name: str) -> str:
    """Return a name without its serial number, the brackets and marks at its end."""
    return _TAIL.sub("", _NUMBERING.sub("", name.strip()))


@lru_cache(maxsize=65536)
def stated_category(name: str) -> str | None:
    """Return the one of the nine categories that the name itself states by its ending, None where it states none.

    >>> stated_category("对违反某规定行为的处罚"), stated_category("某某监督检查"), stated_category("未经许可经营")
    ('行政处罚', '行政检查', None)
    """
    plain = bare_name(name)
    for category, pattern in _STATED:
        if pattern.search(plain):
            wrong = _WRONG_FOR.get(category, _WRONG)
            reported = category == "行政奖励" and _REPORTED.search(plain)
            return None if wrong is not None and wrong.search(plain) and not reported else category
    return None


def contradicting_category(name: str, category: str | None) -> str | None:
    """Return the category that the name states where it cannot stand with the item's `category`, None otherwise.

    A penalty, measure or inspection that is called 审批, 登记 and the like is told as 审批事项, 登记事项.
    """
    stated = stated_category(name)
    service = _SERVICE.search(bare_name(name))
    if service and category in _NO_SERVICE and stated is None and not _WRONG.search(name):
        return f"{service[1]}事项"
    if stated is None or category is None or stated == category:
        return None
    if (category, stated) in _TOLERATED and not bare_name(name).endswith((stated, "的给付")):
        return None
    if category in _OPEN and stated not in _NEVER_OPEN:
        return None
    return stated


@lru_cache(maxsize=65536)
def states_kind(name: str, words: tuple[str, ...]) -> str | None:
    """Return the first of `words` that the name states as the power itself, with no more than its object behind it.

    >>> states_kind("对吊销从业资格证的行政处罚", ("吊销",)), states_kind("对被吊销许可证的单位的处罚", ("吊销",))
    ('吊销', None)
    """
    if not _begun(words).search(name):
        return None
    bare = bare_name(name)
    plain = _ACT.sub("", bare)
    if inside := _IN_BRACKETS.search(name.strip()):
        stated = [word for word in words if word in re.split(r"[、，,]|或者?|和|及", inside[1])]
        if stated:
            return stated[0]
    for found in _ending_with(words).finditer(plain):
        before = plain[: found.start()]
        # 对擅自…的吊销: what stands before 的 is the wrong, what stands behind it the power.
        hindered = not before.endswith("的") and _HINDERED.search(before)
        if not (_OBJECT_IS_WHO.search(found["object"]) or _CASE_BEFORE.search(before) or hindered):
            return found["kind"]
    return _begins_with(plain, words) if bare == plain and not _AFTERWARDS.search(plain) else None


def _begins_with(name: str, words: Sequence[str]) -> str | None:
    """Return the first of `words` that a name begins with, or with its verb and ends with its noun（吊销…的营业执照）."""
    for word in words:
        verb, noun = word[:2], word[2:]
        parted = verb in _VERBS and len(noun) > 1 and name.startswith(verb) and name.endswith(noun)
        if parted or name.startswith(word):
            return word
    return None


@lru_cache(maxsize=64)
def _ending_with(words: tuple[str, ...]) -> re.Pattern[str]:
    return regex(rf"(?P<kind>{_alternatives(words)})(?P<object>[^，,；;。的]{{0,20}})$")


@lru_cache(maxsize=64)
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the beginning of a word: most names hold none, and need not be taken apart."""
    return regex(_alternatives(sorted({word[:2] for word in words})))


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return regex(_alternatives(words))


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SENTENCE = regex(r"[。\n]")
# In such a sentence the kind belongs to another statute or to another body's decision.
_ELSEWHERE = regex(r"依法|依照|根据|按照|参照|提请|建议|移送|申请|《|的法律责任")
_CASE_BEHIND = regex(r"[^，,、；;。]{0,12}(?:的|后|期间)")


@lru_cache(maxsize=65536)
def imposes_kind(text: str, words: tuple[str, ...]) -> str | None:
    """Return the first of `words` that a quoted provision imposes itself, in a sentence that refers to nothing else.

    >>> imposes_kind("有下列行为的，吊销营业执照。", ("吊销营业执照",)), imposes_kind("依法吊销营业执照。", ("吊销营业执照",))
    ('吊销营业执照', None)
    """
    for sentence in _SENTENCE.split(text):
        for found in _any_of(words).finditer(sentence):
            before, behind = sentence[: found.start()], sentence[found.end() :]
            if not (_ELSEWHERE.search(before) or _CASE_BEFORE.search(before) or _CASE_BEHIND.match(behind)):
                return found[0]
    return None
