"""The acts that hold the place of a repealed one on a day: a successor may have been repealed in its turn.

《环境噪声污染防治法》 gave way to 《噪声污染防治法》 on 2022-06-05, and that to 《生态环境法典》 on 2026-08-15. An act that lost its
force may not be named as what is to be cited（立法法第六十三条）, so successors are followed to those that have not ended.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from basischeck.statute.index import Index
from basischeck.statute.model import ArticleChange, Change, Statute

_ENDED = "已废止"
_PROPOSED = 0.44
"""Likeness from which what is reached over several acts is proposed, as `successor.PROPOSED` for one."""
_WEIGHTIEST: tuple[Change, ...] = ("split", "merged", "revised")


@dataclass(frozen=True, slots=True)
class Heirs:
    """`living` took the place of an act and have not ended on the day; `ended` stood between them and it."""

    living: tuple[Statute, ...]
    ended: tuple[Statute, ...]


def heirs(index: Index, statute: Statute, day: date) -> Heirs:
    """Return the acts that hold the place of `statute` on `day`; successors that the index has not are left out."""
    living: dict[str, Statute] = {}
    ended: dict[str, Statute] = {}
    waiting = list(statute.successors)
    while waiting:
        name = waiting.pop(0)
        found = index.statute(name)
        if found is None or name == statute.id or name in living or name in ended:
            continue
        if index.status(found, day) == _ENDED:
            ended[name] = found
            waiting += found.successors
        else:
            living[name] = found
    return Heirs(tuple(living.values()), tuple(ended.values()))


def provisions(index: Index, version: str, article: str, day: date) -> Iterator[tuple[str, ArticleChange]]:
    """Yield what an article of a repealed act became in acts that have not ended on `day`: version, change from `article`.

    Each successor is followed through its own revisions up to `day`. The likeness is the least among those of one act, and
    over several acts the product: each is a proposal.
    """
    asked = set()
    waiting: list[tuple[str, str, tuple[Change, ...], float]] = [(version, article, (), 1.0)]
    while waiting:
        here, number, kinds, likeness = waiting.pop(0)
        if (here, number) in asked:
            continue
        asked.add((here, number))
        for successor, move in index.successor(here, number):
            statute = index.statute(successor.partition("@")[0])
            if statute is None or move.new is None:
                continue
            fate = index.change(successor, move.new, day)
            moves = [move, *(one for _, one in fate.steps)]
            reached = fate.steps[-1][0] if fate.steps else successor
            became = (*kinds, *(one.change for one in moves))
            least = likeness * min(one.similarity for one in moves)
            if index.status(statute, day) == _ENDED:
                waiting += [(reached, new, became, least) for new in fate.articles]
            elif not kinds or least >= _PROPOSED:
                yield from ((reached, ArticleChange(article, new, _kind(became, article, new), least)) for new in fate.articles)


def _kind(kinds: Sequence[Change], old: str, new: str) -> Change:
    for kind in _WEIGHTIEST:
        if kind in kinds:
            return kind
    return "same" if old == new else "renumbered"
