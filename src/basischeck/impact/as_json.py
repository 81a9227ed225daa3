"""An impact as plain values; the fields are described in docs/impact.md."""

from datetime import date
from pathlib import Path
from typing import Any

import basischeck
from basischeck.compare.as_json import item_json
from basischeck.impact.counts import counts
from basischeck.impact.impact import touched_items
from basischeck.impact.model import Impact, ProvisionChange, StatuteChange, Successor, TouchedBasis
from basischeck.impact.word_diff import word_diff
from basischeck.statute.model import Version


def document(impact: Impact, current_to: dict[str, Any] | str | None) -> dict[str, Any]:
    """Return an impact as plain values; `current_to` is up to which day the index knows the law."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "from": impact.start.isoformat(),
        "to": impact.end.isoformat(),
        "corpus": {"current_to": current_to},
        "input": [{"file": read.file, "name": Path(read.file).name, "items": len(read.items)} for read in impact.lists],
        "summary": counts(impact),
        "statutes": [_statute(impact, change) for change in impact.statutes],
        "not_checked": [{"title": title, "bases": number} for title, number in impact.outside],
        "ended_before": [{"title": title, "bases": number} for title, number in impact.before],
    }


def _statute(impact: Impact, change: StatuteChange) -> dict[str, Any]:
    return {
        "title": change.title,
        "id": change.id,
        "level": change.level,
        "change": change.kind,
        "day": _iso(change.day),
        "by": {"title": change.by[0], "article": change.by[1]} if change.by else None,
        "before": _version(change.before),
        "after": _version(change.after),
        "successors": list(change.successors),
        "items": [
            {"item": item_json(item), "bases": [_basis(basis) for basis in bases]}
            for item, bases in touched_items(impact, change.id)
        ],
    }


def _version(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {
        "promulgated": _iso(version.promulgated),
        "effective": _iso(version.effective),
        "ended": _iso(version.ended),
        "kind": version.kind,
        "held": version.held,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _basis(basis: TouchedBasis) -> dict[str, Any]:
    return {
        "role": basis.role,
        "cell": basis.cell,
        "row": basis.row,
        "span": list(basis.span),
        "quoted": basis.quoted,
        "title_as_written": basis.meant,
        **_change(basis.change),
    }


def _change(change: ProvisionChange) -> dict[str, Any]:
    return {
        "change": change.kind,
        "similarity": change.similarity,
        "stated": change.stated,
        "already_new": change.already,
        "note": change.note,
        "old": {
            "citation": change.old if change.already else change.citation,
            "in_force": change.counted,
            "text": change.old_text,
        },
        "new": [{"citation": change.citation, "similarity": change.similarity, "certain": True, "quote_share": None, "how": None, "text": None, "diff": None}]
        if change.already
        else [_successor(one, change.old_text) for one in change.new],
        "candidates": [{"citation": one.citation, "weight": one.weight, "text": one.text} for one in change.candidates],
    }


def _successor(one: Successor, old_text: str | None) -> dict[str, Any]:
    pieces = word_diff(old_text, one.text) if old_text and one.text else ()
    return {
        "citation": one.citation,
        "similarity": one.similarity,
        "certain": one.certain,
        "quote_share": one.quote_share,
        "how": one.how,
        "text": one.text,
        "diff": [{"kind": piece.kind, "text": piece.text} for piece in pieces] or None,
    }
