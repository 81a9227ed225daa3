"""What heads an article and what is quoted from it.

A list cell names a statute, then gives articles with their text: `第三条：…`, the text running over several lines and
referring to other articles itself. Whether a locator is basis or quoted text is told by where it stands (at the head of
a line, behind the end of a sentence) and by what follows it (a colon, a space, the end of the line; not 规定 or 的).
"""

import re
from enum import Enum

from basischeck.pattern import regex

_SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u200b\r"
_NUMBERING = regex(
    r"(?:^|\n)\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?\s*[、.．]?|[^\n。；，]{0,8}依据\s*[：:]|附[^\n。；，]{0,10}[：:]|参[考照见])\s*$"
)
_GUIDING = r"(?:文件?)?(?:(?:的|之|中|已|均|所)?(?:明确|具体|另外?|还|分别)?规定(?:如下|了)?[^\S\n]*)?"  # 第三条规定：…
_UNREAD = regex(r"(?:[^\S\n]*[第笫][^\S\n]*[0-9０-９.．、（()）]*[^\S\n]*[条款项](?![例件目]))+")  # 第三条第 款
_CLOSING = r"(?:的?规定(?=[^\S\n]*(?:$|\n[^\S\n]*(?![的，、。])|[。；;]\s*(?:\n|$))))?"  # 《某法》第三条规定, and nothing more
_AFTER = regex(
    rf"[^\S\n]*(?:{_GUIDING}([：:])|{_CLOSING}[^\S\n]*(?:(\n|$)|([。；;])(?=\s*(?:\n|$)))|([。；;，,、])|(.))", re.DOTALL
)
# 第七十六条 2.《某条例》: the number of the next basis.
_NEXT_BASIS = regex(r"(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]?\s*[、.．]?|[①-⒛])\s*(?:[\u4e00-\u9fff]{2,12}[：:])?[《【]")
# 第二十二条 《执业证》不得伪造: a title of a paper, with which the article's text begins.
_OF_TEXT = regex(r"《[^《》\n]{2,20}(?:[证书表册照单函]|执照|报告|标志)》(?!规定|[的中第])[\u4e00-\u9fff]{2}")
# 劳动法第89条 劳动合同法第80条, and nothing more: the next basis, named without 《》.
_NAMED_BASIS = regex(
    r"(?:(?!违反|依照|依据|根据|按照|参照|适用|符合|构成|本|该|的)[\u4e00-\u9fff]){2,24}(?:法|条例|办法|规定|细则)\s*(?:第\s*)?[0-9一二三四五六七八九十百零〇]+\s*条"
    r"(?:第[（(]?[0-9一二三四五六七八九十]+[）)]?[款项])*\s*(?:$|[、，,；;。\n])"
)
# What goes on after a locator in running text: then the locator is no heading.
_RUNS_ON = regex(
    r"(?:[（(]《|规定|的|所|之|至|及|以|和|第|中(?![小国央外等共医药型级介])|列|或|与|等|情形|行为|要求|处罚|执行|办理|除|应当|、|，|”|\)|）|》|、|是|内|后|前|条|款|项|增加|修改|改为"
    r"|作为|已(?!经(?!修|废|删))|有关|各项|各条|各款|相关|设定|进行|明确|确定|给予|处理|予以|关于)"
)
# Behind a space less goes on: 第四条 各级… begins a quotation.
_RUNS_ON_SPACED = regex(r"(?:[（(]《|规定|的|所列|之规定|至第|及|以及|和|或者|与|、|，|”|\)|）|》)")
_LED_IN = regex(r"(?:^|[\n；;]|(?<=[。！”])(?=\s))\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?\s*[、.．]?\s*)?(?:依据|根据|按照|依照)$")
# The number of a further basis on the same line, behind the end of the one before: 罚款。2.《某法》, ……”②《某法》. What is
# ② to ⑩ in a symbol font comes out of old documents as ‚ƒ„ and so on.
_NUMBERED = regex(
    r"(?:(?:(?<=[。；;！？”\"」』])|(?<=[\u4e00-\u9fff][.．]))\s*|(?<=[条款项目])(?=\s)\s*)(?:[（(][0-9]{1,2}[）)]\s*[、.．]?|[0-9]{1,2}(?:[-－—][0-9]{1,2})?\s*[、.．)）]?"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[①-⒛❶-❿]\s*[、.．]?|[\u0081‚ƒ„†‡ˆ‰Š‹])\s*$"
)
_ENUMERATED = regex(r"(?:^|\n)\s*(?:[0-9]{1,2}\s*[、.．)）]|[一二三四五六七八九十]{1,3}\s*[、.．])\s*$")
_STOP = regex(r"[\u4e00-\u9fff][.．]$")  # 不得开工建设.
_QUOTED_SENTENCE = regex(r"[。；;！？…][”\"」』][，,、]?$")
_SQUARE_TAG = regex(r"(?:^|[\n。；;\s]|[0-9][.．、])[\[［〔]\s*[\u4e00-\u9fff]{2,8}\s*[\]］〕]$")
_SENTENCE = regex(r"[“\"「]?(?![一二三四五六七八九十]{1,3}[、.．])(?:[\u4e00-\u9fff]|[0-9]+(?![、.．0-9]))[^。；;，,：:《\n]{4,}(?:[，,：:；;。《]|\s*$)")
_PART = regex(r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff][^。；;，,：:《》\n\s]{3,}(?:[。；;，,：:\s]|$)")
_INTO = regex(r"(?:依照|依据|根据|按照|违反|适用|参照|执行|和|及|与|或者|、)\s*$")
# Who made an act, or of what level it is, may stand before its title: 3.某省人民政府《某决定》, 规章：《某办法》.
_MAKER = regex(
    r"(?:(?<=[\n\s。；;、.．）)])|^)(?:(?:法律|行政法规|地方性法规|法规|(?:部门|政府|地方政府)?规章|(?:其他|行政)?规范性文件|国务院决定|政策文件|司法解释)\s*[：:]"
    r"|[\u4e00-\u9fff]{2,20}?(?:人民政府|国务院|国务院办公厅|办公厅|办公室|委员会|总局|部|厅|局)|国务院)\s*$"
)
# Its order may, too: 国务院令第488号《某条例》; behind a title or a bracket it is that title's.
_ORDER = regex(
    r"(?:(?<=[\n。；;、.．】”])|^)[^\S\n]*([\u4e00-\u9fff、]{2,24}?令[^\S\n]*[（(]?\s*(?:[12][0-9]{3}\s*年\s*)?第?\s*[0-9一二三四五六七八九十百零〇]{1,6}\s*号[）)]?)$"
)
_ANNEX = regex(r"[》）)号]\s*的?附[件表录]\s*[0-9一二三四五六七八九十]{0,3}\s*[：:]?\s*$")
_MAKERS_END = frozenset("：: 府院厅室会局部")
_BLANKS = ("\u3000", "\xa0", " ")
_ORDERS_END = frozenset("号)）")
_NUMBERS_END = frozenset(".．、)）0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽❶❷❸❹❺❻❼❽❾❿\u0081‚ƒ„†‡ˆ‰Š‹")


