"""Read any source: walk folders, unpack archives, tell the dialect of each file by its content, read it."""

import lzma
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from basischeck.statute.model import Document
from basischeck.statute.readers import docx, markdown, sqlite, table

_XZ = b"\xfd7zXZ\x00"
_SQLITE = b"SQLite format 3\x00"
_ZIP = b"PK\x03\x04"


class SourceError(Exception):
    """A source that cannot be read; the message is Chinese."""


@dataclass(slots=True)
class SourceReport:
    """What was met while reading: files by dialect, and the files that gave no document, each with its reason."""

    read: dict[str, int] = field(default_factory=dict)
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def count(self, dialect: str) -> None:
        """Note one document of `dialect`."""
        self.read[dialect] = self.read.get(dialect, 0) + 1


def read_source(path: Path, report: SourceReport | None = None) -> Iterator[Document]:
    """Yield the documents of a file, a folder or an archive (.tar.xz and the like, .xz), in order of path.

    Raises SourceError where `path` is missing or holds nothing readable; single files that cannot be read are noted in
    `report.skipped`, never dropped in silence.
    """
    path = Path(path)
    report = report if report is not None else SourceReport()
    if not path.exists():
        raise SourceError(f"找不到来源：{path}")
    found = False
    for part in _parts(path):
        with _unpacked(part) as (root, name):
            for document in _read_tree(root, name, report):
                found = True
                yield document
    if not found:
        reason = f"：{report.skipped[0][1]}" if report.skipped else ""
        raise SourceError(f"来源中没有可读的法规文本：{path}{reason}")


def _parts(path: Path) -> list[Path]:
    """Split a folder of archives into its sources: each archive, database and table is a source of its own."""
    if not path.is_dir():
        return [path]
    files = sorted(p for p in path.iterdir() if p.is_file())
    return files if any(_is_archive(file) for file in files) else [path]


def _is_archive(file: Path) -> bool:
    return _starts(file, _XZ) or tarfile.is_tarfile(file)


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[Path, str]]:
    """Give the folder or file to read and the source's name; archives are unpacked into a temporary folder."""
    name = source_name(path)
    if path.is_dir():
        yield path, name
        return
    with tempfile.TemporaryDirectory(prefix="basischeck-") as scratch:
        target = Path(scratch)
        if tarfile.is_tarfile(path):
            with tarfile.open(path) as archive:
                archive.extractall(target, filter="data")
            yield target, name
        elif _starts(path, _XZ):
            unpacked = target / path.stem
            with lzma.open(path) as packed:
                unpacked.write_bytes(packed.read())
            yield unpacked, name
        else:
            yield path, name


def source_name(path: Path) -> str:
    """Name a source by its file or folder, without the endings of archives."""
    name = path.name or path.resolve().name
    for ending in (".xz", ".gz", ".bz2", ".tar", ".tgz", ".sqlite", ".sqlite3", ".db", ".csv"):
        name = name.removesuffix(ending)
    return name


def _starts(path: Path, magic: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(magic)) == magic


def _read_tree(root: Path, name: str, report: SourceReport) -> Iterator[Document]:
    if root.is_file():
        files, base = [root], root.parent
    else:
        files, base = sorted(p for p in root.rglob("*") if p.is_file()), _base(root)
    texts: dict[Path, str] = {}
    catalogues = sqlite.Catalogues()
    others: list[Path] = []
    for file in files:
        if _starts(file, _SQLITE) and catalogues.add(file):
            continue
        others.append(file)
    for file in others:
        yield from _read_file(file, base, name, texts, catalogues, report)
    yield from markdown.read_group(texts, base, name, catalogues, report)


def _base(root: Path) -> Path:
    """Step into the single folder of an unpacked archive, so that paths are the same from folder and archive."""
    inner = list(root.iterdir())
    return inner[0] if len(inner) == 1 and inner[0].is_dir() else root


def _read_file(
    file: Path, base: Path, name: str, texts: dict[Path, str], catalogues: sqlite.Catalogues, report: SourceReport
) -> Iterator[Document]:
    relative = file.relative_to(base).as_posix()
    if _starts(file, _SQLITE):
        yield from sqlite.read_laws(file, relative, name, report)
    elif _starts(file, _ZIP):
        yield from docx.read_docx(file, relative, name, report)
    elif (text := markdown.read_text(file)) is None:
        report.skipped.append((relative, "不是文本文件"))
    elif table.is_catalogue(text):
        for document in table.read_catalogue(text, relative, name):
            report.count("csv")
            yield document
    else:
        texts[file] = text
