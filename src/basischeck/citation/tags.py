"""Tags of level in other brackets: （法律） at the head of a line, [法律] in a list joined by 、. The grammar knows the others."""


from basischeck.citation.diagnostics import LEVEL_TAGS
from basischeck.pattern import regex

_WORDS = "|".join(sorted(LEVEL_TAGS, key=len, reverse=True))
_TAGGED = regex(rf"[\[［〔（(]\s*(?:{_WORDS})\s*[\]］〕）)]")
"""What either of the two below needs, and is found faster."""
_ROUND = regex(rf"(?:(?<=\n)|(?<=[。；;])|^)([^\S\n]*)[（(](\s*(?:{_WORDS})\s*)[）)](?=\s*《)")
_LISTED = regex(rf"(?<=、)[\[［〔](\s*(?:{_WORDS})\s*)[\]］〕](?=\s*《)")


def with_plain_tags(text: str) -> str:
    """Return the text with such tags in 【】, each character in its place, so that spans stay those of the original."""
    if _TAGGED.search(text) is None:
        return text
    return _LISTED.sub(r"【\1】", _ROUND.sub(r"\1【\2】", text))
