"""Laws of comparison and merging over generated families of lists."""

from datetime import date

from hypothesis import given, settings

from basischeck.compare import BasisReader, compare_lists, merge_lists
from basischeck.testing.lists import ListFamily, list_families

_FEW = settings(max_examples=8, deadline=None, derandomize=True)


def _reader() -> BasisReader:
    return BasisReader(None, date(2026, 11, 22))


@_FEW
@given(list_families(size=40, lists=3))
def test_每一项恰在一组(family: ListFamily) -> None:
    files = [one.read() for one in family.lists]
    found = compare_lists(files, _reader())
    places = sorted((m.list, m.item.row) for group in found.groups for m in group.members)
    assert places == sorted((n, item.row) for n, file in enumerate(files) for item in file.items)


@_FEW
@given(list_families(size=40, lists=1))
def test_清单与自身全部一致(family: ListFamily) -> None:
    file = family.lists[0].read()
    found = compare_lists([file, file], _reader())
    assert found.share_identical == 1


@_FEW
@given(list_families(size=40, lists=2))
def test_比较与次序无关(family: ListFamily) -> None:
    one, two = (part.read() for part in family.lists)
    forth, back = compare_lists([one, two], _reader()), compare_lists([two, one], _reader())
    for relation in ("identical", "similar", "unique"):
        ours = {frozenset((m.list, m.item.row) for m in g.members) for g in forth.of(relation)}
        theirs = {frozenset((1 - m.list, m.item.row) for m in g.members) for g in back.of(relation)}
        assert len(ours ^ theirs) <= 2


@_FEW
@given(list_families(size=40, lists=3))
def test_合并不丢一行(family: ListFamily) -> None:
    files = [one.read() for one in family.lists]
    general = merge_lists(files, _reader())
    origins = sorted((origin.file, origin.row) for row in general.rows for origin in row.origins)
    assert origins == sorted((file.file, item.row) for file in files for item in file.items)
