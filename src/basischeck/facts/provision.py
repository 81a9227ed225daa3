"""What the index knows of one cited provision on one day: the part of a basis row that depends on law alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from basischeck.citation import Citation, Locator, VersionMark, render
from basischeck.facts.fate import in_successor
from basischeck.facts.granularity import depth_facts, divided_before, quoted_parts
from basischeck.facts.horizon import HORIZON
from basischeck.facts.known_days import presumed
from basischeck.facts.marks import Marks
from basischeck.facts.prospect import of_parents, to_come
from basischeck.facts.quotation import Quotations
from basischeck.facts.tags import tag_facts
from basischeck.facts.territory import territory_facts
from basischeck.statute import Index, heirs
from basischeck.statute.model import Statute, Version

if TYPE_CHECKING:
    from basischeck.facts.unseen import Unseen

_LEVELS = {
    "part": "编",
    "subpart": "分编",
    "chapter": "章",
    "section": "节",
    "article": "条",
    "paragraph": "款",
    "item": "项",
    "subitem": "目",
    "annex": "附件",
}
_UNSEEN = "，已收录的旧文本中没有所抄的文字"
_DEEPEST_FIRST = ("annex", "subitem", "item", "paragraph", "article", "section", "chapter", "subpart", "part")


def depth(locator: Locator | None) -> str:
    """Return the level at which a citation ends: 条, 款 …, 法规 where it names the statute alone."""
    if locator is not None:
        for level in _DEEPEST_FIRST:
            if getattr(locator, level) is not None:
                return _LEVELS[level]
    return "法规"


def _outdated(facts: Mapping[str, Any]) -> bool:
    """Whether the list names an amendment later than any that the index knows: its text is then no measure."""
    return bool(facts.get("bracket_newer")) and not facts.get("bracket_fault")


def _titles(statutes: Iterable[Statute]) -> str | None:
    return "、".join(f"《{one.title}》" for one in statutes) or None


@dataclass(frozen=True, slots=True)
class Day:
    """The index as it is asked: on which day, for lists of which region, looking how many days ahead.

    `region` is the province that the lists are of, `home` the place itself, None where it is not known.
    """

    index: Index
    as_of: date
    region: str | None
    horizon: int = HORIZON
    home: str | None = None


class Provisions:
    """Facts about cited provisions on one day, each worked out once however often a list cites it."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self.quotations = Quotations(day.index)
        self._quoted: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.statute = lru_cache(maxsize=None)(self._statute)
        self._suggest = lru_cache(maxsize=None)(self._suggest_title)
        self.facts = lru_cache(maxsize=None)(self._facts)
        self._of = lru_cache(maxsize=None)(self._tagged)
        self._marks = Marks(day.index, day.as_of)

    @cached_property
    def _unseen(self) -> "Unseen":
        from basischeck.facts.unseen import Unseen

        return Unseen(self._day.index)

    def _statute(self, title: str, document_number: str | None) -> Statute | None:
        found = self._day.index.find(title, region=self._day.region)
        if found is None and document_number:
            found = self._day.index.find_number(document_number)
        return found

    def _suggest_title(self, title: str) -> str | None:
        return self._day.index.suggest(title, region=self._day.region)

    def of(self, citation: Citation, locator: Locator | None) -> dict[str, Any]:
        """Return the columns of table `basis` that follow from the citation, the index and the day."""
        title = citation.antecedent or citation.title
        return self._of(title, citation.document_number, citation.version, locator, citation.level_tag)

    def _tagged(
        self, title: str | None, number: str | None, mark: VersionMark | None, locator: Locator | None, tag: str | None
    ) -> dict[str, Any]:
        facts = self._facts(title, number, mark, locator) | {"level_tag": tag}
        return facts | tag_facts(facts) | territory_facts(facts, self._day.home)

    def shown_by(self, citation: Citation, locator: Locator | None, quote: str) -> dict[str, Any]:
        """Return the columns that say which parts of a cited provision the quotation behind it shows."""
        title = citation.antecedent or citation.title
        statute = self.statute(title, citation.document_number) if title else None
        version = statute.in_force(self._day.as_of) if statute is not None else None
        if version is None or not version.held or locator is None:
            return {}
        skeleton = self._day.index.skeleton(version.id)
        return quoted_parts(skeleton, self._day.index.prints(version.id), locator, quote) if skeleton is not None else {}

    def successor_shown_by(self, citation: Citation, locator: Locator, quote: str) -> dict[str, Any]:
        """Return the successor provision that a quotation itself points to, where it is no text of the cited article.

        An article counted by a text that is not held leads to a wrong successor; the words quoted do not: they are looked for
        clause by clause, then by what they are about.
        """
        title = citation.antecedent or citation.title
        statute = self.statute(title, citation.document_number) if title else None
        if statute is None or locator.article is None:
            return {}
        held = [v for v in statute.versions if v.held and v.effective and v.effective <= self._day.as_of]
        texts = {v.id for v in (*(self._marks.meant(statute, citation.version) or ()), *held[-1:]) if v.held}
        if any(self.quotations.stands_in(version, locator.article, quote) for version in texts):
            return {}
        successors = heirs.heirs(self._day.index, statute, self._day.as_of).living
        found = self.quotations.found_in(successors, self._day.as_of, quote)
        if found.get("successor_provision"):
            return found | {"successor_how": f"按清单的引文逐句比对{_UNSEEN}"}
        targets = [(other, now) for other in successors if (now := other.in_force(self._day.as_of)) is not None]
        # Few quotations come here, and most lists have none.
        from basischeck.facts.unseen import Words

        proposed = self._unseen.look(statute, targets, Words(quote), locator.item).proposed
        if not proposed:
            # One quotation behind several articles is none of each.
            alone = len({one.article for one in citation.locators}) == 1
            leads = self._unseen.leads(statute, targets, Words(quote), locator.item) if alone else ()
            return found | {"successor_candidates": "、".join(render(one.statute.title, one.locator) for one in leads) or None}
        return {
            "successor_provision": "、".join(dict.fromkeys(render(one.statute.title, one.locator) for one in proposed)),
            "successor_similarity": round(proposed[0].confidence, 2),
            "successor_how": f"{proposed[0].how}{_UNSEEN}",
        }

    def quotation(self, citation: Citation, quote: str) -> dict[str, Any]:
        """Return the columns that say how the quotation behind a citation compares with what it cites."""
        # Lists repeat the same basis for item after item: each quotation is compared once.
        key = (citation.antecedent or citation.title, citation.document_number, citation.version, citation.locators, quote)
        if key not in self._quoted:
            self._quoted[key] = self._quotation(citation, quote)
        return self._quoted[key]

    def _quotation(self, citation: Citation, quote: str) -> dict[str, Any]:
        title = citation.antecedent or citation.title
        statute = self.statute(title, citation.document_number) if title else None
        if statute is None or self._day.index.status(statute, self._day.as_of) != "有效":
            return {}
        version = statute.in_force(self._day.as_of)
        if not citation.locators:
            return self.quotations.place_of(version, quote) if version is not None and version.held else {}
        if version is None or not version.held or _outdated(self.of(citation, citation.locators[0])):
            return {"quote_state": "未核对"}
        return self.quotations.facts(statute, version, citation.locators, quote)

    def _facts(
        self, title: str | None, document_number: str | None, mark: VersionMark | None, locator: Locator | None
    ) -> dict[str, Any]:
        facts: dict[str, Any] = {"depth": depth(locator), "title": title, "document_number": document_number}
        if locator is not None:
            facts |= {
                "part": locator.part,
                "subpart": locator.subpart,
                "chapter": locator.chapter,
                "section": locator.section,
                "article": locator.article,
                "paragraph": locator.paragraph,
                "item_number": locator.item,
                "subitem": locator.subitem,
                "annex": locator.annex,
            }
        if mark is not None:
            facts |= {"version_text": mark.text, "version_year": mark.year, "version_kind": mark.kind}
        facts["locator"] = render(None, locator) if locator is not None else ""
        if title is None:
            facts["citation"] = facts["locator"]
            return facts
        statute = self.statute(title, document_number)
        facts["citation"] = render(statute.title if statute else title, locator)
        if statute is None:
            return facts | {"status": "未收录", "suggested_title": self._suggest(title)}
        return facts | self._of_statute(statute, mark, locator)

    def _of_statute(self, statute: Statute, mark: VersionMark | None, locator: Locator | None) -> dict[str, Any]:
        index, as_of = self._day.index, self._day.as_of
        status = index.status(statute, as_of)
        facts: dict[str, Any] = {
            "statute_id": statute.id,
            "statute": statute.title,
            "statute_level": statute.level,
            "statute_region": statute.region,
            "issuer": statute.issuer,
            "status": status,
            **self._heirs(statute),
        }
        version = statute.in_force(as_of)
        if status == "尚未生效":
            version = next((v for v in statute.versions if v.effective and v.effective > as_of), None)
        if version is not None:
            facts |= self._of_version(version)
        if status == "有效":
            facts |= to_come(statute, as_of, self._day.horizon) | of_parents(index, statute, version, as_of)
        if status == "已废止":
            facts |= self._of_repeal(statute, mark, locator)
        if mark is not None:
            facts |= self._marks.facts(statute, version, mark, locator)
        if version is not None and locator is not None and version.held:
            if _outdated(facts):
                return facts | {"held": False}
            facts |= self._of_provision(statute, version, locator)
        return facts

    def _heirs(self, statute: Statute) -> dict[str, Any]:
        found = heirs.heirs(self._day.index, statute, self._day.as_of)
        return {"successors": _titles(found.living), "successors_ended": _titles(found.ended)}

    @staticmethod
    def _of_version(version: Version) -> dict[str, Any]:
        return {
            "held": version.held,
            "promulgated": version.promulgated,
            "effective": version.effective,
            "effective_known": None if presumed(version) else version.effective,
            "in_force_year": version.promulgated.year if version.promulgated else None,
            "in_force_kind": version.kind,
        }

    def _of_provision(self, statute: Statute, version: Version, locator: Locator) -> dict[str, Any]:
        existence = self._day.index.exists(version, locator)
        facts: dict[str, Any] = {
            "found": existence.exists if existence.certain else None,
            "missing": _LEVELS[existence.missing] if existence.missing else None,
            "valid_range": existence.valid,
            "paragraphs": existence.paragraphs,
            "items": existence.items,
        }
        skeleton = self._day.index.skeleton(version.id)
        if existence.exists and skeleton is not None:
            facts |= depth_facts(skeleton, locator)
            if "plain_locator" in facts:
                facts["divided_before"] = divided_before(self._day.index, statute, version, locator)
        return facts

    def _of_repeal(self, statute: Statute, mark: VersionMark | None, locator: Locator | None) -> dict[str, Any]:
        facts: dict[str, Any] = {"held": False}
        past = [v for v in statute.versions if v.effective and v.effective <= self._day.as_of]
        if past:
            facts |= {"effective": past[-1].effective, "promulgated": past[-1].promulgated, "ended": past[-1].ended}
        repeals = [r for r in statute.repealed_by if r.date is None or r.date <= self._day.as_of]
        if repeals:
            last = repeals[-1]
            facts |= {"repealed_by": last.title or None, "repealed_by_article": last.article}
            facts["repeal"] = render(last.title, Locator(article=last.article)) if last.title else None
            facts["ended"] = last.date or facts.get("ended")
        if locator is not None and locator.article is not None:
            facts |= in_successor(self._day.index, statute, locator, self._day.as_of, self._marks.meant(statute, mark))
        return facts
