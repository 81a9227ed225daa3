"""What a document says of its own life: the dated events under its title and the commencement in its last articles.

Sources: the 题注 under a title (立法法第六十四条: adopting body and day are printed there), the closing article that
names the day of effect (立法法第六十一条), and the closing words of an amending decision.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from basischeck.pattern import regex
from basischeck.statute.days import DAY, FIND_DAY, after, read_day
from basischeck.statute.model import Document

EventKind = Literal["通过", "批准", "公布", "修正", "修订", "施行"]

JOINING_DAYS = 420
"""Adoption, approval and promulgation of one act lie within this many days of each other (地方性法规 wait longest)."""


WAITING_DAYS = 3 * 366
"""No act waits longer for its day of effect; a later day is that of another act."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event: `decision` is the title of the amending decision, `number` the order that published it.

    `at_once` is true where the words say that the act has effect from its publication (自公布之日起施行).
    """

    day: date
    kind: EventKind
    decision: str | None = None
    number: str | None = None
    body: str = ""
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One enactment or amendment of a statute: the event that begins a version.

    `whole` is true where the act lays down the whole text (adoption, 修订), false where a decision amends parts of it;
    only a whole act writes a closing article of its own. `effective` is only what the 题注 itself states.
    """

    promulgated: date
    kind: str
    days: tuple[date, ...]
    whole: bool
    decision: str | None = None
    number: str | None = None
    effective: date | None = None
    basis: str = "题注"


@dataclass(frozen=True, slots=True)
class Commencement:
    """When an act says it takes effect: a stated day, or so long after publication（`delay`: count and unit）.

    `article` is the number of the article that says so, None for the closing words of a decision.
    """

    day: date | None
    delay: tuple[int, str] | None
    article: str | None
    words: str

    def from_promulgation(self, promulgated: date | None) -> date | None:
        """Return the day of effect, counted from `promulgated` where the text counts from publication."""
        if self.day is not None:
            return self.day
        if promulgated is None or self.delay is None:
            return None
        count, unit = self.delay
        return after(promulgated, count, unit) if count else promulgated


_TITLE = regex(r"《(?:[^《》]|《[^《》]*》)*》")
_NUMBER = regex(
    r"[\u4e00-\u9fff、]{0,80}?(?:[\u4e00-\u9fff]令|公告)\s*[（(]?\s*(?:[\d]{4}\s*年\s*)?第?\s*[\d〇零一二三四五六七八九十百]+\s*号\s*[)）]?"
    r"|[\u4e00-\u9fff]{1,8}[〔\[【（(][\d]{4}[〕\]】）)]\s*(?:第\s*)?[\d]+\s*号"
)
_AT_ONCE = regex(r"自(?:公布|发布|颁布|批准|通过|印发|签发)之日起(?:施行|实施|生效|执行)")
_AMENDS = regex(r"修改|修正|修订|调整|清理|废止|取消")
_DECISION_WORD = regex(r"决定|办法|命令|通知|公告|令|修正案")


def _mask_titles(text: str) -> str:
    """Return `text` with everything inside 《》 blanked, so that days inside titles are not taken for events."""
    return _TITLE.sub(lambda m: "《" + "　" * (len(m.group()) - 2) + "》", text)


def _kind(words: str, decision: str | None) -> EventKind | None:
    """Return what happened, from the words behind a day with titles blanked."""
    if re.match(r"\s*(起|开始|正式)?(施行|实施|生效|实行|执行|试行)", words):
        return "施行"
    if re.search(r"修\s*正|修改", words):
        return "修正"
    if re.search(r"修\s*订", words):
        return "修订"
    if re.search(r"通过(?!的)|会议(?:审议)?决定", words):
        return "通过"
    if re.search(r"批准(?!的)", words):
        return "批准"
    if decision and _AMENDS.search(decision):
        return "修正"
    if re.search(r"公布|发布|颁布|颁发|印发|批转|制定|令\s*[（(]?第?|公告|号\s*$|下发", words):
        return "公布"
    return "施行" if re.search(r"起施行|施行", words) else None


