"""How sure it is that two items of two lists are one power.

A pair has to pass on evidence of two kinds, name and basis. The same words are enough unless they are general words on
foreign bases; the same provisions are enough only where the names say something alike, since one article founds many
powers. What the law or a list itself keeps apart is never one item.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from basischeck.compare.alike import Likeness
from basischeck.compare.basis import likeness, same_basis
from basischeck.compare.entry import Entry
from basischeck.compare.naming import conflict
from basischeck.compare.vocabulary import Vocabulary, replaced

SAME_PROVISIONS = 0.46
"""Least likeness of names where the bases name the same provisions."""

SHARED_PROVISIONS = 0.62
"""Least likeness of names where the bases share provisions, and each has others too."""

FOREIGN = 0.78
"""Least likeness of names where the bases share no provision."""

UNFOUNDED = 0.68
"""Least likeness of names where one side states no basis at all, as national catalogues often do."""

INSIDE, ONE_INSIDE = 0.75, 0.6
"""Share of the name that says less from which it is taken to be in the other, where their bases name the same article.

The second where it says itself that it is the first of several（对擅自取水等行为的处罚）.
"""

PART, ONE_OF_SEVERAL = 0.6, 0.85
"""What such a name is worth as a likeness."""

SHORTEST = 6
"""Characters that such a name has at least when folded."""

WHOLE = 0.9
"""Likeness of an item to a sub-item of the very item, where another list does not split it."""

ALIKE = 0.7
"""Likeness from which two names that a word keeps apart are told of as near each other."""

SAME_NAME, OTHER_WORD = 0.2, 0.05
"""How far the very name goes before the same basis, and a pair of names with a word in place of another behind."""

DISTINCT = frozenset({"行政许可", "行政处罚", "行政检查", "行政征收", "行政给付", "行政奖励", "行政裁决"})
"""Categories between which no power changes from list to list; 强制, 确认 and 其他 are less sure."""

GENERAL = 18.0
"""Weight of a name below which it is general words（监督检查情况）: on foreign bases in another field these are two powers."""


_Articles = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Score:
    """The evidence for a pair: likeness of names and of bases, 0 to 1, and the sum. Pairs are ranked by `rank`.

    `basis` is None where one of the two states none.
    """

    total: float
    rank: float
    name: float
    basis: float | None


@dataclass(frozen=True, slots=True)
class Apart:
    """Two names that are alike, and the words of the left and the right one that make two powers of them."""

    name: float
    words: tuple[str, str]


class Scorer:
    """Scores pairs of entries against one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def scores(
        self, ours: Sequence[Entry], theirs: Sequence[Entry], pairs: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, int, Score | Apart]]:
        """Yield the pairs of places in the two sequences that may be one power, with the evidence for each.

        Those are among them whose names are alike and which words keep apart.
        """
        names = Likeness([one.name.core for one in ours], [one.name.core for one in theirs], self.vocabulary.bag)
        keys, other_keys = [one.name.key for one in ours], [one.name.key for one in theirs]
        articles, other_articles = [one.articles for one in ours], [one.articles for one in theirs]
        alike, inside = names.of(pairs)
        for (i, j), name, part in zip(pairs, alike.tolist(), inside.tolist(), strict=True):
            if keys[i] == other_keys[j]:
                name = 1.0
            elif name < WHOLE and (ours[i].main == other_keys[j] or theirs[j].main == keys[i]):
                name = WHOLE
            elif part >= ONE_INSIDE and name < SHARED_PROVISIONS and not articles[i].isdisjoint(other_articles[j]):
                name = max(name, self._as_part(ours[i], theirs[j], part))
            # Most pairs end here: what legally relevant words and bases say costs more to ask.
            elif not _can_pass(name, articles[i], other_articles[j]):
                continue
            score = self._score(ours[i], theirs[j], name)
            if score is not None:
                yield i, j, score

    def _as_part(self, ours: Entry, theirs: Entry, part: float) -> float:
        """Return the likeness of two names of which one says a part of what the other says; 0 where it says hardly anything."""
        less = min(ours, theirs, key=lambda entry: self.vocabulary.weight(entry.name.core))
        least, worth = (ONE_INSIDE, ONE_OF_SEVERAL) if less.name.open else (INSIDE, PART)
        return part * worth if part >= least and len(less.name.core) >= SHORTEST else 0.0

    def _score(self, ours: Entry, theirs: Entry, name: float) -> Score | Apart | None:
        """Return the evidence for a pair, None where nothing speaks for it. `name` is 1 for the same name, under 1 for any other."""
        words = conflict(ours.name, theirs.name) or self._other_kinds(ours, theirs, name)
        if words is not None:
            return Apart(name, words) if name >= ALIKE else None
        stated = bool(ours.provisions and theirs.provisions)
        basis = likeness(ours.provisions, theirs.provisions) if stated else None
        if not self._passes(ours, theirs, name, basis):
            return None
        if name < 1.0 and (words := self.vocabulary.kept_apart(ours, theirs)) is not None:
            return Apart(name, words) if name >= ALIKE else None
        total = _total(ours, theirs, name, 0.5 if basis is None else basis)
        return Score(total, total + self._precedence(ours, theirs, name), name, basis)

    def _other_kinds(self, ours: Entry, theirs: Entry, name: float) -> tuple[str, str] | None:
        """Return the categories that make two powers of two entries, where their names do not say themselves that they are one kind."""
        kinds = {ours.category, theirs.category}
        if name == 1.0 or len(kinds) < 2 or not kinds <= DISTINCT or (ours.name.kind and ours.name.kind == theirs.name.kind):
            return None
        return ours.category, theirs.category

    def _precedence(self, ours: Entry, theirs: Entry, name: float) -> float:
        """Return what puts a pair before others: the very name, unless it is general words; words in place of others put it behind."""
        if name == 1.0:
            return SAME_NAME if self.vocabulary.weight(ours.name.core) >= GENERAL else 0.0
        return -OTHER_WORD * min(2, len(replaced(ours.name.core, theirs.name.core)))

    def _passes(self, ours: Entry, theirs: Entry, name: float, basis: float | None) -> bool:
        if name == 1.0:
            return basis is None or basis > 0.2 or ours.field == theirs.field or self.vocabulary.weight(ours.name.core) >= GENERAL
        least = UNFOUNDED if basis is None else FOREIGN
        if basis is not None and basis >= 0.5:
            least = SAME_PROVISIONS if same_basis(ours.provisions, theirs.provisions) else SHARED_PROVISIONS
        if ours.category and theirs.category and ours.category != theirs.category:
            least += 0.1
        return name >= least


def _can_pass(name: float, ours: _Articles, theirs: _Articles) -> bool:
    """Whether a pair can pass, by the likeness of its names and as much of its bases as is seen at a glance.

    Bases without a common article are never alike enough to make up for names that are less so than FOREIGN asks.
    """
    if name >= FOREIGN:
        return True
    if ours.isdisjoint(theirs):
        return name >= UNFOUNDED and not (ours and theirs)
    return name >= SAME_PROVISIONS


def _total(ours: Entry, theirs: Entry, name: float, basis: float) -> float:
    agreeing = 0.02 * (ours.category == theirs.category) + 0.02 * (ours.field == theirs.field)
    return 0.62 * name + 0.33 * basis + agreeing + 0.01 * (ours.level == theirs.level)
