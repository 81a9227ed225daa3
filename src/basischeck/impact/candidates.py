"""The replacements that answer a finding without anybody looking at it, each with the proof that it changes no meaning.

Only three kinds are safe: the same provision under its new number (the text equal word for word, or the quotation in the
list found whole under that number), a mistyped title of which there is one reading under which the cited provision
exists, and form. Everything else raises NotSafeError with the reason.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from basischeck.citation import Citation, Locator, ParsedText, parse_numeral, render_locator
from basischeck.facts.clauses import match, quoted_clauses
from basischeck.facts.provision import Provisions
from basischeck.impact.plan import NotSafeError, TextEdit
from basischeck.rules import Finding
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version
from basischeck.statute.naming import is_slip

MISTYPED, RENUMBERED, ELSEWHERE = "BC202", "BC307", "BC601"
"""The rules whose fixes are safe in some cases, which are told apart here."""

WRITTEN = frozenset({"BC101", "BC104", "BC105"})
"""Faults of form with one likely correction: safe where the text that comes out cites provisions that hold."""

_SAME = 0.9995
_CLAUSES, _LETTERS = 3, 20
"""What a quotation needs to show its provision: fewer clauses, or letters, stand in several."""

_ARTICLE = re.compile(r"^(?:第\s*)?(?P<number>[0-9０-９〇零一二三四五六七八九十百千]+)\s*条(?:之[一二三四五六七八九十0-9]+)?")
_BRACKET = re.compile(r"^(?P<open>[（(])\s*(?P<year>(?:19|20)\d{2})\s*年?\s*(?P<kind>修正|修订)(?P<tail>[版本]?)\s*(?P<close>[）)])$")
_COUNTRY = "中华人民共和国"
_QUOTE_FITS = (None, "一致", "有删节")


@dataclass(frozen=True, slots=True)
class Reading:
    """One basis text as read, with the law it is held against."""

    parsed: ParsedText
    provisions: Provisions
    index: Index

    @property
    def text(self) -> str:
        """Return the text."""
        return self.parsed.text

    def own(self) -> list[Citation]:
        """Return the citations that are bases: not those inside quoted statute text."""
        return [citation for citation in self.parsed.citations if not citation.quoted]

    def at(self, span: tuple[int, int]) -> Citation:
        """Return the citation that a finding's span stands in."""
        for citation in self.own():
            if citation.span[0] <= span[0] and span[1] <= citation.span[1]:
                return citation
        raise NotSafeError("没有找到所指的引用")

    def statute(self, citation: Citation) -> Statute | None:
        """Return the statute that a citation names."""
        title = citation.antecedent or citation.title
        return self.provisions.statute(title, citation.document_number) if title else None


def of_form(reading: Reading, finding: Finding) -> list[TextEdit]:
    """Return the replacement of a fault of form by its one plain correction."""
    if finding.fix is None or finding.span is None:
        raise NotSafeError("没有可以直接替换的文字")
    start, end = finding.span
    if not any(one.span == finding.span and one.suggestion == finding.fix.text for one in reading.parsed.diagnostics):
        raise NotSafeError("建议的文字与所指的位置对不上")
    return [TextEdit(start, end, finding.fix.text)]


def shows(after: Reading, edit: TextEdit) -> None:
    """Raise NotSafeError unless what stands at an edit, once made, cites provisions in force and quotes them rightly.

    A bracket or a 第 left out leaves open where the name ends, or whether a number is one of an article: the index tells.
    """
    citation = after.at((edit.start, edit.start + len(edit.new)))
    if after.statute(citation) is None:
        raise NotSafeError("按建议的写法，所引法规未收录，无从印证")
    _holds(after, citation)


def of_title(reading: Reading, finding: Finding) -> list[TextEdit]:
    """Return the mistyped title mended where, so read, every provision cited of it exists and its quotations fit."""
    if finding.fix is None or finding.span is None:
        raise NotSafeError("没有建议的名称")
    wrong, right = reading.at(finding.span).title, finding.fix.text
    if not is_slip(wrong or "", right):
        raise NotSafeError("名称不只是错了一两个字")
    edits = []
    for citation in reading.own():
        if citation.antecedent is None and citation.title == wrong:
            if citation.title_span is None or not citation.bracketed:
                raise NotSafeError("名称没有写在书名号内")
            edits.append(TextEdit(*_inside(reading.text, citation), _as_short(right, wrong or "")))
        if (citation.antecedent or citation.title) == wrong:
            _holds(reading, replace(citation, title=right, antecedent=None))
    return edits