class Lead(Enum):
    """What stands before a place: the head of a line, the end of a sentence, or running text."""

    LINE = "line"
    SENTENCE = "sentence"
    NUMBERED = "numbered"
    """Behind the number of a further basis on the same line."""
    LED = "led in"
    """依据 or the like, at the head of a line or behind the end of a basis."""
    RUNNING = "running"


class Tail(Enum):
    """What stands behind a locator."""

    COLON = "colon"
    END = "end"
    SPACE = "space"
    STOP = "stop"
    TEXT = "text"
    RUNS_ON = "runs on"
    BROKEN = "broken"
    """Behind a title, what begins like a locator and was not read as one: 《某法》第X条."""


def lead_of(text: str, place: int) -> Lead:
    """Tell what stands before `place`, spaces and a number of the line aside."""
    at = maker_before(text, place) if text.startswith("《", place) else place
    while at and text[at - 1] in _SPACE:
        at -= 1
    if at == 0 or text[at - 1] in "\n】":
        return Lead.LINE
    char = text[at - 1]
    if char in "。；;！" or (char in ".．" and _STOP.search(text, max(0, at - 2), at)) or (char in "”\"」』，,、" and _QUOTED_SENTENCE.search(text, max(0, at - 3), at)):
        return Lead.SENTENCE
    if char in "]］〕" and _SQUARE_TAG.search(text, max(0, at - 16), at):
        return Lead.LINE
    if (char in ".．、)）:：考照见" or char.isdigit()) and _NUMBERING.search(text, max(0, at - 24), at):
        return Lead.LINE
    if char in _NUMBERS_END and _NUMBERED.search(text, max(0, at - 16), at):
        return Lead.NUMBERED
    # At the head of a line 依据《某法》第三条： leads in a basis; what a text says of another act goes on（依照《某法》第三条的规定）.
    return Lead.LED if char in "据照" and _LED_IN.search(text, max(0, at - 16), at) else Lead.RUNNING


