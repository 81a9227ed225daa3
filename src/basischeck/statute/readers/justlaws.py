"""The Markdown of just-laws: front matter, one file a 编, articles in bold（**第一条**　…）, one folder a statute."""

import re
from pathlib import Path

from basischeck.pattern import regex
from basischeck.statute.head import split_head
from basischeck.statute.lines import clean, without_comments
from basischeck.statute.model import Document, Source
from basischeck.statute.readers.document import make_document
from basischeck.statute.structure import Line, read_structure

_FRONT = regex(r"\A\s*---\n(?P<yaml>.*?)\n---\s*\n", re.DOTALL)
_BOLD_ARTICLE = regex(r"^\*\*第[^*]{1,12}条[^*]{0,6}\*\*", re.MULTILINE)


def books(texts: dict[Path, str]) -> dict[Path, dict[Path, str]]:
    """Find folders whose files are the parts of one statute: front matter that chains them, articles in bold."""
    folders = {
        file.parent
        for file, text in texts.items()
        if (front := _FRONT.match(text)) and re.search(r"^(prev|next):", front["yaml"], re.MULTILINE)
    }
    found: dict[Path, dict[Path, str]] = {}
    for file, text in texts.items():
        if file.parent in folders:
            found.setdefault(file.parent, {})[file] = text
    return {folder: files for folder, files in found.items() if any(map(_BOLD_ARTICLE.search, files.values()))}


def read_book(files: dict[Path, str], relative: str, name: str) -> Document:
    """Read the files of one statute: the one without articles names title and issue data, the others follow by name."""
    cover: list[Line] = []
    body: list[Line] = []
    for _, text in sorted(files.items()):
        (body if _BOLD_ARTICLE.search(text) else cover).extend(_lines(text))
    title = next((line.text for line in cover if line.heading == 1), Path(relative).name)
    head = split_head(title, [line for line in cover if line.text != title])
    preamble = tuple(line.text for line in head.body)
    return make_document(title, Source(name=name, path=relative), head.history, read_structure(body, title), preamble)


def _lines(text: str) -> list[Line]:
    front = _FRONT.match(text)
    lines = []
    for raw in without_comments(text[front.end() :] if front else text).splitlines():
        line = clean(raw.replace("**", ""))
        depth = len(line) - len(line.lstrip("#"))
        stripped = line[depth:].strip()
        if stripped:
            lines.append(Line(stripped, depth))
    return lines
