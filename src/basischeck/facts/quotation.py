"""Quoted statute text against the provision that it is quoted for, by the fingerprints of clauses.

A quotation that breaks off, or takes only some of the items, is no fault; a clause that the provision does not have
is one (`clauses` says what counts as the same clause). The index holds no text,
so a differing clause is shown as quoted, not as it should be.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from basischeck.citation import Locator, render
from basischeck.facts.clauses import Clause, Match, as_written, astray, match, quoted_clauses
from basischeck.facts.counterpart import open_in
from basischeck.facts.granularity import quoted_parts
from basischeck.facts.known_days import ended_known
from basischeck.facts.omission import omits
from basischeck.statute import Index
from basischeck.statute.fingerprint import Print
from basischeck.statute.model import Statute, Version

_ELSEWHERE = 0.9
_REST = 0.85
_PARTLY = 0.5
_ANYWHERE = 0.3
_SUCCEEDS = 0.7
_LIKE, _SURELY = 0.6, 0.8
"""Likeness of two articles from which the later may be what the earlier became, and from which it is."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Text:
    """The clauses of a version: those of each article in order, their hashes, and the articles that each hash stands in."""

    prints: Mapping[str, Sequence[Print]]
    hashes: Mapping[str, frozenset[str]]
    articles: Mapping[str, Sequence[str]]

    def best(self, wanted: Sequence[Clause]) -> tuple[str | None, float]:
        """Return the article that holds the greatest share of the wanted clauses, the first of equals."""
        held: Counter[str] = Counter()
        for clause in wanted:
            held.update({number for form in clause.hashes for number in self.articles.get(form, ())})
        if not held:
            return None, 0.0
        most = max(held.values())
        return next(number for number in self.prints if held[number] == most), most / len(wanted)


_NO_TEXT = _Text({}, {}, {})


