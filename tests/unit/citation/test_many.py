"""Many texts read on two cores are read as each alone."""

import os
import sys
import time

import pytest

from basischeck.citation import NameSet, parse
from basischeck.citation.many import Ahead, parse_many

TEXTS = [f"《某某条例》（2018年修正）第{n}条第一款：应当办理登记；《某某办法》第{n}条" for n in range(1, 90)] + ["", "同上", "食品安全法第三条"]
NAMES = NameSet(["食品安全法"])
two_cores = pytest.mark.skipif(sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one core")


@two_cores
def test_what_two_processes_read_is_what_one_reads() -> None:
    read = parse_many([*TEXTS, *TEXTS], NAMES, enough=1)
    assert read == {text: parse(text, NAMES) for text in TEXTS}


def test_few_texts_are_left_to_be_read_one_by_one() -> None:
    assert parse_many(TEXTS, NAMES) == {}


@two_cores
def test_what_the_other_process_cannot_do_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here, fork = os.getpid(), os.fork
    monkeypatch.setattr("os.fork", lambda: fork() or (os.getpid() != here and os._exit(9)))  # it ends before it has read
    assert parse_many(TEXTS, NAMES, enough=1) == {text: parse(text, NAMES) for text in TEXTS}


@two_cores
def test_what_is_read_ahead_is_what_one_reads_wherever_both_meet() -> None:
    for pause in (0.0, 0.05, 0.5):  # the other process has come nowhere, half way, to the end
        with Ahead(TEXTS, lambda: NAMES, enough=1) as ahead:
            time.sleep(pause)
            assert ahead.result(NAMES) == {text: parse(text, NAMES) for text in TEXTS}


@two_cores
def test_the_other_process_ends_with_the_block_though_nobody_asked_for_what_it_reads() -> None:
    def endless() -> NameSet:
        time.sleep(60)
        return NAMES

    with Ahead(TEXTS, endless, enough=1) as ahead:
        child = ahead._child
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_few_texts_are_not_read_ahead() -> None:
    with Ahead(TEXTS, lambda: NAMES) as ahead:
        assert ahead.result(NAMES) == {}
