"""Which documents are of one statute: by normalised title, and by equal text under two titles.

Similarity never decides: a title that is only like another is another statute.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from basischeck.statute.model import ArticleText, Document
from basischeck.statute.titles import is_amendment, normalise_title

_IGNORED = re.compile(r"[\W_]")
_FOLDED = str.maketrans({"○": "〇", "零": "〇", "帐": "账"})


def fold_text(text: str) -> str:
    """Fold what two prints of one text differ in: width, blanks, punctuation, 〇 and 零."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).translate(_FOLDED)


def article_words(article: ArticleText) -> Iterator[str]:
    """Yield the texts of one article in order: paragraphs, items, subitems."""
    for paragraph in article.paragraphs:
        yield paragraph.text
        for item in paragraph.items:
            yield item.text
            for _, text in item.subitems:
                yield text


def text_digest(document: Document) -> str:
    """Return a digest of the folded text of all articles: equal where two documents hold the same text."""
    digest = hashlib.sha256()
    for article in document.articles:
        digest.update(article.number.encode())
        digest.update(fold_text("".join(article_words(article))).encode())
    return digest.hexdigest()[:20]


def group(documents: Iterable[Document]) -> list[list[Document]]:
    """Sort documents into statutes, in order of first appearance.

    Documents with the same normalised title are one statute; so are documents of five and more articles whose whole text
    is equal under two titles that are near each other (with and without issuer or 试行, a misspelling), unless one of them
    amends. Equal text under two titles that have little in common is a file under a wrong name (see `misfiled`).
    """
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(normalise_title(document.title), []).append(document)
    joined = _same_text(groups)
    merged: dict[str, list[Document]] = {}
    for key, members in groups.items():
        merged.setdefault(joined.get(key, key), []).extend(members)
    return list(merged.values())


def _same_text(groups: dict[str, list[Document]]) -> dict[str, str]:
    """Map the key of each group whose text stands under a near title too to the key that more documents bear."""
    owners: dict[str, list[str]] = {}
    for key, members in groups.items():
        for digest in {text_digest(d) for d in members if len(d.articles) >= 5 and not is_amendment(d.title)}:
            owners.setdefault(digest, []).append(key)
    joined: dict[str, str] = {}
    for keys in owners.values():
        main = max(keys, key=lambda k: (len(groups[k]), len(k)))
        for key in keys:
            if key != main and key not in joined and main not in joined and _near(key, main):
                joined[key] = main
    return joined


def _near(key: str, other: str) -> bool:
    """Whether two titles of one text are spellings of one title, not of two files under one name."""
    return key.endswith(other) or other.endswith(key) or fuzz.ratio(key, other) >= 75


def titles_of(documents: Sequence[Document]) -> list[str]:
    """Return the different titles of one statute's documents as written, the most frequent first."""
    counts: dict[str, int] = {}
    for document in documents:
        counts[document.title] = counts.get(document.title, 0) + 1
    return sorted(counts, key=lambda t: (-counts[t], t))
