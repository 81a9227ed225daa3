"""Clauses of a quotation against the clause fingerprints of a provision, where writing alone may differ.

No fault are: width, blanks, quotes and dashes (folded before hashing); the numbering of items; line breaks; Chinese
or Arabic numerals; a comma more or less. So a clause that is not found is also tried with its numerals written the
other way, joined with its neighbours, and cut in two.
"""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from basischeck.citation import parse_numeral, render_numeral
from basischeck.pattern import regex
from basischeck.statute.fingerprint import Print, clause_hash, clauses
from basischeck.statute.folding import fold_text

_NUMBER = r"(?:[（(]?\s*[一二三四五六七八九十百\d]{1,3}\s*[）)]|[一二三四五六七八九十]+、|\d+\s*[.．、](?!\d)|第[一二三四五六七八九十]+[项款][：:、 　])"
# A line that ends within a sentence goes on in the next line, unless that opens an item.
_WRAP = regex(rf"(?<![，。；：！？,;:!?\s])[ \t　]*\n\s*(?!{_NUMBER})")
# An item begins a clause whether or not a sign stands before its number（下列单位（一）射击场）.
_BREAK = regex(r"(?<=[，。；：！？,;:!?\n])|(?<=[\u4e00-\u9fff])(?<!第)(?=[（(][一二三四五六七八九十]{1,3}[）)](?![项款目条、，至到和及或]))")
_NUMBERING = regex(rf"^\s*{_NUMBER}\s*")
_DOTS = regex(r"…|\.{3}|。{3}")
_DOTS_BEFORE = regex(r"^[\s“”\"]*(?:…+|\.{3,}|。{3,})(?=\s*[（(0-9])")
"""……（三）: what is left out stands before the number of an item."""
_CUT = regex(r"(?:…+|\.{3,}|。{3,})[”\"」]?$")
_EDGES = " 　\n“”\"'‘’"
_ENDS = "，。；：！？,;:!?"
_ARABIC = regex(r"\d+")
_CHINESE = regex(r"[一二三四五六七八九十百千零〇]+")
_PERCENT = regex(r"(\d{1,4})\s*[%％]")
_HUNDREDTHS = "\x00"
_PER_HUNDRED = regex(rf"(?<={_HUNDREDTHS})[一二三四五六七八九十百千零〇]+")
_COUNTRY = "中华人民共和国"
_JOINED = 3
_MANY = 3
"""One clause in so many may be astray."""


@dataclass(frozen=True)
class Clause:
    """One clause of a quotation: as written, and folded; `sign` is the punctuation behind it, "" where there is none.

    `cut` says that words left out before it, or in it, are marked（……）.
    """

    text: str
    folded: str
    sign: str = ""
    cut: bool = False

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        """The hashes by which the clause may be found: as it is, and with its numerals written the other way."""
        return _forms(self.text, self.folded)


@lru_cache(maxsize=65536)
def _forms(text: str, folded: str) -> tuple[str, ...]:
    chinese = _ARABIC.sub(lambda m: render_numeral(int(m[0])) if len(m[0]) < 5 else m[0], folded)
    arabic = _CHINESE.sub(_to_arabic, folded)
    written = fold_text(_PERCENT.sub(lambda m: f"百分之{render_numeral(int(m[1]))}", text))
    # A title may be written without the words that begin it（《烟草专卖法》）, or with them.
    titled = fold_text(text.replace(f"《{_COUNTRY}", "《")) if f"《{_COUNTRY}" in text else fold_text(text.replace("《", f"《{_COUNTRY}"))
    short = _PER_HUNDRED.sub(_to_arabic, folded.replace("百分之", _HUNDREDTHS)).replace(_HUNDREDTHS, "")
    return tuple(clause_hash(form) for form in dict.fromkeys((folded, chinese, arabic, written, short, titled)))


def _to_arabic(match: re.Match[str]) -> str:
    number = parse_numeral(match[0])
    return match[0] if number is None else str(number)


