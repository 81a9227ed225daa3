"""The acts of one statute with their witnesses: which documents tell of which act, and whose text each one is.

Sources give one act different days (adopted, approved, published), one text under two days, or a text without any.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from basischeck.statute.history import Act
from basischeck.statute.witness import COMMENCEMENT_DAYS, Witness, near, shared_words

SAME_ACT_DAYS = 45
"""Two sources that give the same act different days (adopted, published) are at most so many days apart."""

SAME_TEXT_SHARE = 0.85
"""Texts that share so much of their articles' words are taken to be of one version, where no date tells otherwise."""


@dataclass(slots=True)
class Stage:
    """One act with all witnesses of it, while the timeline is being built."""

    act: Act
    told_by: list[Witness] = field(default_factory=list)
    texts: list[Witness] = field(default_factory=list)
    effective: date | None = None
    claims: list[tuple[float, date, str]] = field(default_factory=list)
    notes: list[tuple[str, tuple[tuple[str, str], ...], str]] = field(default_factory=list)


_AMENDED = ("修正", "修订")


def _same_act(one: Act, other: Act) -> bool:
    """Say whether two witnesses tell of the same act."""
    if set(one.days) & set(other.days):
        return True
    return near(one.promulgated, other.promulgated, SAME_ACT_DAYS)


def _merge(one: Act, other: Act) -> Act:
    """Return the fuller of two accounts of one act, with the days of both."""
    rank = [(a.basis.startswith("题注"), a.number is not None, a.decision is not None, len(a.days)) for a in (one, other)]
    best, rest = (one, other) if rank[0] >= rank[1] else (other, one)
    # The order of an amending decision says 公布 of it, and stands in the place of the 题注 in some sources.
    amended = rest.kind if rest.kind in _AMENDED and best.kind not in _AMENDED and rest.basis.startswith("题注") else None
    return replace(
        best,
        kind=amended or best.kind,
        days=tuple(sorted({*best.days, *rest.days})),
        number=best.number or rest.number,
        decision=best.decision or rest.decision,
        effective=best.effective or rest.effective,
        whole=rest.whole if amended else best.whole if best.basis.startswith("题注") else best.whole and rest.whole,
    )


def gather(witnesses: Sequence[Witness]) -> list[Stage]:
    """Gather the acts that all witnesses tell of, oldest first, each once."""
    stages: list[Stage] = []
    for witness in sorted((w for w in witnesses if not w.presumed), key=lambda w: -len(w.acts)):
        taken: set[int] = set()
        for act in witness.acts:
            fitting = [k for k, s in enumerate(stages) if k not in taken and _same_act(s.act, act)]
            if fitting:
                k = min(fitting, key=lambda k: abs((stages[k].act.promulgated - act.promulgated).days))
                stages[k].act = _merge(stages[k].act, act)
            else:
                k = len(stages)
                stages.append(Stage(act))
            taken.add(k)
            stages[k].told_by.append(witness)
            if act is witness.own:
                stages[k].texts.append(witness)
    stages.sort(key=lambda s: s.act.promulgated)
    return stages


def place_presumed(stages: list[Stage], witnesses: Iterable[Witness]) -> None:
    """Give documents that state no more than a day of effect to the held text that they are nearest to.

    A closing article keeps the day of the original act through all amendments, so that day alone places no text.
    """
    for witness in witnesses:
        near_texts = [(shared_words(w.document, witness.document), k) for k, s in enumerate(stages) for w in s.texts]
        share, k = max(near_texts, default=(0.0, -1))
        if share >= SAME_TEXT_SHARE:
            original = stages[k - 1] if k and not stages[k].act.whole else None
            alike = any(len(w.document.articles) == len(witness.document.articles) for w in stages[k].texts)
            if original and not original.texts and not alike and _closes_at(original, witness.acts[-1].promulgated):
                original.texts.append(witness)  # the text before the amendment that took out or put in articles
            else:
                stages[k].texts.append(witness)
            continue
        act = witness.acts[-1]
        known = [s for s in stages if s.act.effective == act.promulgated or _closes_at(s, act.promulgated)]
        if known:
            known[-1].texts.append(witness)
        else:
            stages.append(Stage(act, [witness], [witness]))
            stages.sort(key=lambda s: s.act.promulgated)


def add_originals(stages: list[Stage]) -> None:
    """Put the original act on the timeline where only a closing article, older than all acts that are told of, knows it."""
    for witness in [w for s in stages for w in s.texts]:
        day = witness.closing.day if witness.closing else None
        if day is None or not stages or stages[0].act.days[0] <= day:
            continue
        whence = f"推定：{witness.document.source.name}所载文本的终条施行日期"
        stages.insert(0, Stage(Act(day, "公布", (day,), True, effective=day, basis=whence), [witness]))


def _closes_at(stage: Stage, day: date) -> bool:
    """Say whether a witness of the act has a closing article with that day, which the act itself precedes."""
    waits = 0 <= (day - stage.act.days[0]).days <= COMMENCEMENT_DAYS
    return waits and any(w.closing is not None and w.closing.day == day for w in stage.told_by)


def _fragments(witnesses: Sequence[Witness]) -> set[int]:
    """Return the ids of witnesses whose text breaks off: no closing article, and not half of what another one has."""
    most = max((len(w.document.articles) for w in witnesses), default=0)
    return {id(w) for w in witnesses if w.closing is None and 0 < 2 * len(w.document.articles) < most}


def drop_fragments(stages: list[Stage], witnesses: Sequence[Witness]) -> None:
    """Keep texts that break off as witnesses of their act, not as its text: their skeleton would deny what exists."""
    fragments = _fragments(witnesses)
    for stage in stages:
        broken = [w for w in stage.texts if id(w) in fragments]
        if broken:
            facts = tuple((w.name, f"{len(w.document.articles)}条") for w in broken)
            stage.notes.append(("文本不全", facts, "不作为该版本的文本"))
            stage.texts = [w for w in stage.texts if id(w) not in fragments]


def unite_equal_texts(stages: list[Stage]) -> None:
    """Bring documents of equal words under one act; an act known only from such a document's source goes."""
    homes: dict[str, list[Stage]] = defaultdict(list)
    for stage in stages:
        for witness in stage.texts:
            if stage not in homes[witness.words]:
                homes[witness.words].append(stage)
    for places in homes.values():
        if len(places) < 2:
            continue
        told = [s for s in places if s.act.basis.startswith("题注")]
        keep = told[-1] if told else places[0]
        words = {w.words for w in keep.texts}
        for stage in places:
            if stage is keep:
                continue
            moved = [w for w in stage.texts if w.words in words]
            facts = tuple((w.name, f"{stage.act.promulgated}{stage.act.kind}") for w in moved)
            keep.notes.append(("版本日期", facts, f"文字相同，归于{keep.act.promulgated}{keep.act.kind}的版本"))
            keep.texts.extend(moved)
            stage.texts = [w for w in stage.texts if w.words not in words]
            if not stage.texts and not stage.act.basis.startswith("题注"):
                stages.remove(stage)
