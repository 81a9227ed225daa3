"""Where the articles of a repealed statute went in the act that took its place.

A successor is another work: it keeps phrases and order in stretches only, joins what several acts said, and puts
penalties far from duties. So an article's place is weighed from three sides: the likeness of the whole wording, how
much of it stands in the other article, and whether its neighbours went to the same neighbourhood. What is returned is
a proposal with its confidence, never a statement.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from basischeck.statute.likeness import Grams, weigh
from basischeck.statute.model import ArticleChange, Change, Document
from basischeck.statute.wording import article_words, clauses

PROPOSED = 0.44
"""Least confidence at which a successor article is proposed."""
CERTAIN = 0.60
"""Confidence from which a proposal may be shown without the mark of uncertainty."""
_NEIGHBOURS = 4
_REACH = 8
_CANDIDATES = 12
_ALSO_SHARE = 0.34
"""Least share of an article's clauses that must be in a second article for it to count as split."""
_ALSO_LENGTH = 24


@dataclass(slots=True)
class _Candidate:
    """A new article as the place of an old one: whole likeness, share of the old one's words that it holds."""

    new: int
    ratio: float
    held: float
    support: float = 0.0
    stranger: bool = False

    @property
    def own(self) -> float:
        """Return the weight of wording alone, 0 to 1."""
        return weigh(self.ratio, self.held)

    @property
    def confidence(self) -> float:
        """Return the weight of wording with that of the neighbourhood, 0 to 1."""
        leaning = 0.24 * self.support - (0.16 if self.stranger else 0.04)
        return min(1.0, self.own + leaning * (1 - self.own))


class Succession:
    """The comparison of one repealed statute with its successor."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.old_words = [article_words(a) for a in old.articles]
        self.new_words = [article_words(a) for a in new.articles]
        self.new_clauses = [list(clauses(a, 4)) for a in new.articles]
        self.old_clauses = [list(clauses(a, 4)) for a in old.articles]
        grams = Grams(self.new_words)
        self.candidates = [self._candidates(words, grams) for words in self.old_words]
        for _ in range(2):
            self._listen_to_neighbours()

    def _candidates(self, words: str, grams: Grams) -> list[_Candidate]:
        held = dict(grams.containing(words, _CANDIDATES))
        likest = process.extract(words, self.new_words, scorer=fuzz.ratio, processor=None, limit=4)
        wanted = {*held, *(j for _, _, j in likest)}
        found = [_Candidate(j, fuzz.ratio(words, self.new_words[j]) / 100, held.get(j, 0.0)) for j in wanted]
        return sorted(found, key=lambda c: -c.own)

    def _listen_to_neighbours(self) -> None:
        """Give candidates the support of the neighbours' best places: near, and in the same order."""
        # A noise act has no business among the provisions on soil, where none of its articles surely went.
        visited = {self._place(c[0].new) for c in self.candidates if c and c[0].own >= CERTAIN}
        best = [(c[0].new, c[0].confidence) if c else (-(10**6), 0.0) for c in self.candidates]
        for i, candidates in enumerate(self.candidates):
            around = [k for k in range(i - _NEIGHBOURS, i + _NEIGHBOURS + 1) if k != i and 0 <= k < len(best)]
            for candidate in candidates:
                support = 0.0
                for k in around:
                    place, weight = best[k]
                    step, due = place - candidate.new, k - i
                    if weight >= 0.5 and abs(step) <= _REACH and step * due >= 0:
                        support += weight / abs(due)
                most = sum(1 / abs(k - i) for k in around) or 1.0
                candidate.support = min(1.0, support / most)
                candidate.stranger = self._place(candidate.new) not in visited
            candidates.sort(key=lambda c: -c.confidence)

    def _place(self, j: int) -> tuple[int | None, ...]:
        """Return the 编 and 分编 (or 章) that new article `j` stands in."""
        article = self.new.articles[j]
        return (article.part, article.subpart if article.subpart is not None else article.chapter)

    def also(self, i: int, home: int) -> list[int]:
        """Return further new articles that hold clauses of old article `i` which its home lacks."""
        total = sum(map(len, self.old_clauses[i]))
        missing = [
            piece
            for piece in self.old_clauses[i]
            if not process.extractOne(piece, self.new_clauses[home], scorer=fuzz.ratio, processor=None, score_cutoff=62)
        ]
        length = sum(map(len, missing))
        if length < _ALSO_LENGTH or length < _ALSO_SHARE * total:
            return []
        places: dict[int, int] = defaultdict(int)
        for piece in missing:
            for candidate in self.candidates[i]:
                hit = process.extractOne(
                    piece, self.new_clauses[candidate.new], scorer=fuzz.ratio, processor=None, score_cutoff=78
                )
                if hit and candidate.new != home:
                    places[candidate.new] += len(piece)
                    break
        return [j for j, found in places.items() if found >= _ALSO_LENGTH and found >= _ALSO_SHARE * total]

    def rows(self) -> list[ArticleChange]:
        """Return a row for each old article, two and more where it was split."""
        homes = {i: c[0] for i, c in enumerate(self.candidates) if c and c[0].confidence >= PROPOSED}
        shared = Counter(c.new for c in homes.values())
        rows: list[ArticleChange] = []
        for i, article in enumerate(self.old.articles):
            home = homes.get(i)
            if home is None:
                rows.append(ArticleChange(article.number, None, "deleted", 0.0))
                continue
            further = self.also(i, home.new)
            change = self._change(i, home, split=bool(further), merged=shared[home.new] > 1)
            rows.append(self._row(article.number, home.new, change, home.confidence))
            for j in further:
                candidate = next(c for c in self.candidates[i] if c.new == j)
                rows.append(self._row(article.number, j, "split", min(candidate.confidence, home.confidence)))
        return rows

    def _row(self, number: str, j: int, change: Change, confidence: float) -> ArticleChange:
        return ArticleChange(number, self.new.articles[j].number, change, round(confidence, 3))

    def _change(self, i: int, home: _Candidate, *, split: bool, merged: bool) -> Change:
        if self.old_words[i] == self.new_words[home.new]:
            return "same" if self.old.articles[i].number == self.new.articles[home.new].number else "renumbered"
        return "split" if split else "merged" if merged else "revised"


def align_into(old: Document, new: Document) -> list[ArticleChange]:
    """Propose for each article of the repealed `old` its successor in `new`; articles new in `new` have no row.

    `similarity` is the confidence of the proposal, 0 to 1; below `CERTAIN` it is to be shown as uncertain. An article
    without a proposal is "deleted": nothing in the successor is like it.
    """
    return Succession(old, new).rows()
