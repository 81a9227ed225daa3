"""Folding of text before it is compared: what two prints of one text differ in, and no more."""

import unicodedata

from basischeck.pattern import regex

_IGNORED = regex(r"[\W_]")
_FOLDED = str.maketrans({"○": "〇", "零": "〇", "帐": "账"})


def fold_text(text: str) -> str:
    """Fold width, blanks, punctuation, 〇 and 零, 帐 and 账: an amendment found in these alone is none."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).translate(_FOLDED)
