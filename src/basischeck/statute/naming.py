"""Titles against the index: exact by normalised form, completed by region and issuer, suggested where mistyped.

Similarity only suggests: the nearest title at a cut-off of 90 puts one absent title in ten on a wrong statute.
"""

import re
import sqlite3
from collections.abc import Iterator

from basischeck.pattern import regex
from basischeck.statute.numbers import is_key, read_numbers
from basischeck.statute.regions import PROVINCES, full_province, province_of
from basischeck.statute.titles import normalise_title, ordinals

SUGGEST_LEAST = 4
"""Letters of the shortest title that gets a suggestion where it is written with 中华人民共和国; one more where it is not."""
LETTERS_A_SLIP = 8
"""A title of 16 letters may have two slips, one of 24 three."""
COMPLETED_LEAST = 6
"""Letters of the shortest title that is completed by a word: shorter ones may be those of local acts（河道条例）."""
_COUNTRY = "中华人民共和国"
_COUNTRY_SLIP = regex(r"^(?:中国?华?|华)人民共?和?国?")
_LEFT_OUT = ("管理", "监督", "安全", "保护", "审查", "审批", "监察", "行政", "暂行", "实施", "国家", "企业")
"""Words that titles of acts have and lists leave out."""
_IMPLEMENTS = ("实施条例", "实施细则", "实施办法")
_IMPLEMENTING = regex(r"法(实施(?:条例|细则|办法))$")

_HERE = regex(r"^(?:本|我|全)?(?:(自治区)|(省|市)(?=实施|贯彻|[《〈<]|人民))")
_LEAD = regex(
    r"^(?P<issuer>(?:中华人民共和国)?(?:国务院|全国人民代表大会常务委员会|全国人民代表大会|全国人大常委会|全国人大|中共中央|"
    r"[一-鿿]{2,16}?(?:部|委员会|总局|总署|局|署|人民政府|省政府|市政府|银行|院)))[、和]?(?=《)"
)


