"""The provisions that an item's basis names, and when two bases name the same.

Two bases are the same when they name the same provisions, 第五十条 and 第五十条第二款 being two, 第五十条 and 第五十条第一款 of
an article of one paragraph one. As evidence that two items are one power less will do: statute and article, and paragraph
and item where both state them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from basischeck.catalog.model import Item
from basischeck.citation import normalise
from basischeck.compare.cited import Cited, CitedTexts
from basischeck.compare.model import UNREAD, Provision
from basischeck.pattern import regex
from basischeck.statute.titles import normalise_title

if TYPE_CHECKING:
    from basischeck.facts.provision import Provisions
    from basischeck.statute import Index
    from basischeck.statute.model import Statute

_EMPTY = regex(r"^[\s/／\\\-—－无暂空]*$")
FOUNDING = "设定依据"
_NOT_AS_TODAY = ("旧版本", "其他条", "大部分不一致", "查无")
_OF_ANOTHER_NUMBER = ("旧版本", "其他条")
_AS_TODAY = ("一致", "有删节", "超出所引款项")
"""States of a quotation（column quote_state of `basischeck facts`）."""
UNKNOWN = ("名称:", "文号:", UNREAD)
"""What the key of a statute begins with that the index does not hold."""


class BasisReader:
    """Reads items' bases; every text is read and every title looked up once, however many lists repeat it.

    `index` None compares by normalised titles alone. `region` is that of the lists, used where a title leaves it out. `cited`
    has begun to read texts already.
    """

    def __init__(
        self, index: "Index | None", as_of: date, region: str | None = None, cited: CitedTexts | None = None
    ) -> None:
        self._index, self._as_of, self._region = index, as_of, region
        self._cited = cited or CitedTexts()
        self._texts: dict[str, tuple[Provision, ...]] = {}
        self._statute = lru_cache(maxsize=None)(self._statute_key)
        self._sole = lru_cache(maxsize=None)(self._sole_paragraph)
        self._provision = lru_cache(maxsize=None)(self._new_provision)
        self._outdated: dict[str, tuple[int, frozenset[str]]] = {}

    def prepare(self, texts: Iterable[str]) -> None:
        """Read many texts of bases at once."""
        self._cited.read(texts)

    def provisions(self, texts: Sequence[str]) -> tuple[Provision, ...]:
        """Return the distinct provisions that an item's founding bases name, given as `basis_texts` gives them."""
        if len(texts) == 1:
            return self._of_text(texts[0])
        return tuple(dict.fromkeys(one for text in texts for one in self._of_text(text)))

    def unsound(self, item: Item) -> tuple[int, int]:
        """Return how many of the item's provisions are not law on the day: repealed, not yet in force, or not there; and of how many it is not known."""
        if self._index is None:
            return 0, sum(len(self._cited.of(text)) for text in basis_texts(item))
        unknown = wrong = 0
        for text in basis_texts(item):
            for one in self._cited.of(text):
                facts = self._facts.facts(one.title, one.number, one.version, one.locator)
                status = facts.get("status")
                wrong += status in ("已废止", "尚未生效") or facts.get("found") is False
                unknown += status in (None, "未收录")
        return wrong, unknown

    def outdated(self, item: Item) -> tuple[int, frozenset[str]]:
        """Return how many of the item's citations are of a text before today's: what they quote stands there no more, or the number is another provision's now.

        With them come the numbers of articles that are old: who cites them bare cites the old text too.

        Costs the reading of the quotations: to be asked of the items of which nothing else tells which is sound.
        """
        if self._index is None:
            return 0, frozenset()
        count, numbers = 0, frozenset[str]()
        for text in basis_texts(item):
            # Lists copy from each other but for spaces and stops.
            plain = plain_text(text)
            if plain not in self._outdated:
                self._outdated[plain] = self._outdated_in(text)
            count, numbers = count + self._outdated[plain][0], numbers | self._outdated[plain][1]
        return count, numbers

    def _outdated_in(self, text: str) -> tuple[int, frozenset[str]]:
        from basischeck.citation import parse

        count, numbers = 0, set[str]()
        for one in parse(text).citations:
            if one.quoted or not one.locators or not (one.antecedent or one.title):
                continue
            quoted = self._facts.quotation(one, text[slice(*one.quote)]).get("quote_state") if one.quote else None
            named = [self._facts.of(one, locator) for locator in one.locators]
            moved = quoted not in _AS_TODAY and any(
                facts.get("named_moved") or (facts.get("named") == "旧版" and facts.get("named_last_change") == "deleted") for facts in named
            )
            count += quoted in _NOT_AS_TODAY or moved
            if quoted in _OF_ANOTHER_NUMBER or moved or (quoted in _NOT_AS_TODAY and any(facts.get("named") == "旧版" for facts in named)):
                numbers.update(locator.article for locator in one.locators if locator.article)
        return count, frozenset(numbers)

    @cached_property
    def _facts(self) -> "Provisions":
        # What a provision is worth on a day is asked by merging alone, and needs the table engine.
        from basischeck.facts.provision import Day, Provisions

        assert self._index is not None  # noqa: S101  # `unsound` asks before
        return Provisions(Day(self._index, self._as_of, self._region))

    def _find(self, title: str | None, number: str | None) -> "Statute | None":
        if self._index is None:
            return None
        found = self._index.find(title, region=self._region) if title else None
        return self._index.find_number(number) if found is None and number else found

    def _of_text(self, text: str) -> tuple[Provision, ...]:
        known = self._texts.get(text)
        if known is None:
            cited = self._cited.of(text)
            known = (self._provision(cited[0]),) if len(cited) == 1 else tuple(dict.fromkeys(map(self._provision, cited)))
            if not known:
                # Nothing could be read: the text itself is what is compared.
                known = (Provision(f"{UNREAD}{normalise(text)}", None, None, None, None, " ".join(text.split())),)
            self._texts[text] = known
        return known

    def _new_provision(self, one: Cited) -> Provision:
        key, shown = self._statute(one.title, one.number)
        if one.path is None:
            return Provision(key, None, None, None, None, shown)
        *above, article, paragraph, item, _, annex = one.path
        if paragraph == 1 and self._sole(key, article):
            paragraph = None
        if article is None:
            numbers = [number for number in above if number is not None]
            article = f"章节:{'/'.join(map(str, numbers))}" if numbers else None
        return Provision(key, article, paragraph, item, annex, shown, one)

    def _sole_paragraph(self, statute: str, article: str | None) -> bool:
        """Whether the index knows that an article has one paragraph, so that 第一款 says nothing."""
        if self._index is None or article is None or statute.startswith(UNKNOWN):
            return False
        known = self._index.statute(statute)
        version = known.in_force(self._as_of) if known is not None else None
        skeleton = self._index.skeleton(version.id) if version is not None and version.held else None
        found = skeleton.article(article) if skeleton is not None else None
        return found is not None and len(found.paragraphs) == 1

    def _statute_key(self, title: str | None, number: str | None) -> tuple[str, str | None]:
        statute = self._find(title, number)
        if statute is not None:
            return statute.id, statute.title
        if title is None:
            return f"文号:{normalise(number or '')}", number
        return f"名称:{normalise_title(title)}", title


