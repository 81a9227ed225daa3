"""Work that another process does while this one does the like: several lists are read on two cores.

The other process is forked, does the things that it was given one after the other, and hands over what came of each. Whoever asks
for one waits for it; where the other process has failed, the work is done here.
"""

import contextlib
import os
import signal
import warnings
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Generic, TypeVar

from basischeck.ahead import has_two_cores
from basischeck.channel import Channel

T = TypeVar("T")


class Aside(Generic[T]):
    """Does `do` for each of `things` in another process, where there are two cores. To be used in a `with` statement.

    What `do` returns is packed by its values; it has to raise nothing that whoever asks for it should see.
    """

    def __init__(self, do: Callable[[str], T], things: Iterable[str]) -> None:
        self._do = do
        self._coming = dict.fromkeys(things)
        self._child = 0
        if self._coming and has_two_cores():
            self._fork()

    def result(self, thing: str) -> T:
        """Return what comes of `thing`; the things given are to be asked for in their order, any other is done here."""
        if self._child and thing in self._coming:
            come = self._done.take()
            if come is not None:
                return come
            self.end()
        return self._do(thing)

    def end(self) -> None:
        """End the other process, whatever it is at."""
        if self._child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0
            self._done.close()

    def __enter__(self) -> "Aside[T]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def _fork(self) -> None:
        done = Channel[T]()
        with warnings.catch_warnings():
            # Other threads are at rest, and the new process uses nothing of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            self._child, self._done = child, done.reading()
            return
        try:
            here = done.writing()
            for thing in self._coming:
                here.put(self._do(thing))
            here.put_end()
        finally:
            os._exit(0)
