"""The versions of one statute in time, from all documents held of it: promulgated, effective, ended, and whence known.

Dates are taken in this order: the amending decision itself, the closing article, the 题注, a source's own field, and
last the day of promulgation as a presumption that is marked as such (立法法第六十一条: 法律应当明确规定施行日期).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from basischeck.statute.claims import Claim
from basischeck.statute.decisions import Decision
from basischeck.statute.history import Act
from basischeck.statute.model import Document, Version
from basischeck.statute.witness import COMMENCEMENT_DAYS, Witness, near, read_witness, shared_words

SAME_ACT_DAYS = 45
"""Two sources that give the same act different days (adopted, published) are at most so many days apart."""

SAME_TEXT_SHARE = 0.85
"""Texts that share so much of their articles' words are taken to be of one version, where no date tells otherwise."""

DIFFERS = "分歧："
"""Prefix of the keys of `Version.basis` under which the sources' disagreements are kept as facts."""

PRESUMED = "推定：自公布之日起施行"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources that differ about one fact of a version: (source, what it says), and what was decided on what ground."""

    version: str
    subject: str
    facts: tuple[tuple[str, str], ...]
    decided: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time for which no version of a statute is known, half-open; `reason` in Chinese."""

    start: date
    end: date
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The versions of one statute in order of effective date, without overlap.

    `documents` gives for each held version's id its documents, the one that is taken as the text first.
    """

    versions: tuple[Version, ...]
    documents: dict[str, tuple[Document, ...]] = field(default_factory=dict)
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(slots=True)
class _Stage:
    """One act with all witnesses of it, while the timeline is being built."""

    act: Act
    told_by: list[Witness] = field(default_factory=list)
    texts: list[Witness] = field(default_factory=list)
    effective: date | None = None
    claims: list[tuple[float, date, str]] = field(default_factory=list)
    notes: list[tuple[str, tuple[tuple[str, str], ...], str]] = field(default_factory=list)


def _same_act(one: Act, other: Act) -> bool:
    """Say whether two witnesses tell of the same act."""
    if set(one.days) & set(other.days):
        return True
    return near(one.promulgated, other.promulgated, SAME_ACT_DAYS)


def _merge(one: Act, other: Act) -> Act:
    """Return the fuller of two accounts of one act, with the days of both."""
    rank = [(a.basis.startswith("题注"), a.number is not None, a.decision is not None, len(a.days)) for a in (one, other)]
    best, rest = (one, other) if rank[0] >= rank[1] else (other, one)
    return replace(
        best,
        days=tuple(sorted({*best.days, *rest.days})),
        number=best.number or rest.number,
        decision=best.decision or rest.decision,
        effective=best.effective or rest.effective,
        whole=best.whole if best.basis.startswith("题注") else best.whole and rest.whole,
    )


def _stages(witnesses: Sequence[Witness]) -> list[_Stage]:
    """Gather the acts that all witnesses tell of, oldest first, each once."""
    stages: list[_Stage] = []
    for witness in sorted((w for w in witnesses if not w.presumed), key=lambda w: -len(w.acts)):
        taken: set[int] = set()
        for act in witness.acts:
            fitting = [k for k, s in enumerate(stages) if k not in taken and _same_act(s.act, act)]
            if fitting:
                k = min(fitting, key=lambda k: abs((stages[k].act.promulgated - act.promulgated).days))
                stages[k].act = _merge(stages[k].act, act)
            else:
                k = len(stages)
                stages.append(_Stage(act))
            taken.add(k)
            stages[k].told_by.append(witness)
            if act is witness.own:
                stages[k].texts.append(witness)
    stages.sort(key=lambda s: s.act.promulgated)
    return stages


def _place_presumed(stages: list[_Stage], witnesses: Iterable[Witness]) -> None:
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
            stages.append(_Stage(act, [witness], [witness]))
            stages.sort(key=lambda s: s.act.promulgated)


def _add_originals(stages: list[_Stage]) -> None:
    """Put the original act on the timeline where only a closing article, older than all acts that are told of, knows it."""
    for witness in [w for s in stages for w in s.texts]:
        day = witness.closing.day if witness.closing else None
        if day is None or not stages or stages[0].act.days[0] <= day:
            continue
        whence = f"推定：{witness.document.source.name}所载文本的终条施行日期"
        stages.insert(0, _Stage(Act(day, "公布", (day,), True, effective=day, basis=whence), [witness]))


def _closes_at(stage: _Stage, day: date) -> bool:
    """Say whether a witness of the act has a closing article with that day, which the act itself precedes."""
    waits = 0 <= (day - stage.act.days[0]).days <= COMMENCEMENT_DAYS
    return waits and any(w.closing is not None and w.closing.day == day for w in stage.told_by)


def _fragments(witnesses: Sequence[Witness]) -> set[int]:
    """Return the ids of witnesses whose text breaks off: no closing article, and not half of what another one has."""
    most = max((len(w.document.articles) for w in witnesses), default=0)
    return {id(w) for w in witnesses if w.closing is None and 0 < 2 * len(w.document.articles) < most}


def _drop_fragments(stages: list[_Stage], fragments: set[int]) -> None:
    """Keep texts that break off as witnesses of their act, not as its text: their skeleton would deny what exists."""
    for stage in stages:
        broken = [w for w in stage.texts if id(w) in fragments]
        if broken:
            facts = tuple((w.name, f"{len(w.document.articles)}条") for w in broken)
            stage.notes.append(("文本不全", facts, "不作为该版本的文本"))
            stage.texts = [w for w in stage.texts if id(w) not in fragments]


def _unite_equal_texts(stages: list[_Stage]) -> None:
    """Bring documents of equal words under one act; an act known only from such a document's source goes."""
    homes: dict[str, list[_Stage]] = defaultdict(list)
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
    stages[:] = [s for s in stages if s.texts or s.act.basis.startswith("题注")]


