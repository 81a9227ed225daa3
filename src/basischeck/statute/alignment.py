"""The state of one comparison of two texts: what the decision states, the chain of like articles, the rows.

Order-aware: articles of a revised act keep their order but for few, so the heaviest chain of pairs that rises in both
texts is taken first, then the pairs that cross it. A statement of the amending decision（将第十八条改为第十九条）is
authoritative (立法法第六十四条: 修改后重新公布) and is never overridden.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from rapidfuzz import fuzz

from basischeck.statute.chain import Pair, candidate_pairs, heaviest_chain
from basischeck.statute.likeness import Grams
from basischeck.statute.model import ArticleChange, Change, Document
from basischeck.statute.wording import article_words

CROSS_CUTOFF = 0.62
"""Least likeness of a pair that order does not support: an article that moved."""


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

    def settled(self, i: int) -> bool:
        """Say whether it is known what became of old article `i`."""
        return i in self.pair_of_old or i in self.gone or any(k == i for k, _ in self.more)

    def gap(self, i: int) -> tuple[int, int]:
        """Return between which new articles old article `i` would stand if it kept its place."""
        before = next((self.pair_of_old[k] for k in range(i - 1, -1, -1) if k in self.pair_of_old), -1)
        behind = next((self.pair_of_old[k] for k in range(i + 1, len(self.old)) if k in self.pair_of_old), len(self.new))
        return before, behind

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
