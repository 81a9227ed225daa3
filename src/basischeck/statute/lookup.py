"""One statute or one provision as a record for output: the JSON of `corpus show` and `corpus search`."""

from datetime import date
from typing import Any

from basischeck.citation import Locator, parse
from basischeck.statute.index import Index
from basischeck.statute.model import Statute, Version


class LocatorError(Exception):
    """The words for a provision could not be read; the message is Chinese."""


def read_locator(words: str) -> Locator:
    """Read one locator; raises LocatorError where the words name none, or more than one."""
    text = (
        words
        if not words.replace("-", "").isdigit()
        else f"第{words.replace('-', '条之')}" + ("" if "-" in words else "条")
    )
    locators = [locator for citation in parse(text).citations for locator in citation.locators]
    if len(locators) != 1:
        raise LocatorError(f"看不懂条款“{words}”，请写成 第三十五条第一款第三项 这样的形式，一次一个。")
    return locators[0]


def show(index: Index, title: str, locator: str | None, day: date, region: str | None = None) -> dict[str, Any]:
    """Return the record of a statute on `day`, or of one provision where a locator is given."""
    statute = index.find(title, region=region)
    if locator is not None:
        return _provision(index, statute, read_locator(locator), locator, day)
    if statute is None:
        return {
            "title": title,
            "id": None,
            "aliases": [],
            "level": None,
            "issuer": None,
            "region": None,
            "status": "未收录",
            "in_force": None,
            "versions": [],
            "repealed_by": [],
            "successors": [],
        }
    now = statute.in_force(day)
    return {
        "title": statute.title,
        "id": statute.id,
        "aliases": list(statute.aliases),
        "level": statute.level,
        "issuer": statute.issuer,
        "region": statute.region,
        "status": index.status(statute, day),
        "in_force": _version(now) if now else None,
        "versions": [_version(version) for version in statute.versions],
        "repealed_by": [
            {"title": r.title or None, "article": r.article, "date": r.date.isoformat() if r.date else None}
            for r in statute.repealed_by
        ],
        "successors": [found.title for name in statute.successors if (found := index.statute(name))],
    }


def summary(index: Index, statute: Statute, day: date) -> dict[str, Any]:
    """Return the record of one hit of a search."""
    return {
        "title": statute.title,
        "id": statute.id,
        "level": statute.level,
        "region": statute.region,
        "status": index.status(statute, day),
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "promulgated": version.promulgated.isoformat() if version.promulgated else None,
        "effective": version.effective.isoformat() if version.effective else None,
        "ended": version.ended.isoformat() if version.ended else None,
        "kind": version.kind,
        "document_number": version.document_number,
        "articles": version.articles,
        "held": version.held,
        "sources": list(version.sources),
    }


def version_for(statute: Statute, day: date) -> Version | None:
    """Return the version to check a provision in: that in force on `day`, else the last before it, else the first."""
    now = statute.in_force(day)
    if now is not None:
        return now
    before = [v for v in statute.versions if v.effective is not None and v.effective <= day]
    return before[-1] if before else statute.versions[0] if statute.versions else None


def _provision(index: Index, statute: Statute | None, locator: Locator, words: str, day: date) -> dict[str, Any]:
    version = version_for(statute, day) if statute else None
    if statute is None or version is None:
        reason = "索引中没有这部法规" if statute is None else "未收录条文"
        return {"locator": words, "exists": None, "missing": None, "paragraphs": None, "items": None, "valid": reason}
    found = index.exists(version, locator)
    return {
        "locator": words,
        "exists": found.exists if found.certain else None,
        "missing": found.missing,
        "paragraphs": found.paragraphs,
        "items": found.items,
        "title": statute.title,
        "status": index.status(statute, day),
        "version": version.effective.isoformat() if version.effective else None,
        "valid": found.valid,
    }
