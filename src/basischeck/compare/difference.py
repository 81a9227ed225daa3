"""Which of name, category, basis, department and level differ between two matched items, and how, in Chinese."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from basischeck.catalog.model import Item
from basischeck.compare.basis import missing
from basischeck.compare.entry import Entry
from basischeck.compare.match import identical
from basischeck.compare.model import Difference, Near, Provision
from basischeck.compare.naming import without_frame

_GAP = 2
_MORE = 1.3
"""How much longer a folded name is that lists what another one leaves to 等."""
_LONGEST = 24
"""Characters of a stretch that are shown whole."""
_ONE_WIDTH = str.maketrans("(),:;?", "（），：；？")
_LEVEL_WORDS = {"省": "省级", "市": "市级", "县": "县级", "乡": "乡级"}


def differences(ours: Entry, theirs: Entry) -> tuple[Difference, ...]:
    """Return what differs between two entries of one power; empty for entries that agree in everything."""
    return tuple(_differences(ours, theirs))


def _differences(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    same = identical(ours, theirs)
    if ours.name.key != theirs.name.key:
        how, slight = _naming(ours, theirs)
        yield Difference("name", how, item_name(ours.item), item_name(theirs.item), slight)
    if ours.category != theirs.category:
        how = f"“{ours.item.category or '未写'}”与“{theirs.item.category or '未写'}”"
        yield Difference("category", how, ours.item.category, theirs.item.category)
    if not same and ours.basis_text != theirs.basis_text:
        yield from _basis(ours.provisions, theirs.provisions)
    if ours.field != theirs.field:
        how = f"“{ours.organ or '未写'}”与“{theirs.organ or '未写'}”"
        yield Difference("department", how, ours.organ, theirs.organ)
    if ours.level and theirs.level and ours.level != theirs.level:
        left, right = _levels(ours.level), _levels(theirs.level)
        yield Difference("level", f"“{left}”与“{right}”", left, right)


def nearness(near: Near) -> str:
    """Say why what comes near a lone item is not matched with it: a word, another partner, or a name that says something else."""
    if near.why == "cited":
        return "引同一条款，名称不同"
    if near.apart is None:
        return "已与另一项对应，可能是一项对几项"
    own, other = ("、".join(_LEVEL_WORDS.get(one, one) for one in words.split("、")) for words in near.apart)
    if own and other:
        return f"“{own}”与“{other}”不是一项"
    return f"名称{'没有' if own else '多'}“{own or other}”"


def _levels(letters: str) -> str:
    return "、".join(_LEVEL_WORDS[letter] for letter in letters)


def item_name(item: Item) -> str:
    """Return an item's name as it is shown: with its sub-item's."""
    return f"{item.name}／{item.sub_name}" if item.sub_name else item.name


def _as_read(item: Item) -> str:
    """Return a name as it is written, in one width."""
    return "".join(item_name(item).split()).translate(_ONE_WIDTH)


def _naming(ours: Entry, theirs: Entry) -> tuple[str, bool]:
    """Say how two names of one power differ: in the way of writing alone（true）, in acts that one leaves unsaid, or in which words."""
    left, right = ours.name, theirs.name
    if left.open and not right.open and len(right.core) > _MORE * len(left.core):
        return "后者列举各种情形，前者只写其中一部分，用“等”概括", False
    if right.open and not left.open and len(left.core) > _MORE * len(right.core):
        return "前者列举各种情形，后者只写其中一部分，用“等”概括", False
    written = _as_read(ours.item), _as_read(theirs.item)
    if without_frame(written[0]) == without_frame(written[1]):
        return f"只是用字不同：{wording(*written)}", True
    places = [place for place in _places(*written) if not _is_frame(*place)]
    return _told(places) if places else wording(*written), False


def _is_frame(ours: str, theirs: str) -> bool:
    """Whether two stretches differ in words alone that say nothing of the power（对、的、行为、行政）."""
    return without_frame(ours) == without_frame(theirs)


def wording(ours: str, theirs: str) -> str:
    """Say what stands in one wording and not in the other, at most four places."""
    places = _places(ours, theirs)
    return _told([place for place in places if any(char.isalnum() for char in "".join(place))] or places)


def _told(places: Sequence[tuple[str, str]]) -> str:
    parts = []
    for left, right in ((_short(left), _short(right)) for left, right in places):
        if left and right:
            parts.append(f"“{left}”作“{right}”")
        else:
            parts.append(f"无“{left}”" if left else f"多“{right}”")
    return "，".join(parts) if len(parts) <= 4 else "写法不同"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 6]}……{text[-4:]}"


def _places(ours: str, theirs: str) -> list[tuple[str, str]]:
    """Return the stretches that differ; one or two equal characters between two of them are taken into one."""
    places: list[list[int]] = []
    for code in Levenshtein.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        if places and code.src_start - places[-1][1] <= _GAP:
            places[-1][1], places[-1][3] = code.src_end, code.dest_end
        else:
            places.append([code.src_start, code.src_end, code.dest_start, code.dest_end])
    return [(ours[a:b], theirs[c:d]) for a, b, c, d in places]


def _basis(ours: Sequence[Provision], theirs: Sequence[Provision]) -> Iterator[Difference]:
    gone, new = missing(ours, theirs), missing(theirs, ours)
    if not gone and not new:
        return
    left, right = _labels(gone), _labels(new)
    if not ours or not theirs:
        how = f"前者没有写依据，后者引{right}" if new else f"前者引{left}，后者没有写依据"
    elif gone and new:
        how = f"前者引{left}，后者引{right}"
    elif gone:
        how = f"后者未引{left}"
    else:
        how = f"后者多引{right}"
    yield Difference("basis", how, _labels(ours), _labels(theirs))


def _labels(provisions: Sequence[Provision]) -> str:
    shown = [one.label for one in provisions]
    return "、".join(shown[:6]) + (f"等{len(shown)}处" if len(shown) > 6 else "") if shown else "（无）"
