"""The tables of web pages to grids: what portals export as .xls is often one, and so is a page saved from a browser."""

import email
import email.policy
from typing import TYPE_CHECKING

from basischeck.catalog.delimited import decode
from basischeck.catalog.grid import Grid
from basischeck.catalog.model import ListError
from basischeck.catalog.spans import Layout, Spanning, joined
from basischeck.catalog.wording import cell_text
from basischeck.pattern import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = regex(r"""charset=["']?\s*([\w-]+)""")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_SPACE = regex(r"[ \t\r\n\f]+")
_LINE_ENDS = regex(r" *\n[ \n]*")
_BLOCKS = frozenset(["address", "blockquote", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"])
_SPACES = regex(" +")
_UNSEEN = frozenset(["head", "script", "style", "template"])
_TABLE = "\ue000表\ue000"
"""Stands where a table was; what no text has (characters of private use, Unicode 23.5)."""
_LINES_ABOVE = 20
"""Lines above a table that may say what it is; a whole page of a portal begins with hundreds of links."""
_MOST_ROWS = 65_534
"""Rows that a cell may span（HTML, 4.9.11）."""
_MOST_COLUMNS = 1000
"""Columns that a cell may span（HTML, 4.9.11）."""


def read_webpage(data: bytes, name: str) -> list[Grid]:
    """Return the tables of a web page that hold no other table. Raises `ListError` where it has none."""
    return _joined(_parts(_text(data, name), name), name)


def read_archived_page(data: bytes, name: str) -> list[Grid]:
    """Return the same of a web page in a single file（MHTML, RFC 2557）, each of its pages one after the other."""
    parts: list[str | Layout] = []
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            parts += _parts(_text(content, name, part.get_content_charset() or ""), name)
    return _joined(parts, name)


def _joined(parts: list[str | Layout], name: str) -> list[Grid]:
    if not any(isinstance(part, Layout) for part in parts):
        raise ListError(f"{name}：这是网页，里面没有表格。请提供 .xlsx、.xls、.ods、.docx、.csv 或 .json 格式的清单。")
    return joined(parts, "表")


def _text(data: bytes, name: str, charset: str = "") -> str:
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    charset = (charset or (declared.group(1) if declared else "")).lower()
    # GB2312 on a page means what browsers take it for: its extension（Encoding Standard, 4.2）.
    charset = "gb18030" if charset in ("gb2312", "gbk") else charset
    try:
        text = data.decode(charset) if charset else decode(data, name)
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name)
    return _DECLARATION.sub("", text.lstrip("\ufeff"))


def _parts(text: str, name: str) -> list[str | Layout]:
    """Return the tables of a page, each behind the last lines of text above it（a title, or the heading of a group）."""
    from lxml import html  # here because few lists are web pages

    if not text.strip():
        return []
    page = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True))
    tables = [table for table in page.iter("table") if next(table.iterdescendants("table"), None) is None]
    layouts = [_layout(table, name) for table in tables]
    for table in tables:
        tail = table.tail
        table.clear()
        table.tail = f"\n{_TABLE}\n{tail or ''}"
    parts: list[str | Layout] = []
    for above, layout in zip(_seen(page).split(_TABLE), layouts, strict=False):
        parts += [*[line for line in above.split("\n") if line][-_LINES_ABOVE:], layout]
    return parts


def _layout(table: "HtmlElement", name: str) -> Layout:
    layout = Layout(name)
    for caption in table.iterchildren("caption"):
        layout.add([Spanning(_seen(caption))])
    rows = list(table.iterdescendants("tr"))
    for number, row in enumerate(rows):
        left = len(rows) - number
        layout.add(
            Spanning(_seen(cell), min(_span(cell, "rowspan", _MOST_ROWS) or left, left), _span(cell, "colspan", _MOST_COLUMNS) or 1)
            for cell in row.iterchildren("td", "th")
        )
    return layout


def _span(cell: "HtmlElement", attribute: str, most: int) -> int:
    """Return how far a cell reaches; 0 is to the end of the table（HTML, 4.9.11）."""
    digits = (cell.get(attribute) or "1").strip()
    return min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def _seen(cell: "HtmlElement") -> str:
    """Return the text of a cell as a browser shows it: white space is one blank, blocks stand on lines of their own."""
    pieces: list[str] = []
    _gather(cell, pieces)
    return cell_text(_LINE_ENDS.sub("\n", _SPACES.sub(" ", "".join(pieces))).strip(" \n"))


def _gather(element: "HtmlElement", pieces: list[str]) -> None:
    pieces.append(_SPACE.sub(" ", element.text or ""))
    for child in element:
        broken = child.tag in _BLOCKS
        pieces += ["\n"] if broken or child.tag == "br" else []
        if child.tag not in _UNSEEN:
            _gather(child, pieces)
        pieces += ["\n"] if broken else []
        pieces.append(_SPACE.sub(" ", child.tail or ""))
