"""The quotation that is open while a text is read from left to right."""

from dataclasses import dataclass

from basischeck.citation.draft import Draft
from basischeck.citation.quotation import without_numbering
from basischeck.pattern import regex

_LONGEST = 5000
_CLOSING = {"“": "”", '"': '"', "「": "」"}
_MARKS = {"“": regex("[“”]"), "「": regex("[「」]")}
_NUMBER_ALONE = regex(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[、.．]?|[（(]?(?:内容|条文|原文|具体内容|略|此处略)[）)]?[。；;]?")
"""What is no quotation though it stands where one would: a number, a word that holds its place（第三条（内容））."""
_SAID = regex(r"([^。；\n]{0,8})[：:]\s*([“\"「])|(?:[的之]?(?:明确)?规定)[，,]\s*([“\"「])")
_ENDS = regex(r"[。；;！？…]$")
_NEXT_MARK = regex(r"\s*([“\"「])")
_SENTENCE = 8
"""What is said without a colon is a sentence at least, not a term (规定，“渡口”是指…)."""


@dataclass(slots=True)
class Quoting:
    """Whose text is being quoted, from where, and to where if quotation marks say so."""

    text: str
    of: Draft | None = None
    start: int = 0
    until: int | None = None
    whole: int | None = None
    """Where a quotation ends that is in quotation marks as a whole: what stands behind them is the list's own."""
    run_in: bool = False
    """Whether the quotation follows its article without a sign（第三条国家实行…）: then it may be the list's own words."""

    def open(self, draft: Draft, start: int, *, run_in: bool = False) -> None:
        """Begin to quote, up to whatever closes the quotation."""
        self.of, self.start, self.until, self.run_in = draft, start, None, run_in
        self.whole = self._whole(start)

    def open_said(self, draft: Draft, heads_line: bool) -> bool:
        """Quote what 第三条规定：“…” has in quotation marks; False where there are none.

        At the head of a line 第三条：“渡口”是指… quotes the article, not the word: there 规定 must say it.
        """
        said = _SAID.match(self.text, draft.end)
        if said is None or (heads_line and said.group(2) and not said.group(1).strip()):
            return False
        closing = self._closing(said.group(2) or said.group(3), said.end())
        if said.group(3) and closing - said.end() < _SENTENCE:
            return False
        if closing < 0:
            return False  # nothing closes it: the text goes on to wherever the next basis begins
        if closing > said.end():
            draft.quote = (said.end(), closing)
            self.of, self.start, self.until = draft, said.end(), closing
        return True

    def _closing(self, opening: str, start: int) -> int:
        """Return where the quotation mark stands that closes the one before `start`, -1 where there is none.

        Quoted text has quotation marks of its own（实施“卫生许可证”制度）: pairs are passed over, if all are closed.
        """
        first = self.text.find(_CLOSING[opening], start, start + _LONGEST)
        if opening == _CLOSING[opening] or first < 0:
            return first
        open_marks = 1
        for mark in _MARKS[opening].finditer(self.text, start, start + _LONGEST):
            open_marks += 1 if mark.group() == opening else -1
            if open_marks == 0:
                return mark.start()
        return first

    def _whole(self, start: int) -> int | None:
        """Return where the marks end that a quotation begins with, if they hold sentences; several may stand in a row.

        “渡口”是指… begins with a mark, too: what ends in the middle of a sentence is a word of the text.
        """
        end = None
        while opening := _NEXT_MARK.match(self.text, end or start):
            closing = self._closing(opening.group(1), opening.end())
            if closing < 0 or not _ENDS.search(self.text, closing - 1, closing):
                break
            end = closing + 1
        return end

    def close(self, end: int) -> None:
        """End the quotation before `end`, spaces and the number of the next line left out."""
        if self.of is not None and self.until is None:
            end = end if self.whole is None else min(end, self.whole)
            end = without_numbering(self.text, self.start, end)
            # What joins the next citation is not quoted, nor is the number that its line has.
            quoted = self.text[self.start : end].rstrip(
                "、，, \t\r\n\u3000" if end < len(self.text) else " \t\r\n\u3000"
            )
            if quoted.endswith("”") and quoted.count("“") < quoted.count("”"):
                quoted = quoted[:-1]  # it was opened before the article（“第三条国家实行……”）
            size = len(quoted.strip())
            if size and not _NUMBER_ALONE.fullmatch(quoted.strip()):
                start = self.start + len(quoted) - len(quoted.lstrip())
                self.of.quote = (start, start + size)
        self.drop()

    def drop(self) -> None:
        """Forget the open quotation: what stands there is none."""
        self.of, self.until, self.whole, self.run_in = None, None, None, False

    def covers(self, place: int) -> bool:
        """Tell whether a place is quoted."""
        until = self.whole if self.until is None else self.until
        if self.of is not None and until is not None and place >= until:
            self.close(place)
        return self.of is not None and place >= self.start

    @property
    def marked(self) -> bool:
        """Tell whether the open quotation ends at a quotation mark, and at nothing before."""
        return self.of is not None and self.until is not None
