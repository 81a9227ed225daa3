"""The offences that a list's items name, looked for clause by clause in provisions that no item cites: 假冒授权品种的 in two acts."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz.distance import LCSseq

from basischeck.catalog.model import Item
from basischeck.coverage.kinds import IMPOSED
from basischeck.facts.categories import standard_category
from basischeck.facts.clauses import quoted_clauses

_FRAME = re.compile(r"^(?:对于?|关于)|(?:等(?:违法)?(?:行为)?)?的?(?:行政)?(?:处罚|强制(?:措施|执行)?)$")
_BROKEN = re.compile(r"^违反(?:本|前款|国家)[^，]{0,20}?规定")
_FOUNDING = "设定依据"
_SHORTEST = 5
"""Characters of an offence that is no phrase of every act（情节严重的）."""
_NAMED = 0.9
"""Which share of an offence's characters an item's name has in order（对假冒农作物授权品种的处罚 has 假冒授权品种）."""


class Wordings:
    """The offences that the items name, by category and by the hash of their clause."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._named: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            category = standard_category(item.category)
            if category in IMPOSED:
                for one in set(_offences(item)):
                    self._named[str(category), one].append(number)

    def naming(self, category: str, hashes: Collection[str]) -> Iterator[tuple[str, int]]:
        """Yield (hash, item's number) for the items of a category that name an offence among the hashes of a provision's clauses."""
        yield from ((one, number) for one in hashes for number in self._named.get((category, one), ()))


def _offences(item: Item) -> Iterator[str]:
    """Yield the hashes of the clauses that say who is punished（假冒授权品种的）, as the name has them and as the texts quoted do."""
    name = _FRAME.sub("", _FRAME.sub("", item.sub_name or item.name))
    for text in (f"{name}的", *(basis.text for basis in item.bases if basis.role == _FOUNDING)):
        for clause in quoted_clauses(text):
            core = _BROKEN.sub("", clause.text.removesuffix("的"))
            if clause.text.endswith("的") and len(core) >= _SHORTEST and LCSseq.similarity(core, name) >= _NAMED * len(core):
                yield from clause.hashes
