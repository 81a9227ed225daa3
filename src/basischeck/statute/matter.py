"""What each provision is about: hashes of the pairs of characters in its content words, without order.

A clause's fingerprint finds the clause again word for word; a revised one it does not. Which provision a reworded quotation
means, the content words tell: 转移固体废物出省 is about the same with 擅自 before it or 未经批准 behind it. So of each 款 and 项 the
index keeps the pairs of characters of what it deals with, up to what is to be done about it (由某机关责令改正，处以罚款),
without the words that every provision has. Each pair gives 12 bits of BLAKE2b, written as 2 characters of base64url and
sorted: a text cannot be read back from them. The encoding joins 款 by "/", 项 by ",", articles by a space, in the order of the
skeleton.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from basischeck.pattern import regex
from basischeck.statute.model import ArticleText, ParagraphText
from basischeck.statute.wording import fold

_CLAUSES = regex(r"[，。；：！？,;:!?\n]")
_CONSEQUENCE = regex(r"^\s*(?:可以|并|还)*(?:由|处以?|并处|责令|给予|予以|依照|依法|没收|除依照|拒不改正|情节严重|逾期|构成犯罪)")
_COMMON = regex(
    r"违反本(?:法|条例|办法|规定)(?:有关|关于)?(?:的)?规定|(?:有|具有)下列(?:行为|情形)之一(?:的)?|(?:按照|依照|符合)?国家(?:有关)?(?:规定|标准)"
    r"|有关|规定|按照|依照|根据|以及|或者|其他|行为|违反|应当|可以|进行|不得|擅自|[的或和及与等未不将对向在从之其并由者所以被经把为]"
)
_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """What one 款 (its own words, `item` -1) or one 项 is about; positions from 0, `article` in the skeleton."""

    article: int
    paragraph: int
    item: int
    pairs: frozenset[str]


def pairs_of(text: str) -> frozenset[str]:
    """Return the hashed pairs of characters of what a text deals with; empty where it has common words alone."""
    found: set[str] = set()
    for clause in _matter(text):
        for words in _COMMON.sub("\0", fold(clause)).split("\0"):
            found.update(_pair(words[k : k + 2]) for k in range(len(words) - 1))
    return frozenset(found)


def _matter(text: str) -> list[str]:
    """Return the clauses of a text up to the one that says what is done about it."""
    parts = [part for part in _CLAUSES.split(text) if part.strip()]
    end = next((n for n, part in enumerate(parts) if n and _CONSEQUENCE.match(part)), len(parts))
    return parts[:end]


@lru_cache(maxsize=1 << 17)
def _pair(words: str) -> str:
    return base64.urlsafe_b64encode(hashlib.blake2b(words.encode(), digest_size=2).digest())[:_WIDTH].decode()


def _encode_text(text: str) -> str:
    return "".join(sorted(pairs_of(text)))


def _paragraph(paragraph: ParagraphText) -> str:
    items = ("\n".join([item.text, *(text for _, text in item.subitems)]) for item in paragraph.items)
    return ",".join([_encode_text(paragraph.text), *map(_encode_text, items)])


def encode_matter(articles: Iterable[ArticleText]) -> str:
    """Return what a version's provisions are about, in one line; "=" is an article without text."""
    return " ".join("/".join(map(_paragraph, article.paragraphs)) or "=" for article in articles)


def decode_matter(line: str) -> Iterator[Matter]:
    """Yield the 款 and 项 of an encoded version in order, those left out that have common words alone."""
    for a, article in enumerate(line.split(" ") if line else ()):
        if article == "=":
            continue
        for p, paragraph in enumerate(article.split("/")):
            for i, text in enumerate(paragraph.split(",")):
                if text:
                    yield Matter(a, p, i - 1, frozenset(text[k : k + _WIDTH] for k in range(0, len(text), _WIDTH)))
