"""An item's name for comparison: as written, folded, and what in it is legally relevant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from basischeck.citation import normalise
from basischeck.compare.words import (
    FILLER,
    GROUP_RULES,
    KINDS,
    NEUTRAL_KINDS,
    ONE_SIDED,
    OPENING,
    SYNONYM_RULES,
    needed,
    pairs,
)
from basischeck.pattern import regex

T = TypeVar("T")

_ORDINAL = regex(r"^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）、.．](?!\d)|[①-⑳])\s*")
_BEFORE_KIND = r"(?:的)?(?:等)?(?:行为|活动|情况|事项|情形)?(?:的)?(?:依法)?(?:进行|实施|采取|予以|给予|开展)?(?:的)?"
_TAIL = 60
"""Characters at the end of a name in which its kind of power is looked for."""

_WIDEST_BEFORE = 10
"""Characters that `_BEFORE_KIND` takes at most."""
_AT_END = r"(?:{kind})(?:[（(][^（）()]*[)）])*(?:事项|项目|事宜)*$"


class KindRule(NamedTuple):
    """A kind of power, the pattern of a name's end that states it, and that pattern with the words that lead to it.

    `needs` are pairs of characters one of which every match has.
    """

    kind: str
    needs: frozenset[str]
    ending: re.Pattern[str]
    led_to: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Return where the end of a text that states this kind begins."""
        start = max(0, len(text) - _TAIL)
        # An ending is found by its first characters; what leads to it may be left out whole, and is tried at every place.
        ending = self.ending.search(text, start)
        return ending and self.led_to.search(text, max(start, ending.start() - _WIDEST_BEFORE))


KIND_RULES = tuple(
    KindRule(kind, needed(pattern), regex(_AT_END.format(kind=pattern)), regex((_BEFORE_KIND + _AT_END).format(kind=pattern))) for kind, pattern in KINDS
)


def _bits(needs: Iterable[frozenset[str]]) -> dict[str, int]:
    """Return for each pair of characters which of some rules may match where it is: bit n for rule n."""
    found: dict[str, int] = {}
    for number, pairs_of_rule in enumerate(needs):
        for pair in pairs_of_rule:
            found[pair] = found.get(pair, 0) | 1 << number
    return found


def _may_match(bits: dict[str, int], seen: Iterable[str]) -> int:
    """Return which rules may match a text in which these pairs of characters were seen: bit n for rule n."""
    chosen = 0
    for pair in seen:
        chosen |= bits.get(pair, 0)
    return chosen


def _chosen(rules: Sequence[T], bits: int) -> Iterator[T]:
    while bits:
        yield rules[(bits & -bits).bit_length() - 1]
        bits &= bits - 1


_KIND_BITS = _bits(rule.needs for rule in KIND_RULES)
_GROUP_BITS = _bits(rule.needs for rule in GROUP_RULES)
_SYNONYM_BITS = _bits(needs for _, _, needs in SYNONYM_RULES)
_PAIRS = frozenset({*_KIND_BITS, *_GROUP_BITS, *_SYNONYM_BITS})
"""The pairs of characters that any of the patterns needs."""

def _made_possible(number: int) -> int:
    """Return which later synonyms may match where this one has put its short word: those with a pair in it, or with a neighbour of it."""
    short = SYNONYM_RULES[number][1]
    inside = set(pairs(short))
    found = 0
    for later, (_, _, needs) in enumerate(SYNONYM_RULES):
        near = not short or any(pair in inside or pair[-1] == short[0] or pair[0] == short[-1] for pair in needs)
        found |= (later > number and near) << later
    return found


_MADE_POSSIBLE = tuple(map(_made_possible, range(len(SYNONYM_RULES))))

_SHORTEST = 2

