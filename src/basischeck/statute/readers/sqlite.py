"""SQLite sources: `laws` and `articles` tables with texts, and `law`/`category` catalogues that go with Markdown files."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.statute.lines import clean
from basischeck.statute.model import Document, Source
from basischeck.statute.readers.document import make_document
from basischeck.statute.structure import Line, Structure, read_structure

if TYPE_CHECKING:
    from basischeck.statute.readers.source import SourceReport


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a catalogue: what the collection claims of a file."""

    level: str
    name: str
    published: date | None
    effective: date | None
    expired: bool


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def tables(file: Path) -> set[str]:
    """Name the tables of a SQLite file; the empty set where it cannot be opened as one."""
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
            return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        return set()


class Catalogues:
    """The catalogue databases of a Markdown collection, by folder: title and publication date → entry."""

    def __init__(self) -> None:
        self._entries: dict[Path, dict[tuple[str, date | None], Entry]] = {}

    def add(self, file: Path) -> bool:
        """Take `file` as a catalogue; False where it is none."""
        if not {"law", "category"} <= tables(file):
            return False
        entries = self._entries.setdefault(file.parent, {})
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
            rows = connection.execute(
                "SELECT level, name, publish, valid_from, expired, subtitle FROM law ORDER BY expired DESC"
            )
            for level, name, published, effective, expired, _ in rows:
                entry = Entry(level, clean(name), _day(published), _day(effective), bool(expired))
                entries[(entry.name, entry.published)] = entry
        return True

    def find(self, file: Path) -> Entry | None:
        """Return what the nearest catalogue says of `file`, by the name and the date in its file name."""
        match = re.fullmatch(r"(.*?)\((\d{4}-\d{2}-\d{2})\)", file.stem)
        name, published = (match[1], _day(match[2])) if match else (file.stem, None)
        for folder in file.parents:
            entries = self._entries.get(folder)
            if entries is not None:
                found = entries.get((clean(name), published))
                if found is None and published is None:
                    same = [e for (other, _), e in entries.items() if other == clean(name)]
                    found = same[0] if len(same) == 1 else None
                return found
        return None


def read_laws(file: Path, relative: str, name: str, report: "SourceReport") -> Iterator[Document]:
    """Read a database with the tables `laws` and `articles`: one document a law, paragraphs by line break."""
    if not {"laws", "articles"} <= tables(file):
        report.skipped.append((relative, "SQLite 文件中没有 laws、articles 两张表"))
        return
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        for law in connection.execute("SELECT * FROM laws ORDER BY law_id").fetchall():
            rows = connection.execute(
                "SELECT * FROM articles WHERE law_id = ? ORDER BY id", (law["law_id"],)
            ).fetchall()
            report.count("sqlite")
            yield _document(law, rows, relative, name)


def _document(law: sqlite3.Row, rows: list[sqlite3.Row], relative: str, name: str) -> Document:
    structure = _structure(rows, law["law_name"])
    source = Source(
        name=name,
        path=f"{relative}#{law['law_id']}",
        level=law["doc_type"] if law["doc_type"] not in ("法律", "宪法") else law["level"],
        issuer=law["issuing_body"],
        promulgated=_day(law["version_date"]) or _day(law["publish_date"]),
        effective=_day(law["effective_date"]),
        expired={"已废止": True, "现行有效": False}.get(law["status"]),
    )
    return make_document(clean(law["law_name"]), source, (), structure)


def _structure(rows: list[sqlite3.Row], title: str) -> Structure:
    """Rebuild the lines of the text and read them: numbers are in a column of their own."""
    lines: list[Line] = []
    chapter: str | None = None
    section: str | None = None
    for row in rows:
        for column, before in (("chapter", chapter), ("section", section)):
            if row[column] and row[column] != before:
                lines.extend(Line(clean(piece), 2) for piece in _headings(row[column]))
        chapter, section = row["chapter"], row["section"]
        text = [clean(piece) for piece in (row["article_text"] or "").split("\n")]
        first = text[0] if text else ""
        lines.append(Line((_number(clean(row["article_no"] or "")) + first).strip()))
        lines.extend(Line(piece) for piece in text[1:] if piece)
    return read_structure(lines, title)


def _number(column: str) -> str:
    """Write the number column as the text itself does: 第三条, 三、 for 条目三, nothing for a text without numbers."""
    if column.startswith("条目"):
        return column.removeprefix("条目") + "、"
    return column + " " if column.startswith("第") else ""


def _headings(text: str) -> list[str]:
    """Split 第一编 总则 第一章 基本规定 in one field into its headings."""
    return [piece for piece in re.split(r"\s*(?:[>/|]|\s(?=第[一二三四五六七八九十百]+[编章节]))\s*", text) if piece]
