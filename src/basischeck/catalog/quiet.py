"""Keeping a library's own noise off the user's screen: the Rust reader prints a backtrace before it reports a panic."""

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator

_ONE_AT_A_TIME = threading.Lock()
_STDERR = 2


@contextlib.contextmanager
def stderr_held_back() -> Iterator[None]:
    """Hold back what is written to the process's standard error; drop it where the block fails, else write it after all.

    The report of a failure is the exception; the backtrace of a foreign runtime says nothing to the user.
    """
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(_STDERR)
        except OSError:  # no standard error at all, as in a windowed process
            yield
            return
        with tempfile.TemporaryFile() as noise:
            os.dup2(noise.fileno(), _STDERR)
            try:
                yield
            finally:
                os.dup2(kept, _STDERR)
                os.close(kept)
            noise.seek(0)
            if written := noise.read():
                os.write(_STDERR, written)
