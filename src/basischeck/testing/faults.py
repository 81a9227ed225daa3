"""Hypothesis strategies for citations with a named defect, for whoever has to find or to survive them."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from basischeck.citation import render_numeral
from basischeck.testing.citations import numbers, titles


@dataclass(frozen=True, slots=True)
class FaultyCitation:
    """A text with one defect, its BC1xx code, and the text as it should have been (None where that cannot be known)."""

    text: str
    code: str
    corrected: str | None


def _doubled(title: str, number: int) -> FaultyCitation:
    locator = f"第{render_numeral(number)}条"
    return FaultyCitation(f"《{title}》》{locator}", "BC102", f"《{title}》{locator}")


def _unopened(title: str, number: int) -> FaultyCitation:
    locator = f"第{render_numeral(number)}条"
    return FaultyCitation(f"【法规】{title}》{locator}", "BC101", f"【法规】《{title}》{locator}")


def _wrong_character(title: str, number: int) -> FaultyCitation:
    word = render_numeral(number)
    return FaultyCitation(f"《{title}》笫{word}条", "BC103", f"《{title}》第{word}条")


def _missing_unit(title: str, number: int) -> FaultyCitation:
    word = render_numeral(number)
    return FaultyCitation(f"《{title}》第{word}第二款", "BC105", f"《{title}》第{word}条第二款")


def _backwards(title: str, number: int) -> FaultyCitation:
    high, low = render_numeral(number + 1), render_numeral(number)
    return FaultyCitation(f"《{title}》第{high}条至第{low}条", "BC107", f"《{title}》第{low}条至第{high}条")


def _impossible_order(title: str, number: int) -> FaultyCitation:
    return FaultyCitation(f"《{title}》第{render_numeral(number)}项第一款", "BC106", None)


def _beyond(title: str, number: int) -> FaultyCitation:
    return FaultyCitation(f"《{title}》第{number + 3000}条", "BC108", None)


def _empty(title: str, number: int) -> FaultyCitation:
    del number
    return FaultyCitation(f"《{title}》第条", "BC112", None)


def _meeting(title: str, number: int) -> FaultyCitation:
    right = f"《{title}》（2021年5月6日国务院第{number}次常务会议通过）第一条"
    return FaultyCitation(right.replace("国务院第", "国务院令第"), "BC111", right)


FAULTS: tuple[Callable[[str, int], FaultyCitation], ...] = (
    _doubled,
    _unopened,
    _wrong_character,
    _missing_unit,
    _backwards,
    _impossible_order,
    _beyond,
    _empty,
    _meeting,
)


def faults() -> st.SearchStrategy[FaultyCitation]:
    """Draw a citation with one defect."""
    plain = titles().filter(lambda title: "（" not in title)
    return st.builds(lambda fault, title, number: fault(title, number), st.sampled_from(FAULTS), plain, numbers(900))
