"""Text of a source to clean lines: white space of every kind, byte order marks, Markdown emphasis and comments."""

import re

from basischeck.pattern import regex

_BLANKS = regex(r"[\t\u00a0\u2000-\u200a\u3000\u202f\u205f ]+")
_INVISIBLE = regex(r"[\ufeff\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\u00ad\ue000-\uf8ff]")
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)
_TAG = regex(r"</?(?:br|p|div|span|font|b|i|u|strong|em|center|sup|sub)\b[^>]*>", re.IGNORECASE)


def clean(text: str) -> str:
    """Drop what cannot be seen, fold runs of blanks to one space, strip."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()


def decode(data: bytes) -> str:
    """Decode a text file: byte order mark, then strict UTF-8, then GB18030; raises UnicodeDecodeError where none fits."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def without_comments(text: str) -> str:
    """Drop HTML comments and inline tags that Markdown sources carry."""
    return _TAG.sub("", _COMMENT.sub("", text))
