"""What an act says of other acts: which it repeals, which it is made under, what it or another was called before.

Repeals stand in closing articles（《A》同时废止）, in decisions（废止《A》）, in the middle of sentences, with issue data before
or behind the title, and may be of a part of an act only. Nothing but a named title between 《》 is read as a repeal:
"有关规定与本法抵触的，同时失效" repeals no act that could be named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from basischeck.pattern import regex
from basischeck.statute.days import DAY, FIND_DAY, read_day
from basischeck.statute.history import Commencement, clean_number, read_commencement
from basischeck.statute.model import Document

RelationKind = Literal["废止", "依据", "原称"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement about another act; `title` is verbatim, `article` the number of the article that makes it.

    `part` says which part of the act is repealed, None where all of it is; `issued` and `number` are the issue data
    given for the act; `day` is the day of effect where the sentence states its own.
    """

    kind: RelationKind
    title: str
    article: str | None = None
    part: str | None = None
    issued: date | None = None
    number: str | None = None
    day: date | None = None


_TITLE = regex(r"《(?:[^《》]|《[^《》]*》)*》")
_STATUTE_END = regex(
    r"(?:法|法典|条例|规定|办法|规则|细则|章程|准则|规范|标准|决定|决议|解释|批复|通知|意见|公告|命令|指示|守则|纲要|大纲|规程|"
    r"通则|总则|目录|名录|方案|法律|草案|答复|函|复函|安排|措施|制度|要求|要点|规划|程序|协定|手册|指南|编|纪要|施行法|暂行|修正案|布告|通告|解答|报告|条件|请示|合同范本|规约|试行)"
    r"\s*(?:[（(〔\[【][^《》]*[）)〕\]】]|之[一二三四五六七八九十])*$"
)
_ENDS = r"(?:废止|失效|失去效力|停止(?:执行|施行|实施|使用)|不再(?:适用|执行|有效|施行)|终止(?:执行|施行|实施))"
_FILL = (
    rf"(?:[，,]?\s*(?:同时|即时|即行|即|亦|也|均|都|予以|相应|一并|一律|随之|随即|自行|自动|应当?|业已|现|正式|宣布|从即日起|"
    rf"[自从于在](?:{DAY})\s*起?|[自从于在]?本[\u4e00-\u9fff]{{1,8}}?(?:施行|实施|公布|发布|生效|执行|颁布)(?:之?日|后|之?时)起?|[自从于]同日起|"
    rf"等?[\d一二三四五六七八九十]*[件部个项][\u4e00-\u9fff]{{1,10}}|等(?:文件|规章|规定|法规)?))*"
)
_VERB = regex(rf"(?P<fill>{_FILL})\s*{_ENDS}(?=$|[。；;，,）)！]|并|和|其他|此前|\s)")
_BRACKET = r"(?:\s*(?:[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]|[〔\[【［][^〕\]】］]*[〕\]】］]\s*[\d]*\s*号?))"
_PART = regex(
    rf"^{_BRACKET}*\s*(?P<part>(?:里|中|内)[^，,。；;]*|第[\d一二三四五六七八九十百千〇零、第条款项章节及和至]+[^，,。；;]{{0,80}}"
    rf"|的?(?:有关|关于|相关|部分|附件|附则|附表)[^，,。；;]{{0,80}}|与[^，。；;]{{1,40}}的[^，,。；;]{{0,30}})$"
)
_NOT_ISSUE = regex(r"适用|执行《|依照|按照|违反|符合|(?:根据|依据)(?!\s*[12][\d]{3})|实施《|参照|申领|核发|关于《|制定$|以下简称|简称")
_BETWEEN = regex(rf"^{_BRACKET}*\s*(?:[、，,；;]|和|与|及|以及|并|暨|同)*\s*(?P<issue>[^。；;]*)$")
_AMENDED_BY = regex(r"\s*(?:第[一二三四五六七八九十]+次)?(?:修\s*正|修\s*订|修改|制定的|批准的|通过的|作出的|发布的)")
_HEAD_REPEAL = regex(rf"(?:^|[，,。；;：:、\s]|决定|予以|[\d一二三四五六七八九十]\s*[、.．])\s*(?:现?(?:决定)?废止)\s*[^《，,。；;]{{0,60}}?(?={_TITLE.pattern})")
_NUMBER = regex(
    r"[\u4e00-\u9fff、]{0,60}?(?:[\u4e00-\u9fff]令|公告)\s*[（(]?\s*(?:[\d]{4}\s*年\s*)?第?\s*[\d〇零一二三四五六七八九十百]+\s*号"
    r"|(?<![\d月日])[\u4e00-\u9fff]{2,30}?第?\s*[\d]+\s*号令"
    r"|[\u4e00-\u9fff]{1,8}[〔\[【（(][\d]{4}[〕\]】）)]\s*(?:第\s*)?[\d]+\s*号"
)


