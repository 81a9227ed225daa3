"""The database that is opened: SQLite, built from the records of corpus/, never edited.

Looking a title up costs one indexed query; opening costs opening the file.
"""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from basischeck.statute import shards
from basischeck.statute.model import Statute
from basischeck.statute.numbers import is_key, read_numbers
from basischeck.statute.powers.encoding import decode_powers, encode_powers
from basischeck.statute.powers.readings import places_of, read_over
from basischeck.statute.records import PowersRecord, change_to_json, powers_to_json, statute_to_json, text_to_json
from basischeck.statute.regions import names_place
from basischeck.statute.skeleton import decode_skeleton
from basischeck.statute.titles import name_keys

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE statute (id TEXT PRIMARY KEY, title TEXT, level TEXT, region TEXT, record TEXT) WITHOUT ROWID;
CREATE TABLE name (key TEXT, rank INTEGER, statute TEXT, title TEXT, place TEXT, PRIMARY KEY (key, rank, statute)) WITHOUT ROWID;
CREATE TABLE number (key TEXT, statute TEXT, PRIMARY KEY (key, statute)) WITHOUT ROWID;
CREATE TABLE text (version TEXT PRIMARY KEY, record TEXT, prints TEXT);
CREATE TABLE change (old TEXT, new TEXT, successor INTEGER, record TEXT, PRIMARY KEY (old, new)) WITHOUT ROWID;
CREATE TABLE matter (version TEXT PRIMARY KEY, line TEXT) WITHOUT ROWID;
CREATE TABLE power (version TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID;
CREATE INDEX change_new ON change (new);
CREATE INDEX statute_level ON statute (level, region);
"""


def build_database(folder: Path, file: Path) -> None:
    """Build the database `file` from the records in `folder`; `file` must not exist."""
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA page_size = 8192")
        connection.executescript(_SCHEMA)
        statutes = list(shards.read_statutes(folder))
        connection.executemany(
            "INSERT INTO statute VALUES (?, ?, ?, ?, ?)",
            ((s.id, s.title, s.level, s.region, _dump(statute_to_json(s))) for s in statutes),
        )
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)", _names(statutes))
        connection.executemany(
            "INSERT OR IGNORE INTO number VALUES (?, ?)",
            (
                (key, s.id)
                for s in statutes
                for number in s.document_numbers
                for key in read_numbers(number)
                if is_key(key)
            ),
        )
        connection.executemany(
            "INSERT INTO text VALUES (?, ?, ?)",
            ((t.version, _dump(text_to_json(t)), t.prints) for t in shards.read_texts(folder)),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?)",
            ((c.old, c.new, int(c.successor), _dump(change_to_json(c))) for c in shards.read_changes(folder)),
        )
        connection.executemany("INSERT INTO power VALUES (?, ?)", _powers(folder))
        connection.executemany("INSERT INTO matter VALUES (?, ?)", shards.read_matter(folder))
        connection.execute(
            "INSERT INTO meta VALUES ('manifest', ?)", (json.dumps(shards.read_manifest(folder), ensure_ascii=False),)
        )
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _powers(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the powers of each version: as the program read them, and as readers judged them where they did."""
    read = {readings.statute: readings for readings in shards.read_readings(folder)}
    found = {record.version: record for record in shards.read_powers(folder)}
    for text in shards.read_texts(folder) if read else ():
        readings = read.get(text.version.partition("@")[0])
        if readings is None or not text.skeleton:
            continue
        record = found.get(text.version, PowersRecord(text.version, (), ""))
        articles = [article.number for article in decode_skeleton(text.skeleton, text.annexes, text.numbering).articles]
        places = places_of(articles, text.prints)
        holders, words = encode_powers(read_over(decode_powers(record.holders, record.powers), readings, places))
        found[text.version] = PowersRecord(text.version, tuple(holders), words)
    for record in found.values():
        if record.powers:
            yield record.version, _dump(powers_to_json(record))


def _dump(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _names(statutes: Iterable[Statute]) -> Iterable[tuple[str, int, str, str, str | None]]:
    for statute in statutes:
        for key, rank, title in name_keys(statute):
            yield key, rank, statute.id, title, _bound_to(statute, key)


def _bound_to(statute: Statute, key: str) -> str | None:
    """Return the province without which a title does not mean this statute: local acts known by a name without place.

    A local act of which a text is held bears its full title（开封古城保护条例）; one known only because another act of its
    place repeals it may be named without its place.
    """
    if statute.region is None or names_place(key, statute.region):
        return None
    held = any(version.held for version in statute.versions)
    return None if held and not key.startswith("关于") else statute.region
