"""Fingerprints: hashes of the clauses of each provision, enough to tell which provision and version a quote is from.

A clause is what stands between two of ，。；：！？ after folding width, blanks, quotes and dashes (see `folding.fold_text`).
Each clause gives 24 bits of BLAKE2b, written as 4 characters of base64url. For one clause against a version of 300
clauses the odds of a chance hit are 300 / 2^24 = 1.8e-5; two clauses in a row make 1e-12. Clauses of one character are
left out. The encoding of one version joins the hashes of a provision without separator, 款 by "/", 项 by ",", 目 by ".",
and articles by a space, in the order of the skeleton.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from basischeck.pattern import regex
from basischeck.statute.folding import fold_text
from basischeck.statute.model import ArticleText, ItemText, ParagraphText

_CLAUSES = regex(r"[，。；：！？,;:!?\n]")
_NUMBER = regex(
    r"^\s*(?:第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?[\s\u3000]+)?"
    r"(?:[（(]\s*[一二三四五六七八九十百0-9]{1,4}\s*[）)]|[0-9]{1,2}[.．、](?![0-9])|[㈠-㈩①-⑳])?"
)
WIDTH = 4
"""Characters of one clause's hash."""


def clauses(text: str) -> list[str]:
    """Split a text into its folded clauses, those of one character left out.

    Numbers at the start of a clause（（一）, 2., 第三条　）are dropped: a quotation has them, the text of an item has not.
    """
    return [clause for piece in _CLAUSES.split(text) if len(clause := fold_text(_NUMBER.sub("", piece))) > 1]


@lru_cache(maxsize=1 << 18)
def clause_hash(clause: str) -> str:
    """Hash one folded clause to `WIDTH` characters."""
    return base64.urlsafe_b64encode(hashlib.blake2b(clause.encode(), digest_size=3).digest()).decode()


def hashes(text: str) -> list[str]:
    """Return the hashes of the clauses of a text in order."""
    return [clause_hash(clause) for clause in clauses(text)]


def encode_text(text: str) -> str:
    """Return the joined hashes of one text."""
    return "".join(hashes(text))


def _item(item: ItemText) -> str:
    return ".".join([encode_text(item.text), *(encode_text(text) for _, text in item.subitems)])


def _paragraph(paragraph: ParagraphText) -> str:
    return ",".join([encode_text(paragraph.text), *map(_item, paragraph.items)])


def encode_article(article: ArticleText) -> str:
    """Return the fingerprint of one article; "-" cannot stand alone, so an article without text gives "="."""
    return "/".join(map(_paragraph, article.paragraphs)) or "="


def encode(articles: Iterable[ArticleText]) -> str:
    """Return the fingerprint of a version's articles."""
    return " ".join(map(encode_article, articles))


@dataclass(frozen=True, slots=True)
class Print:
    """One clause of a version: its hash and where it stands (positions from 0; item and subitem -1 for none).

    `article` is the position of the article in the skeleton, not its number.
    """

    hash: str
    article: int
    paragraph: int
    item: int
    subitem: int


def decode(encoded: str) -> Iterator[Print]:
    """Yield the clauses of an encoded fingerprint in order."""
    for a, article in enumerate(encoded.split(" ")):
        if article == "=":
            continue
        for p, paragraph in enumerate(article.split("/")):
            for i, item in enumerate(paragraph.split(",")):
                for s, subitem in enumerate(item.split(".")):
                    for start in range(0, len(subitem), WIDTH):
                        yield Print(subitem[start : start + WIDTH], a, p, i - 1, s - 1)
