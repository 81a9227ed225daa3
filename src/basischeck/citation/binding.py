"""Units to citations: which statute a locator belongs to, what is basis and what is quoted.

One pass from left to right. The grammar has found heads and locators; here they are bound: to the title in front, to the
statute of the lines above, to 该法's antecedent; and everything behind `第三条：` up to the next heading is its quoted text.
"""

from collections.abc import Sequence
from dataclasses import replace

from basischeck.citation.diagnostics import LEVEL_TAGS, diagnostic
from basischeck.citation.draft import Draft
from basischeck.citation.driver import Lexeme
from basischeck.citation.ellipsis import left_out, under
from basischeck.citation.faults import read_locators
from basischeck.citation.grammar import Unit, locators_in
from basischeck.citation.heads import TITLES, read_issue, read_pointer, read_title
from basischeck.citation.issue import joined
from basischeck.citation.model import Diagnostic
from basischeck.citation.names import NameSet, name_before, order_number
from basischeck.citation.placing import Placing
from basischeck.citation.quotation import (
    Lead,
    Tail,
    heads_article,
    lead_of,
    names_annex,
    runs_into,
    tail_of,
)
from basischeck.citation.steps import read_step
from basischeck.pattern import regex

_NUMERAL = regex(r"[0-9０-９零〇○一二三四五六七八九十百千]")
_OMNIBUS = regex(r"修[改订正](?:部分|若干|一批|一些).{0,24}的?决定$")
"""A decision that amends many acts: it has a number for each of them, and no 第二十四条 of its own."""
_BESIDE = regex(r"\s*[、，,和及]\s*")
_FAULTY = frozenset(("UNREAD", "STRAY_OPEN", "FREE_CLAUSE"))
_BRACKET = regex(r"[（(][^（()）]+[）)]")
_PLAIN = frozenset(("TEXT", "ANY"))
_TAGS = frozenset(("TAG", "SQUARE_TAG"))
_CHAPTER_HEADING = regex(r"[^\S\n]*(?![的之中和与及或至、])(?:(?!规定)[\u4e00-\u9fff、]){2,20}[^\S\n]*[“\"]?")
_CHAPTERS = frozenset(("part", "subpart", "chapter", "section"))
_BELOW_ARTICLE = frozenset(("paragraph", "item", "subitem"))


