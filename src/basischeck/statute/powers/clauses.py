"""A paragraph as clauses: what is condition, what is consequence, and which authority acts.

A penalty is written: offence（…的）, who acts（由…）, what follows（责令改正，处…罚款）; then graver cases after a semicolon. A power of
supervision is written with the authority as subject（县级以上人民政府…部门应当…）. Acts named inside the offence confer nothing,
so each stretch between two commas is told by how it begins and ends（立法技术规范（试行）, 法工委发〔2009〕62号, 第四部分）.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from basischeck.statute.powers.authority import (
    find_authority,
    find_subject,
    is_discipline,
    names_officials,
    qualifies,
    split_authorities,
)

_SENTENCE = re.compile(r"[^。！]+[。！]?")
_CLAUSE = re.compile(r"[^；]+；?")
_PIECE = re.compile(r"(?:(?!(?<=.)(?:或者|并可以|并|可以|直至)由)[^，：])+[，：]?")
_LEAD = (
    r"(?:并且?|同时|还|且|但是?|其中|必要时|情节(?:较轻|轻微|较重|严重|特别严重)的?|应当|应(?=[中吊没责处给])|可以|可|须|有权|依法|及时|立即|直至|视情节轻重|根据情节轻重|根据情节"
    r"|视情节|分别|一并|再|另|由|不予|对其|对前者|按规定|按照规定|按照有关规定|按照国家有关规定)*"
)
_VERB = (
    r"(?:责令|单处|处(?!理|置|分|于|方|罚的|罚决定)|没收|追缴|给予|予以|吊销|吊扣|暂扣|扣留|收缴|撤销|取消|降低|罚款|警告|通报批评|行政拘留|拘留|限期|查封|扣押|冻结|封存|强制|代为|停止|中止或|"
    r"依照|依据|按照|适用|加收|加处|注销|收回|核减|取缔|禁止|关闭|不得|记入|列入)"
)
_STRONG = re.compile(rf"^{_LEAD}(?:对[^，。；]{{1,60}}?)?{_LEAD}{_VERB}")
_EACH = re.compile(r"^(?:按|每|以|自|根据)[^，]{1,40}(?:处|加收|加处|罚款)|^[一二三五十0-9]{1,3}年(?:以内|之内|内)禁止|^(?:负有责任|直接责任|直接负责|其)[^，。；]{0,24}人员[^，。；]{0,4}年(?:以内|之内|内)不得")
_BY = re.compile(r"由|报请|提请")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas. `agents` are the holders that act in it, also where an earlier piece named them.

    `named` is true where this piece names the authority itself, `subject` where the authority is the grammatical
    subject rather than behind 由. `acts` is the text in which acts are looked for: behind the authority where it is named.
    `sentence` counts from 0; `inner` is true for the words of an item whose opening sentence named who acts.
    """

    text: str
    acts: str
    agents: tuple[str, ...]
    named: bool
    subject: bool
    consequence: bool
    discipline: bool
    sentence: int
    inner: bool


def read_pieces(text: str, agents: tuple[str, ...] = ()) -> list[Piece]:
    """Read a paragraph's own words, or those of one item; `agents` act from the start（an item's opening sentence named them）."""
    return list(_read(text, agents))


def _read(text: str, agents: tuple[str, ...]) -> Iterator[Piece]:
    by: tuple[str, ...] = agents
    for number, sentence in enumerate(_SENTENCE.findall(text)):
        subject: tuple[str, ...] = agents if number == 0 else ()
        discipline = False
        for place, clause in enumerate(_CLAUSE.findall(sentence)):
            consequence = bool(agents) and number == 0 and place == 0
            for raw in _PIECE.findall(clause):
                words = raw.rstrip("，：；。！")
                named, kind, rest = _agent(words)
                if named is not None:
                    holders = split_authorities(named)
                    discipline = not holders and is_discipline(named)
                    if kind == "subject":
                        subject = holders
                        by = holders or by
                    else:
                        by = subject = holders
                if named is not None or _STRONG.match(words) or _EACH.match(words):
                    consequence = not words.endswith("的")
                elif words.endswith("的") or names_officials(words):
                    consequence = False
                current = by if kind == "by" or not subject else subject
                yield Piece(words, rest, current or by, named is not None, bool(subject), consequence, discipline, number, bool(agents))


def _agent(words: str) -> tuple[str | None, str, str]:
    """Return the authority that acts in a piece, how it is named, and the words behind it."""
    plain = words
    found = find_subject(plain)
    if found is not None:
        return found, "subject", plain[len(found) :]
    for match in _BY.finditer(plain):
        behind = plain[match.end() :]
        named = find_authority(behind)
        if named is not None and not qualifies(behind, named):
            return named, "by", behind[len(named) :]
    return None, "", plain
