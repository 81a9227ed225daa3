"""What became of each article between two texts of one statute.

Order-aware: articles of a revised act keep their order but for few, so the heaviest chain of pairs that rises in both
texts is taken first, then the pairs that cross it, then what was split, merged, dropped and added. A statement of the
amending decision（将第十八条改为第十九条）is authoritative (立法法第六十四条: 修改后重新公布) and is never overridden.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from rapidfuzz import fuzz, process

from basischeck.statute.chain import Pair, candidate_pairs, heaviest_chain
from basischeck.statute.likeness import Grams, Topics, triples, weigh
from basischeck.statute.model import ArticleChange, Change, Document
from basischeck.statute.successor import align_into
from basischeck.statute.titles import normalise_title
from basischeck.statute.wording import article_words, clauses, paragraph_words

CROSS_CUTOFF = 0.62
"""Least likeness of a pair that order does not support: an article that moved."""
TOPIC = 0.16
"""Least cosine of two left-over articles that stand in the same gap and are each other's nearest."""
TOPIC_PENALTY = 0.26
"""The same for penalties."""
TOPIC_OUT_OF_PLACE = 0.14
"""What is asked beyond that of two that do not stand in the same gap."""
PARAGRAPH_CUTOFF = 0.50
"""Least likeness of a 款 to one of another article, when an article's paragraphs are followed one by one."""
SHORTEST_PARAGRAPH = 11
"""Least folded characters of such a 款."""
PLACE_CUTOFF = 0.22
"""Least likeness of the one article left over on either side of a gap."""
PART_CUTOFF = 0.80
"""Least likeness of a clause to its counterpart in another article, when splits and mergers are looked for."""
PART_LENGTH = 18
"""Least folded characters that must have gone to another article for a split or merger."""
PART_SHARE = 0.30
"""Least share of the smaller article that must have gone there."""


SWALLOWED = 0.42
"""Least share of an article's words, not there before, that another article must hold to have taken it in."""


SWALLOWED_BESIDE = 0.16
"""The same where the article before or behind it went there, too; neighbours share words, so fewer need be new."""
NEW_BESIDE = 0.10
"""Least share of an article's words, not there before, that the article of its neighbour must hold."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One change that an amending decision states, in article numbers of the old and the new text.

    `change` is "renumbered" (with or without new wording), "revised", "added", "deleted", "split" or "merged"; for
    "revised" `new` is None: the decision names the old article only. `part` is true where only some 款 or 项 are meant.
    """

    change: str
    old: str | None
    new: str | None
    part: bool = False


def article_order(number: str) -> tuple[int, int]:
    """Return the sort key of an article number: "133-1" stands after "133"."""
    main, _, suffix = number.partition("-")
    return int(main), int(suffix or 0)


