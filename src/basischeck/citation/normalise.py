"""Folding of what differs in writing only, for comparing: width, spaces, 〇/○, quotes, dashes."""

import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Fold a text for comparing: never for showing. Idempotent.

    Width is folded by NFKC, then spaces of every kind go, and the table above makes one of 〇 ○, of quotes, of dashes and
    of brackets. 零 and 〇 become one, digits in Chinese and Arabic stay apart.
    """
    folded = text.translate(_TABLE)
    folded = unicodedata.normalize("NFKC", folded).translate(_TABLE)
    return unicodedata.normalize("NFKC", "".join(folded.split()))
