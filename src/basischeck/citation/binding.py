"""Units to citations: which statute a locator belongs to, what is basis and what is quoted.

One pass from left to right. The grammar has found heads and locators; here they are bound: to the title in front, to the
statute of the lines above, to 该法's antecedent; and everything behind `第三条：` up to the next heading is its quoted text.
"""

import re
from collections.abc import Sequence

from basischeck.citation.diagnostics import LEVEL_TAGS, diagnostic
from basischeck.citation.draft import Context, Draft
from basischeck.citation.expand import Move, expand
from basischeck.citation.grammar import Lexeme, Unit
from basischeck.citation.issue import meeting_as_order, read_alias, read_bracket, read_document_number
from basischeck.citation.model import Diagnostic, Locator
from basischeck.citation.names import NameSet, name_before, order_number
from basischeck.citation.quotation import (
    Lead,
    Tail,
    heads_article,
    heads_statute,
    lead_of,
    runs_into,
    tail_of,
    without_numbering,
)
from basischeck.citation.standard import standard_near
from basischeck.citation.steps import read_step
from basischeck.citation.titles import broken_title, clean_title

_TITLES = frozenset(("TITLE", "ANGLE_TITLE", "BARE_TITLE", "BROKEN_TITLE", "STRAY_CLOSE"))
_BRACKETS = frozenset(("BRACKET", "BROKEN_BRACKET", "UNOPENED_BRACKET", "LOOSE_ISSUE"))
_CONJUNCTIONS = frozenset(("JOIN",))
_LONGEST_QUOTE = 5000
_CLOSING = {"“": "”", '"': '"', "「": "」"}
_SAID = re.compile(r"[^。；\n]{0,8}[：:]\s*([“\"「])")

# 第三十条第二款…以及第五款规定: the same construction goes on, and higher levels are left out.
_ELLIPSIS = re.compile(r"(?:规定|所列|所|的|情形|行为|之一)[^。；，、]{0,14}[，,]?(?:以及|或者|和|及|或|与)")
_ELLIPSIS_ARTICLE = re.compile(r"(?:规定|所列|之规定)(?:的[^。；，、]{0,8})?(?:以及|或者|和|及|或|与)")
_AMENDED = re.compile(
    r"[^。；：]{0,3}?[，,]?(?:(?:增加|增设|新增|添加)[^，。；：]{0,8}[，,]?(?:作为|为)"
    r"|(?:分别|依次|相应|顺次)?(?:改为|调整为|作为|改作|变更为|改成)(?:修改后的?|修订后的?)?)"
)