_AND_OTHERS = regex(r"等(?:违法|违规|违法违规)?(?:行为|活动|情况|情形|事项)?的?$")
"""How a name ends, before its kind of power, that stands for more than it says（对擅自取水等行为的处罚）."""
_NUMBER = regex(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[类级种等星吨米座年月日元万])")
_INCLUDING = regex(r"[(（]含[^()（）]*[)）]")
_PUNCTUATION = regex(r"[、，,；;。.:：]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the forms in which it is compared.

    `plain` folds what differs in writing only (width, spaces), `key` is without punctuation too: equal keys are the same
    name. `core` is
    what the power is about, without frame（对…的处罚）and with one word for each meaning; `kind` the power as the name's
    end states it, "" where it states none. `marks` are the legally relevant words by group, `numbers` the figures. `open` says
    that it names the first of several acts only（对擅自取水等行为的处罚）.
    """

    text: str
    plain: str
    key: str
    core: str
    kind: str
    marks: tuple[tuple[str, frozenset[str]], ...]
    numbers: frozenset[str]
    open: bool = False


@lru_cache(maxsize=200_000)
def read_name(text: str, sub_name: str = "") -> Name:
    """Return the forms of a name; the name of a sub-item follows its item's."""
    whole = "/".join(_ORDINAL.sub("", normalise(part)) for part in (text, sub_name) if part.strip())
    plain = _PUNCTUATION.sub("、", whole).strip("、")
    seen = _PAIRS.intersection(pairs(plain))
    kind, body = _kind(plain, seen)
    marks = {
        group: frozenset(word for word, rule in rules if rule.search(plain))
        for group, any_word, rules, _ in _chosen(GROUP_RULES, _may_match(_GROUP_BITS, seen))
        if any_word.search(plain)
    }
    return Name(
        text=text,
        plain=plain,
        key=plain.replace("、", "") or plain,
        core=_core(body) or _core(plain) or plain,
        kind=kind,
        marks=tuple((group, words) for group, words in marks.items() if words),
        numbers=frozenset(_NUMBER.findall(plain)),
        open="等" in plain and _AND_OTHERS.search(_to_kind(plain, kind)) is not None,
    )


def _kind(plain: str, seen: frozenset[str]) -> tuple[str, str]:
    for rule in _chosen(KIND_RULES, _may_match(_KIND_BITS, seen)):
        found = rule.search(plain)
        if found:
            # What is licensed or confirmed stays part of the name where nothing else is left of it.
            body = plain[: found.start()] or plain
            again = rule.search(body)  # 取水许可审批
            return rule.kind, body[: again.start()] if again and again.start() >= _SHORTEST else body
    return "", plain


def _to_kind(plain: str, kind: str) -> str:
    """Return a name up to the words that state its kind of power."""
    found = next(rule for rule in KIND_RULES if rule.kind == kind).ending.search(plain, max(0, len(plain) - _TAIL)) if kind else None
    return plain[: found.start()] if found else plain


def _core(body: str) -> str:
    body = OPENING.sub("", _INCLUDING.sub("", body))
    left = _may_match(_SYNONYM_BITS, _PAIRS.intersection(pairs(body)))
    while left:
        number = (left & -left).bit_length() - 1
        rule, short, _ = SYNONYM_RULES[number]
        body, changes = rule.subn(short, body)
        left &= left - 1  # in their order, each once
        if changes:
            left |= _MADE_POSSIBLE[number]
    return FILLER.sub("", body)


_FRAME = regex(r"行政|处罚|予以|进行|(?<=按)照")


def without_frame(name: str) -> str:
    """Return a name as written but for the words of its frame: where these are left, two names say the same in the same words."""
    return _FRAME.sub("", FILLER.sub("", normalise(name)))


_NOTHING = regex(r"[（(]\s*[）)]")
_OPERATION = next(rule.any_word for rule in GROUP_RULES if rule.group == "办理")


def without_operation(text: str) -> str:
    """Return a name as written without the operation that it names: 食品经营许可（变更） is an operation of 食品经营许可."""
    return _NOTHING.sub("", _OPERATION.sub("", text))


def without_marks(core: str) -> str:
    """Return a folded name without its legally relevant words."""
    for rule in GROUP_RULES:
        core = rule.any_word.sub("", core)
    return core


def kinds_differ(left: Name, right: Name) -> bool:
    """Whether both names state a kind of power and these are two kinds（处罚 / 强制）."""
    kinds = {left.kind, right.kind} - NEUTRAL_KINDS
    return "" not in kinds and len(kinds) > 1


# 生产、经营、使用 are often listed in part: two names that share one of them may be one power.
_OVERLAPPING = frozenset({"环节", "主体", "单位个人", "相对人", "参建", "建设", "措施"})


def conflict(left: Name, right: Name) -> tuple[str, str] | None:
    """Return the legally relevant words, of the left and the right name, that make them two items; None where none do.

    Within a group one name may have more words than the other（设立、变更审批 / 设立审批）: a wider item is alike. What an open name
    （…等行为）does not say it may still mean.
    """
    if (left.marks, left.kind, left.numbers) == (right.marks, right.kind, right.numbers) or left.key == right.key:
        return None
    if kinds_differ(left, right):
        return left.kind, right.kind
    ours, theirs = dict(left.marks), dict(right.marks)
    for group in ours.keys() | theirs.keys():
        mine, other = ours.get(group, frozenset()), theirs.get(group, frozenset())
        if mine == other:
            continue
        if mine and other and not (mine <= other or other <= mine or (group in _OVERLAPPING and mine & other)):
            return "、".join(sorted(mine - other)), "、".join(sorted(other - mine))
        if not (mine and other) and (mine | other) & ONE_SIDED.get(group, frozenset()):
            if (left if other else right).open or (group == "主体" and not _is_alone(ours if mine else theirs)):
                continue
            return "、".join(sorted(mine)), "、".join(sorted(other))
    if left.numbers != right.numbers and left.numbers and right.numbers:
        return "、".join(sorted(left.numbers)), "、".join(sorted(right.numbers))
    return None


def _is_alone(marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether a name speaks of one sort of subject alone: 单位和个体工商户 are everybody, which a name may leave unsaid."""
    return len(marks.get("主体", ())) == 1 and "单位个人" not in marks
