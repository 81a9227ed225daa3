"""The lines of one article to its 款, 项 and 目 (立法法 article 65, 2023).

款 carry no number and are paragraphs, not lines: a wrapped line is joined to the one before, and plain text between two
items belongs to the first of them. Gaps in the numbering are reported, not repaired.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from basischeck.statute.marks import Mark, item_mark
from basischeck.statute.model import ItemText, ParagraphText

_ENDS = '。；：！？”’）》〉…;:!?)"】]>|'
_INLINE = re.compile(r"(?<=[：:；;。])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)])")


@dataclass(slots=True)
class _Item:
    number: int
    text: str
    style: str
    subitems: list[tuple[int, str]] = field(default_factory=list)
    sub_style: str = ""


@dataclass(slots=True)
class _Paragraph:
    text: str
    items: list[_Item] = field(default_factory=list)


def read_paragraphs(lines: Iterable[str]) -> tuple[tuple[ParagraphText, ...], list[str]]:
    """Read the lines of one article into its 款 with their 项 and 目; also return what was odd in the numbering."""
    body = _Body()
    for line in lines:
        for piece in _INLINE.split(line):
            body.feed(piece.strip())
    paragraphs = tuple(
        ParagraphText(p.text, tuple(ItemText(i.number, i.text, tuple(i.subitems)) for i in p.items))
        for p in body.paragraphs
    )
    return paragraphs, body.faults


class _Body:
    """The paragraphs of one article while they are read."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.faults: list[str] = []

    def feed(self, text: str) -> None:
        """Take the next line: an item, a subitem, a new paragraph, or the rest of the one before."""
        if not text:
            return
        mark = item_mark(text)
        if mark is not None and self._takes_mark(mark, text):
            return
        if not self.paragraphs:
            self.paragraphs.append(_Paragraph(text))
        elif text.startswith("|"):
            self._extend("\n" + text)
        elif self._unfinished():
            self._extend(text)
        else:
            self.paragraphs.append(_Paragraph(text))

    def _unfinished(self) -> bool:
        last = self.paragraphs[-1]
        tail = last.items[-1] if last.items else None
        if tail is None:
            return not last.text or last.text[-1] not in _ENDS or _caption(last.text)
        text = tail.subitems[-1][1] if tail.subitems else tail.text
        return not text or text[-1] in "，、,"

    def _extend(self, text: str) -> None:
        last = self.paragraphs[-1]
        if not last.items:
            last.text += text
        elif last.items[-1].subitems:
            number, before = last.items[-1].subitems[-1]
            last.items[-1].subitems[-1] = (number, before + text)
        else:
            last.items[-1].text += text

    def _takes_mark(self, mark: Mark, text: str) -> bool:
        if not self.paragraphs:
            self.paragraphs.append(_Paragraph(""))
        last = self.paragraphs[-1]
        if not last.items:
            if mark.number != 1 and self._resume_list(mark):
                last = self.paragraphs[-1]
            elif mark.number != 1:
                if not last.text.endswith(("：", ":")):
                    return False  # a number inside running text, not a list
                self.faults.append(f"项的编号从{mark.number}开始")
            else:
                last.items.append(_Item(1, mark.rest, mark.style))
                return True
        if not last.items:
            last.items.append(_Item(mark.number, mark.rest, mark.style))
            return True
        tail = last.items[-1]
        if mark.style == tail.style:
            self._next_item(last, tail, mark)
        elif not tail.subitems and mark.number == 1:
            tail.sub_style = mark.style
            tail.subitems.append((1, mark.rest))
        elif mark.style == tail.sub_style:
            if mark.number != tail.subitems[-1][0] + 1:
                self.faults.append(f"目的编号不连续：{tail.subitems[-1][0]}之后是{mark.number}")
            tail.subitems.append((mark.number, mark.rest))
        else:
            self._extend("\n" + text)  # a level below 目: part of its text
        return True

    def _next_item(self, paragraph: _Paragraph, tail: _Item, mark: Mark) -> None:
        if mark.number == 1 and tail.number > 1:
            self.faults.append("同一款内项的编号重新从1开始")
            self.paragraphs.append(_Paragraph("", [_Item(1, mark.rest, mark.style)]))
            return
        if mark.number != tail.number + 1:
            self.faults.append(f"项的编号不连续：{tail.number}之后是{mark.number}")
        paragraph.items.append(_Item(mark.number, mark.rest, mark.style))

    def _resume_list(self, mark: Mark) -> bool:
        """Where a list goes on behind plain lines, those lines were part of its last item, not paragraphs."""
        for position in range(len(self.paragraphs) - 2, -1, -1):
            before = self.paragraphs[position]
            if not before.items:
                continue
            tail = before.items[-1]
            between = [p.text for p in self.paragraphs[position + 1 :]]
            if tail.style == mark.style and mark.number == tail.number + 1:
                tail.text = "\n".join([tail.text, *between])
                del self.paragraphs[position + 1 :]
                return True
            if tail.sub_style == mark.style and tail.subitems and mark.number == tail.subitems[-1][0] + 1:
                number, text = tail.subitems[-1]
                tail.subitems[-1] = (number, "\n".join([text, *between]))
                del self.paragraphs[position + 1 :]
                return True
            return False
        return False


def _caption(text: str) -> bool:
    """Whether a line is only the caption of an article: （适用范围）, 【适用范围】."""
    return len(text) <= 30 and bool(re.fullmatch(r"[（(【［\[][^）)】］\]]*[）)】］\]]", text))
