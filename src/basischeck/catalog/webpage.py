"""The tables of web pages to grids: what portals export as .xls is often one, and so is a page saved from a browser."""

import email
import email.policy
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from basischeck.catalog import columns
from basischeck.catalog.columns import match_header
from basischeck.catalog.delimited import decode
from basischeck.catalog.extent import check_markup
from basischeck.catalog.grid import Grid
from basischeck.catalog.model import ListError
from basischeck.catalog.spans import Layout, Spanning, joined
from basischeck.catalog.wording import cell_text
from basischeck.pattern import regex

if TYPE_CHECKING:
    from email.message import Message

    from lxml.html import HtmlElement

_CHARSET = regex(r"""charset=["']?\s*([\w-]+)""")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_SPACE = regex(r"[ \t\r\n\f]+")
_LINE_ENDS = regex(r" *\n[ \n]*")
_BLOCKS = frozenset(["address", "blockquote", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "tr", "ul"])
_SPACES = regex(" +")
_UNSEEN = frozenset(["head", "noscript", "rp", "rt", "script", "style", "template"])
_HIDES = regex(r"display\s*:\s*none", re.IGNORECASE)
_FRAME = regex(r"""<frame\s[^>]*?src\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_TABLE = "\ue000表\ue000"
"""Stands where a table was; what no text has (characters of private use, Unicode 23.5)."""
_LINES_ABOVE = 20
"""Lines above a table that may say what it is; a whole page of a portal begins with hundreds of links."""
_LINES_BELOW = 20
"""Lines below the last table, where its notes stand."""
_HEADER_ROWS = 30
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MOST_ROWS = 65_534
"""Rows that a cell may span（HTML, 4.9.11）."""
_MOST_COLUMNS = 1000
"""Columns that a cell may span（HTML, 4.9.11）."""


def read_webpage(data: bytes, name: str) -> list[Grid]:
    """Return the tables of a web page, but those that lay out the page. Raises `ListError` where it has none."""
    return _joined(_parts(text := _text(data, name), name), name, _FRAME.search(text))


def read_archived_page(data: bytes, name: str) -> list[Grid]:
    """Return the same of a web page in a single file（MHTML, RFC 2557）, each of its pages one after the other."""
    parts: list[str | Layout] = []
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            parts += _parts(_text(content, name, _charset(part)), name)
    return _joined(parts, name)


def _charset(part: "Message[str, str]") -> str:
    try:
        return part.get_content_charset() or ""
    except (TypeError, ValueError, LookupError):  # a header in continuations that cannot be put together（RFC 2231）
        return ""


def _joined(parts: list[str | Layout], name: str, frame: re.Match[str] | None = None) -> list[Grid]:
    if any(isinstance(part, Layout) for part in parts):
        return joined(parts, "表")
    if frame:
        raise ListError(f"{name}：这是网页的外框，内容在它引用的另一个文件中（{frame.group(1)[:80]}）。请检查那个文件，或者打开原表，另存为 .xlsx，再检查。")
    raise ListError(
        f"{name}：这是网页，里面没有表格（清单可能由脚本载入，或者不是用表格排的）。请在浏览器中选中清单，复制到 Excel 或 WPS，"
        "整理成首行写栏目、每行一个事项的表，另存为 .xlsx，再检查。"
    )


def _text(data: bytes, name: str, charset: str = "") -> str:
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    charset = (charset or (declared.group(1) if declared else "")).lower()
    # GB2312 on a page means what browsers take it for: its extension（Encoding Standard, 4.2）.
    charset = "gb18030" if charset in ("gb2312", "gbk") else charset
    # A mark at the beginning goes before what is declared, and UTF-16 without one is not（HTML, 13.2.3.2）.
    if data.startswith(_BYTE_ORDER_MARKS) or charset.startswith("utf-16"):
        charset = ""
    try:
        text = data.decode(charset) if charset else decode(data, name)
    except (LookupError, ValueError):
        text = decode(data, name)
    return _DECLARATION.sub("", text.lstrip("\ufeff"))


def _parts(text: str, name: str) -> list[str | Layout]:
    """Return the tables of a page, each behind the last lines of text above it（a title, or the heading of a group）."""
    from lxml import etree, html  # here because few lists are web pages

    check_markup(text, name)
    try:
        page = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    tables = list(_tables(page))
    layouts = [_layout(table, name) for table in tables]
    for table in tables:
        tail = table.tail
        table.clear()
        table.tail = f"\n{_TABLE}\n{tail or ''}"
    *above, below = ([line for line in text.split("\n") if line] for text in _seen(page).split(_TABLE))
    parts: list[str | Layout] = []
    for lines, layout in zip(above, layouts, strict=False):
        parts += [*lines[-_LINES_ABOVE:], layout]
    return [*parts, *below[:_LINES_BELOW]] if layouts else []


def _tables(page: "HtmlElement") -> "Iterator[HtmlElement]":
    """Yield the tables that hold no other, and those that do though they are the list: a table in the cell of an item is its text."""
    taken: set[HtmlElement] = set()
    for table in page.iter("table"):
        if (next(table.iterdescendants("table"), None) is None or _is_list(table)) and taken.isdisjoint(table.iterancestors("table")):
            taken.add(table)
            yield table


def _is_list(table: "HtmlElement") -> bool:
    """Whether cells of a table itself name both the items and what founds them, which no layout of a page does."""
    found = set()
    for row in islice(_rows(table), _HEADER_ROWS):
        for cell in row.iterchildren("td", "th"):
            if next(cell.iterdescendants("table"), None) is None and (match := match_header(_seen(cell))) and match.exact:
                found.add(match.field)
    return found >= {columns.NAME, columns.FOUNDING}


def _rows(table: "HtmlElement") -> "Iterator[HtmlElement]":
    return (row for row in table.iterdescendants("tr") if next(row.iterancestors("table")) is table)


def _layout(table: "HtmlElement", name: str) -> Layout:
    layout = Layout(name)
    for caption in table.iterchildren("caption"):
        layout.add([Spanning(_seen(caption))])
    rows = list(_rows(table))
    for number, row in enumerate(rows):
        left = len(rows) - number
        spanning = [
            Spanning(_seen(cell), min(_span(cell, "rowspan", _MOST_ROWS) or left, left), _span(cell, "colspan", _MOST_COLUMNS) or 1)
            for cell in row.iterchildren("td", "th")
            if not _is_hidden(cell)
        ]
        layout.add(spanning, hidden=_is_hidden(row))
    return layout


def _is_hidden(element: "HtmlElement") -> bool:
    return element.get("hidden") is not None or bool(_HIDES.search(element.get("style") or ""))


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
        if child.tag == "input":
            pieces.append(_SPACE.sub(" ", child.get("value") or "") if (child.get("type") or "text").lower() == "text" else "")
        elif child.tag == "select":
            _gather_chosen(child, pieces)
        elif child.tag not in _UNSEEN:
            _gather(child, pieces)
        # A cell here is one of a table inside the cell.
        pieces += ["\n"] if broken else [" "] if child.tag in ("td", "th") else []
        pieces.append(_SPACE.sub(" ", child.tail or ""))


def _gather_chosen(control: "HtmlElement", pieces: list[str]) -> None:
    options = list(control.iter("option"))
    for option in [option for option in options if option.get("selected") is not None] or options[:1]:
        _gather(option, pieces)