def is_statute_title(title: str) -> bool:
    """Say whether a name between 《》 can be that of an act, not of a licence, a form or a book."""
    return bool(_STATUTE_END.search(title)) and not re.search(r"(?:证|证书|许可证|执照|合同|协议|表|书|单|票)$", title)


_ALIAS = regex(r"[（(](?:以下|下)?(?:统|合|简)称[^（）()]*[)）]|(?<=[，,])以下(?:统|合|简)称[^（）()，,]*")


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of `text` without the aliases they set; a full stop inside 《》 or brackets ends none."""
    text = _ALIAS.sub("", text)
    depth, start = 0, 0
    for i, c in enumerate(text):
        if c in "《（(":
            depth += 1
        elif c in "》）)":
            depth = max(0, depth - 1)
        elif c in "。；;\n" and depth == 0:
            yield text[start : i + 1]
            start = i + 1
    if text[start:].strip():
        yield text[start:]


@dataclass(frozen=True, slots=True)
class _Named:
    """A title found in a sentence, with where it stands."""

    title: str
    start: int
    end: int


_COMMENCES = regex(rf"{DAY}\s*起\s*(?:开始|正式)?(?:施行|实施|生效|执行)(?!的)|[。；;]")


def _issue_data(before: str, bracket: str) -> tuple[date | None, str | None]:
    """Return the day and the order number that the words before a title and the bracket behind it give for it."""
    for boundary in _COMMENCES.finditer(before):
        before = before[boundary.end() :] if boundary.end() <= len(before) else before
        break
    before = re.sub(rf"^{_BRACKET}+", "", before)
    day = FIND_DAY.search(before) or FIND_DAY.search(bracket)
    number = _NUMBER.search(bracket) or _NUMBER.search(before[-60:])
    return (read_day(day.group()) if day else None), (clean_number(number.group()) if number else None)


def _list_before(sentence: str, names: list[_Named], verb: int) -> Iterator[tuple[_Named, str, str, str | None]]:
    """Yield the titles that the verb at `verb` applies to, last first: title, words before, words behind, part."""
    behind_end = verb
    for i in range(len(names) - 1, -1, -1):
        name = names[i]
        before_start = names[i - 1].end if i else 0
        before, behind = sentence[before_start : name.start], sentence[name.end : behind_end]
        part = None
        if i < len(names) - 1 or not re.fullmatch(rf"{_BRACKET}*\s*", behind):
            own = behind if i == len(names) - 1 else re.split(r"(?<=[^、])[、，,；;]|和|及|与", behind)[0]
            found = _PART.match(own)
            part = found["part"].strip() if found else None
            if i == len(names) - 1 and part is None and behind.strip() and not re.fullmatch(rf"{_BRACKET}*{_FILL}", behind):
                return
        if i < len(names) - 1:
            between = _BETWEEN.match(behind)
            if between is None or (_NOT_ISSUE.search(between["issue"]) and part is None):
                return
            if part is None and not re.match(rf"^{_BRACKET}*\s*(?:[、，,；;]|和|与|及|以及|并|暨|同)", behind) and behind.strip():
                return
        if part != "中的":  # 《A》中的《B》同时废止 repeals B, which A only published
            yield name, before, behind, part
        behind_end = name.start


def _repeals_before(sentence: str, offset: int = 0) -> Iterator[tuple[_Named, str, str, str | None]]:
    """Yield the repealed titles of 《A》、《B》同时废止."""
    masked = _TITLE.sub(lambda m: "《" + "　" * (len(m.group()) - 2) + "》", sentence)
    start = offset
    for verb in _VERB.finditer(masked, offset):
        at = verb.start()
        found = [_Named(m.group()[1:-1], m.start(), m.end()) for m in _TITLE.finditer(sentence, start) if m.end() <= at]
        # 根据《…的决定》第一次修正的《A》: the decision is issue data of A, it is not repealed itself.
        names = [n for n in found if not _AMENDED_BY.match(sentence, n.end)]
        if names:
            yield from _list_before(sentence, names, at)
        start = verb.end()


def _repeals_behind(sentence: str) -> Iterator[tuple[_Named, str, str, str | None]]:
    """Yield the repealed titles of 废止《A》（…通过）、《B》."""
    masked = _TITLE.sub(lambda m: "《" + "　" * (len(m.group()) - 2) + "》", sentence)
    head = _HEAD_REPEAL.search(masked)
    if head is None:
        return
    names = [_Named(m.group()[1:-1], m.start(), m.end()) for m in _TITLE.finditer(sentence, head.end())]
    for i, name in enumerate(names):
        after = names[i + 1].start if i + 1 < len(names) else len(sentence)
        behind = sentence[name.end : after]
        yield name, sentence[names[i - 1].end if i else 0 : name.start], behind, None
        if not re.match(rf"^{_BRACKET}*\s*(?:[、，,]|和|与|及|以及|$)", behind):
            return


def read_repeals(text: str, article: str | None = None) -> list[Relation]:
    """Read the repeals that `text` states, in order of writing."""
    if "《" not in text:
        return []
    found: dict[tuple[str, str | None], Relation] = {}
    for sentence in _sentences(text):
        if not re.search(_ENDS, sentence):
            continue
        hits = [*_repeals_before(sentence), *_repeals_behind(sentence)]
        for name, before, behind, part in sorted(hits, key=lambda h: h[0].start):
            if not is_statute_title(name.title):
                continue
            bracket = re.match(rf"{_BRACKET}+", behind)
            issued, number = _issue_data(before, bracket.group() if bracket else "")
            own = re.search(rf"[自从于]\s*({DAY})\s*起?[^，。]{{0,8}}{_ENDS}", sentence)
            day = read_day(own.group(1)) if own else None
            relation = Relation("废止", name.title, article, part, issued, number, day)
            found.setdefault((name.title, part), relation)
    return list(found.values())


_MADE = regex(r"(?:制定|制订|作出|作如下|提出|发布|颁布|规定如下|解释如下|特?制)(?:[^。；]{0,12})(?:本|如下|$)|制定本|制订本|作如下规定|作出如下")
_UNDER = regex(r"(?:根据|依据|依照|按照|为了?(?:正确|更好地|全面|有效|切实|认真)?(?:贯彻|执行|实施|施行|落实|适用|保障|保证)+(?:实施|执行|、|贯彻)*)\s*")


def read_parents(text: str, article: str | None = None) -> list[Relation]:
    """Read the acts under which this one is made: 根据《A》、《B》和有关规定，制定本办法."""
    found: dict[str, Relation] = {}
    for sentence in _sentences(text):
        masked = _TITLE.sub(lambda m: "《" + "　" * (len(m.group()) - 2) + "》", sentence)
        made = _MADE.search(masked)
        if made is None:
            continue
        for under in _UNDER.finditer(masked, 0, made.start()):
            names = [m for m in _TITLE.finditer(sentence, under.end()) if m.end() <= made.start()]
            last = under.end()
            for m in names:
                gap = re.sub(rf"{_BRACKET}", "", masked[last : m.start()])
                if len(gap) > 24 or re.search(r"[，。](?!《)", gap):
                    break
                title = m.group()[1:-1]
                if is_statute_title(title):
                    found.setdefault(title, Relation("依据", title, article))
                last = m.end()
    return list(found.values())


_FORMERLY = regex(r"本[\u4e00-\u9fff]{1,6}\s*[（(]\s*原(?:称|名|题为)\s*(?P<old>《(?:[^《》]|《[^《》]*》)*》)")
_RENAMED = regex(
    r"(?:名称|题目|标题|法规名称|条例名称)\s*(?:由\s*(?P<from>《(?:[^《》]|《[^《》]*》)*》)\s*)?(?:修改|改|变更|更改|修订)为\s*[:：]?\s*[\"“]?(?P<new>《(?:[^《》]|《[^《》]*》)*》)"
    r"|(?:将|把)?\s*(?P<old2>《(?:[^《》]|《[^《》]*》)*》)\s*(?:的?名称)?\s*(?:更名|改名|改称|名称修改|名称改|修改名称|名称变更)为\s*[\"“]?(?P<new2>《(?:[^《》]|《[^《》]*》)*》)"
)


def read_renamings(text: str, own_title: str, article: str | None = None) -> list[Relation]:
    """Read former names of the act itself: 本法（原称《A》）, 《A》更名为《own title》."""
    found = [Relation("原称", m["old"][1:-1], article) for m in _FORMERLY.finditer(text)]
    for m in _RENAMED.finditer(text):
        old, new = m["from"] or m["old2"], m["new"] or m["new2"]
        if old and new and new[1:-1] == own_title:
            found.append(Relation("原称", old[1:-1], article))
    return found


def _passages(document: Document) -> Iterator[tuple[str | None, str]]:
    """Yield every passage of the document with the number of its article; items stand with their paragraph."""
    for line in document.preamble:
        yield None, line
    for article in document.articles:
        for paragraph in article.paragraphs:
            yield article.number, paragraph.text
            for item in paragraph.items:
                yield article.number, item.text
                for _, words in item.subitems:
                    yield article.number, words
    for line in document.tail:
        yield None, line


def read_relations(document: Document) -> list[Relation]:
    """Read all relations that the document's own text states; a title is given once a kind and part."""
    relations: dict[tuple[str, str, str | None], Relation] = {}
    head = {a.number for a in document.articles[:3]}
    for article, text in _passages(document):
        stated = read_repeals(text, article) + read_renamings(text, document.title, article)
        if article is None or article in head:
            stated += read_parents(text, article)
        for relation in stated:
            relations.setdefault((relation.kind, relation.title, relation.part), relation)
    for line in document.history:
        for relation in read_renamings(line, document.title):
            relations.setdefault((relation.kind, relation.title, None), relation)
    return list(relations.values())


def commencement_of(document: Document) -> Commencement | None:
    """Return the commencement that a repeal in this document shares (the act takes effect, the old one ends)."""
    return read_commencement(document)
