"""A head of the grammar to the beginning of a citation: its title, or its pronoun, and the brackets behind it."""

from dataclasses import replace

from basischeck.citation.diagnostics import ANGLE_BRACKETS, ENCLOSED, diagnostic
from basischeck.citation.draft import Context, Draft
from basischeck.citation.driver import Lexeme
from basischeck.citation.issue import (
    impossible_dates,
    joined,
    meetings_as_orders,
    read_alias,
    read_bracket,
    read_document_number,
    says_more,
)
from basischeck.citation.quotation import order_before
from basischeck.citation.standard import dotted_article, standard_near
from basischeck.citation.titles import broken_title, clean_title
from basischeck.pattern import regex

TITLES = frozenset(("TITLE", "ENCLOSING_TITLE", "ANGLE_TITLE", "BARE_TITLE", "BROKEN_TITLE", "STRAY_CLOSE"))
_BRACKETS = frozenset(("BRACKET", "BROKEN_BRACKET", "UNOPENED_BRACKET", "LOOSE_ISSUE", "ORDER"))
_VERSION_INSIDE = regex(r"[（(][^（()）]*(?:修正|修订|修改)[^（()）]*[）)]$")
_BEFORE = regex(
    r"(?:^|(?<=[^\u4e00-\u9fff])|依照|依据|根据|按照|违反|适用|以及|和|及|与|或者)"
    r"((?:(?!依照|依据|根据|按照|违反)[\u4e00-\u9fff])*(?:实施|适用|执行|贯彻))$"
)
_INNER = str.maketrans("《》", "〈〉")
_OWN_ACT = regex(r"(?:实施|司法|若干|暂行)*(?:细则|解释|办法|条例|修正案)(?:[（(][一二三四五六七八九十]+[）)])?")
_TORN = regex(r"(?<=[\u4e00-\u9fff])(?<![院部局委会署府])[^\S\n]+(?=[\u4e00-\u9fff])")  # 盐 业管理条例
_ROUND = regex(r"[（()）]")
_DOTTED = regex(r"[0-9０-９]+(?:[.．][0-9０-９]+)+")


def read_title(
    text: str, head: Lexeme, trailers: list[Lexeme], end: int, before: Draft | None, at: Context
) -> Draft | None:
    """Read a titled head with its trailers; None where a stray bracket has no title to it. `before` may be absorbed."""
    draft = Draft(start=head.start, end=end, bracketed=True, title_span=(head.start, head.end))
    raw = text[head.start : head.end]
    codes: tuple[str, ...]
    if head.type == "TITLE":
        draft.title, codes = clean_title(raw)
    elif head.type == "ENCLOSING_TITLE":
        title, _, below = raw[1:-1].partition("第")
        draft.title, codes, draft.bracketed = title.strip(), (), False
        draft.faults.append(diagnostic("BC101", (head.start, head.end), f"《{draft.title}》第{below}", message=ENCLOSED))
    elif head.type in ("ANGLE_TITLE", "BARE_TITLE"):
        draft.title = raw.strip("<>＜＞〈〉 \t\u3000\xa0")
        draft.start += len(raw) - len(raw.lstrip())
        codes = ("BC101",) if head.type == "ANGLE_TITLE" else ("BC104",)
    else:
        found = broken_title(text, head, before)
        if found is None:
            return None
        draft.title, draft.start = found
        codes = ("BC101",)
    if draft.title is None:
        return None
    draft.title_span = (draft.start, head.end)
    message = ANGLE_BRACKETS if head.type == "ANGLE_TITLE" else None
    if codes:
        shown = _TORN.sub("", draft.title)
        draft.faults += [diagnostic(code, (draft.start, head.end), f"《{shown}》", message=message) for code in codes]
    for trailer in trailers:
        _read_trailer(text, draft, trailer, at)
    if draft.version is None and (inside := _VERSION_INSIDE.search(draft.title)):
        draft.version = read_bracket(inside.group())  # 《某法（2018年修正）》, as databases write titles
    if draft.version is None and (ordered := order_before(text, draft.start))[0] < draft.start:
        mark = read_bracket(_ROUND.sub("", text[slice(*ordered)]))
        draft.version = replace(mark, span=ordered) if mark is not None else None
    standard_near(text, draft)
    if draft.standard is None and draft.clauses:
        draft.clauses = ()
        clauses = [trailer for trailer in trailers if trailer.type == "CLAUSE"]
        spans = [dotted_article(text, clause.start, clause.end) for clause in clauses]
        draft.faults += [diagnostic("BC113", span) for span in spans if span is not None]
    return draft


