"""The manifest of an index: its sources, to what day each is current, counts, what was left out."""

from collections.abc import Iterable, Sequence
from datetime import date

from basischeck.statute.gather import BuildReport
from basischeck.statute.history import read_acts
from basischeck.statute.model import Document, Statute
from basischeck.statute.records import Json
from basischeck.statute.shards import Corpus


def current_days(documents: Sequence[Document]) -> dict[str, date]:
    """Return the latest day of any act in each source: up to that day, at least, the source is current."""
    days: dict[str, date] = {}
    for document in documents:
        acts = [act.promulgated for act in read_acts(document.history)]
        for day in (document.source.promulgated, *acts):
            if day is not None and day > days.get(document.source.name, date.min):
                days[document.source.name] = day
    return days


def _level_days(statutes: Iterable[Statute]) -> dict[str, str]:
    """Return for each level the day of its latest act: the index holds nothing of that level made later."""
    days: dict[str, date] = {}
    for statute in statutes:
        for version in statute.versions:
            if statute.level and version.promulgated and version.promulgated > days.get(statute.level, date.min):
                days[statute.level] = version.promulgated
    return {level: day.isoformat() for level, day in sorted(days.items())}


def make_manifest(corpus: Corpus, report: BuildReport, current: dict[str, date], texts: int) -> Json:
    """Return sources and counts; `texts` counts the different texts of all documents: sources may print one version with small differences."""
    held = [s for s in corpus.statutes if any(v.held for v in s.versions)]
    return {
        "sources": {
            name: {"documents": count, "current_to": current[name].isoformat() if name in current else None}
            for name, count in sorted(report.documents.items())
        },
        "counts": {
            "statutes": len(corpus.statutes),
            "held_statutes": len(held),
            "known_by_reference": len(corpus.statutes) - len(held),
            "versions": sum(len(s.versions) for s in corpus.statutes),
            "held_versions": len(corpus.texts),
            "held_texts": texts,
            "articles": sum(v.articles for s in corpus.statutes for v in s.versions),
            "comparisons": len(corpus.changes),
        },
        "levels": _level_days(corpus.statutes),
        "skipped": [list(entry) for entry in report.skipped],
        "settled": [list(entry) for entry in report.settled],
    }
