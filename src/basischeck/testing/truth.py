"""What the embedded index knows of statutes, asked for as a list's author would: titles in force, provisions beyond a text."""

import random
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from basischeck.statute import Index, open_index
from basischeck.statute.model import Statute, Version
from basischeck.statute.skeleton import Article, Skeleton

DAY: Final = date(2026, 11, 22)
_NO_ACT: Final = ("决定", "解释", "决议", "修正案", "批复", "通知", "答复", "规定（", "名录", "补充规定", "方案", "意见")


@dataclass(frozen=True, slots=True)
class Act:
    """A statute in force with its binding version and the skeleton of that."""

    statute: Statute
    version: Version
    skeleton: Skeleton

    @property
    def title(self) -> str:
        """The full title."""
        return self.statute.title

    @property
    def level(self) -> str | None:
        """The level (效力位阶)."""
        return self.statute.level

    @property
    def last(self) -> int:
        """The highest number of an article."""
        return max(int(article.number.partition("-")[0]) for article in self.skeleton.articles)

    @property
    def chapters(self) -> list[int]:
        """The chapters' numbers in order, empty where there are none or where 编 number them anew."""
        heads = [h for h in self.skeleton.headings if h.level == "chapter" and h.number]
        numbers = [h.number for h in heads]
        return numbers if numbers == list(range(1, len(numbers) + 1)) else []


class Truth:
    """The index on one day."""

    def __init__(self, index: Index | None = None, day: date = DAY) -> None:
        self.index = index or open_index()
        self.day = day
        self._local: dict[tuple[str, str], list[Statute]] = {}

    @cached_property
    def statutes(self) -> list[Statute]:
        """All statutes, in order of id."""
        return list(self.index.statutes())

    def act(self, title: str) -> Act | None:
        """Return the statute of that title where it is in force and its text held."""
        statute = self.index.find(title)
        return self._act(statute) if statute else None

    def _act(self, statute: Statute) -> Act | None:
        version = statute.in_force(self.day)
        if version is None or not version.held or self.index.status(statute, self.day) != "有效":
            return None
        skeleton = self.index.skeleton(version.id)
        if skeleton is None or skeleton.faults or len(skeleton.articles) < 8 or skeleton.numbering != "条":
            return None
        return Act(statute, version, skeleton)

    def _in_force(self, statute: Statute) -> bool:
        return statute.in_force(self.day) is not None and not any(word in statute.title for word in _NO_ACT)

    @cached_property
    def national(self) -> list[Statute]:
        """Laws and regulations of the State Council in force."""
        return [s for s in self.statutes if s.level in ("法律", "行政法规") and self._in_force(s)]

    @cached_property
    def rules(self) -> list[Statute]:
        """Rules of ministries in force."""
        return [s for s in self.statutes if s.level == "部门规章" and self._in_force(s)]

    def local(self, region: str, level: str = "地方性法规") -> list[Statute]:
        """Local statutes in force of a province, by their region."""
        key = (region, level)
        if key not in self._local:
            self._local[key] = [s for s in self.statutes if s.level == level and s.region == region and self._in_force(s)]
        return self._local[key]

    @cached_property
    def repealed(self) -> list[Statute]:
        """Laws and regulations repealed by a provision that is known."""
        return [
            s
            for s in self.statutes
            if s.level in ("法律", "行政法规") and s.repealed_by and self.index.status(s, self.day) == "已废止" and "的" not in s.title
        ]

    @cached_property
    def coming(self) -> list[Statute]:
        """Statutes promulgated and not yet in force."""
        return [s for s in self.statutes if self.index.status(s, self.day) == "尚未生效"]

    def any_act(self, rng: random.Random, among: list[Statute] | None = None) -> Act:
        """Return some statute in force, by default a law or regulation."""
        for _ in range(200):
            act = self._act(rng.choice(among if among is not None else self.national))
            if act is not None:
                return act
        raise LookupError("no statute in force among those given")

    @staticmethod
    def deepest(article: Article, rng: random.Random) -> tuple[int | None, int | None]:
        """Return a paragraph and item of an article, as deep as its text goes."""
        place = rng.randrange(len(article.paragraphs)) if article.paragraphs else 0
        items = article.paragraphs[place].items if article.paragraphs else ()
        several = len(article.paragraphs) > 1 or bool(items)
        return (place + 1 if several else None), (rng.choice(items) if items else None)
