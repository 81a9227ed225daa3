"""The lives of all statutes together: timelines, and what acts say of one another.

A statute may be known only because another act repeals it (婚姻法, by 民法典第一千二百六十条); it has a life as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from basischeck.statute.align import Stated, align_versions
from basischeck.statute.claims import Claim
from basischeck.statute.decisions import Decision, read_decision
from basischeck.statute.ending import Ending, document_name, end, repeal_day, unheld
from basischeck.statute.history import Act
from basischeck.statute.model import ArticleChange, Document, Repeal, Version
from basischeck.statute.relations import Relation, read_relations
from basischeck.statute.timeline import Timeline, build_timeline
from basischeck.statute.witness import Witness, near, read_witness

Resolve = Callable[[str, Document], str]
"""From a title as an act writes it, and the act, to the id of the statute; an id outside the groups is one not held."""


@dataclass(slots=True)
class Life:
    """All that is known of one statute's life. `title` is as a referring act writes it where no text is held.

    `partial` are repeals of a part only (part in words, repeal); `former` earlier titles; `parents` and `successors` ids.
    """

    statute: str
    title: str
    timeline: Timeline
    repealed_by: tuple[Repeal, ...] = ()
    successors: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    partial: tuple[tuple[str, Repeal], ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(slots=True)
class _Said:
    """What documents say of one statute, gathered before its life is built."""

    endings: list[tuple[Ending, str]] = field(default_factory=list)
    partial: list[tuple[str, Repeal]] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    title: str = ""


def _is_decision_only(document: Document) -> bool:
    """Say whether a repealing act is no successor: a decision or notice that repeals and puts nothing in its place."""
    return "废止" in document.title or (document.title.endswith("决定") and "修改" in document.title)


def _gather(groups: Mapping[str, Sequence[Document]], resolve: Resolve) -> dict[str, _Said]:
    """Read the relations of all documents, by the statute they concern."""
    said: dict[str, _Said] = defaultdict(_Said)
    for statute, documents in groups.items():
        told: list[Act] | None = None
        for document in documents:
            witness: Witness | None = None
            for relation in read_relations(document):
                target = resolve(relation.title, document)
                if relation.kind == "依据":
                    if target != statute and target not in said[statute].parents:
                        said[statute].parents.append(target)
                elif relation.kind == "原称":
                    if relation.title not in said[statute].former:
                        said[statute].former.append(relation.title)
                else:
                    witness = witness or read_witness(document)
                    told = told if told is not None else _told(documents)
                    _note_repeal(said[target], relation, witness, told, same_title=statute == target, by=statute)
    return said


def _told(documents: Sequence[Document]) -> list[Act]:
    """Return the acts that the 题注 of any of a statute's documents tells of, oldest first."""
    acts = {a.promulgated: a for d in documents for a in read_witness(d).acts if a.basis.startswith("题注")}
    return [acts[day] for day in sorted(acts)]


def _note_repeal(
    said: _Said, relation: Relation, witness: Witness, told: Sequence[Act], *, same_title: bool, by: str
) -> None:
    """Note one repeal; the same statement from several texts of the repealing act counts once."""
    document = witness.document
    repeal = Repeal(document.title, relation.article, repeal_day(witness, relation, told), document_name(document))
    if relation.part is not None:
        if not any(part == relation.part for part, _ in said.partial):
            said.partial.append((relation.part, repeal))
        return
    said.title = said.title or relation.title
    if not any(e.repeal.date == repeal.date and e.repeal.title == repeal.title for e, _ in said.endings):
        said.endings.append((Ending(repeal, relation, same_title), "" if _is_decision_only(document) else by))


def read_lives(
    groups: Mapping[str, Sequence[Document]],
    resolve: Resolve,
    current: Mapping[str, date] | None = None,
    claims: Mapping[str, Sequence[Claim]] | None = None,
) -> dict[str, Life]:
    """Return the life of every statute of `groups` (id → its documents) and of those known only by repeal.

    `current` gives the day to which each source, by name, is current, where its name does not tell; `claims` what lists
    without texts say, by id.
    """
    claims = claims or {}
    decisions: dict[str, list[Decision]] = defaultdict(list)
    for documents in groups.values():
        for document in documents:
            decision = read_decision(document)
            if decision is None:
                continue
            for title in decision.targets:
                alone = replace(decision, targets=(title,), changes={title: decision.changes.get(title, ())})
                decisions[resolve(title, document)].append(alone)
    said = _gather(groups, resolve)
    lives: dict[str, Life] = {}
    for statute, documents in groups.items():
        own = said.get(statute, _Said())
        heard = claims.get(statute, ())
        timeline = build_timeline(documents, decisions.get(statute, ()), statute, heard)
        timeline, repeals = end(timeline, [e for e, _ in own.endings], current, heard)
        lives[statute] = Life(
            statute,
            documents[0].title,
            timeline,
            repeals,
            tuple(dict.fromkeys(by for e, by in own.endings if by and e.repeal in repeals)),
            tuple(own.parents),
            tuple(own.former),
            tuple(own.partial),
            tuple(decisions.get(statute, ())),
        )
    for statute, own in said.items():
        if statute not in groups and own.endings:
            timeline, repeals = unheld(own.title, statute, [e for e, _ in own.endings])
            successors = tuple(dict.fromkeys(by for _, by in own.endings if by))
            lives[statute] = Life(statute, own.title, timeline, repeals, successors, partial=tuple(own.partial))
    return lives


def stated_between(life: Life, old: Version, new: Version) -> tuple[Stated, ...]:
    """Return what an amending decision states of the step from `old` to `new`, nothing where another act lies between."""
    ids = [v.id for v in life.timeline.versions]
    if ids.index(new.id) - ids.index(old.id) != 1 or new.promulgated is None:
        return ()
    for decision in life.decisions:
        if decision.promulgated and near(decision.promulgated, new.promulgated, 10):
            return next(iter(decision.changes.values()), ())
    return ()


def read_changes(life: Life) -> Iterator[tuple[Version, Version, list[ArticleChange]]]:
    """Yield what became of each article between consecutive held versions of a statute."""
    held = [v for v in life.timeline.versions if v.held and life.timeline.documents[v.id][0].articles]
    for old, new in pairwise(held):
        texts = life.timeline.documents[old.id][0], life.timeline.documents[new.id][0]
        yield old, new, align_versions(*texts, stated_between(life, old, new))
