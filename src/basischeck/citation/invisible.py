"""Characters that nobody sees（U+200B and the like）: they come with text copied from web pages and chats, and break a citation.

They are the format characters (category Cf) of the Unicode Standard, chapter 23, that office programs do not show.
"""

from collections.abc import Iterable, Iterator

from basischeck.citation.diagnostics import diagnostic
from basischeck.citation.draft import Draft
from basischeck.citation.model import Diagnostic
from basischeck.pattern import regex

_INVISIBLE = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def with_spaces(text: str) -> str:
    """Return the text with a space in the place of each: a space stands anywhere in a citation, and spans stay the same."""
    return _INVISIBLE.sub(" ", text) if _INVISIBLE.search(text) else text


def invisible_faults(text: str, drafts: Iterable[Draft]) -> Iterator[Diagnostic]:
    """Report each citation, outside quoted text, that holds such characters; `text` is as written."""
    for draft in drafts:
        found = [] if draft.quoted else _INVISIBLE.findall(text, draft.start, draft.end)
        if found:
            names = "、".join(dict.fromkeys(f"U+{ord(char):04X}" for char in found))
            clean = _INVISIBLE.sub("", text[draft.start : draft.end])
            yield diagnostic("BC116", (draft.start, draft.end), clean, names)
