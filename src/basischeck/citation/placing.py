"""Where a citation stands: a basis, or a reference inside quoted text; and the quotation that it begins itself."""

from basischeck.citation.diagnostics import LEVEL_TAGS
from basischeck.citation.draft import Context, Draft
from basischeck.citation.quotation import (
    Lead,
    Tail,
    broken_rule,
    enumerated,
    heads_statute,
    is_part,
    is_sentence,
    lead_of,
    maker_before,
    runs_into,
    tail_of,
)
from basischeck.citation.quoting import Quoting
from basischeck.pattern import regex

_LISTED = regex(r"[\s；;、，,。]+(?:和|及|以及)?\s*")
_NUMBER = regex(r"\s*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]?\s*[、.．]?|[①-⒛])?\s*")  # 【行政法规】2、《某条例》
_BLANKS = ("\u3000", "\xa0", " ")
_ANOTHER = regex(r"[^。；;，,：:\n]{0,40}?[第笫]\s*[0-9一二三四五六七八九十百零〇]+\s*条")


class Placing:
    """The citations of one text as far as it has been read, and the quotation that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = Context()
        self.quoting = Quoting(text)
        self.drafts: list[Draft] = []

    def _place(self, draft: Draft, titled: bool) -> None:
        """Decide whether a citation is basis or stands in quoted text, and what it quotes itself."""
        lead = lead_of(self.text, draft.start)
        tail, after = tail_of(self.text, draft.end)
        if tail is Tail.TEXT and not draft.locators and self.text[draft.end : draft.end + 1] in ("（", "("):
            tail = Tail.BROKEN  # a bracket that nothing closes
        named = maker_before(self.text, draft.start)
        tagged = self.at.tag is not None and _NUMBER.fullmatch(self.text, self.at.tag[1], named) is not None
        if self.quoting.covers(draft.start):
            new = tagged or heads_statute(
                lead,
                tail,
                draft.title or "",
                has_locators=bool(draft.locators),
                has_version=draft.version is not None,
                has_number=draft.document_number is not None,
                has_text=self._has_text(draft, lead, tail, after),
            )
            if self.quoting.run_in and draft.locators and not new:
                new = self._stands_beside(draft, titled, tail)
                titled = titled or new
            draft.quoted = not (titled and new) or self.quoting.marked
            if not draft.quoted:
                self.quoting.close(draft.start)
        if tagged and self.at.tag is not None:
            draft.level_tag, self.at.tag = self.at.tag[0], None
        elif (level := self.text[named : draft.start].rstrip("：: \n")) in LEVEL_TAGS:
            draft.level_tag = level  # 规范性文件：《某通知》
        if lead is Lead.RUNNING and titled and not draft.quoted and self._listed(draft):
            lead = Lead.SENTENCE  # the last of several bases: 《甲法》第三条、《乙条例》第五条国家实行……
        self._bind(draft)
        if draft.quoted:
            return
        if titled:
            self.at.statute = draft
        self._quote_behind(draft, lead, tail, after, titled)

    def _stands_beside(self, draft: Draft, titled: bool, tail: Tail) -> bool:
        """Tell whether what follows a text run in with its article is a further basis, and no reference in that text.

        A statute's own text refers to another with a verb（违反《某法》第三条规定）, and to itself as 本法.
        """
        into = runs_into(self.text, draft.start)
        if titled:
            return not into and tail is not Tail.RUNS_ON
        return into and not draft.self_reference and draft.relative is None and draft.title_span is None

    def _bind(self, draft: Draft) -> None:
        """Note a citation as the last one, and what its short name or its 本法 stands for."""
        self.drafts.append(draft)
        self.at.last = draft
        if draft.title in self.at.aliases and draft.title is not None:
            draft.antecedent = self.at.aliases[draft.title]
        if draft.title is not None:
            self.at.named = draft.antecedent or draft.title
        bare = draft.title_span is None and draft.relative is None
        if bare and draft.quoted and draft.antecedent is None and self.quoting.of is not None:
            draft.antecedent = self.quoting.of.antecedent or self.quoting.of.title  # its 本法, its 第七条

    def _quote_behind(self, draft: Draft, lead: Lead, tail: Tail, after: int, titled: bool) -> None:
        """Open the quotation that a basis introduces, if it introduces one."""
        begun = lead in (Lead.LINE, Lead.NUMBERED, Lead.LED)
        if not draft.locators:
            issued = draft.version or draft.document_number or draft.level_tag
            line_end = self.text.find("\n", draft.end)
            if titled and begun and tail is Tail.COLON:
                self.quoting.open(draft, after)
            elif titled and begun and self._has_text(draft, lead, tail, after):
                self.quoting.open(draft, after, run_in=True)
            elif titled and lead is Lead.LINE and issued and line_end >= 0:
                self.quoting.open(draft, line_end + 1)
            return
        if self.quoting.open_said(draft, lead is Lead.LINE):
            return
        own_line = titled and tail is not Tail.RUNS_ON and lead_of(self.text, draft.locators[0].span[0]) is Lead.LINE
        same_line = titled and ((begun and tail in (Tail.SPACE, Tail.END)) or (lead is Lead.SENTENCE and tail is Tail.SPACE))
        colon = tail is Tail.COLON and not broken_rule(self.text, draft.start, draft.end)
        if colon or same_line or own_line:
            self.quoting.open(draft, after)
            return
        listed = draft.version is not None or draft.document_number is not None  # 《某决定》（国务院令第5号）第36项甲许可
        if not titled or lead is Lead.RUNNING or (draft.locators[-1].article is None and not listed):
            return
        slip = begun and self._is_slip(draft, tail, after)
        if slip and self.text[after : after + 1] in _BLANKS:
            after += 1  # 第九条; 设立娱乐场所
        if (tail is Tail.TEXT or slip) and is_sentence(self.text, after):
            self.quoting.open(draft, after, run_in=True)

    def _has_text(self, draft: Draft, lead: Lead, tail: Tail, after: int) -> bool:
        """Tell whether a text stands right behind a title with its number in the list, or with its issue data."""
        if draft.locators or tail not in (Tail.TEXT, Tail.SPACE):
            return False
        if draft.version is not None or draft.document_number is not None:
            return is_sentence(self.text, after) or is_part(self.text, after)
        return enumerated(self.text, draft.start, lead) and is_sentence(self.text, after)

    def _is_slip(self, draft: Draft, tail: Tail, after: int) -> bool:
        """Tell whether a stop stands for a colon: 《某法》第五十条。建设单位应当……, and no other basis behind it."""
        stopped = draft.bracketed and tail is Tail.STOP and self.text[draft.end : draft.end + 1] in ("。", "；", ";")
        return stopped and _ANOTHER.match(self.text, after) is None

    def _listed(self, draft: Draft) -> bool:
        """Tell whether a name heads a line or stands in a list behind another basis: in running text names need no 《》."""
        last = self.at.last
        listed = (
            last is not None and not last.quoted and _LISTED.fullmatch(self.text, last.end, draft.start) is not None
        )
        return listed or lead_of(self.text, draft.start) is Lead.LINE
