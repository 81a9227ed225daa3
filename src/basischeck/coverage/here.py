"""The claims of a list on one statute, asked by the power that they may be on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from basischeck.catalog.model import Item
from basischeck.citation import Locator, render
from basischeck.coverage.claims import Claim, Claims
from basischeck.coverage.kinds import BY_ARTICLE, IMPOSED
from basischeck.statute import Index
from basischeck.statute.fingerprint import Print
from basischeck.statute.model import Statute, Version
from basischeck.statute.powers.model import Power

_LOST = 0.2
"""From which share of the items on a statute that cite a text of before, not followed to today's, a missing power is no longer sure."""


def _details(act: Statute, law: Statute) -> bool:
    """Say whether an act is called the regulation or rule that implements a law（药品管理法实施条例）."""
    return act.id != law.id and "实施" in act.title and law.title.removeprefix("中华人民共和国") in act.title


class Here:
    """The claims on a statute whose text in force is `version`."""

    def __init__(self, claims: Claims, statute: Statute, version: Version | None, index: Index) -> None:
        self._items = claims.items
        self._claims = claims.by_statute
        self._claims_unheld = claims.unheld.get(statute.id, set())
        cited = [act for name in claims.by_statute if (act := index.statute(name)) is not None]
        self._related = [act for act in cited if _details(act, statute) or _details(statute, act)]
        self._statute, self._version, self._index = statute, version, index
        self._wordings, self._acts = claims.wordings, claims.acts
        self._skeleton = index.skeleton(version.id) if version is not None and version.held else None
        placed = [self._placed(claim) for claim in claims.by_statute.get(statute.id, [])]
        self._all = [claim for claim in placed if not (claim.referred and claim.lost)]
        self._perhaps = frozenset(claim.article for claim in placed if claim.referred and claim.lost)
        self._by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._all:
            if claim.article is not None and not claim.aside:
                self._by_article[claim.article].append(claim)
        self.whole = [claim for claim in self._all if claim.article is None]

    def _placed(self, claim: Claim) -> Claim:
        """Return the claim with the paragraph that its 项 stands in: 第五十八条第（一）项 is of the only paragraph that has items."""
        article = self._skeleton.article(claim.article) if self._skeleton and claim.article else None
        if article is None or claim.paragraph is not None or claim.number is None:
            return claim
        listing = [place for place, paragraph in enumerate(article.paragraphs, 1) if claim.number in paragraph.items]
        return replace(claim, paragraph=listing[0]) if len(listing) == 1 else claim

    def items(self, found: Iterable[Claim]) -> tuple[Item, ...]:
        """Return the items that make these claims, each once."""
        return tuple(self._items[number] for number in dict.fromkeys(claim.item for claim in found))

    def at(self, power: Power) -> list[Claim]:
        """Return the claims on the provision of a power, as deep as items of its category are told apart."""
        found = self._by_article.get(power.article, [])
        if power.category in BY_ARTICLE or (power.refers and power.holder is None):
            return found
        return [claim for claim in found if claim.paragraph in (None, power.paragraph) and not self._gained(power, claim)]

    def rests_on(self, power: Power) -> bool:
        """Say whether an item of a power's category cites its paragraph, or the article whose first paragraph it is."""
        own = (claim for claim in self.at(power) if claim.category == power.category)
        return any((claim.paragraph or 1) == power.paragraph for claim in own)

    def of_category(self, category: str) -> list[Claim]:
        """Return all claims of a category on the statute."""
        return [claim for claim in self._all if claim.category == category]

    def told_apart(self, category: str) -> bool:
        """Say whether items of a category cite articles of the statute: then one that cites only the statute is the exception."""
        return any(claim.article is not None and claim.own for claim in self.of_category(category))

    def doubt(self, category: str) -> str:
        """Return in Chinese why a power that no item cites may yet be listed, "" for no such reason."""
        if newer := self._claims_unheld:
            return f"{len(newer)} 个事项引的是索引没有收录的文本"
        of_it = self.of_category(category)
        items = {claim.item for claim in of_it}
        conferring = self._conferring(category)
        sure = {claim.item for claim in of_it if not claim.lost and claim.article in conferring}
        lost = {claim.item for claim in of_it if claim.lost} - sure
        if len(lost) > _LOST * len(items):
            return f"{len(lost)} 个事项引的不是现行条文，去向不明"
        for act in self._related:
            there = {claim.item for claim in self._claims[act.id] if claim.category == category and claim.own}
            if category in IMPOSED and len(there) > len(items):
                return f"{len(there)} 个事项引的是《{act.title}》，可能是同一职权"
        whole = {claim.item for claim in of_it if claim.article is None}
        return f"{len(whole)} 个事项只引到该法规" if whole and not self.told_apart(category) else ""

    def violated(self, power: Power) -> list[Claim]:
        """Return the claims on the provisions that a penalty is for."""
        articles = {path.partition(".")[0] for path in power.violated}
        return [
            claim
            for article in articles
            for claim in self._by_article.get(article, ())
            if claim.category == power.category
        ]

    def left_open(self, power: Power) -> tuple[int, ...]:
        """Return the offences（项）of a penalty's paragraph that no item cites, where every item that claims it cites its offences one by one.

        Empty where an item claims the paragraph as a whole, or what it cites is not today's text.
        """
        article = self._skeleton.article(power.article) if self._skeleton is not None else None
        claimed = [claim for claim in self.at(power) if claim.category in (power.category, None)]
        if power.category != "行政处罚" or article is None or len(article.paragraphs) < power.paragraph or not claimed:
            return ()
        if any(claim.number is None or not claim.own or claim.since is not None or claim.lost for claim in claimed):
            return ()
        numbers = {claim.number for claim in claimed}
        return tuple(number for number in article.paragraphs[power.paragraph - 1].items if number not in numbers)

    def beside(self, power: Power) -> str:
        """Return in Chinese why an item may take a power in that it does not cite: "" for no such reason."""
        near = [claim for claim in self._by_article.get(power.article, ()) if claim.category == power.category and claim.own]
        if any(claim.since is None and not claim.lost and claim.paragraph is not None for claim in near):
            return "有事项引同一条的其他款，这一款可能在同一事项之中"
        if power.article in self._perhaps and power.category == "行政处罚":
            return "有事项抄的条文指引按这一条号处罚，当时的条号没有收录"
        return ""

    def worded(self, power: Power) -> str:
        """Return in Chinese why an item of another act has a penalty or measure: it names the offences that the provision names; "" where none does."""
        found = self._naming(power)
        theirs = [number for number in found if (acts := self._acts.get(number)) and self._statute.id not in acts]
        if not theirs:
            return ""
        act = self._index.statute(self._acts[theirs[0]][0])
        return f"事项“{self._items[theirs[0]].name}”写的是同一行为，依据《{act.title if act else ''}》"

    def misnumbered(self, power: Power) -> str:
        """Return in Chinese which item names a provision's offences and cites another article of the act; "" where none does."""
        for number, hashes in self._naming(power).items():
            cited = [claim.article for claim in self._all if claim.item == number and claim.own and claim.article]
            if cited and not any(hashes & self._hashes(article) for article in cited):
                place = render(None, Locator(article=cited[0]))
                return f"事项“{self._items[number].name}”写的是这一行为，引的是{place}，可能是旧条号"
        return ""

    def _naming(self, power: Power) -> dict[int, set[str]]:
        """Return the items that name the offences of a power's paragraph, where it lists several at least half of them, each with the hashes of what it names."""
        place = self._skeleton.positions.get(power.article) if self._skeleton is not None else None
        own = [one for one in self._prints if (one.article, one.paragraph) == (place, power.paragraph - 1)]
        listed = {one.item for one in own} - {-1}
        items_of = {one.hash: one.item for one in own}
        found: dict[int, set[str]] = defaultdict(set)
        for one, number in self._wordings.naming(power.category, items_of):
            found[number].add(one)
        named = {items_of[one] for hashes in found.values() for one in hashes}
        return found if -1 in named or 2 * len(named) >= len(listed) else {}

    def _hashes(self, article: str) -> frozenset[str]:
        place = self._skeleton.positions.get(article) if self._skeleton is not None else None
        return frozenset(one.hash for one in self._prints if one.article == place)

    def since(self, power: Power) -> date | None:
        """Return the day from which a provision is in the article, where items cite the article as it was before; None for always."""
        gained = any(self._gained(power, claim) for claim in self._by_article.get(power.article, ()))
        return self._version.effective if gained and self._version else None

    def _gained(self, power: Power, claim: Claim) -> bool:
        """Say whether a paragraph is none that the version had which the item names: no clause of it stood there."""
        if claim.since is None or claim.paragraph == power.paragraph:
            return False
        old = next((v for v in self._statute.versions if v.effective == claim.since and v.held), None)
        if old is None or self._version is None or self._skeleton is None or old.id == self._version.id:
            return False
        place = self._skeleton.positions.get(power.article)
        own = {one.hash for one in self._prints if (one.article, one.paragraph) == (place, power.paragraph - 1)}
        return bool(own) and not own & self._clauses(old.id)

    def _conferring(self, category: str) -> frozenset[str]:
        """Return the articles that confer powers of a category."""
        known = self._index.powers(self._version.id) if self._version is not None and self._version.held else ()
        return frozenset(power.article for power in known if power.category == category)

    @cached_property
    def _prints(self) -> tuple[Print, ...]:
        return self._index.prints(self._version.id) if self._version is not None else ()

    def _clauses(self, version: str) -> frozenset[str]:
        return frozenset(one.hash for one in self._index.prints(version))
