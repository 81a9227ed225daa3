"""The index of statutes as the other rooms see it: titles, versions, provisions, changes, quotations.

Nothing here reads statute text: all answers come from the facts in the database. A title is resolved by its normalised
form alone (see `names`); likeness only suggests (`suggest`).
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from basischeck.citation.model import Locator, VersionMark
from basischeck.statute import matching, quoting
from basischeck.statute.existence import exists
from basischeck.statute.fingerprint import Print, decode
from basischeck.statute.model import ArticleChange, Existence, Fate, Quotation, Status, Statute, Trace, Version
from basischeck.statute.naming import Naming
from basischeck.statute.powers.model import Power
from basischeck.statute.records import ChangeRecord, change_from_json, statute_from_json, text_from_json
from basischeck.statute.skeleton import Skeleton, decode_skeleton

if TYPE_CHECKING:
    from basischeck.statute.matter import Matter


class Index:
    """An opened index; lookups are cached. Not for use from several threads at once.

    `own` is the user's own index: it answers for titles that this one has not.
    """

    def __init__(self, file: Path, own: "Index | None" = None) -> None:
        self.file = file
        self.own = own
        self._connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._statute = lru_cache(maxsize=8192)(self._read_statute)
        self._skeleton = lru_cache(maxsize=2048)(self._read_skeleton)
        self._powers = lru_cache(maxsize=512)(self._read_powers)
        self._prints = lru_cache(maxsize=512)(self._read_prints)
        self._changes = lru_cache(maxsize=256)(self._read_changes)
        self._matter = lru_cache(maxsize=16)(self._read_matter)
        self._found = lru_cache(maxsize=65536)(self._find)
        self._naming = Naming(self._connection)

    # titles

    def find(self, title: str, *, region: str | None = None) -> Statute | None:
        """Return the statute of that title or alias, None where the index has none; never by similarity.

        `region` is the province of the list: it completes titles that leave their region out（自治区实施《…》办法）.
        """
        found = self._found(title, region)
        if found is None:
            return self.own.find(title, region=region) if self.own else None
        return self.statute(found)

    def _find(self, title: str, region: str | None) -> str | None:
        return self._naming.find(title, region)

    def find_number(self, order: str) -> Statute | None:
        """Return the one statute that was promulgated by an order or document number（国务院令第591号）."""
        found = self._naming.find_number(order)
        return None if found is None else self.statute(found)

    def promulgated_on(self, order: str) -> date | None:
        """Return the day of an order (国务院令第666号), of which acts promulgated or amended by it tell; None where they tell none, or several."""
        return matching.day_of(order, map(self.statute, self._naming.numbered(order)))

    def suggest(self, title: str, region: str | None = None) -> str | None:
        """Return the title that a mistyped one probably means: same region and ordinals, nearly the same letters."""
        return self._naming.suggest(title, region)

    def names(self) -> Iterator[str]:
        """Yield all titles and aliases."""
        yield from self._naming.titles()
        if self.own:
            yield from self.own.names()

    def statute(self, name: str) -> Statute | None:
        """Return the statute of that id."""
        return self._statute(name)

    def statutes(self) -> Iterator[Statute]:
        """Yield all statutes, in order of id."""
        for (record,) in self._connection.execute("SELECT record FROM statute ORDER BY id"):
            yield statute_from_json(json.loads(record))

    def search(self, words: str, limit: int = 50) -> list[Statute]:
        """Return statutes whose title or alias contains all the words, shorter titles first."""
        found = [s for name in self._naming.search(words, limit) if (s := self.statute(name)) is not None]
        return found + [s for s in self.own.search(words, limit) if s not in found] if self.own else found

    def _read_statute(self, name: str) -> Statute | None:
        row = self._connection.execute("SELECT record FROM statute WHERE id = ?", (name,)).fetchone()
        if row is None:
            return self.own.statute(name) if self.own else None
        return statute_from_json(json.loads(row[0]))

    # time

    def status(self, statute: Statute | None, day: date) -> Status:
        """Return 有效, 已废止, 尚未生效 or 未收录 on `day`."""
        return matching.status(statute, day)

    def match_version(self, statute: Statute, mark: VersionMark) -> list[Version] | None:
        """Return the versions that a bracket（2018年修正）may mean, None where the statute never had such a version.

        All versions, where that cannot be told (see `matching.match_version`).
        """
        return matching.match_version(statute, mark, self.known_to(statute))

    def known_to(self, statute: Statute) -> date | None:
        """Return the day up to which the sources of a statute are current: what changed later is not in the index."""
        sources = self.manifest.get("sources", {})
        names = {name for version in statute.versions for name in version.sources}
        days = [day for name in names if (day := sources.get(name, {}).get("current_to"))]
        return date.fromisoformat(max(days)) if days else None

    # provisions

    def skeleton(self, version: str) -> Skeleton | None:
        """Return the skeleton of a held version, None where it is not held."""
        return self._skeleton(version)

    def exists(self, version: Version, locator: Locator) -> Existence:
        """Say whether a locator stands in a version; one that is not held cannot be checked: `certain` is false."""
        skeleton = self.skeleton(version.id) if version.held else None
        if skeleton is None or not (skeleton.articles or skeleton.annexes):
            return Existence(True, None, "未收录该版本的条文，无法核对", certain=False)
        return exists(skeleton, locator)

    def _text(self, version: str) -> tuple[dict[str, Any], str] | None:
        row = self._connection.execute("SELECT record, prints FROM text WHERE version = ?", (version,)).fetchone()
        if row is None:
            return self.own._text(version) if self.own else None
        return json.loads(row[0]), row[1]

    def _read_skeleton(self, version: str) -> Skeleton | None:
        row = self._text(version)
        if row is None:
            return None
        text = text_from_json(*row)
        return decode_skeleton(text.skeleton, text.annexes, text.numbering, text.faults)

    def _read_prints(self, version: str) -> tuple[Print, ...]:
        row = self._text(version)
        return tuple(decode(row[1])) if row and row[1] else ()

    def prints(self, version: str) -> tuple[Print, ...]:
        """Return the clause fingerprints of a held version, empty where it is not held."""
        return self._prints(version)

    def matter(self, version: str) -> "tuple[Matter, ...]":
        """Return what the provisions of a held version are about, empty where the index does not keep that."""
        return self._matter(version)

    def has_matter(self, version: str) -> bool:
        """Whether `matter` has anything of a version: asking costs less than reading it."""
        row = self._connection.execute("SELECT 1 FROM matter WHERE version = ?", (version,)).fetchone()
        return row is not None or (self.own is not None and self.own.has_matter(version))

    def _read_matter(self, version: str) -> "tuple[Matter, ...]":
        row = self._connection.execute("SELECT line FROM matter WHERE version = ?", (version,)).fetchone()
        if row is None:
            return self.own.matter(version) if self.own else ()
        from basischeck.statute.matter import decode_matter  # patterns that only those pay for who ask

        return tuple(decode_matter(row[0]))

    # changes

    def _read_changes(self, old: str) -> list[ChangeRecord]:
        rows = self._connection.execute("SELECT record FROM change WHERE old = ?", (old,))
        return [change_from_json(json.loads(record)) for (record,) in rows]

    def changes(self, statute: str, old: str, new: str | None = None) -> list[ArticleChange]:
        """Return what became of each article from one held version to another (by default the next held one).

        Over several steps the rows are chained article by article; empty where the versions are not comparable.
        """
        step = next((c for c in self._changes(old) if not c.successor), None)
        if step is None:
            return []
        if new is None or step.new == new:
            return list(step.changes)
        return matching.chain(step.changes, self.changes(statute, step.new, new))

    def change(self, version: str, article: str, day: date | None = None) -> Fate:
        """Follow one article from a version through the held ones to that in force on `day` (by default the last)."""
        steps: list[tuple[str, ArticleChange]] = []
        here, current = version, [article]
        statute = self.statute(version.partition("@")[0])
        while current:
            step = next((c for c in self._changes(here) if not c.successor), None)
            if step is None or (day is not None and statute and _begins_after(statute, step.new, day)):
                break
            moves = [c for c in step.changes if c.old in current]
            if not moves:
                return Fate(tuple(steps), (), True)
            steps.extend((step.new, move) for move in moves)
            current = list(dict.fromkeys(c.new for c in moves if c.new))
            here = step.new
        return Fate(tuple(steps), tuple(current))

    def successor(self, version: str, article: str) -> list[tuple[str, ArticleChange]]:
        """Return the provisions of successor statutes that an article of a repealed one went into: (version, change)."""
        return [
            (record.new, change)
            for record in self._changes(version)
            if record.successor
            for change in record.changes
            if change.old == article and change.new is not None
        ]

    def successor_changes(self, version: str) -> list[ChangeRecord]:
        """Return the comparisons of a repealed statute's version with its held successors."""
        return [record for record in self._changes(version) if record.successor]

    # powers

    def powers(self, version: str) -> tuple[Power, ...]:
        """Return the powers that a held version confers, in order of its provisions; empty where none is known."""
        return self._powers(version)

    def _read_powers(self, version: str) -> tuple[Power, ...]:
        row = self._connection.execute("SELECT record FROM power WHERE version = ?", (version,)).fetchone()
        if row is None:
            return self.own.powers(version) if self.own else ()
        from basischeck.statute.powers.encoding import (
            decode_powers,  # patterns that only those pay for who ask for powers
        )

        record = json.loads(row[0])
        return decode_powers(record["holders"], record["powers"])

    # quotations

    def quote_match(self, version: Version, locator: Locator, text: str) -> Quotation | None:
        """Compare a quoted text with a provision of a held version, None where nothing can be compared."""
        skeleton = self.skeleton(version.id)
        return quoting.quote_match(skeleton, self.prints(version.id), locator, text) if skeleton else None

    def trace(self, statute: str, text: str) -> list[Trace]:
        """Return the held versions of a statute that a quoted text may come from, best first."""
        found = self.statute(statute)
        held = [v.id for v in found.versions if v.held] if found else []
        traces = (quoting.trace(name, self.skeleton(name), self.prints(name), text) for name in held)
        return sorted((t for t in traces if t is not None), key=lambda t: -t.share)

    # about

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest that the index was built with: sources, counts, files left out."""
        (text,) = self._connection.execute("SELECT value FROM meta WHERE name = 'manifest'").fetchone()
        manifest: dict[str, Any] = json.loads(text)
        return manifest

    def info(self) -> dict[str, Any]:
        """Return coverage by level and region, what each source is current to, and counts."""
        rows = self._connection.execute("SELECT level, region, count(*) FROM statute GROUP BY level, region")
        levels: dict[str, int] = {}
        regions: dict[str, int] = {}
        for level, region, count in rows:
            levels[level or "未定"] = levels.get(level or "未定", 0) + count
            if region:
                regions[region] = regions.get(region, 0) + count
        sources = self.manifest.get("sources", {})
        days = [s["current_to"] for s in sources.values() if s.get("current_to")]
        return {
            "counts": self.manifest.get("counts", {}),
            "levels": dict(sorted(levels.items(), key=lambda item: -item[1])),
            "regions": dict(sorted(regions.items(), key=lambda item: -item[1])),
            "current_to": max(days) if days else None,
            "levels_current_to": self.manifest.get("levels", {}),
            "sources": sources,
        }


def _begins_after(statute: Statute, version: str, day: date) -> bool:
    return any(v.id == version and v.effective is not None and v.effective > day for v in statute.versions)
