"""An item's name for comparison: as written, folded, and what in it is legally relevant."""

from dataclasses import dataclass
from functools import lru_cache

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

_ORDINAL = regex(r"^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）、.．](?!\d)|[①-⑳])\s*")
_END = r"(?:的)?(?:等)?(?:行为|活动|情况|事项|情形)?(?:的)?(?:依法)?(?:进行|实施|采取|予以|给予|开展)?(?:的)?(?:{kind})(?:[（(][^（）()]*[)）])*(?:事项|项目|事宜)*$"
KIND_RULES = tuple((kind, needed(pattern), regex(_END.format(kind=pattern))) for kind, pattern in KINDS)
_PAIRS = frozenset[str]().union(
    *(rule.needs for rule in GROUP_RULES), *(needs for _, _, needs in SYNONYM_RULES), *(needs for _, needs, _ in KIND_RULES)
)
"""The pairs of characters that any of the patterns needs."""

_TAIL = 60
"""Characters at the end of a name in which its kind of power is looked for."""

_SHORTEST = 2

_NUMBER = regex(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[类级种等星吨米座年月日元万])")
_INCLUDING = regex(r"[(（]含[^()（）]*[)）]")
_PUNCTUATION = regex(r"[、，,；;。.:：]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the forms in which it is compared.

    `plain` folds what differs in writing only (width, spaces), `key` is without punctuation too: equal keys are the same
    name. `core` is
    what the power is about, without frame（对…的处罚）and with one word for each meaning; `kind` the power as the name's
    end states it, "" where it states none. `marks` are the legally relevant words by group, `numbers` the figures.
    """

    text: str
    plain: str
    key: str
    core: str
    kind: str
    marks: tuple[tuple[str, frozenset[str]], ...]
    numbers: frozenset[str]


@lru_cache(maxsize=200_000)
def read_name(text: str, sub_name: str = "") -> Name:
    """Return the forms of a name; the name of a sub-item follows its item's."""
    whole = "/".join(_ORDINAL.sub("", normalise(part)) for part in (text, sub_name) if part.strip())
    plain = _PUNCTUATION.sub("、", whole).strip("、")
    seen = _PAIRS.intersection(pairs(plain))
    kind, body = _kind(plain, seen)
    marks = {
        group: frozenset(word for word, rule in rules if rule.search(plain))
        for group, any_word, rules, needs in GROUP_RULES
        if not needs.isdisjoint(seen) and any_word.search(plain)
    }
    return Name(
        text=text,
        plain=plain,
        key=plain.replace("、", "") or plain,
        core=_core(body) or _core(plain) or plain,
        kind=kind,
        marks=tuple((group, words) for group, words in marks.items() if words),
        numbers=frozenset(_NUMBER.findall(plain)),
    )


def _kind(plain: str, seen: frozenset[str]) -> tuple[str, str]:
    for kind, needs, rule in KIND_RULES:
        found = rule.search(plain, max(0, len(plain) - _TAIL)) if not needs.isdisjoint(seen) else None
        if found:
            # What is licensed or confirmed stays part of the name where nothing else is left of it.
            body = plain[: found.start()] or plain
            again = rule.search(body, max(0, len(body) - _TAIL))  # 取水许可审批
            return kind, body[: again.start()] if again and again.start() >= _SHORTEST else body
    return "", plain


def _core(body: str) -> str:
    body = OPENING.sub("", _INCLUDING.sub("", body))
    seen = _PAIRS.intersection(pairs(body))
    for rule, short, needs in SYNONYM_RULES:
        if not needs.isdisjoint(seen):
            body, changes = rule.subn(short, body)
            seen = _PAIRS.intersection(pairs(body)) if changes else seen
    return FILLER.sub("", body)


_OPERATION = next(rule.any_word for rule in GROUP_RULES if rule.group == "办理")


def without_operation(text: str) -> str:
    """Return a name as written without the operation that it names: 食品经营许可（变更） is an operation of 食品经营许可."""
    return _OPERATION.sub("", text)


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

    Within a group one name may have more words than the other（设立、变更审批 / 设立审批）: a wider item is alike.
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
            return "、".join(sorted(mine)), "、".join(sorted(other))
    if left.numbers != right.numbers and left.numbers and right.numbers:
        return "、".join(sorted(left.numbers)), "、".join(sorted(right.numbers))
    return None
