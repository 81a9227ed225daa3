"""Texts that another process reads ahead, while this one does other things: what it has not come to is read here.

The other process is forked before it is known what there is to read, so that its own preparations cost nobody time. It
takes the texts from the first one on, in the order in which they are given; who asks for one waits for it no longer than
that takes, and where much is left this process takes texts from the last one on meanwhile, until both meet.
"""

import contextlib
import dataclasses
import io
import mmap
import os
import pickle
import select
import signal
import struct
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from types import TracebackType
from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")
Read = Callable[[str], T]
ENOUGH = 60_000
"""Code points of bases from which another process wins more than its beginning and the way back of what it has read cost."""
_PIECE = 100
"""Texts after which what has been read is handed over."""
_SIZE = struct.Struct("q")


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
        given, read = _Channel[list[str]](), _Channel[list[T]]()
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


def _serve(begin: Callable[[], Read[T]], given: "_Channel[list[str]]", answers: "_Channel[list[T]]", places: "_Places") -> None:
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

    def __init__(self, texts: list[str], places: "_Places", answers: "_Channel[list[T]]", read: Read[T]) -> None:
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


class _Channel(Generic[T]):
    """Things handed from one process to the other: a file that both hold, and a pipe that says how far it is written.

    What is put waits in the file, so that nobody has to wait until it is taken.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # closed when the other process has ended
        self._ends: tuple[int, ...] = os.pipe()
        self._at = 0

    def reading(self) -> "_Channel[T]":
        """Keep only the end that is read from."""
        return self._keep(0)

    def writing(self) -> "_Channel[T]":
        """Keep only the end that is written to."""
        return self._keep(1)

    def _keep(self, end: int) -> "_Channel[T]":
        os.close(self._ends[1 - end])
        self._ends = (self._ends[end],)
        return self

    def put(self, thing: T) -> None:
        """Hand over `thing`. Raises BrokenPipeError where nobody takes it any more."""
        packed = io.BytesIO()
        _Packer(packed, pickle.HIGHEST_PROTOCOL).dump(thing)
        data = packed.getbuffer()
        self._at += os.pwrite(self._file.fileno(), data, self._at)
        os.write(self._ends[0], _SIZE.pack(len(data)))

    def put_end(self) -> None:
        """Say that no more will come."""
        with contextlib.suppress(BrokenPipeError):
            os.write(self._ends[0], _SIZE.pack(0))

    def is_ready(self) -> bool:
        """Tell whether `take` need not wait."""
        return bool(select.select(self._ends, (), (), 0)[0])

    def take(self) -> T | None:
        """Wait for the next thing and return it, None where no more will come."""
        said = os.read(self._ends[0], _SIZE.size)
        size = _SIZE.unpack(said)[0] if said else 0
        if not size:
            return None
        data = os.pread(self._file.fileno(), size, self._at)
        self._at += len(data)
        thing: T = pickle.loads(data)  # noqa: S301  # it comes from this very program, in a file that no other has
        return thing

    def close(self) -> None:
        """Neither put nor take any more."""
        for end in self._ends:
            os.close(end)
        self._ends = ()
        self._file.close()


class _Packer(pickle.Pickler):
    """Packs a dataclass as what it is built from; the way they go by themselves takes several times as long, there and back."""

    _values: ClassVar[dict[type, Callable[[object], tuple[Any, ...]] | None]] = {}

    def reducer_override(self, thing: object) -> Any:
        """Say how `thing` is built again, NotImplemented for what goes its own way."""
        kind = type(thing)
        if kind not in self._values:
            self._values[kind] = _values_of(kind)
        values = self._values[kind]
        return (kind, values(thing)) if values is not None else NotImplemented


def _values_of(kind: type) -> Callable[[object], tuple[Any, ...]] | None:
    """Return what takes from a dataclass the values that it is built from; None for anything else."""
    known = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    # One name alone would give a value, and no tuple of values.
    return attrgetter(*(one.name for one in known)) if len(known) > 1 and all(one.init for one in known) else None


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