class Quotations:
    """Compares quotations with the held versions of statutes, each version's clauses sorted once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._text = lru_cache(maxsize=256)(self._sort)

    def _sort(self, version: str) -> _Text:
        skeleton = self._index.skeleton(version)
        if skeleton is None:
            return _NO_TEXT
        prints: dict[str, list[Print]] = {}
        articles: dict[str, list[str]] = {}
        for one in self._index.prints(version):
            number = skeleton.articles[one.article].number
            prints.setdefault(number, []).append(one)
            articles.setdefault(one.hash, []).append(number)
        return _Text(prints, {n: frozenset(one.hash for one in held) for n, held in prints.items()}, articles)

    def stands_in(self, version: str, article: str, quote: str) -> bool:
        """Return whether most of a quotation's clauses stand in an article of a version; True where none can be told."""
        wanted = quoted_clauses(quote)
        hashes = self._text(version).hashes.get(article, frozenset())
        return not wanted or sum(match(wanted, hashes).flags) >= _PARTLY * len(wanted)

    def letters(self, version: str, wanted: Sequence[Clause]) -> dict[str, int]:
        """Return for each article of a version that has some of the clauses how many letters these are."""
        text = self._text(version)
        found: dict[str, int] = {}
        for number, hashes in text.hashes.items():
            letters = sum(len(one.folded) for one, flag in zip(wanted, match(wanted, hashes).flags, strict=True) if flag)
            if letters:
                found[number] = letters
        return found

    def found_in(self, statutes: Sequence[Statute], day: date, quote: str) -> dict[str, Any]:
        """Return the columns on the successor provision: the article in force of `statutes` that a quotation stands in."""
        wanted = quoted_clauses(quote)
        best: tuple[str | None, float] = (None, 0.0)
        for statute in statutes:
            version = statute.in_force(day)
            if version is not None and version.held and wanted:
                article, share = self._text(version.id).best(wanted)
                if share > best[1]:
                    best = (render(statute.title, Locator(article=article)), share)
        provision, share = best
        found = share >= _SUCCEEDS
        return {"successor_provision": provision if found else None, "successor_similarity": round(share, 2) if found else None}

    def place_of(self, version: Version, quote: str) -> dict[str, Any]:
        """Return the column on the provision that a quotation stands in, for an act that is cited as a whole."""
        wanted = quoted_clauses(quote)
        article, share = self._text(version.id).best(wanted)
        return {"quote_provision": render(None, Locator(article=article))} if article and share >= _ELSEWHERE else {}

    def facts(self, statute: Statute, version: Version, locators: Sequence[Locator], quote: str) -> dict[str, Any]:
        """Return the quotation columns of table `basis` for a quotation behind `locators`."""
        wanted = quoted_clauses(quote)
        articles = self._text(version.id).prints
        cited = [locator for locator in locators if locator.article in articles]
        if not wanted or (not cited and any(locator.article is not None for locator in locators)):
            return {}  # no clause long enough to compare, or an article that does not exist: that is said as such
        if not cited:
            return {"quote_state": "未核对"}
        whole = {one.hash for locator in cited for one in articles[locator.article or ""]}
        inside = {
            one.hash for locator in cited for one in articles[locator.article or ""] if self._covers(version, locator, one)
        }
        sequence = [one for locator in cited for one in articles[locator.article or ""]]
        lost = astray(wanted, sequence) if len(wanted) > 1 else frozenset()
        found = match(wanted, inside).without(lost)
        facts: dict[str, Any] = {"quote_clauses": len(wanted), "quote_matched": sum(found.flags)}
        if found.whole:
            named = [[one for one in articles[each.article or ""] if self._covers(version, each, one)] for each in cited]
            return facts | {"quote_state": "有删节" if omits(wanted, found, named) else "一致"}
        in_article = match(wanted, whole).without(lost)
        if in_article.whole:
            beyond = "还包括" if any(found.flags) else "是"
            place = self._place(version, cited[0], in_article, inside)
            return facts | {"quote_state": "超出所引款项", "quote_provision": place, "quote_beyond": beyond}
        return facts | self._elsewhere(statute, version, cited, quote, in_article)

    def _elsewhere(
        self, statute: Statute, version: Version, cited: Sequence[Locator], quote: str, in_article: Match
    ) -> dict[str, Any]:
        wanted = quoted_clauses(quote)
        here = sum(in_article.flags) / len(wanted)
        numbers = {locator.article for locator in cited}
        older, older_article, older_share = self._older(statute, version, numbers, wanted)
        other, other_share = self._text(version.id).best(wanted)
        if other is not None and other_share >= _ELSEWHERE:
            other_share -= len(astray(wanted, self._text(version.id).prints[other])) / len(wanted)
        differing = as_written(wanted, in_article.flags)
        facts: dict[str, Any] = {"quote_differs": _excerpt(differing), "quote_differing": differing}
        moved = other not in numbers and other_share >= _ELSEWHERE and other_share > here
        if moved and other_share >= older_share:
            return facts | {"quote_state": "其他条"} | self._other(statute, version, cited, Locator(article=other), quote)
        if older is not None and older_share >= _ELSEWHERE and older_share > here:
            return facts | {
                "quote_state": "新版本" if _is_later(older, version) else "旧版本",
                "quote_provision": render(statute.title, Locator(article=older_article)),
                "quote_version_effective": older.effective,
                "quote_version_ended": ended_known(statute, older),
                "quote_version_year": older.promulgated.year if older.promulgated else None,
                "quote_became": self._became(older, older_article, version),
            }
        if here >= _PARTLY or self._stands_but_for_words(version, numbers, wanted, in_article, quote):
            return facts | {"quote_state": "部分不一致", "quote_rest": self._rest(version, numbers, wanted, in_article)}
        facts["quote_unheld"] = sum(not one.held for one in statute.versions) or None
        if max(here, other_share, older_share) < _ANYWHERE:
            return facts | {"quote_state": "查无"}
        return facts | {"quote_state": "大部分不一致"} | _nearest(statute, wanted, (other, other_share), (older, older_article, older_share))

    def _rest(self, version: Version, numbers: Collection[str | None], wanted: Sequence[Clause], in_article: Match) -> str | None:
        """Return the other article in which what is not in the cited one stands, clause for clause, where there are several."""
        rest = [clause for clause, found in zip(wanted, in_article.flags, strict=True) if not found]
        article, share = self._text(version.id).best(rest) if len(rest) > 1 else (None, 0.0)
        return render(None, Locator(article=article)) if article not in numbers and share >= _REST else None

    def _stands_but_for_words(
        self, version: Version, numbers: Collection[str | None], wanted: Sequence[Clause], in_article: Match, quote: str
    ) -> bool:
        # Few quotations come here, and the patterns of slips are many.
        from basischeck.facts.nearly import nearly_stands
        from basischeck.facts.slips import stands_but_for_words

        hashes = self._text(version.id).hashes
        held = {one for number in numbers for one in hashes.get(number or "", ())}
        slipped = stands_but_for_words(wanted, in_article.flags, held, _PARTLY)
        return slipped or nearly_stands(self._index, version.id, numbers, quote)

    def _other(
        self, statute: Statute, version: Version, cited: Sequence[Locator], other: Locator, quote: str
    ) -> dict[str, Any]:
        """Name the article that a quotation stands in, down to the one 款 or 项 that it shows."""
        skeleton = self._index.skeleton(version.id)
        if skeleton is None:
            return {"quote_provision": render(statute.title, other)}
        shown = quoted_parts(skeleton, self._index.prints(version.id), other, quote)
        open_levels = None
        if not shown.get("quoted_part"):
            deepest = max(cited, key=lambda one: (one.item is not None, one.paragraph is not None))
            article = skeleton.article(other.article or "")
            open_levels = open_in(deepest, [article] if article is not None else [])
        part = shown.get("quoted_part")
        provision = f"《{statute.title}》{part}" if part else render(statute.title, other)
        return {"quote_provision": provision, "quote_open": open_levels}

    def _older(
        self, statute: Statute, version: Version, numbers: set[str | None], wanted: Sequence[Clause]
    ) -> tuple[Version | None, str | None, float]:
        best: tuple[Version | None, str | None, float] = (None, None, 0.0)
        for other in reversed(statute.versions):
            if not other.held or other.id == version.id:
                continue
            text = self._text(other.id)
            for number in numbers & text.hashes.keys():
                share = _share(text.hashes[number or ""], wanted)
                if share > best[2]:
                    best = (other, number, share)
            number, share = text.best(wanted)
            if share > best[2] + 0.05:
                best = (other, number, share)
        return best

    def _became(self, older: Version, article: str | None, version: Version) -> str | None:
        """Say which article of the text in force an article of an older one is now, None under its own number or where none is like it."""
        if article is None or _is_later(older, version):
            return None
        fate = self._index.change(older.id, article, version.effective)
        known = not fate.broken and fate.steps and fate.steps[-1][0] == version.id
        like = min((move.similarity for _, move in fate.steps), default=0.0)
        if not known or fate.articles in ((), (article,)) or like < _LIKE:
            return None
        now = "、".join(render(None, Locator(article=one)) for one in fate.articles)
        return f"是{now}" if like >= _SURELY else f"可能是{now}（相似{like:.2f}，请核对）"

    def _covers(self, version: Version, locator: Locator, one: Print) -> bool:
        """Whether a clause stands in what the locator names; the words that lead in to an item count with it."""
        if locator.paragraph is not None and one.paragraph != locator.paragraph - 1:
            return False
        if locator.item is None or one.item < 0:
            return True
        skeleton = self._index.skeleton(version.id)
        if skeleton is None:
            return False
        items = skeleton.articles[one.article].paragraphs[one.paragraph].items
        return one.item < len(items) and items[one.item] == locator.item

    def _place(self, version: Version, locator: Locator, found: Match, inside: Collection[str]) -> str:
        """Name the paragraphs, or the items of the cited paragraph, that a quotation reaches beyond its locator."""
        skeleton = self._index.skeleton(version.id)
        beyond = [one for one in self._text(version.id).prints[locator.article or ""] if one.hash in found.used and one.hash not in inside]
        # 第二款 written for 第（二）项: where all that is quoted is one 项, that is named, whatever was cited.
        alone = len({(one.paragraph, one.item) for one in beyond if one.item >= 0}) == 1
        places: dict[Locator, None] = {}
        for one in beyond:
            if skeleton is None or (alone and one.item < 0):
                continue
            paragraphs = skeleton.articles[one.article].paragraphs
            items = paragraphs[one.paragraph].items if one.paragraph < len(paragraphs) else ()
            item = items[one.item] if 0 <= one.item < len(items) and (alone or locator.item is not None) else None
            paragraph = one.paragraph + 1 if len(paragraphs) > 1 or item is None else None
            places[Locator(article=locator.article, paragraph=paragraph, item=item)] = None
        return "、".join(render(None, place) for place in places)


def _is_later(other: Version, version: Version) -> bool:
    return bool(other.effective and version.effective and other.effective > version.effective)


def _nearest(
    statute: Statute, wanted: Sequence[Clause], current: tuple[str | None, float], past: tuple[Version | None, str | None, float]
) -> dict[str, Any]:
    """Say where most of a quotation's clauses stand that is found whole nowhere; nothing where that is less than half."""
    older, older_article, older_share = past
    article, share = current
    year = None
    if older is not None and older_share > share:
        article, share, year = older_article, older_share, older.promulgated.year if older.promulgated else None
    if article is None or share < _PARTLY:
        return {}
    text = f"{year}年文本的" if year else "现行文本的"
    return {"quote_nearest": text + render(None, Locator(article=article)), "quote_nearest_matched": round(share * len(wanted))}


def _share(hashes: Collection[str], wanted: Sequence[Clause]) -> float:
    return sum(any(form in hashes for form in clause.hashes) for clause in wanted) / len(wanted)


def _excerpt(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