class Naming:
    """Finds statutes by title in an opened database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._keys: list[str] | None = None
        self._pairs: set[str] = set()

    def find(self, title: str, region: str | None) -> str | None:
        """Return the id of the statute of that title, None where there is none or more than one."""
        region = full_province(region) or region if region else None
        # 食品安全条例 of a list of 上海市 is 上海市食品安全条例 where nothing has that name alone.
        local = (f"{region}{title}",) if region in PROVINCES and province_of(title) is None else ()
        for spelling in (*_spellings(title, region), *local):
            found = self._exact(normalise_title(spelling), region, province_of(spelling))
            if found is not None:
                return found
        return None

    def _exact(self, key: str, region: str | None, named: str | None) -> str | None:
        """Return the statute with that key; local acts whose title names no region need the list's region."""
        if len(key) < 2:
            return None
        rows = self._connection.execute(
            "SELECT rank, statute, place FROM name WHERE key = ? ORDER BY rank", (key,)
        ).fetchall()
        fitting = [(rank, name) for rank, name, place in rows if place is None or place in (named, region)]
        if not fitting:
            return None
        best = [name for rank, name in fitting if rank == fitting[0][0]]
        return best[0] if len(set(best)) == 1 else None

    def find_number(self, order: str) -> str | None:
        """Return the id of the one statute promulgated by an order, None where it is none's or several statutes'."""
        for key in read_numbers(order):
            found = self.numbered(key)
            if len(found) == 1:
                return found[0]
        return None

    def numbered(self, order: str) -> list[str]:
        """Return the ids of all statutes that an order promulgated or amended, as far as the index knows."""
        keys = filter(is_key, read_numbers(order))
        query = "SELECT statute FROM number WHERE key = ?"
        return [str(name) for key in keys for (name,) in self._connection.execute(query, (key,))]

    def titles(self) -> Iterator[str]:
        """Yield all titles and aliases."""
        for (title,) in self._connection.execute("SELECT DISTINCT title FROM name WHERE rank < 2"):
            yield title

    def search(self, words: str, limit: int) -> list[str]:
        """Return ids of statutes whose title contains all the words, shorter titles first."""
        wanted = [normalise_title(word) for word in words.split()] or [""]
        clause = " AND ".join("key LIKE ?" for _ in wanted)
        rows = self._connection.execute(
            f"SELECT statute FROM name WHERE {clause} AND rank < 2 ORDER BY length(key), key LIMIT ?",  # noqa: S608 - placeholders only
            (*(f"%{word}%" for word in wanted), limit * 2),
        )
        return list(dict.fromkeys(str(name) for (name,) in rows))[:limit]

    def suggest(self, title: str, region: str | None) -> str | None:
        """Return the indexed title nearest to a mistyped one, None where none is near enough or two are as near.

        Near enough is a slip of the pen: one letter in a short title, one more for every eight letters of a long one. The
        suggestion has the same region prefix and the same ordinals.
        """
        from rapidfuzz.distance import OSA  # here because a suggestion is rarely asked for
        from rapidfuzz.process import extract

        if self._keys is None:
            self._keys = [str(key) for (key,) in self._connection.execute("SELECT DISTINCT key FROM name WHERE rank < 2")]
            self._pairs = {key[n : n + 2] for key in self._keys for n in range(len(key) - 1)}
        for spelling in _spellings(title, region):
            key = normalise_title(spelling)
            if len(key) < (SUGGEST_LEAST - 1 if _COUNTRY in title else SUGGEST_LEAST + 1):
                continue
            slips = max(1, len(key) // LETTERS_A_SLIP)
            near = extract(key, self._keys, scorer=OSA.distance, score_cutoff=slips, limit=6)
            fitting = [(k, edits) for k, edits, _ in near if edits and _compatible(key, k) and self._mistyped(key, k)]
            if len(key) < SUGGEST_LEAST:
                fitting = [(k, edits) for k, edits in fitting if _is_slip_of_the_hand(key, k)]
            if fitting and (len(fitting) == 1 or fitting[0][1] < fitting[1][1]):
                return self._title_of(fitting[0][0])
        return self._with_country(title) or self._completed(normalise_title(title))

    def _with_country(self, title: str) -> str | None:
        """Return the title that one with a slip in 中华人民共和国 means, where the rest is a title as it stands."""
        slip = _COUNTRY_SLIP.match(title)
        rest = normalise_title(title[slip.end() :]) if slip and not title.startswith(_COUNTRY) else ""
        right = self._title_of(rest) if len(rest) >= SUGGEST_LEAST - 1 else None
        return right if right is not None and right.startswith(_COUNTRY) else None

    def _completed(self, key: str) -> str | None:
        """Return the one law or regulation whose title is `key` with a word more（公路安全条例）, or which implements the same law.

        Of these levels the index has nearly all acts; a rule that is not in it may well bear the shorter title itself.
        """
        if len(key) < COMPLETED_LEAST:
            return None
        forms = {f"{key[:at]}{word}{key[at:]}" for at in range(len(key) + 1) for word in _LEFT_OUT}
        implementing = _IMPLEMENTING.search(key)
        if implementing:
            forms |= {key[: implementing.start(1)] + ending for ending in _IMPLEMENTS}
        marks = ",".join("?" * len(forms))
        query = f"SELECT DISTINCT s.id, s.level FROM name n JOIN statute s ON s.id = n.statute WHERE n.key IN ({marks}) AND n.rank < 2"  # noqa: S608 - placeholders only
        found = self._connection.execute(query, tuple(sorted(forms))).fetchall()
        if len(found) != 1 or found[0][1] not in ("法律", "行政法规"):
            return None
        return str(self._connection.execute("SELECT title FROM statute WHERE id = ?", (found[0][0],)).fetchone()[0])

    def _mistyped(self, key: str, other: str) -> bool:
        """Whether `key` may be a mistyped `other`: where letters differ, they make no word that titles have.

        兽药 for 农药 is another subject, not a slip: both are words of titles. 食吕 for 食品 is a slip, and so is 安生产 for
        安全生产.
        """
        from rapidfuzz.distance import Levenshtein

        if _is_slip_of_the_hand(key, other):
            return True
        for edit in Levenshtein.opcodes(key, other):
            if edit.tag == "equal":
                continue
            start, end = edit.src_start, edit.src_end
            around = {key[n : n + 2] for n in range(max(start - 1, 0), min(max(end, start), len(key) - 1))}
            if around and around <= self._pairs:
                return False
        return True

    def _title_of(self, key: str) -> str | None:
        row = self._connection.execute("SELECT title FROM name WHERE key = ? ORDER BY rank LIMIT 1", (key,)).fetchone()
        return str(row[0]) if row else None


def is_slip(title: str, other: str) -> bool:
    """Whether a title is another one, or what is behind its region, but for slips of the pen: one letter, one more for every eight."""
    from rapidfuzz.distance import OSA  # here because a suggestion is rarely asked for

    key, whole = normalise_title(title), normalise_title(other)
    slips = max(1, len(key) // LETTERS_A_SLIP)
    return any(OSA.distance(key, form, score_cutoff=slips) <= slips for form in (whole, whole[-len(key) :]))


def _is_slip_of_the_hand(key: str, other: str) -> bool:
    """Whether two letters are turned round, a letter or a word is written twice, or 法 at the end is another letter: no word is then a title's own."""
    if len(key) == len(other):
        differing = [n for n, (one, two) in enumerate(zip(key, other, strict=True)) if one != two]
        turned = len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(key) == sorted(other)
        # 认证认证条例 for 认证认可条例
        twice = len(differing) == 1 and any(
            key[n : n + 2] == key[n + 2 : n + 4] and n <= differing[0] < n + 4 for n in range(len(key) - 3)
        )
        return turned or twice or (differing == [len(key) - 1] and other.endswith("法"))
    return len(key) == len(other) + 1 and any(
        key[n] == key[n + 1] and key[:n] + key[n + 1 :] == other for n in range(len(key) - 1)
    )


def _spellings(title: str, region: str | None) -> Iterator[str]:
    """Yield the title as written, then without what stands before it, then with the region it leaves out."""
    title = title.strip()
    yield title
    lead = _LEAD.match(title)
    if lead:
        yield title[lead.end() :]
    here = _HERE.match(title)
    if here and region in PROVINCES and region.endswith(here[1] or here[2]):
        yield region + title[here.end() :]
    if region in PROVINCES and re.match(r"^(实施|贯彻)[《〈<]?", title):
        yield region + title
    short = province_of(title)
    if short and not title.startswith(short):
        yield short + title[len(PROVINCES[short][0]) :].removeprefix(short[len(PROVINCES[short][0]) :])


def _compatible(title: str, other: str) -> bool:
    """Whether two titles may be one mistyped: the same region before them, the same ordinals in them."""
    return province_of(title) == province_of(other) and ordinals(title) == ordinals(other)
