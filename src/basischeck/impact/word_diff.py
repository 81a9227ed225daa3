"""The words of an old and a new text side by side: what stayed, what went, what came."""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

_GAP = 2
"""Equal characters between two differences that are taken into them: one or two of them help nobody to see what changed."""

_ALIKE = 0.4
"""Below this similarity two texts have letters in common, no wording."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both texts, or only in the old or only in the new one."""

    kind: Literal["same", "deleted", "added"]
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces in order of reading; () where the texts are not alike.

    Joined without the added ones they are `old`, without the deleted ones `new`.
    """
    if Levenshtein.normalized_similarity(old, new) < _ALIKE:
        return ()
    places: list[list[int]] = []
    for code in Levenshtein.opcodes(old, new):
        if code.tag == "equal":
            continue
        if places and code.src_start - places[-1][1] <= _GAP:
            places[-1][1], places[-1][3] = code.src_end, code.dest_end
        else:
            places.append([code.src_start, code.src_end, code.dest_start, code.dest_end])
    pieces: list[Piece] = []
    done = 0
    for start, end, begin, finish in places:
        pieces += [Piece("same", old[done:start]), Piece("deleted", old[start:end]), Piece("added", new[begin:finish])]
        done = end
    pieces.append(Piece("same", old[done:]))
    return tuple(piece for piece in pieces if piece.text)


def marked(pieces: tuple[Piece, ...]) -> str:
    """Return the pieces as one text with what went and what came in tortoise-shell brackets（〔删：…〕〔增：…〕）."""
    marks = {"same": "{}", "deleted": "〔删：{}〕", "added": "〔增：{}〕"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)
