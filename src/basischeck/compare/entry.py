"""An item reduced to what is compared."""

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import normalise
from basischeck.compare.basis import BasisReader, basis_texts
from basischeck.compare.model import Near, Provision
from basischeck.compare.naming import Name, read_name
from basischeck.compare.once import once
from basischeck.compare.organ import field_of
from basischeck.facts.categories import standard_category
from basischeck.pattern import regex

LEVEL = "行使层级"
_LEVELS = (("省", "省"), ("市", "市州地设盟"), ("县", "县区旗"), ("乡", "乡镇街"))
_PLAIN = ((regex(r"自治区"), "省"), (regex(r"地区|自治州|地州市|州市"), "州"), (regex(r"县\s*[（(]?\s*市\s*[、，]?\s*区|市辖区|县级市|自治县|自治旗"), "县"))
"""Names of units that hold the letter of another level: a 县市区 is no 市."""


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """Return the levels that a text names（市级、县级）as 省市县乡 in order, "" where it names none."""
    for name, plain in _PLAIN:
        text = name.sub(plain, text)
    return "".join(level for level, letters in _LEVELS if any(letter in text for letter in letters))


def levels_of(item: Item) -> str:
    """Return the levels at which an item says its power is kept, 省市县乡 in order, "" where not stated."""
    if LEVEL not in item.fields and LEVEL not in item.also:
        return ""
    texts = [item.fields[LEVEL].text] if LEVEL in item.fields else []
    return letters_of("".join([*texts, *(more.text for more in item.also.get(LEVEL, ()))]))


def entries_of(number: int, read: ListFile, reader: BasisReader) -> "list[Entry]":
    """Return the items of a list as entries; `number` is that of the list."""
    said = [_actor(item) for item in read.items]
    usual = Counter(filter(None, said)).most_common(1)
    # Who names the same actor everywhere（地州市商务主管部门）says what kind of organ the department is, not that another acts.
    own = [actor if actor and actor != usual[0][0] and field_of(actor) != field_of(item.department) else "" for item, actor in zip(read.items, said, strict=True)]
    return [Entry(number, item, reader, actor=actor) for item, actor in zip(read.items, own, strict=True)]


def _actor(item: Item) -> str:
    """Return the one actor that an item of one row names, "" where there are several."""
    if "行使主体" not in item.fields or "行使主体" in item.also:
        return ""
    return "".join(item.fields["行使主体"].text.split())


@dataclass(eq=False)
class Entry:
    """One item with its forms for comparison; those that cost something are worked out when first asked for.

    `list` is the number of its list, `group` the number of the group it has been put in (-1 before). `actor` is who exercises the
    power where the row says another than its list does for most.
    """

    list: int
    item: Item
    reader: BasisReader = field(repr=False)
    group: int = -1
    actor: str = ""
    near: Near | None = None

    @property
    def organ(self) -> str:
        """Who keeps the power: the department, or the row's own actor."""
        return self.actor or self.item.department

    @once
    def name(self) -> Name:
        """The forms of the name."""
        return read_name(self.item.name, self.item.sub_name)

    @once
    def main(self) -> str:
        """The key of the item's own name, where this is a sub-item of it; "" for an item without sub-items."""
        return read_name(self.item.name).key if self.item.sub_name else ""

    @once
    def category(self) -> str:
        """The category of 9+X, as written where it is none of them."""
        return standard_category(self.item.category) or normalise(self.item.category)

    @once
    def field(self) -> str:
        """What the department is responsible for."""
        return field_of(self.organ)

    @once
    def level(self) -> str:
        """The levels at which the power is kept, 省市县乡 in order, "" where not stated."""
        return levels_of(self.item)

    @once
    def texts(self) -> tuple[str, ...]:
        """The texts of the founding bases."""
        return tuple(basis_texts(self.item))

    @once
    def basis_text(self) -> str:
        """The founding bases' text without spaces: equal text is the same basis without reading it."""
        return "|".join(sorted("".join(text.split()) for text in self.texts))

    @once
    def words(self) -> tuple[str, str, str]:
        """Name, category and basis as folded text: items with equal words agree without a look at the provisions."""
        return self.name.key, self.category, self.basis_text

    @once
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that the basis names."""
        return self.reader.provisions(self.texts)

    @once
    def articles(self) -> frozenset[tuple[str, str]]:
        """The cited (statute, article), without paragraph and item: what blocks are made of."""
        return frozenset((one.statute, one.article or one.annex or "") for one in self.provisions)