def read_pointer(text: str, head: Lexeme, end: int, at: Context) -> Draft | None:
    """Read 本法, 该法 or 前款; None where the word is no reference (还不上款)."""
    draft = Draft(start=head.start, end=end)
    word = "".join(text[head.start : head.end].split())
    if head.type == "SELF":
        draft.self_reference = True
    elif head.type == "THAT":
        draft.relative, draft.antecedent = word, at.named
    else:
        if word.startswith("上") and not _stands_free(text, head.start):
            return None
        draft.relative = word.removeprefix("本条") if word.startswith("本条前") else word
    return draft


def _stands_free(text: str, place: int) -> bool:
    """上款 is the paragraph above only behind a preposition, punctuation, or nothing."""
    return place == 0 or text[place - 1] in "照据按依合犯有除与由及和或违反以从对符在将，。、；：“（( \n\t\u3000"


def _read_trailer(text: str, draft: Draft, trailer: Lexeme, at: Context) -> None:
    raw = text[trailer.start : trailer.end]
    if trailer.type in _BRACKETS:
        read_issue(draft, trailer, raw, at)
    elif trailer.type == "DOCUMENT_NUMBER":
        draft.document_number = draft.document_number or read_document_number(raw)
    elif trailer.type == "TITLE_TAIL":
        _add_tail(text, draft, trailer)
    elif trailer.type == "CLAUSE":
        draft.clauses = (*draft.clauses, *_DOTTED.findall(raw))


def _add_tail(text: str, draft: Draft, tail: Lexeme) -> None:
    """Take in what of a title stands outside: 甲省实施《乙法》办法, 《乙法》实施细则. 《乙法》规定第三条 has nothing outside."""
    if draft.title_span is None or draft.title_span[1] != tail.start:
        return
    words = "".join(text[tail.start : tail.end].split())
    before = _BEFORE.search(text, max(0, draft.start - 40), draft.start)
    if before is not None:
        draft.start = before.start(1)
        draft.title = "".join(text[draft.start : tail.end].split()).translate(_INNER)
    elif _OWN_ACT.fullmatch(words):
        draft.title = f"{draft.title}{words}"
    else:
        return
    draft.title_span = (draft.start, tail.end)


def read_issue(draft: Draft, trailer: Lexeme, raw: str, at: Context) -> None:
    """Read a bracket behind a title, `raw` being its words: version, document number, short name, and its faults."""
    start = trailer.start + len(raw) - len(raw.lstrip())
    mark = read_bracket(raw)
    known = draft.version
    if mark is not None and (known is None or says_more(known, mark)):
        mark = joined(known, mark) if known is not None else mark
        draft.version = replace(mark, span=(known.span[0] if known is not None else start, trailer.end))
    draft.document_number = draft.document_number or read_document_number(raw)
    alias = read_alias(raw)
    if alias and draft.title:
        at.aliases[alias] = draft.title
    if trailer.type in ("BROKEN_BRACKET", "UNOPENED_BRACKET"):
        draft.faults.append(diagnostic("BC114", (start, trailer.end), _mended(raw.strip())))
    for code, found in (("BC111", meetings_as_orders(raw)), ("BC115", impossible_dates(raw))):
        for first, end in found:
            better = raw[first:end].replace("令", "", 1) if code == "BC111" else None
            draft.faults.append(diagnostic(code, (trailer.start + first, trailer.start + end), better))


def _mended(raw: str) -> str | None:
    """Close an open bracket where it is plain that only its end is wrong."""
    body = raw.rstrip("》}）).。")
    if not raw.startswith(("（", "(", "{")):
        return f"（{body}）"
    body = body.lstrip("（({")
    return f"（{body}）" if body.count("（") + body.count("(") == body.count("）") + body.count(")") else None
