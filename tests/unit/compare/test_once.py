"""A property that is worked out once."""

from basischeck.compare.once import once


class _Counted:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def value(self) -> int:
        """How often it was worked out."""
        self.asked += 1
        return self.asked


def test_it_is_worked_out_when_first_asked_for_and_once_an_object() -> None:
    one, other = _Counted(), _Counted()
    assert (one.asked, one.value, one.value, one.asked) == (0, 1, 1, 1)
    assert (other.asked, other.value) == (0, 1)
    assert _Counted.value.__doc__ == "How often it was worked out."
