"""What another process does meanwhile is what this one would do, also where that process fails."""

import os
import sys

import pytest

from basischeck.aside import Aside
from basischeck.catalog import ListError

two_cores = pytest.mark.skipif(sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one core")
_HERE = os.getpid()


def told(path: str) -> tuple[str, bool] | ListError:
    """Return the path and whether this very process was asked; an error for one that cannot be read."""
    return ListError(f"{path}：读不了") if path == "bad" else (path, os.getpid() == _HERE)


@two_cores
def test_what_was_given_is_done_by_the_other_process_in_order() -> None:
    with Aside(told, ["a", "b"]) as aside:
        assert [aside.result("a"), aside.result("b")] == [("a", False), ("b", False)]


def test_what_was_not_given_is_done_here() -> None:
    with Aside(told, []) as aside:
        assert aside.result("a") == ("a", True)


@two_cores
def test_a_thing_asked_for_again_is_done_again() -> None:
    with Aside(told, ["a"]) as aside:
        assert [aside.result("a"), aside.result("a")] == [("a", False), ("a", True)]


@two_cores
def test_an_error_that_is_returned_comes_over() -> None:
    with Aside(told, ["bad", "a"]) as aside:
        error = aside.result("bad")
        assert isinstance(error, ListError)
        assert str(error) == "bad：读不了"
        assert aside.result("a") == ("a", False)


@two_cores
def test_where_the_other_process_dies_the_work_is_done_here() -> None:
    def dying(path: str) -> str:
        if os.getpid() != _HERE:
            os._exit(3)
        return path

    with Aside(dying, ["a", "b"]) as aside:
        assert [aside.result("a"), aside.result("b")] == ["a", "b"]


@two_cores
def test_what_nobody_asks_for_leaves_no_process_behind() -> None:
    with Aside(told, ["a"]) as aside:
        child = aside._child
        assert child
    with pytest.raises(ChildProcessError):
        os.waitpid(child, 0)
