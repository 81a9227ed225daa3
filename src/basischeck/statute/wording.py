"""The words of a provision in a form in which two texts can be compared: width, spaces, quotes and punctuation folded.

42 amendments found in one act turned out to be punctuation only; so punctuation never makes a difference here.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from basischeck.pattern import regex
from basischeck.statute.model import ArticleText, ParagraphText

_DROPPED = regex(r"[\s\W_]+")
_SAME = str.maketrans({"○": "〇", "零": "〇", "帐": "账", "份": "分"})
_CLAUSE = regex(r"[。；;：:！？\n]")
_ITEM_MARK = regex(r"^\s*[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．]\s*")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` reduced to its letters and digits, so that only a change of words is a difference."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME)


def paragraph_words(paragraph: ParagraphText) -> str:
    """Return the folded words of a 款 with its 项 and 目."""
    parts = [paragraph.text]
    for item in paragraph.items:
        parts.append(_ITEM_MARK.sub("", item.text))
        parts.extend(words for _, words in item.subitems)
    return fold("\n".join(parts))


def article_words(article: ArticleText) -> str:
    """Return the folded words of an article."""
    return "".join(paragraph_words(p) for p in article.paragraphs)


def clauses(article: ArticleText, shortest: int = 6) -> Iterator[str]:
    """Yield the folded clauses of an article (between 。；： and line ends) of at least `shortest` characters."""
    for paragraph in article.paragraphs:
        texts = [paragraph.text, *(_ITEM_MARK.sub("", item.text) for item in paragraph.items)]
        texts += [words for item in paragraph.items for _, words in item.subitems]
        for text in texts:
            for clause in _CLAUSE.split(text):
                words = fold(clause)
                if len(words) >= shortest:
                    yield words
