"""Provisions worth a look where none is like enough to be proposed: the first three by likeness, each to be checked by people.

A lead is no claim. It is found in three ways that are added up as chances are: the list's quotation is about the same, the
item's name is, or the quotation leads to a provision of the last text held, and that one to the successor. Measured on penal
provisions for which the comparison of the texts names no counterpart, at a likeness of 0.25 to 0.5: of 24 drawn and judged by hand
20 have one, 18 in the first place; of 22 that are no penalties, at 0.3 to 0.5, 14 have one, 10 in the first place and 14 among
the first three. Of 30 drawn afterwards, for which leads were shown, 27 have one, 19 in the first place and 25 among the first
three (benchmarks/judged-leads.tsv).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.citation import Locator
from basischeck.pattern import regex
from basischeck.statute.model import Statute, Version
from basischeck.statute.nearest import Near, Nearest, Passage, passage

SHOWN = 3
_LEAST = {True: 0.25, False: 0.3}
"""Weight from which the first is worth a look: of provisions that impose penalties, which are few in an act, and of others."""
_BESIDE = 0.5
"""Share of the first's weight that the second and third have at least."""
_STONES = 3
_STONE, _TWIN = 0.2, 0.9
"""Weights from and up to which a provision of the last held text leads on; a twin leads where the quotation itself does."""
_ABREAST = 0.7
"""Share of the best stone's weight that the others have at least: what is far behind is about something else."""
_REFUSING = regex(r"(?:拒不|逾期不|逾期未)改正(?:的)?[，,]?或者")


@dataclass(frozen=True, slots=True)
class Lead:
    """A provision to look at: `weight`, 0 to 1, adds up what speaks for it; it is no likelihood of its being the right one."""

    statute: Statute
    version: Version
    locator: Locator
    weight: float


def find_leads(
    nearest: Nearest,
    last: Version | None,
    targets: Sequence[tuple[Statute, Version]],
    quoted: Passage,
    name: str,
    penal: bool,
) -> tuple[Lead, ...]:
    """Return the leads in `targets`, best first and at most three, one an article; empty where none is like enough.

    `last` is the last held text of the cited statute, by way of which it is looked too; `quoted` is what the list quotes,
    `name` the item's name without its frame, empty where it says nothing of the cited provision.
    """
    named = Passage(passage(_REFUSING.sub("", name), None).pairs, quoted.acts) if name else None
    found: list[Lead] = []
    for statute, version in targets:
        best: dict[str | None, Lead] = {}
        for wanted in (quoted, named):
            if wanted is None or not wanted.pairs:
                continue
            for locator, weight in _weighed(nearest, last, version, wanted, penal):
                held = best.get(locator.article)
                if held is None or weight > held.weight:
                    best[locator.article] = Lead(statute, version, locator, round(weight, 3))
        found += best.values()
    found.sort(key=lambda one: -one.weight)
    if not found or found[0].weight < _LEAST[penal]:
        return ()
    return tuple(one for one in found[:SHOWN] if one.weight >= found[0].weight * _BESIDE)


def _weighed(
    nearest: Nearest, last: Version | None, version: Version, wanted: Passage, penal: bool
) -> list[tuple[Locator, float]]:
    """Return the best provision of each article with its weight, what the last held text leads to added."""
    best = {
        one.locator.article: (one.locator, one.weight) for one in by_article(nearest.rank(version.id, wanted, penal))
    }
    stones = (
        by_article(nearest.rank(last.id, wanted, penal))[:_STONES] if last is not None and last.id != version.id else []
    )
    for stone in stones:
        if not _STONE <= stone.weight < _TWIN or stone.weight < stones[0].weight * _ABREAST:
            continue
        for one in by_article(nearest.rank(version.id, Passage((stone.pairs,), frozenset()), penal)):
            locator, weight = best.get(one.locator.article, (one.locator, 0.0))
            best[one.locator.article] = (locator, 1 - (1 - weight) * (1 - stone.weight * one.weight))
    return list(best.values())


def by_article(ranked: Sequence[Near]) -> list[Near]:
    """Return the best provision of each article, best first."""
    found: dict[str | None, Near] = {}
    for one in ranked:
        found.setdefault(one.locator.article, one)
    return list(found.values())
