"""Clauses of a quotation that differ in one word from a clause of the provision: slips of copying, and bodies renamed since.

The index holds no text to compare with, so the slips that copyists make are tried: a word of one or two characters too many,
a small word or one that stands close by left out, a word for its synonym, the former name of a body for its present one. Such a
clause is no clause of the provision, but it shows that the provision is what was copied.
"""

import base64
import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from basischeck.facts.clauses import Clause

_EXTRA = 2
_SHORTEST = 6
"""Characters below which a clause with a word more or less is another clause."""
_SMALL = ("的", "本", "应", "其", "等", "由", "并", "可以", "应当", "限期", "依法", "有关", "以下", "以上", "规定", "或者", "其他")
_SYNONYMS = (
    ("应该", "应当"),
    ("应", "应当"),
    ("可", "可以"),
    ("或", "或者"),
    ("及", "以及"),
    ("其它", "其他"),
    ("按", "按照"),
    ("必须", "应当"),
    # Bodies of the reform of 2018（《国务院机构改革方案》）, under their names before and since.
    ("农业行政", "农业农村"),
    ("农业", "农业农村"),
    ("林业", "林业草原"),
    ("工商行政管理", "市场监督管理"),
    ("质量技术监督", "市场监督管理"),
    ("质量监督", "市场监督管理"),
    ("食品药品监督管理", "药品监督管理"),
    ("环境保护", "生态环境"),
    ("国土资源", "自然资源"),
    ("安全生产监督管理", "应急管理"),
    ("卫生行政", "卫生健康"),
    ("公安机关消防机构", "消防救援机构"),
)


def stands_but_for_words(wanted: Sequence[Clause], flags: Sequence[bool], hashes: Collection[str], least: float) -> bool:
    """Whether at least the share `least` of the clauses stand in `hashes` (as `flags` say already) or differ from one there in a word.

    A word left out that stands close by is tried only where another clause shows that the provision is the one copied.
    """
    found = list(flags)
    held = frozenset(base64.urlsafe_b64decode(one) for one in hashes)
    open_clauses = [n for n, flag in enumerate(flags) if not flag and len(wanted[n].folded) >= _SHORTEST]
    for forms in (_usual, _from_beside):
        for number in open_clauses:
            if sum(found) >= least * len(wanted):
                return True
            if not found[number]:
                found[number] = any(_digest(form) in held for form in forms(wanted, number))
        if not any(found):
            return False
    return sum(found) >= least * len(wanted)


def _digest(folded: str) -> bytes:
    # Not by way of `clause_hash`: it keeps what it has hashed, and none of this comes again.
    return hashlib.blake2b(folded.encode(), digest_size=3).digest()


def _usual(wanted: Sequence[Clause], number: int) -> Iterator[str]:
    """Yield what a clause may have been before a slip that any text may have."""
    clause = wanted[number].folded
    for size in range(1, _EXTRA + 1):
        for at in range(len(clause) - size + 1):
            yield clause[:at] + clause[at + size :]
    for one, other in _SYNONYMS:
        for before, now in ((one, other), (other, one)):
            if before in clause:
                yield clause.replace(before, now)
    yield from _inserted(clause, _SMALL)


def _from_beside(wanted: Sequence[Clause], number: int) -> Iterator[str]:
    """Yield what a clause may have been before a word was left out that it, or the clause before or behind it, has."""
    beside = "".join(clause.folded for clause in wanted[max(0, number - 1) : number + 2])
    yield from _inserted(wanted[number].folded, dict.fromkeys(beside[at : at + 2] for at in range(len(beside) - 1)))


def _inserted(clause: str, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        for at in range(len(clause) + 1):
            yield clause[:at] + word + clause[at:]
