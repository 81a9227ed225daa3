"""The lines of one article to its 款, 项 and 目 (立法法 article 65, 2023).

款 carry no number and are paragraphs, not lines: a wrapped line is joined to the one before, and plain text between two
items belongs to the first of them. Gaps in the numbering are reported, not repaired.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from basischeck.pattern import regex
from basischeck.statute.marks import Mark, item_mark
from basischeck.statute.model import ItemText, ParagraphText

_ENDS = '。；：！？”’）》〉…;:!?)"】]>|'
LOST_NUMBERS = "部分项的编号缺失，按顺序推定"
"""Fault of an article some of whose items have lost their numbers in the source."""
_INLINE = regex(r"(?<=[：:；;。])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)])")


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
    body.recover_lists()
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

    def recover_lists(self) -> None:
        """Read as items the lines behind a colon whose numbers the source has lost, where their order tells them.

        Automatic numbers of a word processor are lost on the way to plain text, the first of a list above all. What
        tells: every line but the last ends with a semicolon, and numbers that are left stand in their place.
        """
        position = 0
        while position < len(self.paragraphs):
            head = self.paragraphs[position]
            lines = self._open_lines(position)
            start = len(head.items)
            if lines and _in_place(lines, start) and len(lines) + start >= 2:
                items = [item_mark(line) for line in lines]
                head.items.extend(
                    _Item(start + n, mark.rest if mark else line, "cn-paren")
                    for n, (mark, line) in enumerate(zip(items, lines, strict=True), 1)
                )
                del self.paragraphs[position + 1 : position + 1 + len(lines)]
                self.faults.append(LOST_NUMBERS)
            position += 1

    def _open_lines(self, position: int) -> list[str]:
        """Return the lines that a list still open at the end of a paragraph runs on into, up to the first full stop."""
        head = self.paragraphs[position]
        if head.items:
            tail = head.items[-1]
            if tail.subitems or not _goes_on(tail.text):
                return []
        elif not head.text.endswith(("：", ":")):
            return []
        lines: list[str] = []
        for paragraph in self.paragraphs[position + 1 :]:
            if paragraph.items:
                return []
            lines.append(paragraph.text)
            if not _goes_on(paragraph.text):
                return lines if paragraph.text.endswith("。") else []
        return []

    def _resume_list(self, mark: Mark) -> bool:
        """Where a list goes on behind plain lines, those lines were part of its last item, not paragraphs."""
        for position in range(len(self.paragraphs) - 2, -1, -1):
            before = self.paragraphs[position]
            if not before.items:
                continue
            tail = before.items[-1]
            between = [p.text for p in self.paragraphs[position + 1 :]]
            if tail.style == mark.style and mark.number == tail.number + 1:
                tail.text = _joined([tail.text, *between])
                del self.paragraphs[position + 1 :]
                return True
            if (
                tail.style == mark.style
                and mark.number == tail.number + 1 + len(between)
                and all(map(_goes_on, between))
            ):
                before.items.extend(_Item(tail.number + n, text, mark.style) for n, text in enumerate(between, 1))
                self.faults.append(LOST_NUMBERS)
                del self.paragraphs[position + 1 :]
                return True
            if tail.sub_style == mark.style and tail.subitems and mark.number == tail.subitems[-1][0] + 1:
                number, text = tail.subitems[-1]
                tail.subitems[-1] = (number, _joined([text, *between]))
                del self.paragraphs[position + 1 :]
                return True
            return False
        return False


def _goes_on(text: str) -> bool:
    """Whether a line ends as an item does that is not the last."""
    return text.endswith(("；", ";"))


def _in_place(lines: list[str], start: int) -> bool:
    """Whether the numbers that some lines still have are those of their places, counted on from `start`."""
    marks = [(n, item_mark(line)) for n, line in enumerate(lines, start + 1)]
    return all(mark is None or (mark.style == "cn-paren" and mark.number == n) for n, mark in marks)


def _joined(texts: list[str]) -> str:
    """Join pieces of one item: a piece that ends without a stop was wrapped, another begins a new line."""
    whole = texts[0]
    for text in texts[1:]:
        whole += text if whole and whole[-1] not in _ENDS else "\n" + text
    return whole


def _caption(text: str) -> bool:
    """Whether a line is only the caption of an article: （适用范围）, 【适用范围】."""
    return len(text) <= 30 and bool(re.fullmatch(r"[（(【［\[][^）)】］\]]*[）)】］\]]", text))