def tail_of(text: str, place: int) -> tuple[Tail, int]:
    """Tell what stands at `place`, behind a locator, and where quoted text would begin."""
    broken = _UNREAD.match(text, place)
    found = _AFTER.match(text, broken.end() if broken else place)
    if found is None:
        return Tail.END, len(text)
    if found.group(1):
        return Tail.COLON, found.end()
    if found.group(2) is not None:
        return Tail.END, found.end()
    if found.group(3):
        return Tail.END, found.end()
    if found.group(4):
        return Tail.STOP, found.end()
    start = found.start(5)
    spaced = start > place
    begins_next = spaced and ((text[start] in "《【" and not _OF_TEXT.match(text, start)) or _NAMED_BASIS.match(text, start))
    if begins_next or _NEXT_BASIS.match(text, start):
        return Tail.STOP, start
    if text[start] in "第笫" and text[place - 1 : place] in ("》", "）", ")"):
        return Tail.BROKEN, start
    if (_RUNS_ON_SPACED if spaced else _RUNS_ON).match(text, start):
        return Tail.RUNS_ON, start
    return (Tail.SPACE if spaced else Tail.TEXT), start


def runs_into(text: str, place: int) -> bool:
    """Tell whether a preposition or conjunction stands right before a place: what follows belongs to the sentence."""
    return _INTO.search(text, max(0, place - 8), place) is not None


def is_part(text: str, place: int) -> bool:
    """Tell whether a document's part begins at `place`（五、加强幼儿园准入管理 各地根据……）, and no further basis."""
    return _PART.match(text, place) is not None


def is_sentence(text: str, place: int) -> bool:
    """Tell whether what begins at `place`, right behind an article, is a sentence（第三条国家实行许可制度）."""
    return _SENTENCE.match(text, place) is not None


def enumerated(text: str, place: int, lead: Lead) -> bool:
    """Tell whether a list's number stands before `place`, of those that items of a statute do not have（（一）are theirs）."""
    return lead is Lead.NUMBERED or (lead is Lead.LINE and _ENUMERATED.search(text, max(0, place - 24), place) is not None)


def broken_rule(text: str, start: int, end: int) -> bool:
    """Tell whether 违反…规定： is written: what follows the colon is the breach or the penalty, not the article's text."""
    return text.endswith("违反", 0, start) and text[end : end + 1] not in ("：", ":")


def without_numbering(text: str, start: int, end: int) -> int:
    """Return where quoted text ends once the number of the next line (2. or 二、), or what leads it in (依据), is taken off."""
    end = max(start, maker_before(text, end) if text.startswith("《", end) else end)
    led = _LED_IN.search(text, max(start - 1, end - 16, 0), end)
    end = max(start, led.start()) if led else end
    numbered = _NUMBERED.search(text, max(start - 1, end - 16, 0), end)
    if numbered:
        return max(start, numbered.start())
    found = _NUMBERING.search(
        text, max(start - 1, end - 24, 0), end
    )  # the line break before may be left of the quotation
    return max(start, found.start()) if found and found.group().strip() else end


