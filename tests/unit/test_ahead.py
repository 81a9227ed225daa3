"""What another process reads ahead is what this one would read."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from basischeck.ahead import Ahead

TEXTS = [f"text {n}" for n in range(200)] + ["text 7", ""]


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    span: tuple[int, int] = field(compare=False)


@dataclass(frozen=True)
class Sole:
    text: str


@dataclass
class Half:
    text: str
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.text)


two_cores = pytest.mark.skipif(sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one core")


def read(text: str) -> tuple[str, int]:
    return text.upper(), len(text)


def slowly(text: str) -> tuple[str, int]:
    time.sleep(0.002)
    return read(text)


@two_cores
@pytest.mark.parametrize("pause", [0.0, 0.1, 1.0])
def test_what_is_read_ahead_is_what_one_reads_wherever_both_meet(pause: float) -> None:
    with Ahead(lambda: slowly) as ahead:
        ahead.give(TEXTS)
        time.sleep(pause)
        assert ahead.result(slowly) == {text: read(text) for text in TEXTS}


@two_cores
def test_texts_may_be_given_bit_by_bit() -> None:
    with Ahead(lambda: slowly) as ahead:
        for start in range(0, 200, 60):
            ahead.give(TEXTS[start : start + 60])
            time.sleep(0.05)
        ahead.give(TEXTS)
        found = ahead.result(slowly)
        assert list(found) == list(dict.fromkeys(TEXTS))
        assert found == {text: read(text) for text in TEXTS}
        assert "not given" not in found


@two_cores
@pytest.mark.parametrize("pause", [0.0, 0.1, 0.2])
def test_where_much_is_left_both_read_and_neither_reads_all(pause: float) -> None:
    here: list[str] = []

    def read_here(text: str) -> tuple[str, int]:
        here.append(text)
        return slowly(text)

    long = [f"{'long ' * 100}{n}" for n in range(300)]
    with Ahead(lambda: slowly) as ahead:
        ahead.give(long)
        time.sleep(pause)
        assert dict(ahead.result(read_here)) == {text: read(text) for text in long}
    assert 0 < len(here) < 300


@two_cores
def test_the_other_process_takes_its_part() -> None:
    def here(text: str) -> tuple[str, int]:
        raise AssertionError(text)

    with Ahead(lambda: read) as ahead:
        ahead.give(TEXTS)
        time.sleep(1)
        assert ahead.result(here) == {text: read(text) for text in TEXTS}


@two_cores
def test_what_the_other_process_cannot_do_is_done_here() -> None:
    def fails() -> Callable[[str], tuple[str, int]]:
        os._exit(9)

    def stumbles(text: str) -> tuple[str, int]:
        return read(text) if text != "text 100" else os._exit(9)

    for begin in (fails, lambda: stumbles):
        with Ahead(begin) as ahead:
            time.sleep(0.2)
            ahead.give(TEXTS)
            assert ahead.result(read) == {text: read(text) for text in TEXTS}


@two_cores
def test_the_other_process_ends_with_the_block_though_nobody_asked_for_what_it_reads() -> None:
    def endless() -> Callable[[str], tuple[str, int]]:
        time.sleep(60)
        return read

    with Ahead(endless) as ahead:
        child = ahead._child
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_few_texts_are_not_read_ahead() -> None:
    with Ahead(lambda: read) as ahead:
        ahead.give(TEXTS)
        assert ahead.result(read, enough=10_000) == {}
    with Ahead(lambda: read, start=False) as ahead:
        ahead.give(TEXTS)
        assert ahead.result(read) == {}


@two_cores
def test_dataclasses_come_back_as_they_went() -> None:
    def place(text: str) -> tuple[Span, Sole, Half]:
        return Span(text, (0, len(text))), Sole(text), Half(text)

    with Ahead(lambda: place) as ahead:
        ahead.give(TEXTS)
        found = ahead.result(place)
        assert [found[text] for text in TEXTS] == [place(text) for text in TEXTS]
        assert found["text 7"][2].size == 6
