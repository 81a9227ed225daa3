"""The .docx of the official database (国家法律法规数据库): headings by style or as plain text, titles over two lines.

Titles are centred paragraphs before the issue data in one bracket; tables stand after the last article.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from basischeck.statute.head import split_head
from basischeck.statute.lines import clean
from basischeck.statute.marks import article_mark, heading_mark
from basischeck.statute.model import Document, Source
from basischeck.statute.readers.document import make_document
from basischeck.statute.structure import Line, read_structure

if TYPE_CHECKING:
    from basischeck.statute.readers.source import SourceReport

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(file: Path, relative: str, name: str, report: "SourceReport") -> Iterator[Document]:
    """Read one .docx as one document; what is no Word document, or holds no text, is noted in `report`."""
    lines = _lines(file)
    if lines is None:
        report.skipped.append((relative, "不是 Word 文档（.docx）"))
        return
    title, count = _title(lines, re.sub(r"（\d{4}）$", "", file.stem))
    if title is None or count >= len(lines):
        report.skipped.append((relative, "文档中没有法规文本"))
        return
    head = split_head(title, lines[count:])
    structure = read_structure(head.body, title)
    report.count("docx")
    yield make_document(head.title, Source(name=name, path=relative), head.history, structure)


def _lines(file: Path) -> list[Line] | None:
    """Return paragraphs and table rows in order; None where python-docx cannot open the file."""
    import docx  # here because it takes 100 ms and one dialect alone needs it
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = docx.Document(str(file))
    except (PackageNotFoundError, KeyError, ValueError, OSError):
        return None
    styles = {style.style_id: style.name or "" for style in document.styles}
    lines: list[Line] = []
    for block in document.element.body:
        if block.tag == f"{_W}p":
            depth = _depth(styles.get(_style(block), ""))
            lines.extend(Line(text, depth) for piece in _text(block).split("\n") if (text := clean(piece)))
        elif block.tag == f"{_W}tbl":
            for row in Table(block, document).rows:
                cells = list(dict.fromkeys(clean(cell.text) for cell in row.cells))
                lines.append(Line("| " + " | ".join(cells) + " |"))
    return lines


def _style(block: object) -> str:
    found = block.find(f"{_W}pPr/{_W}pStyle")  # type: ignore[attr-defined]
    return found.get(f"{_W}val") if found is not None else ""


def _depth(style: str) -> int:
    match = re.match(r"[Hh]eading (\d)", style)
    return int(match[1]) if match else 0


def _text(block: object) -> str:
    breaks = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " "}
    nodes = block.iter(f"{_W}t", *breaks)  # type: ignore[attr-defined]
    return "".join(breaks.get(node.tag) or node.text or "" for node in nodes)


def _title(lines: list[Line], stem: str) -> tuple[str | None, int]:
    """Return the title, joined over its lines, and how many lines it takes.

    The title ends where issue data, a table of contents or the first article begins; the file's name decides where
    a second line belongs to it.
    """
    for count in range(1, min(6, len(lines)) + 1):
        title = "".join(line.text for line in lines[:count])
        if _bare(title) == _bare(stem):
            return re.sub(r"\s+", "", title), count
    for count, line in enumerate(lines[:8]):
        if line.text[:1] in "（(" or article_mark(line.text) or heading_mark(line.text, bool(line.heading)):
            return (re.sub(r"\s+", "", "".join(row.text for row in lines[:count])) or None), count
    return (re.sub(r"\s+", "", lines[0].text), 1) if lines and len(lines[0].text) <= 60 else (None, 0)


def _bare(title: str) -> str:
    return re.sub(r"[\W_]", "", title)
