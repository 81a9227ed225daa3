"""Many texts at once: where there are two cores and enough to read, another process reads from the end while this one does other things.

Reading is the longest part of checking a large list, and each text is read for itself. The other process is forked; what
it has not come to when the texts are asked for is read here, from the beginning, until both meet.
"""

import mmap
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType

from basischeck.citation.model import ParsedText
from basischeck.citation.names import NameSet
from basischeck.citation.parse import parse

ENOUGH = 60_000
"""Code points from which a second process wins more than its beginning and the way back of what it has read cost."""


class Ahead:
    """Texts that are being read ahead. `names` gives the known names in the other process, which opens its own index for them.

    To be used in a `with` statement: the other process ends with it.
    """

    def __init__(self, texts: Iterable[str], names: Callable[[], NameSet | None], *, enough: int = ENOUGH) -> None:
        self._texts = list(dict.fromkeys(texts))
        self._child = 0
        if sum(map(len, self._texts)) >= enough and _has_two_cores():
            self._places = _Places(len(self._texts))
            self._child, self._answer = _begin(self._texts, names, self._places)

    def result(self, names: NameSet | None) -> Mapping[str, ParsedText]:
        """Return what `parse` gives for each text; nothing at all where they are too few to be worth a second process."""
        if not self._child:
            return {}
        read = {}
        for place, text in enumerate(self._texts):
            if self._places.met_at_front(place):
                break
            read[text] = parse(text, names)
        with os.fdopen(self._answer, "rb") as stream:
            data = stream.read()
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        if status == 0:
            # The answer comes from this very program, over a pipe that no other has.
            back: list[ParsedText] = pickle.loads(data)  # noqa: S301
            read.update(zip(reversed(self._texts), back, strict=False))
        # Where both met neither may have read, and a process that failed has read nothing.
        return {text: read.get(text) or parse(text, names) for text in self._texts}

    def __enter__(self) -> "Ahead":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            os.close(self._answer)
            self._child = 0


def parse_many(texts: Iterable[str], names: NameSet | None = None, *, enough: int = ENOUGH) -> Mapping[str, ParsedText]:
    """Return what `parse` gives for each text; nothing at all where the texts are too few to be worth a second process."""
    with Ahead(texts, lambda: names, enough=enough) as ahead:
        return ahead.result(names)


class _Places:
    """How far the two processes have come, one from the front and one from the back, in memory that both see.

    Each says what it takes before it looks at what the other has taken, so that hardly a text is read twice.
    """

    def __init__(self, size: int) -> None:
        self._seen = memoryview(mmap.mmap(-1, 16)).cast("q")
        self._seen[0], self._seen[1] = -1, size

    def met_at_front(self, place: int) -> bool:
        self._seen[0] = place
        return self._seen[1] <= place

    def met_at_back(self, place: int) -> bool:
        self._seen[1] = place
        return self._seen[0] >= place


def _has_two_cores() -> bool:
    """Whether a process can be forked onto another core; elsewhere than on Linux forking is slow, or not safe."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _begin(texts: Sequence[str], names: Callable[[], NameSet | None], places: _Places) -> tuple[int, int]:
    """Fork a process that reads `texts` from the last one on; return its number and the end of the pipe that its answer comes from."""
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
        known, read = names(), list[ParsedText]()
        for place in range(len(texts) - 1, -1, -1):
            if places.met_at_back(place):
                break
            read.append(parse(texts[place], known))
        data = pickle.dumps(read, pickle.HIGHEST_PROTOCOL)
        with os.fdopen(question, "wb") as stream:
            stream.write(data)
        status = 0
    finally:
        os._exit(status)