class Reader:
    """Reads the units of one text. Use once."""

    def __init__(self, text: str, names: NameSet | None) -> None:
        self.text = text
        self.names = names
        self.at = Context()
        self.drafts: list[Draft] = []
        self.diagnostics: list[Diagnostic] = []

    def read(self, units: Sequence[Unit]) -> None:
        """Read all units."""
        for unit in units:
            if unit.named:
                self._named(unit)
            else:
                self._plain(unit)
        self._close_quote(len(self.text))

    # --- units with a head ---------------------------------------------------------------------------------------

    def _named(self, unit: Unit) -> None:
        heads = unit.heads
        if heads[0].type == "TAG":
            self._tag(heads[0])
            heads = heads[1:]
        head = heads[0]
        end = min((unit.locators or unit.heads)[-1].end, len(self.text))
        draft = Draft(start=head.start, end=end)
        if head.type in _TITLES:
            if not self._title(draft, head):
                return
        else:
            self._pointer(draft, head)
            if head.type == "RELATIVE" and not self._is_relative(head):
                return
        for trailer in heads[1:]:
            self._trailer(draft, trailer)
        if head.type in _TITLES:
            standard_near(self.text, draft)
        if unit.locators:
            draft.locators = self._expand(unit.locators, None, report=True)
        self._place(draft, head)

    def _title(self, draft: Draft, head: Lexeme) -> bool:
        raw = self.text[head.start : head.end]
        if head.type == "TITLE":
            draft.title, faults = clean_title(raw)
            draft.start, draft.title_span = head.start, (head.start, head.end)
        elif head.type in ("ANGLE_TITLE", "BARE_TITLE"):
            draft.title = raw.strip("<>＜＞〈〉 \t\u3000\xa0")
            draft.start = head.start + len(raw) - len(raw.lstrip())
            draft.title_span = (draft.start, head.end)
            faults = ("BC101",) if head.type == "ANGLE_TITLE" else ("BC104",)
        else:
            found = broken_title(self.text, head, self.drafts[-1] if self.drafts else None)
            if found is None:
                self.diagnostics.append(diagnostic("BC101", (head.start, head.end)))
                return False
            draft.title, draft.start, merged = found
            draft.title_span = (draft.start, head.end)
            faults = ("BC101",)
            if merged:
                self.drafts.pop()
        draft.bracketed = True
        if draft.title is None:
            self.diagnostics.append(diagnostic("BC112", (head.start, head.end), detail="书名号内没有名称"))
            return False
        for code in faults:
            self.diagnostics.append(diagnostic(code, (draft.start, head.end), f"《{draft.title}》"))
        return True

    def _pointer(self, draft: Draft, head: Lexeme) -> None:
        word = "".join(self.text[head.start : head.end].split())
        if head.type == "SELF":
            draft.self_reference = True
            if self.at.statute is not None and self.at.quoting is not None:
                draft.antecedent = self.at.statute.antecedent or self.at.statute.title
        elif head.type == "THAT":
            draft.relative, draft.antecedent = word, self.at.named
        else:
            draft.relative = word.removeprefix("本条") if word.startswith("本条前") else word

    def _is_relative(self, head: Lexeme) -> bool:
        """上款 is the paragraph above only where a preposition or nothing stands before it (还不上款 is none)."""
        if self.text[head.start] != "上" or head.start == 0:
            return True
        return self.text[head.start - 1] in "照据按依合犯有除与由及和或违反以从对符在将，。、；：“（( \n\t\u3000"

    def _trailer(self, draft: Draft, trailer: Lexeme) -> None:
        raw = self.text[trailer.start : trailer.end]
        if trailer.type in _BRACKETS:
            self._bracket(draft, trailer, raw)
        elif trailer.type == "DOCUMENT_NUMBER":
            draft.document_number = draft.document_number or read_document_number(raw)
        elif trailer.type == "CLAUSE":
            draft.clauses = (*draft.clauses, *re.findall(r"[0-9０-９]+(?:[.．][0-9０-９]+)+", raw))

    def _bracket(self, draft: Draft, trailer: Lexeme, raw: str) -> None:
        start = trailer.start + len(raw) - len(raw.lstrip())
        mark = read_bracket(raw)
        if mark is not None and draft.version is None:
            draft.version = type(mark)(mark.text, mark.year, mark.kind, mark.dates, mark.orders, (start, trailer.end))
        draft.document_number = draft.document_number or read_document_number(raw)
        alias = read_alias(raw)
        if alias and draft.title:
            self.at.aliases[alias] = draft.title
        if trailer.type in ("BROKEN_BRACKET", "UNOPENED_BRACKET"):
            self.diagnostics.append(diagnostic("BC114", (start, trailer.end)))
        meeting = meeting_as_order(raw)
        if meeting:
            first, last = meeting
            wrong = raw[first:last]
            span = (trailer.start + first, trailer.start + last)
            self.diagnostics.append(diagnostic("BC111", span, wrong.replace("令", "", 1)))

    # --- plain units ----------------------------------------------------------------------------------------------

    def _plain(self, unit: Unit) -> None:
        plain = unit.heads[0] if unit.heads else None
        if plain is not None:
            if plain.type == "TAG":
                self._tag(plain)
            elif plain.type == "UNREAD" and not self._inside_quote(plain.start):
                word = self.text[plain.start : plain.end]
                empty = not re.search(r"[0-9０-９零〇○一二三四五六七八九十百千]", word)
                self.diagnostics.append(diagnostic("BC112" if empty else "BC113", (plain.start, plain.end)))
            elif plain.type == "STRAY_OPEN" and not self._inside_quote(plain.start):
                self.diagnostics.append(diagnostic("BC101", (plain.start, plain.end)))
        if unit.locators:
            self._bare(plain, unit.locators)

    def _tag(self, tag: Lexeme) -> None:
        word = "".join(self.text[tag.start + 1 : tag.end - 1].split())
        lead = lead_of(self.text, tag.start)
        if lead is Lead.RUNNING and (word not in LEVEL_TAGS or runs_into(self.text, tag.start)):
            return
        self._close_quote(tag.start)
        self.at.statute = None
        self.at.tag = (word, tag.end)
        if word not in LEVEL_TAGS:
            self.diagnostics.append(diagnostic("BC110", (tag.start, tag.end), detail=word))

    def _bare(self, plain: Lexeme | None, steps: list[Lexeme]) -> None:
        start, end = steps[0].start, min(steps[-1].end, len(self.text))
        draft = Draft(start=start, end=end)
        first = read_step(steps[0].type, self.text[steps[0].start : steps[0].end])
        level = first.level if first else "article"
        name = None
        if plain is not None and plain.type in ("TEXT", "ANY"):
            floor = max(plain.start, self.at.last.end if self.at.last else 0)
            name = name_before(self.text, start, floor, self.names)
        inherited = None
        if name is not None:
            draft.title, draft.start = name[0], name[1]
            draft.title_span = (name[1], name[2])
            if draft.title is None:
                draft.document_number = order_number(self.text[name[1] : name[2]])
        else:
            inherited = self._elliptical(draft, level)
        draft.locators = self._expand(steps, inherited, report=True)
        if name is None and inherited is None and self._heading(draft, level):
            return
        self._place(draft, steps[0])

    def _elliptical(self, draft: Draft, level: str) -> Locator | None:
        """Return the levels that an elliptical coordination or an amendment leaves out, and bind the statute."""
        last = self.at.last
        if last is None or not last.locators or draft.start - last.end > 30:
            return None
        between = self.text[last.end : draft.start]
        amended = _AMENDED.fullmatch(between)
        pattern = _ELLIPSIS_ARTICLE if level == "article" else _ELLIPSIS
        if not (amended or between == "除" or pattern.fullmatch(between)):
            return None
        draft.title, draft.bracketed = last.title, last.bracketed
        draft.self_reference, draft.relative = last.self_reference, last.relative
        draft.antecedent = last.antecedent
        return last.locators[-1]

    def _heading(self, draft: Draft, level: str) -> bool:
        """Place locators that head an article of the statute of the lines above; False where they do not."""
        tail, after = tail_of(self.text, draft.end)
        lead = lead_of(self.text, draft.start)
        if not heads_article(lead, tail, level):
            return False
        if self._inside_quote(draft.start) and self.at.quote_until:
            return False
        self._close_quote(draft.start)
        statute = self.at.statute
        if statute is not None and level in ("paragraph", "item", "subitem") and statute.locators:
            draft.locators = tuple(_under(statute.locators[-1], locator) for locator in draft.locators)
        if statute is not None and not statute.locators and statute.quote is None:
            statute.locators, statute.end = draft.locators, draft.end
            draft = statute
        else:
            if statute is not None:
                draft.title, draft.bracketed, draft.antecedent = statute.title, statute.bracketed, statute.antecedent
                draft.self_reference = False
                draft.level_tag, draft.version = statute.level_tag, statute.version
                draft.document_number = statute.document_number
            self.drafts.append(draft)
        if draft.title is not None:
            self.at.statute = draft
        self.at.last = draft
        if tail is not Tail.END or level not in ("part", "chapter", "section"):
            self._open_quote(draft, after)
        return True

    # --- placing a citation ---------------------------------------------------------------------------------------

    def _place(self, draft: Draft, head: Lexeme) -> None:
        """Decide whether a citation is basis or stands in quoted text, and what it quotes itself."""
        tail, after = tail_of(self.text, draft.end)
        lead = lead_of(self.text, draft.start)
        tagged = self.at.tag is not None and not self.text[self.at.tag[1] : draft.start].strip()
        inside = self._inside_quote(draft.start)
        own_title = head.type in _TITLES
        if inside:
            if not self.at.quote_until and own_title and (
                tagged or heads_statute(lead, tail, draft.title or "", bool(draft.locators), draft.version is not None)
            ):
                self._close_quote(draft.start)
                inside = False
            else:
                draft.quoted = True
        if tagged and self.at.tag is not None:
            draft.level_tag = self.at.tag[0]
            self.at.tag = None
        self.drafts.append(draft)
        self.at.last = draft
        if draft.title is not None:
            self.at.named = draft.antecedent or draft.title
        if draft.title in self.at.aliases:
            draft.antecedent = self.at.aliases[draft.title]
        if inside:
            return
        if own_title:
            self.at.statute = draft
        self._quote_behind(draft, lead, tail, after, own_title)

    def _quote_behind(self, draft: Draft, lead: Lead, tail: Tail, after: int, own_title: bool) -> None:
        """Open the quotation that a basis introduces, if it introduces one."""
        said = _SAID.match(self.text, draft.end)
        if draft.locators and said and lead is not Lead.LINE:
            closing = self.text.find(_CLOSING[said.group(1)], said.end(), said.end() + _LONGEST_QUOTE)
            if closing > 0:
                draft.quote = (said.end(), closing)
                self.at.quoting, self.at.quote_from, self.at.quote_until = draft, said.end(), closing
            return
        if draft.locators:
            own_line = own_title and lead_of(self.text, draft.locators[0].span[0]) is Lead.LINE
            if tail is Tail.COLON or (lead is Lead.LINE and own_title and tail in (Tail.SPACE, Tail.END)):
                self._open_quote(draft, after)
            elif own_line and tail is not Tail.RUNS_ON:
                self._open_quote(draft, after)
        elif own_title and lead is Lead.LINE and (draft.version or draft.document_number or draft.level_tag):
            line_end = self.text.find("\n", draft.end)
            if line_end >= 0:
                self._open_quote(draft, line_end + 1)

    def _open_quote(self, draft: Draft, start: int) -> None:
        self.at.quoting, self.at.quote_from, self.at.quote_until = draft, start, 0

    def _close_quote(self, end: int) -> None:
        draft = self.at.quoting
        if draft is not None and not self.at.quote_until:
            start = self.at.quote_from
            end = without_numbering(self.text, start, end)
            quoted = self.text[start:end]
            lead = len(quoted) - len(quoted.lstrip())
            size = len(quoted.strip())
            if size:
                draft.quote = (start + lead, start + lead + size)
        self.at.quoting = None
        self.at.quote_until = 0

    def _inside_quote(self, place: int) -> bool:
        if self.at.quoting is None:
            return False
        if self.at.quote_until and place >= self.at.quote_until:
            self.at.quoting = None
            self.at.quote_until = 0
            return False
        return True

    # --- locators -------------------------------------------------------------------------------------------------

    def _expand(self, lexemes: list[Lexeme], inherited: Locator | None, report: bool) -> tuple[Locator, ...]:
        moves: list[Move] = []
        joined = ranged = linked = False
        for lexeme in lexemes:
            if lexeme.type in _CONJUNCTIONS:
                joined = True
            elif lexeme.type == "RANGE":
                ranged = True
            elif lexeme.type == "STEP_LINK":
                linked = True
            else:
                step = read_step(lexeme.type, self.text[lexeme.start : lexeme.end])
                if step is None:
                    continue
                moves.append(Move(step, (lexeme.start, lexeme.end), joined, ranged, linked))
                joined = ranged = linked = False
        expansion = expand(moves, inherited)
        if report:
            for code, span in expansion.faults:
                self.diagnostics.append(diagnostic(code, span))
        return expansion.locators


def _under(above: Locator, locator: Locator) -> Locator:
    """Give a locator that starts below the article the article (and paragraph) of the heading above it."""
    if locator.article is not None or locator.annex is not None:
        return locator
    paragraph = locator.paragraph
    item = locator.item
    if paragraph is None and (item is not None or locator.subitem is not None):
        paragraph = above.paragraph
    if item is None and locator.subitem is not None:
        item = above.item
    return Locator(
        part=above.part,
        subpart=above.subpart,
        chapter=above.chapter,
        section=above.section,
        article=above.article,
        annex=above.annex,
        paragraph=paragraph,
        item=item,
        subitem=locator.subitem,
        span=locator.span,
    )