def _inside(text: str, citation: Citation) -> tuple[int, int]:
    start, end = citation.title_span or citation.span
    at = text.find(citation.title or "", start, end)
    if not citation.title or at < 0:
        raise NotSafeError("名称的写法与所读的不同")
    return at, at + len(citation.title)


def _as_short(right: str, wrong: str) -> str:
    return right if _COUNTRY in wrong else right.removeprefix(_COUNTRY)


def _holds(reading: Reading, citation: Citation) -> None:
    """Raise NotSafeError unless every provision of a citation is there on the day and its quotation is of it."""
    if not any(locator.article for locator in citation.locators):
        raise NotSafeError("没有引到条，无从印证")
    for locator in citation.locators:
        facts = reading.provisions.of(citation, locator)
        if facts.get("status") != "有效" or facts.get("found") is not True:
            raise NotSafeError("按建议的写法，所引条款不存在、未收录或者不是现行有效的")
        if facts.get("bracket_fault") or facts.get("named") not in (None, "现行", "无法判断"):
            raise NotSafeError("按建议的写法，版本括号与现行文本对不上")
    if citation.quote is not None:
        quoted = reading.provisions.quotation(citation, reading.text[slice(*citation.quote)])
        if quoted.get("quote_state") not in _QUOTE_FITS:
            raise NotSafeError("按建议的写法，引文与所引条款对不上")


def of_number(reading: Reading, finding: Finding) -> list[TextEdit]:
    """Return the new numbers of provisions that moved word for word since the version of the bracket, and the new bracket.

    The bracket stands for all that is cited behind it, so nothing is changed unless all of that is the same.
    """
    if finding.span is None:
        raise NotSafeError("没有可以直接替换的文字")
    first = reading.at(finding.span)
    statute = reading.statute(first)
    if statute is None:
        raise NotSafeError("法规未收录")
    edits: list[TextEdit] = []
    for citation in reading.own():
        found = reading.statute(citation)
        if found is None or found.id != statute.id:
            continue
        for locator in citation.locators:
            edits += _moved(reading, citation, locator)
        if citation.version is not None:
            facts = reading.provisions.of(citation, citation.locators[0] if citation.locators else None)
            edits.append(_bracket(reading.text, citation, facts))
        elif not citation.locators:
            raise NotSafeError("另有一处只引法规、没有引到条")
    return edits


def _moved(reading: Reading, citation: Citation, locator: Locator) -> list[TextEdit]:
    facts = reading.provisions.of(citation, locator)
    same = facts.get("named_last_change") in ("same", "renumbered") and (facts.get("named_similarity") or 0) >= _SAME
    if not same:
        raise NotSafeError("括号之后所引的条款不都是文字未变的（近似程度不足 100%）")
    new = _numbers(facts.get("named_new_article"))
    if new is None:
        raise NotSafeError("新的条号不止一个")
    if citation.quote is not None:
        state = reading.provisions.quotation(citation, reading.text[slice(*citation.quote)])
        moved = replace(locator, article=new)
        if state.get("quote_state") not in (None, "未核对") and not _agree(state.get("quote_provision"), moved):
            raise NotSafeError("引文与新条号的条文对不上")
    edit = _article_edit(reading.text, locator, new)
    return [edit] if edit else []


def _agree(place: str | None, locator: Locator) -> bool:
    """Whether the place of a quotation is the provision that is to be cited, or one of the two goes deeper than the other."""
    quoted, cited = (place or "").rpartition("》")[2], render_locator(replace(locator, span=(0, 0)))
    longer, shorter = (quoted, cited) if len(quoted) > len(cited) else (cited, quoted)
    return bool(shorter) and longer.startswith(shorter) and longer[len(shorter) :][:1] in ("", "第")


