"""Folding of what differs in writing only, for comparing: width, spaces, 〇/○, quotes, dashes."""

import re
import unicodedata
from functools import lru_cache

from basischeck.pattern import regex

_FOLD = {
    **dict.fromkeys("〇○◯Ο", "零"),
    **dict.fromkeys("“”„‟＂「」『』″", '"'),
    **dict.fromkeys("‘’‚‛＇′`", "'"),
    **dict.fromkeys("—–‐‑‒―－─﹣", "-"),
    **dict.fromkeys("～∼〜﹏", "~"),
    **dict.fromkeys("〈＜﹤‹", "<"),
    **dict.fromkeys("〉＞﹥›", ">"),
    **dict.fromkeys("〔﹝［【", "["),
    **dict.fromkeys("〕﹞］】", "]"),
    **dict.fromkeys("·•・‧∙．", "."),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad\u2060", ""),
    "，": ",",
    "﹐": ",",
    "笫": "第",
}
_TABLE = str.maketrans(_FOLD)
_FOLDED = regex(f"[{re.escape(''.join(_FOLD))}]")


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Fold a text for comparing: never for showing. Idempotent.

    Width is folded by NFKC, then spaces of every kind go, and the table above makes one of 〇 ○, of quotes, of dashes and
    of brackets. 零 and 〇 become one, digits in Chinese and Arabic stay apart.
    """
    folded = text
    if _FOLDED.search(text) or not unicodedata.is_normalized("NFKC", text):  # most names and titles are folded as they stand
        folded = unicodedata.normalize("NFKC", text.translate(_TABLE)).translate(_TABLE)
    return unicodedata.normalize("NFKC", "".join(folded.split()))
