"""Texts that another process reads ahead, while this one does other things: what it has not come to is read here.

The other process is forked before it is known what there is to read, so that its own preparations cost nobody time. It then
takes the texts from the last one on; asked for the result, this one takes them from the first on, until both meet.
"""

import contextlib
import mmap
import os
import pickle
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
Read = Callable[[str], T]
ENOUGH = 60_000
"""Code points of bases from which another process wins more than its beginning and the way back of what it has read cost."""
_PIECE = 100
"""Texts after which what has been read is written down, so that little is left to be when both meet."""


class Ahead(Generic[T]):
    """Reads texts ahead where there are two cores, if `start` is true. To be used in a `with` statement.

    `begin` is called in the other process and returns what reads a text there; what it returns for a text has to be the
    same as what reads it here.
    """

    def __init__(self, begin: Callable[[], Read[T]], *, start: bool = True) -> None:
        self._texts: list[str] = []
        self._child = 0
        if start and _has_two_cores():
            self._places = _Places()
            # Shared with the other process, and closed when it has ended.
            self._given, self._read = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115
            self._child, self._ask, self._answer = self._fork(begin)

    def give(self, texts: Iterable[str], *, enough: int = 0) -> None:
        """Let the other process read `texts`; where they have fewer than `enough` code points in all, it is not worth it."""
        self._texts = list(dict.fromkeys(texts))
        if not self._child:
            return
        if sum(map(len, self._texts)) < enough:
            self.end()
            return
        self._places.set(len(self._texts))
        self._given.write(pickle.dumps(self._texts, pickle.HIGHEST_PROTOCOL))
        self._given.flush()
        with contextlib.suppress(BrokenPipeError):  # it has failed: all is read here
            os.write(self._ask, b"!")

    def result(self, read: Read[T]) -> Mapping[str, T]:
        """Return what `read` gives for each text; nothing at all where the other process was not worth it."""
        if not self._child:
            return {}
        found: dict[str, T] = {}
        for place, text in enumerate(self._texts):
            if self._places.met_at_front(place):
                break
            found[text] = read(text)
        if os.read(self._answer, 1):
            found.update(zip(reversed(self._texts), self._answers(), strict=False))
        self._ended()
        # Where both met neither may have read, and a process that failed has read nothing.
        return {text: found[text] if text in found else read(text) for text in self._texts}

    def end(self) -> None:
        """End the other process, whatever it is at."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            self._ended()

    def _answers(self) -> Iterator[T]:
        """Yield what the other process has read, in its order."""
        self._read.seek(0)
        with contextlib.suppress(EOFError):
            while True:
                # It comes from this very program, in a file that no other has.
                yield from pickle.load(self._read)  # noqa: S301

    def _ended(self) -> None:
        """Wait for the other process to end and close what was shared with it."""
        os.waitpid(self._child, 0)
        self._child = 0
        os.close(self._ask)
        os.close(self._answer)
        self._given.close()
        self._read.close()

    def __enter__(self) -> "Ahead[T]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def _fork(self, begin: Callable[[], Read[T]]) -> tuple[int, int, int]:
        """Fork the other process; return its number, the pipe by which it is told to read, and that of its answer."""
        (told, ask), (answer, tell) = os.pipe(), os.pipe()
        with warnings.catch_warnings():
            # Other threads are at rest, and the new process uses nothing of theirs: it reads, answers and ends.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            os.close(told)
            os.close(tell)
            return child, ask, answer
        status = 1
        try:
            os.close(ask)
            os.close(answer)
            self._serve(begin, told, tell)
            status = 0
        finally:
            os._exit(status)

    def _serve(self, begin: Callable[[], Read[T]], told: int, tell: int) -> None:
        read = begin()
        if not os.read(told, 1):
            return
        self._given.seek(0)
        texts: list[str] = pickle.load(self._given)  # noqa: S301  # of this very program
        found = []
        for place in range(len(texts) - 1, -1, -1):
            if self._places.met_at_back(place):
                break
            found.append(read(texts[place]))
            if len(found) == _PIECE:
                pickle.dump(found, self._read, pickle.HIGHEST_PROTOCOL)
                found = []
        pickle.dump(found, self._read, pickle.HIGHEST_PROTOCOL)
        self._read.flush()
        os.write(tell, b"!")


class _Places:
    """How far the two processes have come, one from the front and one from the back, in memory that both see.

    Each says what it takes before it looks at what the other has taken, so that hardly a text is read twice.
    """

    def __init__(self) -> None:
        self._seen = memoryview(mmap.mmap(-1, 16)).cast("q")

    def set(self, size: int) -> None:
        """Begin with so many texts of which none is taken."""
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
