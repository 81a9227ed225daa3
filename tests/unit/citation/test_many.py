"""Many texts read on two cores are read as each alone."""

import os
import pickle
import sys

import pytest

from basischeck.citation import NameSet, parse
from basischeck.citation.many import parse_many

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


def test_a_reading_is_the_same_on_the_other_side_of_a_process() -> None:
    read = parse("【行政法规】《建设工程质量管理条例》（2019年修订）第六十一条第一款：“违反”；该条例第三条第（二）项")
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301  # made here
    assert [c.locators[0].span for c in pickle.loads(pickle.dumps(read)).citations] == [c.locators[0].span for c in read.citations]  # noqa: S301
