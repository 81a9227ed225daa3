"""The cited 款 or 项 inside an article that changed: the article may be revised and the provision cited untouched."""

from dataclasses import replace
from functools import lru_cache

from basischeck.citation import Locator
from basischeck.impact.model import ProvisionKind
from basischeck.statute import Index
from basischeck.statute.parts import PartChange, part_changes


class Parts:
    """Follows the parts of articles from one held version to another."""

    def __init__(self, index: Index) -> None:
        self._changes = lru_cache(maxsize=None)(lambda *ids: part_changes(index, *ids))

    def follow(self, old: tuple[str, str], new: tuple[str, str], locator: Locator) -> PartChange | None:
        """Return what became of the part that `locator` names, None where it names none or that is not known.

        `old` and `new` are (version, article). An 项 cited without its 款 counts where only one 款 has it.
        """
        if locator.paragraph is None and locator.item is None:
            return None
        rows = self._changes(*old, *new)
        found = [
            row
            for row in rows
            if row.old is not None
            and row.old[1] == locator.item
            and (locator.paragraph is None or row.old[0] == locator.paragraph)
        ]
        if len(found) != 1:
            return None
        # Where a new part stands beside one that is not found again, it may be that part written anew.
        lost = found[0].new is None and any(row.old is None for row in rows)
        return None if lost else found[0]


def target(article: str | None, part: PartChange | None, locator: Locator) -> Locator:
    """Return the provision that the cited part became; the article alone where that is not known."""
    if part is None or part.new is None:
        return Locator(article=article)
    paragraph = part.new[0] if locator.paragraph is not None else None
    kept = part.change in ("same", "renumbered")
    return replace(Locator(article=article), paragraph=paragraph, item=part.new[1], subitem=locator.subitem if kept else None)


def kind_of(part: PartChange, moved: bool) -> ProvisionKind:
    """Return what became of a part, where `moved` says that its article has another number."""
    if part.new is None:
        return "deleted"
    if part.change in ("same", "renumbered"):
        return "renumbered" if moved or part.old != part.new else "same"
    return "revised"
