"""Known faults, planted one at a time in a sound list: what a checker of lists has to find, and where.

    from basischeck.testing.list_faults import KINDS, planted
    found = planted("款不存在", seed=7)      # found.written.data is the workbook, found.cell the cell

`planted_faults` is the Hypothesis strategy. The list is sound on `basischeck.testing.truth.DAY`.
"""

from hypothesis import strategies as st

from basischeck.testing.list_faults import competence, depth, existence, form, item, quotation, time
from basischeck.testing.list_faults.draft import KINDS, Kind, Planted, Spot, planted

__all__ = ["KINDS", "QUOTING", "Kind", "Planted", "Spot", "planted", "planted_faults"]

MODULES = (form, existence, time, depth, competence, quotation, item)
"""The modules that register kinds, in the order of the rules' families."""


QUOTING = frozenset(name for name, one in KINDS.items() if one.plant.__module__ == quotation.__name__)
"""The kinds that need texts of statutes, which this package does not hold: `quotation.SHELF` is the caller's to fill."""


def planted_faults(*names: str, organs: int | None = 2) -> st.SearchStrategy[Planted]:
    """Return a strategy of lists with one fault each, of the kinds named, or of any kind that needs no texts of statutes."""
    return st.builds(planted, st.sampled_from(list(names) or sorted(KINDS.keys() - QUOTING)), st.integers(0, 2**32), organs=st.just(organs))
