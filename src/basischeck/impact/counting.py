"""Which article of the text in force on the earlier day a citation means.

A list counts articles by the text it was written from. That is the version its bracket names, but brackets grow stale and
numbers are mended without them; what the list quotes is the stronger witness. Where neither can be followed to the
text in force, nothing is known: the same number in another version is mostly another provision.
"""

from dataclasses import dataclass

from basischeck.citation import Locator, VersionMark, render
from basischeck.facts.clauses import match, quoted_clauses
from basischeck.statute import Index
from basischeck.statute.days import write_day
from basischeck.statute.model import Statute, Version

_SAME, _OTHER, _SURE = 0.5, 0.3, 0.9
_CLAUSES = 2
"""Fewer clauses than this say nothing against a provision."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The articles that are meant (empty: deleted before), None where that is not known; `note` says why, in Chinese."""

    articles: tuple[str, ...] | None
    moved: bool = False
    note: str | None = None


class Counting:
    """Follows cited article numbers to the version that was in force."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._articles: dict[str, dict[str, frozenset[str]]] = {}

    def named(self, statute: Statute, mark: VersionMark | None) -> list[Version]:
        """Return the versions that a bracket may name; none where it tells nothing."""
        if mark is None or not (mark.year or mark.dates or mark.orders):
            return []
        found = self._index.match_version(statute, mark) or []
        return [] if len(found) == len(statute.versions) > 1 else found

    def share(self, version: Version, article: str, quote: str | None) -> float | None:
        """Return the share of the clauses of a quotation that stand in an article, None where that says nothing."""
        wanted = quoted_clauses(quote) if quote else ()
        prints = self._prints(version).get(article)
        if not wanted or prints is None:
            return None
        return sum(match(wanted, prints).flags) / len(wanted)

    def best(self, version: Version, quote: str) -> tuple[str | None, float, int]:
        """Return the article that holds most of a quotation, the share it holds, and how many clauses that is."""
        wanted = quoted_clauses(quote)
        found: tuple[str | None, float, int] = (None, 0.0, 0)
        for article, prints in self._prints(version).items():
            held = sum(any(form in prints for form in clause.hashes) for clause in wanted)
            if wanted and held / len(wanted) > found[1]:
                found = article, held / len(wanted), held
        return found

    def _prints(self, version: Version) -> dict[str, frozenset[str]]:
        if version.id not in self._articles:
            skeleton = self._index.skeleton(version.id) if version.held else None
            found: dict[str, set[str]] = {}
            for one in self._index.prints(version.id) if skeleton else ():
                found.setdefault(skeleton.articles[one.article].number, set()).add(one.hash)  # type: ignore[union-attr]
            self._articles[version.id] = {number: frozenset(hashes) for number, hashes in found.items()}
        return self._articles[version.id]

    def count(self, statute: Statute, named: list[Version], before: Version, article: str, quote: str | None) -> Counted:
        """Return which articles of `before` a citation of `article` means."""
        here = self.share(before, article, quote)
        if here is not None and here >= _SAME:
            return Counted((article,))
        day = before.effective
        older = [v for v in named if v.effective and day and v.effective < day and v.id != before.id]
        if older and not any(v.id == before.id for v in named):
            followed = self._follow(older[-1], before, article)
            if followed is not None:
                return followed
            words = f"清单所引的是{_version(older[-1])}的文本，索引没有掌握，条号不能与变动前的条文对应"
            return self._quoted(statute, before, article, quote) or Counted(None, note=words)
        if here is not None and here < _OTHER and len(quoted_clauses(quote or "")) >= _CLAUSES:
            words = "清单引用的文字不在变动前的该条中，可能是更早的文本或者条号有误，去向没有推断"
            return self._quoted(statute, before, article, quote) or Counted(None, note=words)
        return Counted((article,))

    def until(self, counted: Version | None, last: Version, articles: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return which articles of `last` some articles of an earlier version became, None where that is not known."""
        if counted is None or counted.id == last.id:
            return articles
        if not (counted.effective and last.effective and counted.effective < last.effective):
            return None
        followed = [self._follow(counted, last, article) for article in articles]
        found = [one.articles for one in followed if one is not None and one.articles is not None]
        return None if len(found) < len(articles) else tuple(dict.fromkeys(number for each in found for number in each))

    def _follow(self, older: Version, before: Version, article: str) -> Counted | None:
        if not (older.held and before.held):
            return None
        fate = self._index.change(older.id, article, before.effective)
        if fate.broken or not fate.steps or fate.steps[-1][0] != before.id:
            return None
        return Counted(fate.articles, fate.articles != (article,))

    def _quoted(self, statute: Statute, before: Version, article: str, quote: str | None) -> Counted | None:
        """Return the articles that the quotation shows: in the text in force, or followed from an older one."""
        if not quote or len(quoted_clauses(quote)) < _CLAUSES:
            return None
        found, share, _ = self.best(before, quote)
        if found is not None and share >= _SURE:
            return Counted((found,), found != article)
        for version in reversed(statute.versions):
            past = version.held and version.effective and before.effective and version.effective < before.effective
            if past and (self.share(version, article, quote) or 0.0) >= _SURE:
                followed = self._follow(version, before, article)
                if followed is not None:
                    return followed
        return None


def _version(version: Version) -> str:
    return f"{write_day(version.promulgated)}{version.kind}" if version.promulgated else version.kind


def told(statute: Statute, articles: tuple[str, ...]) -> str:
    """Name articles canonically."""
    return "、".join(render(statute.title, Locator(article=one)) for one in articles)
