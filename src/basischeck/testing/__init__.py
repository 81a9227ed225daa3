"""Public Hypothesis strategies: import this module and `st.from_type(Citation)`, `st.from_type(SmallList)` work."""

from hypothesis import strategies as st

from basischeck.citation import Citation, Locator
from basischeck.testing.citations import (
    BasisString,
    articles,
    basis_strings,
    citations,
    locators,
    numbers,
    titles,
    written_numbers,
)
from basischeck.testing.faults import FaultyCitation, faults
from basischeck.testing.small import SmallList, SmallRow, small_lists, small_rows


def register() -> None:
    """Register the strategies by type; done on import, which Hypothesis does itself where the project is installed."""
    st.register_type_strategy(Locator, locators())
    st.register_type_strategy(Citation, citations())
    st.register_type_strategy(BasisString, basis_strings())
    st.register_type_strategy(FaultyCitation, faults())
    st.register_type_strategy(SmallRow, small_rows())
    st.register_type_strategy(SmallList, small_lists())


register()

__all__ = [
    "BasisString",
    "FaultyCitation",
    "SmallList",
    "SmallRow",
    "articles",
    "basis_strings",
    "citations",
    "faults",
    "locators",
    "numbers",
    "register",
    "small_lists",
    "small_rows",
    "titles",
    "written_numbers",
]
