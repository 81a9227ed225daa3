"""Records of the index: statutes, texts and changes as JSON objects, one a line, empty fields left out.

The committed form of the index (corpus/) is these lines; the database that is opened is built from them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from basischeck.statute.model import ArticleChange, Change, Repeal, Statute, Version

Json = dict[str, Any]

FORMAT = 2
"""Number of the format; a database built from another one is built anew."""

_CHANGES: dict[str, Change] = {
    "=": "same",
    ">": "renumbered",
    "~": "revised",
    "+": "added",
    "-": "deleted",
    "/": "split",
    "&": "merged",
}
_SIGNS = {change: sign for sign, change in _CHANGES.items()}


@dataclass(frozen=True, slots=True)
class TextRecord:
    """The held text of one version as facts: skeleton line, annexes, style of numbering, faults, fingerprint."""

    version: str
    skeleton: str
    annexes: tuple[tuple[str, tuple[int, ...]], ...]
    numbering: str
    faults: tuple[str, ...]
    prints: str


@dataclass(frozen=True, slots=True)
class PowersRecord:
    """The powers that one held version confers, in their committed form (see `powers.encoding`)."""

    version: str
    holders: tuple[str, ...]
    powers: str


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What became of each article from one version to another; `successor` where the other is of another statute."""

    old: str
    new: str
    successor: bool
    changes: tuple[ArticleChange, ...]


def _slim(record: Json) -> Json:
    """Drop empty fields."""
    return {name: value for name, value in record.items() if value not in (None, "", [], {}, ())}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def statute_to_json(statute: Statute) -> Json:
    """Return the record of a statute."""
    return _slim(
        {
            "id": statute.id,
            "title": statute.title,
            "aliases": list(statute.aliases),
            "level": statute.level,
            "issuer": statute.issuer,
            "region": statute.region,
            "numbers": list(statute.document_numbers),
            "parents": list(statute.parents),
            "repealed_by": [
                _slim({"title": r.title, "article": r.article, "date": _iso(r.date), "source": r.source})
                for r in statute.repealed_by
            ],
            "successors": list(statute.successors),
            "versions": [_version_to_json(version) for version in statute.versions],
        }
    )


def _version_to_json(version: Version) -> Json:
    return _slim(
        {
            "id": version.id.partition("@")[2],
            "promulgated": _iso(version.promulgated),
            "effective": _iso(version.effective),
            "ended": _iso(version.ended),
            "kind": version.kind,
            "number": version.document_number,
            "articles": version.articles,
            "held": version.held,
            "sources": list(version.sources),
            "basis": version.basis,
        }
    )


def statute_from_json(record: Json) -> Statute:
    """Read the record of a statute."""
    return Statute(
        id=record["id"],
        title=record["title"],
        aliases=tuple(record.get("aliases", ())),
        level=record.get("level"),
        issuer=record.get("issuer"),
        region=record.get("region"),
        versions=tuple(_version_from_json(record["id"], v) for v in record.get("versions", ())),
        repealed_by=tuple(
            Repeal(r.get("title", ""), r.get("article"), _date(r.get("date")), r.get("source", ""))
            for r in record.get("repealed_by", ())
        ),
        successors=tuple(record.get("successors", ())),
        document_numbers=tuple(record.get("numbers", ())),
        parents=tuple(record.get("parents", ())),
    )


def _version_from_json(statute: str, record: Json) -> Version:
    return Version(
        id=f"{statute}@{record.get('id', '')}",
        promulgated=_date(record.get("promulgated")),
        effective=_date(record.get("effective")),
        ended=_date(record.get("ended")),
        kind=record.get("kind", ""),
        document_number=record.get("number"),
        articles=record.get("articles", 0),
        held=record.get("held", False),
        sources=tuple(record.get("sources", ())),
        basis=dict(record.get("basis", {})),
    )


def text_to_json(text: TextRecord) -> Json:
    """Return the record of a text, without its fingerprint (that is written beside it)."""
    return _slim(
        {
            "version": text.version,
            "skeleton": text.skeleton,
            "annexes": [[label, list(entries)] for label, entries in text.annexes],
            "numbering": text.numbering if text.numbering != "条" else None,
            "faults": list(text.faults),
        }
    )


def text_from_json(record: Json, prints: str) -> TextRecord:
    """Read the record of a text; `prints` is its fingerprint."""
    return TextRecord(
        record["version"],
        record.get("skeleton", ""),
        tuple((label, tuple(entries)) for label, entries in record.get("annexes", ())),
        record.get("numbering", "条"),
        tuple(record.get("faults", ())),
        prints,
    )


def powers_to_json(record: PowersRecord) -> Json:
    """Return the record of a version's powers."""
    return {"version": record.version, "holders": list(record.holders), "powers": record.powers}


def powers_from_json(record: Json) -> PowersRecord:
    """Read the record of a version's powers."""
    return PowersRecord(record["version"], tuple(record["holders"]), record["powers"])


def change_to_json(record: ChangeRecord) -> Json:
    """Return the record of a comparison; articles that stayed the same are written as ranges 3..9."""
    return _slim(
        {
            "old": record.old,
            "new": record.new,
            "successor": record.successor or None,
            "changes": " ".join(_pack(record.changes)),
        }
    )


def _pack(changes: tuple[ArticleChange, ...]) -> list[str]:
    """Write each change as old, sign, new, similarity in per cent, "!" where stated; runs without change as ranges."""
    words: list[str] = []
    run: list[str] = []
    for change in changes:
        plain = change.change == "same" and change.similarity == 1 and not change.stated and change.old == change.new
        if (
            plain
            and change.old is not None
            and "-" not in change.old
            and (not run or int(change.old) == int(run[-1]) + 1)
        ):
            run.append(change.old)
            continue
        if run:
            words.append(f"{run[0]}..{run[-1]}")
            run = []
        if plain and change.old is not None and "-" not in change.old:
            run = [change.old]
            continue
        score = "" if change.similarity == 1 else f"@{round(change.similarity * 100)}"
        words.append(
            f"{change.old or ''}{_SIGNS[change.change]}{change.new or ''}{score}{'!' if change.stated else ''}"
        )
    if run:
        words.append(f"{run[0]}..{run[-1]}")
    return words


def change_from_json(record: Json) -> ChangeRecord:
    """Read the record of a comparison."""
    changes: list[ArticleChange] = []
    for word in record.get("changes", "").split():
        first, dots, last = word.partition("..")
        if dots:
            changes.extend(ArticleChange(str(n), str(n), "same", 1.0) for n in range(int(first), int(last) + 1))
        else:
            changes.append(_unpack(word))
    return ChangeRecord(record["old"], record["new"], bool(record.get("successor")), tuple(changes))


def _unpack(word: str) -> ArticleChange:
    stated = word.endswith("!")
    body, _, score = word.removesuffix("!").partition("@")
    position, sign = _sign(body)
    return ArticleChange(
        body[:position] or None,
        body[position + 1 :] or None,
        _CHANGES[sign],
        int(score) / 100 if score else 1.0,
        stated,
    )


def _sign(body: str) -> tuple[int, str]:
    """Find the sign between the numbers: a hyphen inside 133-1 is none, one at the end is a deletion."""
    for position, char in enumerate(body):
        if char in "=>~+/&":
            return position, char
    return len(body) - 1, "-"
