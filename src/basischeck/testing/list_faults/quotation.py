"""Quoted text that is not the text of the cited provision (BC6). Texts are the caller's: the list and this package hold none."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from basischeck.citation import Locator
from basischeck.statute.model import ArticleText, Document
from basischeck.testing.dress import Cite
from basischeck.testing.list_faults.draft import Draft, Spot, kind


@dataclass(slots=True)
class Library:
    """Texts of statutes by title: those in force, and earlier ones."""

    current: Mapping[str, Document] = field(default_factory=dict)
    earlier: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)

    def article(self, title: str, number: str | None) -> ArticleText | None:
        """Return an article of the text in force."""
        document = self.current.get(title)
        return _article(document, number) if document else None

    def quotable(self, title: str, locator: Locator) -> str | None:
        """Return the words of a provision as a list quotes them: its opening words and the item, or the whole paragraph."""
        article = self.article(title, locator.article)
        return words(article, locator) if article else None


SHELF = Library()
"""The texts that the kinds of this module draw on; empty until the caller fills it, and the kinds then find no place."""


def _article(document: Document, number: str | None) -> ArticleText | None:
    return next((a for a in document.articles if a.number == number), None)


def words(article: ArticleText, locator: Locator) -> str | None:
    """Return the words that a locator of an article stands for."""
    if locator.paragraph is None and locator.item is None:
        return "\n".join(_whole(article, n) for n in range(len(article.paragraphs)))
    place = (locator.paragraph or 1) - 1
    if place >= len(article.paragraphs):
        return None
    if locator.item is None:
        return _whole(article, place)
    paragraph = article.paragraphs[place]
    item = next((i.text for i in paragraph.items if i.number == locator.item), None)
    return None if item is None else paragraph.text + item


def _whole(article: ArticleText, place: int) -> str:
    paragraph = article.paragraphs[place]
    return "\n".join([paragraph.text, *(f"{item.text}" for item in paragraph.items)])


def quote(cite: Cite, text: str, rng: random.Random) -> None:
    """Put `text` behind a citation in one of the ways in use."""
    cite.quote = rng.choice(["：{}", "：“{}”", ":{}", "规定：{}", "\n{}", "： {}"]).format(text)


def _quoting(draft: Draft, least: int = 12) -> tuple[int, Cite, str] | None:
    """Return a citation of one provision that stands alone in its cell, with the words it stands for."""
    fitting = []
    for number, row in enumerate(draft.rows):
        cite = row.basis.cites[0]
        if len(row.basis.cites) == 1 and len(cite.locators) == 1:
            text = SHELF.quotable(_full(draft, cite.title), cite.locators[0])
            if text and len(text) >= least:
                fitting.append((number, cite, text))
    return draft.rng.choice(fitting) if fitting else None


def _full(draft: Draft, title: str) -> str:
    act = draft.truth.act(title)
    return act.title if act else title


@kind("引文改动字词", "BC603", "BC604")
def _altered(draft: Draft) -> Spot | None:
    found = _quoting(draft, 20)
    if found is None:
        return None
    number, cite, text = found
    wrong = altered(text, draft.rng)
    quote(cite, wrong, draft.rng)
    return Spot(number, note=cite.quote[:80])


_SWAPS = (("五千元", "八千元"), ("一万元", "三万元"), ("十万元", "十五万元"), ("可以", "应当"), ("应当", "可以"), ("警告", "拘留"), ("责令", "要求"), ("没收", "扣押"), ("以下", "以上"), ("情节严重", "情节轻微"), ("县级", "省级"), ("停产停业", "关闭整改"), ("生产", "制造"), ("未经", "虽经"), ("单位", "家庭"), ("违反", "按照"))  # fmt: skip


def altered(text: str, rng: random.Random) -> str:
    """Return the text with one thing said otherwise: a word replaced, left out, put in."""
    swaps = [(old, new) for old, new in _SWAPS if old in text]
    way = rng.randrange(3)
    if way == 0 and swaps:
        old, new = rng.choice(swaps)
        return text.replace(old, new, 1)
    clauses = re.split(r"(?<=[，。；、：])", text)
    long = [n for n, clause in enumerate(clauses) if len(clause) > 7]
    if not long:
        return text[: len(text) // 2] + "另有规定" + text[len(text) // 2 + 2 :]
    at = rng.choice(long)
    clause = clauses[at]
    middle = len(clause) // 2
    clauses[at] = clause[: middle - 1] + clause[middle + 1 :] if way == 1 else clause[:middle] + rng.choice(["擅自", "主要", "全部", "不得", "再次"]) + clause[middle:]
    return "".join(clauses)


@kind("引文是另一条", "BC601")
def _other_article(draft: Draft) -> Spot | None:
    found = _quoting(draft)
    if found is None:
        return None
    number, cite, _ = found
    document = SHELF.current[_full(draft, cite.title)]
    other = draft.rng.choice([a for a in document.articles if a.number != cite.locators[0].article and len(a.paragraphs[0].text) > 25])
    quote(cite, words(other, Locator(article=other.number, paragraph=1)) or "", draft.rng)
    return Spot(number, note=f"{cite.title}{cite.locators[0].article}: {other.number} {cite.quote[:60]}")


@kind("引文是旧版本", "BC602", "BC603", "BC604", "BC608")
def _earlier(draft: Draft) -> Spot | None:
    """Quote words of another text that the text in force has nowhere; it may be one that is still to come（BC608）."""
    rng = draft.rng
    titles = sorted(SHELF.earlier)
    rng.shuffle(titles)
    for title in titles:
        document = SHELF.current.get(title)
        if document is None or draft.truth.act(title) is None:
            continue
        now = {clause for a in document.articles for clause in _clauses(a)}
        for old in SHELF.earlier[title]:
            fitting = [a for a in old.articles if _share(a, now) < 0.3 and _article(document, a.number) and len("".join(_clauses(a))) > 40]
            if fitting:
                article = rng.choice(fitting)
                cite = Cite(title, (Locator(article=article.number),))
                quote(cite, words(article, cite.locators[0]) or "", rng)
                spot = draft.put(cite, alone=True)
                return Spot(spot.row, note=f"{title} {cite.quote[:60]}")
    return None


def _clauses(article: ArticleText) -> list[str]:
    text = (words(article, Locator(article=article.number)) or "").replace("帐", "账")
    return [clause for clause in re.split(r"[，。；：、\s]", text) if len(clause) > 3]


def _share(article: ArticleText, now: set[str]) -> float:
    clauses = _clauses(article)
    return sum(clause in now for clause in clauses) / len(clauses) if clauses else 1.0


@kind("引文超出所引的款", "BC605")
def _runs_on(draft: Draft) -> Spot | None:
    rng = draft.rng
    titles = [title for title in SHELF.current if draft.truth.act(title)]
    for _ in range(60):
        if not titles:
            return None
        title = rng.choice(titles)
        long = [a for a in SHELF.current[title].articles if len(a.paragraphs) > 2 and all(len(p.text) > 20 for p in a.paragraphs[:3])]
        if long:
            article = rng.choice(long)
            cite = Cite(title, (Locator(article=article.number, paragraph=1),))
            quote(cite, "\n".join(_whole(article, n) for n in range(2)), rng)
            spot = draft.put(cite, alone=True)
            return Spot(spot.row, note=f"{title} {article.number} {cite.quote[:60]}")
    return None


def quoted_rows(draft: Draft, share: float = 0.7) -> int:
    """Let citations quote the words of their provisions, as they stand in force; return how many do."""
    count = 0
    for row in draft.rows:
        for cite in row.basis.cites:
            text = SHELF.quotable(_full(draft, cite.title), cite.locators[0]) if len(cite.locators) == 1 else None
            if text and draft.rng.random() < share:
                quote(cite, text, draft.rng)
                count += 1
    return count
