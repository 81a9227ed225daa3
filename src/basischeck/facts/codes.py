"""The codes of items: one code for one item, all of one pattern, letters that agree with the category.

GB/T 39554.1-2020 wants the code of an item to be unique; lists under provincial rules differ in length and make-up, so the
pattern asked for is the list's own. The two letters of the kind（XK, CF …）are those of DB52/T 1264-2018 and of the lists of
other provinces.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.catalog.model import Item
from basischeck.catalog.wording import row_name
from basischeck.citation import normalise
from basischeck.facts.categories import standard_category
from basischeck.pattern import regex

_KINDS = {
    "XK": "行政许可",
    "CF": "行政处罚",
    "QZ": "行政强制",
    "ZS": "行政征收",
    "JF": "行政给付",
    "GF": "行政给付",
    "JC": "行政检查",
    "QR": "行政确认",
    "JL": "行政奖励",
    "CJ": "行政裁决",
    "QT": "其他职权",
}
_LETTERS = regex(r"(?<![A-Z])([A-Z]{2})(?![A-Z])")
_END = regex(r"(\d+)$")
_NO_CODE = regex(r"[\s/／\\\-—－无暂空]*")
_NORM = 0.8
_ENOUGH = 5


@dataclass(slots=True)
class CodeFacts:
    """What is odd about one item's code: the other item that has it, the usual form, the category its letters mean."""

    shared_with: str | None = None
    usual: str | None = None
    means: str | None = None


def code_of(item: Item) -> str:
    """Return the item's code folded for comparing, "" where a stroke or 无 stands for none."""
    code = normalise(item.code).upper()
    return "" if _NO_CODE.fullmatch(code) else code


def kind_of_code(item: Item) -> str | None:
    """Return the category that the letters in an item's code stand for, None where they stand for none or several."""
    return _kind(code_of(item))


def _kind(code: str) -> str | None:
    kinds = {_KINDS[letters] for letters in _LETTERS.findall(code) if letters in _KINDS}
    return kinds.pop() if len(kinds) == 1 else None


def code_facts(items: Sequence[Item]) -> dict[int, CodeFacts]:
    """Return the faults in the codes of one file's items, by position in `items`."""
    found: dict[int, CodeFacts] = defaultdict(CodeFacts)
    codes = {position: code for position, item in enumerate(items) if (code := code_of(item))}
    _shared(items, codes, found)
    _unusual(items, codes, found)
    _letters(items, codes, found)
    return dict(found)


def _shared(items: Sequence[Item], codes: dict[int, str], found: dict[int, CodeFacts]) -> None:
    """Find the codes that belong to items of different names; rows for levels or sub-items of one item may share one."""
    first: dict[str, Item] = {}
    for position, code in codes.items():
        item = items[position]
        holder = first.setdefault(code, item)
        if normalise(holder.name) != normalise(item.name):
            found[position].shared_with = f"{row_name(holder.sheet, holder.row)}“{_short(holder.name)}”"


def _unusual(items: Sequence[Item], codes: dict[int, str], found: dict[int, CodeFacts]) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for position in codes:
        groups[items[position].department].append(position)
    for positions in groups.values():
        forms = Counter(_form(codes[position]) for position in positions)
        form, count = forms.most_common(1)[0]
        if len(positions) < _ENOUGH or count < _NORM * len(positions) or _counted([codes[n] for n in positions]):
            continue
        usual = next(codes[position] for position in positions if _form(codes[position]) == form)
        for position in positions:
            if _form(codes[position]) != form:
                found[position].usual = usual


def _counted(codes: Sequence[str]) -> bool:
    """Return whether codes end in a plain count（CF-1 … CF-50）: such codes grow longer without being wrong."""
    ends = [match[1] for code in codes if (match := _END.search(code))]
    if len(ends) < len(codes) or any(end.startswith("0") for end in ends):
        return False
    return max(map(int, ends)) <= 10 * len(codes)


def _form(code: str) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", code))


def _letters(items: Sequence[Item], codes: dict[int, str], found: dict[int, CodeFacts]) -> None:
    """Hold the letters against the category where nearly all codes of the list agree with theirs: then they mean it."""
    stated: dict[int, tuple[str, str]] = {}
    for position, code in codes.items():
        kind = _kind(code)
        category = standard_category(items[position].category)
        if kind is not None and category in _KINDS.values():
            stated[position] = (kind, category or "")
    differing = [position for position, (kind, category) in stated.items() if kind != category]
    if len(stated) >= _ENOUGH and len(stated) - len(differing) >= _NORM * len(stated):
        for position in differing:
            found[position].means = stated[position][0]


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= 30 else line[:29] + "…"
