"""The versions of one statute in time, from all documents held of it: promulgated, effective, ended, and whence known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from basischeck.statute.claims import Claim
from basischeck.statute.commencement import PRESUMED, hear, settle, weigh
from basischeck.statute.decisions import Decision
from basischeck.statute.model import Document, Version
from basischeck.statute.stage import (
    SAME_TEXT_SHARE,
    Stage,
    add_originals,
    drop_fragments,
    gather,
    place_presumed,
    unite_equal_texts,
)
from basischeck.statute.witness import Witness, read_witness, shared_words

__all__ = ["DIFFERS", "PRESUMED", "Disagreement", "Gap", "Timeline", "build_timeline"]

DIFFERS = "分歧："
"""Prefix of the keys of `Version.basis` under which the sources' disagreements are kept as facts."""

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


def _text_of(stage: Stage) -> list[Witness]:
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
    stages = gather([w for w in witnesses if w.own])
    place_presumed(stages, [w for w in witnesses if w.presumed])
    drop_fragments(stages, witnesses)
    unite_equal_texts(stages)
    undated = [w for w in witnesses if w.own is None]
    hear(stages, claims)
    add_originals(stages)
    if undated and not any(s.texts for s in stages) and len(stages) == 1:
        stages[0].texts, undated = undated, []
    weigh(stages, decisions)
    basis = settle(stages)
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
    stage: Stage, whence: str, following: Stage | None, statute: str, taken: set[str]
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