def read_events(lines: Iterable[str]) -> tuple[Event, ...]:
    """Read the dated events of the 题注 in the order in which they are written."""
    text = "　".join(line.strip() for line in lines)
    masked = _mask_titles(text)
    found = list(FIND_DAY.finditer(masked))
    events: list[Event] = []
    bare: date | None = None
    for here, following in zip(found, [*found[1:], None], strict=False):
        day = read_day(here.group())
        end = following.start() if following else len(masked)
        words, said = masked[here.end() : end], text[here.end() : end]
        titles = [m.group()[1:-1] for m in _TITLE.finditer(said)]
        decision = next((t for t in titles if _AMENDS.search(t) and _DECISION_WORD.search(t)), None)
        kind = _kind(words, decision)
        if day is not None and kind is None and not re.search(r"[\u4e00-\u9fff]{6}", words):
            bare = day
        if day is None or kind is None or any((e.day, e.kind) == (day, kind) for e in events):
            continue
        number = _NUMBER.search(said)
        events.append(
            Event(
                day=day,
                kind=kind,
                decision=decision if kind in ("修正", "修订") else None,
                number=clean_number(number.group()) if number else None,
                body=re.split(r"第|《|令|公告|修|通过|批准|公布|发布", words.strip())[0],
                at_once=bool(_AT_ONCE.search(words)),
            )
        )
    if bare and not events and len(found) == 1:
        events.append(Event(bare, "公布"))
    elif bare and not any(e.kind == "公布" for e in events) and re.search(r"现予?以?(?:公布|发布|印发)|令", masked):
        # An order that promulgates an act names it first and carries its own day at the foot.
        number = _NUMBER.search(re.sub(r"　", "", text))
        events.append(Event(bare, "公布", number=clean_number(number.group()) if number else None, at_once=bool(_AT_ONCE.search(masked))))
    return tuple(events)


def clean_number(number: str) -> str:
    """Return an order or document number without spaces and without the name of the state before its issuer."""
    number = re.sub(r"[\s（）()]+", "", number) if "令" in number or "公告" in number else re.sub(r"\s+", "", number)
    return re.sub(r"^(?:.*?(?:以|经|由|根据))?(?:中华人民共和国)?", "", number)


def _joins(group: Sequence[Event], event: Event, first: bool) -> bool:
    """Say whether `event` belongs to the same act as the events of `group` before it."""
    kinds = {e.kind for e in group}
    apart = (event.day - group[-1].day).days
    if not 0 <= apart <= JOINING_DAYS:
        return False
    if event.kind in ("修正", "修订"):
        # A city adopts an amendment, the province approves it: the second line alone says that it was one.
        return not first and kinds <= {"通过", "批准"}
    if event.kind == "通过":
        # 司法解释 of both courts and procuratorate carry two adoptions; an amendment adopted twice does not occur.
        return kinds == {"通过"} and event.body != group[-1].body and "委员会" in event.body and apart < 300 and first
    if event.kind == "批准":
        return not kinds & {"批准", "公布"} and not (group[-1].decision and not first and apart > 200)
    return "公布" not in kinds


def _act(group: Sequence[Event], first: bool) -> Act:
    """Return the act that the events of `group` make up."""
    amending = next((e for e in group if e.kind in ("修正", "修订")), None)
    published = next((e for e in group if e.kind == "公布"), None)
    last = published or group[-1]
    decision = next((e.decision for e in group if e.decision), None)
    kind = amending.kind if amending else (last.kind if first else "修订")
    at_once = any(e.at_once for e in group)
    return Act(
        promulgated=last.day,
        kind=kind,
        days=tuple(e.day for e in group),
        whole=decision is None and kind != "修正",
        decision=decision,
        number=next((e.number for e in (last, *group) if e.number), None),
        effective=last.day if at_once else None,
    )


