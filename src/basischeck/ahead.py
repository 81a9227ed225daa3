"""Texts that another process reads ahead, while this one does other things: what it has not come to is read here.

The other process is forked before it is known what there is to read, so that its own preparations cost nobody time. It
takes the texts from the first one on, in the order in which they are given; who asks for one waits for it no longer than
that takes, and where much is left this process takes texts from the last one on meanwhile, until both meet.
"""

import contextlib
import mmap
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Generic, TypeVar

from basischeck.channel import Channel

T = TypeVar("T")
Read = Callable[[str], T]
ENOUGH = 60_000
"""Code points of bases from which another process wins more than its beginning and the way back of what it has read cost."""
_PIECE = 100
"""Texts after which what has been read is handed over."""


class Ahead(Generic[T]):
    """Reads texts ahead where there are two cores, if `start` is true. To be used in a `with` statement.

    `begin` is called in the other process and returns what reads a text there; what it returns for a text has to be the
    same as what reads it here.
    """

    def __init__(self, begin: Callable[[], Read[T]], *, start: bool = True) -> None:
        self._texts: dict[str, None] = {}
        self._child = 0
        if start and _has_two_cores():
            self._places = _Places()
            self._fork(begin)

    def give(self, texts: Iterable[str]) -> None:
        """Let the other process read `texts` too, those that it has not been given yet."""
        if not self._child:
            return
        new = list(dict.fromkeys(text for text in texts if text not in self._texts))
        self._texts.update(dict.fromkeys(new))
        with contextlib.suppress(BrokenPipeError):  # it has failed: all is read here
            self._given.put(new)

    def result(self, read: Read[T], *, enough: int = 0) -> Mapping[str, T]:
        """Return what `read` gives for each text, read when it is asked for; to be used inside the `with` statement.

        Nothing at all where the other process was not worth it: where the texts have fewer than `enough` code points in all.
        """
        if self._child and sum(map(len, self._texts)) < enough:
            self.end()
        if not self._child:
            return {}
        self._given.put_end()
        return _Reading(list(self._texts), self._places, self._read, read)

    def end(self) -> None:
        """End the other process, whatever it is at."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0
            self._given.close()
            self._read.close()

    def __enter__(self) -> "Ahead[T]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def _fork(self, begin: Callable[[], Read[T]]) -> None:
        given, read = Channel[list[str]](), Channel[list[T]]()
        with warnings.catch_warnings():
            # Other threads are at rest, and the new process uses nothing of theirs: it reads, answers and ends.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            self._child, self._given, self._read = child, given.writing(), read.reading()
            return
        status = 1
        try:
            _serve(begin, given.reading(), read.writing(), self._places)
            status = 0
        finally:
            os._exit(status)


def _serve(begin: Callable[[], Read[T]], given: "Channel[list[str]]", answers: "Channel[list[T]]", places: "_Places") -> None:
    read = begin()
    place = 0
    found: list[T] = []
    while (texts := given.take()) is not None:
        for text in texts:
            if places.met_at_front(place):
                answers.put(found)
                return
            found.append(read(text))
            place += 1
            if len(found) == _PIECE:
                answers.put(found)
                found = []
        answers.put(found)
        found = []


class _Reading(Mapping[str, T]):
    """The texts as both processes read them: each is there once it is asked for."""

    def __init__(self, texts: list[str], places: "_Places", answers: "Channel[list[T]]", read: Read[T]) -> None:
        self._texts, self._places, self._answers, self._read = texts, places, answers, read
        self._all = frozenset(texts)
        self._found: dict[str, T] = {}
        self._come = 0
        """Texts that the other process has handed over, from the first one on."""
        self._back = len(texts)
        """Place of the last text that this process has taken."""
        self._left = sum(map(len, texts))
        """Code points of the texts that nobody is known to have read."""
        self._begun = self._over = False

    def __getitem__(self, text: str) -> T:
        if text not in self._found:
            if text not in self._all:
                raise KeyError(text)
            while text not in self._found and self._more():
                pass
            if text not in self._found:  # where both met neither may have read, and a process that failed reads no more
                self._found[text] = self._read(text)
        return self._found[text]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def _more(self) -> bool:
        """Take what has been handed over, or read a text while there is much to wait for; return False where nothing comes."""
        if self._over:
            return False
        if not self._answers.is_ready() and (self._begun or self._left > ENOUGH) and self._take_last():
            return True
        come = self._answers.take()
        if come is None:
            self._over = True
            return False
        texts = self._texts[self._come : self._come + len(come)]
        self._found.update(zip(texts, come, strict=True))
        self._come += len(come)
        self._left -= sum(map(len, texts))
        return True

    def _take_last(self) -> bool:
        """Read the last text that nobody has taken, if there is one."""
        if self._back == 0 or self._places.met_at_back(self._back - 1):
            return False
        self._begun = True
        self._back -= 1
        text = self._texts[self._back]
        self._found[text] = self._read(text)
        self._left -= len(text)
        return True


class _Places:
    """How far the two processes have come, one from the front and one from the back, in memory that both see.

    Each says what it takes before it looks at what the other has taken, so that hardly a text is read twice.
    """

    def __init__(self) -> None:
        self._seen = memoryview(mmap.mmap(-1, 16)).cast("q")
        self._seen[0], self._seen[1] = -1, sys.maxsize

    def met_at_front(self, place: int) -> bool:
        self._seen[0] = place
        return self._seen[1] <= place

    def met_at_back(self, place: int) -> bool:
        self._seen[1] = place
        return self._seen[0] >= place


def _has_two_cores() -> bool:
    """Whether a process can be forked onto another core; elsewhere than on Linux forking is slow, or not safe."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
