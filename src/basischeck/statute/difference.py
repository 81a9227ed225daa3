"""What became of each article of a statute between two days, or in the statute that took its place: `corpus diff`."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from basischeck.statute.days import write_day
from basischeck.statute.index import Index
from basischeck.statute.model import ArticleChange, Statute, Version
from basischeck.statute.parts import PartChange, part_changes
from basischeck.statute.successor import CERTAIN


class DifferenceError(Exception):
    """Two texts cannot be compared; the message is Chinese and says why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A comparison: the two versions, their statutes' titles, the rows, and what the reader must know（`notes`）."""

    title: str
    into: str | None
    old: Version
    new: Version
    changes: tuple[ArticleChange, ...]
    notes: tuple[str, ...] = ()
    parts: dict[tuple[str, str], tuple[PartChange, ...]] = field(default_factory=dict)

    def uncertain(self, change: ArticleChange) -> bool:
        """Say whether a row is a proposal to be checked: into a successor, below the confidence that is relied on."""
        return self.into is not None and change.new is not None and change.similarity < CERTAIN


def _found(index: Index, title: str, region: str | None) -> Statute:
    statute = index.find(title, region=region)
    if statute is None:
        hint = index.suggest(title, region)
        raise DifferenceError(f"索引未收录《{title}》（不等于不存在）。" + (f"是否指《{hint}》？" if hint else ""))
    return statute


def version_words(version: Version) -> str:
    """Name a version: 2025年10月28日修正、2026年1月1日起施行."""
    made = f"{write_day(version.promulgated)}{version.kind}" if version.promulgated else version.kind
    return made + (f"、{write_day(version.effective)}起施行" if version.effective else "")


def _nearest_held(statute: Statute, day: date, notes: list[str]) -> Version:
    """Return the held version in force on `day`, else the held one nearest before it, else the first after, and say so."""
    binding = statute.in_force(day)
    if binding is not None and binding.held:
        return binding
    held = [v for v in statute.versions if v.held]
    if not held:
        raise DifferenceError(f"索引未收录《{statute.title}》任何版本的条文，无法对比。")
    before = [v for v in held if v.effective is not None and v.effective <= day]
    nearest = before[-1] if before else held[0]
    if binding is not None:
        reason = f"{write_day(day)}施行的是{version_words(binding)}的版本，其条文未收录"
    elif before:
        reason = f"{write_day(day)}该法规已不再施行"
    else:
        reason = f"{write_day(day)}该法规尚未施行"
    notes.append(f"《{statute.title}》{reason}，改用{version_words(nearest)}的版本")
    return nearest


def _with_parts(index: Index, found: Difference) -> Difference:
    """Add what became of 款 and 项 to the articles that were changed and have more than one."""
    parts: dict[tuple[str, str], tuple[PartChange, ...]] = {}
    for c in found.changes:
        if c.old and c.new and c.change in ("revised", "split", "merged"):
            rows = part_changes(index, found.old.id, c.old, found.new.id, c.new)
            if len(rows) > 1 and any(r.change != "same" for r in rows):
                parts[c.old, c.new] = rows
    return replace(found, parts=parts)


def difference(
    index: Index, title: str, start: date | None, end: date | None, into: str | None = None, region: str | None = None
) -> Difference:
    """Compare the version in force on `start` with that on `end`, of the same statute or of `into`.

    Without days, the last text of a repealed statute is compared with its successor's. Raises DifferenceError where a
    title is not in the index or nothing was compared when it was built.
    """
    return _with_parts(index, _compared(index, title, start, end, into, region))


def _compared(
    index: Index, title: str, start: date | None, end: date | None, into: str | None, region: str | None
) -> Difference:
    statute = _found(index, title, region)
    notes: list[str] = []
    if into is not None:
        return _into(index, statute, _found(index, into, region), start, end, notes)
    if start is None or end is None:
        raise DifferenceError("请用 --from 和 --to 给出两个日期；对比承继法规时可用 --into 代替。")
    if start > end:
        raise DifferenceError(f"--from（{start}）晚于 --to（{end}）。")
    old, new = _nearest_held(statute, start, notes), _nearest_held(statute, end, notes)
    if statute.repealed_by and index.status(statute, end) == "已废止":
        titles = [found.title for name in statute.successors if (found := index.statute(name))]
        hint = "；可用 --into " + "、".join(titles) + " 查看各条去向" if titles else ""
        notes.append(f"《{statute.title}》在{write_day(end)}前已废止{hint}")
    if old.id == new.id:
        return Difference(statute.title, None, old, new, _unchanged(index, old), (*notes, "两日施行的是同一版本"))
    changes = index.changes(statute.id, old.id, new.id)
    if not changes:
        raise DifferenceError(f"索引中没有《{statute.title}》这两个版本的条文对照。")
    return Difference(statute.title, None, old, new, tuple(changes), tuple(notes))


def _unchanged(index: Index, version: Version) -> tuple[ArticleChange, ...]:
    skeleton = index.skeleton(version.id)
    numbers = [a.number for a in skeleton.articles] if skeleton else []
    return tuple(ArticleChange(n, n, "same", 1.0) for n in numbers)


def _into(
    index: Index, statute: Statute, target: Statute, start: date | None, end: date | None, notes: list[str]
) -> Difference:
    held = [v for v in statute.versions if v.held]
    old = _nearest_held(statute, start, notes) if start else (held[-1] if held else None)
    if old is None:
        raise DifferenceError(f"索引未收录《{statute.title}》任何版本的条文，无法对比。")
    for version in [old, *reversed(held)]:
        for record in index.successor_changes(version.id):
            new = next((v for v in target.versions if v.id == record.new), None)
            if new is None:
                continue
            changes = record.changes
            if version.id != old.id:
                notes.append(f"《{statute.title}》的去向是从{version_words(version)}的版本看的")
                old = version
            later = _nearest_held(target, end, notes) if end else new
            if later.id != new.id:
                notes.append(f"《{target.title}》是承继时的{version_words(new)}的版本，此后另有修改")
            return Difference(statute.title, target.title, old, new, tuple(changes), tuple(notes))
    raise DifferenceError(f"索引中没有《{statute.title}》到《{target.title}》的条文对照；对照只为被废止的法规及其承继法规制作。")


def to_json(found: Difference) -> dict[str, Any]:
    """Return the record of a comparison: versions, counts by change, notes, a row for each article."""
    return {
        "title": found.title,
        "into": found.into,
        "from": _version_json(found.old),
        "to": _version_json(found.new),
        "summary": dict(Counter(c.change for c in found.changes)),
        "notes": list(found.notes),
        "articles": [
            {
                "old": c.old,
                "new": c.new,
                "change": c.change,
                "similarity": round(c.similarity, 3),
                "stated": c.stated,
                "certain": not found.uncertain(c),
                "parts": [p.to_json() for p in found.parts.get((c.old or "", c.new or ""), ())],
            }
            for c in found.changes
        ],
    }


def _version_json(version: Version) -> dict[str, Any]:
    return {
        "promulgated": version.promulgated.isoformat() if version.promulgated else None,
        "effective": version.effective.isoformat() if version.effective else None,
        "kind": version.kind,
        "articles": version.articles,
    }