def read_acts(lines: Iterable[str]) -> tuple[Act, ...]:
    """Read the acts of the 题注, oldest first; a 施行 day is given to the last act before it."""
    events = read_events(lines)
    groups: list[list[Event]] = []
    for event in (e for e in events if e.kind != "施行"):
        if groups and _joins(groups[-1], event, first=len(groups) == 1):
            groups[-1].append(event)
        else:
            groups.append([event])
    acts = sorted((_act(g, first=i == 0) for i, g in enumerate(groups)), key=lambda a: a.promulgated)
    for start in (e for e in events if e.kind == "施行"):
        for i in range(len(acts) - 1, -1, -1):
            if acts[i].days[0] <= start.day:
                if acts[i].effective is None and (start.day - acts[i].promulgated).days <= WAITING_DAYS:
                    acts[i] = replace(acts[i], effective=max(start.day, acts[i].promulgated))
                elif (start.day - acts[i].promulgated).days > WAITING_DAYS:
                    # An amendment given by its year alone（2022年，国务院令第752号…自2022年5月1日起施行）.
                    acts.append(Act(start.day, "修改", (start.day,), False, effective=start.day, basis="题注所载施行日期"))
                break
    return tuple(sorted(acts, key=lambda a: a.promulgated))


_COUNT = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_EFFECT = r"(?:施行|实施|生效|执行|试行|实行|起用|启用)"
_STARTS = regex(
    rf"(?:自|从|于|在)\s*(?:(?P<day>{DAY})|(?:公布|发布|颁布|颁发|批准|通过|印发|签发|发文|下发)之?日)\s*"
    rf"(?:起|开始|以后|后|之日起)?\s*(?P<delay>(?:[\d]{{1,3}}|[一二三四五六七八九十两]{{1,3}})\s*(?:日|天|个月|年)后?)?(?:起|开始)?\s*"
    rf"(?:正式|公布|公开)?{_EFFECT}"
)


def _delay(words: str | None) -> tuple[int, str]:
    """Read 30日后, 六个月后; (0, 日) where nothing is said."""
    match = re.match(r"([\d]+|[一二三四五六七八九十两]+)\s*(日|天|个月|年)", words or "")
    if not match:
        return 0, "日"
    count, unit = match.groups()
    if count.isdigit():
        return int(count), unit
    tens, ten, ones = count.rpartition("十")
    return (10 * (_COUNT[tens] if tens else 1) if ten else 0) + (_COUNT[ones] if ones else 0), unit


def find_commencement(text: str, article: str | None = None) -> Commencement | None:
    """Return the first commencement that `text` states; a bare 本法施行前 is none."""
    match = _STARTS.search(text)
    if match is None:
        return None
    if match["day"]:
        day = read_day(match["day"])
        return Commencement(day, None, article, match.group()) if day else None
    return Commencement(None, _delay(match["delay"]), article, match.group())


def _closing(document: Document) -> Iterator[tuple[str | None, str]]:
    """Yield the passages that may state the commencement, the likeliest first."""
    for article in reversed(document.articles[-8:]):
        for paragraph in article.paragraphs:
            yield article.number, paragraph.text
            for item in paragraph.items:
                yield article.number, item.text
    for line in (*reversed(document.tail), *reversed(document.preamble[-40:])):
        yield None, line


def read_commencement(document: Document) -> Commencement | None:
    """Return when the document itself says it takes effect: its closing article, or the closing words of a decision."""
    own = regex(r"本[法典条例办规定细则决解释章程令案修正目名标准通知意见]")
    fallback: Commencement | None = None
    for article, text in _closing(document):
        found = find_commencement(text, article)
        if found is None:
            continue
        if own.search(text[: text.find(found.words)][-24:]):
            return found
        fallback = fallback or found
    return fallback
