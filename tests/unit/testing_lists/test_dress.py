"""Whatever way a sound basis is written, the parser reads the same provisions from it."""

import random

from hypothesis import given
from hypothesis import strategies as st

from basischeck.citation import Locator, parse
from basischeck.testing.drafting import sound_rows
from basischeck.testing.dress import BasisCell, Cite, Manner, manners
from basischeck.testing.sound import provision

PATHS = st.builds(
    Locator,
    article=st.integers(1, 1242).map(str),
    paragraph=st.none() | st.integers(1, 12),
    item=st.none() | st.integers(1, 20),
)


@given(st.integers(0, 2**32), st.lists(PATHS, min_size=1, max_size=3))
def test_换一种写法读出的条款不变(seed: int, locators: list[Locator]) -> None:
    manner = manners(random.Random(seed))  # noqa: S311
    cell = BasisCell([Cite("某某管理条例", (locator,)) for locator in locators], manner)
    assert [locator for c in parse(cell.text()).citations for locator in c.locators] == locators


def test_a_cell_is_written_in_one_hand() -> None:
    cites = [Cite("某法", (provision("3.1"),), tag="【法律】"), Cite("某条例", (provision("5..2"),), mark="（2018年修正）")]
    assert BasisCell(cites).text() == "【法律】《某法》第三条第一款\n《某条例》（2018年修正）第五条第（二）项"
    numbered = Manner(item="第{}项", behind="。", numbered="{}.")
    assert BasisCell(cites, numbered).text() == "1.【法律】《某法》第三条第一款。\n2.《某条例》（2018年修正）第五条第二项。"


def test_a_path_leaves_out_the_sole_paragraph() -> None:
    assert provision("65.1.4") == Locator(article="65", paragraph=1, item=4)
    assert provision("92..3") == Locator(article="92", item=3)
    assert provision("133-1") == Locator(article="133-1")


def test_one_seed_is_one_list() -> None:
    first = [row.basis.text() for row in sound_rows(random.Random(3), organs=2)]  # noqa: S311
    assert first == [row.basis.text() for row in sound_rows(random.Random(3), organs=2)]  # noqa: S311