def _numbers(words: str | None) -> str | None:
    """Read one article number from its canonical writing."""
    found = re.fullmatch(r"第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?", words or "")
    if not found:
        return None
    number, branch = parse_numeral(found[1]), parse_numeral(found[2]) if found[2] else None
    return f"{number}-{branch}" if branch else str(number)


def _article_edit(text: str, locator: Locator, article: str) -> TextEdit | None:
    """Return the replacement of the article's number at a locator, None where it inherits it from the one before."""
    start, end = locator.span
    words = text[start:end]
    found = _ARTICLE.match(words)
    if found is None:
        if "条" in words:
            raise NotSafeError("条号的写法不能直接替换")
        return None
    if any(mark in words[found.end() :] for mark in "条至到、"):
        raise NotSafeError("几条合写，不能直接替换")
    written = render_locator(Locator(article=article))
    if re.search(r"[0-9０-９]", found["number"]):
        number, _, branch = article.partition("-")
        written = f"第{number}条" + (written.partition("条")[2] if branch else "")
    return TextEdit(start, start + found.end(), written) if words[: found.end()] != written else None


def _bracket(text: str, citation: Citation, facts: dict[str, Any]) -> TextEdit:
    span = citation.version.span if citation.version else (0, 0)
    found = _BRACKET.match(text[slice(*span)])
    year, kind = facts.get("in_force_year"), facts.get("in_force_kind")
    if found is None or year is None or kind not in ("修正", "修订"):
        raise NotSafeError("版本括号的写法不能直接改为现行文本的")
    return TextEdit(*span, f"{found['open']}{year}年{kind}{found['tail']}{found['close']}")


def of_quotation(reading: Reading, finding: Finding) -> list[TextEdit]:
    """Return the number under which the quotation in the list is found whole, and nowhere else, in the text in force."""
    if finding.span is None:
        raise NotSafeError("没有可以直接替换的文字")
    citation = reading.at(finding.span)
    articles = {locator.article for locator in citation.locators}
    statute = reading.statute(citation)
    facts = reading.provisions.of(citation, citation.locators[0]) if citation.locators else {}
    version = next((v for v in statute.versions if v.effective == facts.get("effective")), None) if statute else None
    if len(articles) != 1 or citation.quote is None or version is None:
        raise NotSafeError("一段引文对应几条，不能直接替换")
    if facts.get("named") not in (None, "现行", "无法判断"):
        raise NotSafeError("版本括号不是现行文本的")
    article = _only_home(reading.index, version, reading.text[slice(*citation.quote)])
    edits = []
    for locator in citation.locators:
        target = replace(locator, article=article, part=None, subpart=None, chapter=None, section=None)
        if any((locator.part, locator.subpart, locator.chapter, locator.section)):
            raise NotSafeError("所引条款写有章节，不能只改条号")
        if not reading.index.exists(version, target).exists:
            raise NotSafeError("新条号之下没有所引的款项")
        edits.append(_article_edit(reading.text, locator, article))
    fitting = replace(citation, locators=tuple(replace(one, article=article) for one in citation.locators))
    if reading.provisions.quotation(fitting, reading.text[slice(*citation.quote)]).get("quote_state") not in ("一致", "有删节"):
        raise NotSafeError("引文没有完整见于新条号的所引款项")
    return [edit for edit in edits if edit is not None]


def _only_home(index: Index, version: Version, quote: str) -> str:
    """Return the one article of a version that holds every clause of a quotation."""
    wanted, skeleton = quoted_clauses(quote), index.skeleton(version.id)
    if skeleton is None or len(wanted) < _CLAUSES or sum(len(one.folded) for one in wanted) < _LETTERS:
        raise NotSafeError("引文太短，不足以断定是哪一条")
    prints: dict[str, set[str]] = {}
    for one in index.prints(version.id):
        prints.setdefault(skeleton.articles[one.article].number, set()).add(one.hash)
    homes = [number for number, held in prints.items() if match(wanted, held).whole]
    if len(homes) != 1:
        raise NotSafeError("引文没有完整见于另一条" if not homes else "引文完整见于几条")
    return homes[0]
