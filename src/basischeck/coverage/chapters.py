"""What a power can be by the chapter that it stands in: penalties are laid down in the chapter on liability, licences are not."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from basischeck.statute.powers.model import Power
from basischeck.statute.skeleton import Skeleton

SEIZED = frozenset({"查封", "扣押", "封存", "先行登记保存"})
_WEAK = frozenset({"限制从业", "取消资格", "责令停产停业", "处罚", "警告", "通报批评", "暂扣许可证件"})
"""Acts that are penalties among the penalties of an act, and control measures or mere mentions elsewhere."""
_LIABILITY = re.compile(r"法律责任|罚则|处罚|奖惩|奖励与惩罚|责任追究")
_GENERAL = re.compile(r"^(?:总则|一般规定|附则|总\s*则|附\s*则)$")
_LIABLE: frozenset[str] = frozenset({"行政处罚", "行政强制", "其他职权"})


@dataclass(frozen=True, slots=True)
class Chapters:
    """The articles of the chapters on liability, and of those at the beginning and end; none where an act has no such chapter."""

    liable: frozenset[str]
    general: frozenset[str]

    @classmethod
    def of(cls, skeleton: Skeleton | None) -> "Chapters":
        """Return those of a version."""
        return cls(under(skeleton, _LIABILITY), under(skeleton, _GENERAL))

    def only_mention(self, power: Power, fined: Container[tuple[str, int]]) -> bool:
        """Say whether a chapter on liability mentions a power without conferring it（扣留证书 beside a fine is a penalty）."""
        if power.article not in self.liable:
            return False
        if power.category == "行政强制":
            return is_penalty(power, fined)
        return power.category not in _LIABLE or power.acts == ("备案",)

    def no_penalty(self, power: Power) -> bool:
        """Say whether what reads as a penalty is none, where the act has a chapter of its own for them."""
        if power.category != "行政处罚" or not self.liable or power.article in self.liable:
            return False
        return power.article in self.general or set(power.acts) <= _WEAK


def is_penalty(power: Power, fined: Container[tuple[str, int]]) -> bool:
    """Say whether what reads as a seizure stands beside a penalty: 扣留或者吊销证书."""
    return power.category == "行政强制" and set(power.acts) <= SEIZED and (power.article, power.paragraph) in fined


def under(skeleton: Skeleton | None, title: re.Pattern[str]) -> frozenset[str]:
    """Return the articles that stand under headings of such a title."""
    if skeleton is None:
        return frozenset()
    paths = [heading.path for heading in skeleton.headings if title.search(heading.title)]
    return frozenset(one.number for one in skeleton.articles if any(_stands_under(one.path, path) for path in paths))


def _stands_under(path: Sequence[int | None], heading: Sequence[int | None]) -> bool:
    return all(mine == its for mine, its in zip(path, heading, strict=True) if its is not None)
