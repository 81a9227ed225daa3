"""Statutes named without 《》: where the name begins that ends at a locator."""

from collections.abc import Callable, Iterable

from basischeck.pattern import regex

_LONGEST = 80
_TOO_GENERAL = frozenset(
    (
        "办法",
        "条例",
        "规定",
        "决定",
        "解释",
        "规则",
        "细则",
        "通知",
        "意见",
        "本法",
        "通则",
        "标准",
        "实施条例",
        "实施办法",
        "实施细则",
    )
)
# ……第24条，某省人民政府关于丙的决定，第5条: behind a locator and a comma, from the maker or the place on.
_LISTED = regex(
    r"\s*[，,；;]\s*((?:中华人民共和国|国务院|(?:(?!由|应当|可以|依照|依据|根据|按照|违反)[\u4e00-\u9fff]){2,8}?(?:省|市|自治区|自治州|县|部|委员会))"
    r"[\u4e00-\u9fff]{2,40}?(?:法|条例|办法|规定|规则|细则|决定|意见|通知))\s*[，,]?\s*$"
)
_STATE = "中华人民共和国"
_REGION_END = frozenset("省市区州县旗盟")

# What may stand between a name and its locator: a bracket, 的, the half of a code.
_BETWEEN = regex(
    r"(?:[（(][^（()）]{0,40}[）)])?\s*(?:的|之|中的|中|原|分则|总则|修改后的?|修订后的?|(?<=典)[\u4e00-\u9fff]{2,4}编)?\s*$"
)
_ORDER = regex(
    r"[\u4e00-\u9fff]{2,12}?(?:第?\s*[0-9一二三四五六七八九十百]+\s*号令|令\s*(?:[12][0-9]{3}年)?\s*第?\s*[0-9一二三四五六七八九十百]+\s*号)$"
)
_SHAPE = regex(r"(?:中华人民共和国)?[\u4e00-\u9fff]{1,30}(?:法典|法|条例|办法|规定|规则|细则|解释)$")
_ACT_END = regex(
    r"(?:法典|法|条例|办法|规定|规则|细则|解释|宪法|通则|准则|规程|决定|意见|通知|标准|公约|协定|制度|章程|规范)$"
)
# Words after which a name begins. Behind a strong one nothing but a name can follow; behind a weak one a verb may.
_STRONG = r"依照|依据|根据|按照|比照|参照适用|参照|违反|符合|触犯|属于|援引|引用|删去|删除|我国"
_EDITION = r"(?:修改[前后]|修正[前后]|修订[前后]|现行|新?修订|新?修正)的?|[新旧原]"
_WEAK = r"适用|认定为|构成|实施|以及|或者|和(?!国)|及|与|或|将|在|除|犯"
_STRONG_LEAD = regex(rf".*(?:{_STRONG})(?:适用)?(?:{_EDITION})?(?=[^和及与或、]{{2,20}}$)")
_LEAD = regex(rf".*(?:{_WEAK}|{_EDITION})(?:有|具有|对(?!外)|关于)?")
_NOT_IN_NAME = regex(
    r"^(?:有|对(?!外))|具有|当事人|人民检察院|人民法院|以|且|无|规定.|应当|可以|不得|这|该|本|其|违法|方法|做法|合法|依法|办法规定|有关规定|上述|前述|相关|的|了|等|不"
)