def _hear(stages: list[_Stage], claims: Sequence[Claim]) -> None:
    """Take what lists without texts say: days of effect of known acts, and acts that no text tells of."""
    for claim in sorted((c for c in claims if c.promulgated), key=lambda c: c.promulgated or date.min):
        day = claim.promulgated or date.min
        whence = f"来源标注（{claim.source}）"
        fitting = [s for s in stages if any(near(day, d, SAME_ACT_DAYS) for d in s.act.days)]
        fitting = fitting or [s for s in stages if s.act.effective == day or (claim.effective and s.act.promulgated == claim.effective)]
        if not fitting:
            stage = _Stage(Act(day, "修改" if stages else "公布", (day,), whole=not stages, basis=whence))
            stages.append(stage)
            stages.sort(key=lambda s: s.act.promulgated)
            fitting = [stage]
        if claim.effective and 0 <= (claim.effective - fitting[-1].act.days[0]).days <= COMMENCEMENT_DAYS:
            rank = 2.5 if claim.effective > fitting[-1].act.promulgated else 4
            fitting[-1].claims.append((rank, claim.effective, whence))


def _weigh(stages: list[_Stage], decisions: Sequence[Decision]) -> None:
    """Collect what is said of each act's day of effect: (rank, day, whence); a lower rank is better evidence."""
    for k, stage in enumerate(stages):
        act = stage.act
        for decision in decisions:
            if decision.promulgated is None or not any(near(decision.promulgated, d, 10) for d in act.days):
                continue
            if decision.effective:
                stage.claims.append((0, decision.effective, f"《{decision.title}》"))
            kind = act.kind if act.kind in ("修正", "修订") else "修正"
            stage.act = act = replace(act, kind=kind, whole=False, decision=act.decision or decision.title)
        if act.effective:
            stage.claims.append((2, act.effective, "题注"))
        for witness in stage.texts:
            _weigh_closing(stages[: k + 1], witness)
            claimed = witness.document.source.effective
            if claimed is None:
                continue
            if 0 <= (claimed - act.days[0]).days <= COMMENCEMENT_DAYS:
                rank = 2.5 if claimed > act.promulgated else 4
                stage.claims.append((rank, claimed, f"来源标注（{witness.document.source.name}）"))
            else:
                facts = ((witness.name, str(claimed)),)
                stage.notes.append(("施行日期", facts, "早于该次修改，为原法施行日期，不采"))


