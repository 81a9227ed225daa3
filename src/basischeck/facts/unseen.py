"""Where a provision went that is cited from a text which the index does not hold: a proposal from the list's own words.

The number alone says nothing: the same number in another text is mostly another provision. What the list quotes of it does, as
far as it is found again: in the successor itself, and in the last text that is held, whose articles the index has followed
into the successor. Nothing is proposed that neither shows; what is proposed is not certain.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from basischeck.citation import Locator, render
from basischeck.facts.clauses import quoted_clauses
from basischeck.facts.leads import Lead, by_article, find_leads
from basischeck.pattern import regex
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version
from basischeck.statute.nearest import Near, Nearest, Passage, passage

_ALIKE = 0.5
"""Least weight at which words alone show a provision."""
_BACKED = 0.35
"""Least weight where the last held text leads to the same article."""
_APART = 0.15
"""How far, as a share of its weight, the first must be before the next article to stand alone."""
_COMPANION = 0.8
_ANCHOR = 10
"""Characters of a clause that shows its article when it stands in no other."""
_MANY = 4
"""Articles that have to have gone into one 节 for it to be named."""
_TRUST = ((0.35, 0.4), (0.5, 0.5), (0.6, 0.65), (0.7, 0.75), (0.8, 0.8), (1.0, 0.85))
"""Confidence by weight: the shares of right places measured on repealed statutes (see `statute.nearest`), capped at 0.85."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a list says of a provision: the text it quotes, or the item's name; `penal` where that is known without it.

    `name` is the item's name beside a quotation, where the item rests on the quoted provision.
    """

    text: str
    quoted: bool = True
    penal: bool = False
    name: str = ""


_FRAME = regex(r"^\s*(?:\d+[.、．]\s*)?对|(?:的|等)?(?:违法)?(?:行为)?(?:的)?(?:行政)?处罚\s*$")


def named_words(name: str, category: str) -> Words:
    """Return what an item's name says of its provision, without the words that every name has."""
    return Words(_FRAME.sub("", name), quoted=False, penal="处罚" in name + category)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A provision that may have taken the place of the cited one; `how` says in Chinese from what that was found."""

    statute: Statute
    version: Version
    locator: Locator
    confidence: float
    how: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: proposals, best first; where there is none, `why` says it in Chinese."""

    proposed: tuple[Proposed, ...]
    why: str = ""