class NameSet:
    """Known titles and aliases, asked for the longest one that ends at a place. Immutable and hashable.

    A title that begins with 中华人民共和国 is known without it too. Built either from the titles (some 10 ms for 15,000, when it is
    first asked) or from a callable that answers whether a string is one.
    """

    __slots__ = ("_contains", "_ends", "_given", "_names")

    def __init__(self, names: Iterable[str] | Callable[[str], bool]) -> None:
        self._names: frozenset[str] | None = None
        self._ends: dict[str, tuple[int, ...]] = {}
        self._given: Iterable[str] | None = None
        self._contains: Callable[[str], bool]
        if callable(names):
            self._contains = names
        else:
            self._given = names

    def _build(self, names: Iterable[str]) -> None:
        self._given = None
        full = frozenset(names)
        short = {name.removeprefix(_STATE) for name in full}
        self._names = frozenset(n for n in full | short if 2 <= len(n) <= _LONGEST and n not in _TOO_GENERAL)
        self._contains = self._names.__contains__
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            lengths.setdefault(name[-2:], set()).add(len(name))
        self._ends = {end: tuple(sorted(sizes, reverse=True)) for end, sizes in lengths.items()}

    def __contains__(self, name: str) -> bool:
        if self._given is not None:
            self._build(self._given)
        return self._contains(name)

    def longest_ending(self, text: str, end: int, floor: int = 0) -> str | None:
        """Return the longest known name in `text` that ends at `end` and begins at or behind `floor`."""
        if self._given is not None:
            self._build(self._given)
        room = end - floor
        if self._names is None:
            sizes: Iterable[int] = range(min(room, _LONGEST), 1, -1)
        else:
            sizes = self._ends.get(text[end - 2 : end], ())
        for size in sizes:
            if size <= room and text[end - size : end] in self:
                return text[end - size : end]
        return None


def name_before(text: str, end: int, floor: int, names: NameSet | None) -> tuple[str | None, int, int] | None:
    """Look for an unbracketed statute name that ends where a locator begins, not reaching before `floor`.

    Returns (name, start, end); None where there is no name. The name is None where one plainly stands there but where it
    begins cannot be told without guessing.
    """
    listed = _LISTED.match(text, floor, end) if floor and end - floor < _LONGEST else None
    if listed:
        return listed.group(1), listed.start(1), listed.end(1)
    window = max(floor, end - _LONGEST)
    between = _BETWEEN.search(text, window, end)
    stop = between.start() if between else end
    order = _ORDER.search(text, window, stop)
    if order:
        return None, order.start(), stop
    if stop - window < 2 or not _ACT_END.search(text, window, stop):
        return None
    if names is not None:
        known = names.longest_ending(text, stop, window)
        if known:
            start = stop - len(known)
            if start > window and (text[start - 1] in _REGION_END or _longer(text, window, start, stop)):
                return None, start, stop  # a statute whose title only ends like a known one
            return known, start, stop
    return _shaped(text, window, stop)


def _longer(text: str, window: int, start: int, stop: int) -> bool:
    """Tell whether the name that ends like a known one goes back to a preposition: 依照劳动争议调解仲裁法 is not 仲裁法."""
    shape = _SHAPE.search(text, window, stop)
    if shape is None:
        return False
    lead = _STRONG_LEAD.match(shape.group()) or _LEAD.match(shape.group())
    return lead is not None and shape.start() + lead.end() < start


def order_number(text: str) -> str | None:
    """Return an order number that stands for a statute's name: 国务院563号令, 主席令第三十四号."""
    return "".join(text.split()) if _ORDER.fullmatch(text) else None


def _shaped(text: str, window: int, stop: int) -> tuple[str | None, int, int] | None:
    shape = _SHAPE.search(text, window, stop)
    if shape is None:
        return None
    strong = _STRONG_LEAD.match(shape.group())
    lead = strong or _LEAD.match(shape.group())
    start = shape.start() + (lead.end() if lead else 0)
    name = text[start:stop]
    if len(name) < 2 or name in _TOO_GENERAL or _NOT_IN_NAME.search(name):
        return None
    if lead and lead.group().endswith("实施") and not name.endswith(("法", "法典", "条例")):
        return None, start, stop  # 实施水法办法 is a title of its own
    before = text[start - 1] if start else "\n"
    if strong:
        longest = 20
    elif lead is None and before in '\n。；;：:“"':
        longest = 14
    elif lead is None:
        longest = 0
    else:
        longest = 5
    return (name if len(name) <= longest else None), start, stop