class Alignment:
    """The state of one alignment: which old article went where."""

    def __init__(self, old: Document, new: Document, stated: Sequence[Stated] = ()) -> None:
        self.old, self.new = old.articles, new.articles
        self.old_words = [article_words(a) for a in self.old]
        self.new_words = [article_words(a) for a in self.new]
        self.old_at = {a.number: i for i, a in reversed(list(enumerate(self.old)))}
        self.new_at = {a.number: j for j, a in reversed(list(enumerate(self.new)))}
        self.into = Grams(self.new_words)
        self.stated = stated
        self.pair_of_old: dict[int, int] = {}
        self.pair_of_new: dict[int, int] = {}
        self.more: dict[tuple[int, int], str] = {}
        self.fixed: set[tuple[int, int]] = set()
        self.gone: set[int] = set()
        self.fresh: set[int] = set()

    def likeness(self, i: int, j: int) -> float:
        """Return the likeness of two articles, 1 only where their folded words are the same."""
        if self.old_words[i] == self.new_words[j]:
            return 1.0
        return min(0.999, float(fuzz.ratio(self.old_words[i], self.new_words[j])) / 100)

    def join(self, i: int, j: int) -> None:
        """Take old article `i` to have become new article `j`."""
        self.pair_of_old[i] = j
        self.pair_of_new[j] = i

    def take_statements(self) -> None:
        """Fix what the amending decision states, as far as both texts have the articles that it names."""
        into: dict[int, list[int]] = defaultdict(list)
        out_of: dict[int, list[int]] = defaultdict(list)
        for s in self.stated:
            i = self.old_at.get(s.old) if s.old else None
            j = self.new_at.get(s.new) if s.new else None
            if s.change == "added" and j is not None:
                self.fresh.add(j)
            elif s.change == "deleted" and i is not None:
                self.gone.add(i)
            elif s.change in ("renumbered", "split", "merged") and i is not None and j is not None:
                into[j].append(i)
                out_of[i].append(j)
                self.fixed.add((i, j))
        for j, olds in into.items():
            for i in olds:
                if len(olds) > 1 or len(out_of[i]) > 1:
                    self.more[i, j] = "merged" if len(olds) > 1 else "split"
                else:
                    self.join(i, j)

    def take_chain(self) -> None:
        """Pair articles by wording and order, then those that moved across it."""
        pairs = self._free(candidate_pairs(self.old_words, self.new_words, self.into, Grams(self.old_words)))
        anchors = [Pair(i, j, 2.0) for i, j in self.pair_of_old.items()]
        chain = heaviest_chain([*pairs, *anchors])
        for pair in chain:
            if pair.old not in self.pair_of_old and pair.new not in self.pair_of_new:
                self.join(pair.old, pair.new)
        self._improve(pairs)
        for pair in sorted(pairs, key=lambda p: -p.score):
            if pair.score >= CROSS_CUTOFF and pair.old not in self.pair_of_old and pair.new not in self.pair_of_new:
                self.join(pair.old, pair.new)

    def _free(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Return the pairs that contradict no statement of the decision."""
        whole = {s.old for s in self.stated if s.new and not s.part}
        # Where the decision names only some 款 or 项 of an article, the rest of it may have gone elsewhere.
        merged_olds = {i for i, _ in self.more if self.old[i].number in whole}
        merged_news = {j for _, j in self.more}
        return [
            p
            for p in pairs
            if p.old not in self.gone | self.pair_of_old.keys() | merged_olds
            and p.new not in self.fresh | self.pair_of_new.keys() | merged_news
        ]

    def _improve(self, pairs: Sequence[Pair]) -> None:
        """Undo weak pairs of the chain that keep a far better crossing pair from both its articles."""
        for pair in sorted(pairs, key=lambda p: -p.score):
            if pair.score < CROSS_CUTOFF + 0.15:
                break
            j, i = self.pair_of_old.get(pair.old), self.pair_of_new.get(pair.new)
            if j == pair.new:
                continue
            rivals = [(pair.old, j)] if j is not None else []
            rivals += [(i, pair.new)] if i is not None else []
            if any(r in self.fixed for r in rivals):
                continue
            if all(self.likeness(a, b) < pair.score - 0.2 for a, b in rivals if b is not None):
                for a, b in rivals:
                    if b is not None:
                        del self.pair_of_old[a], self.pair_of_new[b]
                self.join(pair.old, pair.new)

    def take_swallowed(self) -> None:
        """Find articles that another article took in: their words are new in it, though it has a counterpart already."""
        for i in range(len(self.old)):
            if self._settled(i) or len(self.old_words[i]) < 24:
                continue
            beside = {self.pair_of_old.get(i - 1), self.pair_of_old.get(i + 1)}
            for j, held in self.into.containing(self.old_words[i], 4):
                least = SWALLOWED_BESIDE if j in beside else SWALLOWED
                if held < least or j in self.fresh:
                    continue
                if self._newly_held(i, j) >= (least if least == SWALLOWED else NEW_BESIDE):
                    if j not in self.pair_of_new and j not in {n for _, n in self.more}:
                        self.join(i, j)
                    else:
                        self.more[i, j] = "merged"
                    break

    def _newly_held(self, i: int, j: int) -> float:
        """Return the share of old article `i` that new article `j` holds and its own counterpart did not have."""
        own, kept = triples(self.old_words[i]), self.pair_of_new.get(j)
        before = triples(self.old_words[kept]) if kept is not None else set()
        return self.into.share((own & triples(self.new_words[j])) - before, own)

    def take_paragraphs(self) -> None:
        """Follow each 款 of an article that found no place as a whole, or kept little of itself where it is."""
        new_paragraphs = [[paragraph_words(p) for p in a.paragraphs] for a in self.new]
        for i, article in enumerate(self.old):
            home = self.pair_of_old.get(i)
            fixed = i in self.gone or any(k == i for k, _ in self.fixed)
            if fixed or (home is not None and (self.likeness(i, home) > 0.6 or len(article.paragraphs) < 2)):
                continue
            for words in map(paragraph_words, article.paragraphs):
                if len(words) < SHORTEST_PARAGRAPH:
                    continue
                own = triples(words)
                if home is not None and self.into.share(own & triples(self.new_words[home]), own) > 0.35:
                    continue
                j = self._place_of(words, own, new_paragraphs)
                if j is not None and j != self.pair_of_old.get(i):
                    self._add_part(i, j)

    def _place_of(self, words: str, own: set[str], paragraphs: Sequence[Sequence[str]]) -> int | None:
        """Return the new article that has a 款 like `words`, which its counterpart in the old text did not have."""
        for j, held in self.into.containing(words, 3):
            ratio = max((fuzz.ratio(words, p) / 100 for p in paragraphs[j]), default=0.0)
            if j in self.fresh or weigh(ratio, held) < PARAGRAPH_CUTOFF:
                continue
            kept = self.pair_of_new.get(j)
            before = triples(self.old_words[kept]) if kept is not None else set()
            if self.into.share((own & triples(self.new_words[j])) - before, own) >= 0.3:
                return j
        return None

    def take_places(self) -> None:
        """Pair the one article left over on either side of a gap: what stands in its place is its new wording."""
        ends = (len(self.old) - 1, len(self.new) - 1)
        merged_olds, merged_news = {i for i, _ in self.more}, {j for _, j in self.more}
        for i in range(len(self.old)):
            before = self.pair_of_old.get(i - 1, -1 if i == 0 else None)
            if before is None or i in self.pair_of_old or i in self.gone | merged_olds:
                continue
            j = before + 1
            closes = self.pair_of_old.get(i + 1) == j + 1 or (i, j) == ends
            if not closes or j > ends[1] or j in self.pair_of_new or j in self.fresh | merged_news:
                continue
            if (i, j) == ends or self.likeness(i, j) >= PLACE_CUTOFF:
                self.join(i, j)

    def take_remnants(self) -> None:
        """Pair articles left over on both sides that are about the same thing, each the other's nearest."""
        olds = [i for i in range(len(self.old)) if not self._settled(i)]
        news = [j for j in range(len(self.new)) if j not in self.pair_of_new and j not in self.fresh]
        if not olds or not news:
            return
        topics = Topics([*self.old_words, *self.new_words])
        # Penalties are all alike in their wording, and are never what a duty became.
        fines = [i for i in olds if "罚款" in self.old_words[i]], [j for j in news if "罚款" in self.new_words[j]]
        alike = ((i, j) for i in olds for j in news if (i in fines[0]) == (j in fines[1]))
        pairs = [Pair(i, j, topics.cosine(i, len(self.old) + j)) for i, j in alike]
        best_old: dict[int, float] = defaultdict(float)
        best_new: dict[int, float] = defaultdict(float)
        for pair in pairs:
            best_old[pair.old] = max(best_old[pair.old], pair.score)
            best_new[pair.new] = max(best_new[pair.new], pair.score)
        gaps = {i: self._gap(i) for i in olds}
        for pair in pairs:
            low, high = gaps[pair.old]
            least = TOPIC_PENALTY if pair.old in fines[0] else TOPIC
            least += 0.0 if low < pair.new < high else TOPIC_OUT_OF_PLACE
            if pair.score >= max(least, best_old[pair.old], best_new[pair.new]):
                self.join(pair.old, pair.new)

    def _settled(self, i: int) -> bool:
        """Say whether it is known what became of old article `i`."""
        return i in self.pair_of_old or i in self.gone or any(k == i for k, _ in self.more)

    def _gap(self, i: int) -> tuple[int, int]:
        """Return between which new articles old article `i` would stand if it kept its place."""
        before = next((self.pair_of_old[k] for k in range(i - 1, -1, -1) if k in self.pair_of_old), -1)
        behind = next((self.pair_of_old[k] for k in range(i + 1, len(self.old)) if k in self.pair_of_old), len(self.new))
        return before, behind

    def take_parts(self) -> None:
        """Find clauses that went to another article than their own article's counterpart: splits and mergers."""
        clause_list = [(c, j) for j, a in enumerate(self.new) for c in clauses(a, 8)]
        texts = [c for c, _ in clause_list]
        if not texts:
            return
        stated_olds = {i for i, _ in self.fixed}
        for i in range(len(self.old)):
            home = self.pair_of_old.get(i)
            if i in self.gone or i in stated_olds or (home is not None and self.likeness(i, home) > 0.93):
                continue
            went = self._clauses_elsewhere(i, home, clause_list, texts)
            for j, length in went.items():
                smaller = min(len(self.old_words[i]), len(self.new_words[j]))
                if j in self.fresh or length < PART_LENGTH or length < PART_SHARE * smaller:
                    continue
                self._add_part(i, j)

    def _clauses_elsewhere(
        self, i: int, home: int | None, clause_list: Sequence[tuple[str, int]], texts: Sequence[str]
    ) -> dict[int, int]:
        """Return, by new article, how many characters of old article `i` have their best counterpart there."""
        home_words = [c for c, j in clause_list if j == home]
        went: dict[int, int] = defaultdict(int)
        for clause in clauses(self.old[i], 8):
            here = process.extractOne(clause, home_words, scorer=fuzz.ratio, processor=None) if home_words else None
            if here and here[1] >= 60:
                continue
            hit = process.extractOne(clause, texts, scorer=fuzz.ratio, processor=None, score_cutoff=100 * PART_CUTOFF)
            if hit is None:
                continue
            j = clause_list[hit[2]][1]
            kept = self.pair_of_new.get(j)
            # A phrase that the article at j had before is no newcomer there.
            if kept is not None and any(fuzz.ratio(clause, c) >= 100 * PART_CUTOFF for c in clauses(self.old[kept], 8)):
                continue
            if j != home:
                went[j] += len(clause)
        return went

    def _add_part(self, i: int, j: int) -> None:
        """Record that part of old article `i` is now in new article `j`."""
        home, other = self.pair_of_old.get(i), self.pair_of_new.get(j)
        if home is None and other is None:
            self.join(i, j)
        else:
            self.more[i, j] = "merged" if home is None else "split"

    def rows(self) -> list[ArticleChange]:
        """Return the changes in order of the old text, each added article behind the one before it."""
        rows: list[tuple[tuple[float, float], ArticleChange]] = []
        split_olds = {i for i, _ in self.more if i in self.pair_of_old}
        merged_news = {j for (_, j), kind in self.more.items() if kind == "merged"}
        touched = {s.old for s in self.stated if s.change == "revised"} | {s.old for s in self.stated if s.part}
        for i, a in enumerate(self.old):
            goes = [(j, "") for j in [self.pair_of_old[i]] if (i, j) not in self.more] if i in self.pair_of_old else []
            goes += [(j, kind) for (k, j), kind in self.more.items() if k == i]
            for j, kind in sorted(goes):
                score = self.likeness(i, j)
                plain = "split" if i in split_olds else "merged" if j in merged_news else self._plain(i, j, score)
                change = cast(Change, kind or plain)
                said = (i, j) in self.fixed or (change == "revised" and a.number in touched)
                rows.append(((j, i), ArticleChange(a.number, self.new[j].number, change, round(score, 3), said)))
            if not goes:
                said = i in self.gone
                rows.append(((self._after(i), i), ArticleChange(a.number, None, "deleted", 0.0, said)))
        placed = {c.new for _, c in rows}
        for j, b in enumerate(self.new):
            if b.number not in placed:
                rows.append(((j, -1), ArticleChange(None, b.number, "added", 0.0, j in self.fresh)))
        return [c for _, c in sorted(rows, key=lambda r: r[0])]

    def _plain(self, i: int, j: int, score: float) -> str:
        """Return same, renumbered or revised."""
        if score < 1:
            return "revised"
        return "same" if self.old[i].number == self.new[j].number else "renumbered"

    def _after(self, i: int) -> float:
        """Return where a deleted article stands among the new ones: just behind its predecessor's counterpart."""
        for k in range(i - 1, -1, -1):
            if k in self.pair_of_old:
                return self.pair_of_old[k] + 0.5
        return -0.5


def align(old: Document, new: Document, stated: Sequence[Stated] = ()) -> list[ArticleChange]:
    """Return what became of each article of `old` in `new`.

    Texts of one title are versions of one statute: every article of either is in at least one row; a split has one row
    for each new article, a merger one for each old one; `similarity` is that of the folded words of the two articles.
    Texts of two titles are a statute and its successor: proposals with their confidence (`successor.align_into`).
    """
    if not stated and normalise_title(old.title) != normalise_title(new.title):
        return align_into(old, new)
    return align_versions(old, new, stated)


def align_versions(old: Document, new: Document, stated: Sequence[Stated] = ()) -> list[ArticleChange]:
    """Return what became of each article between two texts of one statute, whatever their titles (it may be renamed)."""
    alignment = Alignment(old, new, stated)
    alignment.take_statements()
    alignment.take_chain()
    alignment.take_swallowed()
    alignment.take_parts()
    alignment.take_paragraphs()
    alignment.take_remnants()
    alignment.take_places()
    return alignment.rows()
