"""The list importer: no power is lost, and what basischeck finds in a list with a known fault reaches the office."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from powers import read_workbook

from basischeck.testing import SmallList, small_lists
from basischeck.testing.checked import findings_in, flags_rightly
from basischeck.testing.list_faults import KINDS, QUOTING, planted


def squeezed(text: str) -> str:
    """Return a text without its spaces and line breaks."""
    return "".join(text.split())


@settings(max_examples=40)
@given(small_lists())
def test_no_power_is_lost(written: SmallList) -> None:
    read = read_workbook(written.xlsx())
    assert [(row["name"], row["category"], squeezed(row["basis"])) for row in read] == [
        (row.name, row.category, squeezed(row.basis)) for row in written.rows
    ]


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - QUOTING))
def test_a_known_fault_is_found(kind: str, reached: Callable[..., None]) -> None:
    one = planted(kind, seed=1, organs=1)
    findings = findings_in(one.written.read())
    reached(findings)
    assert flags_rightly(one, findings)
