"""How a statute ends: repealed by the text of another act, replaced by a new act of its own title, or marked so by a source.

An act repeals with effect from its own commencement (立法法第七十条 speaks of 新法施行、旧法废止 in one closing article).
A repeal ends what had been made before it; an act of the same title made afterwards lives on.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from basischeck.statute.claims import Claim
from basischeck.statute.days import write_day
from basischeck.statute.history import Act, find_commencement
from basischeck.statute.model import Document, Repeal, Version
from basischeck.statute.relations import Relation
from basischeck.statute.timeline import Disagreement, Gap, Timeline
from basischeck.statute.witness import Witness, claimed_day


@dataclass(frozen=True, slots=True)
class Ending:
    """One statement that a statute ended; `same_title` where the act that says so bears the same title."""

    repeal: Repeal
    relation: Relation
    same_title: bool = False


def repeal_day(witness: Witness, relation: Relation, told: Sequence[Act] = ()) -> date | None:
    """Return the day from which a repeal has effect: its own, that of its article, or that of the act.

    `told` are the acts that the 题注 of any text of the repealing statute tells of: 自公布之日 counts from the last whole
    one up to the witness's own, which the witness itself may not know of.
    """
    if relation.day:
        return relation.day
    for article in witness.document.articles:
        if article.number == relation.article:
            words = "\n".join(p.text for p in article.paragraphs)
            commencement = find_commencement(words, article.number)
            if commencement and commencement.day:
                return commencement.day
    acts = [a for a in told if not witness.own or a.promulgated <= witness.own.promulgated] or list(witness.acts)
    whole = [a for a in acts if a.whole] or acts[:1]
    if witness.closing:
        return witness.closing.from_promulgation(whole[-1].promulgated if whole else None)
    if whole:
        return whole[-1].effective or whole[-1].promulgated
    return claimed_day(witness.document)


def source_day(name: str) -> date | None:
    """Return the day to which a source is current, as far as its name says so: lawrefbook-2025-04.

    Where the name gives the month alone it is the first: what a source had marked by then it may have marked sooner.
    """
    match = re.search(r"(\d{4})-(\d{2})(?:-(\d{2}))?", name)
    if match is None:
        return None
    return date(int(match[1]), int(match[2]), int(match[3] or 1))


def _cut(versions: Sequence[Version], day: date, why: str) -> list[Version]:
    """End the versions that would outlast `day`; one that would begin on or after it stays as it is."""
    cut: list[Version] = []
    for version in versions:
        begins = version.effective or version.promulgated
        if (begins is None or begins < day) and (version.ended is None or version.ended > day):
            version = replace(version, ended=day, basis={**version.basis, "ended": why})
        cut.append(version)
    return cut


def _why(repeal: Repeal) -> str:
    """Return the ground of an end in words."""
    return f"《{repeal.title}》" + (f"第{repeal.article}条" if repeal.article else "")


def _apply(timeline: Timeline, ending: Ending) -> tuple[Timeline, bool]:
    """Apply one textual repeal; say whether the whole statute ended by it."""
    repeal = ending.repeal
    day = repeal.date
    if day is None:
        return timeline, not ending.same_title and not timeline.versions
    versions = _with_predecessor(timeline.versions, ending, day)
    later = [v for v in versions if _outlives(v, ending, day)]
    if ending.same_title and not later:
        return replace(timeline, versions=tuple(versions)), False
    if later and later[0].kind in ("修正", "修改") and not ending.same_title:
        facts = ((_why(repeal), f"{day}废止"), ("时间线", f"{later[0].promulgated}{later[0].kind}"))
        note = Disagreement(later[0].id, "废止", facts, "其后仍有修改，按未废止处理")
        return replace(timeline, disagreements=(*timeline.disagreements, note)), False
    ended = _cut([v for v in versions if v not in later], day, _why(repeal))
    gaps = timeline.gaps
    if later and later[0].effective and later[0].effective > day:
        gaps = (*gaps, Gap(day, later[0].effective, f"已由{_why(repeal)}废止，同名法规{write_day(later[0].effective)}起施行"))
    return replace(timeline, versions=(*ended, *later), gaps=gaps), not later


def _outlives(version: Version, ending: Ending, day: date) -> bool:
    """Say whether a version was made after the repealed act: on or after its end, or as the repealing act itself."""
    made = version.promulgated or version.effective
    if made is None or made == ending.relation.issued:
        return False
    return made >= day or (ending.same_title and version.effective is not None and version.effective >= day)


def _made(version: Version) -> date | None:
    """Return the day a version was made, as far as known."""
    return version.promulgated or version.effective


def _with_predecessor(versions: Sequence[Version], ending: Ending, day: date) -> list[Version]:
    """Put the repealed act on the timeline where only the repeal knows of it (its day and number)."""
    issued = ending.relation.issued
    if issued is None or issued >= day:
        return list(versions)
    known = [m for v in versions if (m := _made(v)) is not None]
    if any(m <= issued + timedelta(days=400) for m in known):
        return list(versions)
    first = versions[0].id.split("@")[0] if versions else ""
    where = _why(ending.repeal)
    old = Version(
        id=f"{first}@{issued}",
        promulgated=issued,
        effective=issued,
        ended=day,
        kind="公布",
        document_number=ending.relation.number,
        articles=0,
        held=False,
        sources=(ending.repeal.source,),
        basis={"promulgated": where, "effective": "推定：自公布之日起施行", "ended": where},
    )
    return [old, *versions]


def _current_day(name: str, current: Mapping[str, date]) -> date | None:
    """Return the day to which a source is current: as given, or as its name says, whichever is later."""
    return max((d for d in (current.get(name), source_day(name)) if d), default=None)


def _marked(
    timeline: Timeline, current: Mapping[str, date], heard: Sequence[Claim]
) -> tuple[bool, date, str] | None:
    """Return what the source current to the latest day says of the statute: expired or not, since when at the latest."""
    claims: list[tuple[date, bool, str]] = []
    for n, version in enumerate(timeline.versions):
        for document in timeline.documents.get(version.id, ()):
            expired, name = document.source.expired, document.source.name
            day = _current_day(name, current)
            if expired is None or day is None:
                continue
            following = timeline.versions[n + 1] if n + 1 < len(timeline.versions) else None
            if expired and following and following.effective and following.effective <= day:
                continue  # the mark is on a superseded text, not on the statute
            claims.append((day, expired, name))
    alive = {c.source for c in heard if c.expired is False}
    for claim in heard:
        day = _current_day(claim.source, current)
        if claim.expired is not None and day and (not claim.expired or claim.source not in alive):
            claims.append((day, claim.expired, claim.source))
    ended = [c for c in claims if c[1]]
    if not ended:
        return (False, max(claims)[0], max(claims)[2]) if claims else None
    # What is not marked may only not have been noticed: a mark counts until a source of a year later leaves it out.
    denied = [c for c in claims if not c[1] and (c[0] - max(ended)[0]).days > 300]
    if denied:
        return False, max(denied)[0], max(denied)[2]
    day, _, name = min(ended)
    return True, day, name


def end(
    timeline: Timeline,
    endings: Sequence[Ending],
    current: Mapping[str, date] | None = None,
    heard: Sequence[Claim] = (),
) -> tuple[Timeline, tuple[Repeal, ...]]:
    """Apply what texts and sources say of a statute's end; return the timeline and the repeals that ended the statute.

    `current` gives the day to which each source, by name, is current, `heard` what lists without texts say of it.
    Repeals of a part are not passed in.
    """
    repeals: list[Repeal] = []
    for ending in sorted(endings, key=lambda e: e.repeal.date or date.max):
        timeline, whole = _apply(timeline, ending)
        if whole:
            repeals.append(ending.repeal)
    mark = _marked(timeline, current or {}, heard)
    last = timeline.versions[-1] if timeline.versions else None
    if mark and last and mark[0] and (last.ended is None or not repeals):
        _, day, name = mark
        why = f"来源标注已失效（{name}），失效日期不晚于{write_day(day)}"
        timeline = replace(timeline, versions=tuple(_cut(timeline.versions, day, why)))
        repeals.append(Repeal("", None, None, why))
    elif mark and repeals and not mark[0] and repeals[0].date and repeals[0].date <= mark[1]:
        facts = ((mark[2], "未标注失效"), (_why(repeals[0]), f"{repeals[0].date}废止"))
        note = Disagreement(last.id if last else "", "废止", facts, "以废止条文为准")
        timeline = replace(timeline, disagreements=(*timeline.disagreements, note))
    return timeline, tuple(repeals)


def unheld(title: str, statute: str, endings: Sequence[Ending]) -> tuple[Timeline, tuple[Repeal, ...]]:
    """Return the life of a statute that is known only because another act repeals it."""
    dated = sorted(endings, key=lambda e: e.repeal.date or date.max)
    issued = min((e.relation.issued for e in dated if e.relation.issued), default=None)
    last = dated[-1].repeal
    number = next((e.relation.number for e in dated if e.relation.number), None)
    basis = {"ended": _why(last)} | ({"promulgated": _why(last), "effective": "推定：自公布之日起施行"} if issued else {})
    sources = tuple(dict.fromkeys(e.repeal.source for e in dated))
    version = Version(f"{statute}@{issued or ''}", issued, issued, last.date, "公布", number, 0, False, sources, basis)
    return Timeline((version,)), tuple(dict.fromkeys(e.repeal for e in dated))


def document_name(document: Document) -> str:
    """Return a document's source and place as evidence is cited."""
    return f"{document.source.name}:{document.source.path}"
