"""A quotation that has hardly a clause of the cited article word for word, and yet is about just what that is about.

A clause broken off by a cut, a bracket（以下简称某某）left out, the name of a body since renamed: of a short quotation every clause may
differ so. What the article is about is kept for some texts only (see `statute.matter`); of others nothing is said.
"""

from collections.abc import Collection

from basischeck.statute import Index
from basischeck.statute.matter import pairs_of

_TELLING = 8
"""Pairs of characters below which a quotation says too little."""
_SAME, _OTHER = 0.8, 0.1
"""Share of what a quotation is about that the cited article has, and by how much any other has less."""


def nearly_stands(index: Index, version: str, numbers: Collection[str | None], quote: str) -> bool:
    """Whether an article of `numbers` is about what `quote` is about, and no other article of the version is."""
    skeleton = index.skeleton(version)
    if skeleton is None or not index.has_matter(version):
        return False
    wanted = frozenset().union(*(pairs_of(line) for line in quote.splitlines()))
    if len(wanted) < _TELLING:
        return False
    about: dict[str, frozenset[str]] = {}
    for one in index.matter(version):
        number = skeleton.articles[one.article].number
        about[number] = about.get(number, frozenset()) | one.pairs
    shares = {number: len(wanted & pairs) / len(wanted) for number, pairs in about.items()}
    own = max((share for number, share in shares.items() if number in numbers), default=0.0)
    other = max((share for number, share in shares.items() if number not in numbers), default=0.0)
    return own >= _SAME and own - other >= _OTHER
