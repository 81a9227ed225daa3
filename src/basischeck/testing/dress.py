"""How a basis is written in a cell: tags, brackets, numerals, line breaks. All of it right, none of it the only way."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from basischeck.citation import Locator, render_numeral

TAGS: Final[dict[str, tuple[str, ...]]] = {
    "法律": ("法律",),
    "行政法规": ("行政法规", "法规"),
    "地方性法规": ("地方性法规", "法规"),
    "部门规章": ("部门规章", "规章"),
    "地方政府规章": ("地方政府规章", "政府规章", "规章"),
}
"""The tags that are right before a statute of a level."""

_ENCLOSED: Final = ("【{}】", "【{}】", "[{}]", "［{}］", "【{}】 ")


@dataclass(slots=True)
class Cite:
    """One statute as written, with its provisions. A fault is planted by giving a piece another text."""

    title: str
    locators: tuple[Locator, ...] = ()
    tag: str = ""
    left: str = "《"
    right: str = "》"
    mark: str = ""
    where: str | None = None
    quote: str = ""

    def text(self, manner: "Manner") -> str:
        """Write the citation."""
        where = manner.locators(self.locators) if self.where is None else self.where
        return f"{self.tag}{self.left}{self.title}{self.right}{self.mark}{where}{self.quote}"


@dataclass(frozen=True, slots=True)
class Manner:
    """The habits of one hand: how items are bracketed, which numerals, what stands between and behind citations."""

    item: str = "第（{}）项"
    arabic: bool = False
    between: str = "\n"
    behind: str = ""
    numbered: str = ""
    spaced: bool = False

    def locators(self, locators: Sequence[Locator]) -> str:
        """Write several provisions of one statute, each from the article down."""
        return "、".join(self.locator(locator) for locator in locators)

    def locator(self, locator: Locator) -> str:
        """Write one provision."""
        written = [f"第{self._number(n)}{unit}" for n, unit in ((locator.chapter, "章"), (locator.section, "节")) if n]
        if locator.article is not None:
            number, _, branch = locator.article.partition("-")
            written.append(f"第{self._number(int(number))}条" + (f"之{render_numeral(int(branch))}" if branch else ""))
        if locator.paragraph is not None:
            written.append(f"第{self._number(locator.paragraph)}款")
        if locator.item is not None:
            written.append(self.item.format(self._number(locator.item)))
        if locator.subitem is not None:
            written.append(f"第{self._number(locator.subitem)}目")
        return (" " if self.spaced else "").join(written)

    def _number(self, number: int) -> str:
        return str(number) if self.arabic else render_numeral(number)


def manners(rng: random.Random) -> Manner:
    """Return the habits of one writer."""
    between, behind = rng.choice([("\n", ""), ("\n", "。"), ("；", ""), ("；\n", ""), ("", "。"), ("\r\n", ""), ("\n\n", ""), ("、", "")])
    return Manner(
        item=rng.choice(["第（{}）项", "第（{}）项", "第{}项", "第({})项"]),
        arabic=rng.random() < 0.15,
        between=between,
        behind=behind,
        numbered=rng.choice(["", "", "", "{}.", "{}、", "（{}）"]) if between.endswith("\n") else "",
        spaced=rng.random() < 0.08,
    )


@dataclass(slots=True)
class BasisCell:
    """A basis cell: its citations in order and the hand it is written in. `whole` replaces the text altogether."""

    cites: list[Cite]
    manner: Manner = field(default_factory=Manner)
    whole: str | None = None

    def text(self) -> str:
        """Write the cell."""
        if self.whole is not None:
            return self.whole
        several = len(self.cites) > 1
        written = []
        for number, cite in enumerate(self.cites, 1):
            mark = self.manner.numbered.format(number) if several and self.manner.numbered else ""
            written.append(f"{mark}{cite.text(self.manner)}{self.manner.behind}")
        return self.manner.between.join(written)


def tagged(cite: Cite, level: str | None, rng: random.Random) -> Cite:
    """Return the citation with a tag that is right for the statute's level."""
    tags = TAGS.get(level or "")
    return replace(cite, tag=rng.choice(_ENCLOSED).format(rng.choice(tags))) if tags else cite