class Reader(Placing):
    """Reads the units of one text. Use once."""

    def __init__(self, text: str, names: NameSet | None) -> None:
        super().__init__(text)
        self.names = names
        self.diagnostics: list[Diagnostic] = []
        self._run = (0, 0)
        """Where plain text that nothing interrupts begins and ends."""

    def read(self, units: Sequence[Unit]) -> None:
        """Read all units."""
        for unit in units:
            if unit.named:
                self._named(unit)
            else:
                self._plain(unit)
        self.quoting.close(len(self.text))
        self._report()

    def _report(self) -> None:
        """Report the faults of what is no quoted text."""
        for draft in self.drafts:
            if not draft.quoted:
                self.diagnostics += draft.faults

    def _named(self, unit: Unit) -> None:
        """Read a unit with a head: a title, 本法, 该法, 前款."""
        heads = unit.heads
        if heads[0].type in _TAGS:
            self._tag(heads[0])
            heads = heads[1:]
        head = heads[0]
        end = min((unit.locators or heads)[-1].end, len(self.text))
        titled = head.type in TITLES
        if titled:
            before = self.drafts[-1] if self.drafts else None
            draft = read_title(self.text, head, heads[1:], end, before, self.at)
        else:
            draft = read_pointer(self.text, head, end, self.at)
        if draft is None:
            if titled and not self.quoting.covers(head.start):
                self.diagnostics.append(diagnostic("BC101", (head.start, head.end)))
            return
        locators = unit.locators
        if head.type == "ENCLOSING_TITLE":
            locators = locators_in(self.text, self.text.index("第", head.start), head.end - 1) + (locators or [])
        if titled and not locators and names_annex(self.text, draft.start, draft.title or ""):
            return
        if self.drafts and self.drafts[-1].start == draft.start:
            self.drafts.pop()  # 《A》实施细则》 was read as 《A》 first
        if locators:
            draft.locators, faults = read_locators(self.text, locators, None)
            draft.faults += faults
            if not draft.locators:
                draft.end = min(heads[-1].end, len(self.text))  # 第三部分 of a document: what follows is still to be told
        if titled and draft.locators and self.drafts:
            self._amended(draft, self.drafts[-1])
        self._place(draft, titled)

    def _amended(self, decision: Draft, act: Draft) -> None:
        """Give the act its article where the decision that amended it stands between: 《甲条例》、《国务院关于修改部分行政法规的决定》第二十四条."""
        if _OMNIBUS.search(decision.title or "") is None or act.quoted or act.locators or decision.locators[0].article is None:
            return
        if act.title is None or _BESIDE.fullmatch(self.text, act.end, decision.start) is None:
            return
        decision.antecedent = act.antecedent or act.title
        if act.version is not None and decision.version is not None:
            act.version = decision.version = joined(act.version, replace(decision.version, kind="修改"))

    def _plain(self, unit: Unit) -> None:
        """Read a unit without one: text, a tag, what could not be read, and locators behind it."""
        plain = unit.heads[0] if unit.heads else None
        if plain is not None and plain.type in _TAGS:
            self._tag(plain)
        elif plain is not None and plain.type in _FAULTY and not self.quoting.covers(plain.start):
            self._fault(plain)
        if plain is not None and plain.type in _PLAIN:
            end = unit.rest[-1].end if unit.rest else plain.end  # a number in the middle（主席令第 76 号）is text too
            self._run = (self._run[0] if self._run[1] == plain.start else plain.start, end)
        if unit.locators:
            self._bare(plain, unit.locators)

    def _fault(self, plain: Lexeme) -> None:
        """Report a stray 《, an empty 第条, what could not be read, dotted articles of what is no standard."""
        if plain.type == "STRAY_OPEN":
            code = "BC101"
        elif plain.type == "FREE_CLAUSE" and (self._of_standard() or "条" not in self.text[plain.start : plain.end]):
            return
        else:
            code = "BC113" if _NUMERAL.search(self.text, plain.start, plain.end) else "BC112"
        self.diagnostics.append(diagnostic(code, (plain.start, plain.end)))

    def _of_standard(self) -> bool:
        """Tell whether the last title is a standard's, whose clauses are dotted."""
        return self.at.last is None or self.at.last.standard is not None

    def _tag(self, tag: Lexeme) -> None:
        """Read 【法律】: it ends whatever is quoted, unless it stands in the middle of a sentence."""
        word = "".join(self.text[tag.start + 1 : tag.end - 1].split())
        lead = lead_of(self.text, tag.start)
        if lead is Lead.RUNNING and (word not in LEVEL_TAGS or runs_into(self.text, tag.start) or tag.type != "TAG"):
            if self.quoting.covers(tag.start) or self.text[tag.end : tag.end + 1] != "《":
                return
        else:
            self.quoting.close(tag.start)
            self.at.statute = None
        self.at.tag = (word, tag.end)
        if word not in LEVEL_TAGS:
            self.diagnostics.append(diagnostic("BC110", (tag.start, tag.end), detail=word))

    def _bare(self, plain: Lexeme | None, steps: list[Lexeme]) -> None:
        """Read locators without a head: of a statute named without 《》, of the lines above, or of nothing stated."""
        start, end = steps[0].start, min(steps[-1].end, len(self.text))
        draft = Draft(start=start, end=end)
        first = read_step(steps[0].type, self.text[steps[0].start : steps[0].end])
        level = first.level if first else "article"
        if level == "article" and self._below_heading(draft, steps):
            return
        named = self._name(draft, plain, start)
        inherited = None if named else left_out(self.text, self.at.last, draft, level)
        draft.locators, draft.faults[len(draft.faults) :] = read_locators(self.text, steps, inherited)
        if not draft.locators:
            self.diagnostics += [] if self.quoting.covers(start) else draft.faults
            return
        if level in _CHAPTERS and draft.locators[-1].article is not None:
            level = "article"  # 第二节第二十九条 heads an article's text as 第二十九条 does
        if not named and inherited is None and (self._heading(draft, level) or self._names_chapter(draft, level)):
            return
        heads = lead_of(self.text, draft.start) in (Lead.LINE, Lead.NUMBERED)
        self._place(draft, titled=draft.title is not None and heads)

    def _below_heading(self, draft: Draft, steps: list[Lexeme]) -> bool:
        """Take an article for one of the chapter whose heading stands before it: 《某办法》第四章 关系转移 第十九条."""
        last = self.at.last
        chapter = last.locators[-1] if last is not None and last.title is not None and last.locators else None
        if last is None or last.quoted or chapter is None or chapter.article is not None or chapter.chapter is None:
            return False
        if _CHAPTER_HEADING.fullmatch(self.text, last.end, draft.start) is None:
            return False
        last.locators, faults = read_locators(self.text, steps, chapter)
        last.faults += faults
        last.end = draft.end
        self.quoting.drop()
        tail, after = tail_of(self.text, last.end)
        self._quote_behind(last, lead_of(self.text, last.start), tail, after, titled=True)
        return True

    def _name(self, draft: Draft, plain: Lexeme | None, start: int) -> bool:
        """Find the statute's name in the text before a bare locator."""
        if plain is None or plain.type not in _PLAIN:
            return False
        found = name_before(self.text, start, max(self._run[0], self.at.last.end if self.at.last else 0), self.names)
        if found is None:
            return False
        draft.title, draft.start, end = found
        draft.title_span = (draft.start, end)
        bracket = _BRACKET.match(self.text, end, start)
        if bracket is not None:
            read_issue(draft, Lexeme("BRACKET", *bracket.span()), bracket.group(), self.at)
        if draft.title is None:
            self._unknown_name(draft, end)
        elif self._listed(draft) and tail_of(self.text, draft.end)[0] not in (Tail.RUNS_ON, Tail.TEXT):
            draft.faults.append(diagnostic("BC104", draft.title_span, f"《{draft.title}》"))
        return True

    def _unknown_name(self, draft: Draft, end: int) -> None:
        """Look whether an order number stands for the statute, or a short name that the text has set."""
        draft.document_number = order_number(self.text[draft.start : end])
        for alias, title in self.at.aliases.items():
            if self.text.endswith(alias, draft.start, end):
                draft.title, draft.antecedent = alias, title
                draft.start = end - len(alias)
                draft.title_span = (draft.start, end)

    def _heading(self, draft: Draft, level: str) -> bool:
        """Place locators that head an article of the statute of the lines above; False where they do not."""
        tail, after = tail_of(self.text, draft.end)
        if not heads_article(lead_of(self.text, draft.start), tail, level, run_in=self.quoting.run_in) and not self._counts_on(draft, tail):
            return False
        if self.quoting.covers(draft.start) and self.quoting.marked:
            return False
        self.quoting.close(draft.start)
        statute = self.at.statute
        if statute is not None and level in _BELOW_ARTICLE and statute.locators:
            draft.locators = tuple(under(statute.locators[-1], locator) for locator in draft.locators)
        if statute is not None and not statute.locators and statute.quote is None:
            statute.locators, statute.end = draft.locators, draft.end
            statute.faults += draft.faults
            draft = statute
        else:
            if statute is not None:
                draft.follow(statute)
            self.drafts.append(draft)
        if draft.title is not None:
            self.at.statute = draft
        self.at.last = draft
        if tail is not Tail.END or level not in _CHAPTERS:
            self.quoting.open(draft, after, run_in=tail is Tail.TEXT)
        return True

    def _counts_on(self, draft: Draft, tail: Tail) -> bool:
        """Tell whether a paragraph heads its text as the one before does: 第九十一条 第一款……。第二款 ……."""
        of, next_one = self.quoting.of, draft.locators[0]
        before = of.locators[-1].paragraph if of is not None and of.locators else None
        if before is None or next_one.article is not None or next_one.paragraph != before + 1 or next_one.item is not None:
            return False
        return tail in (Tail.SPACE, Tail.TEXT, Tail.COLON) and lead_of(self.text, draft.start) in (Lead.LINE, Lead.SENTENCE)

    def _names_chapter(self, draft: Draft, level: str) -> bool:
        """Tell whether the words are a chapter's own heading (第二章 损害赔偿), which refers to nothing."""
        return (
            level in _CHAPTERS and draft.locators[-1].article is None and tail_of(self.text, draft.end)[0] is Tail.SPACE
        )
