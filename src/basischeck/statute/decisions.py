"""What an amending decision states: which act it amends, from when, and what became of which article.

Forms are those of the 立法技术规范（试行）（一）of the 全国人大常委会法工委: 将第X条改为第Y条, 增加一条，作为第X条, 删去第X条,
将第X条、第Y条合并，作为第Z条, 将第X条分为两条，作为第Y条、第Z条. Locators on the old side count in the old text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from basischeck.pattern import regex
from basischeck.statute.align import Stated, article_order
from basischeck.statute.history import Commencement, read_acts, read_commencement
from basischeck.statute.marks import to_int
from basischeck.statute.model import Document

_N = r"[〇零○一二三四五六七八九十百千\d]+"
_ARTICLE = rf"第{_N}条(?:之[一二三四五六七八九十]+)?"
_PART = rf"(?:第{_N}[款项目](?:第{_N}[款项目])*)"
_PROVISION = rf"{_ARTICLE}{_PART}?"
_LIST = rf"{_PROVISION}(?:(?:、|和|及|与|以及|，){_PROVISION}|(?:至|到){_ARTICLE})*"
_TITLE = regex(r"《(?:[^《》]|《[^《》]*》)*》")
_QUOTED = regex(r"[“\"「](?:[^“”\"「」]|\n)*?[”\"」]|[“\"](?:[^”\"]*\n)+[^”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Decision:
    """An amending decision as read: the acts it amends (verbatim titles), its day, its commencement, its statements.

    `changes` are by title of the amended act; a decision on one act has one entry.
    """

    title: str
    promulgated: date | None
    effective: date | None
    targets: tuple[str, ...]
    changes: dict[str, tuple[Stated, ...]]


def article_number(words: str) -> str | None:
    """Return "133-1" for 第一百三十三条之一."""
    match = re.match(rf"第({_N})条(?:之([一二三四五六七八九十]+))?", words)
    if match is None:
        return None
    main = to_int(match[1])
    suffix = to_int(match[2]) if match[2] else None
    return None if main is None else f"{main}-{suffix}" if suffix else str(main)


def _articles(words: str) -> list[tuple[str, bool]]:
    """Return the article numbers of a list of provisions, ranges expanded, and whether only a part is meant."""
    found: list[tuple[str, bool]] = []
    for m in re.finditer(rf"(?P<to>至|到)?(?P<a>{_ARTICLE})(?P<p>{_PART})?", words):
        number = article_number(m["a"])
        if number is None:
            continue
        if m["to"] and found and "-" not in found[-1][0] + number:
            found.extend((str(n), False) for n in range(int(found[-1][0]) + 1, int(number)))
        found.append((number, bool(m["p"])))
    return found


def _unquoted(text: str) -> str:
    """Return `text` without the wording of new provisions, which stands in quotation marks (multi-line ones too)."""
    kept: list[str] = []
    inside = False
    for line in text.split("\n"):
        line = line.strip()
        if inside or re.match(r"^[“\"「]", line):
            # Each paragraph of quoted wording opens with a mark; only the last closes it.
            inside = not re.search(r"[”\"」][。；]?$", line[1:])
            continue
        line = re.sub(r"[“\"「][^“”\"「」]*[”\"」]", "“”", line)
        opened = re.search(r"[“\"「][^“”\"「」]*$", line)
        if opened:
            inside = False
            line = line[: opened.start()]
        kept.append(line)
    return "\n".join(kept)


_ADDED = regex(rf"增加(?:一|二|两|三|四|五|六|七|八|九|十|\d)+条[^。；：]*?作为(?P<new>{_LIST})")
_MERGED = regex(rf"(?P<old>{_LIST})\s*合并(?:为一条)?[，,]?\s*(?:作为|改为|为)(?P<new>{_ARTICLE})")
_SPLIT = regex(rf"(?P<old>{_ARTICLE})\s*(?:分为|分作|拆分为|改为)(?:两|二|三|四|五|\d)+条[，,]?\s*(?:分别)?(?:作为|改为|为)(?P<new>{_LIST})")
_MOVED = regex(rf"(?P<old>{_LIST})\s*(?:分别)?(?:(?:修?改|移|调整)[为作]|作为)(?P<new>{_LIST})")
_DELETED = regex(rf"^[^“”\"]*?(?<!条，)(?<!条)删[去除](?P<old>{_LIST})(?!中)")
_REVISED = regex(rf"(?:将|把|在|对)?(?P<old>{_LIST})[^。；]{{0,60}}?(?:修改|增加|删去|改为|调整)")


def read_statements(text: str) -> list[Stated]:
    """Read the statements of one item of a decision, in order of writing; quoted new wording is passed over."""
    found: list[Stated] = []
    for sentence in re.split(r"(?<=[。；])|\n", _unquoted(text)):
        found.extend(_read_sentence(sentence))
    return found


def _read_sentence(sentence: str) -> Iterator[Stated]:
    """Yield the statements of one sentence; the first form that fits takes it."""
    for form, read in _FORMS:
        match = form.search(sentence)
        if match:
            statements = list(read(match))
            if statements:
                yield from statements
                return
    for revised in _REVISED.finditer(sentence):
        for number, part in _articles(revised["old"]):
            yield Stated("revised", number, None, part)


def _added(match: re.Match[str]) -> Iterator[Stated]:
    for number, part in _articles(match["new"]):
        if not part:
            yield Stated("added", None, number)


def _merged(match: re.Match[str]) -> Iterator[Stated]:
    for number, part in _articles(match["old"]):
        yield Stated("merged", number, article_number(match["new"]), part)


def _split(match: re.Match[str]) -> Iterator[Stated]:
    old = article_number(match["old"])
    for new, _ in _articles(match["new"]):
        yield Stated("split", old, new)


def _moved(match: re.Match[str]) -> Iterator[Stated]:
    olds, news = _articles(match["old"]), _articles(match["new"])
    if len(olds) != len(news):
        return
    for (old, old_part), (new, new_part) in zip(olds, news, strict=True):
        if old_part or not new_part:
            yield Stated("renumbered", old, new, old_part)


def _deleted(match: re.Match[str]) -> Iterator[Stated]:
    for number, part in _articles(match["old"]):
        yield Stated("revised" if part else "deleted", number, None, part)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Stated]]], ...] = (
    (_ADDED, _added),
    (_MERGED, _merged),
    (_SPLIT, _split),
    (_MOVED, _moved),
    (_DELETED, _deleted),
)


def _settle(stated: list[Stated]) -> tuple[Stated, ...]:
    """Make parts that went separate ways into splits, and drop what a stronger statement says better."""
    placed = [s for s in stated if s.old and s.new]
    homes: dict[str, set[str]] = {}
    for s in placed:
        homes.setdefault(s.old or "", set()).add(s.new or "")
    settled: dict[tuple[str | None, str | None], Stated] = {}
    for s in stated:
        key = (s.old, s.new)
        if s.change == "revised" and any(p.old == s.old for p in placed):
            continue
        if s.change == "renumbered" and s.part and len(homes.get(s.old or "", ())) > 1:
            s = Stated("split", s.old, s.new, s.part)
        settled.setdefault(key, s)
    order = (9**6, 0)
    return tuple(sorted(settled.values(), key=lambda s: (article_order(s.old) if s.old else order, s.new or "")))


def _items(document: Document) -> Iterator[str]:
    """Yield the items of a decision, each with its paragraphs as lines."""
    yield "\n".join(document.preamble)
    yield from _articles_of(document)
    yield from document.tail


def _articles_of(document: Document) -> Iterator[str]:
    """Yield the words of each article, a line a paragraph and item."""
    for article in document.articles:
        lines: list[str] = []
        for paragraph in article.paragraphs:
            lines.append(paragraph.text)
            lines.extend(item.text for item in paragraph.items)
        yield "\n".join(lines)


_AMENDMENT = regex(r"^(?P<act>.+?)修正案\s*(?:[（(][^）)]*[）)])?$")
_SECTION = regex(r"^\s*(?:[一二三四五六七八九十]+、)?\s*(?:对|将)?(?:修改)?(?P<title>《(?:[^《》]|《[^《》]*》)*》)\s*(?:作出修改|作如下修改[:：]?)?\s*$")


def is_decision(title: str) -> bool:
    """Say whether a title is that of a decision that amends another act, or of a 修正案."""
    if _AMENDMENT.match(title):
        return True
    return bool(re.search(r"(?:关于)?(?:修改|修正|修订).*的?决定\s*$", title)) and "《" in title


def _targets(title: str) -> tuple[str, ...]:
    """Return the titles of the acts that the title of a decision names."""
    amendment = _AMENDMENT.match(title)
    return (amendment["act"],) if amendment else tuple(m.group()[1:-1] for m in _TITLE.finditer(title))


def _sections(document: Document) -> dict[str, tuple[Stated, ...]]:
    """Return the statements of a decision on several acts, by the title that heads each section."""
    changes: dict[str, tuple[Stated, ...]] = {}
    for article, item in zip(document.articles, _articles_of(document), strict=True):
        head = _SECTION.match(article.paragraphs[0].text) if article.paragraphs else None
        if head:
            stated = [s for line in item.split("\n")[1:] for s in read_statements(line)]
            changes[head["title"][1:-1]] = _settle(stated)
    return changes


def read_decision(document: Document) -> Decision | None:
    """Read an amending decision, None where the document is none.

    The day is that of its 题注, else the source's. A 修正案 has its target but no changes: it names articles of the act
    by the wording they get, not by renumbering.
    """
    if not is_decision(document.title):
        return None
    acts = read_acts(document.history)
    promulgated = acts[-1].promulgated if acts else document.source.promulgated
    commencement: Commencement | None = read_commencement(document)
    effective = commencement.from_promulgation(promulgated) if commencement else None
    effective = effective or (acts[-1].effective if acts else None) or document.source.effective
    targets = _targets(document.title)
    if re.search(r"等.{1,12}[部件项]", document.title) or len(targets) > 1:
        changes = _sections(document)
        targets = tuple(dict.fromkeys((*targets, *changes)))
    elif _AMENDMENT.match(document.title) or not targets:
        changes = {}
    else:
        changes = {targets[0]: _settle([s for item in _items(document) for s in read_statements(item)])}
    return Decision(document.title, promulgated, effective, targets, changes)