def maker_before(text: str, place: int) -> int:
    """Return where the words begin that say who made the act whose title stands at `place`, or of what level it is."""
    if not text.startswith("《", place):
        return place
    if text[place - 1 : place] not in _MAKERS_END:
        return order_before(text, place)[0]
    found = _MAKER.search(text, max(0, place - 40), place)
    return found.start() if found else order_before(text, place)[0]


def names_annex(text: str, place: int, title: str) -> bool:
    """Tell whether a title at `place` is that of the annex of the act before it（《某决定》附件《某目录》）, and no act's own."""
    return _STATUTE.search(title) is None and _ANNEX.search(text, max(0, place - 12), place) is not None


def order_before(text: str, place: int) -> tuple[int, int]:
    """Return where the order stands that is named right before a title at `place`; an empty span there if none is."""
    end = place - 1 if text[place - 1 : place] in _BLANKS else place
    if text[end - 1 : end] not in _ORDERS_END or text.find("令", max(0, place - 24), place) < 0:
        return place, place
    found = _ORDER.search(text, max(0, place - 48), end)
    return found.span(1) if found else (place, place)


def heads_article(lead: Lead, tail: Tail, level: str, *, run_in: bool = False) -> bool:
    """Decide whether a locator without a statute of its own begins a new article inside or behind quoted text.

    `run_in` says that the text before is run in with its article（第十八条采砂应当…）, as that of a further one then is.
    """
    if lead is Lead.LINE:
        if level == "article":
            return tail is not Tail.RUNS_ON
        if level in ("part", "subpart", "chapter", "section"):
            return tail in (Tail.COLON, Tail.END)
        return tail is Tail.COLON or (level == "annex" and tail is not Tail.RUNS_ON)
    if lead is Lead.SENTENCE and level in ("article", "paragraph", "item") and tail in (Tail.END, Tail.STOP):
        return level == "article"  # no sentence of a statute is but the number of an article
    if lead in (Lead.SENTENCE, Lead.NUMBERED, Lead.LED):
        return tail is Tail.COLON or (level == "article" and (tail is Tail.SPACE or (run_in and tail is Tail.TEXT)))
    return False


_ACT = regex(
    r"(?:法典|法|条例|办法|规定|规则|细则|解释|决定|意见|通知|规程|批复|方案|公告|目录|规范)(?:[（(][^（()）]{1,8}[）)])?$"
)
_STATUTE = regex(r"(?:法典|法|条例|办法|规定|规则|细则)(?:[（(][^（()）]{1,8}[）)])?$")


def heads_statute(
    lead: Lead, tail: Tail, title: str, *, has_locators: bool, has_version: bool, has_number: bool, has_text: bool = False
) -> bool:
    """Decide whether a title inside or behind quoted text begins the next statute. 《许可证申请表》 never does alone.

    `has_text` says that a list's number stands before it, and a sentence right behind it（2.《某条例》设立机构的，由……审批）.
    """
    if lead is Lead.RUNNING:
        return False
    if lead in (Lead.LINE, Lead.NUMBERED):
        if has_version or (has_locators and tail is not Tail.RUNS_ON):
            return True
        if has_text and (has_number or _STATUTE.search(title) is not None):
            return True
        ends = (Tail.END, Tail.BROKEN, Tail.COLON) if lead is Lead.LINE else (Tail.END, Tail.BROKEN, Tail.COLON, Tail.STOP)
        return tail in ends and _ACT.search(title) is not None
    if has_number:
        return True  # a statute's text refers to no document by its number
    return (has_version and has_locators) or (has_locators and tail in (Tail.COLON, Tail.SPACE, Tail.END))
