"""Items listed twice: the same name, the same but for words without weight, the same but for one character.

Two rows that differ in level, object or responsible body are one power at several levels, no double. Names that differ in
a word of law (假药, 劣药; 设立, 变更) are two powers however alike they look: on real lists nine of ten pairs above 90 %
likeness are of that kind, so likeness alone proves nothing. What is folded away before two names are compared is a closed
list of words that cannot tell one power from another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from basischeck.catalog.model import Item
from basischeck.citation import normalise
from basischeck.facts.categories import standard_category
from basischeck.pattern import regex

_APART = ("行使层级", "实施对象", "行使主体", "行政区划")
"""Fields that tell apart two rows of the same name."""

_SAME = (
    ("依照", "按照"),
    ("依据", "按照"),
    ("根据", "按照"),
    ("未按照", "未按"),
    ("不按照", "未按"),
    ("不按", "未按"),
    ("未依照", "未按"),
    ("未依法", "未按"),
    ("没有", "未"),
    ("规定的", "规定"),
    ("行政处罚", "处罚"),
    ("行政强制", "强制"),
    ("行政检查", "检查"),
    ("监督检查", "检查"),
    ("行政许可", "许可"),
    ("许可证", "许可"),
    ("帐", "账"),
    ("其它", "其他"),
    ("象", "像"),
    ("做", "作"),
    ("份", "分"),
    ("藉", "籍"),
    ("贮存", "储存"),
    ("擅自", ""),
    ("以及", "和"),
    ("或者", "和"),
    ("或", "和"),
    ("与", "和"),
    ("及", "和"),
)
_WEIGHTLESS = regex(
    r"中华人民共和国|违反[^,第]{0,8}规定,|违反(?:有关|相关)?规定|违法|违规|依法|活动|情况|工作(?=的|$)|[\s,，、。.;；:：\"'《》<>()（）\[\]{}]|行为|"
    r"的|等|进行|予以|给予|实施的?(?=处罚|检查|强制)|有关|相关|和"
)
_HEAD = regex(r"^对")
_ACT_OF_LICENCE = regex(r"(?:审批|核准|许可|批准|审核)+$")
_TELLING = frozenset(
    "零一二三四五六七八九十百千万亿0123456789"
    "不未非无免否可准禁已正副主次前后上下内外大小高低新旧初再首末全半单双多少甲乙丙丁"
    "男女老少父母省市州盟县区乡镇村国中外进出入退开停启闭增减加升降收付买卖借贷租售购销产运储续换补延注变设撤合分"
    "水陆空海河湖江港车船机路桥林草农牧渔矿油气电煤药酒烟茶盐糖种苗畜禽鱼猪牛羊人公私个企假劣真伪轻重优特普"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
_LONG_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Double:
    """An item like an earlier one: its place, and how alike: same, weightless, one character."""

    other: int
    how: str


def doubles(items: Sequence[Item], bases: Mapping[int, frozenset[str]]) -> dict[int, Double]:
    """Return the items of one file that stand in it already, by position, each with the first it is like.

    `bases` gives for each position the founding provisions it cites: a difference of one character is taken for a slip
    of the pen only where both items cite the same ones.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        if item.name.strip():
            groups[_group(item)].append(position)
    found: dict[int, Double] = {}
    for positions in groups.values():
        _equal(items, positions, found)
        _alike(items, positions, bases, found)
    return found


def _group(item: Item) -> tuple[str, str]:
    return normalise(item.department), standard_category(item.category) or normalise(item.category)


def _equal(items: Sequence[Item], positions: Sequence[int], found: dict[int, Double]) -> None:
    exact: dict[tuple[str, str], list[int]] = defaultdict(list)
    folded: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position in positions:
        item = items[position]
        name, sub = normalise(item.name), normalise(item.sub_name)
        core = (weightless(item.name), weightless(item.sub_name))
        for how, known in (("same", exact[name, sub]), ("weightless", folded[core] if len(core[0]) > 3 else [])):
            other = next((n for n in known if not _apart(items[n], item)), None)
            if other is not None and position not in found:
                found[position] = Double(other, how)
            known.append(position)


def _alike(
    items: Sequence[Item], positions: Sequence[int], bases: Mapping[int, frozenset[str]], found: dict[int, Double]
) -> None:
    left = [n for n in positions if n not in found and bases.get(n) and len(weightless(items[n].name)) >= _LONG_ENOUGH]
    by_bases: dict[frozenset[str], list[int]] = defaultdict(list)
    for position in left:
        by_bases[bases[position]].append(position)
    for same in by_bases.values():
        if len(same) < 2:
            continue
        cores = [weightless(items[n].name) + "|" + weightless(items[n].sub_name) for n in same]
        distances = cdist(cores, cores, scorer=Levenshtein.distance, score_cutoff=1)
        for later in range(1, len(same)):
            for earlier in range(later):
                alike = distances[later, earlier] == 1 and _slip(cores[earlier], cores[later])
                if alike and not _apart(items[same[earlier]], items[same[later]]):
                    found.setdefault(same[later], Double(same[earlier], "slip"))


@lru_cache(maxsize=65536)
def weightless(name: str) -> str:
    """Return the words of a name that tell its power from others, run together.

    >>> weightless("对未按照规定报送资料等违法行为的行政处罚") == weightless("对未依法报送资料的处罚")
    False
    >>> weightless("对擅自占用、挖掘公路行为的行政处罚") == weightless("对占用、挖掘公路的处罚")
    True
    """
    text = _HEAD.sub("", normalise(name))
    for written, meant in _SAME:
        text = text.replace(written, meant)
    core = _WEIGHTLESS.sub("", text)
    return _ACT_OF_LICENCE.sub("许可", core)


def _slip(first: str, second: str) -> bool:
    """Return whether the one character in which two names differ may be a slip: it carries no meaning of its own in law."""
    changed = [op for op in Levenshtein.opcodes(first, second) if op.tag != "equal"]
    chars = "".join(first[op.src_start : op.src_end] + second[op.dest_start : op.dest_end] for op in changed)
    return not _TELLING.intersection(chars)


def _apart(first: Item, second: Item) -> bool:
    """Return whether level, object, body or region of two rows differ where both state them."""
    for field in _APART:
        one, other = first.fields.get(field), second.fields.get(field)
        if one and other and one.text.strip() and other.text.strip() and normalise(one.text) != normalise(other.text):
            return True
    return False
