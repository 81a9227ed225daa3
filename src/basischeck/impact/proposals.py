"""Where a cited provision may have gone whose text the index does not hold, or that nothing is like: proposals, none certain."""

from collections.abc import Sequence

from basischeck.citation import Locator, render
from basischeck.facts.unseen import Unseen, Words
from basischeck.impact.counting import Counting
from basischeck.impact.model import Candidate, Successor
from basischeck.impact.wording import OwnTexts
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version

SHOWN_BY_QUOTE = 0.6
"""Share of a quotation's clauses that has to stand in an article for it to be shown by them."""
_CLAUSES = 3


class Proposals:
    """Looks in later texts for what a list says of a provision: its clauses word for word, then what they are about."""

    def __init__(self, index: Index, counting: Counting, texts: OwnTexts) -> None:
        self._index, self._counting, self._texts = index, counting, texts
        self._unseen = Unseen(index)

    def of(
        self, statute: str, targets: Sequence[tuple[str, Version]], words: Words | None, locator: Locator
    ) -> tuple[tuple[Successor, ...], str]:
        """Return the proposals in `targets` (title, version), best first, and where there is none, why, in Chinese."""
        cited = self._index.statute(statute)
        if words is None or cited is None:
            return (), ""
        if words.quoted and (verbatim := self._verbatim(targets, words.text)):
            return verbatim, ""
        found = self._unseen.look(cited, self._known(targets), words, locator.item)
        return tuple(
            self._successor(one.statute, one.version, one.locator, one.confidence, words, one.how) for one in found.proposed
        ), found.why

    def candidates(
        self, statute: str, targets: Sequence[tuple[str, Version]], words: Words | None, locator: Locator
    ) -> tuple[Candidate, ...]:
        """Return up to three provisions of `targets` worth a look where nothing is proposed, best first."""
        cited = self._index.statute(statute)
        if words is None or cited is None:
            return ()
        return tuple(
            Candidate(
                one.statute.title,
                one.locator,
                render(one.statute.title, one.locator),
                one.weight,
                self._texts.provision(one.statute, one.version, one.locator),
            )
            for one in self._unseen.leads(cited, self._known(targets), words, locator.item)
        )

    def _known(self, targets: Sequence[tuple[str, Version]]) -> tuple[tuple[Statute, Version], ...]:
        known = ((self._index.statute(version.id.partition("@")[0]), version) for _, version in targets)
        return tuple((statute, version) for statute, version in known if statute is not None)

    def _verbatim(self, targets: Sequence[tuple[str, Version]], quote: str) -> tuple[Successor, ...]:
        found = []
        for _, version in targets:
            article, share, clauses = self._counting.best(version, quote)
            statute = self._index.statute(version.id.partition("@")[0])
            if statute is not None and article is not None and share >= SHOWN_BY_QUOTE and clauses >= _CLAUSES:
                found.append(self._successor(statute, version, Locator(article=article), share, Words(quote), "按清单的引文逐句比对"))
        return tuple(found)

    def _successor(
        self, statute: Statute, version: Version, locator: Locator, confidence: float, words: Words, how: str
    ) -> Successor:
        share = self._counting.share(version, locator.article or "", words.text) if words.quoted else None
        return Successor(
            statute.title,
            locator,
            render(statute.title, locator),
            round(confidence, 3),
            False,
            None if share is None else round(share, 3),
            self._texts.provision(statute, version, locator),
            how,
        )