def plain_text(text: str) -> str:
    """Return a basis text as its letters and figures alone."""
    return "".join(filter(str.isalnum, text))


def basis_texts(item: Item) -> list[str]:
    """Return the texts of the item's founding bases, placeholders left out; of all its bases where its list has no column of founding ones."""
    texts = [basis for basis in item.bases if not _EMPTY.match(basis.text)]
    founding = [basis.text for basis in texts if basis.role == FOUNDING]
    return founding or ([] if FOUNDING in item.fields else [basis.text for basis in texts])


def agree(ours: Provision, theirs: Provision) -> bool:
    """Whether two provisions are the same one as far as both say."""
    if (ours.statute, ours.article, ours.annex) != (theirs.statute, theirs.article, theirs.annex):
        return False
    for mine, other in ((ours.paragraph, theirs.paragraph), (ours.item, theirs.item)):
        if mine is not None and other is not None and mine != other:
            return False
    return True


def same(ours: Provision, theirs: Provision) -> bool:
    """Whether two provisions are the same one; an item is, whether or not its paragraph is stated."""
    return agree(ours, theirs) and ours.item == theirs.item and (ours.paragraph == theirs.paragraph or ours.item is not None)


def same_basis(ours: Sequence[Provision], theirs: Sequence[Provision]) -> bool:
    """Whether two bases agree as far as both say: each provision of either side with one of the other."""
    if ours == theirs:
        return True
    return all(any(agree(mine, other) for other in theirs) for mine in ours) and all(
        any(agree(mine, other) for mine in ours) for other in theirs
    )


def same_provisions(ours: Sequence[Provision], theirs: Sequence[Provision]) -> bool:
    """Whether two bases name the same provisions, in whatever order."""
    return ours == theirs or (not missing(ours, theirs) and not missing(theirs, ours))


def missing(ours: Sequence[Provision], theirs: Sequence[Provision]) -> list[Provision]:
    """Return the provisions of `ours` that `theirs` does not name."""
    return [mine for mine in ours if not any(same(mine, other) for other in theirs)]


def likeness(ours: Sequence[Provision], theirs: Sequence[Provision]) -> float:
    """Return how far two bases are the same, 0 to 1: the mean share of either side that the other has too.

    The same article at another paragraph counts 0.6, the same statute at another article 0.2.
    """
    if not ours or not theirs:
        return 1.0 if not ours and not theirs else 0.0
    left = sum(_best(mine, theirs) for mine in ours) / len(ours)
    right = sum(_best(other, ours) for other in theirs) / len(theirs)
    return (left + right) / 2


def _best(one: Provision, others: Sequence[Provision]) -> float:
    best = 0.0
    for other in others:
        if one.statute == other.statute:
            if agree(one, other):
                return 1.0
            best = max(best, 0.6 if one.article is not None and one.article == other.article else 0.2)
    return best
