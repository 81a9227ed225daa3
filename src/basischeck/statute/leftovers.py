"""Articles that the chain leaves over: taken in by others, split, followed by their 款, told by their subject or place."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from basischeck.statute.alignment import Alignment
from basischeck.statute.chain import Pair
from basischeck.statute.likeness import Topics, triples, weigh
from basischeck.statute.wording import clauses, paragraph_words

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


def find_swallowed(state: Alignment) -> None:
    """Find articles that another article took in: their words are new in it, though it has a counterpart already."""
    for i in range(len(state.old)):
        if state.settled(i) or len(state.old_words[i]) < 24:
            continue
        beside = {state.pair_of_old.get(i - 1), state.pair_of_old.get(i + 1)}
        for j, held in state.into.containing(state.old_words[i], 4):
            least = SWALLOWED_BESIDE if j in beside else SWALLOWED
            if held < least or j in state.fresh:
                continue
            if _newly_held(state, i, j) >= (least if least == SWALLOWED else NEW_BESIDE):
                if j not in state.pair_of_new and j not in {n for _, n in state.more}:
                    state.join(i, j)
                else:
                    state.more[i, j] = "merged"
                break


def _newly_held(state: Alignment, i: int, j: int) -> float:
    """Return the share of old article `i` that new article `j` holds and its own counterpart did not have."""
    own, kept = triples(state.old_words[i]), state.pair_of_new.get(j)
    before = triples(state.old_words[kept]) if kept is not None else set()
    return state.into.share((own & triples(state.new_words[j])) - before, own)


def find_parts(state: Alignment) -> None:
    """Find clauses that went to another article than their own article's counterpart: splits and mergers."""
    clause_list = [(c, j) for j, a in enumerate(state.new) for c in clauses(a, 8)]
    texts = [c for c, _ in clause_list]
    if not texts:
        return
    stated_olds = {i for i, _ in state.fixed}
    for i in range(len(state.old)):
        home = state.pair_of_old.get(i)
        if i in state.gone or i in stated_olds or (home is not None and state.likeness(i, home) > 0.93):
            continue
        went = _clauses_elsewhere(state, i, home, clause_list, texts)
        for j, length in went.items():
            smaller = min(len(state.old_words[i]), len(state.new_words[j]))
            if j in state.fresh or length < PART_LENGTH or length < PART_SHARE * smaller:
                continue
            _add_part(state, i, j)


def _clauses_elsewhere(state: Alignment, i: int, home: int | None, clause_list: Sequence[tuple[str, int]], texts: Sequence[str]
) -> dict[int, int]:
    """Return, by new article, how many characters of old article `i` have their best counterpart there."""
    home_words = [c for c, j in clause_list if j == home]
    went: dict[int, int] = defaultdict(int)
    for clause in clauses(state.old[i], 8):
        here = process.extractOne(clause, home_words, scorer=fuzz.ratio, processor=None) if home_words else None
        if here and here[1] >= 60:
            continue
        hit = process.extractOne(clause, texts, scorer=fuzz.ratio, processor=None, score_cutoff=100 * PART_CUTOFF)
        if hit is None:
            continue
        j = clause_list[hit[2]][1]
        kept = state.pair_of_new.get(j)
        # A phrase that the article at j had before is no newcomer there.
        if kept is not None and any(fuzz.ratio(clause, c) >= 100 * PART_CUTOFF for c in clauses(state.old[kept], 8)):
            continue
        if j != home:
            went[j] += len(clause)
    return went


def _add_part(state: Alignment, i: int, j: int) -> None:
    """Record that part of old article `i` is now in new article `j`."""
    home, other = state.pair_of_old.get(i), state.pair_of_new.get(j)
    if home is None and other is None:
        state.join(i, j)
    else:
        state.more[i, j] = "merged" if home is None else "split"


def find_paragraphs(state: Alignment) -> None:
    """Follow each 款 of an article that found no place as a whole, or kept little of itself where it is."""
    new_paragraphs = [[paragraph_words(p) for p in a.paragraphs] for a in state.new]
    for i, article in enumerate(state.old):
        home = state.pair_of_old.get(i)
        fixed = i in state.gone or any(k == i for k, _ in state.fixed)
        if fixed or (home is not None and (state.likeness(i, home) > 0.6 or len(article.paragraphs) < 2)):
            continue
        for words in map(paragraph_words, article.paragraphs):
            if len(words) < SHORTEST_PARAGRAPH:
                continue
            own = triples(words)
            if home is not None and state.into.share(own & triples(state.new_words[home]), own) > 0.35:
                continue
            j = _place_of(state, words, own, new_paragraphs)
            if j is not None and j != state.pair_of_old.get(i):
                _add_part(state, i, j)


def _place_of(state: Alignment, words: str, own: set[str], paragraphs: Sequence[Sequence[str]]) -> int | None:
    """Return the new article that has a 款 like `words`, which its counterpart in the old text did not have."""
    for j, held in state.into.containing(words, 3):
        ratio = max((fuzz.ratio(words, p) / 100 for p in paragraphs[j]), default=0.0)
        if j in state.fresh or weigh(ratio, held) < PARAGRAPH_CUTOFF:
            continue
        kept = state.pair_of_new.get(j)
        before = triples(state.old_words[kept]) if kept is not None else set()
        if state.into.share((own & triples(state.new_words[j])) - before, own) >= 0.3:
            return j
    return None


def find_remnants(state: Alignment) -> None:
    """Pair articles left over on both sides that are about the same thing, each the other's nearest."""
    olds = [i for i in range(len(state.old)) if not state.settled(i)]
    news = [j for j in range(len(state.new)) if j not in state.pair_of_new and j not in state.fresh]
    if not olds or not news:
        return
    topics = Topics([*state.old_words, *state.new_words])
    # Penalties are all alike in their wording, and are never what a duty became.
    fines = [i for i in olds if "罚款" in state.old_words[i]], [j for j in news if "罚款" in state.new_words[j]]
    alike = ((i, j) for i in olds for j in news if (i in fines[0]) == (j in fines[1]))
    pairs = [Pair(i, j, topics.cosine(i, len(state.old) + j)) for i, j in alike]
    best_old: dict[int, float] = defaultdict(float)
    best_new: dict[int, float] = defaultdict(float)
    for pair in pairs:
        best_old[pair.old] = max(best_old[pair.old], pair.score)
        best_new[pair.new] = max(best_new[pair.new], pair.score)
    gaps = {i: state.gap(i) for i in olds}
    for pair in pairs:
        low, high = gaps[pair.old]
        least = TOPIC_PENALTY if pair.old in fines[0] else TOPIC
        least += 0.0 if low < pair.new < high else TOPIC_OUT_OF_PLACE
        if pair.score >= max(least, best_old[pair.old], best_new[pair.new]):
            state.join(pair.old, pair.new)


def find_places(state: Alignment) -> None:
    """Pair the one article left over on either side of a gap: what stands in its place is its new wording."""
    ends = (len(state.old) - 1, len(state.new) - 1)
    merged_olds, merged_news = {i for i, _ in state.more}, {j for _, j in state.more}
    for i in range(len(state.old)):
        before = state.pair_of_old.get(i - 1, -1 if i == 0 else None)
        if before is None or i in state.pair_of_old or i in state.gone | merged_olds:
            continue
        j = before + 1
        closes = state.pair_of_old.get(i + 1) == j + 1 or (i, j) == ends
        if not closes or j > ends[1] or j in state.pair_of_new or j in state.fresh | merged_news:
            continue
        if (i, j) == ends or state.likeness(i, j) >= PLACE_CUTOFF:
            state.join(i, j)