def _weigh_closing(stages: list[_Stage], witness: Witness) -> None:
    """Give the closing article's day to the act that wrote it: the last whole act not after that day."""
    closing = witness.closing
    if closing is None:
        return
    where = f"第{closing.article}条" if closing.article else "文末"
    whole = [s for s in stages if s.act.whole] or stages[:1]
    if closing.day is None:
        target = whole[-1]
        day = closing.from_promulgation(target.act.promulgated)
        if day:
            # 自公布之日起施行 counts from a publication whose day may not be known; a stated day is better evidence.
            target.claims.append((3, day, f"{where}：{closing.words}"))
        return
    waited = {id(s): (closing.day - s.act.days[0]).days for s in stages}
    fitting = [s for s in whole if 0 <= waited[id(s)] <= COMMENCEMENT_DAYS]
    amending = [s for s in stages if 0 <= waited[id(s)] <= COMMENCEMENT_DAYS]
    # A decision, too, may give the closing article a new day: so it is where the last whole act would have waited long.
    if amending and (not fitting or (waited[id(fitting[-1])] > 400 and waited[id(amending[-1])] < 200)):
        fitting = amending
    if fitting:
        fitting[-1].claims.append((1, closing.day, where))


def _settle(stages: list[_Stage]) -> dict[int, str]:
    """Decide each act's day of effect; return whence each is known, by position."""
    basis: dict[int, str] = {}
    for k, stage in enumerate(stages):
        if k and stage.act.basis.startswith("来源") and stage.act.kind == "公布":
            # Only a source's date tells of this act; a closing article of its own shows that the whole text was remade.
            remade = any(rank == 1 for rank, _, _ in stage.claims)
            stage.act = replace(stage.act, kind="修订" if remade else "修改")
        if not stage.claims:
            stage.effective, basis[k] = stage.act.promulgated, PRESUMED
            continue
        rank = min(c[0] for c in stage.claims)
        votes = Counter(c[1] for c in stage.claims if c[0] == rank)
        day = max(votes, key=lambda d: (votes[d], d))
        stage.effective = day
        basis[k] = next(c[2] for c in stage.claims if c[0] == rank and c[1] == day)
        others = {(whence, str(d)) for _, d, whence in stage.claims if d != day}
        if others:
            stage.notes.append(("施行日期", tuple(sorted(others)), f"{day}（{basis[k]}）"))
    for k in range(1, len(stages)):
        before, here = stages[k - 1].effective, stages[k].effective
        if before and here and here < before and basis[k] == PRESUMED:
            # Amended before it took effect: the amended text takes effect with the act.
            stages[k].effective, basis[k] = before, "推定：随原法施行"
    return basis


def _text_of(stage: _Stage) -> list[Witness]:
    """Return the witnesses of a held text, the one to take as the text first: the most agreed on, the least faulty."""
    votes = Counter(words for words, _ in {(w.words, w.document.source.name) for w in stage.texts})
    return sorted(
        stage.texts,
        key=lambda w: (w.presumed, len(w.document.faults) > 0, -votes[w.words], -len(w.document.articles), w.name),
    )


