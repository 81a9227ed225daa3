"""The law of one day against that of a later one: statutes, and what became of their provisions.

Which version counts is a question of dates (立法法第六十一条: an act says when it takes effect); what became of an article is
what the index worked out from the texts or took from the amending decision. Nothing is guessed here.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from basischeck.citation import Locator, VersionMark, render
from basischeck.facts.unseen import Words
from basischeck.impact.counting import Counted, Counting, told
from basischeck.impact.model import ProvisionChange, ProvisionKind, StatuteChange, StatuteKind, Successor
from basischeck.impact.parts import Parts, kind_of, target
from basischeck.impact.proposals import SHOWN_BY_QUOTE, Proposals
from basischeck.impact.wording import OwnTexts
from basischeck.statute import Index, heirs
from basischeck.statute.model import ArticleChange, Statute, Version
from basischeck.statute.successor import CERTAIN

_GONE_BEFORE = "在更早的修改中已经删去，不是这次变动所致"
_WHOLE = 0.9995
"""Similarities from here on round to 1.000: the same text."""


class LawBetween:
    """What changed in law after `start`, up to and including `end`."""

    def __init__(self, index: Index, start: date, end: date) -> None:
        self._index, self.start, self.end = index, start, end
        self._texts = OwnTexts(index)
        self._counting = Counting(index)
        self._parts = Parts(index)
        self._proposals = Proposals(index, self._counting, self._texts)
        self.statute = lru_cache(maxsize=None)(self._statute)
        self.provision = lru_cache(maxsize=None)(self._provision)

    def _changes(self, statute: str, old: str, new: str) -> list[ArticleChange]:
        """Return what became of each article; statutes of the user's own documents are compared in their own index."""
        own = self._index.own
        return self._index.changes(statute, old, new) or (own.changes(statute, old, new) if own else [])

    def _statute(self, statute_id: str) -> StatuteChange | None:
        """Return how a statute changed between the days, None where it did not."""
        statute = self._index.statute(statute_id)
        if statute is None:
            return None
        was, now = self._index.status(statute, self.start), self._index.status(statute, self.end)
        before, after = statute.in_force(self.start), statute.in_force(self.end)
        change = StatuteChange(statute.id, statute.title, statute.level, "amended", None, before, after)
        if now == "已废止" and was != "已废止":
            return self._ended(statute, change)
        if was == "尚未生效" and now == "有效":
            return replace(change, kind="begun", day=after.effective if after else None)
        if now == "有效" and after is not None and after.effective and after.effective > self.start:
            return replace(change, day=after.effective)
        return None

    def _ended(self, statute: Statute, change: StatuteChange) -> StatuteChange:
        repeals = [r for r in statute.repealed_by if r.date and self.start < r.date <= self.end]
        day = repeals[-1].date if repeals else change.before.ended if change.before else None
        by = (repeals[-1].title, repeals[-1].article) if repeals and repeals[-1].title else None
        successors = tuple(found.title for found in heirs.heirs(self._index, statute, self.end).living)
        last = [v for v in statute.versions if v.effective and v.effective <= self.end and (day is None or v.effective < day)]
        before = change.before or (last[-1] if last else None)
        return replace(change, kind="repealed", day=day, by=by, successors=successors, before=before)

    def _provision(
        self, statute_id: str, mark: VersionMark | None, locator: Locator | None, words: Words | None
    ) -> ProvisionChange:
        """Return what became of one provision of a statute that changed.

        `mark` is the bracket it is cited with, `words` what the list quotes of it (or, without a quotation, the item's name).
        Raises LookupError where the statute did not change.
        """
        change = self.statute(statute_id)
        if change is None:
            raise LookupError(statute_id)
        citation = render(change.title, locator)
        if change.kind == "begun":
            return ProvisionChange("added", citation, already=True)
        if locator is None or locator.article is None:
            return ProvisionChange("whole", citation)
        statute = self._index.statute(change.id)
        if statute is None or change.before is None:
            return ProvisionChange("unknown", citation)
        named = self._counting.named(statute, mark)
        if named and change.after is not None and any(v.id == change.after.id for v in named):
            return self._already(change, locator, citation)
        before = self._counted_in(change.before, change.kind, named)
        change = replace(change, before=before)
        quote = _quote(words)
        counted = self._counting.count(statute, named, before, locator.article, quote)
        if counted.articles is None:
            later = self._counting.share(change.after, locator.article, quote) if change.after else None
            if later is not None and later >= SHOWN_BY_QUOTE:
                return self._already(change, locator, citation)
            return self._by_words(change, citation, locator, words, counted.note)
        return self._followed(statute, change, counted, locator, words)

    def _counted_in(self, before: Version, kind: StatuteKind, named: list[Version]) -> Version:
        """Return the version whose numbers a citation has: one that its bracket names and the change leads on from.

        That is a version of between the two days, or the one from which a successor was worked out.
        """
        for version in reversed(named):
            between = bool(before.effective and version.effective and version.effective > before.effective)
            if between or (kind == "repealed" and self._index.successor_changes(version.id)):
                return version
        return before

    def _followed(
        self, statute: Statute, change: StatuteChange, counted: Counted, locator: Locator, words: Words | None
    ) -> ProvisionChange:
        citation, articles = render(change.title, locator), counted.articles or ()
        found = self._of_articles(change, articles, locator, citation, words)
        if found is None and change.after is not None:
            later = self._already(change, locator, citation)
            found = later if later.kind != "unknown" else None
        if found is None:
            return ProvisionChange("unknown", citation, note="索引没有这两个文本的条文对照")
        if found.already or change.before is None or not articles:
            return found
        text = self._texts.provision(statute, change.before, replace(locator, article=articles[0]))
        return replace(found, counted=told(statute, articles) if counted.moved else None, old_text=text)

    def _by_words(
        self, change: StatuteChange, citation: str, locator: Locator, words: Words | None, note: str | None
    ) -> ProvisionChange:
        """Return where the list's words stand in the later text or the successor, as a proposal; unknown where nowhere."""
        targets = [(change.title, change.after)] if change.after else list(self._successors_of(change))
        found, why = self._proposals.of(change.id, targets, words, locator)
        candidates = () if found else self._proposals.candidates(change.id, targets, words, locator)
        told = "；".join(filter(None, (note, why))) or None
        return ProvisionChange("unknown", citation, found, note=told, candidates=candidates)

    def _lost(self, change: StatuteChange, citation: str, locator: Locator, words: Words | None) -> ProvisionChange:
        """Return that nothing is like an article, with where the list's words stand now, if anywhere."""
        return replace(self._by_words(change, citation, locator, words, None), kind="deleted", note=None)

    def _successors_of(self, change: StatuteChange) -> Iterator[tuple[str, Version]]:
        statute = self._index.statute(change.id)
        for successor in heirs.heirs(self._index, statute, self.end).living if statute else ():
            version = successor.in_force(self.end)
            if version is not None:
                yield successor.title, version

    def _of_articles(
        self, change: StatuteChange, articles: tuple[str, ...], locator: Locator, citation: str, words: Words | None
    ) -> ProvisionChange | None:
        if change.before is None:
            return None
        if not articles:
            return ProvisionChange("deleted", citation, note=_GONE_BEFORE)
        if change.kind == "repealed":
            return self._succeeded(change, articles, locator, citation, words)
        if change.after is None:
            return None
        rows = [row for row in self._changes(change.id, change.before.id, change.after.id) if row.old in articles]
        if not rows:
            return None
        new = [self._successor(change.title, change.before, change.after, row, locator, _quote(words)) for row in rows if row.new]
        stated = all(row.stated for row in rows)
        one = rows[0] if len(rows) == 1 else None
        if one is not None and one.old and one.new and one.change == "revised":
            part = self._parts.follow((change.before.id, one.old), (change.after.id, one.new), locator)
            if part is not None:
                kept = tuple(new) if part.new is not None else ()
                return ProvisionChange(kind_of(part, one.old != one.new), citation, kept, part.similarity, stated)
        return ProvisionChange(_kind(rows), citation, tuple(new), round(min(row.similarity for row in rows), 3), stated)

    def _succeeded(
        self, change: StatuteChange, articles: tuple[str, ...], locator: Locator, citation: str, words: Words | None
    ) -> ProvisionChange:
        """Return the provisions of successor statutes that an article of a repealed one went into: proposals."""
        statute = self._index.statute(change.id)
        held = [v for v in statute.versions if v.held] if statute else []
        for version in reversed(held):
            records = self._index.successor_changes(version.id)
            if not records:
                continue
            last = self._counting.until(change.before, version, articles)
            if last is None:
                return ProvisionChange("unknown", citation, note="索引没有变动前的文本与废止时文本的条文对照")
            if not last:
                return self._lost(change, citation, locator, words)
            if not any(row.old in last for record in records for row in record.changes):
                return ProvisionChange("unknown", citation)
            pairs = [pair for number in last for pair in heirs.provisions(self._index, version.id, number, self.end)]
            new = []
            for name, row in pairs:
                found = self._index.statute(name.partition("@")[0])
                later = next((v for v in found.versions if v.id == name), None) if found else None
                if found is not None and later is not None:
                    new.append(self._successor(found.title, version, later, row, locator, _quote(words)))
            kept = [row for _, row in pairs]
            best = max((row.similarity for row in kept), default=None)
            new.sort(key=lambda one: -one.similarity)
            return ProvisionChange(_kind(kept), citation, tuple(new), best) if kept else self._lost(change, citation, locator, words)
        return ProvisionChange("unknown", citation)

    def _already(self, change: StatuteChange, locator: Locator, citation: str) -> ProvisionChange:
        if change.before is None or change.after is None:
            return ProvisionChange("unknown", citation, already=True)
        rows = self._changes(change.id, change.before.id, change.after.id)
        found = [row for row in rows if row.new == locator.article]
        if not found:
            return ProvisionChange("unknown", citation, already=True)
        old = "、".join(render(change.title, Locator(article=row.old)) for row in found if row.old) or None
        similarity = round(min(row.similarity for row in found), 3)
        stated = all(row.stated for row in found)
        kind: ProvisionKind = "added" if old is None else _kind(found)
        return ProvisionChange(kind, citation, (), similarity, stated, already=True, old=old)

    def _successor(
        self, title: str, old: Version, version: Version, row: ArticleChange, locator: Locator, quote: str | None
    ) -> Successor:
        own = old.id.partition("@")[0] == version.id.partition("@")[0]
        if row.change in ("same", "renumbered") and row.similarity >= _WHOLE:
            # Word for word the same: 款 and 项 keep their numbers.
            place = replace(locator, article=row.new, part=None, subpart=None, chapter=None, section=None)
            similarity = row.similarity
        else:
            part = self._parts.follow((old.id, row.old or ""), (version.id, row.new or ""), locator)
            sure = part if part is not None and (own or part.similarity >= SHOWN_BY_QUOTE) else None
            place = target(row.new, sure, locator)
            similarity = sure.similarity if sure is not None and own else row.similarity
        statute = self._index.statute(version.id.partition("@")[0])
        share = self._counting.share(version, row.new, quote) if row.new else None
        return Successor(
            title,
            place,
            render(title, place),
            round(similarity, 3),
            own or row.similarity >= CERTAIN,
            None if share is None else round(share, 3),
            self._texts.provision(statute, version, place) if statute else None,
        )


def _quote(words: Words | None) -> str | None:
    return words.text if words is not None and words.quoted else None


def _kind(rows: list[ArticleChange]) -> ProvisionKind:
    """Return what became of an article over its rows: an article that was split has several."""
    kinds = {row.change for row in rows}
    for kind in ("split", "merged", "revised", "renumbered", "same"):
        if kind in kinds:
            return kind
    return "deleted" if "deleted" in kinds else "unknown"
