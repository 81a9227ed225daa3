"""A list against the powers of the statutes of its field: what no item claims, and what items claim without such a power."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from basischeck.catalog.model import ListFile
from basischeck.citation import NameSet
from basischeck.compare.basis import basis_texts
from basischeck.coverage.claims import Claims, read_claims
from basischeck.coverage.doubts import Reasons, unsettled
from basischeck.coverage.fields import fields_of_department
from basischeck.coverage.here import Here
from basischeck.coverage.level import level_of_list
from basischeck.coverage.model import JUDGED, Coverage, HeldPower, StatuteCount
from basischeck.coverage.newer import law_with_chapter, newer_law
from basischeck.coverage.sea import articles_of_the_sea, is_inland, is_of_the_sea_alone
from basischeck.coverage.standing import Asked, standings
from basischeck.coverage.unfounded import unfounded_items
from basischeck.coverage.units import Surroundings, separate
from basischeck.facts import build_facts
from basischeck.facts.territory import region_of
from basischeck.statute import Index
from basischeck.statute.model import Statute
from basischeck.statute.powers.model import CATEGORIES, Power, PowerCategory


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: the statutes by title (those that the list cites where none is named), the level, the region.

    `holders` are the department's own names in statutes; where none is given, its field is told by its name.
    """

    titles: tuple[str, ...] = ()
    level: str | None = None
    region: str | None = None
    holders: tuple[str, ...] = ()


def find_coverage(
    lists: Sequence[ListFile], index: Index, as_of: date, wanted: Wanted, names: NameSet | None = None
) -> Coverage:
    """Hold the lists together against the powers in force on `as_of`. Raises LookupError with a Chinese message for a title that the index has not."""
    facts = build_facts(lists, index, as_of, region=wanted.region, names=names)
    claims = read_claims(facts, index, as_of)
    stated = next((read.region for read in lists if read.region), None)
    level = wanted.level or level_of_list(wanted.region or stated, facts.items)
    region = wanted.region or region_of(stated or "", (basis.text for item in facts.items for basis in item.bases))
    statutes = _named(index, wanted) if wanted.titles else _cited(index, claims)
    fields: set[str] = set()
    for name in wanted.holders or dict.fromkeys(item.department for item in facts.items):
        fields |= fields_of_department(name) or ({name} if name in wanted.holders else set())
    powers: list[HeldPower] = []
    for statute in statutes:
        version = statute.in_force(as_of)
        if version is None or not version.held:
            claims.unread.setdefault(statute.title, "索引没有现行条文")
        powers.extend(_of_statute(statute, claims, Asked(frozenset(fields), level, region), index, as_of))
    for name in wanted.holders:
        if not fields_of_department(name) and not any(name in one.holders for one in powers):
            raise LookupError(f"这些法规没有把职权授予“{name}”。请写法规中的名称，如 药品监督管理部门。")
    powers = list(unsettled(powers, frozenset(fields)))
    unfounded, unjudged = unfounded_items(claims, index, as_of)
    unread = claims.unread
    if wanted.titles:
        # Who asks for some acts is not told of the others.
        asked = tuple(f"《{statute.title}》" for statute in statutes)
        unread = {title: reason for title, reason in unread.items() if f"《{title}》" in asked}
        unfounded = tuple(one for one in unfounded if any(citation.startswith(asked) for citation in one.citations))
        unjudged = 0
    return Coverage(
        as_of,
        tuple(read.file for read in lists),
        tuple(sorted(fields)),
        level,
        tuple(powers),
        unfounded,
        tuple(_counts(powers)),
        tuple(sorted(unread.items())),
        len(facts.items),
        unjudged,
        sum(not basis_texts(item) for item in facts.items),
    )


def _named(index: Index, wanted: Wanted) -> list[Statute]:
    found = []
    for title in wanted.titles:
        statute = index.find(title.strip("《》"), region=wanted.region)
        if statute is None:
            near = index.suggest(title, wanted.region)
            raise LookupError(f"索引中没有《{title}》" + (f"，是否指《{near}》？" if near else "。"))
        found.append(statute)
    return found


def _cited(index: Index, claims: Claims) -> list[Statute]:
    """Return the statutes that the list rests on, by title."""
    found = [statute for name in claims.by_statute if (statute := index.statute(name)) is not None]
    return sorted(found, key=lambda statute: statute.title)


def _of_statute(statute: Statute, claims: Claims, asked: Asked, index: Index, as_of: date) -> list[HeldPower]:
    version = statute.in_force(as_of)
    here = Here(claims, statute, version, index)
    found = list(standings(statute, _powers(statute, index, as_of), here, asked))
    skeleton = index.skeleton(version.id) if version is not None and version.held else None
    parents = tuple(
        parent
        for name in statute.parents
        if (parent := index.statute(name)) is not None and _implements(statute, parent)
    )
    above = frozenset(
        one.power.category
        for parent in parents
        for one in standings(
            parent, _powers(parent, index, as_of), Here(claims, parent, parent.in_force(as_of), index), asked
        )
        if one.state in JUDGED
    )
    near = [act for name in (*statute.parents, *claims.by_statute) if (act := index.statute(name)) is not None]
    reasons = Reasons(
        unsure=here.doubt,
        beside=here.beside,
        worded=here.worded,
        misnumbered=here.misnumbered,
        newer=newer_law(statute, near, as_of),
        chapter_in=law_with_chapter(statute, near, index, as_of),
        inland=is_inland(asked.region),
        of_the_sea=is_of_the_sea_alone(statute.title, asked.region),
        at_sea=articles_of_the_sea(skeleton, asked.region),
        levelled=asked.level is not None,
    )
    around = Surroundings(statute, skeleton, parents, above, reasons)
    return separate(found, around, claims.items)


def _powers(statute: Statute, index: Index, as_of: date) -> Sequence[Power]:
    version = statute.in_force(as_of)
    return index.powers(version.id) if version is not None and version.held else ()


def _implements(statute: Statute, parent: Statute) -> bool:
    """Say whether an act details another one: a rule does what its parent says, a regulation where it is called 实施条例、实施细则 of it."""
    if statute.level not in ("法律", "行政法规", "地方性法规"):
        return True
    return parent.title.removeprefix("中华人民共和国") in statute.title


def _counts(powers: Iterable[HeldPower]) -> Iterable[StatuteCount]:
    by_statute: dict[tuple[str, str], dict[PowerCategory, list[int]]] = defaultdict(dict)
    for one in powers:
        if one.state in JUDGED and one.theirs:
            count = by_statute[one.statute, one.title].setdefault(one.power.category, [0, 0])
            count[0] += one.state == "已列"
            count[1] += 1
    for (statute, title), counts in by_statute.items():
        ordered: dict[PowerCategory, tuple[int, int]] = {
            c: (counts[c][0], counts[c][1]) for c in CATEGORIES if c in counts
        }
        yield StatuteCount(statute, title, ordered)
