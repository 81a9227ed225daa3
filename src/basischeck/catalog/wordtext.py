"""The text of a cell or paragraph of a Word document, as its reader sees it."""

from typing import TYPE_CHECKING

from basischeck.catalog.wording import cell_text
from basischeck.catalog.wordnumbers import Numbering
from basischeck.catalog.wordparts import W

if TYPE_CHECKING:
    from lxml.etree import _Element

TAKEN_OUT = frozenset(
    [f"{W}del", f"{W}moveFrom", f"{W}rt", f"{W}footnote", f"{W}endnote", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
"""What a reader of the document does not read: deletions on record, pronunciations, notes, and what stands twice for older programs."""
_MARKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_OF_SYMBOLS = {0xFC: "√", 0xFB: "×", 0xFE: "☑", 0xFD: "☒", 0x52: "☑", 0x50: "√", 0x4F: "×"}
"""What the fonts of symbols（Wingdings, Wingdings 2）show in boxes that are ticked; nothing else of them says anything in a list."""
_PRIVATE = 0xF000
"""Where Word puts the characters of these fonts（ECMA-376 part 1, 17.3.3.30）."""


def text_of(element: "_Element", numbering: Numbering) -> str:
    """Return the text, each paragraph on a line of its own, with the numbers that Word sets before the paragraphs."""
    pieces: list[str] = []
    _gather(element, numbering, pieces)
    return cell_text("".join(pieces).strip("\n"))


def _gather(element: "_Element", numbering: Numbering, pieces: list[str]) -> None:
    if element.tag == f"{W}p":
        pieces.append(numbering.label(element))
    for child in element:
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _MARKS:
            pieces.append(_MARKS[child.tag])
        elif child.tag == f"{W}sym":
            pieces.append(_symbol(child.get(f"{W}char") or ""))
        elif child.tag not in TAKEN_OUT and not (child.tag == f"{W}r" and is_on(child, "rPr/vanish")):
            _gather(child, numbering, pieces)
            if child.tag == f"{W}p" and child.find(f"{W}pPr/{W}rPr/{W}del") is None:
                pieces.append("\n")


def is_on(element: "_Element", path: str) -> bool:
    """Tell whether a property is there and not set off（ECMA-376 part 1, 17.17.4）."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
        return _OF_SYMBOLS.get(number & 0xFF, "□") if number >= _PRIVATE or number < 0x20 else chr(number)
    except (ValueError, OverflowError):
        return ""
