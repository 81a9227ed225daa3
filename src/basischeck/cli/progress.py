"""What a long run is doing: one line on standard error, only where somebody looks at it."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_DELAY = 1.0
"""Seconds before anything is shown: a short run says nothing."""

Step = Callable[..., None]
"""`step(words)`, or `step(words, done, total)` where it is known how much there is to do."""


@contextmanager
def working(words: str) -> Iterator[Step]:
    """Show `words` with the time spent while the block runs; nothing where standard error is no terminal.

    The line is gone when the block ends, so that it never stands between the lines of a report.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda *_: None
        return
    line = _Line(words)
    timer = threading.Timer(_DELAY, line.show)
    timer.daemon = True
    timer.start()
    try:
        yield line.say
    finally:
        timer.cancel()
        line.end()


class _Line:
    def __init__(self, words: str) -> None:
        self.words = words
        self.done, self.total = 0, 0
        self.ended = False
        self.lock = threading.Lock()
        self.bar: Callable[[], None] | None = None
        self.stop: Callable[[], None] | None = None

    def say(self, words: str, done: int = 0, total: int = 0) -> None:
        with self.lock:
            self.words, self.done, self.total = words, done, total
            if self.bar:
                self.bar()

    def show(self) -> None:
        # Late: rich takes longer to import than a short run takes altogether.
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn("line"), TextColumn("{task.description}", markup=False), BarColumn(20), TimeElapsedColumn())
        shown = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
        with self.lock:
            if self.ended:
                return
            task = shown.add_task(self.words, total=self.total or None, completed=self.done)
            self.bar = lambda: shown.update(task, description=self.words, total=self.total or None, completed=self.done)
            self.stop = shown.stop
            shown.start()

    def end(self) -> None:
        with self.lock:
            self.ended = True
            if self.stop:
                self.stop()
