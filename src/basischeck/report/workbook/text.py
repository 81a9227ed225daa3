"""Text that a spreadsheet takes as text: no character that XML forbids, no more than a cell holds."""


from basischeck.pattern import regex

MAX_TEXT = 32_767
_NO_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = regex(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """Return `text` without control characters, cut at the length of a cell.

    What looks like an escape（_x0041_）is escaped itself, or the program would show another character (ECMA-376, ST_Xstring).
    """
    return _ESCAPE.sub("_x005F_", _NO_XML.sub("", text)[:MAX_TEXT])
