"""Markdown and plain text: collections with `<!-- INFO END -->`, with issue data in one bracket, and bare texts.

All share one form: a `#` title, lines of issue data, then the body, whose headings may or may not carry `#`. A statute
may be spread over the files of one folder (`#` title, then a second `#` naming the 编).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.pattern import regex
from basischeck.statute.head import Head, split_head
from basischeck.statute.lines import clean, decode, without_comments
from basischeck.statute.marks import article_mark
from basischeck.statute.model import Document, Source
from basischeck.statute.readers import justlaws
from basischeck.statute.readers.document import make_document
from basischeck.statute.readers.sqlite import Catalogues, Entry
from basischeck.statute.structure import Line, read_structure

if TYPE_CHECKING:
    from basischeck.statute.readers.source import SourceReport

_INFO_END = regex(r"<!--\s*INFO END\s*-->")


@dataclass(frozen=True, slots=True)
class _Text:
    """One file as read: title, the 编 it holds where it is part of a statute, and its lines."""

    relative: str
    file: Path
    title: str
    part: str | None
    head: Head
    dialect: str


def read_text(file: Path) -> str | None:
    """Return the text of `file`, None where its bytes are no text."""
    data = file.read_bytes()
    if b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return None
    try:
        return decode(data)
    except UnicodeDecodeError:
        return None


def read_group(
    texts: dict[Path, str], base: Path, name: str, catalogues: Catalogues, report: "SourceReport"
) -> Iterator[Document]:
    """Read the text files of one source; files of one folder that are parts of one statute become one document."""
    parts: dict[tuple[Path, str], list[_Text]] = {}
    books = justlaws.books(texts)
    for folder, files in books.items():
        report.count("just-laws")
        yield justlaws.read_book(files, folder.relative_to(base).as_posix() if folder != base else base.name, name)
    taken = {file for files in books.values() for file in files}
    for file, text in texts.items():
        if file in taken:
            continue
        relative = file.relative_to(base).as_posix()
        read = _read(file, relative, text)
        if isinstance(read, str):
            report.skipped.append((relative, read))
        elif read.part is not None:
            parts.setdefault((file.parent, read.title), []).append(read)
        else:
            report.count(read.dialect)
            yield _document(read, name, catalogues.find(file))
    for group in parts.values():
        report.count(group[0].dialect)
        yield _joined(group, name, catalogues.find(group[0].file))


def _read(file: Path, relative: str, text: str) -> _Text | str:
    """Read one file, or say in Chinese why it holds no statute."""
    if text.lstrip().startswith("---\n"):
        return "只有网页配置，没有法规文本"
    marker = _INFO_END.search(text)
    head_text, body_text = (text[: marker.start()], text[marker.end() :]) if marker else (text, "")
    lines = _lines(head_text)
    while lines and not lines[0].text.strip("#"):
        lines = lines[1:]
    if not lines:
        return "空文件"
    title, count = _title(lines, file.stem)
    if title is None:
        return "没有标题"
    rest = lines[count:]
    part = None
    if marker and rest and rest[0].heading == 1 and not article_mark(rest[0].text):
        part, rest = rest[0].text, rest[1:]
    if marker:
        below = split_head(title, _lines(body_text))
        head = Head(below.title, tuple(line.text for line in rest) + below.history, below.body)
    else:
        head = split_head(title, rest)
    if not head.body and not head.history:
        return "没有正文"
    return _Text(relative, file, head.title, part, head, "lawrefbook" if marker else "markdown")


def _lines(text: str) -> list[Line]:
    lines = []
    for raw in without_comments(text).splitlines():
        line = clean(raw)
        depth = len(line) - len(line.lstrip("#"))
        stripped = _plain(line[depth:].strip())
        if stripped:
            lines.append(Line(stripped, depth))
    return lines


def _plain(line: str) -> str:
    """Drop Markdown emphasis and escapes."""
    if "*" in line:
        line = re.sub(r"\*\*(.+?)\*\*", r"\1", line)
    return re.sub(r"\\([*_#\[\]().+-])", r"\1", line) if "\\" in line else line


def _title(lines: list[Line], stem: str) -> tuple[str | None, int]:
    """Return the title and how many lines it takes; a title may be wrapped, and may lack its `#`."""
    first = lines[0].text
    if len(first) > 120 or article_mark(first):
        return None, 0
    if not lines[0].heading and not _resembles(first, stem):
        return stem if _resembles_any(lines, stem) else None, 0
    if len(lines) > 1 and re.search(r"[》和与关于及、]$", first) and len(lines[1].text) < 40 and not lines[1].heading:
        return first + lines[1].text, 2
    return first, 1


def _resembles(line: str, stem: str) -> bool:
    """Whether a line is the title that the file is named for."""
    bare = re.sub(r"[\W_]|中华人民共和国", "", line)
    return bare == re.sub(r"[\W_]|中华人民共和国", "", re.sub(r"\(\d{4}.*\)$", "", stem))


def _resembles_any(lines: list[Line], stem: str) -> bool:
    return bool(stem) and any(article_mark(line.text) for line in lines)


def _source(text: _Text, name: str, entry: Entry | None) -> Source:
    if entry is None:
        return Source(name=name, path=text.relative)
    return Source(
        name=name,
        path=text.relative,
        level=entry.level,
        promulgated=entry.published,
        effective=entry.effective,
        expired=entry.expired,
    )


def _document(text: _Text, name: str, entry: Entry | None) -> Document:
    return make_document(
        text.title, _source(text, name, entry), text.head.history, read_structure(text.head.body, text.title)
    )


def _joined(group: list[_Text], name: str, entry: Entry | None) -> Document:
    """Join the parts of one statute in the order of their articles, each under its 编."""
    ordered = sorted(group, key=_first_article)
    lines: list[Line] = []
    number = 0
    for text in ordered:
        if text.part is not None:
            if re.fullmatch(r"附\s*则", text.part):
                lines.append(Line("附则", 1))
            else:
                number += 1
                lines.append(Line(f"第{_chinese(number)}编 {text.part.removesuffix('编')}", 1))
        lines.extend(text.head.body)
    first = ordered[0]
    folder = first.relative.rpartition("/")[0] or first.relative
    source = _source(first, name, entry)
    source = Source(source.name, folder, source.level, None, None, source.promulgated, source.effective, source.expired)
    return make_document(first.title, source, first.head.history, read_structure(lines, first.title))


def _first_article(text: _Text) -> int:
    return next((mark.number for line in text.head.body if (mark := article_mark(line.text))), 0)


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九十"
    return digits[number] if number <= 10 else f"十{digits[number - 10]}"