def build_timeline(
    documents: Iterable[Document],
    decisions: Sequence[Decision] = (),
    statute: str = "",
    claims: Sequence[Claim] = (),
) -> Timeline:
    """Return the timeline of the statute whose documents are given.

    `decisions` are the amending decisions held on this statute, `claims` what lists without texts say of it; `statute`
    is its id, the first half of the versions' ids.
    Documents that give no day at all make one version without dates.
    """
    witnesses = [read_witness(d) for d in documents]
    stages = _stages([w for w in witnesses if w.own])
    _place_presumed(stages, [w for w in witnesses if w.presumed])
    _drop_fragments(stages, _fragments(witnesses))
    _unite_equal_texts(stages)
    undated = [w for w in witnesses if w.own is None]
    _hear(stages, claims)
    _add_originals(stages)
    if undated and not any(s.texts for s in stages) and len(stages) == 1:
        stages[0].texts, undated = undated, []
    _weigh(stages, decisions)
    basis = _settle(stages)
    order = sorted(range(len(stages)), key=lambda k: (stages[k].effective or date.min, k))
    versions: list[Version] = []
    held: dict[str, tuple[Document, ...]] = {}
    disagreements: list[Disagreement] = []
    for n, k in enumerate(order):
        following = stages[order[n + 1]] if n + 1 < len(order) else None
        version, documents_held, notes = _version(stages[k], basis[k], following, statute, {v.id for v in versions})
        versions.append(version)
        disagreements.extend(notes)
        if documents_held:
            held[version.id] = documents_held
    _add_undated(undated, versions, held, statute)
    return Timeline(tuple(versions), held, tuple(disagreements))


def _version(
    stage: _Stage, whence: str, following: _Stage | None, statute: str, taken: set[str]
) -> tuple[Version, tuple[Document, ...], list[Disagreement]]:
    """Return the version that an act begins, its documents, and what its sources differ about."""
    act, texts = stage.act, _text_of(stage)
    name = f"{statute}@{stage.effective}"
    while name in taken:
        name += "+"
    presumed = act.basis.startswith("推定")
    said = {"promulgated": "" if presumed else act.basis, "effective": whence}
    if following is not None:
        said["ended"] = f"{following.act.promulgated}{following.act.kind}的文本施行"
    main = texts[0].document if texts else None
    version = Version(
        id=name,
        promulgated=None if presumed else act.promulgated,
        effective=stage.effective,
        ended=following.effective if following else None,
        kind=act.kind,
        document_number=act.number,
        articles=len(main.articles) if main else 0,
        held=main is not None,
        sources=tuple(dict.fromkeys(w.name for w in texts or stage.told_by[:1])),
        basis={k: v for k, v in said.items() if v},
    )
    notes = [Disagreement(name, subject, facts, decided) for subject, facts, decided in stage.notes]
    differing = [w for w in texts if w.words != texts[0].words]
    if differing:
        facts = tuple((w.name, f"{len(w.document.articles)}条") for w in (texts[0], *differing))
        notes.append(Disagreement(name, "文字", facts, f"以{texts[0].document.source.name}的文本为准"))
    if notes:
        version = replace(version, basis={**version.basis, **{f"{DIFFERS}{n.subject}": _told(n) for n in notes}})
    return version, tuple(w.document for w in texts), notes


def _told(note: Disagreement) -> str:
    """Write a disagreement as evidence: who says what, and what was decided."""
    return "；".join(f"{who.partition(':')[0]} 作 {what}" for who, what in note.facts) + f"；{note.decided.partition(':')[0]}"


def _add_undated(
    undated: Sequence[Witness], versions: list[Version], held: dict[str, tuple[Document, ...]], statute: str
) -> None:
    """Join undated documents to the version of like words, or make one version without dates of them."""
    share = 0.5 if any(v.effective for v in versions) else SAME_TEXT_SHARE
    for witness in undated:
        for version in versions:
            documents = held.get(version.id, ())
            if any(shared_words(d, witness.document) >= share for d in documents):
                held[version.id] = (*documents, witness.document)
                break
        else:
            name = f"{statute}@"
            if name not in held:
                articles = len(witness.document.articles)
                versions.insert(0, Version(name, None, None, None, "公布", None, articles, True, (witness.name,)))
            held[name] = (*held.get(name, ()), witness.document)
