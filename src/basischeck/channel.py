"""How things go from one process to another that was forked off it, or back."""

import contextlib
import dataclasses
import io
import os
import pickle
import select
import struct
import tempfile
from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")
_SIZE = struct.Struct("q")


class Channel(Generic[T]):
    """Things handed from one process to the other: a file that both hold, and a pipe that says how far it is written.

    What is put waits in the file, so that nobody has to wait until it is taken.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # closed when the other process has ended
        self._ends: tuple[int, ...] = os.pipe()
        self._at = 0

    def reading(self) -> "Channel[T]":
        """Keep only the end that is read from."""
        return self._keep(0)

    def writing(self) -> "Channel[T]":
        """Keep only the end that is written to."""
        return self._keep(1)

    def _keep(self, end: int) -> "Channel[T]":
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