class Unseen:
    """Looks for provisions cited from texts that are not held."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._nearest = Nearest(index)
        self._holders = lru_cache(maxsize=16)(self._held_clauses)
        self._looked: dict[tuple[object, ...], Found] = {}
        self._leads: dict[tuple[object, ...], tuple[Lead, ...]] = {}

    def _held_clauses(self, version: str) -> dict[str, set[str]]:
        """Return the articles of a version by the hash of each clause that they hold."""
        skeleton = self._index.skeleton(version)
        found: dict[str, set[str]] = defaultdict(set)
        for one in self._index.prints(version) if skeleton is not None else ():
            found[one.hash].add(skeleton.articles[one.article].number)  # type: ignore[union-attr]
        return found

    def look(self, statute: Statute, targets: Sequence[tuple[Statute, Version]], words: Words, item: int | None) -> Found:
        """Return where a provision of `statute` went in the versions of `targets`; `item` is the number of the cited 项."""
        words = replace(words, name="")  # that is for leads; one quotation under many items is looked for once
        key = (statute.id, *(version.id for _, version in targets), words, item)
        if key not in self._looked:
            self._looked[key] = self._look(statute, targets, words, item)
        return self._looked[key]

    def _look(self, statute: Statute, targets: Sequence[tuple[Statute, Version]], words: Words, item: int | None) -> Found:
        wanted = passage(words.text, item if words.quoted else None)
        penal = bool(wanted.acts) or words.penal
        last = self._last(statute)
        reasons = []
        for target, version in targets:
            home = self._home(last, wanted, penal, words) if last is not None and target.id != statute.id else None
            found = self._in(target, version, wanted, penal, home)
            if found:
                share = 1.0 if words.quoted else 0.8
                by = "引文" if words.quoted else "事项名称"
                return Found(
                    tuple(Proposed(target, version, locator, round(trust * share, 2), f"按清单的{by}比对{how}") for locator, trust, how in found)
                )
            where = self._section(last, version, penal) if last is not None and target.id != statute.id else ""
            reasons.append(self._why(target, version, wanted, penal) + where)
        return Found((), "；".join(filter(None, reasons)))

    def _last(self, statute: Statute) -> Version | None:
        return next((v for v in reversed(statute.versions) if v.held and self._index.has_matter(v.id)), None)

    def leads(
        self, statute: Statute, targets: Sequence[tuple[Statute, Version]], words: Words, item: int | None
    ) -> tuple[Lead, ...]:
        """Return provisions worth a look where `look` proposes none, best first; asked for apart, since few want them."""
        key = (statute.id, *(version.id for _, version in targets), words, item)
        if key not in self._leads:
            wanted = passage(words.text, item if words.quoted else None)
            penal = bool(wanted.acts) or words.penal
            self._leads[key] = find_leads(self._nearest, self._last(statute), targets, wanted, words.name, penal)
        return self._leads[key]

    def _in(
        self, target: Statute, version: Version, wanted: Passage, penal: bool, home: "_Home | None"
    ) -> list[tuple[Locator, float, str]]:
        ranked = self._nearest.rank(version.id, wanted, penal)
        led = home.led(self._index, version) if home is not None else {}
        leaders = by_article(ranked)
        backed = next((one for one in leaders[:3] if one.locator.article in led and one.weight >= _BACKED), None)
        told = f"，与{home.told}的去向一致" if home is not None and backed is not None else ""
        if leaders and leaders[0].weight >= _ALIKE:
            first, *rest = leaders
            near = [one for one in rest if one.weight > first.weight * (1 - _APART) and one.weight >= _ALIKE]
            if not near:
                how = told if first is backed else ""
                return [(one.locator, _trust(one.weight), how) for one in _with_companions(first, ranked)]
            if backed is not None and backed.weight >= _ALIKE:
                return [(one.locator, _trust(backed.weight), told) for one in _with_companions(backed, ranked)]
            return [(one.locator, _trust(one.weight) * 0.7, "，几条相近") for one in (first, *near)[:3]]
        if backed is not None:
            return [(backed.locator, _trust(backed.weight), told)]
        if home is not None and home.whole:
            best = max(led.items(), key=lambda pair: pair[1], default=None)
            if best is not None and best[1] >= _ALIKE:
                return [(Locator(article=best[0]), min(best[1], home.trust), f"，引文在{home.told}，该条大致去了这一条")]
        return []

    def _home(self, last: Version, wanted: Passage, penal: bool, words: Words) -> "_Home | None":
        """Return the article of the last held text that the words stand in, None where they show none."""
        ranked = self._nearest.rank(last.id, wanted, penal)
        leaders = by_article(ranked)
        anchor = self._anchor(last.id, words) if words.quoted else None
        best = next((one for one in leaders if anchor is None or one.locator.article == anchor), None)
        if anchor is None and (
            best is None or best.weight < _ALIKE or any(one.weight > best.weight * (1 - _APART) for one in leaders[1:])
        ):
            return None
        article = anchor or (best.locator.article if best is not None else None) or ""
        skeleton = self._index.skeleton(last.id)
        held = skeleton.article(article) if skeleton is not None else None
        whole = held is not None and not any(paragraph.items for paragraph in held.paragraphs)
        return _Home(last, article, whole, _trust(max(best.weight if best else 0.0, _ALIKE)))

    def _anchor(self, version: str, words: Words) -> str | None:
        """Return the one article that long clauses of a quotation stand in and no other does; sums of money show nothing."""
        holders = self._holders(version)
        found: set[str] = set()
        for clause in quoted_clauses(words.text):
            if len(clause.folded) >= _ANCHOR and "元" not in clause.folded:
                articles = {article for form in clause.hashes for article in holders.get(form, ())}
                found |= articles if len(articles) == 1 else set()
        return found.pop() if len(found) == 1 else None

    def _why(self, target: Statute, version: Version, wanted: Passage, penal: bool) -> str:
        if not self._index.has_matter(version.id):
            return f"索引没有《{target.title}》可供比对的文字"
        kind = "处罚条款" if penal else "条款"
        words = f"《{target.title}》中没有与清单的文字足够相近的{kind}"
        duty = next(iter(self._nearest.rank(version.id, wanted, False)), None) if penal else None
        if duty is not None and duty.weight >= _ALIKE:
            words += f"；相近的是{render(target.title, duty.locator)}，该款没有规定处罚"
        return words


    def _section(self, last: Version, version: Version, penal: bool) -> str:
        """Name the 节 or 章 of a successor that most penalties of the last held text went into: the place to look in."""
        skeleton = self._index.skeleton(version.id)
        if not penal or skeleton is None:
            return ""
        articles = {power.article for power in self._index.powers(last.id) if power.category == "行政处罚"}
        rows = (row.new for article in articles for name, row in self._index.successor(last.id, article) if name == version.id)
        held = (skeleton.article(number) for number in rows if number)
        path, count = next(iter(Counter(article.path for article in held if article is not None).most_common(1)), (None, 0))
        heading = next((one for one in reversed(skeleton.headings) if one.path == path), None)
        if heading is None or path is None or count < _MANY or heading.level not in ("section", "chapter"):
            return ""
        inside = [article.number for article in skeleton.articles if article.path == path]
        first, end = (render(None, Locator(article=number)) for number in (inside[0], inside[-1]))
        return f"。该法的处罚条款较多去了“{heading.title}”（{first}至{end}），请在其中查找"


@dataclass(frozen=True, slots=True)
class _Home:
    """The article of the last held text that a provision of an earlier one became; `whole` where it has no items."""

    version: Version
    article: str
    whole: bool
    trust: float

    @property
    def told(self) -> str:
        made: date | None = self.version.promulgated
        return f"{made.year if made else '已收录的'}年文本的{render(None, Locator(article=self.article))}"

    def led(self, index: Index, version: Version) -> dict[str, float]:
        """Return the articles of the successor's version that the article went into, with their confidence."""
        rows = index.successor(self.version.id, self.article)
        return {row.new: row.similarity for name, row in rows if name == version.id and row.new is not None}


def _with_companions(first: Near, ranked: Sequence[Near]) -> list[Near]:
    """Return a provision with the others of its article whose own words are all but found: the act was parted."""
    others = [one for one in ranked if one.locator.article == first.locator.article and one is not first]
    beside = first.weight * (1 - _APART)
    return [first, *(one for one in others if one.weight >= _ALIKE and (one.held >= _COMPANION or one.weight >= beside))]


def _trust(weight: float) -> float:
    for (left, low), (right, high) in pairwise(_TRUST):
        if weight <= right:
            return round(low + (high - low) * max(0.0, weight - left) / (right - left), 3)
    return _TRUST[-1][1]