@lru_cache(maxsize=4096)
def quoted_clauses(quote: str) -> tuple[Clause, ...]:
    """Return the clauses of a quotation, without the numbering of items; clauses of one character are left out."""
    found: list[Clause] = []
    cut = False
    for piece in _BREAK.split(_WRAP.sub("", quote)):
        cut = cut or _DOTS.search(piece) is not None
        text = _NUMBERING.sub("", _DOTS_BEFORE.sub("", piece)).strip(_EDGES)
        if _CUT.search(text):
            continue  # 责令停止……: where it is cut no clause ends
        plain = text.rstrip(_ENDS)
        read = [Clause(plain, folded, text[len(plain) :], cut) for folded in clauses(text)]
        found += read
        # 责令改正……：（一）: what is left out stands before the next clause as well.
        cut = (cut and not read) or plain.endswith(("…", "..."))
    return tuple(found)


def as_written(wanted: Sequence[Clause], flags: Sequence[bool]) -> str:
    """Return the clauses that were not found as they stand in the quotation, …… where others stand between them."""
    runs: list[str] = []
    for number, clause in enumerate(wanted):
        if flags[number]:
            continue
        if number and not flags[number - 1] and runs:
            runs[-1] += (wanted[number - 1].sign or " ") + clause.text
        else:
            runs.append(clause.text)
    return "……".join(dict.fromkeys(runs))


@dataclass(frozen=True, slots=True)
class Match:
    """Which clauses of a quotation were found, and the fingerprints of the provision that they were found by.

    `forms` are those of each clause; a clause that was found joined with the one before it has none.
    """

    flags: tuple[bool, ...]
    used: frozenset[str]
    forms: tuple[tuple[str, ...], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every clause was found."""
        return all(self.flags)

    def without(self, places: Collection[int]) -> "Match":
        """Return the same with some clauses not found."""
        return Match(tuple(found and n not in places for n, found in enumerate(self.flags)), self.used, self.forms) if places else self


def match(wanted: Sequence[Clause], hashes: Collection[str]) -> Match:
    """Look for each clause among `hashes`, a comma more or less being no difference."""
    flags = [False] * len(wanted)
    forms: list[tuple[str, ...]] = [()] * len(wanted)
    for start, clause in enumerate(wanted):
        found = next(((h,) for h in clause.hashes if h in hashes), None) or _cut(clause.folded, hashes)
        flags[start], forms[start] = bool(found), found
    for start in range(len(wanted)):
        for size in range(2, _JOINED + 1):
            group = range(start, min(start + size, len(wanted)))
            if len(group) < size or all(flags[n] for n in group):
                continue
            joined = clause_hash("".join(wanted[n].folded for n in group))
            if joined in hashes:
                forms[start] = (*forms[start], joined)
                for n in group:
                    flags[n] = True
    return Match(tuple(flags), frozenset(itertools.chain.from_iterable(forms)), tuple(forms))


def _cut(folded: str, hashes: Collection[str]) -> tuple[str, ...]:
    """Return the fingerprints that a clause is made of where it lacks the commas between them."""
    for at in range(2, len(folded) - 1):
        left = clause_hash(folded[:at])
        if left in hashes:
            right = clause_hash(folded[at:])
            rest = (right,) if right in hashes else _cut(folded[at:], hashes)
            if rest:
                return left, *rest
    return ()


def astray(wanted: Sequence[Clause], prints: Sequence[Print]) -> frozenset[int]:
    """Return which clauses a provision has only in a paragraph before those of the clauses in front of them.

    A text that is quoted goes on from place to place: what it says last, and the first paragraph says, is another sentence with
    the same words（可以并处一千元以下罚款）. Whoever quotes paragraphs in another order has many such clauses: then there are none.
    """
    found: set[int] = set()
    reached, paragraph = -1, None
    for number, clause in enumerate(wanted):
        places = [place for place, one in enumerate(prints) if one.hash in clause.hashes]
        after = next((place for place in places if place > reached), None)
        if after is not None:
            reached, paragraph = after, (prints[after].article, prints[after].paragraph)
        elif places and paragraph not in {(prints[place].article, prints[place].paragraph) for place in places}:
            found.add(number)
    return frozenset(found) if len(found) * _MANY <= len(wanted) else frozenset()
