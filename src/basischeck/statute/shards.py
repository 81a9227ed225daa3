"""The committed form of the index: line-wise text in corpus/, sorted, sharded by level and region.

corpus/manifest.json           format, sources with their dates, counts
corpus/statutes/<shard>.jsonl  one statute a line: titles, level, versions, relations
corpus/texts/<shard>.jsonl     one held version a line: skeleton, annexes, faults
corpus/prints/<shard>.txt      one held version a line: id, tab, fingerprint
corpus/matter/<shard>.txt      one held version a line, where an earlier one may be cited that is not held: id, tab, matter
corpus/changes/<shard>.jsonl   one comparison a line: what became of each article
corpus/powers/<shard>.jsonl    one held version a line: the powers that the program reads in its provisions
corpus/readings/<part>.jsonl   one act a line: the powers of its paragraphs as readers judged them; not written by a build, kept by it
    corpus/*.csv                   written by hand: days of versions that no source states; read with the sources
    corpus/supplement.tsv          written by hand: order numbers that no source states, with where they are published
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from basischeck.statute.model import Statute
from basischeck.statute.powers.readings import Readings, readings_from_line
from basischeck.statute.records import (
    FORMAT,
    ChangeRecord,
    Json,
    PowersRecord,
    TextRecord,
    change_from_json,
    change_to_json,
    powers_from_json,
    powers_to_json,
    statute_from_json,
    statute_to_json,
    text_from_json,
    text_to_json,
)
from basischeck.statute.regions import code_of

_FOLDERS = ("statutes", "texts", "prints", "matter", "changes", "powers")
_SHARDS = {
    "宪法": "law",
    "法律": "law",
    "监察法规": "regulation",
    "行政法规": "regulation",
    "司法解释": "interpretation",
    "部门规章": "rule",
    "规范性文件": "document",
}


@dataclass(slots=True)
class Corpus:
    """A whole index as records."""

    statutes: list[Statute] = field(default_factory=list)
    texts: dict[str, TextRecord] = field(default_factory=dict)
    changes: list[ChangeRecord] = field(default_factory=list)
    powers: dict[str, PowersRecord] = field(default_factory=dict)
    matter: dict[str, str] = field(default_factory=dict)
    manifest: Json = field(default_factory=dict)


def shard_of(statute: Statute) -> str:
    """Name the shard of a statute: its level, for local acts the province (codes of GB/T 2260)."""
    if statute.level in ("地方性法规", "地方政府规章"):
        kind = "local" if statute.level == "地方性法规" else "localrule"
        return f"{kind}-{code_of(statute.region) or '00'}"
    return _SHARDS.get(statute.level or "", "other")


def write_corpus(corpus: Corpus, folder: Path) -> None:
    """Write an index; what lay in its sub-folders before is replaced."""
    for name in _FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    shards: dict[str, list[Statute]] = {}
    for statute in sorted(corpus.statutes, key=lambda s: (s.title, s.id)):
        shards.setdefault(shard_of(statute), []).append(statute)
    changes: dict[str, list[ChangeRecord]] = {}
    for change in corpus.changes:
        changes.setdefault(change.old.partition("@")[0], []).append(change)
    for shard, statutes in shards.items():
        texts = [corpus.texts[v.id] for s in statutes for v in s.versions if v.id in corpus.texts]
        _write(folder / "statutes" / f"{shard}.jsonl", map(_dump, map(statute_to_json, statutes)))
        _write(folder / "texts" / f"{shard}.jsonl", map(_dump, map(text_to_json, texts)))
        _write(folder / "prints" / f"{shard}.txt", (f"{t.version}\t{t.prints}" for t in texts))
        matter = [(v.id, corpus.matter[v.id]) for s in statutes for v in s.versions if v.id in corpus.matter]
        _write(folder / "matter" / f"{shard}.txt", (f"{version}\t{line}" for version, line in matter))
        powers = [corpus.powers[v.id] for s in statutes for v in s.versions if v.id in corpus.powers]
        _write(folder / "powers" / f"{shard}.jsonl", map(_dump, map(powers_to_json, powers)))
        ordered = (c for s in statutes for c in changes.get(s.id, ()))
        _write(folder / "changes" / f"{shard}.jsonl", map(_dump, map(change_to_json, ordered)))
    manifest = {"format": FORMAT, **corpus.manifest}
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def _dump(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if text:
        file.write_text(text, encoding="utf-8", newline="\n")


def _lines(folder: Path, name: str) -> Iterator[str]:
    for file in sorted((folder / name).glob("*.*")):
        with file.open(encoding="utf-8") as stream:
            for line in stream:
                yield line.rstrip("\n")


def read_supplement(folder: Path) -> dict[str, str]:
    """Return order numbers by title from supplement.tsv (title, number, where it is published), empty where there is none."""
    file = folder / "supplement.tsv"
    if not file.is_file():
        return {}
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows if len(row) > 1}


def own_catalogues(folder: Path) -> list[Path]:
    """Return the catalogues (.csv) that are kept beside the records: days that no source states, with the act that does."""
    return sorted(folder.glob("*.csv"))


def read_manifest(folder: Path) -> Json:
    """Return the manifest of an index; raises FileNotFoundError where the folder holds none."""
    manifest: Json = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def read_statutes(folder: Path) -> Iterator[Statute]:
    """Yield the statutes of an index."""
    for line in _lines(folder, "statutes"):
        yield statute_from_json(json.loads(line))


def read_texts(folder: Path) -> Iterator[TextRecord]:
    """Yield the texts of an index with their fingerprints."""
    prints = dict(line.split("\t", 1) for line in _lines(folder, "prints"))
    for line in _lines(folder, "texts"):
        record = json.loads(line)
        yield text_from_json(record, prints.get(record["version"], ""))


def read_matter(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what the provisions of versions are about: version and its encoded line (see `statute.matter`)."""
    for line in _lines(folder, "matter"):
        version, _, encoded = line.partition("\t")
        yield version, encoded


def read_changes(folder: Path) -> Iterator[ChangeRecord]:
    """Yield the comparisons of an index."""
    for line in _lines(folder, "changes"):
        yield change_from_json(json.loads(line))


def read_powers(folder: Path) -> Iterator[PowersRecord]:
    """Yield the powers of an index, version by version."""
    for line in _lines(folder, "powers"):
        yield powers_from_json(json.loads(line))


def read_readings(folder: Path) -> Iterator[Readings]:
    """Yield what readers judged the paragraphs of acts to confer, act by act."""
    for line in _lines(folder, "readings"):
        yield readings_from_line(line)


def digest(folder: Path) -> str:
    """Return a digest of all files of an index: what a derived database is keyed by."""
    total = hashlib.blake2b(str(FORMAT).encode(), digest_size=12)
    for file in [*sorted(folder.glob("*/*.*")), folder / "manifest.json"]:
        total.update(file.relative_to(folder).as_posix().encode())
        total.update(file.read_bytes())
    return total.hexdigest()
