"""Who has a power of which the provision names no authority: what the statute says elsewhere.

In order: the authority of the same article's other powers of the category, the clause that says who decides on the penalties of
the act（本法规定的行政处罚由…决定）, the authority that most of the statute's powers are of. All but the first are inferred.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from basischeck.coverage.fields import fields_of, is_generic, is_government
from basischeck.statute.powers.model import Power

_UNNAMED = re.compile(r"^(?:其他)?(?:有关|相关|其他)")


class Holders:
    """The authorities of one version's powers."""

    def __init__(self, powers: Sequence[Power]) -> None:
        self._by_article: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._deciding: dict[str, None] = {}
        counts: Counter[frozenset[str]] = Counter()
        names: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
        for power in powers:
            if power.holder is None:
                continue
            self._by_article[power.article, power.category].append(power.holder)
            if power.category == "行政处罚" and "决定处罚" in power.acts:
                self._deciding[power.holder] = None
            fields = fields_of(power.holder)
            if fields and not is_generic(power.holder) and not is_government(power.holder):
                counts[fields] += 1
                names[fields][power.holder] += 1
        most = counts.most_common(1)
        self._main = (names[most[0][0]].most_common(1)[0][0],) if most else ()

    def of(self, power: Power) -> tuple[tuple[str, ...], bool]:
        """Return the authorities that have a power, and whether they are inferred."""
        if power.holder is not None and not is_generic(power.holder):
            return (power.holder,), False
        if power.holder is None:
            beside = [name for name in self._by_article.get((power.article, power.category), ()) if not is_generic(name)]
            if beside:
                return tuple(dict.fromkeys(beside)), True
            if power.category == "行政处罚" and self._deciding:
                return tuple(self._deciding), True
        if power.holder is not None and _UNNAMED.match(power.holder):
            return (), False  # 有关主管部门 may be any: it is not guessed which
        return self._main, True
