"""Many texts at once: where there are two cores and enough to read, one half is read in a process of its own.

Reading is the longest part of checking a large list, and each text is read for itself. The other process is forked, so
that it begins with the grammar and the names at hand; what it cannot do is done here.
"""

import os
import pickle
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence

from basischeck.citation.model import ParsedText
from basischeck.citation.names import NameSet
from basischeck.citation.parse import parse

ENOUGH = 150_000
"""Code points from which a second process wins more than its beginning and the way back of what it has read cost."""


def parse_many(texts: Iterable[str], names: NameSet | None = None, *, enough: int = ENOUGH) -> Mapping[str, ParsedText]:
    """Return what `parse` gives for each text; nothing at all where the texts are too few to be worth a second process."""
    distinct = list(dict.fromkeys(texts))
    if sum(map(len, distinct)) < enough or not _has_two_cores():
        return {}
    here, there = distinct[::2], distinct[1::2]
    child, answer = _begin(there, names)
    try:
        read = [parse(text, names) for text in here]
    finally:
        with os.fdopen(answer, "rb") as stream:
            data = stream.read()
        _, status = os.waitpid(child, 0)
    if status == 0:
        # The answer comes from this very program, over a pipe that no other has.
        back: list[ParsedText] = pickle.loads(data)  # noqa: S301
    else:
        back = [parse(text, names) for text in there]
    return dict(zip([*here, *there], [*read, *back], strict=True))


def _has_two_cores() -> bool:
    """Whether a process can be forked onto another core; elsewhere than on Linux forking is slow, or not safe."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _begin(texts: Sequence[str], names: NameSet | None) -> tuple[int, int]:
    """Fork a process that reads `texts`; return its number and the end of the pipe that its answer comes from."""
    answer, question = os.pipe()
    with warnings.catch_warnings():
        # Other threads are at rest, and the new process uses nothing of theirs: it reads, answers and ends.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        os.close(question)
        return child, answer
    status = 1
    try:
        os.close(answer)
        data = pickle.dumps([parse(text, names) for text in texts], pickle.HIGHEST_PROTOCOL)
        with os.fdopen(question, "wb") as stream:
            stream.write(data)
        status = 0
    finally:
        os._exit(status)
