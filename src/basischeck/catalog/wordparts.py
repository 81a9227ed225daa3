"""The parts of a Word document: its body, its numbering and its notes, from a package（.docx, .docm, ISO/IEC 29500）or from one XML file.

Systems that fill in a template hand out the latter under the name .doc（Word 2003 XML, or a package as one file）.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from basischeck.catalog.container import WORD_XML
from basischeck.catalog.extent import check_markup
from basischeck.catalog.model import ListError
from basischeck.pattern import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_MAIN}}}"
"""The namespace of all that Word writes."""
_OTHER_NAMES = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD_XML[0].encode())
"""The same namespace in strict documents（ISO/IEC 29500-1）and in those of Word 2003."""
_DOCUMENT = regex(r"word/document\d*\.xml")
_OTHERS = regex(r"word/(?:numbering|styles|footnotes|endnotes|comments)\d*\.xml")
_DECLARED = regex(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class WordParts:
    """The body of a document, and the roots of its other parts that a reader sees something of."""

    body: "_Element"
    roots: "tuple[_Element, ...]"

    def all(self, tag: str) -> "Iterator[_Element]":
        """Yield the elements with a tag of the parts besides the body."""
        for root in self.roots:
            yield from root.iter(f"{W}{tag}")


def word_parts(data: bytes, name: str) -> WordParts:
    """Return the parts of a document. Raises `ListError` where it is damaged, or no Word document."""
    from lxml import etree  # here because few lists are Word documents

    try:
        roots = [_tree(xml, name) for xml in (_entries(data) if data.startswith(b"PK") else [_in_utf8(data)])]
        body = next(body for root in roots for body in root.iter(f"{W}body"))
    except (KeyError, ValueError, OSError, EOFError, RuntimeError, StopIteration, zlib.error, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise ListError(f"{name}：Word 文档已损坏，或者不是 .docx 格式，无法读取。请用 Word 或 WPS 打开，另存为 .docx，再检查。") from None
    return WordParts(body, tuple(roots))


def _entries(data: bytes) -> list[bytes]:
    """Return the XML of the document and of its other parts, the document first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        paths = {entry.filename.replace("\\", "/").lower(): entry for entry in archive.infolist()}
        document = min(path for path in paths if _DOCUMENT.fullmatch(path))
        return [archive.read(paths[path]) for path in (document, *filter(_OTHERS.fullmatch, sorted(paths)))]


def _in_utf8(data: bytes) -> bytes:
    return _DECLARED.sub("", data.decode("utf-16")).encode() if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data


def _tree(xml: bytes, name: str) -> "_Element":
    from lxml import etree

    check_markup(xml, name)
    for other in _OTHER_NAMES:
        xml = xml.replace(other, _MAIN.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("entities are not taken in, and no program writes them")
    return root
